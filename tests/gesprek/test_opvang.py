"""Childcare in the talk: child by child, in the words of parents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.gesprek.opvang import uurprijs
from tests.gesprek.praat import Praat


def _tot_opvang(praat: Praat, *zinnen: str) -> None:
    praat.klik("start:kinderopvangtoeslag")
    for zin in zinnen:
        praat.zeg(zin)


def test_all_children_in_care_are_not_asked_which(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "2", "2 en 6")
    assert praat.vraag is not None
    assert praat.vraag.vraag == "opvang"
    for zin in ("2", "30000"):
        praat.zeg(zin)
    assert praat.open == ("opvang.soort", 1)
    assert "kind 1 (2 jaar)" in praat.tekst
    for zin in ("dagopvang", "100", "9,50", "bso", "40", "8.25 per uur", "ja"):
        praat.zeg(zin)
    uit = praat.uitkomsten()["kinderopvangtoeslag"]
    # 96% of 950 for the first child, 96.3% of 330 for the second is not our business here: an amount, and no question left
    assert uit.recht == "waarschijnlijk_wel"
    assert (uit.bedrag_per_maand or 0) > 1000


def test_which_child_is_asked_when_not_all_go(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "3", "2, 6 en 9", "2", "30000")
    assert praat.open == ("opvang.kind", 1)
    assert praat.vraag is not None
    assert [k.label for k in praat.vraag.keuzes or ()][:2] == ["Kind 1 (2 jaar)", "Kind 2 (6 jaar)"]
    praat.zeg("2")  # the second child, or the one of two years?
    assert praat.open == ("opvang.kind", 1)
    praat.zeg("die van 6 jaar")
    while praat.open != ("opvang.kind", 2):
        praat.zeg({"opvang.soort": "bso", "opvang.uren_maand": "40"}.get(str(praat.vraag.vraag), "9"))
        assert praat.vraag is not None
    assert [k.label for k in praat.vraag.keuzes or ()][:2] == ["Kind 1 (2 jaar)", "Kind 3 (9 jaar)"]
    praat.zeg("de derde")
    items = next(f.waarde for f in praat.overzicht.feiten if f.feit == "opvang")
    assert [item["kind"] for item in items] == [1, 2]


def test_of_one_child_in_care_nobody_asks_which(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "2", "2 en 6", "1", "30000")
    assert praat.open == ("opvang.soort", 1)


def test_one_child_is_a_yes_or_no(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "1", "4")
    assert praat.tekst.endswith("Gaat uw kind naar de kinderopvang, de BSO of een gastouder?")
    assert [k.label for k in praat.vraag.keuzes or ()][:2] == ["Nee", "Ja"]  # type: ignore[union-attr]
    for zin in ("ja", "30000"):
        praat.zeg(zin)
    assert praat.open == ("opvang.soort", 1)


def test_more_children_in_care_than_there_are_is_no_answer(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "2", "2 en 6", "3")
    assert praat.open == ("opvang", None)


@pytest.mark.parametrize("zin", ["20 uur per week", "20u p/w", "20 per week", "20 uur in de week"])
def test_hours_per_week_are_confirmed_as_a_month(praat: Praat, zin: str) -> None:
    _tot_opvang(praat, "nee", "1", "4", "ja", "30000", "bso", zin)
    assert praat.open == ("opvang.uren_maand", 1)
    # 20 x 52 / 12 = 86.7
    praat.klik_op("Ja, 87 uur per maand")
    assert praat.open == ("opvang.uurprijs", 1)


def test_other_children_and_the_childcare_is_asked_anew(praat: Praat) -> None:
    _tot_opvang(praat, "nee", "1", "4", "nee")
    assert praat.open is None
    praat.klik("wijzig:kinderen")
    for zin in ("2", "4 en 7"):
        praat.zeg(zin)
    assert praat.open == ("opvang", None)


def test_the_price_of_an_hour() -> None:
    assert uurprijs("opvang.uurprijs", "10.20 per uur").strip() == "10,20"
    assert uurprijs("opvang.uurprijs", "9,5 p/u").strip() == "9,5"
    assert uurprijs("kale_huur", "650.50 per uur") == "650.50 per uur"
    assert Decimal("10.20") == Decimal("10.2")


@pytest.mark.parametrize(("leeftijd", "gezegd"), [("10", False), ("11", True), ("13", True)])
def test_of_a_child_that_may_be_at_secondary_school_the_question_says_that_it_does_not_count(
    praat: Praat, leeftijd: str, gezegd: bool
) -> None:
    """Asked about care all the same: at these ages a child may still be at primary school."""
    _tot_opvang(praat, "nee", "1", leeftijd)
    assert praat.vraag is not None
    assert praat.vraag.invoer is not None
    assert praat.vraag.vraag == "opvang"
    assert ("middelbare school telt niet mee" in (praat.vraag.invoer.hulp or "")) is gezegd
