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
from actions.regels.typen import Maand, Medebewoner
from tests.regels.hulp import ALLES, WEL, parameters, vraag
from tests.regels.test_grenzen import ALLEEN, OUD, OUDER, SAMEN
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


GRENSLEEFTIJDEN = [
    ("zorgtoeslag", "leeftijd", {18}),
    ("huurtoeslag", "leeftijd", {18, 21}),
    ("huurtoeslag", "leeftijd_partner", {21}),
    ("kindgebonden-budget", "kinderen", {12, 16, 18}),
    ("bijstand", "leeftijd", {18, 21, 67}),
    ("bijstand", "leeftijd_partner", {21, 67}),
    ("aio", "leeftijd", {67}),
]


@pytest.mark.parametrize(("regeling", "wie", "grenzen"), GRENSLEEFTIJDEN)
def test_alleen_bij_deze_leeftijden_doet_een_geboortemaand_ertoe(
    regeling: str, wie: str, grenzen: set[int]
) -> None:
    regels = ALLES[regeling]
    gevonden = kies_jaar(parameters(), regels, NU)
    assert gevonden is not None
    assert set(regels.leeftijdsgrenzen(gevonden.waarden)[wie]) - {0} == grenzen


def test_een_geboortemaand_die_bekend_is_wordt_niet_meer_gemist() -> None:
    jong = {**ALLEEN, "leeftijd": 20, "kale_huur": D(700)}
    huur = [
        bepaal({**jong, **erbij}, parameters(), NU, ("huurtoeslag",)).uitkomst("huurtoeslag")
        for erbij in ({}, {"geboortemaand": Maand(2006, 3)})
    ]
    assert [("geboortemaand_onbekend" in codes(u)) for u in huur] == [True, False]
