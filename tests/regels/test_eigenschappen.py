"""What must hold for every household, whatever its facts. Households come from corners and from chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from actions.regels.kern import Uitslag, bepaal
from actions.regels.regeling import Uitkomst
from actions.regels.typen import WEET_NIET, Medebewoner
from tests.regels.hoeken import LEEFTIJDEN, Feiten, hoeken, met_maanden
from tests.regels.hulp import NIET, ONBEKEND, TOESLAGEN, WEL, parameters

SNEL = settings(max_examples=120, deadline=None, derandomize=True)
peildata = st.sampled_from(
    [date(2026, 6, 15), date(2026, 1, 1), date(2026, 12, 31), date(2025, 6, 15), date(2024, 6, 15)]
)
TOP = 100_000_000


def oordeel(feiten: Feiten, peildatum: date) -> Uitslag:
    return bepaal(feiten, parameters(), peildatum, TOESLAGEN)


def kern(uitkomst: Uitkomst) -> tuple[str, Decimal | None, Decimal | None]:
    return uitkomst.recht, uitkomst.bedrag_per_maand, uitkomst.bedrag_per_jaar


def bedragen(feiten: Feiten, peildatum: date) -> Mapping[str, tuple[Decimal, Decimal]]:
    """Month and year per scheme; the household is complete, so nothing is open."""
    uit = {}
    for u in oordeel(feiten, peildatum).uitkomsten:
        assert u.recht != ONBEKEND, u
        assert u.bedrag_per_maand is not None
        assert u.bedrag_per_jaar is not None
        uit[u.regeling] = (u.bedrag_per_maand, u.bedrag_per_jaar)
    return uit


def _bedrag(gewoon: int, hoeken_: tuple[object, ...]) -> st.SearchStrategy[Any]:
    return st.integers(0, gewoon).map(Decimal) | st.sampled_from(hoeken_)


def _vermogens(gewoon: int, peildatum: date) -> st.SearchStrategy[Decimal]:
    grenzen = [bereik[0] for bereik in hoeken(peildatum)["vermogen"]]  # type: ignore[index]
    return st.integers(0, gewoon).map(Decimal) | st.sampled_from(grenzen)


@st.composite
def bewoners(draw: st.DrawFn) -> Medebewoner:
    return Medebewoner(
        leeftijd=draw(st.sampled_from((18, 19, 20, 21, 22, 23, 24, 40, 67))),
        inkomen_jaar=draw(st.sampled_from((Decimal(0), Decimal(6_300), Decimal(12_000), Decimal(60_000)))),
        relatie=draw(st.sampled_from(("kind", "ander", "ouder"))),
        huurcontract=draw(st.booleans()),
        boven_vermogensgrens=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def huishoudens(draw: st.DrawFn, peildatum: date) -> dict[str, object]:
    """A complete household: every fact the toeslagen ask, sometimes with everybody's birth month."""
    h = hoeken(peildatum)
    feiten: dict[str, object] = {
        "leeftijd": draw(st.sampled_from(LEEFTIJDEN) | st.integers(18, 90)),
        "partner": draw(st.booleans()),
        "leeftijd_partner": draw(st.sampled_from(h["leeftijd_partner"])),
        "kinderen": tuple(draw(st.lists(st.integers(0, 17), max_size=3))),
        "woonsituatie": draw(st.sampled_from(["huur_zelfstandig"] * 6 + list(h["woonsituatie"]))),
        "kale_huur": draw(_bedrag(1_000, h["kale_huur"])),
        "servicekosten": draw(st.sampled_from(h["servicekosten"])),
        "medebewoners": tuple(draw(st.lists(bewoners(), max_size=2))),
        "inkomen_jaar": draw(_bedrag(60_000, h["inkomen_jaar"])),
        "inkomen_partner_jaar": draw(_bedrag(30_000, h["inkomen_partner_jaar"])),
        "vermogen": draw(_vermogens(40_000, peildatum).map(lambda x: (x, x))),
    }
    if draw(st.booleans()):
        return met_maanden(feiten, peildatum, Random(draw(st.integers(0, 10**6))))
    return feiten


gevallen = peildata.flatmap(lambda dag: st.tuples(st.just(dag), huishoudens(dag)))
Geval = tuple[date, dict[str, object]]


@SNEL
@given(gevallen)
def test_een_volledig_huishouden_krijgt_een_eerlijk_antwoord(geval: Geval) -> None:
    peildatum, feiten = geval
    uitslag = oordeel(feiten, peildatum)
    assert not uitslag.ontbrekend
    for u in uitslag.uitkomsten:
        assert u.redenen
        assert "rekenfout" not in {reden.code for reden in u.redenen}, u.fout
        assert u.bedrag_per_maand is not None
        assert u.bedrag_per_jaar is not None
        assert u.bedrag_per_maand == int(u.bedrag_per_maand)
        assert u.bedrag_per_jaar == int(u.bedrag_per_jaar)
        if u.recht == NIET:
            assert u.bedrag_per_maand == u.bedrag_per_jaar == 0
        else:
            assert u.recht == WEL
            assert u.bedrag_per_maand >= 0
            assert u.bedrag_per_jaar >= 24


