"""Both sides of every limit, in every year with its parameters: a household at the limit and one just past it.

The limits come from the parameters, so a new year or a new parameter cannot come without its pair: `test_niets_is_vergeten` knows
for each value a scheme needs whether it is a limit (then it has a line in GRENZEN) or an amount that only enters a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.regels.jaar import kies_jaar
from actions.regels.kern import bepaal
from actions.regels.regeling import Uitkomst, Waarden
from actions.regels.typen import Medebewoner, Opvang
from tests.regels.hulp import ALLES, NIET, ONBEKEND, WEL, parameters

D = Decimal
CENT, EEN, TIEN, HONDERD = D("0.01"), D(1), D(10), D(100)
Gezin = Mapping[str, Any]
Zet = Callable[[Decimal], Gezin]
DAGEN = tuple(date(jaar, maand, 15) for jaar in (2024, 2025, 2026) for maand in (3, 10))

ALLEEN: Gezin = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": D(600),
    "servicekosten": D(0),
    "inkomen_jaar": D(18_000),
    "inkomen_partner_jaar": D(0),
    "vermogen": (D(0), D(0)),
    "schulden_bedrag": (D(0), D(0)),
    "netto_inkomen_maand": D(0),
    "netto_inkomen_partner_maand": D(0),
    "inkomen_soort": "loon",
    "werkt": True,
    "studeert": False,
    "ouders_dragen_bij": True,
}
SAMEN = {**ALLEEN, "partner": True, "leeftijd_partner": 40}
OUDER = {**ALLEEN, "kinderen": (4,)}
OUDERS = {**SAMEN, "kinderen": (4,)}
OUD = {**ALLEEN, "leeftijd": 70}
OUD_SAMEN = {**SAMEN, "leeftijd": 70, "leeftijd_partner": 70}


@dataclass(frozen=True, slots=True)
class Grens:
    """How a household comes to lie at a limit, and what must be true just past it."""

    gezin: Gezin
    zet: Zet
    soort: str
    """hoogstens: right at it, none past it; vanaf: none under it, right at it; mens: past it a person decides;
    knik: the amount bends there (`helling` before and after); verandert: another amount or warning past it."""
    stap: Decimal = TIEN
    alleen: Callable[[date], bool] = lambda _dag: True


def vermogen(bedrag: Decimal) -> Gezin:
    return {"vermogen": (bedrag, bedrag)}


def feit(naam: str) -> Zet:
    return lambda bedrag: {naam: bedrag}


def leeftijd(naam: str = "leeftijd") -> Zet:
    return lambda jaren: {naam: int(jaren)}


def kind_met(bedrag: Decimal) -> Gezin:
    return {"medebewoners": (Medebewoner(20, bedrag, "kind"),)}


def bewoner_van(jaren: Decimal) -> Gezin:
    return {"medebewoners": (Medebewoner(int(jaren), D(0), "broer_zus"),)}


def opvang(veld: str, soort: str = "dagopvang") -> Zet:
    def zet(waarde: Decimal) -> Gezin:
        velden = {"uren_maand": D(100), "uurprijs": D(5), veld: waarde}
        return {"opvang": (Opvang(0, soort, **velden),)}

    return zet


def _tot(jaar: int) -> Callable[[date], bool]:
    return lambda dag: dag.year <= jaar


def _vanaf(jaar: int) -> Callable[[date], bool]:
    return lambda dag: dag.year >= jaar


_JONG = {**ALLEEN, "leeftijd": 20}
_WERKT = {**ALLEEN, "netto_inkomen_maand": D(600)}
_HUUR = feit("kale_huur")
_INKOMEN = feit("inkomen_jaar")
GRENZEN: Mapping[str, Mapping[str, tuple[Grens, ...]]] = {
    "zorgtoeslag": {
        "vermogensgrens_alleen": (Grens(ALLEEN, vermogen, "hoogstens", CENT),),
        "vermogensgrens_partner": (Grens(SAMEN, vermogen, "hoogstens", CENT),),
        "minimumleeftijd": (Grens(ALLEEN, leeftijd(), "vanaf", EEN),),
        "drempelinkomen": (Grens(ALLEEN, _INKOMEN, "knik"), Grens(SAMEN, _INKOMEN, "knik")),
    },
    "kindgebonden-budget": {
        "vermogensgrens_alleen": (Grens(OUDER, vermogen, "hoogstens", CENT),),
        "vermogensgrens_partner": (Grens(OUDERS, vermogen, "hoogstens", CENT),),
        "drempelinkomen_alleen": (Grens(OUDER, _INKOMEN, "knik"),),
        "drempelinkomen_partner": (Grens(OUDERS, _INKOMEN, "knik"),),
    },
    "huurtoeslag": {
        "vermogensgrens_per_bewoner": (Grens(ALLEEN, vermogen, "hoogstens", CENT),),
        "vermogensgrens_partners_samen": (Grens(SAMEN, vermogen, "hoogstens", CENT),),
        "minimumleeftijd_aanvrager": (Grens({**ALLEEN, "kale_huur": D(400)}, leeftijd(), "vanaf", EEN),),
        "kwaliteitskortingsgrens": (Grens(ALLEEN, _HUUR, "knik"), Grens(SAMEN, _HUUR, "knik")),
        "aftoppingsgrens_1_2_personen": (Grens(ALLEEN, _HUUR, "knik"), Grens({**ALLEEN, "kinderen": (4,)}, _HUUR, "knik")),
        "aftoppingsgrens_3_plus": (Grens(OUDERS, _HUUR, "knik"),),
        "maximale_huurgrens": (
            Grens(ALLEEN, _HUUR, "hoogstens", CENT, _tot(2025)),
            Grens(ALLEEN, _HUUR, "knik", TIEN, _vanaf(2026)),
        ),
        "maximale_huurgrens_jongeren": (
            Grens(_JONG, _HUUR, "hoogstens", CENT, _tot(2025)),
            Grens(_JONG, _HUUR, "knik", TIEN, _vanaf(2026)),
        ),
        "jongerengrens_leeftijd": (
            Grens({**ALLEEN, "kale_huur": D(700)}, leeftijd(), "vanaf", EEN, _tot(2025)),
            Grens({**ALLEEN, "kale_huur": D(700)}, leeftijd(), "van onder", EEN, _vanaf(2026)),
            Grens({**SAMEN, "leeftijd": 20, "kale_huur": D(700)}, leeftijd("leeftijd_partner"), "van onder", EEN, _vanaf(2026)),
            Grens({**SAMEN, "leeftijd": 20, "kale_huur": D(700)}, leeftijd("leeftijd_partner"), "vanaf", EEN, _tot(2025)),
        ),
        "minimum_inkomensijkpunt_eenpersoons": (Grens(ALLEEN, _INKOMEN, "knik", HONDERD),),
        "minimum_inkomensijkpunt_meerpersoons": (Grens(SAMEN, _INKOMEN, "knik", HONDERD),),
        "minimum_inkomensijkpunt_eenpersoonsouderen": (Grens(OUD, _INKOMEN, "knik", HONDERD),),
        "minimum_inkomensijkpunt_meerpersoonsouderen": (Grens(OUD_SAMEN, _INKOMEN, "knik", HONDERD),),
        "vrijstelling_inkomen_kind_onder_23": (Grens({**OUDER, "inkomen_jaar": D(32_000)}, kind_met, "knik", HONDERD),),
        "servicekosten_max_per_soort": (
            Grens(ALLEEN, lambda bedrag: {"servicekosten": 4 * bedrag}, "knik", EEN),
        ),
        "aow.leeftijd_maanden": (
            Grens({**ALLEEN, "inkomen_jaar": D(26_000)}, lambda m: {"leeftijd": int(m / 12)}, "van onder", D(12)),
        ),
    },
    "kinderopvangtoeslag": {
        "zeker_voortgezet_onderwijs_vanaf": (
            Grens({**OUDER, **opvang("uren_maand")(D(100))}, lambda jaren: {"kinderen": (int(jaren),)}, "niet vanaf", EEN),
        ),
        "max_uren_per_kind_per_maand": (Grens(OUDER, opvang("uren_maand"), "knik"),),
        **{
            f"maximum_uurprijs_{soort}": (Grens(OUDER, opvang("uurprijs", soort), "knik", EEN),)
            for soort in ("dagopvang", "bso", "gastouder")
        },
    },
    "bijstand": {
        "vermogensgrens_alleenstaande": (Grens(ALLEEN, vermogen, "hoogstens", CENT),),
        "vermogensgrens_alleenstaande_ouder": (Grens(OUDER, vermogen, "hoogstens", CENT),),
        "vermogensgrens_gehuwden": (Grens(SAMEN, vermogen, "hoogstens", CENT),),
        "overwaarde_vrij": (Grens({**ALLEEN, "woonsituatie": "koop"}, feit("overwaarde_woning"), "mens", CENT),),
        "giften_vrij": (Grens(ALLEEN, feit("giften_jaar"), "mens", CENT),),
        "aow.leeftijd_maanden": (
            Grens(ALLEEN, lambda maanden: {"leeftijd": int(maanden / 12)}, "niet vanaf", D(12)),
            Grens(SAMEN, lambda maanden: {"leeftijd_partner": int(maanden / 12)}, "niet vanaf", D(12)),
        ),
        "leeftijd_norm_21": (Grens(ALLEEN, leeftijd(), "van onder", EEN),),
        "kostendelersnorm_vanaf_leeftijd": (
            Grens({**ALLEEN, **bewoner_van(D(40))}, leeftijd(), "van onder", EEN),
        ),
        "kostendeler_vanaf_leeftijd": (Grens(ALLEEN, bewoner_van, "van onder", EEN),),
        "zoektermijn_tot_leeftijd": (Grens(ALLEEN, leeftijd(), "van onder", EEN),),
        "vrijlating_vanaf_leeftijd": (
            Grens({**_WERKT, "bijverdienen_maanden": D(1)}, leeftijd(), "van onder", EEN),
        ),
        "vrijlating_arbeid_max": (
            Grens({**ALLEEN, "bijverdienen_maanden": D(1)}, lambda vrij: {"netto_inkomen_maand": 4 * vrij}, "knik"),
        ),
        "vrijlating_arbeid_maanden": (Grens(_WERKT, feit("bijverdienen_maanden"), "van onder", EEN),),
        "vrijlating_alleenstaande_ouder_maanden": (
            Grens(
                {**OUDER, "netto_inkomen_maand": D(600)},
                lambda maanden: {"bijverdienen_maanden": maanden + 6},
                "van onder",
                EEN,
            ),
        ),
        "vrijlating_alleenstaande_ouder_kind_jonger_dan": (
            Grens(
                {**_WERKT, "bijverdienen_maanden": D(9)},
                lambda jaren: {"kinderen": (int(jaren),)},
                "van onder",
                EEN,
            ),
        ),
        "norm_alleenstaande": (Grens(ALLEEN, feit("netto_inkomen_maand"), "minder dan", CENT),),
        "norm_gehuwden": (Grens(SAMEN, feit("netto_inkomen_partner_maand"), "minder dan", CENT),),
        "norm_alleenstaande_18_20": (Grens(_JONG, feit("netto_inkomen_maand"), "minder dan", CENT),),
        "norm_gehuwden_beiden_18_20_zonder_kind": (
            Grens({**SAMEN, "leeftijd": 20, "leeftijd_partner": 20}, feit("netto_inkomen_maand"), "minder dan", CENT),
        ),
        "norm_gehuwden_beiden_18_20_met_kind": (
            Grens({**OUDERS, "leeftijd": 20, "leeftijd_partner": 20}, feit("netto_inkomen_maand"), "minder dan", CENT),
        ),
        "norm_gehuwden_een_18_20_zonder_kind": (
            Grens({**SAMEN, "leeftijd_partner": 20}, feit("netto_inkomen_maand"), "minder dan", CENT),
        ),
        "norm_gehuwden_een_18_20_met_kind": (
            Grens({**OUDERS, "leeftijd": 20}, feit("netto_inkomen_maand"), "minder dan", CENT),
        ),
    },
    "aio": {
        "bijstand.vermogensgrens_alleenstaande": (Grens(OUD, vermogen, "hoogstens", CENT),),
        "bijstand.vermogensgrens_alleenstaande_ouder": (
            Grens({**OUD, "kinderen": (14,)}, vermogen, "hoogstens", CENT),
        ),
        "bijstand.vermogensgrens_gehuwden": (Grens(OUD_SAMEN, vermogen, "hoogstens", CENT),),
        "bijstand.overwaarde_vrij": (
            Grens({**OUD, "woonsituatie": "koop"}, feit("overwaarde_woning"), "mens", CENT),
        ),
        "aow.leeftijd_maanden": (Grens(ALLEEN, lambda maanden: {"leeftijd": int(maanden / 12)}, "vanaf", D(12)),),
        "bijstand.norm_alleenstaande_aow": (Grens(OUD, feit("netto_inkomen_maand"), "minder dan", CENT),),
        "bijstand.norm_gehuwden_aow": (Grens(OUD_SAMEN, feit("netto_inkomen_maand"), "minder dan", CENT),),
        "bijstand.kostendeler_vanaf_leeftijd": (Grens(OUD, bewoner_van, "van onder", EEN),),
        "bijstand.vrijlating_arbeid_max": (
            Grens(OUD, lambda vrij: {"netto_inkomen_maand": 4 * vrij}, "knik"),
        ),
        "pensioen_vrij_alleenstaande": (
            Grens({**OUD, "inkomen_soort": "pensioen"}, feit("netto_inkomen_maand"), "knik"),
        ),
        "pensioen_vrij_gehuwden": (
            Grens({**OUD_SAMEN, "inkomen_soort": "pensioen"}, feit("netto_inkomen_maand"), "knik"),
        ),
    },
}  # fmt: skip
GEEN_GRENS = {
    "standaardpremie", "aandeel_bij_partner_niet_verzekerd", "bedrag_per_kind", "verhoging_12_15", "verhoging_16_17",
    "alleenstaande_ouderkop", "netto_verlaging_basishuur", "awir.minimum_tegemoetkoming", "verhoging_18_20",
    "deel_18_20_met_kind_bij_kostendelers", "zoektermijn_weken", "terugwerkend_maanden",
    "vrijlating_alleenstaande_ouder_max",
}  # fmt: skip
_GEEN_GRENS_BEGIN = ("basishuur_minimum_", "factor_", "norm_inrichting_", "inrichting_verhoging_")
"""Amounts and rates that enter a sum at any height. The minimum of 24 euro has a test of its own."""


def _is_grens(naam: str, regeling: str) -> bool:
    kort = naam.removeprefix("bijstand.")
    if naam not in GRENZEN[regeling] and (
        kort in GRENZEN["bijstand"] or f"bijstand.{kort}" in GRENZEN["aio"]
    ):
        return False  # one norm for both: the amounts under AOW age stand with bijstand, the others with AIO
    return kort not in GEEN_GRENS and not kort.endswith("pct") and "pct" not in kort and "percentage" not in kort and not (
        kort.startswith(_GEEN_GRENS_BEGIN)
    )  # fmt: skip


def waarden_op(regeling: str, dag: date) -> Waarden | None:
    """The values of the date's own year, or None when it is not complete."""
    regels = kies_jaar(parameters(), ALLES[regeling], dag)
    return None if regels is None or regels.eerder_jaar else regels.waarden


