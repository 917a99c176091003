"""Answers as tired people type them, read with the words of the content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.lees_feit import lees_feit
from tests.gesprek.praat import Praat

_DATA = yaml.safe_load((Path(__file__).parent / "moe.yml").read_text(encoding="utf-8"))
_ANTWOORDEN = [
    pytest.param(feit, *regel, id=f"{feit}-{regel[0]}") for feit, regels in _DATA.items() for regel in regels
]


@pytest.mark.parametrize(("feit", "tekst", "verwacht"), _ANTWOORDEN)
def test_what_tired_people_type(bronnen: Bronnen, feit: str, tekst: str, verwacht: Any) -> None:
    gelezen = lees_feit(bronnen, feit, tekst)
    if feit == "kinderen" and isinstance(verwacht, list):
        assert gelezen["ook"]["kinderen.leeftijd"] == verwacht
        assert gelezen["waarde"] == len(verwacht)
    elif isinstance(verwacht, list):
        assert gelezen["waarde"] is None
        assert [lezing["label"] for lezing in gelezen["lezingen"]] == verwacht
    else:
        assert gelezen["waarde"] == verwacht
        assert type(gelezen["waarde"]) is type(verwacht)


@pytest.fixture
def moe(bronnen: Bronnen) -> Praat:
    """The whole check of somebody who rents alone, at the question about children."""
    praat = Praat(bronnen)
    praat.klik("start")
    for tekst in ("34", "nee", "bijstand"):
        praat.zeg(tekst)
    return praat


def _gezegd(praat: Praat) -> dict[str, Any]:
    return dict(praat.bronnen.opslag.lees(praat.id).staat.feiten)  # type: ignore[union-attr]


def test_children_that_are_grown_up_are_said_back(moe: Praat) -> None:
    moe.zeg("mijn dochter van 21 woont nog thuis")
    assert _gezegd(moe)["kinderen"] == []
    assert "geen kinderen onder de 18" in moe.tekst


def test_a_zero_is_no_year_income(bronnen: Bronnen) -> None:
    """ "Was dat heel 2026 zo?" - "0": whoever means no would have had an income of nothing."""
    praat = Praat(bronnen)
    praat.klik("start:zorgtoeslag")
    for tekst in ("34", "nee", "1400 netto per maand", "0"):
        praat.zeg(tekst)
    assert "inkomen_jaar" not in _gezegd(praat)
    assert "Was dat heel 2026 zo?" in praat.tekst
    praat.zeg("nee")
    assert "inkomen_jaar" not in _gezegd(praat)


def test_holiday_pay_on_top_is_added(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start:zorgtoeslag")
    for tekst in ("34", "nee", "24000 per jaar 8% vakantiegeld erbij"):
        praat.zeg(tekst)
    assert _gezegd(praat)["inkomen_jaar"] == "25920.00", praat.tekst


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("mijn zoon van 21", [{"relatie": "kind", "leeftijd": 21}]),
        ("mijn zoon", [{"relatie": "kind"}]),
        ("mn ouders", [{"relatie": "ouder"}, {"relatie": "ouder"}]),
        ("zoon van 22 en zijn vriendin", [{"relatie": "kind", "leeftijd": 22}, {"relatie": "ander"}]),
    ],
)
def test_who_is_named_is_not_asked_for_again(moe: Praat, tekst: str, wie: list[dict[str, Any]]) -> None:
    _tot_medebewoners(moe)
    moe.zeg(tekst)
    assert _gezegd(moe)["medebewoners"] == wie
    assert "medebewoners.relatie" not in str(moe.open)
    assert "bij u" in moe.tekst


@pytest.mark.parametrize("tekst", ["mijn zoon", "mijn zoon en mijn dochter"])
def test_a_child_without_an_age_may_be_the_one_under_18(bronnen: Bronnen, tekst: str) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    for antwoord in ("34", "nee", "bijstand", "een zoon van 4 en een dochter van 9"):
        praat.zeg(antwoord)
    _tot_medebewoners(praat)
    praat.zeg(tekst)
    assert "medebewoners" not in _gezegd(praat)


def test_about_somebody_else_it_is_asked_whose_son_that_is(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.zeg("voor mijn moeder")
    praat.klik("start")
    for tekst in ("71", "nee", "aow", "19500"):
        praat.zeg(tekst)
    _tot_medebewoners(praat)
    praat.zeg("zoon van 40")
    assert _gezegd(praat)["medebewoners"] == [{}]
    assert praat.open == ("medebewoners.relatie", 1)


def _tot_medebewoners(praat: Praat) -> None:
    antwoorden = {"kinderen": "geen", "woonsituatie": "huur", "kale_huur": "640"}
    while praat.open is not None and praat.open[0] != "medebewoners":
        praat.zeg(antwoorden[praat.open[0]])


@pytest.mark.parametrize("tekst", ["alles", "Alles graag", "gewoon alles!"])
def test_everything_begins_the_whole_check(bronnen: Bronnen, tekst: str) -> None:
    praat = Praat(bronnen)
    praat.zeg(tekst)
    assert praat.open == ("leeftijd", None)


@pytest.fixture
def ouder(bronnen: Bronnen) -> Praat:
    """A parent of two, at the question about childcare."""
    praat = Praat(bronnen)
    praat.klik("start:kinderopvangtoeslag")
    antwoorden = {
        "leeftijd": "34",
        "partner": "nee",
        "inkomen_soort": "loon",
        "inkomen_jaar": "24000",
        "kinderen": "2 eentje van 4 en eentje van 9",
        "werkt": "parttime",
    }
    while praat.open is not None and praat.open[0] != "opvang":
        praat.zeg(antwoorden[praat.open[0]])
    return praat


@pytest.mark.parametrize(
    ("tekst", "opvang"),
    [
        ("allebei", [{"kind": 0}, {"kind": 1}]),
        ("alle twee", [{"kind": 0}, {"kind": 1}]),
        ("1 van de 2", [{}]),
        ("alleen de jongste", [{"kind": 0}]),
        ("de oudste", [{"kind": 1}]),
        ("die van 9", [{"kind": 1}]),
        ("de kleine", [{"kind": 0}]),
    ],
)
def test_which_children_go_to_childcare(ouder: Praat, tekst: str, opvang: list[dict[str, int]]) -> None:
    ouder.zeg(tekst)
    assert _gezegd(ouder)["opvang"] == opvang


@pytest.mark.parametrize("tekst", ["alle drie", "2 van de 3", "die van 12"])
def test_children_that_are_not_there_do_not_go(ouder: Praat, tekst: str) -> None:
    ouder.zeg(tekst)
    assert "opvang" not in _gezegd(ouder)


@pytest.mark.parametrize("tekst", ["allebei", "alle kinderen", "alleen de jongste"])
def test_of_children_that_are_not_known_none_goes(bronnen: Bronnen, tekst: str) -> None:
    praat = Praat(bronnen)
    praat.klik("start:kinderopvangtoeslag")
    for antwoord in ("nee", "weet ik niet"):
        praat.zeg(antwoord)
    assert praat.open == ("opvang", None)
    praat.zeg(tekst)
    assert "opvang" not in _gezegd(praat)


_VERDER = {
    "leeftijd": "34",
    "partner": "nee",
    "inkomen_soort": "loon",
    "inkomen_jaar": "14000",
    "kinderen": "geen",
    "woonsituatie": "huur",
    "kale_huur": "640",
    "medebewoners": "niemand",
    "vermogen": "tussen 5000 en 10000",
}


def _tot_vandaag(bronnen: Bronnen) -> Praat:
    """The second round, at the question what somebody has today."""
    praat = Praat(bronnen, "voorbeeldstad")
    praat.klik("start")
    for _ in range(40):
        if praat.open == ("vermogen_nu", None):
            return praat
        if praat.open is None:
            praat.klik("verder")
        else:
            praat.zeg(_VERDER.get(praat.open[0], "weet ik niet"))
    raise AssertionError(praat.tekst)


@pytest.mark.parametrize("tekst", ["hetzelfde", "Nog steeds hetzelfde.", "zelfde als toen", "niet veranderd"])
def test_as_much_today_as_in_january(bronnen: Bronnen, tekst: str) -> None:
    praat = _tot_vandaag(bronnen)
    praat.zeg(tekst)
    assert "8.000 euro of minder?" in praat.tekst
    praat.zeg("ja")
    assert _gezegd(praat)["vermogen_nu"] == {"van": "0", "tot": "8000"}


@pytest.mark.parametrize(("vraag", "tekst", "per"), [("kale_huur", "160 per week", "per maand")])
def test_an_amount_of_another_period_says_which_is_needed(
    moe: Praat, vraag: str, tekst: str, per: str
) -> None:
    moe.zeg("geen")
    moe.zeg("huur")
    assert moe.open == (vraag, None)
    moe.zeg(tekst)
    assert f"Ik heb het bedrag {per} nodig." in moe.tekst
    assert vraag not in _gezegd(moe)
