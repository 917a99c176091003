"""Bijstand and AIO worked out a second time in ordinary numbers (minima 1.1-1.5), for random households: as `test_nagerekend`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.kern import bepaal
from actions.regels.typen import Medebewoner
from tests.regels.hulp import ALLES, NIET, ONBEKEND, WEL, parameters
from tests.regels.test_metamorf import GEZIN, gezinnen

D = Decimal
CENT = D("0.01")
NUL = D(0)
SNEL = settings(max_examples=250, deadline=None, derandomize=True)
AOW = 67
DAGEN = (date(2026, 11, 20), date(2026, 3, 1), date(2025, 10, 1), date(2025, 2, 1))
Bedragen = dict[str, Decimal]


def _cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(CENT, ROUND_HALF_UP)


def _samen(f: dict[str, Any]) -> bool:
    return bool(f["partner"] or f.get("gezamenlijke_huishouding"))


def _leeftijden(f: dict[str, Any]) -> list[int]:
    return [f["leeftijd"], *([f["leeftijd_partner"]] if _samen(f) else [])]


def delers(f: dict[str, Any]) -> int:
    aantal = sum(
        1
        for b in f["medebewoners"]
        if b.leeftijd >= 27
        and not b.studeert
        and (b.relatie in ("kind", "ouder", "broer_zus") or not b.huurcontract)
    )
    return max(aantal - 1, 0) if f.get("gezamenlijke_huishouding") and not f["partner"] else aantal


def deel(volwassenen: int, gehuwden: Decimal, n: Bedragen) -> Decimal:
    procent = (n["kostendelers_vast_pct"] + volwassenen * n["kostendelers_per_persoon_pct"]) / volwassenen
    return _cent(procent * gehuwden / 100)


def norm(f: dict[str, Any], n: Bedragen) -> Decimal:
    samen, d, leeftijden = _samen(f), delers(f), _leeftijden(f)
    if f["woonsituatie"] == "instelling":
        wie = "gehuwden" if samen else "alleenstaande"
        return n[f"norm_inrichting_{wie}"] + n[f"inrichting_verhoging_{wie}"]
    aow = "_aow" if max(leeftijden) >= AOW else ""
    gehuwden = n[f"norm_gehuwden{aow}"]
    kind = "met_kind" if f["kinderen"] else "zonder_kind"
    jongeren = sum(1 for leeftijd in leeftijden if leeftijd < 21)
    if not jongeren:
        if d:
            return len(leeftijden) * deel(len(leeftijden) + d, gehuwden, n)
        return gehuwden if samen else n[f"norm_alleenstaande{aow}"]
    if not samen:
        basis, hoogste = n["norm_alleenstaande_18_20"], n["norm_alleenstaande"]
    elif jongeren == 2:
        basis, hoogste = n[f"norm_gehuwden_beiden_18_20_{kind}"], n["norm_gehuwden"]
    else:
        basis, hoogste = n[f"norm_gehuwden_een_18_20_{kind}"], n["norm_gehuwden"]
        if d:
            jongste = n[
                "deel_18_20_met_kind_bij_kostendelers" if f["kinderen"] else "norm_alleenstaande_18_20"
            ]
            basis = jongste + deel(1 + d, n["norm_gehuwden"], n)
            hoogste = 2 * deel(2 + d, n["norm_gehuwden"], n)
    if f["leeftijd"] < 21 and not f["ouders_dragen_bij"] and "verhoging_18_20" in n:
        return min(basis + n["verhoging_18_20"], max(basis, hoogste))
    return basis


def telt(f: dict[str, Any], n: Bedragen, aio: Bedragen | None) -> Decimal:
    eigen: Decimal = f["netto_inkomen_maand"]
    partner: Decimal = f["netto_inkomen_partner_maand"] if _samen(f) else NUL
    werk = f["inkomen_soort"] in ("loon", "eigen_bedrijf")
    vrij = NUL
    if aio is not None:
        if werk:
            vrij = min(eigen * n["vrijlating_arbeid_pct"] / 100, n["vrijlating_arbeid_max"])
        if f["inkomen_soort"] == "pensioen":
            vrij = aio["pensioen_vrij_gehuwden" if _samen(f) else "pensioen_vrij_alleenstaande"]
        return max(eigen + partner - vrij, NUL)
    maanden = f.get("bijverdienen_maanden")
    if werk and maanden is not None and f["leeftijd"] >= 27:
        if maanden < 6:
            vrij = min(eigen * n["vrijlating_arbeid_pct"] / 100, n["vrijlating_arbeid_max"])
        elif maanden < 36 and not _samen(f) and any(kind < 12 for kind in f["kinderen"]):
            vrij = eigen * n["vrijlating_alleenstaande_ouder_pct"] / 100
    return eigen - vrij + partner


def uitkering(f: dict[str, Any], dag: date, regeling: str) -> tuple[str, Decimal | None, Decimal | None]:
    p = parameters()
    n = dict(p.op("bijstand", dag))
    is_aio = regeling == "aio"
    aio = dict(p.op("aio", dag)) if is_aio else None
    wie = "gehuwden" if _samen(f) else "alleenstaande_ouder" if f["kinderen"] else "alleenstaande"
    inkomen = f["netto_inkomen_maand"] + (f["netto_inkomen_partner_maand"] if _samen(f) else 0)
    if (
        (max(_leeftijden(f)) >= AOW) != is_aio
        or (f["leeftijd"] < 18 and not is_aio)
        or f.get("verblijfsrecht") is False
        or f["vermogen_nu"][0] - f["schulden_bedrag"][0] > n[f"vermogensgrens_{wie}"]
    ):
        return NIET, NUL, NUL

    def per_maand(bedragen: Bedragen) -> Decimal:
        hoog = norm(f, bedragen)
        return max(hoog - telt(f, n, aio), NUL) if inkomen < hoog else NUL

    if inkomen >= norm(f, n):
        return NIET, NUL, NUL
    if (_samen(f) and f.get("verblijfsrecht_partner") is False) or (
        f["woonsituatie"] == "instelling" and f["leeftijd"] < 21 and not is_aio
    ):
        return ONBEKEND, None, None
    maand = per_maand(n) * (1 - n["vakantietoeslag_pct"] / 100)
    halven = [{**n, **p.op("bijstand", date(dag.year, maand_, 1))} for maand_ in (1, 7)]
    return WEL, _cent(maand), _cent(6 * sum((per_maand(half) for half in halven), NUL))


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[date, dict[str, Any]]:
    dag = draw(st.sampled_from(DAGEN))
    f: dict[str, Any] = draw(gezinnen(dag))
    f = {naam: w for naam, w in f.items() if "geboortemaand" not in naam}
    studeert = st.booleans()
    f["medebewoners"] = tuple(
        replace(b, geboortemaand=None, studeert=draw(studeert)) for b in f["medebewoners"]
    )
    f["leeftijd"] = draw(st.sampled_from((17, 18, 20, 21, 26, 27, 40, 66, 67, 80)))
    f["vermogen_nu"] = (D(draw(st.sampled_from((0, 0, 0, 7_000, 8_001, 16_001)))),) * 2
    f["netto_inkomen_maand"] = D(
        draw(st.sampled_from(("0", "0", "100", "600.01", "601.03", "1100", "1300", "1500", "2100")))
    )
    f["netto_inkomen_partner_maand"] = D(draw(st.sampled_from((0, 0, 300, 900))))
    f["kinderen"] = tuple(draw(st.lists(st.sampled_from((4, 11, 12)), max_size=2)))
    f["opvang"] = ()
    for naam, waarden in (
        ("bijverdienen_maanden", (D(0), D(5), D(6), D(35), D(36))),
        ("gezamenlijke_huishouding", (True, False)),
        ("verblijfsrecht", (True, False)),
        ("verblijfsrecht_partner", (True, False)),
    ):
        if draw(st.integers(0, 3)) == 0:
            f[naam] = draw(st.sampled_from(waarden))
    return dag, f


def klopt(dag: date, f: dict[str, Any]) -> None:
    for regeling in ("bijstand", "aio"):
        u = bepaal(f, parameters(), dag, (regeling,), catalogus=ALLES).uitkomst(regeling)
        assert (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar) == uitkering(f, dag, regeling), regeling


@SNEL
@given(gevallen())
def test_twee_keer_gerekend_is_twee_keer_hetzelfde(geval: tuple[date, dict[str, Any]]) -> None:
    klopt(*geval)


BROER = Medebewoner(40, D(0), "broer_zus")
KAAL = {**GEZIN, "opvang": (), "kinderen": (), "schulden_bedrag": (NUL, NUL), "vermogen_nu": (NUL, NUL)} | {
    "netto_inkomen_maand": NUL,
    "ouders_dragen_bij": True,
}
WIE: list[tuple[str, dict[str, Any]]] = [
    ("alleen", {}),
    ("samen", {"partner": True}),
    ("partner van 20", {"partner": True, "leeftijd_partner": 20}),
    ("zelf 20", {"partner": True, "leeftijd": 20}),
    ("zelf 20 zonder ouders", {"partner": True, "leeftijd": 20, "ouders_dragen_bij": False}),
    (
        "partner 20, ouders van de ander",
        {"partner": True, "leeftijd_partner": 20, "ouders_dragen_bij": False},
    ),
    ("beiden 20", {"partner": True, "leeftijd": 20, "leeftijd_partner": 20}),
    (
        "beiden 20 zonder ouders",
        {"partner": True, "leeftijd": 20, "leeftijd_partner": 20, "ouders_dragen_bij": False},
    ),
    ("alleen 18", {"leeftijd": 18}),
    ("alleen 20 zonder ouders", {"leeftijd": 20, "ouders_dragen_bij": False}),
    ("alleen 67", {"leeftijd": 67}),
    ("samen, een van 67", {"partner": True, "leeftijd_partner": 67}),
    ("samen, zelf 67", {"partner": True, "leeftijd": 67}),
    ("instelling", {"woonsituatie": "instelling"}),
    ("instelling samen", {"woonsituatie": "instelling", "partner": True}),
    ("met een vriend een huishouden", {"gezamenlijke_huishouding": True, "leeftijd_partner": 40}),
    ("zonder een huishouden met een vriend", {"gezamenlijke_huishouding": False}),
]
ERBIJ: list[tuple[str, dict[str, Any]]] = [
    ("niemand erbij", {}),
    ("broer", {"medebewoners": (BROER,)}),
    ("twee broers", {"medebewoners": (BROER, replace(BROER, leeftijd=27))}),
    ("broer van 26", {"medebewoners": (replace(BROER, leeftijd=26),)}),
    ("student", {"medebewoners": (replace(BROER, studeert=True),)}),
    ("huurder", {"medebewoners": (Medebewoner(40, NUL, "ander", huurcontract=True),)}),
    ("broer met contract", {"medebewoners": (replace(BROER, huurcontract=True),)}),
    ("kind", {"kinderen": (4,)}),
    ("kind en broer", {"kinderen": (4,), "medebewoners": (BROER,)}),
]


@pytest.mark.parametrize(("naam", "wie"), WIE, ids=[naam for naam, _ in WIE])
@pytest.mark.parametrize(("naam_erbij", "erbij"), ERBIJ, ids=[naam for naam, _ in ERBIJ])
def test_elk_soort_huishouden(naam: str, wie: dict[str, Any], naam_erbij: str, erbij: dict[str, Any]) -> None:
    for dag in DAGEN:
        for inkomen in ("0", "600.03", "1200"):
            klopt(dag, {**KAAL, **wie, **erbij, "netto_inkomen_maand": D(inkomen)})
