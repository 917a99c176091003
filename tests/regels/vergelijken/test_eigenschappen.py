"""What must be true of every comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from actions.regels.catalogus import REGELINGEN
from actions.regels.opgave import Opgave
from actions.regels.typen import Maand, leeftijd_in_maand
from actions.regels.vergelijken.bedragen import Jaarbedragen
from actions.regels.vergelijken.situatie import lees_situatie
from actions.regels.vergelijken.uitkomst import Vergelijking
from tests.regels.hulp import parameters
from tests.regels.vergelijken.hulp import vergeleken

_SNEL = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_GELD = st.integers(0, 60_000).map(str)
DAGEN = st.dates(date(2025, 6, 1), date(2027, 3, 31))
VANDAAG = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def gezinnen(draw: st.DrawFn) -> dict[str, Any]:
    partner = draw(st.booleans())
    kinderen = draw(st.lists(st.integers(0, 17), max_size=3))
    feiten: dict[str, Any] = {
        "leeftijd": draw(st.integers(18, 80)),
        "partner": partner,
        "inkomen_soort": draw(st.sampled_from(["loon", "ww", "aow", "anw"])),
        "inkomen_jaar": draw(_GELD),
        "kinderen": kinderen,
        "woonsituatie": draw(st.sampled_from(["huur_zelfstandig", "koop", "inwonend"])),
        "kale_huur": draw(st.integers(200, 1000).map(str)),
        "medebewoners": [],
        "vermogen": draw(st.sampled_from(["0", "20000", "60000", "150000"])),
        "overwaarde_woning": "0",
        "schulden_bedrag": "0",
        "aow_volledig": True,
        "krijgt_al": ["zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderbijslag"],
    }
    if partner:
        feiten |= {
            "leeftijd_partner": draw(st.integers(18, 80)),
            "inkomen_partner_jaar": draw(_GELD),
            "inkomen_soort_partner": "loon",
            "vermogen_partner": "0",
        }
    return feiten


def klopt(v: Vergelijking) -> None:
    """The parts add up to the whole."""
    met = [d for d in v.verschillen if d.telt_mee]
    assert v.per_maand.verschil == sum((d.verschil_per_maand or Decimal(0) for d in met), Decimal(0))
    assert v.dit_jaar == sum((d.dit_jaar or Decimal(0) for d in met), Decimal(0))
    for d in v.verschillen:
        assert d.al_te_veel_ontvangen is None or d.al_te_veel_ontvangen > 0
        if d.oorzaak == "gelijk":
            assert d.vanaf is None
            assert not d.verschil_per_maand


@_SNEL
@given(gezinnen(), DAGEN, VANDAAG)
def test_nothing_changes(feiten: dict[str, Any], dag: date, vandaag: date) -> None:
    v = vergeleken(feiten, feiten, dag, vandaag=vandaag)
    klopt(v)
    assert {d.oorzaak for d in v.verschillen} <= {"gelijk", "onbekend"}
    assert v.dit_jaar == v.per_maand.verschil == v.vol_jaar.verschil == 0
    assert not v.melden
    assert not v.nieuw_aanvragen
    assert all(d.al_te_veel_ontvangen is None for d in v.verschillen)


_MAAND = st.dates(date(2009, 2, 1), date(2026, 5, 1)).map(lambda dag: f"{dag:%Y-%m}")


@settings(_SNEL, max_examples=100)
@given(gezinnen(), st.lists(_MAAND, max_size=3), st.sampled_from(["loon", "bijstand", "aow"]))
def test_the_months_of_a_year_add_up_to_the_year_of_the_kernel(
    feiten: dict[str, Any], geboren: list[str], soort: str
) -> None:
    """Also when a child is born, or comes to another age, in the course of it."""
    vandaag = date(2026, 6, 1)
    oud = [leeftijd_in_maand(Maand(int(m[:4]), int(m[5:])), 2026, 6) for m in geboren]
    feiten |= {"kinderen": oud, "kinderen_geboortemaand": geboren, "inkomen_soort": soort}
    opgave = Opgave(feiten, vandaag, tuple(REGELINGEN))
    situatie, bedragen = lees_situatie(opgave, vandaag), Jaarbedragen(parameters())
    for uitkomst in opgave.reken(parameters()).uitkomsten:
        if uitkomst.recht == "onbekend" or uitkomst.ritme not in ("maand", "kwartaal"):
            continue
        regeling = REGELINGEN[uitkomst.regeling]
        jaar = bedragen.van_jaar(regeling, 2026, situatie.op)
        if uitkomst.regeling == "kinderopvangtoeslag" and jaar is None:
            continue  # a child too old for it now was not in January, and its care was never asked
        assert jaar is not None
        assert bedragen.som(regeling, 2026, jaar) == uitkomst.bedrag_per_jaar, uitkomst.regeling
        nu = jaar[6 if regeling.ritme == "maand" else 4].uitbetaald
        assert nu == uitkomst.bedrag_per_keer, uitkomst.regeling


@_SNEL
@given(gezinnen(), gezinnen(), DAGEN, VANDAAG)
def test_parts_add_up(voor: dict[str, Any], na: dict[str, Any], dag: date, vandaag: date) -> None:
    klopt(vergeleken(voor, na, dag, vandaag=vandaag))


@_SNEL
@given(gezinnen(), gezinnen(), VANDAAG)
def test_the_other_way_round_is_the_opposite(voor: dict[str, Any], na: dict[str, Any], vandaag: date) -> None:
    """From 1 January, so that no month is of the other situation."""
    een, ander = date(2026, 1, 1), vergeleken(na, voor, date(2026, 1, 1), vandaag=vandaag)
    v = vergeleken(voor, na, een, vandaag=vandaag)
    assert v.per_maand.verschil == -ander.per_maand.verschil
    assert v.dit_jaar == -ander.dit_jaar
    assert v.vol_jaar.verschil == -ander.vol_jaar.verschil


@_SNEL
@given(gezinnen(), _GELD, st.integers(1, 12), st.integers(1, 12))
def test_a_year_income_is_of_the_whole_year(
    feiten: dict[str, Any], inkomen: str, maand: int, andere: int
) -> None:
    """In whatever month of the year it is told that it changes: for what is settled by the year (not bijstand and the like)."""
    assume(inkomen != feiten["inkomen_jaar"])
    na = {**feiten, "inkomen_jaar": inkomen}
    toeslagen = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
    gevonden = []
    for m in (maand, andere):
        v = vergeleken(feiten, na, date(2026, m, 1), vandaag=date(2026, 12, 1))
        assert v.vol_jaar.voor >= 0
        gevonden.append(
            {
                d.regeling: (d.dit_jaar, d.vol_jaar_voor, d.vol_jaar_na, d.al_te_veel_ontvangen)
                for d in v.verschillen
                if d.regeling in toeslagen
            }
        )
    assert gevonden[0] == gevonden[1]


@_SNEL
@given(gezinnen(), gezinnen(), st.integers(1, 12), VANDAAG)
def test_next_year_leaves_this_year_alone(
    voor: dict[str, Any], na: dict[str, Any], maand: int, vandaag: date
) -> None:
    v = vergeleken(voor, na, date(2027, maand, 1), vandaag=vandaag)
    assert v.dit_jaar == 0
    assert all(d.al_te_veel_ontvangen is None for d in v.verschillen)
    assert all(d.vanaf is None or d.vanaf >= date(2027, 1, 1) for d in v.verschillen)
