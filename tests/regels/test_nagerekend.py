"""The three toeslagen worked out a second time, in ordinary numbers from the fact sheet (section 4), for random households.

The rules compute with everything still possible; this computes with one complete household, in another order and without any of
their code. Where both agree, a slip would have to be made twice. Ages hold all year here: birth months are tested elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actions.regels.typen import Medebewoner
from tests.regels.hoeken import GUNSTIG
from tests.regels.hulp import parameters
from tests.regels.test_eigenschappen import bedragen, huishoudens

D = Decimal
SNEL = settings(max_examples=250, deadline=None, derandomize=True)
NUL = D(0)
Bedragen = tuple[Decimal, Decimal]
NIETS = (NUL, NUL)


def _heel(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(D(1), ROUND_HALF_UP)


def _omlaag(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(D(1), ROUND_DOWN)


def _mits_genoeg(jaar: Decimal, maand: Decimal) -> Bedragen:
    """Under 24 euro a year nothing is granted, tested after rounding (Awir art. 14 lid 5)."""
    return (_omlaag(maand), _heel(jaar)) if _heel(jaar) >= 24 else NIETS


def _verblijf(f: dict[str, Any]) -> bool:
    return f.get("verblijfsrecht") is not False and not (
        f["partner"] and f.get("verblijfsrecht_partner") is False
    )


def zorgtoeslag(f: dict[str, Any], p: dict[str, Decimal]) -> Bedragen:
    grens = p["vermogensgrens_partner" if f["partner"] else "vermogensgrens_alleen"]
    if f["leeftijd"] < 18 or f.get("zorgverzekerd") is False or not _verblijf(f) or f["vermogen"][0] > grens:
        return NIETS
    inkomen = f["inkomen_jaar"] + (f["inkomen_partner_jaar"] if f["partner"] else 0)
    drempel = p["drempelinkomen"]
    procent = p["normpremie_pct_drempel_partner" if f["partner"] else "normpremie_pct_drempel_alleen"]
    norm = procent * drempel / 100
    if inkomen > drempel:
        norm += p["normpremie_pct_boven_drempel"] * (inkomen - drempel) / 100
    jaar = max(p["standaardpremie"] * (2 if f["partner"] else 1) - norm, NUL)
    if f["partner"] and f.get("zorgverzekerd_partner") is False:
        jaar /= 2
    return _mits_genoeg(jaar, _heel(jaar) / 12)


def kindgebonden_budget(f: dict[str, Any], p: dict[str, Decimal]) -> Bedragen:
    grens = p["vermogensgrens_partner" if f["partner"] else "vermogensgrens_alleen"]
    if (
        not f["kinderen"]
        or f.get("kinderbijslag_ontvangt") is False
        or f.get("verblijfsrecht") is False
        or f["vermogen"][0] > grens
    ):
        return NIETS
    jaar = len(f["kinderen"]) * p["bedrag_per_kind"]
    jaar += sum(1 for k in f["kinderen"] if 12 <= k <= 15) * p["verhoging_12_15"]
    jaar += sum(1 for k in f["kinderen"] if k >= 16) * p["verhoging_16_17"]
    inkomen, drempel = f["inkomen_jaar"], p["drempelinkomen_alleen"]
    if f["partner"]:
        inkomen, drempel = inkomen + f["inkomen_partner_jaar"], p["drempelinkomen_partner"]
    else:
        jaar += p["alleenstaande_ouderkop"]
    jaar = max(jaar - max(inkomen - drempel, NUL) * p["afbouwpercentage"] / 100, NUL)
    return _mits_genoeg(jaar, jaar / 12)


def huurtoeslag(f: dict[str, Any], p: dict[str, Decimal], jaar: int) -> Bedragen:
    """Steps 4.2 (up to 2025) and 4.3 (2026)."""
    meetellend = [b for b in f["medebewoners"] if b.relatie in ("kind", "ouder") or not b.huurcontract]
    aangepast = f.get("aangepaste_woning") is True
    grens = p["vermogensgrens_partners_samen" if f["partner"] else "vermogensgrens_per_bewoner"]
    if (
        f["woonsituatie"] != "huur_zelfstandig"
        or (f["leeftijd"] < 18 and not f["kinderen"])
        or not _verblijf(f)
        or f["vermogen"][0] > grens
        or any(b.boven_vermogensgrens for b in meetellend)
    ):
        return NIETS
    jonger_dan = p["jongerengrens_leeftijd"]
    bewoners = [
        f["leeftijd"],
        *([f["leeftijd_partner"]] if f["partner"] else []),
        *(b.leeftijd for b in meetellend),
    ]
    jong = all(leeftijd < jonger_dan for leeftijd in bewoners) and not f["kinderen"] and not aangepast
    hoogste = p["maximale_huurgrens_jongeren" if jong else "maximale_huurgrens"]
    huur = f["kale_huur"]
    if jaar < 2026:
        huur += min(f["servicekosten"], 4 * p["servicekosten_max_per_soort"])
        if huur > hoogste and not aangepast:
            return NIETS
    huur = min(huur, hoogste)

    inkomen = f["inkomen_jaar"] + (f["inkomen_partner_jaar"] if f["partner"] else 0)
    for b in meetellend:
        vrij = p["vrijstelling_inkomen_kind_onder_23"] if b.relatie == "kind" and b.leeftijd < 23 else NUL
        inkomen += max(b.inkomen_jaar - vrij, NUL)
    personen = 1 + f["partner"] + len(f["kinderen"]) + len(meetellend)
    soort = "eenpersoons" if personen == 1 else "meerpersoons"
    oud = jaar == 2024 and max([f["leeftijd"], *([f["leeftijd_partner"]] if f["partner"] else [])]) >= 67
    soort += "ouderen" if oud else ""
    laagste = p[f"basishuur_minimum_{soort}"]
    if jaar < 2026:
        a, b_ = p[f"factor_a_{soort}"], p[f"factor_b_{soort}"]
        norm = (a * inkomen**2 + b_ * inkomen).quantize(D("0.01"), ROUND_CEILING)
        eigen = max(norm - p["netto_verlaging_basishuur"], laagste)
        eigen = eigen if inkomen > p[f"minimum_inkomensijkpunt_{soort}"] else laagste
    else:
        eigen = laagste

    kwaliteit = p["kwaliteitskortingsgrens"]
    aftopping = p["aftoppingsgrens_3_plus" if personen >= 3 else "aftoppingsgrens_1_2_personen"]
    maand = NUL
    for van, tot, procent in (
        (NUL, kwaliteit, p["vergoeding_deel_a_pct"]),
        (kwaliteit, aftopping, p["vergoeding_deel_b_pct"]),
        (aftopping, huur, p["vergoeding_deel_c_pct"]),
    ):
        if van == aftopping and jaar == 2024 and soort == "meerpersoons" and not aangepast:
            continue
        maand += max(min(huur, tot) - max(van, eigen), NUL) * procent / 100
    if jaar >= 2026:
        boven = max(inkomen - p[f"minimum_inkomensijkpunt_{soort}"], NUL)
        maand -= boven * p[f"afbouwpercentage_{soort}"] / 1200
    maand = max(maand, NUL)
    return _mits_genoeg(maand * 12, maand)


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[date, dict[str, Any]]:
    dag = draw(st.sampled_from([date(2026, 6, 15), date(2025, 6, 15), date(2024, 6, 15)]))
    feiten: dict[str, Any] = draw(huishoudens(dag))
    feiten = {naam: w for naam, w in feiten.items() if "geboortemaand" not in naam}
    feiten["medebewoners"] = tuple(replace(b, geboortemaand=None) for b in feiten["medebewoners"])
    for naam in ("verblijfsrecht", "verblijfsrecht_partner", "zorgverzekerd", "zorgverzekerd_partner"):
        if draw(st.integers(0, 14)) == 0:
            feiten[naam] = False
    for naam, waarde in (("kinderbijslag_ontvangt", False), ("aangepaste_woning", True)):
        if draw(st.integers(0, 7)) == 0:
            feiten[naam] = waarde
    return dag, feiten


def klopt(dag: date, feiten: dict[str, Any]) -> None:
    p = parameters()
    zorg, huur, kgb = (
        dict(p.op(naam, dag)) for naam in ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
    )
    gekregen = bedragen(feiten, dag)
    assert gekregen["zorgtoeslag"] == zorgtoeslag(feiten, zorg)
    assert gekregen["kindgebonden-budget"] == kindgebonden_budget(feiten, kgb)
    assert gekregen["huurtoeslag"] == huurtoeslag(feiten, huur, dag.year)


@SNEL
@given(gevallen())
@example((date(2026, 6, 15), dict(GUNSTIG)))
def test_twee_keer_gerekend_is_twee_keer_hetzelfde(geval: tuple[date, dict[str, Any]]) -> None:
    klopt(*geval)


KIND = Medebewoner(22, D(9_000), "kind")
VRIEND = Medebewoner(20, D(0), "ander")
HUUR: list[tuple[str, dict[str, Any]]] = [
    ("de derde persoon is een medebewoner", {"medebewoners": (VRIEND, VRIEND), "kinderen": ()}),
    ("twee personen", {"medebewoners": (VRIEND,), "kinderen": ()}),
    ("partner en medebewoner", {"partner": True, "kinderen": (), "medebewoners": (VRIEND,)}),
    ("kind van 22 met inkomen", {"medebewoners": (KIND,)}),
    ("kind van 23 met inkomen", {"medebewoners": (replace(KIND, leeftijd=23),)}),
    ("kind met minder dan vrij is", {"medebewoners": (replace(KIND, inkomen_jaar=D(100)),)}),
    ("twee kinderen met inkomen", {"medebewoners": (KIND, replace(KIND, inkomen_jaar=D(100)))}),
    ("jong met jonge huisgenoot", {"leeftijd": 20, "kinderen": (), "medebewoners": (VRIEND,)}),
    (
        "jong met oude huisgenoot",
        {"leeftijd": 20, "kinderen": (), "medebewoners": (replace(VRIEND, leeftijd=50),)},
    ),
    (
        "jong met oude onderhuurder",
        {"leeftijd": 20, "kinderen": (), "medebewoners": (replace(VRIEND, leeftijd=50, huurcontract=True),)},
    ),
    ("jong met oude partner", {"leeftijd": 20, "kinderen": (), "partner": True, "leeftijd_partner": 50}),
    ("jong in een aangepaste woning", {"leeftijd": 20, "kinderen": (), "aangepaste_woning": True}),
    ("17 met kind", {"leeftijd": 17, "kinderen": (0,)}),
    ("17 zonder kind", {"leeftijd": 17, "kinderen": ()}),
    ("18 zonder kind", {"leeftijd": 18, "kinderen": ()}),
    ("AOW-leeftijd", {"leeftijd": 67, "kinderen": ()}),
    ("partner met AOW-leeftijd", {"partner": True, "leeftijd_partner": 67, "kinderen": ()}),
    ("net geen AOW-leeftijd", {"leeftijd": 66, "kinderen": ()}),
    ("aangepaste woning", {"aangepaste_woning": True}),
]


@pytest.mark.parametrize(
    "dag", [date(2026, 6, 15), date(2025, 6, 15), date(2024, 6, 15)], ids=lambda d: str(d.year)
)
@pytest.mark.parametrize(("naam", "anders"), HUUR, ids=lambda x: x if isinstance(x, str) else "")
def test_wie_er_wonen_maakt_uit_voor_de_huur(naam: str, anders: dict[str, Any], dag: date) -> None:
    """Under and over each limit of the rent, low and middle incomes."""
    for huur in (450, 480, 600, 750, 850, 1000):
        for inkomen in (20_000, 27_000, 34_000):
            klopt(dag, {**GUNSTIG, **anders, "kale_huur": D(huur), "inkomen_jaar": D(inkomen)})
