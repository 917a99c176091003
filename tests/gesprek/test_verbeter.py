"""What was understood is mended in the next turn; children told of; facts told while no plain question waits."""

from __future__ import annotations

from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat

ANTWOORDEN = {
    "leeftijd": "34",
    "partner": "nee",
    "inkomen_soort": "loon",
    "inkomen_jaar": "14000 per jaar",
    "kinderen": "2",
    "kinderen.leeftijd": "4 en 7",
    "medebewoners": "1",
    "woonsituatie": "huurhuis",
    "kale_huur": "600",
    "vermogen": "1000",
}


def _feiten(praat: Praat) -> dict[str, Any]:
    return {f.feit: f.waarde for f in praat.overzicht.feiten}


def _tot(praat: Praat, vraag: str) -> Praat:
    """Answer until this question is open."""
    praat.klik("start")
    for _ in range(50):
        if praat.open is None:
            praat.klik("verder")
        elif praat.open[0] == vraag:
            return praat
        else:
            praat.zeg(ANTWOORDEN.get(praat.open[0], "weet ik niet"))
    raise AssertionError(f"{vraag} is never asked")


@pytest.mark.parametrize(
    "zin",
    [
        "nee, ik ben 35",
        "nee 35",
        "sorry 35",
        "ik ben 35",
        "ik ben niet 34 maar 35",
        "oeps, 35 jaar bedoel ik",
    ],
)
def test_what_was_just_understood_is_changed_and_the_question_comes_back(praat: Praat, zin: str) -> None:
    praat.zeg("ik ben 34 en woon in een huurhuis")
    wacht = praat.open
    praat.zeg(zin)
    assert praat.laatste.berichten[0].tekst.startswith("Ik heb dat veranderd: u bent 35 jaar."), praat.tekst
    assert _feiten(praat) == {"leeftijd": 35, "woonsituatie": "huur_zelfstandig"}
    assert praat.open == wacht


