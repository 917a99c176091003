"""Change one thing in a household and say what may happen: for every scheme at once, over random complete households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.afleiden import Afleider
from actions.regels.feiten import FEITEN
from actions.regels.huishouden import Huishouden
from actions.regels.jaar import kies_jaar
from actions.regels.kern import Uitslag, bepaal
from actions.regels.paden import hoekwaarden
from actions.regels.regeling import Beoordeling
from actions.regels.typen import OPVANG_SOORTEN, WEET_NIET, Maand, Medebewoner, Opvang
from tests.regels.hoeken import Feiten, hoeken
from tests.regels.hulp import ALLES, NIET, ONBEKEND, parameters
from tests.regels.test_eigenschappen import huishoudens, kern

D = Decimal
SNEL = settings(max_examples=60, deadline=None, derandomize=True)
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderopvangtoeslag")
UITKERINGEN = ("bijstand", "aio")
ZEVEN = (*TOESLAGEN, "kinderbijslag", *UITKERINGEN)
peildata = st.sampled_from([date(2026, 6, 15), date(2026, 11, 20), date(2025, 3, 1), date(2024, 6, 15)])
netto = st.integers(0, 2_400).map(D) | st.sampled_from((D(0), D("1419.45"), D("1419.46"), D("2027.79")))


@st.composite
def opvang_van(draw: st.DrawFn, kinderen: int) -> tuple[Opvang, ...]:
    return tuple(
        Opvang(
            kind=draw(st.integers(0, kinderen - 1)),
            soort=draw(st.sampled_from(OPVANG_SOORTEN)),
            uren_maand=draw(st.sampled_from((D(40), D("99.5"), D(229), D(240)))),
            uurprijs=draw(st.sampled_from((D(8), D("8.49"), D("12.45")))),
        )
        for _ in range(draw(st.integers(0, 2)) if kinderen else 0)
    )


@st.composite
def gezinnen(draw: st.DrawFn, peildatum: date) -> dict[str, object]:
    """A complete household: every fact that any of these schemes asks."""
    feiten = draw(huishoudens(peildatum))
    kinderen: tuple[int, ...] = feiten["kinderen"]  # type: ignore[assignment]
    return {
        **feiten,
        "werkt": draw(st.integers(0, 5)) > 0,
        "werkt_partner": draw(st.integers(0, 5)) > 0,
        "opvang": draw(opvang_van(len(kinderen))),
        "netto_inkomen_maand": draw(netto),
        "netto_inkomen_partner_maand": draw(netto),
        "inkomen_soort": draw(st.sampled_from(("loon", "ww", "geen", "pensioen"))),
        "vermogen_nu": (D(draw(st.sampled_from((0, 7_000, 8_000, 8_001, 16_001)))),) * 2,
        "schulden_bedrag": (D(draw(st.sampled_from((0, 1, 5_000)))),) * 2,
        "overwaarde_woning": D(0),
        "studeert": False,
        "ouders_dragen_bij": draw(st.booleans()),
    }


gevallen = peildata.flatmap(lambda dag: st.tuples(st.just(dag), gezinnen(dag)))
Geval = tuple[date, dict[str, object]]


def oordeel(feiten: Feiten, dag: date, regelingen: tuple[str, ...] = ZEVEN) -> Uitslag:
    return bepaal(feiten, parameters(), dag, regelingen, catalogus=ALLES)


def uitkomsten(feiten: Feiten, dag: date, regelingen: tuple[str, ...] = ZEVEN) -> Mapping[str, object]:
    return {u.regeling: (*kern(u), u.bedrag_per_keer) for u in oordeel(feiten, dag, regelingen).uitkomsten}


def bedragen(feiten: Feiten, dag: date, regelingen: tuple[str, ...]) -> Mapping[str, tuple[Decimal, Decimal]]:
    """Month and year per scheme that could be worked out."""
    return {
        u.regeling: (u.bedrag_per_maand or D(0), u.bedrag_per_jaar)
        for u in oordeel(feiten, dag, regelingen).uitkomsten
        if u.bedrag_per_jaar is not None
    }


def beoordelingen(feiten: Feiten, dag: date) -> Mapping[str, Beoordeling]:
    h = Huishouden(feiten, dag, afleider=Afleider(feiten, parameters(), dag))
    uit = {}
    for naam in ZEVEN:
        regels = kies_jaar(parameters(), ALLES[naam], dag)
        if regels is not None:
            uit[naam] = ALLES[naam].beoordeel(h, regels.waarden)
    return uit


@SNEL
@given(gevallen, st.sampled_from(("inkomen_jaar", "inkomen_partner_jaar")), st.integers(1, 20_000))
def test_geen_toeslag_stijgt_als_het_inkomen_stijgt(geval: Geval, wie: str, erbij: int) -> None:
    dag, feiten = geval
    eerst = bedragen(feiten, dag, TOESLAGEN)
    later = bedragen({**feiten, wie: feiten[wie] + D(erbij)}, dag, TOESLAGEN)  # type: ignore[operator]
    for naam, (maand, jaar) in eerst.items():
        assert later[naam][0] <= maand, naam
        assert later[naam][1] <= jaar, naam


@SNEL
@given(gevallen, st.sampled_from(("", "_partner")), st.integers(1, 90_000))
def test_bijstand_daalt_met_het_inkomen_en_nooit_harder(geval: Geval, wie: str, centen: int) -> None:
    """Every euro of income takes off a euro at most: a year twelve, of a month what is left after the holiday pay."""
    dag, feiten = geval
    naam, erbij = f"netto_inkomen{wie}_maand", D(centen) / 100
    eerst = bedragen(feiten, dag, UITKERINGEN)
    later = bedragen({**feiten, naam: feiten[naam] + erbij}, dag, UITKERINGEN)  # type: ignore[operator]
    assert eerst.keys() == later.keys()
    cent = D("0.01")
    for regeling, (maand, jaar) in eerst.items():
        assert 0 <= maand - later[regeling][0] <= erbij + cent, regeling
        assert 0 <= jaar - later[regeling][1] <= 12 * erbij + cent, regeling


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_kinderen_maakt_niets_uit(geval: Geval, toeval: Random) -> None:
    """Each child keeps its birth month and its care."""
    dag, feiten = geval
    kinderen: tuple[int, ...] = feiten["kinderen"]  # type: ignore[assignment]
    plaatsen = list(range(len(kinderen)))
    toeval.shuffle(plaatsen)
    lijst: tuple[Opvang, ...] = feiten["opvang"]  # type: ignore[assignment]
    opvang = [replace(deel, kind=plaatsen.index(deel.kind)) for deel in lijst]  # type: ignore[arg-type]
    toeval.shuffle(opvang)
    anders = {**feiten, "kinderen": tuple(kinderen[i] for i in plaatsen), "opvang": tuple(opvang)}
    if "kinderen_geboortemaand" in feiten:
        maanden: tuple[Maand, ...] = feiten["kinderen_geboortemaand"]  # type: ignore[assignment]
        anders["kinderen_geboortemaand"] = tuple(maanden[i] for i in plaatsen)
    assert uitkomsten(anders, dag) == uitkomsten(feiten, dag)


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_feiten_maakt_niets_uit(geval: Geval, toeval: Random) -> None:
    dag, feiten = geval
    namen = list(feiten)
    toeval.shuffle(namen)
    assert oordeel({naam: feiten[naam] for naam in namen}, dag) == oordeel(feiten, dag)


@SNEL
@given(gevallen, st.sampled_from(("ander", "familie", "broer_zus")), st.integers(18, 90), st.booleans())
def test_een_onderhuurder_verandert_de_huurtoeslag_niet(
    geval: Geval, relatie: str, leeftijd: int, rijk: bool
) -> None:
    """With a written contract, and no parent or child (Awir art. 2 lid 1 e)."""
    dag, feiten = geval
    huurder = Medebewoner(leeftijd, D(40_000), relatie, huurcontract=True, boven_vermogensgrens=rijk)
    bewoners: tuple[Medebewoner, ...] = feiten["medebewoners"]  # type: ignore[assignment]
    met = {**feiten, "medebewoners": (huurder, *bewoners)}
    assert uitkomsten(met, dag, TOESLAGEN) == uitkomsten(feiten, dag, TOESLAGEN)
    if relatie == "ander":
        assert uitkomsten(met, dag) == uitkomsten(feiten, dag)


@SNEL
@given(gevallen, st.integers(1, 60_000))
def test_meer_huur_geeft_sinds_2026_nooit_minder_en_nooit_harder(geval: Geval, centen: int) -> None:
    _, feiten = geval
    dag, erbij = date(2026, 6, 15), D(centen) / 100
    zonder_maanden = {naam: w for naam, w in feiten.items() if "geboortemaand" not in naam}
    bewoners: tuple[Medebewoner, ...] = feiten["medebewoners"]  # type: ignore[assignment]
    zonder_maanden["medebewoners"] = tuple(replace(b, geboortemaand=None) for b in bewoners)
    duurder = {**zonder_maanden, "kale_huur": feiten["kale_huur"] + erbij}  # type: ignore[operator]
    eerst, later = (bedragen(f, dag, ("huurtoeslag",))["huurtoeslag"] for f in (zonder_maanden, duurder))
    assert eerst[0] <= later[0] <= eerst[0] + erbij + 1 or eerst[1] == 0
    assert eerst[1] <= later[1] <= eerst[1] + 12 * erbij + 1 or eerst[1] == 0


@SNEL
@given(gevallen, st.sampled_from(("vermogen", "vermogen_nu")), st.integers(1, 200_000))
def test_meer_vermogen_geeft_of_hetzelfde_of_niets(geval: Geval, feit: str, erbij: int) -> None:
    dag, feiten = geval
    (bedrag, _) = feiten[feit]  # type: ignore[misc]
    eerst = oordeel(feiten, dag)
    rijker = oordeel({**feiten, feit: (bedrag + D(erbij),) * 2}, dag)  # type: ignore[has-type]
    for nu in rijker.uitkomsten:
        toen = eerst.uitkomst(nu.regeling)
        assert kern(nu) == kern(toen) or nu.recht == NIET, nu.regeling
        if kern(nu) != kern(toen):
            assert {r.code for r in nu.redenen} >= {"vermogen_te_hoog"}


def _ruimer(feiten: Feiten, toeval: Random) -> dict[str, object]:
    """The same household with some facts not said, not known, or said as a range that holds them."""
    uit = dict(feiten)
    namen = [n for n in feiten if "geboortemaand" not in n and n not in NIET_WEG]
    for naam in toeval.sample(namen, toeval.randint(1, 5)):
        waarde = feiten[naam]
        if FEITEN[naam].type == "vermogen" and toeval.random() < 0.7:
            bedrag = waarde[0]  # type: ignore[index]
            onder, boven = toeval.choice((0, 1, 9_000)), toeval.choice((None, 0, 1, 9_000))
            uit[naam] = (max(bedrag - onder, D(0)), None if boven is None else bedrag + boven)
        elif toeval.random() < 0.3:
            uit[naam] = WEET_NIET
        else:
            del uit[naam]
        if naam in MAAND_BIJ and uit.get(naam) is not waarde:
            uit.pop(MAAND_BIJ[naam], None)
    return uit


NIET_WEG = {
    "inkomen_soort", "inkomen_jaar", "inkomen_partner_jaar", "netto_inkomen_maand", "netto_inkomen_partner_maand",
    "vermogen_nu", "schulden_bedrag", "overwaarde_woning", "studeert",
}  # fmt: skip
"""Absent, these follow from another fact or are taken as a rule takes them: an estimate, not an open value."""
MAAND_BIJ = {
    "leeftijd": "geboortemaand",
    "leeftijd_partner": "geboortemaand_partner",
    "kinderen": "kinderen_geboortemaand",
}


@settings(SNEL, max_examples=120)
@given(gevallen, st.randoms(use_true_random=False))
def test_wat_open_is_omvat_wat_het_wordt(geval: Geval, toeval: Random) -> None:
    """Whatever is left out: the amounts are within what was still possible, and no settled condition turns around."""
    dag, feiten = geval
    half, heel = beoordelingen(_ruimer(feiten, toeval), dag), beoordelingen(feiten, dag)
    for naam, echt in heel.items():
        open_ = half[naam]
        for voorwaarde in open_.voorwaarden:
            if voorwaarde.oordeel.waarde is not None:
                nu = [v.oordeel.waarde for v in echt.voorwaarden if v.code == voorwaarde.code]
                niet = any(v.oordeel.waarde is False for v in echt.voorwaarden)
                assert voorwaarde.oordeel.waarde in nu or niet, (naam, voorwaarde)
        if any(v.oordeel.waarde is False for v in (*echt.voorwaarden, *open_.voorwaarden)):
            continue
        for was, wordt in ((open_.jaar, echt.jaar), (open_.maand, echt.maand), (open_.keer, echt.keer)):
            if was is not None:
                assert wordt is not None
                assert was.laag <= wordt.laag <= wordt.hoog <= was.hoog, naam
                assert was.exact or was.open or open_.niet_te_bepalen, naam


@settings(SNEL, max_examples=120)
@given(gevallen, st.randoms(use_true_random=False))
def test_een_antwoord_spreekt_een_eerder_oordeel_niet_tegen(geval: Geval, toeval: Random) -> None:
    dag, feiten = geval
    echt = oordeel(feiten, dag)
    for u in oordeel(_ruimer(feiten, toeval), dag).uitkomsten:
        if u.recht != ONBEKEND:
            assert kern(u) == kern(echt.uitkomst(u.regeling))
        elif u.voorlopig is not None and echt.uitkomst(u.regeling).recht != NIET:
            assert u.voorlopig.bedrag_per_maand == echt.uitkomst(u.regeling).bedrag_per_maand


@SNEL
@given(gevallen)
def test_een_jaar_is_de_som_van_zijn_maanden(geval: Geval) -> None:
    """Where all months are alike, with each payer's rounding: toeslagen round the year, bijstand and kinderbijslag nothing."""
    dag, feiten = geval
    alle_maanden_gelijk = {naam: w for naam, w in feiten.items() if "geboortemaand" not in naam}
    bewoners: tuple[Medebewoner, ...] = feiten["medebewoners"]  # type: ignore[assignment]
    alle_maanden_gelijk["medebewoners"] = tuple(replace(b, geboortemaand=None) for b in bewoners)
    for naam in TOESLAGEN:
        u = oordeel(alle_maanden_gelijk, dag, (naam,)).uitkomst(naam)
        if u.bedrag_per_maand and u.bedrag_per_jaar:
            # Zorgtoeslag: rounded year / 12, down. The others: twelve unrounded months.
            meeste = D(12) if naam == "zorgtoeslag" else D("12.5")
            assert 0 <= u.bedrag_per_jaar - 12 * u.bedrag_per_maand < meeste, naam
    for naam in ("kinderbijslag", *UITKERINGEN):
        keren = D(0)
        for maand in (1, 4, 7, 10):
            toen = oordeel(alle_maanden_gelijk, date(dag.year, maand, 1), (naam,)).uitkomst(naam)
            if naam == "kinderbijslag":
                keren += toen.bedrag_per_keer or D(0)
            else:
                som = {stap.id: stap.bedrag for stap in toen.stappen}
                keren += 3 * (som.get("bijstand") or D(0)) if toen.recht != NIET else D(0)
        u = oordeel(alle_maanden_gelijk, dag, (naam,)).uitkomst(naam)
        if u.bedrag_per_jaar and not u.schatting:
            assert abs(u.bedrag_per_jaar - keren) <= D("0.01"), naam


