"""Households that a changed rule showed to be missing: each of these was written because a slip in the rules went unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.regels.afleiden import Afleider
from actions.regels.jaar import kies_jaar
from actions.regels.kern import Uitslag, bepaal
from actions.regels.typen import Maand, Medebewoner, Opvang
from tests.regels.hulp import ALLES, ONBEKEND, WEL, parameters, vraag
from tests.regels.test_grenzen import ALLEEN, GRENZEN, OUD, OUDER, SAMEN
from tests.regels.test_participatiewet import bijstand, codes

D = Decimal
NU = date(2026, 11, 20)
BROER = Medebewoner(40, D(0), "broer_zus")
OUDER_VAN_17 = {
    "partner": False,
    "kinderen": [17],
    "kinderen_geboortemaand": ["2008-07"],
    "inkomen_jaar": "20000",
    "vermogen": "0",
}


def test_na_de_achttiende_verjaardag_is_er_ook_geen_kop_meer() -> None:
    """18 in July: seven months of child, rise and kop (Wkb art. 2 lid 6 and 11)."""
    u = vraag(OUDER_VAN_17, date(2026, 6, 15), ("kindgebonden-budget",)).uitkomst("kindgebonden-budget")
    p = parameters().op("kindgebonden-budget", date(2026, 6, 15))
    heel = p["bedrag_per_kind"] + p["verhoging_16_17"] + p["alleenstaande_ouderkop"]
    assert u.recht == WEL
    assert u.bedrag_per_maand == heel // 12
    assert u.bedrag_per_jaar == round(heel * 7 / 12)


def test_een_pasgeboren_kind_laat_een_alleenstaande_ouder_langer_een_deel_houden() -> None:
    """A child of 0 is under 12 too (Pw art. 31 lid 2 r)."""
    werkt = {**ALLEEN, "netto_inkomen_maand": D(600), "bijverdienen_maanden": D(9)}
    zonder, met = (bijstand({**werkt, "kinderen": k}).bedrag_per_maand for k in ((), (0,)))
    assert met is not None
    assert zonder is not None
    assert met - zonder == D("71.40")  # 12.5% of 600, less the holiday pay


@pytest.mark.parametrize("deel", [D(1), None])
def test_wat_vrij_is_staat_in_de_som_en_anders_niet(deel: Decimal | None) -> None:
    feiten = {**ALLEEN, "netto_inkomen_maand": D(600)} | ({"bijverdienen_maanden": deel} if deel else {})
    stappen = {stap.id: stap.bedrag for stap in bijstand(feiten).stappen}
    assert stappen.get("vrijlating") == (D(150) if deel else None)


@pytest.mark.parametrize(
    ("anders", "artikel"),
    [
        ({}, "Pw art. 21"),
        ({"leeftijd": 20}, "Pw art. 20"),
        ({**SAMEN, "leeftijd_partner": 20}, "Pw art. 20"),
        ({"leeftijd_partner": 20}, "Pw art. 21"),
        ({"medebewoners": (BROER,)}, "Pw art. 22a"),
        ({"medebewoners": (BROER,), "woonsituatie": "instelling"}, "Pw art. 23"),
        ({"medebewoners": (BROER,), "leeftijd": 20}, "Pw art. 20"),
    ],
)
def test_het_artikel_van_de_norm(anders: dict[str, Any], artikel: str) -> None:
    stappen = {stap.id: stap for stap in bijstand({**ALLEEN, **anders}).stappen}
    assert stappen["norm"].artikel == artikel
    assert ("kostendelers" in stappen) == (artikel == "Pw art. 22a")


def test_wie_alleen_woont_hoort_niets_over_samen_een_huishouden() -> None:
    vriend = replace(BROER, relatie="ander")
    assert "misschien_samen" not in codes(bijstand(dict(ALLEEN)))
    assert "misschien_samen" in codes(bijstand({**ALLEEN, "medebewoners": (vriend,)}))
    assert "misschien_samen" not in codes(
        bijstand({**ALLEEN, "medebewoners": (replace(vriend, huurcontract=True),)})
    )
    assert "misschien_samen" not in codes(bijstand({**SAMEN, "medebewoners": (vriend,)}))


def test_de_getallen_bij_een_waarschuwing_komen_uit_de_wet() -> None:
    n = parameters().op("bijstand", NU)
    waarden = {r.code: r.waarden for r in bijstand({**ALLEEN, "leeftijd": 25}).let_op}
    assert waarden["zoektermijn"] == {
        "weken": n["zoektermijn_weken"],
        "leeftijd": n["zoektermijn_tot_leeftijd"],
    }
    assert waarden["meld_u_snel"] == {"maanden": n["terugwerkend_maanden"]}


def test_volgend_jaar_volgt_het_inkomen_uit_de_norm_van_dit_jaar() -> None:
    """As long as the norms of the new year are not known."""
    feiten = {**ALLEEN, "inkomen_soort": "bijstand"}
    del feiten["netto_inkomen_maand"], feiten["inkomen_jaar"]
    netto = Afleider(feiten, parameters(), date(2027, 2, 1)).van("netto_inkomen_maand")
    assert netto is not None
    assert netto.waarde == parameters().op("bijstand", date(2026, 12, 31))["norm_alleenstaande"]


def _met(waarden: dict[str, tuple[Any, ...]], gezin: dict[str, Any], regeling: str) -> Uitslag:
    return bepaal(gezin, replace(parameters(), waarden=waarden), NU, (regeling,), catalogus=ALLES)


@pytest.mark.parametrize("eigenaar", ["bijstand", "aow", "aio"])
def test_een_bedrag_dat_ontbreekt_is_nooit_een_rekenfout(eigenaar: str) -> None:
    """A year without one of its amounts is not complete: that is said, instead of failing halfway."""
    gezinnen = [
        {**gezin, **anders}
        for gezin in (ALLEEN, SAMEN, OUDER, OUD)
        for anders in (
            {"netto_inkomen_maand": D(600), "bijverdienen_maanden": D(1)},
            {"netto_inkomen_maand": D(600), "bijverdienen_maanden": D(9)},
            {"leeftijd": 20, "leeftijd_partner": 20},
            {"leeftijd": 20, "leeftijd_partner": 40},
            {"leeftijd": 20, "leeftijd_partner": 40, "kinderen": (4,), "medebewoners": (BROER,)},
            {"medebewoners": (BROER,)},
            {"woonsituatie": "instelling"},
            {"woonsituatie": "koop", "overwaarde_woning": D(0)},
        )
    ]
    alle = dict(parameters().waarden)
    for naam in {w.naam for w in alle[eigenaar]}:
        zonder = {**alle, eigenaar: tuple(w for w in alle[eigenaar] if w.naam != naam)}
        for gezin in gezinnen:
            for regeling in ("bijstand", "aio"):
                u = _met(zonder, gezin, regeling).uitkomst(regeling)
                assert u.fout is None, (naam, u.fout)


@pytest.mark.parametrize("regeling", ["bijstand", "aio"])
def test_zonder_een_van_zijn_bedragen_is_een_jaar_niet_compleet(regeling: str) -> None:
    """Every limit and amount of the pairs in `test_grenzen`, and what is only told."""
    alle = dict(parameters().waarden)
    namen = {naam.removeprefix("bijstand.") for naam in GRENZEN[regeling]} | {"vakantietoeslag_pct"}
    namen |= {"kostendelers_vast_pct", "kostendelers_per_persoon_pct", "vrijlating_arbeid_pct"}
    if regeling == "bijstand":
        namen |= {"zoektermijn_weken", "terugwerkend_maanden", "verhoging_18_20"}
        namen |= {"vrijlating_alleenstaande_ouder_pct", "vrijlating_alleenstaande_ouder_max"}
        namen |= {"deel_18_20_met_kind_bij_kostendelers"}
    for naam in namen - {"aow.leeftijd_maanden"}:
        eigenaar = "aio" if naam.startswith("pensioen_vrij") else "bijstand"
        zonder = {**alle, eigenaar: tuple(w for w in alle[eigenaar] if w.naam != naam)}
        assert len(zonder[eigenaar]) < len(alle[eigenaar]), naam
        assert _met(zonder, dict(OUD), regeling).uitkomst(regeling).jaar != NU.year, naam


def test_bijstand_houdt_op_in_de_maand_na_de_verjaardag_van_67() -> None:
    """67 in November: eleven months of bijstand (Pw art. 47a)."""
    wordt_67 = {**ALLEEN, "leeftijd": 66, "geboortemaand": Maand(1959, 11)}
    eerste, tweede = (parameters().op("bijstand", date(2026, m, 1))["norm_alleenstaande"] for m in (1, 7))
    assert bijstand(wordt_67).bedrag_per_jaar == 6 * eerste + 5 * tweede


def test_maanden_met_een_rijke_partner_gaan_niet_van_de_andere_af() -> None:
    """A partner with a high income from July on: nothing for those months, and the first six stay whole."""
    alleen = {**ALLEEN, "inkomen_jaar": D(20_000)}
    samen = {**alleen, "partner": True, "partner_sinds": Maand(2026, 6), "leeftijd_partner": 40}
    samen |= {"inkomen_partner_jaar": D(90_000), "vermogen_partner": (D(0), D(0))}
    dag = date(2026, 3, 15)
    heel, half = (
        bepaal(f, parameters(), dag, ("huurtoeslag",)).uitkomst("huurtoeslag") for f in (alleen, samen)
    )
    assert heel.bedrag_per_jaar is not None
    assert half.bedrag_per_jaar is not None
    assert abs(half.bedrag_per_jaar * 2 - heel.bedrag_per_jaar) <= 1


def test_de_grens_voor_een_medebewoner_staat_bij_de_reden() -> None:
    rijk = Medebewoner(40, D(0), "ander", boven_vermogensgrens=True)
    u = bepaal({**ALLEEN, "medebewoners": (rijk,)}, parameters(), NU, ("huurtoeslag",)).uitkomst(
        "huurtoeslag"
    )
    (reden,) = u.redenen
    assert reden.code == "vermogen_medebewoner_te_hoog"
    grens = {"grens": parameters().op("huurtoeslag", NU)["vermogensgrens_per_bewoner"]}
    assert reden.waarden == grens
    arm = {**ALLEEN, "medebewoners": (replace(rijk, boven_vermogensgrens=False),)}
    let_op = bepaal(arm, parameters(), NU, ("huurtoeslag",)).uitkomst("huurtoeslag").let_op
    assert [r.waarden for r in let_op if r.code == "vermogen_medebewoners"] == [grens]


@pytest.mark.parametrize(
    "regeling", ["zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderopvangtoeslag"]
)
def test_toeslagen_komen_in_de_eerste_ronde(regeling: str) -> None:
    assert ALLES[regeling].ronde == 1


def test_uitkeringen_komen_in_de_tweede_ronde() -> None:
    assert {ALLES[regeling].ronde for regeling in ("bijstand", "aio")} == {2}


IN_2024, IN_2026 = date(2024, 6, 15), NU
GRENSLEEFTIJDEN = [
    ("zorgtoeslag", "leeftijd", {18}, IN_2026),
    ("huurtoeslag", "leeftijd", {18, 21}, IN_2026),
    ("huurtoeslag", "leeftijd_partner", {21}, IN_2026),
    ("huurtoeslag", "leeftijd", {18, 23, 67}, IN_2024),
    ("huurtoeslag", "leeftijd_partner", {23, 67}, IN_2024),
    ("huurtoeslag", "kinderen", set(), IN_2026),
    ("huurtoeslag", "medebewoners", {21, 23}, IN_2026),
    ("kindgebonden-budget", "kinderen", {12, 16, 18}, IN_2026),
    ("bijstand", "leeftijd", {18, 21, 67}, IN_2026),
    ("bijstand", "leeftijd_partner", {21, 67}, IN_2026),
    ("bijstand", "medebewoners", {27}, IN_2026),
    ("aio", "leeftijd", {67}, IN_2026),
]


@pytest.mark.parametrize(("regeling", "wie", "grenzen", "dag"), GRENSLEEFTIJDEN)
def test_alleen_bij_deze_leeftijden_doet_een_geboortemaand_ertoe(
    regeling: str, wie: str, grenzen: set[int], dag: date
) -> None:
    """Birth counts as well, where children count."""
    regels = ALLES[regeling]
    gevonden = kies_jaar(parameters(), regels, dag)
    assert gevonden is not None
    geboorte = {0} if wie == "kinderen" else set()
    assert set(regels.leeftijdsgrenzen(gevonden.waarden)[wie]) == grenzen | geboorte


def test_een_geboortemaand_die_bekend_is_wordt_niet_meer_gemist() -> None:
    jong = {**ALLEEN, "leeftijd": 20, "kale_huur": D(700)}
    huur = [
        bepaal({**jong, **erbij}, parameters(), NU, ("huurtoeslag",)).uitkomst("huurtoeslag")
        for erbij in ({}, {"geboortemaand": Maand(2006, 3)})
    ]
    assert [("geboortemaand_onbekend" in codes(u)) for u in huur] == [True, False]


def test_zolang_de_kinderen_niet_bekend_zijn_is_er_geen_nee() -> None:
    """Childcare was said, the children were not: they are asked, and nothing is decided."""
    gezin = {naam: w for naam, w in OUDER.items() if naam != "kinderen"}
    gezin["opvang"] = (Opvang(None, "dagopvang", D(100), D(10)),)
    uitslag = bepaal(gezin, parameters(), NU, ("kinderopvangtoeslag",), catalogus=ALLES)
    assert uitslag.uitkomst("kinderopvangtoeslag").recht == ONBEKEND
    assert "kinderen" in uitslag.ontbrekend["kinderopvangtoeslag"]