@SNEL
@given(
    gevallen, st.sampled_from(("inkomen_jaar", "inkomen_partner_jaar", "medebewoner")), st.integers(1, 20_000)
)
def test_meer_inkomen_geeft_nooit_meer_toeslag(geval: Geval, wie: str, erbij: int) -> None:
    peildatum, feiten = geval
    meer = dict(feiten)
    if wie == "medebewoner":
        bewoners_: tuple[Medebewoner, ...] = feiten["medebewoners"]  # type: ignore[assignment]
        assume(bewoners_)
        hoger = bewoners_[0].inkomen_jaar + Decimal(erbij)  # type: ignore[operator]
        meer["medebewoners"] = (replace(bewoners_[0], inkomen_jaar=hoger), *bewoners_[1:])
    else:
        meer[wie] = feiten[wie] + Decimal(erbij)  # type: ignore[operator]
    eerst, later = bedragen(feiten, peildatum), bedragen(meer, peildatum)
    for regeling in TOESLAGEN:
        assert later[regeling][0] <= eerst[regeling][0], regeling
        assert later[regeling][1] <= eerst[regeling][1], regeling


GRENZEN = {
    "zorgtoeslag": ("vermogensgrens_alleen", "vermogensgrens_partner"),
    "huurtoeslag": ("vermogensgrens_per_bewoner", "vermogensgrens_partners_samen"),
    "kindgebonden-budget": ("vermogensgrens_alleen", "vermogensgrens_partner"),
}


@SNEL
@given(gevallen, st.sampled_from(TOESLAGEN), st.sampled_from(("0.01", "1", "1000")))
def test_boven_de_vermogensgrens_is_er_geen_recht(geval: Geval, regeling: str, erboven: str) -> None:
    peildatum, feiten = geval
    grens = parameters().op(regeling, peildatum)[GRENZEN[regeling][feiten["partner"] is True]]

    def bij(vermogen: Decimal) -> tuple[str, Decimal | None, Decimal | None]:
        return kern(oordeel({**feiten, "vermogen": (vermogen, vermogen)}, peildatum).uitkomst(regeling))

    assert bij(grens) == bij(Decimal(0))
    assert bij(grens + Decimal(erboven)) == (NIET, Decimal(0), Decimal(0))


@SNEL
@given(gevallen, st.data())
def test_een_bereik_spreekt_een_bedrag_erbinnen_nooit_tegen(geval: Geval, data: st.DataObject) -> None:
    peildatum, feiten = geval
    bedrag = _vermogens(200_000, peildatum)
    van, binnen, tot = sorted(data.draw(st.tuples(bedrag, bedrag, bedrag)))
    hoog = data.draw(st.sampled_from((tot, None)))
    ruim = oordeel({**feiten, "vermogen": (van, hoog)}, peildatum)
    einde = Decimal(TOP) if hoog is None else hoog
    precies = [oordeel({**feiten, "vermogen": (x, x)}, peildatum) for x in (van, binnen, einde)]
    for regeling in TOESLAGEN:
        van_kern, binnen_kern, tot_kern = (kern(p.uitkomst(regeling)) for p in precies)
        if van_kern == tot_kern:
            assert kern(ruim.uitkomst(regeling)) == van_kern == binnen_kern
        else:
            assert ruim.uitkomst(regeling).recht == ONBEKEND
            assert ruim.ontbrekend[regeling] == ("vermogen",)


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_feiten_maakt_niets_uit(geval: Geval, toeval: Random) -> None:
    peildatum, feiten = geval
    namen = list(feiten)
    toeval.shuffle(namen)
    weg = set(toeval.sample(namen, toeval.randint(0, 4)))
    in_volgorde = {naam: waarde for naam, waarde in feiten.items() if naam not in weg}
    anders = {naam: feiten[naam] for naam in namen if naam not in weg}
    assert oordeel(in_volgorde, peildatum) == oordeel(anders, peildatum)


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_de_volgorde_van_kinderen_en_medebewoners_maakt_niets_uit(geval: Geval, toeval: Random) -> None:
    peildatum, feiten = geval
    anders = dict(feiten)
    for namen in (("kinderen", "kinderen_geboortemaand"), ("medebewoners",)):
        plaatsen = list(range(len(feiten[namen[0]])))  # type: ignore[arg-type]
        toeval.shuffle(plaatsen)
        for naam in namen:
            if naam in feiten:
                anders[naam] = tuple(feiten[naam][i] for i in plaatsen)  # type: ignore[index]
    assert bedragen(anders, peildatum) == bedragen(feiten, peildatum)


