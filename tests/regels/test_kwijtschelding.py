"""Kwijtschelding: both sides of what stays free, of what is for the assessment, and of what is certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.regels.lokaal.kwijtschelding import RUIME_AANSLAG, RUIME_UITGAVEN
from actions.regels.regeling import Uitkomst
from tests.regels.hulp import NIET, ONBEKEND, WEL
from tests.regels.lokaal import ALLEEN, PAAR, Data, Feiten, bedrag, codes, data, uitkomst, uitslag

D = Decimal
CENT = D("0.01")
EXTRA = {"alleenstaande": "1500.00", "alleenstaande_ouder": "1800.00", "paar": "2000.00"}
OUDER: Feiten = {**ALLEEN, "kinderen": [8]}
DEEL = bedrag("deel_betalingscapaciteit_pct", "kwijtschelding") / 100


def regels(norm_procent: str = "100", extra: object = None) -> Data:
    blok = {"norm_procent": norm_procent, **({} if extra is None else {"extra_vermogen_vrij": extra})}
    return data(vorm="korting", kwijtschelding=blok)


def vraag(feiten: Feiten, regeling: Data | None = None) -> Uitkomst:
    return uitkomst({**ALLEEN, "belastingaanslag": True, **feiten}, regeling or regels(), "kwijtschelding")


def rechten(naam: str, grens: Decimal, feiten: Feiten, regeling: Data) -> tuple[str, str]:
    """At the last cent that is free, and one further."""
    onder = grens.quantize(CENT, "ROUND_FLOOR")
    eerste, tweede = (vraag({**feiten, naam: str(b)}, regeling).recht for b in (onder, onder + CENT))
    return eerste, tweede


@pytest.mark.parametrize(
    ("feiten", "naam"),
    [
        (ALLEEN, "norm_alleenstaande"),
        (OUDER, "norm_alleenstaande"),
        (PAAR, "norm_gehuwden"),
        ({**ALLEEN, "leeftijd": 70}, "norm_alleenstaande_aow"),
    ],
)
@pytest.mark.parametrize("procent", ["90", "95", "100"])
def test_tot_de_kosten_van_bestaan_is_alles_kwijt(feiten: Feiten, naam: str, procent: str) -> None:
    grens = bedrag(naam) * D(procent) / 100
    assert rechten("netto_inkomen_maand", grens, feiten, regels(procent)) == (WEL, ONBEKEND)


@pytest.mark.parametrize(("feiten", "extra"), [(ALLEEN, "1500"), (OUDER, "1800"), (PAAR, "2000")])
@pytest.mark.parametrize("met", [True, False])
def test_een_maand_kosten_en_wat_de_gemeente_erbij_doet_blijft_vrij(
    feiten: Feiten, extra: str, met: bool
) -> None:
    norm = bedrag("norm_gehuwden" if feiten["partner"] else "norm_alleenstaande")
    grens = norm * D("0.95") + (D(extra) if met else 0)
    regeling = regels("95", EXTRA if met else None)
    laag = {**feiten, "netto_inkomen_maand": "900.00"}
    assert rechten("vermogen_nu", grens, laag, regeling) == (WEL, ONBEKEND)


def test_schulden_gaan_niet_van_het_geld_af() -> None:
    feiten = {"vermogen_nu": "2000.00", "schulden_bedrag": "9000.00"}
    assert codes(vraag(feiten)) == {"gemeente_rekent_kwijtschelding"}


def test_u_leest_wat_u_hoogstens_zelf_betaalt() -> None:
    inkomen = bedrag("norm_alleenstaande") + 20
    u = vraag({"netto_inkomen_maand": str(inkomen)})
    assert (u.recht, u.redenen[0].waarden) == (ONBEKEND, {"zelf": 20 * 12 * DEEL})
    geld = vraag({"netto_inkomen_maand": str(inkomen), "vermogen_nu": str(bedrag("norm_alleenstaande") + 50)})
    assert geld.redenen[0].waarden == {"zelf": 20 * 12 * DEEL + 50}


def test_de_rest_van_een_bekende_aanslag_is_kwijt() -> None:
    """20 a month above the costs of living is 240 a year, of which 80%: of an assessment of 450 258 is waived."""
    feiten = {"netto_inkomen_maand": str(bedrag("norm_alleenstaande") + 20)}
    u = vraag({**feiten, "aanslag_bedrag": "450.00"})
    assert (u.recht, u.bedrag_per_jaar, u.schatting) == (WEL, D("258.00"), True)
    for aanslag, recht in (("192.01", WEL), ("192.00", ONBEKEND)):
        assert vraag({**feiten, "aanslag_bedrag": aanslag}).recht == recht
    heel = vraag({"aanslag_bedrag": "450.00"})
    assert (heel.recht, heel.bedrag_per_jaar, heel.schatting) == (WEL, D("450.00"), False)


def test_ver_boven_de_kosten_van_bestaan_is_er_niets() -> None:
    grens = bedrag("norm_alleenstaande") + RUIME_UITGAVEN + RUIME_AANSLAG / 12 / DEEL
    onder = grens.quantize(CENT, "ROUND_FLOOR")
    assert vraag({"netto_inkomen_maand": str(onder)}).recht == ONBEKEND
    u = vraag({"netto_inkomen_maand": str(onder + CENT)})
    assert (u.recht, codes(u), u.bijna) == (NIET, {"inkomen_te_hoog"}, False)


def test_met_veel_geld_is_er_niets() -> None:
    vrij = bedrag("norm_alleenstaande") + 1500 + RUIME_UITGAVEN + RUIME_AANSLAG
    for bezit, recht in ((vrij - CENT, ONBEKEND), (vrij, NIET)):
        u = vraag({"vermogen_nu": str(bezit)}, regels(extra=EXTRA))
        assert u.recht == recht
    assert codes(u) == {"vermogen_te_hoog"}


def test_een_kleine_bekende_aanslag_kan_iedereen_zelf_betalen() -> None:
    """Income and wealth together count: neither alone would be enough."""
    feiten = {
        "netto_inkomen_maand": str(bedrag("norm_alleenstaande") + RUIME_UITGAVEN + 10),
        "vermogen_nu": str(bedrag("norm_alleenstaande") + RUIME_UITGAVEN + 60),
    }
    kan = 10 * 12 * DEEL + 60
    for aanslag, recht in ((kan + CENT, ONBEKEND), (kan, NIET)):
        assert vraag({**feiten, "aanslag_bedrag": str(aanslag)}).recht == recht


@pytest.mark.parametrize(("meer", "recht"), [("0.00", WEL), ("0.01", NIET)])
def test_een_auto_telt_boven_een_waarde_helemaal(meer: str, recht: str) -> None:
    waarde = bedrag("auto_vrij", "kwijtschelding") + D(meer)
    u = vraag({"auto_waarde": str(waarde)})
    assert (u.recht, u.let_op) == (recht, ())


def test_zonder_antwoord_over_de_auto_staat_het_erbij_en_wordt_er_niet_naar_gevraagd() -> None:
    u = vraag({})
    assert [(r.code, r.waarden) for r in u.let_op] == [
        ("auto_telt_mee", {"grens": bedrag("auto_vrij", "kwijtschelding")})
    ]
    paden = uitslag({}, regels(), "kwijtschelding").nodige_paden
    assert not {"auto_waarde", "aanslag_bedrag", "zorgpremie_maand", "schulden_bedrag"} & set(paden)


@pytest.mark.parametrize(("waarde", "recht"), [("0.00", WEL), ("1.00", ONBEKEND), ("9000.00", NIET)])
def test_wat_het_eigen_huis_waard_is_telt_mee(waarde: str, recht: str) -> None:
    assert vraag({"woonsituatie": "koop", "overwaarde_woning": waarde}).recht == recht


@pytest.mark.parametrize(
    ("procent", "recht", "code"),
    [("100", WEL, "voldoet"), ("99", ONBEKEND, "gemeente_rekent_kwijtschelding")],
)
@pytest.mark.parametrize(
    "wie",
    [{"inkomen_soort": "bijstand"}, {**PAAR, "inkomen_soort_partner": "bijstand", "inkomen_soort": "geen"}],
)
def test_bijstand_is_de_hele_norm(wie: Feiten, procent: str, recht: str, code: str) -> None:
    """Where the costs of living are less than the norm, bijstand itself leaves something to pay with."""
    feiten = {naam: w for naam, w in {**ALLEEN, **wie}.items() if not naam.startswith("netto_")}
    feiten["belastingaanslag"] = True
    u = uitkomst(feiten, regels(procent), "kwijtschelding")
    assert (u.recht, codes(u)) == (recht, {code})
    if recht == ONBEKEND:
        norm = bedrag("norm_gehuwden" if feiten["partner"] else "norm_alleenstaande")
        assert u.redenen[0].waarden["zelf"] == (norm * D("0.01") * 12 * DEEL).quantize(CENT, "ROUND_CEILING")


def test_wat_de_gemeente_koos_is_niet_bekend() -> None:
    """Between the least and the most a gemeente may choose nobody knows; outside it the rule decides."""
    regeling = regels("onbekend", "onbekend")
    minst = bedrag("norm_pct_minst", "kwijtschelding") / 100
    assert rechten("netto_inkomen_maand", bedrag("norm_alleenstaande") * minst, ALLEEN, regeling) == (
        WEL,
        ONBEKEND,
    )
    assert vraag({"netto_inkomen_maand": "9000.00"}, regeling).recht == NIET
    assert vraag({"netto_inkomen_maand": "900.00", "vermogen_nu": "90000.00"}, regeling).recht == ONBEKEND


def test_een_waterschap_heeft_een_eigen_regeling() -> None:
    feiten = {**ALLEEN, "belastingaanslag": True}
    assert uitkomst(feiten, regels(), "proefstad:waterschap").recht == WEL
    u = uitkomst({**feiten, "belastingaanslag": False}, regels(), "proefstad:waterschap")
    assert codes(u) == {"eis_belastingaanslag"}
