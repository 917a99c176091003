"""Kinderbijslag: per quarter, by age on its first day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.kern import Uitslag, bepaal
from actions.regels.regeling import Uitkomst
from actions.regels.svb.kinderbijslag import KWARTALEN
from actions.regels.typen import WEET_NIET, Maand
from content.parameters import Parameters
from tests.regels.hoeken import geboortemaanden
from tests.regels.hulp import ALLES, NIET, ONBEKEND, WEL, parameters

SNEL = settings(max_examples=150, deadline=None, derandomize=True)
ID = "kinderbijslag"
D = Decimal
PEILDATA = st.sampled_from([date(2026, 1, 1), date(2026, 6, 15), date(2026, 11, 20), date(2025, 8, 31)])
LEEFTIJDEN = st.lists(st.sampled_from((0, 3, 5, 6, 8, 11, 12, 15, 16, 17)), min_size=1, max_size=4)


def uitslag(feiten: Mapping[str, object], dag: date, p: Parameters | None = None) -> Uitslag:
    return bepaal(feiten, p or parameters(), dag, (ID,), catalogus=ALLES)


def uitkomst(feiten: Mapping[str, object], dag: date, p: Parameters | None = None) -> Uitkomst:
    return uitslag(feiten, dag, p).uitkomst(ID)


def los(geboren: Maand, dag: date) -> D:
    """One child in one quarter, written out apart from the rules."""
    maanden = (dag.year - geboren.jaar) * 12 + dag.month - geboren.maand
    # Born in the month of the first day itself: a day later at the earliest, save for a birthday on the day itself.
    jaren = (maanden - 1) // 12
    if not 0 <= jaren < 18:
        return D(0)
    naam = "bedrag_0_5" if jaren < 6 else "bedrag_6_11" if jaren < 12 else "bedrag_12_17"
    return parameters().op(ID, dag)[naam]


@SNEL
@given(PEILDATA, LEEFTIJDEN, st.integers(0, 10**6))
def test_elk_kwartaal_naar_de_leeftijd_op_de_eerste_dag(dag: date, leeftijden: list[int], zaad: int) -> None:
    toeval = Random(zaad)
    maanden = tuple(toeval.choice(geboortemaanden(jaren, dag)) for jaren in leeftijden)
    feiten = {"kinderen": tuple(leeftijden), "kinderen_geboortemaand": maanden}
    kwartalen = {m: sum(los(geboren, date(dag.year, m, 1)) for geboren in maanden) for m in KWARTALEN}
    nu = uitkomst(feiten, dag)
    assert nu.bedrag_per_jaar == sum(kwartalen.values())
    assert nu.bedrag_per_maand is None
    if nu.recht == WEL:
        assert nu.bedrag_per_keer == kwartalen[max(m for m in KWARTALEN if m <= dag.month)]
        assert not nu.schatting
    else:
        assert nu.recht == NIET
        assert nu.bedrag_per_keer == 0


@SNEL
@given(PEILDATA, LEEFTIJDEN, st.integers(0, 10**6))
def test_een_geboortemaand_die_niet_gevraagd_wordt_maakt_niet_uit(
    dag: date, leeftijden: list[int], zaad: int
) -> None:
    toeval = Random(zaad)
    eerst = uitslag({"kinderen": tuple(leeftijden)}, dag)
    gevraagd = {int(pad.rpartition(".")[2]) for pad in eerst.open_paden}
    vast = [toeval.choice(geboortemaanden(jaren, dag)) for jaren in leeftijden]
    anders = [
        vast[i] if i in gevraagd else toeval.choice(geboortemaanden(jaren, dag))
        for i, jaren in enumerate(leeftijden)
    ]
    bedragen = {
        uitkomst({"kinderen": tuple(leeftijden), "kinderen_geboortemaand": tuple(m)}, dag).bedrag_per_jaar
        for m in (vast, anders)
    }
    assert len(bedragen) == 1
    assert eerst.uitkomst(ID).schatting == bool(gevraagd)


def test_zonder_kinderen_is_het_open() -> None:
    niets = uitslag({}, date(2026, 6, 15))
    assert niets.open_paden == ("kinderen",)
    assert niets.uitkomst(ID).recht == ONBEKEND
    half = uitslag({"kinderen": (None, 3)}, date(2026, 6, 15))
    assert half.open_paden[0] == "kinderen.0.leeftijd"
    onbekend = uitslag({"kinderen": WEET_NIET}, date(2026, 6, 15))
    assert [r.code for r in onbekend.uitkomst(ID).redenen] == ["weet_niet"]
    assert onbekend.open_paden == ()


@pytest.mark.parametrize(
    ("feiten", "let_op", "schatting"),
    [
        ({"kinderen": (14,)}, [], False),
        ({"kinderen": (16,)}, ["kind_naar_school"], False),
        ({"kinderen": (3,), "co_ouder": True}, ["kinderbijslag_gedeeld"], True),
        ({"kinderen": (3,), "co_ouder": False}, [], False),
    ],
)
def test_waarschuwingen(feiten: dict[str, object], let_op: list[str], schatting: bool) -> None:
    gevonden = uitkomst(feiten, date(2026, 11, 20))
    assert [reden.code for reden in gevonden.let_op] == let_op
    assert gevonden.schatting is schatting
    assert gevonden.ritme == "kwartaal"
    assert gevonden.uiterlijk == date(2027, 12, 31)
    assert ("co_ouder" in gevonden.voorwaarden) == ("co_ouder" not in feiten)


def zonder_tweede_halfjaar() -> Parameters:
    heel = parameters()
    over = tuple(w for w in heel.waarden[ID] if w.van < date(2026, 7, 1))
    return replace(heel, waarden={**heel.waarden, ID: over})


def test_een_later_halfjaar_dat_nog_niet_bekend_is_maakt_een_schatting() -> None:
    vroeg = uitkomst({"kinderen": (3,)}, date(2026, 3, 1), zonder_tweede_halfjaar())
    assert vroeg.bedrag_per_keer == D("295.07")
    assert vroeg.bedrag_per_jaar == 4 * D("295.07")
    assert [reden.code for reden in vroeg.let_op] == ["halfjaar_onbekend"]
    assert vroeg.schatting


def test_een_jaar_zonder_bedragen() -> None:
    later = uitkomst({"kinderen": (3,)}, date(2027, 2, 1))
    assert (later.bedrag_per_keer, later.bedrag_per_jaar) == (D("298.40"), 4 * D("298.40"))
    assert [reden.code for reden in later.let_op] == ["regels_van_eerder_jaar"]
    assert later.schatting
    assert [r.code for r in uitkomst({"kinderen": (3,)}, date(2024, 6, 1)).redenen] == ["geen_parameters"]


def test_de_stappen_noemen_elk_kind_en_tellen_op() -> None:
    stappen = uitkomst({"kinderen": (3, 8)}, date(2026, 11, 20)).stappen
    kinderen = [(s.waarden["leeftijd"], s.bedrag) for s in stappen if s.id == "kind"]
    assert kinderen == [(D(3), D("298.40")), (D(8), D("362.35"))]
    assert {s.id: s.bedrag for s in stappen if s.id != "kind"} == {
        "kwartaal": D("660.75"),
        "jaar": D("1186.94") + D("1441.30"),
    }