GEVALLEN = [
    pytest.param(regeling, naam, dag, id=f"{regeling}-{naam}-{dag:%Y-%m}")
    for regeling, namen in GRENZEN.items()
    for dag in DAGEN
    if (waarden := waarden_op(regeling, dag)) is not None
    for naam in namen
    if naam in waarden
]


@pytest.mark.parametrize("regeling", GRENZEN)
def test_niets_is_vergeten(regeling: str) -> None:
    """Every value of every complete year is a limit with a pair, or known to be none."""
    gezien = set()
    for dag in DAGEN:
        waarden = waarden_op(regeling, dag)
        if waarden is not None:
            gezien |= set(waarden)
    assert {naam for naam in gezien if _is_grens(naam, regeling)} == set(GRENZEN[regeling])


@pytest.mark.parametrize(
    ("regeling", "jaren"), [("zorgtoeslag", 3), ("huurtoeslag", 3), ("kindgebonden-budget", 3)]
)
def test_drie_jaren_zijn_compleet(regeling: str, jaren: int) -> None:
    """Or the pairs below would silently be fewer."""
    assert len({dag.year for dag in DAGEN if waarden_op(regeling, dag) is not None}) == jaren


def uitkomst(regeling: str, gezin: Gezin, dag: date) -> Uitkomst:
    return bepaal(gezin, parameters(), dag, (regeling,), catalogus=ALLES).uitkomst(regeling)