def test_an_answer_with_more_in_it_is_mended_too(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik ben 34 en woon alleen")
    praat.zeg("nee, ik ben 35")
    assert _feiten(praat) == {"leeftijd": 35, "partner": False}


def test_only_the_turn_right_after_mends(praat: Praat) -> None:
    praat.zeg("ik ben 34 en woon in een huurhuis")
    praat.zeg("nee")
    praat.zeg("ik ben 35")
    assert _feiten(praat)["leeftijd"] == 34
    assert "eerst iets anders" in praat.tekst


def test_no_to_the_question_stays_no(praat: Praat) -> None:
    praat.zeg("ik ben 34 en woon in een huurhuis")
    praat.zeg("nee")
    assert _feiten(praat)["partner"] is False
    assert _feiten(praat)["leeftijd"] == 34


def test_a_number_that_fits_the_open_question_answers_that(praat: Praat) -> None:
    _tot(praat, "kinderen")
    praat.zeg("en ik woon in een huurhuis van 650 huur per maand")
    praat.zeg("nee 2")
    feiten = _feiten(praat)
    assert (feiten["kale_huur"], len(feiten["kinderen"])) == ("650.00", 2)


def test_a_number_that_can_be_two_facts_is_not_guessed(praat: Praat) -> None:
    praat.zeg("ik ben 34 en mijn huur is 650 per maand")
    praat.zeg("nee 35")
    assert _feiten(praat) == {"leeftijd": 34, "kale_huur": "650.00"}
    assert [k.id for k in praat.laatste.berichten[0].keuzes or ()] == ["wijzig:leeftijd", "wijzig:kale_huur"]


@pytest.mark.parametrize(
    ("zin", "leeftijden"),
    [
        ("2 van 7 en 11", [7, 11]),
        ("tweeling van 2 en een baby", [2, 2, 0]),
        ("eentje van 4", [4]),
        ("een jongen van 3 en een meisje van 5", [3, 5]),
        ("4 en 7", [4, 7]),
        ("mijn dochter is 8", [8]),
        ("1 kind van 5 jaar", [5]),
    ],
)
def test_asked_how_many_children_their_ages_are_an_answer(
    praat: Praat, zin: str, leeftijden: list[int]
) -> None:
    _tot(praat, "kinderen")
    praat.zeg(zin)
    assert _feiten(praat)["kinderen"] == leeftijden
    assert praat.open is not None
    assert not praat.open[0].startswith("kinderen")


@pytest.mark.parametrize("zin", ["2 van 4", "2 of 3", "1 en 4"])
def test_two_readings_of_how_many_children_are_asked_about(praat: Praat, zin: str) -> None:
    _tot(praat, "kinderen")
    praat.zeg(zin)
    assert "kinderen" not in _feiten(praat)
    assert praat.open == ("kinderen", None)


def test_children_of_whom_not_all_was_said_are_remembered_for_their_question(praat: Praat) -> None:
    praat.zeg("ik heb drie kinderen")
    assert praat.tekst.startswith("U heeft 3 kinderen.")
    assert not _feiten(praat)
    while praat.open is not None and praat.open[0] != "kinderen":
        praat.zeg(ANTWOORDEN[praat.open[0]])
    assert praat.vraag is not None
    assert praat.vraag.tekst.startswith("U heeft 3 kinderen. Hoeveel van hen")
    praat.zeg("alle drie")
    assert _feiten(praat)["kinderen"] == [None, None, None]


@pytest.mark.parametrize(
    "zin", ["mijn zus heeft drie kinderen", "stel ik heb drie kinderen", "ik wil drie kinderen"]
)
def test_children_of_others_or_wished_for_are_not_remembered(praat: Praat, zin: str) -> None:
    praat.klik("start")
    praat.zeg(zin)
    assert "U heeft 3 kinderen" not in praat.tekst


def test_the_answer_and_a_fact_while_ages_are_asked(praat: Praat) -> None:
    _tot(praat, "kinderen.leeftijd")
    praat.zeg("4 en 7 en ik woon in een huurhuis")
    feiten = _feiten(praat)
    assert (feiten["kinderen"], feiten["woonsituatie"]) == ([4, 7], "huur_zelfstandig")


def test_the_answer_and_a_fact_while_boxes_wait(bronnen: Bronnen) -> None:
    praat = _tot(Praat(bronnen, "alphen-aan-den-rijn"), "groep:situatie")
    praat.zeg("schulden, en ik ben 35")
    assert "eerst iets anders" in praat.tekst
    assert _feiten(praat)["schulden"] is True
    assert _feiten(praat)["leeftijd"] == 34


def test_what_is_ticked_tells_nothing_else(bronnen: Bronnen) -> None:
    praat = _tot(Praat(bronnen, "alphen-aan-den-rijn"), "groep:situatie")
    assert praat.vraag is not None
    praat.zeg(", ".join(k.label for k in (praat.vraag.keuzes or [])[:2]))
    assert "eerst iets anders" not in praat.tekst
    assert _feiten(praat)["studeert"] is True


def test_facts_while_something_in_between_is_asked(praat: Praat) -> None:
    _tot(praat, "inkomen_jaar")
    praat.zeg("2400")
    vraag = praat.laatste.berichten[-1].tekst
    praat.zeg("ik woon in een huurhuis met 2 kinderen van 4 en 7")
    feiten = _feiten(praat)
    assert (feiten["kinderen"], feiten["woonsituatie"]) == ([4, 7], "huur_zelfstandig")
    assert praat.laatste.berichten[-1].tekst.endswith(vraag)
    praat.zeg("per maand, en mijn huur is 640")
    assert _feiten(praat)["kale_huur"] == "640.00"
    assert "2.400 euro bruto per maand" in praat.laatste.berichten[-1].tekst


def test_the_answer_about_a_housemate_and_a_fact_of_ones_own(praat: Praat) -> None:
    _tot(praat, "medebewoners.leeftijd")
    praat.zeg("hij is 40 en ik zit in de bijstand")
    assert _feiten(praat)["medebewoners"][0]["leeftijd"] == 40
    assert "soort inkomen: Loon uit werk" in praat.tekst


def test_a_fact_that_was_not_known_is_taken_when_it_is_told_later(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("weet ik niet")
    assert _feiten(praat)["leeftijd"] == "weet_niet"
    praat.zeg("nee, en ik ben 35 jaar")
    assert _feiten(praat) == {"leeftijd": 35, "partner": False}
