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