def _codes(u: Uitkomst) -> set[str]:
    """Warnings that come with the limit itself; near an age limit the birth month is worth asking anyway."""
    return {reden.code for reden in u.let_op} - {"geboortemaand_onbekend"}


def _jaar(u: Uitkomst) -> Decimal:
    assert u.bedrag_per_jaar is not None, u
    return u.bedrag_per_jaar


@pytest.mark.parametrize(("regeling", "naam", "dag"), GEVALLEN)
def test_aan_beide_kanten(regeling: str, naam: str, dag: date) -> None:
    waarden = waarden_op(regeling, dag)
    assert waarden is not None
    getest = [g for g in GRENZEN[regeling][naam] if g.alleen(dag)]
    assert getest
    for g in getest:
        v = waarden[naam]

        def bij(waarde: Decimal, g: Grens = g) -> Uitkomst:
            return uitkomst(regeling, {**g.gezin, **g.zet(waarde)}, dag)

        onder, op, boven = bij(v - g.stap), bij(v), bij(v + g.stap)
        rechten = (onder.recht, op.recht, boven.recht)
        match g.soort:
            case "hoogstens":
                assert rechten == (WEL, WEL, NIET)
            case "minder dan":
                assert rechten == (WEL, NIET, NIET)
            case "vanaf":
                assert rechten == (NIET, WEL, WEL)
            case "niet vanaf":
                assert rechten == (WEL, NIET, NIET)
            case "mens":
                assert rechten == (WEL, WEL, ONBEKEND)
            case "knik":
                assert set(rechten) == {WEL}
                ervoor, erna = _jaar(op) - _jaar(onder), _jaar(boven) - _jaar(op)
                assert abs(ervoor - erna) >= D("0.5"), (ervoor, erna)
            case soort:
                assert soort == "van onder"
                zelfde = [(u.bedrag_per_maand, _codes(u)) for u in (onder, op, boven)]
                assert set(rechten) == {WEL}
                assert zelfde[0] != zelfde[1] == zelfde[2]


