"""Commands in any words, in every state of the talk; and no command in what people tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.gesprek.begrip import Begrip
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opdracht_lezen import exact, zonder_schijn
from content.herkennen import patronen
from tests.gesprek.praat import Praat
from tests.gesprek.test_veranderen import OUDER, tot

SAMEN: Mapping[str, Any] = {
    **OUDER,
    "medebewoners": [{"relatie": "kind", "leeftijd": 20, "inkomen_jaar": "5000"}],
    "netto_inkomen_maand": "2100",
    "vermogen_nu": "1000",
    "jaren_laag_inkomen": "4",
    "bijzondere_kosten": [],
}


def _zinnen() -> list[tuple[str, str]]:
    pad = Path(__file__).parent / "zinnen" / "opdrachten.yml"
    data = yaml.safe_load(pad.read_text(encoding="utf-8"))
    zinnen = {
        **patronen("opdrachten").voorbeelden,
        "geen": [*data["geen"], *patronen("opdrachten").voorbeelden["schijn"]],
    }
    return [
        (soort, str(zin)) for soort, rij in zinnen.items() if soort not in ("schijn", "mens") for zin in rij
    ] + [("medewerker", zin) for zin in patronen("opdrachten").voorbeelden["mens"]]


@pytest.mark.parametrize(("soort", "zin"), _zinnen())
def test_a_message_that_is_a_command_and_one_that_is_none(soort: str, zin: str) -> None:
    assert (exact(zin) or "geen") == soort


@pytest.mark.parametrize(
    ("zin", "opdracht"),
    [
        ("ik ben gestopt met werken", "stop"),
        ("ik stop met roken", "stop"),
        ("wij gaan terug naar Turkije", "terug"),
        ("ik moet 500 euro terug betalen", "terug"),
        ("ik ben opnieuw getrouwd", "opnieuw"),
        ("mijn contract stopt in maart", "stop"),
    ],
)
def test_a_ranking_does_not_make_a_command_of_what_is_told(zin: str, opdracht: str) -> None:
    assert zonder_schijn(Begrip(opdracht=opdracht), zin).opdracht is None
    assert zonder_schijn(Begrip(opdracht=opdracht), "zullen we dat dan maar doen").opdracht == opdracht


# --- every state of the talk --------------------------------------------------------------------------------------------


def _begin(praat: Praat) -> Praat:
    return praat


def _tussendoor(praat: Praat) -> Praat:
    tot(praat, "inkomen_jaar").zeg("1900 per maand")
    return praat


def _grensvraag(praat: Praat) -> Praat:
    tot(praat, "vermogen").zeg("weet ik niet")
    assert praat.open == ("vermogen", None)
    return praat


def _weet_u_zeker(praat: Praat) -> Praat:
    tot(praat, "kale_huur").klik("stop")
    return praat


def _uitkomst(praat: Praat) -> Praat:
    praat.tot_het_einde(OUDER)
    assert praat.open is None
    return praat


def _vorig_jaar(praat: Praat) -> Praat:
    praat.vorig_jaar = True
    praat.klik("start")
    for _ in range(60):
        if praat.open is None:
            praat.klik("verder")
        elif praat.open[0] == "was_vorig_jaar_zelfde":
            return praat
        else:
            praat.antwoord(SAMEN)
    raise AssertionError("last year is never asked about")


STATEN: Mapping[str, tuple[str, Callable[[Praat], Praat]]] = {
    "no check yet": ("kaalstad", _begin),
    "first question": ("kaalstad", lambda p: tot(p, "leeftijd")),
    "a question": ("kaalstad", lambda p: tot(p, "kale_huur")),
    "ages of a list": ("kaalstad", lambda p: tot(p, "kinderen.leeftijd")),
    "one of a list": ("kaalstad", lambda p: tot(p, "medebewoners.inkomen_jaar", SAMEN)),
    "a question in between": ("kaalstad", _tussendoor),
    "a question by its limit": ("kaalstad", _grensvraag),
    "are you sure": ("kaalstad", _weet_u_zeker),
    "after outcomes": ("voorbeeldstad", _uitkomst),
    "last year": ("kaalstad", _vorig_jaar),
    "tick boxes": ("voorbeeldstad", lambda p: _tot_vakjes(p)),
}


def _tot_vakjes(praat: Praat) -> Praat:
    praat.klik("start")
    for _ in range(60):
        if praat.open is None:
            praat.klik("verder")
        elif praat.open[0] == "groep:situatie":
            return praat
        else:
            praat.antwoord(SAMEN)
    raise AssertionError("no tick boxes")


OPDRACHTEN = {
    "terug": ("terug", "ik wil terug naar de vorige vraag"),
    "opnieuw": ("opnieuw", "ik wil helemaal opnieuw beginnen"),
    "stop": ("stop", "ik wil ermee stoppen"),
    "overzicht": ("overzicht", "wat heb ik allemaal gezegd"),
    "wijzig": ("wijzig", "ik wil iets veranderen"),
    "waarom": ("waarom", "waarom vraagt u dat?"),
    "herhaal": ("herhaal", "wat was de vraag ook alweer"),
    "weet_niet": ("weet niet", "geen idee"),
    "medewerker": ("help", "ik wil een medewerker spreken"),
    "wacht": ("wacht even", "ik zoek het even op"),
    "hoe_lang": ("hoe lang duurt dit nog", "hoeveel vragen nog"),
}


@pytest.mark.parametrize("staat", STATEN)
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_in_every_state_without_a_ranking(bronnen: Bronnen, staat: str, opdracht: str) -> None:
    gemeente, breng = STATEN[staat]
    for zin in OPDRACHTEN[opdracht]:
        praat = breng(Praat(bronnen, gemeente))
        open_, feiten, tekst = praat.open, [f.waarde for f in praat.overzicht.feiten], praat.tekst
        praat.zeg(zin)
        assert "begrijp ik niet" not in praat.tekst, (zin, praat.tekst)
        assert praat.tekst != tekst, "the same words twice"
        _controleer(praat, opdracht, open_, staat)
        if opdracht not in ("terug", "weet_niet"):
            assert [f.waarde for f in praat.overzicht.feiten] == feiten


def _controleer(praat: Praat, opdracht: str, open_: tuple[str, int | None] | None, staat: str) -> None:
    tekst, eerste = praat.tekst, praat.laatste.berichten[0]
    match opdracht:
        case "stop":
            middenin = open_ is not None and not open_[0].startswith(("bevestig", "was_vorig"))
            assert praat.open == ("bevestig:stop", None) if middenin else "U bent gestopt" in tekst
        case "opnieuw":
            assert praat.open == ("bevestig:opnieuw", None)
        case "terug":
            anders = praat.open != open_ or eerste.tekst.startswith(("Dit is de eerste", "Goed"))
            assert anders or staat in ("a question in between", "a question by its limit")
        case "overzicht":
            assert eerste.soort == "overzicht" or staat == "no check yet"
        case "wijzig":
            assert eerste.soort == "overzicht"
        case "medewerker":
            assert "14" in tekst
        case "waarom" if open_ is not None:
            assert praat.laatste.berichten[0].soort == "tekst"
        case "hoe_lang":
            assert re.match(
                r"Nog ongeveer (één vraag|\d+ vragen)|De check duurt|Ik heb nu geen vragen", eerste.tekst
            )
    if opdracht in ("overzicht", "wijzig", "waarom", "herhaal", "medewerker", "wacht", "hoe_lang"):
        assert praat.open == open_, tekst


@pytest.mark.parametrize("staat", STATEN)
def test_going_on_leaves_are_you_sure_and_keeps_a_question(bronnen: Bronnen, staat: str) -> None:
    gemeente, breng = STATEN[staat]
    praat = breng(Praat(bronnen, gemeente))
    open_ = praat.open
    praat.zeg("ga verder")
    assert praat.open is not None
    assert praat.open == (("kale_huur", None) if staat == "are you sure" else open_ or praat.open)


@pytest.mark.parametrize(
    ("zin", "bij", "feit", "waarde"),
    [
        ("help mij, ik ben 34", "leeftijd", "leeftijd", 34),
        ("ik ben gestopt met werken, ik krijg bijstand", "inkomen_soort", "inkomen_soort", "bijstand"),
        ("650, stop maar met zeuren", "kale_huur", "kale_huur", "650.00"),
    ],
)
def test_a_command_in_a_sentence_does_not_eat_the_answer(
    praat: Praat, zin: str, bij: str, feit: str, waarde: object
) -> None:
    tot(praat, bij)
    praat.zeg(zin, intenties=(("stop", 0.9),) if "stop" in zin and "gestopt" in zin else ())
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}.get(feit) == waarde, praat.tekst


def test_stop_said_twice_is_a_yes(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("stop")
    praat.zeg("stop")
    assert "U bent gestopt" in praat.tekst


def test_begin_again_said_twice_throws_nothing_away(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("opnieuw")
    praat.zeg("opnieuw")
    assert praat.open == ("bevestig:opnieuw", None)
    assert praat.overzicht.feiten