MAAND_BIJ = {
    "leeftijd": "geboortemaand",
    "leeftijd_partner": "geboortemaand_partner",
    "kinderen": "kinderen_geboortemaand",
}
"""A birth month goes with its age: on its own it would only sharpen."""


def _zonder(feiten: Feiten, weg: set[str], waarde: object = None) -> dict[str, object]:
    maanden = {MAAND_BIJ[naam] for naam in weg if naam in MAAND_BIJ}
    over = {naam: w for naam, w in feiten.items() if naam not in weg | maanden}
    return over if waarde is None else {**over, **dict.fromkeys(sorted(weg), waarde)}


def _half(feiten: Feiten, toeval: Random) -> dict[str, object]:
    """Some list items unfinished, as in the middle of a talk."""
    uit = dict(feiten)
    if "kinderen" in uit and "kinderen_geboortemaand" not in uit:
        uit["kinderen"] = tuple(toeval.choice((kind, None)) for kind in uit["kinderen"])  # type: ignore[attr-defined]
    if "medebewoners" in uit:
        uit["medebewoners"] = tuple(_half_bewoner(b, toeval) for b in uit["medebewoners"])  # type: ignore[attr-defined]
    return uit


def _half_bewoner(bewoner: Medebewoner, toeval: Random) -> Medebewoner:
    if bewoner.geboortemaand is not None:
        return bewoner
    leeg = {naam: None for naam in ("leeftijd", "inkomen_jaar", "relatie") if toeval.random() < 0.4}
    return replace(bewoner, **leeg)  # type: ignore[arg-type]


def _beslist(uitslag: Uitslag) -> dict[str, tuple[str, Decimal | None, Decimal | None]]:
    return {u.regeling: kern(u) for u in uitslag.uitkomsten if u.recht != ONBEKEND}


@settings(SNEL, max_examples=300)
@given(gevallen, st.randoms(use_true_random=False))
def test_wat_beslist_is_blijft_zo_wat_er_ook_bij_komt(geval: Geval, toeval: Random) -> None:
    """From little to much to everything known: a settled scheme never changes and never opens again."""
    peildatum, alles = geval
    namen = sorted(set(alles) - set(MAAND_BIJ.values()))
    weinig_weg = set(toeval.sample(namen, toeval.randint(0, 3)))
    veel_weg = weinig_weg | set(toeval.sample(namen, toeval.randint(0, 5)))
    veel = _zonder(alles, weinig_weg)
    weinig = _half(_zonder(alles, veel_weg), toeval)
    bij_weinig, bij_veel, bij_alles = (_beslist(oordeel(f, peildatum)) for f in (weinig, veel, alles))
    assert bij_weinig.items() <= bij_veel.items()
    assert bij_veel.items() <= bij_alles.items()
    assert set(bij_alles) == set(TOESLAGEN)


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_wie_iets_niet_weet_krijgt_nooit_een_fout_antwoord(geval: Geval, toeval: Random) -> None:
    peildatum, feiten = geval
    weg = set(toeval.sample(sorted(set(feiten) - set(MAAND_BIJ.values())), toeval.randint(1, 3)))
    onzeker = oordeel(_zonder(feiten, weg, WEET_NIET), peildatum)
    echt = oordeel(feiten, peildatum)
    for u in onzeker.uitkomsten:
        if u.recht == ONBEKEND:
            assert {reden.code for reden in u.redenen} == {"weet_niet"}
            assert u.bedrag_per_maand is None
            assert u.bedrag_per_jaar is None
        else:
            assert kern(u) == kern(echt.uitkomst(u.regeling))


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_een_voorlopig_bedrag_klopt_zodra_het_recht_er_is(geval: Geval, toeval: Random) -> None:
    peildatum, feiten = geval
    weg = set(toeval.sample(sorted(set(feiten) - set(MAAND_BIJ.values())), toeval.randint(1, 4)))
    eerst, echt = oordeel(_zonder(feiten, weg), peildatum), oordeel(feiten, peildatum)
    for u in eerst.uitkomsten:
        if u.voorlopig is not None:
            assert u.recht == ONBEKEND
            assert u.voorlopig.als
            later = echt.uitkomst(u.regeling)
            assert later.recht == NIET or later.bedrag_per_maand == u.voorlopig.bedrag_per_maand


@pytest.mark.parametrize("peildatum", [date(2026, 6, 15), date(2025, 6, 15), date(2024, 6, 15)], ids=str)
def test_zonder_feiten_is_niets_beslist(peildatum: date) -> None:
    uitslag = oordeel({}, peildatum)
    assert {u.recht for u in uitslag.uitkomsten} == {ONBEKEND}
    assert set(uitslag.ontbrekend) == set(TOESLAGEN)
    assert uitslag.volgende is not None
