"""What is not understood: never the same words twice in a row, never a guess, and a person in time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.gesprek import gevoel
from actions.gesprek.begrip import ZEKER
from actions.gesprek.bronnen import Bronnen
from actions.lezen.vorm import REDENEN_NIET_GELEZEN
from tests.gesprek.praat import Praat
from tests.gesprek.staten import MET_VRAAG, STATEN, tot

_HOE_VAAK = 7
_DERDE = 3


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    return Praat(bronnen, "voorbeeldstad")


def _hint(praat: Praat) -> str:
    return praat.laatste.berichten[0].tekst


def _knoppen(praat: Praat) -> set[str]:
    return {k.id for b in praat.laatste.berichten for k in b.keuzes or ()}


# Letters that make no Dutch word, no number and no yes or no; "pff" and "grr" are feelings.
_ROMMEL = (
    st.text(alphabet="bcdfghjklmnpqrstvwxz ", min_size=4, max_size=24)
    .map(lambda tekst: " ".join(deel for deel in tekst.split() if len(deel) > 2) or "qwrtp")
    .filter(lambda tekst: gevoel.hoor(tekst) is None)
)
_ZWAK = st.lists(
    st.tuples(
        st.sampled_from(
            ["faq_huurtoeslag", "faq_privacy", "faq_bestaat_niet", "start", "stop", "ja", "terug"]
        ),
        st.floats(0, ZEKER - 0.01),
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    staat=st.sampled_from(sorted(STATEN)),
    getypt=st.lists(st.tuples(_ROMMEL, _ZWAK), min_size=_DERDE, max_size=_HOE_VAAK),
)
def test_rubbish_is_never_taken_for_anything(
    bronnen: Bronnen, staat: str, getypt: list[tuple[str, tuple[tuple[str, float], ...]]]
) -> None:
    praat = Praat(bronnen, "voorbeeldstad")
    STATEN[staat](praat)
    open_, feiten = praat.open, praat.overzicht.feiten
    hints, gevraagd = list[str](), [praat.vraag.tekst] if praat.vraag else []
    for keer, (rommel, intenties) in enumerate(getypt, start=1):
        praat.zeg(rommel, intenties=intenties)
        assert praat.open == open_, praat.tekst
        assert praat.overzicht.feiten == feiten
        hints.append(_hint(praat))
        gevraagd += [praat.vraag.tekst] if praat.vraag else []
        if keer == _DERDE:
            assert "14 0000" in hints[-1]
            assert "van 9 tot 17 uur" in hints[-1]
            assert {"medewerker", "hulp_dichtbij"} <= _knoppen(praat)
    assert all(eerst != dan for eerst, dan in pairwise(hints)), hints
    assert all(eerst != dan for eerst, dan in pairwise(gevraagd)), gevraagd
    openingen = [re.split(r"(?<=[.?!]) ", hint)[0] for hint in hints]
    assert all(eerst != dan for eerst, dan in pairwise(openingen)), openingen


@pytest.mark.parametrize("staat", [staat for staat in MET_VRAAG if staat != "bevestiging"])
def test_the_ladder_of_a_question(praat: Praat, staat: str) -> None:
    """An example, what kind of answer it is, a person or "weet ik niet", and then a way past it."""
    MET_VRAAG[staat](praat)
    praat.zeg("qwrtp")
    assert len(_hint(praat)) > len("Dat begrijp ik niet goed.")
    praat.zeg("qwrtp")
    praat.zeg("qwrtp")
    assert "weet ik niet" in _hint(praat)
    open_ = praat.open
    praat.zeg("qwrtp")
    assert praat.open == open_
    labels = {k.label: k.id for k in praat.laatste.berichten[0].keuzes or ()}
    assert labels["Deze vraag overslaan"] == "weet_niet"


def test_why_it_was_not_read_is_said_with_an_example(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("650")
    assert _hint(praat) == "Dit getal is te hoog. Typ alleen uw leeftijd. Bijvoorbeeld: 34."
    praat.zeg("660")
    assert "te hoog" not in _hint(praat)


def test_the_count_goes_back_with_an_answer(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("qwrtp")
    praat.zeg("qwrtp")
    praat.zeg("34")
    praat.zeg("qwrtp")
    assert "14 0000" not in praat.tekst
    assert "Zeg ja of nee" in _hint(praat)


def test_what_is_understood_in_between_leaves_the_count(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("qwrtp")
    eerste = _hint(praat)
    praat.zeg("waarom")
    praat.zeg("qwrtp")
    assert _hint(praat) != eerste
    praat.zeg("qwrtp")
    assert "14 0000" in praat.tekst


@pytest.mark.parametrize(
    ("vraag", "getypt", "label"),
    [
        ("inkomen_soort", "loontje van de zaak hier", "Loon uit werk"),
        ("woonsituatie", "instellink voor ouderen daar", "Ik woon in een instelling"),
        ("groep:situatie", "schuldjes enzo meer", "Ik heb schulden die ik niet kan betalen"),
    ],
)
def test_the_second_time_answers_that_come_near_are_offered(
    praat: Praat, vraag: str, getypt: str, label: str
) -> None:
    tot(praat, vraag)
    praat.zeg("qwrtp")
    praat.zeg(getypt)
    if praat.open != (vraag, None):
        return  # it was read at once: better still
    knoppen = {k.label: k.id for k in praat.laatste.berichten[0].keuzes or ()}
    assert label in knoppen, praat.tekst
    assert len(knoppen) <= 3
    praat.klik(knoppen[label])
    assert praat.open != (vraag, None)


def test_the_second_time_topics_are_offered_most_likely_first(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("qwrtp")
    praat.zeg("geld en zo", intenties=(("faq_toeslag_terugbetalen", 0.25), ("faq_huurtoeslag", 0.4)))
    ids = [k.id for k in praat.laatste.berichten[0].keuzes or ()]
    assert ids == ["faq:huurtoeslag", "faq:toeslag-terugbetalen", "medewerker"]
    assert praat.open == ("leeftijd", None)


def test_a_number_that_cannot_be_is_never_told_twice_in_the_same_words(praat: Praat) -> None:
    tot(praat, "leeftijd")
    gezegd = []
    for getal in ("650", "651", "652", "653", "654"):
        praat.zeg(getal)
        gezegd.append(_hint(praat))
    assert all(eerst != dan for eerst, dan in pairwise(gezegd)), gezegd


def test_every_reason_of_the_reader_has_words(praat: Praat) -> None:
    assert {f"niet_gelezen.{reden}" for reden in REDENEN_NIET_GELEZEN} <= set(praat.bronnen.inhoud.teksten())
