"""Contact with the gemeente: asked for in words or by a click, offered where it helps, about the right thing, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.contract import Bericht
from actions.gesprek.beurt import stand
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.contactknop import is_aanbod
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.gesprek.conftest import CONTENT, KAALSTAD
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN, MET_VRAAG, STATEN, tot

_NEEMT_NIETS_AAN = {
    "nietstad": "overdracht: {ontvanger: Team, kanaal: null}",
    "halfstad": "overdracht: {ontvanger: Team, kanaal: e-mail}",
    "kaalstad": "",
}
_FORMULIER = "https://formulier.example/contact"
_EIGEN = {
    **_NEEMT_NIETS_AAN,
    "formulierstad": f'overdracht: {{ontvanger: Team, kanaal: open_formulieren, formulier: "{_FORMULIER}"}}',
}


@pytest.fixture(scope="module")
def inhoud(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    """The real texts, Voorbeeldstad, and gemeenten that take no questions from here."""
    map_: Path = tmp_path_factory.mktemp("content")
    for soort in SOORTEN:
        if soort != "gemeenten":
            (map_ / soort).symlink_to(CONTENT / soort)
    (map_ / "gemeenten").mkdir()
    (map_ / "gemeenten" / "voorbeeldstad.yml").symlink_to(CONTENT / "gemeenten" / "voorbeeldstad.yml")
    for slug, overdracht in _EIGEN.items():
        tekst = f"{KAALSTAD}{overdracht}\n".replace("slug: kaalstad", f"slug: {slug}")
        (map_ / "gemeenten" / f"{slug}.yml").write_text(tekst, encoding="utf-8")
    return Inhoud(map_, parameters)


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    return Praat(bronnen, "voorbeeldstad")


def _bubbel(praat: Praat) -> Bericht:
    (bubbel,) = (b for b in praat.laatste.berichten if b.soort == "overdracht")
    return bubbel


def _aanbod(praat: Praat) -> list[str]:
    """The offers of this turn, one per message that holds one."""
    uit = [k.id for b in praat.laatste.berichten for k in b.keuzes or () if is_aanbod(k.id)]
    return uit + ["gegeven" for b in praat.laatste.berichten if b.soort == "overdracht"]


# --- the bubble -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keuze", ["contact", "medewerker", "contact:bestaat-niet", "contact:crisis"])
def test_a_click_gives_the_bubble(praat: Praat, keuze: str) -> None:
    praat.klik(keuze)
    bubbel = _bubbel(praat)
    assert bubbel.onderwerp == "medewerker"
    for woord in (
        "14 0000",
        "van 9 tot 17 uur",
        "Marktplein 1",
        "ook bellen of mailen",
        "pas iets als u ja zegt",
    ):
        assert woord in bubbel.tekst


@pytest.mark.parametrize("zin", ["bel mij terug", "ik wil een mens", "kan iemand mij bellen"])
@pytest.mark.parametrize("staat", STATEN)
def test_asked_for_in_words_at_any_moment(praat: Praat, staat: str, zin: str) -> None:
    STATEN[staat](praat)
    open_, feiten = praat.open, praat.overzicht.feiten
    praat.zeg(zin)
    assert _bubbel(praat) == praat.laatste.berichten[0]
    assert (praat.open, praat.overzicht.feiten) == (open_, feiten)


@pytest.mark.parametrize("onderwerp", ["huurtoeslag", "individuele-inkomenstoeslag", "bijstand-auto"])
def test_the_topic_that_was_clicked(praat: Praat, onderwerp: str) -> None:
    tot(praat, "kale_huur")
    praat.klik(f"contact:{onderwerp}")
    assert _bubbel(praat).onderwerp == onderwerp
    assert praat.open == ("kale_huur", None)


@pytest.mark.parametrize("slug", _NEEMT_NIETS_AAN)
def test_a_gemeente_that_takes_nothing_gives_its_number(bronnen: Bronnen, slug: str) -> None:
    praat = Praat(bronnen, slug)
    praat.klik("contact:huurtoeslag")
    (tekst,) = praat.laatste.berichten
    assert (tekst.soort, tekst.onderwerp) == ("tekst", None)
    assert "14 0000" in tekst.tekst
    assert "mailen" not in tekst.tekst


def test_a_gemeente_with_a_form_of_its_own(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "formulierstad")
    praat.zeg("bel mij terug")
    (tekst,) = praat.laatste.berichten
    assert tekst.soort == "tekst"
    assert f"]({_FORMULIER})" in tekst.tekst


def test_the_bubble_is_there_after_a_reload(praat: Praat) -> None:
    praat.klik("contact:huurtoeslag")
    terug = stand(praat.bronnen, praat.id).berichten[-1]
    assert (terug.soort, terug.onderwerp) == ("overdracht", "huurtoeslag")


def test_a_talk_about_somebody_else_speaks_to_who_types(praat: Praat) -> None:
    praat.zeg("ik vul dit in voor mijn moeder")
    praat.klik("contact")
    assert "kan u ook bellen" in _bubbel(praat).tekst


# --- what it is about ------------------------------------------------------------------------------------------------


def test_about_the_outcome_that_was_shown(praat: Praat) -> None:
    praat.tot_het_einde(HUISHOUDEN, start="start:huurtoeslag")
    assert _aanbod(praat) == ["contact:huurtoeslag"]
    praat.zeg("bel mij terug")
    assert _bubbel(praat).onderwerp == "huurtoeslag"


def test_about_the_answer_of_a_moment_ago_and_not_of_long_ago(praat: Praat) -> None:
    praat.klik("faq:bijstand-auto")
    assert _aanbod(praat) == ["contact:bijstand-auto"]
    praat.klik("medewerker")
    assert _bubbel(praat).onderwerp == "bijstand-auto"
    for _ in range(4):
        praat.zeg("bedankt", intenties=(("bedankt", 0.99),))
    praat.klik("medewerker")
    assert _bubbel(praat).onderwerp == "medewerker"


def test_about_the_scheme_that_is_being_worked_out(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    praat.klik("contact")
    assert _bubbel(praat).onderwerp == "zorgtoeslag"


def test_about_nothing_in_particular_after_many_outcomes(praat: Praat) -> None:
    praat.tot_het_einde(HUISHOUDEN)
    assert _aanbod(praat) == ["contact"]
    praat.klik("contact")
    assert _bubbel(praat).onderwerp == "medewerker"


@pytest.mark.parametrize("faq", ["crisis", "huiselijk-geweld"])
def test_danger_is_never_what_it_is_about(praat: Praat, faq: str) -> None:
    praat.klik(f"faq:{faq}")
    assert _aanbod(praat) == []
    praat.klik("contact")
    assert _bubbel(praat).onderwerp == "medewerker"


# --- offered ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("staat", MET_VRAAG)
def test_every_time_something_is_not_understood(praat: Praat, staat: str) -> None:
    MET_VRAAG[staat](praat)
    for _ in range(5):
        praat.zeg("qwrtp")
        assert _aanbod(praat) == ["medewerker"]


def test_every_time_something_is_not_understood_without_a_question(praat: Praat) -> None:
    for _ in range(5):
        praat.zeg("qwrtp")
        assert _aanbod(praat) == ["medewerker"]


def test_an_outcome_in_the_middle_of_a_check_has_its_own(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("reken eerst zorgtoeslag uit")
    while not any(b.uitkomsten for b in praat.laatste.berichten):
        praat.antwoord(HUISHOUDEN)
    assert _aanbod(praat) == ["contact:zorgtoeslag"]


def test_at_the_end_of_everything(praat: Praat) -> None:
    praat.tot_het_einde(HUISHOUDEN, verder=True)
    assert _aanbod(praat) == ["contact"]


@pytest.mark.parametrize("faq", ["schuldhulp", "bijzondere-bijstand", "huurachterstand", "medewerker"])
def test_under_answers_where_a_person_helps_more(praat: Praat, faq: str) -> None:
    praat.klik(f"faq:{faq}")
    assert _aanbod(praat) == ["contact" if faq == "medewerker" else f"contact:{faq}"]


def test_not_under_answers_about_what_others_pay(praat: Praat) -> None:
    praat.klik("faq:huurtoeslag")
    assert _aanbod(praat) == []


@pytest.mark.parametrize("zin", ["ik wil dood, kan iemand mij bellen", "mijn man slaat mij, ik wil een mens"])
@pytest.mark.parametrize("staat", STATEN)
def test_in_danger_there_is_the_number_for_that_and_nothing_else(praat: Praat, staat: str, zin: str) -> None:
    STATEN[staat](praat)
    praat.zeg(zin)
    assert _aanbod(praat) == []
    assert "14 0000" not in praat.tekst


_WOORDEN = (
    "qwrtp", "bel mij terug", "stop", "ja", "nee", "34", "650", "waarom", "weet ik niet", "ik ben boos", "verder",
    "waarom krijg ik geen aio", "wat is bijstand", "opnieuw", "help", "schulden",
)  # fmt: skip
_KLIKS = (
    "contact", "contact:huurtoeslag", "medewerker", "hielp_niet", "stop", "verder", "overzicht", "faq:medewerker",
    "faq:schuldhulp", "start:huurtoeslag", "hulp_dichtbij",
)  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    staat=st.sampled_from(sorted(STATEN)),
    stappen=st.lists(
        st.tuples(st.booleans(), st.integers(0, 50)),
        min_size=1,
        max_size=6,
    ),
)
def test_never_two_offers_in_a_turn(bronnen: Bronnen, staat: str, stappen: list[tuple[bool, int]]) -> None:
    praat = Praat(bronnen, "voorbeeldstad", vorig_jaar=True)
    STATEN[staat](praat)
    for klik, nr in stappen:
        if klik:
            op_scherm = [k.id for b in praat.laatste.berichten for k in b.keuzes or ()]
            keuzes = [*_KLIKS, *op_scherm]
            praat.klik(keuzes[nr % len(keuzes)])
        else:
            praat.zeg(_WOORDEN[nr % len(_WOORDEN)])
        assert len(_aanbod(praat)) <= 1, praat.laatste.berichten
