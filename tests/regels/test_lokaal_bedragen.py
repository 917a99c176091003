"""What a local scheme gives: rows by household, age and child, and amounts that may not be told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.regels.hulp import NIET, WEL
from tests.regels.lokaal import (
    ALLEEN,
    PAAR,
    RIJEN,
    Data,
    Feiten,
    codes,
    geld,
    uitkomst,
    uitslag,
)


@pytest.mark.parametrize(
    ("ritme", "maand", "jaar", "keer"),
    [("maand", 10, 120, 10), ("kwartaal", None, 40, 10), ("jaar", None, 10, 10), ("eenmalig", None, 10, 10)],
)
def test_het_ritme(ritme: str, maand: int | None, jaar: int, keer: int) -> None:
    u = uitkomst(ALLEEN, geld({"bedrag": "10.00"}, ritme=ritme, tot_en_met=True))
    bedragen: tuple[object, ...] = (u.bedrag_per_maand, u.bedrag_per_jaar, u.bedrag_per_keer)
    assert bedragen == (maand, jaar, keer)
    assert (u.recht, u.ritme, u.vorm, u.tot_en_met) == (WEL, ritme, "geld", True)


@pytest.mark.parametrize(
    ("feiten", "som"),
    [
        (ALLEEN, "525"),
        ({**ALLEEN, "leeftijd": 65}, "600"),
        ({**ALLEEN, "kinderen": [3]}, "675"),
        ({**ALLEEN, "kinderen": [4, 11, 12]}, "1075"),
        (PAAR, "750"),
        ({**PAAR, "kinderen": [11]}, "850"),
        ({**PAAR, "kinderen": [12, 2]}, "1190"),
    ],
)
def test_van_de_gewone_rijen_telt_de_eerste_en_elk_kind_telt_op(feiten: Feiten, som: str) -> None:
    u = uitkomst(feiten, geld(*RIJEN))
    assert (u.recht, u.bedrag_per_keer, u.bedrag_per_maand) == (WEL, Decimal(som), None)


@pytest.mark.parametrize(
    ("feiten", "rijen"),
    [
        (ALLEEN, ({"bedrag": "onbekend"},)),
        (ALLEEN, ({"bedrag": "750.00", "huishouden": "paar"},)),
        (ALLEEN, ({"bedrag": "10.00", "leeftijd": {"van": "onbekend"}}, {"bedrag": "5.00"})),
        ({**ALLEEN, "kinderen": [5]}, ({"bedrag": "10.00"}, {"bedrag": "onbekend", "per_kind": {}})),
    ],
)
def test_een_onbekend_bedrag_wordt_niet_genoemd_maar_het_recht_wel(
    feiten: Feiten, rijen: tuple[Data, ...]
) -> None:
    u = uitkomst(feiten, geld(*rijen))
    assert u.recht == WEL
    assert (u.bedrag_per_keer, u.bedrag_per_maand, u.bedrag_per_jaar) == (None, None, None)


def test_zonder_ritme_is_er_geen_bedrag() -> None:
    u = uitkomst(ALLEEN, geld({"bedrag": "10.00"}, ritme="onbekend"))
    assert (u.recht, u.bedrag_per_keer, u.bedrag_per_jaar) == (WEL, None, None)


@pytest.mark.parametrize(
    ("datum", "waarden"), [(date(2023, 1, 1), {"jaar": "2023", "som": Decimal("10.00")}), (None, {})]
)
def test_een_bedrag_in_twijfel_telt_niet_en_wordt_met_zijn_jaar_genoemd(
    datum: date | None, waarden: Data
) -> None:
    oud = {"naam": "Folder", "url": "https://proefstad.example/f", "datum": datum}
    u = uitkomst(ALLEEN, geld({"bedrag": "10.00"}, bron_bedragen=[oud]))
    assert (u.recht, u.bedrag_per_keer, u.bedrag_per_jaar) == (WEL, None, None)
    assert [(r.code, r.waarden) for r in u.let_op] == [("bedrag_onzeker", waarden)]


@pytest.mark.parametrize(
    ("kinderen", "rij", "recht"),
    [
        ([5], {"bedrag": "100.00", "per_kind": {"van": 4}}, WEL),
        ([3], {"bedrag": "100.00", "per_kind": {"van": 4}}, NIET),
        ([5], {"bedrag": "onbekend", "per_kind": {"van": 4}}, WEL),
    ],
)
def test_alleen_geld_voor_kinderen_vraagt_een_kind(kinderen: list[int], rij: Data, recht: str) -> None:
    u = uitkomst({**ALLEEN, "kinderen": kinderen}, geld(rij))
    assert u.recht == recht
    assert recht == WEL or codes(u) == {"geen_kind"}


def test_wat_alleen_het_bedrag_verandert_wordt_ook_gevraagd() -> None:
    assert uitslag({}, geld(*RIJEN)).nodige_paden == ("leeftijd", "partner", "kinderen")
    assert uitslag({"partner": True}, geld(*RIJEN)).nodige_paden == ("kinderen",)
