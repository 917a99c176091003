"""A scheme of a gemeente that becomes another on a later day: prepared, and nothing changes before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from content.lokaal.regeling import Regelingdata
from tests.regels.hulp import NIET, WEL
from tests.regels.lokaal import ALLEEN, DAG, Data, codes, data, geld, uitkomst

VAN = date(2026, 12, 1)
BRON = [{"naam": "Besluit", "url": "https://proefstad.example/b", "datum": date(2026, 11, 1)}]


def straks(van: date = VAN, **anders: object) -> Data:
    return {"van": van, "bron": BRON, "zekerheid": "verzonnen", "nagekeken": date(2026, 11, 1), **anders}


def keer(dag: date) -> Decimal | None:
    meer = straks(bedragen=[{"bedrag": "12.00"}])
    return uitkomst(ALLEEN, geld({"bedrag": "10.00"}, straks=[meer]), dag=dag).bedrag_per_keer


def test_vanaf_die_dag_geldt_het_nieuwe_bedrag() -> None:
    assert [keer(dag) for dag in (DAG, date(2026, 11, 30), VAN, date(2026, 12, 31))] == [10, 10, 12, 12]


def test_wat_niet_verandert_blijft_en_de_twijfel_is_die_van_de_nieuwe_bron() -> None:
    regel = geld({"bedrag": "10.00"}, leeftijd={"van": 50}, straks=[straks(bedragen=[{"bedrag": "12.00"}])])
    assert (uitkomst(ALLEEN, regel, dag=VAN).recht, codes(uitkomst(ALLEEN, regel, dag=VAN))) == (
        NIET, {"te_jong"},
    )  # fmt: skip
    onzeker = straks(bedragen=[{"bedrag": "12.00"}], zekerheid="onzeker")
    regel = geld({"bedrag": "10.00"}, straks=[onzeker])
    assert uitkomst(ALLEEN, regel).recht == WEL
    assert {r.code for r in uitkomst(ALLEEN, regel, dag=VAN).let_op} == {"regels_onzeker"}


def test_een_grens_van_de_wet_die_er_pas_straks_is_wordt_gelezen() -> None:
    van = {"van": "norm_bijstand", "procent": "100", "soort": "netto", "vakantiegeld": "met"}
    regel = geld({"bedrag": "10.00"}, straks=[straks(inkomen=van | {"kostendelersnorm": "telt_niet"})])
    veel = {**ALLEEN, "netto_inkomen_maand": "3000.00"}
    assert uitkomst(veel, regel).recht == WEL
    assert uitkomst(veel, regel, dag=VAN).recht == NIET


def test_wat_eindigt_gaat_straks_verder() -> None:
    regel = geld(
        {"bedrag": "10.00"}, geldig_tot=date(2026, 11, 30), straks=[straks(bedragen=[{"bedrag": "12.00"}])]
    )
    assert uitkomst(ALLEEN, regel, dag=VAN).bedrag_per_keer == 12


@pytest.mark.parametrize(
    ("later", "melding"),
    [
        ([straks(), straks()], "op volgorde"),
        ([straks(van=date(2027, 1, 1)), straks()], "op volgorde"),
        ([straks(bedragen=[])], "past niet"),
    ],
)
def test_wat_niet_past_wordt_geweigerd(later: list[Data], melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        Regelingdata.model_validate(geld({"bedrag": "10.00"}, straks=later))


def test_zonder_straks_is_het_op_elke_dag_hetzelfde() -> None:
    een = Regelingdata.model_validate(data())
    assert een.op(VAN) is een
    assert een.versies() == (een,)