_INKOMENSGRENS = [
    ("zorgtoeslag", ALLEEN),
    ("zorgtoeslag", SAMEN),
    ("huurtoeslag", ALLEEN),
    ("huurtoeslag", SAMEN),
    ("kindgebonden-budget", OUDER),
    ("kindgebonden-budget", OUDERS),
]


@pytest.mark.parametrize("jaar", [2024, 2025, 2026])
@pytest.mark.parametrize(("regeling", "gezin"), _INKOMENSGRENS)
def test_tot_24_euro_per_jaar_wordt_toegekend(regeling: str, gezin: Gezin, jaar: int) -> None:
    """The last income with a right still gives at least the minimum; a euro more gives nothing (Awir art. 14 lid 5)."""
    dag = date(jaar, 6, 15)
    minimum = parameters().op("awir", dag)["minimum_tegemoetkoming"]
    met, zonder = D(0), D(300_000)
    while zonder - met > 1:
        midden = (met + zonder) // 2
        recht = uitkomst(regeling, {**gezin, "inkomen_jaar": midden}, dag).recht
        met, zonder = (midden, zonder) if recht == WEL else (met, midden)
    laatste, eerste = (uitkomst(regeling, {**gezin, "inkomen_jaar": i}, dag) for i in (met, zonder))
    assert minimum <= _jaar(laatste) <= minimum + 1
    assert [r.code for r in eerste.redenen] == ["inkomen_te_hoog"]
    assert eerste.bedrag_per_maand == 0
    assert eerste.bedrag_per_jaar == 0
