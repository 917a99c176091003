"""What every toeslag says beside its amount: each reason alone, the lines of the sum, warnings and the last day to apply."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import assume, given

from actions.regels.regeling import Uitkomst
from tests.regels.hulp import NIET, ONBEKEND, WEL, parameters, vraag
from tests.regels.test_eigenschappen import SNEL, Geval, gevallen, oordeel
from tests.regels.test_voorbeelden import VOORBEELDEN

D = Decimal
DAG = date(2026, 6, 15)
VIER = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderopvangtoeslag")
DAGOPVANG = {"kind": 0, "soort": "dagopvang", "uren_maand": "100", "uurprijs": "10"}
BSO = {"kind": 1, "soort": "bso", "uren_maand": "50", "uurprijs": "9"}
OUDER: dict[str, Any] = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [3, 8],
    "werkt": True,
    "opvang": [DAGOPVANG, BSO],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "800",
    "servicekosten": "60",
    "medebewoners": [],
    "inkomen_jaar": "30000",
    "vermogen": "0",
}
"""A single parent with a right to all four."""
ALLEEN = {**OUDER, "kinderen": [], "opvang": []}
SAMEN = {
    **OUDER,
    "partner": True,
    "leeftijd_partner": 40,
    "inkomen_partner_jaar": "4000",
    "werkt_partner": True,
}


def uitkomst(regeling: str, feiten: dict[str, Any], dag: date = DAG) -> Uitkomst:
    return vraag(feiten, dag, (regeling,)).uitkomst(regeling)


def codes(u: Uitkomst) -> tuple[str, ...]:
    return tuple(reden.code for reden in u.redenen)


@pytest.mark.parametrize("regeling", VIER)
@pytest.mark.parametrize("gezin", [OUDER, SAMEN], ids=["alleen", "samen"])
def test_dit_gezin_heeft_recht(regeling: str, gezin: dict[str, Any]) -> None:
    assert codes(uitkomst(regeling, gezin)) == ("voldoet",)


ZORG, HUUR, KGB, KOT = VIER
RIJK = {"vermogen": "200000"}
WAAROM_NIET = [
    (ZORG, OUDER, {"leeftijd": 17}, "te_jong"),
    (ZORG, OUDER, {"zorgverzekerd": False}, "niet_verzekerd"),
    (ZORG, OUDER, {"verblijfsrecht": False}, "geen_verblijfsrecht"),
    (ZORG, SAMEN, {"verblijfsrecht_partner": False}, "geen_verblijfsrecht"),
    (ZORG, OUDER, RIJK, "vermogen_te_hoog"),
    (ZORG, OUDER, {"inkomen_jaar": "60000"}, "inkomen_te_hoog"),
    (HUUR, ALLEEN, {"leeftijd": 17}, "te_jong"),
    (HUUR, OUDER, {"woonsituatie": "koop"}, "geen_huurwoning"),
    (HUUR, OUDER, {"woonsituatie": "huur_kamer"}, "kamer"),
    (HUUR, OUDER, {"verblijfsrecht": False}, "geen_verblijfsrecht"),
    (HUUR, SAMEN, {"verblijfsrecht_partner": False}, "geen_verblijfsrecht"),
    (HUUR, OUDER, {"vermogen": "50000"}, "vermogen_te_hoog"),
    (HUUR, OUDER, {"kale_huur": "150"}, "huur_te_laag"),
    (HUUR, OUDER, {"inkomen_jaar": "90000"}, "inkomen_te_hoog"),
    (KGB, OUDER, {"kinderen": [], "opvang": []}, "geen_kind"),
    (KGB, OUDER, {"kinderbijslag_ontvangt": False}, "geen_kinderbijslag"),
    (KGB, OUDER, {"co_ouder": True, "kinderbijslag_ontvangt": False}, "geen_kinderbijslag"),
    (KGB, OUDER, {"verblijfsrecht": False}, "geen_verblijfsrecht"),
    (KGB, OUDER, RIJK, "vermogen_te_hoog"),
    (KGB, OUDER, {"inkomen_jaar": "200000"}, "inkomen_te_hoog"),
    (KOT, OUDER, {"kinderen": [], "opvang": []}, "geen_kind"),
    (KOT, OUDER, {"opvang": []}, "geen_opvang"),
    (KOT, OUDER, {"werkt": False}, "werkt_niet"),
    (KOT, SAMEN, {"werkt_partner": False}, "partner_werkt_niet"),
    (KOT, OUDER, {"verblijfsrecht": False}, "geen_verblijfsrecht"),
    (KOT, SAMEN, {"verblijfsrecht_partner": False}, "geen_verblijfsrecht"),
    (KOT, OUDER, {"opvang": [{**DAGOPVANG, "uren_maand": "0.1"}]}, "kosten_te_laag"),
]


@pytest.mark.parametrize(("regeling", "gezin", "anders", "code"), WAAROM_NIET)
def test_een_ding_anders_en_er_is_geen_recht_om_precies_die_reden(
    regeling: str, gezin: dict[str, Any], anders: dict[str, Any], code: str
) -> None:
    assert uitkomst(regeling, gezin).recht == WEL
    u = uitkomst(regeling, {**gezin, **anders})
    assert u.recht == NIET
    assert set(codes(u)) - {"geen_opvang"} | {code} == {code}
    assert u.bedrag_per_jaar == 0


@pytest.mark.parametrize("regeling", VIER)
def test_zonder_partner_doet_niets_van_een_partner_ertoe(regeling: str) -> None:
    """Left over in the record from before a change."""
    over = {"verblijfsrecht_partner": False, "zorgverzekerd_partner": False, "werkt_partner": False}
    met = uitkomst(regeling, {**OUDER, **over, "leeftijd_partner": 70, "inkomen_partner_jaar": "90000"})
    zonder = uitkomst(regeling, OUDER)
    assert (met.recht, met.bedrag_per_maand, met.bedrag_per_jaar) == (
        zonder.recht,
        zonder.bedrag_per_maand,
        zonder.bedrag_per_jaar,
    )
    assert met.stappen == zonder.stappen


@pytest.mark.parametrize("regeling", VIER)
@pytest.mark.parametrize(
    ("weg", "erbij"), [("verblijfsrecht", {}), ("verblijfsrecht_partner", {"partner": True})]
)
def test_wie_over_verblijf_niets_weet_krijgt_geen_nee(regeling: str, weg: str, erbij: dict[str, Any]) -> None:
    u = uitkomst(regeling, {**SAMEN, **erbij, weg: "weet_niet"})
    if (regeling, weg) == (KGB, "verblijfsrecht_partner"):
        assert u.recht == WEL, "the child may live here, whatever the partner may (Wkb art. 1 lid 5)"
        assert [reden.code for reden in u.let_op] == ["partner_zonder_verblijfsrecht"]
        return
    assert u.recht == ONBEKEND
    assert codes(u) == ("weet_niet",)


def test_wie_de_kinderbijslag_krijgt_wordt_gevraagd_bij_co_ouders() -> None:
    """Assumed for everybody else."""
    samen_zorgen = {**OUDER, "co_ouder": True}
    uitslag = vraag(samen_zorgen, DAG, (KGB,))
    assert uitslag.ontbrekend == {KGB: ("kinderbijslag_ontvangt",)}
    zonder = uitkomst(KGB, OUDER)
    assert "kinderbijslag_ontvangt" in zonder.voorwaarden
    met = uitkomst(KGB, {**samen_zorgen, "kinderbijslag_ontvangt": True})
    assert (met.recht, met.bedrag_per_jaar) == (WEL, zonder.bedrag_per_jaar)


@pytest.mark.parametrize(
    ("regeling", "jaar", "dag"),
    [
        (ZORG, 2026, date(2027, 12, 31)),
        (HUUR, 2026, date(2027, 12, 31)),
        (KGB, 2026, date(2027, 12, 31)),
        (KOT, 2026, date(2027, 3, 31)),
        (ZORG, 2025, date(2026, 12, 31)),
        (HUUR, 2025, date(2026, 12, 31)),
        (ZORG, 2024, date(2025, 9, 1)),
        (KGB, 2024, date(2025, 9, 1)),
    ],
)
def test_de_laatste_dag_om_aan_te_vragen(regeling: str, jaar: int, dag: date) -> None:
    """Awir art. 15 lid 1; Wko art. 1.3 lid 2 b."""
    assert uitkomst(regeling, OUDER, date(jaar, 6, 15)).uiterlijk == dag


@pytest.mark.parametrize("regeling", VIER)
def test_alle_toeslagen_horen_in_de_eerste_ronde(regeling: str) -> None:
    u = uitkomst(regeling, OUDER)
    assert (u.ritme, u.vorm, u.tot_en_met, u.jaar) == ("maand", "geld", False, 2026)
    assert u.bedrag_per_keer == u.bedrag_per_maand


def test_de_grens_staat_bij_de_reden() -> None:
    p = parameters().op(ZORG, DAG)
    for gezin, naam in ((OUDER, "vermogensgrens_alleen"), (SAMEN, "vermogensgrens_partner")):
        (reden,) = uitkomst(ZORG, {**gezin, **RIJK}).redenen
        assert reden.waarden == {"grens": p[naam]}
    zonder = {naam: w for naam, w in OUDER.items() if naam != "partner"}
    (open_,) = uitkomst(ZORG, {**zonder, "vermogen": "999999"}).redenen
    assert open_.waarden == {}  # the limit depends on what was not said


def test_wie_te_jong_is_hoort_niet_dat_het_inkomen_te_hoog_is() -> None:
    for regeling, feiten in ((ZORG, OUDER), (HUUR, ALLEEN)):
        assert codes(uitkomst(regeling, {**feiten, "leeftijd": 17, "inkomen_jaar": "90000"})) == ("te_jong",)
    assert codes(uitkomst(KGB, {**ALLEEN, "inkomen_jaar": "900000"})) == ("geen_kind",)
    assert codes(uitkomst(HUUR, {**OUDER, "kale_huur": "150", "inkomen_jaar": "90000"})) == ("huur_te_laag",)


def test_wie_later_dit_jaar_18_wordt_heeft_vanaf_dan_recht() -> None:
    """18 in September: nothing this month, three months this year (Wzt art. 1; Awir art. 5)."""
    jarig = {**ALLEEN, "leeftijd": 17, "geboortemaand": "2008-09"}
    u = uitkomst(ZORG, jarig)
    heel = uitkomst(ZORG, ALLEEN)
    assert u.recht == WEL
    assert u.bedrag_per_maand == 0
    assert u.bedrag_per_jaar is not None
    assert heel.bedrag_per_jaar is not None
    assert abs(u.bedrag_per_jaar * 4 - heel.bedrag_per_jaar) <= 4


Regels = dict[str, str]
SOM: list[tuple[str, int, dict[str, Any], Regels]] = [
    (
        ZORG,
        2026,
        OUDER,
        {
            "toetsingsinkomen": "30000",
            "standaardpremie": "2119",
            "normpremie": "604.79952",  # 1.9% of 29,736 and 13.51% of 264 above it
            "jaar_afgerond": "1514",
            "maand_omlaag": "126",
        },
    ),
    (
        ZORG,
        2026,
        {**SAMEN, "zorgverzekerd_partner": False},
        {
            "toetsingsinkomen": "34000",
            "standaardpremie": "4238",
            "normpremie": "1860.82424",
            "helft": "1188.587880",
            "jaar_afgerond": "1189",
            "maand_omlaag": "99",
        },
    ),
    (
        HUUR,
        2026,
        SAMEN,
        {
            "rekenhuur": "800",
            "rekeninkomen": "34000",
            "basishuur": "200.71",
            "deel_a": "297.49",  # up to 498.20
            "deel_b": "172.8610",  # 65% up to 764.14
            "deel_c": "14.344",  # 40% above
            "afbouw": "45.83333333333333333333333333",  # 22% of 2,500 / 12
            "maand_omlaag": "438",
            "jaar_afgerond": "5266",
        },
    ),
    (
        HUUR,
        2025,
        SAMEN,
        {
            "rekenhuur": "848",  # 800 and four times 12 of service costs
            "rekeninkomen": "34000",
            "basishuur": "260.56",
            "deel_a": "216.64",
            "deel_b": "165.5745",
            "deel_c": "46.428",
            "maand_omlaag": "428",
            "jaar_afgerond": "5144",
        },
    ),
    (
        HUUR,
        2024,
        {**SAMEN, "leeftijd_partner": 70},
        {
            "basishuur": "281.71",
            "deel_a": "172.76",
            "deel_b": "157.6900",
            "deel_c": "60.372",
        },  # AOW households: 40% above as well
    ),
    (
        KGB,
        2026,
        {**OUDER, "kinderen": [13, 16]},
        {
            "toetsingsinkomen": "30000",
            "bedrag_kinderen": "6848",
            "alleenstaande_ouderkop": "3416",
            "drempelinkomen": "29736",
            "afbouw": "20.064",
            "jaar_afgerond": "10244",
            "maand_omlaag": "853",
        },
    ),
    (
        KGB,
        2026,
        {**SAMEN, "inkomen_jaar": "46000"},
        {
            "toetsingsinkomen": "50000",
            "bedrag_kinderen": "5160",
            "drempelinkomen": "39141",
            "afbouw": "825.284",
            "jaar_afgerond": "4335",
            "maand_omlaag": "361",
        },
    ),
    (
        KOT,
        2026,
        SAMEN,
        {
            "toetsingsinkomen": "34000",
            "kosten_opvang": "1450.00",
            "eerste_kind": "960.00",
            "volgende_kinderen": "432.00",
            "jaar_afgerond": "16704",
            "maand_omlaag": "1392",
        },
    ),
    (
        KOT,
        2026,
        {**OUDER, "opvang": [BSO]},
        {
            "toetsingsinkomen": "30000",
            "kosten_opvang": "450.00",
            "eerste_kind": "432.00",
            "jaar_afgerond": "5184",
            "maand_omlaag": "432",
        },
    ),
]


@pytest.mark.parametrize(("regeling", "jaar", "gezin", "verwacht"), SOM)
def test_de_regels_van_de_som(regeling: str, jaar: int, gezin: dict[str, Any], verwacht: Regels) -> None:
    u = uitkomst(regeling, gezin, date(jaar, 6, 15))
    stappen = {stap.id: stap.bedrag for stap in u.stappen}
    if "jaar_afgerond" in verwacht:
        assert list(stappen) == list(verwacht)
        assert stappen["jaar_afgerond"] == u.bedrag_per_jaar
        assert stappen["maand_omlaag"] == u.bedrag_per_maand
    assert {naam: stappen[naam] for naam in verwacht} == {
        naam: D(bedrag) for naam, bedrag in verwacht.items()
    }
    assert all(stap.artikel for stap in u.stappen)


@SNEL
@given(gevallen)
def test_de_regels_tellen_op_tot_wat_er_staat(geval: Geval) -> None:
    """For who reads along: the lines lead to the amount, for every household without a birthday in the year."""
    peildatum, feiten = geval
    assume(not {"geboortemaand", "kinderen_geboortemaand"} & set(feiten))
    for u in oordeel(feiten, peildatum).uitkomsten:
        s = {stap.id: stap.bedrag for stap in u.stappen}
        if u.recht != WEL or not s:
            continue
        waarden = {naam: bedrag for naam, bedrag in s.items() if bedrag is not None}
        if u.regeling == ZORG:
            jaar = waarden["standaardpremie"] - waarden["normpremie"]
            maand = waarden["jaar_afgerond"] / 12
        elif u.regeling == HUUR:
            delen = waarden["deel_a"] + waarden["deel_b"] + waarden["deel_c"]
            maand = delen - waarden.get("afbouw", D(0))
            jaar = maand * 12
        else:
            jaar = (
                waarden["bedrag_kinderen"] + waarden.get("alleenstaande_ouderkop", D(0)) - waarden["afbouw"]
            )
            maand = jaar / 12
        assert u.bedrag_per_jaar == waarden["jaar_afgerond"] == jaar.to_integral_value(ROUND_HALF_UP)
        assert u.bedrag_per_maand == waarden["maand_omlaag"] == maand.to_integral_value(ROUND_FLOOR)


@pytest.mark.parametrize("jaar", [2024, 2025, 2026])
def test_de_regels_van_de_som_tellen_op_tot_het_bedrag(jaar: int) -> None:
    """Of every example household: the three parts, less what the income takes off, are the month before rounding."""
    gezien = 0
    for voorbeeld in VOORBEELDEN:
        if voorbeeld.peildatum.year != jaar or "huurtoeslag" not in voorbeeld.verwacht:
            continue
        u = vraag(voorbeeld.feiten, voorbeeld.peildatum, ("huurtoeslag",)).uitkomst("huurtoeslag")
        bedragen = {s.id: s.bedrag for s in u.stappen}
        if u.recht != WEL or not bedragen.get("maand_omlaag"):
            continue  # no right, or not in the month of today
        delen = sum((bedragen[deel] or D(0) for deel in ("deel_a", "deel_b", "deel_c")), D(0))
        assert int(delen - (bedragen.get("afbouw") or D(0))) == bedragen["maand_omlaag"], voorbeeld.id
        gezien += 1
    assert gezien > 5