_PERSONEN = {"partner", "partner_sinds", "verblijfsrecht", "verblijfsrecht_partner"}
_TOESLAG = _PERSONEN | {"inkomen_jaar", "inkomen_partner_jaar"}
_KINDEREN = {"kinderen", "kinderen_geboortemaand"}
_VERMOGEN = {"vermogen", "vermogen_partner"}
_LEEFTIJD = {"leeftijd", "geboortemaand"}
_LEEFTIJDEN = _LEEFTIJD | {"leeftijd_partner", "geboortemaand_partner"}
_PW = _PERSONEN | _KINDEREN | _LEEFTIJDEN | {
    "gezamenlijke_huishouding", "medebewoners", "woonsituatie", "vermogen", "vermogen_nu", "schulden_bedrag",
    "overwaarde_woning", "netto_inkomen_maand", "netto_inkomen_partner_maand", "inkomen_soort", "inkomen_soort_partner",
    "inkomen_soorten", "inkomen_soorten_partner", "inkomen_jaar", "arbeidsinkomen_jaar", "arbeidsinkomen_partner_jaar",
    "bijverdienen_maanden", "giften_jaar", "studeert", "ouders_dragen_bij", "aow_volledig",
}  # fmt: skip
TELT: Mapping[str, set[str]] = {
    "zorgtoeslag": _TOESLAG | _LEEFTIJD | _VERMOGEN | {"zorgverzekerd", "zorgverzekerd_partner"},
    "huurtoeslag": _TOESLAG | _LEEFTIJDEN | _KINDEREN
    | _VERMOGEN | {"woonsituatie", "kale_huur", "servicekosten", "medebewoners", "aangepaste_woning"},
    "kindgebonden-budget": _TOESLAG | _KINDEREN | _VERMOGEN | {"co_ouder", "kinderbijslag_ontvangt"},
    "kinderopvangtoeslag": _TOESLAG | _KINDEREN | {"opvang", "werkt", "werkt_partner"},
    "kinderbijslag": _KINDEREN | {"verblijfsrecht", "co_ouder"},
    "bijstand": _PW,
    "aio": _PW,
}  # fmt: skip
"""What a scheme may look at, as its law has it. Anything else changes nothing, whatever its value."""
GEZIN: dict[str, object] = {
    "leeftijd": 40,
    "partner": False,
    "leeftijd_partner": 40,
    "kinderen": (3, 8),
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": D(600),
    "servicekosten": D(0),
    "medebewoners": (),
    "opvang": (Opvang(0, "dagopvang", D(100), D(10)),),
    "werkt": True,
    "werkt_partner": True,
    "inkomen_jaar": D(14_000),
    "inkomen_partner_jaar": D(0),
    "netto_inkomen_maand": D(900),
    "netto_inkomen_partner_maand": D(0),
    "inkomen_soort": "loon",
    "inkomen_soort_partner": "geen",
    "vermogen": (D(2_000), D(2_000)),
    "vermogen_nu": (D(2_000), D(2_000)),
    "studeert": False,
}


def waarden_van(naam: str) -> tuple[object, ...]:
    per_type: Mapping[str, tuple[object, ...]] = {
        "maand": (Maand(1980, 3), Maand(2026, 5)),
        "maanden": ((Maand(2022, 9), Maand(2018, 2)),),
        "datum": (date(2026, 7, 1), date(2020, 1, 1), date(2027, 7, 1)),
        "regelingen": ((), ("zorgtoeslag", "huurtoeslag")),
    }
    gevonden = per_type.get(FEITEN[naam].type) or hoekwaarden(naam)
    assert gevonden, naam
    return (*gevonden, WEET_NIET)


@pytest.mark.parametrize("naam", FEITEN)
def test_wat_de_wet_niet_noemt_verandert_niets(naam: str) -> None:
    regelingen = tuple(regeling for regeling, telt in TELT.items() if naam not in telt)
    for gezin in (GEZIN, {**GEZIN, "partner": True}, {**GEZIN, "leeftijd": 70, "kinderen": (), "opvang": ()}):
        for dag in (date(2026, 6, 15), date(2025, 6, 15)):
            eerst = oordeel(gezin, dag, regelingen)
            for waarde in waarden_van(naam):
                feiten = {**gezin, naam: waarde}
                if naam == "kinderen":
                    feiten["opvang"] = ()
                if naam == "kinderen_geboortemaand" and not gezin["kinderen"]:
                    continue
                assert oordeel(feiten, dag, regelingen).uitkomsten == eerst.uitkomsten, waarde


def test_ieder_gezin_hierboven_heeft_iets_om_te_veranderen() -> None:
    """Or the test above could never fail."""
    rechten = [kern(u)[0] for u in oordeel(GEZIN, date(2026, 6, 15)).uitkomsten]
    assert rechten.count("waarschijnlijk_wel") == len(ZEVEN) - 1
    oud = oordeel({**GEZIN, "leeftijd": 70}, date(2026, 6, 15)).uitkomst("aio")
    assert oud.recht == "waarschijnlijk_wel"


def test_alle_hoeken_van_de_huur_liggen_op_volgorde() -> None:
    """Over every limit of the rent, cent by cent around it: from 2026 the toeslag only rises."""
    dag = date(2026, 6, 15)
    huren = sorted(hoeken(dag)["kale_huur"])  # type: ignore[type-var]
    for gezin in (GEZIN, {**GEZIN, "leeftijd": 20, "kinderen": ()}, {**GEZIN, "partner": True}):
        maanden = [
            bedragen({**gezin, "kale_huur": huur}, dag, ("huurtoeslag",))["huurtoeslag"] for huur in huren
        ]
        assert maanden == sorted(maanden)
        assert maanden[0][1] == 0
        assert maanden[-1][1] > 1_000
