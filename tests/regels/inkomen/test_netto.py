"""The tax against published and recomputed amounts (fact sheet "aanvulling" 1.5 and 1.6, "minima" 6, "aanvulling" 7)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.inkomen import belasting
from actions.regels.inkomen.netto import netto_onafgerond, netto_per_jaar, per_maand
from actions.regels.inkomen.profiel import ARBEID, Inkomensprofiel
from tests.regels.inkomen.hulp import AOW_ALLEEN, JAREN, LOON, D, bedragen, cent, jaren, profielen, regels

SNEL = settings(max_examples=200, deadline=None, derandomize=True)

WERKNEMER = [
    (2025, "10000", "3582.00", "3068.00", "805.30", "10000.00"),
    (2025, "15000", "5373.00", "3068.00", "1830.15", "14525.15"),
    (2025, "20000", "7164.00", "3068.00", "3331.65", "19235.65"),
    (2025, "25000", "8955.00", "3068.00", "4833.15", "23946.15"),
    (2025, "30000", "10746.00", "2966.99", "5303.82", "27524.81"),
    (2025, "40000", "14353.88", "2333.29", "5529.62", "33509.03"),
    (2025, "60000", "21849.88", "1065.89", "4496.92", "43712.93"),
    (2026, "10000", "3575.00", "3115.00", "832.40", "10000.00"),
    (2026, "15000", "5362.50", "3115.00", "1937.12", "14689.62"),
    (2026, "20000", "7150.00", "3115.00", "3487.57", "19452.57"),
    (2026, "25000", "8937.50", "3115.00", "5038.02", "24215.52"),
    (2026, "30000", "10725.00", "3098.11", "5381.02", "27754.13"),
    (2026, "40000", "14320.22", "2458.31", "5576.02", "33714.11"),
    (2026, "60000", "21832.22", "1178.71", "4747.04", "44093.53"),
]


@pytest.mark.parametrize(("jaar", "bruto", "tarief", "ahk", "ak", "netto"), WERKNEMER)
def test_werknemer(jaar: int, bruto: str, tarief: str, ahk: str, ak: str, netto: str) -> None:
    r = regels(jaar)
    assert cent(belasting.belasting_box1(D(bruto), r, aow=False)) == D(tarief)
    assert cent(belasting.algemene_heffingskorting(D(bruto), r, aow=False)) == D(ahk)
    # the sheet cuts the credit off at the cent where we keep it whole until the end
    assert abs(belasting.arbeidskorting(D(bruto), r, aow=False) - D(ak)) <= D("0.01")
    assert netto_per_jaar(LOON, D(bruto), r) == D(netto)


@pytest.mark.parametrize(
    ("bruto", "maand"),
    [
        ("6608.91", "550.74"),
        ("13217.82", "1082.66"),
        ("19826.73", "1607.29"),
        ("26435.64", "2117.62"),
        ("29740.09", "2299.89"),
        ("33044.54", "2464.57"),
        ("72000", "4169.78"),
        ("17235", "1401.56"),
    ],
)
def test_maand_met_vakantiegeld_2026(bruto: str, maand: str) -> None:
    assert per_maand(netto_per_jaar(LOON, D(bruto), regels(2026))) == D(maand)


@pytest.mark.parametrize(
    ("loon", "korting"),
    [("6239", "0"), ("10000", "430.63"), ("20000", "1575.63"), ("32719.35", "3032"), ("50000", "3032")],
)
def test_combinatiekorting_2026(loon: str, korting: str) -> None:
    gevonden = belasting.inkomensafhankelijke_combinatiekorting(D(loon), regels(2026), aow=False)
    assert cent(gevonden) == D(korting)


def test_combinatiekorting_2025() -> None:
    r = regels(2025)
    assert belasting.inkomensafhankelijke_combinatiekorting(D(6145), r, aow=False) == 0
    assert belasting.inkomensafhankelijke_combinatiekorting(D(6245), r, aow=False) == D("11.45")
    assert belasting.inkomensafhankelijke_combinatiekorting(D(90000), r, aow=False) == 2986


def test_combinatiekorting_komt_niet_met_het_loon() -> None:
    ouder = replace(LOON, iack=True)
    r = regels(2026)
    assert netto_per_jaar(ouder, D(40000), r) == netto_per_jaar(LOON, D(40000), r)
    verschil = netto_per_jaar(ouder, D(40000), r, met_iack=True) - netto_per_jaar(LOON, D(40000), r)
    assert verschil == cent(belasting.inkomensafhankelijke_combinatiekorting(D(40000), r, aow=False))
    assert netto_per_jaar(LOON, D(40000), r, met_iack=True) == netto_per_jaar(LOON, D(40000), r)


def test_kortingen_zijn_nooit_meer_dan_de_belasting() -> None:
    ouder = replace(LOON, iack=True)
    assert netto_per_jaar(ouder, D(10000), regels(2026), met_iack=True) == 10000


def test_alleen_aow_2026() -> None:
    assert per_maand(netto_per_jaar(AOW_ALLEEN, D("20929.44"), regels(2026))) == D("1659.53")


def test_aow_met_pensioen_2026() -> None:
    assert per_maand(netto_per_jaar(AOW_ALLEEN, D("26929.44"), regels(2026))) == D("2081.62")


@pytest.mark.parametrize(("jaar", "korting"), [(2025, "1536"), (2026, "1556")])
def test_algemene_heffingskorting_vanaf_aow(jaar: int, korting: str) -> None:
    assert belasting.algemene_heffingskorting(D(20000), regels(jaar), aow=True) == D(korting)


def test_algemene_heffingskorting_bij_34000_in_2025() -> None:
    """Published by a payroll office, to the cent."""
    assert cent(belasting.algemene_heffingskorting(D(34000), regels(2025), aow=False)) == D("2713.51")


@pytest.mark.parametrize(("jaar", "hoogste"), [(2025, 2801), (2026, 2839)])
def test_hoogste_arbeidskorting_vanaf_aow(jaar: int, hoogste: int) -> None:
    """The derived maximum, before each of its parts is rounded up."""
    r = regels(jaar)
    korting = belasting.arbeidskorting(r["ak_grens3"], r, aow=True)
    assert round(korting) == hoogste
    assert abs(korting - r["ak_max_aow"]) < D("0.05")  # the steps of 2025 end 4 cents under its maximum


@pytest.mark.parametrize(("jaar", "hoogste"), [(2025, 1494), (2026, 1514)])
def test_hoogste_combinatiekorting_vanaf_aow(jaar: int, hoogste: int) -> None:
    korting = belasting.inkomensafhankelijke_combinatiekorting(D(60000), regels(jaar), aow=True)
    assert round(korting) == hoogste
    assert cent(korting) == regels(jaar)["iack_max_aow"]


@pytest.mark.parametrize(("jaar", "nul_bij"), [(2025, 129_078), (2026, 132_920)])
def test_arbeidskorting_is_op_bij(jaar: int, nul_bij: int) -> None:
    r = regels(jaar)
    assert belasting.arbeidskorting(D(nul_bij), r, aow=False) == 0
    assert belasting.arbeidskorting(D(nul_bij - 10), r, aow=False) > 0


@pytest.mark.parametrize(("jaar", "nul_bij"), [(2025, "76820.08"), (2026, "78423.09")])
def test_algemene_heffingskorting_is_op_bij(jaar: int, nul_bij: str) -> None:
    r = regels(jaar)
    assert cent(belasting.algemene_heffingskorting(D(nul_bij), r, aow=False)) == 0
    assert belasting.algemene_heffingskorting(D(nul_bij) - 1, r, aow=False) > 0


@pytest.mark.parametrize(
    ("jaar", "grens", "grens_oud", "eerste_schijven", "eerste_schijven_oud"),
    # column III of the tables: the tax alone, at the end of bracket 1 and 2
    [(2026, "38883", "41123", "3149", "3330"), (2025, "38441", "40502", None, "3309")],
)
def test_schijven(
    jaar: int, grens: str, grens_oud: str, eerste_schijven: str | None, eerste_schijven_oud: str
) -> None:
    """The whole first bracket costs tax and premium; a euro more costs the second rate."""
    r = regels(jaar)
    assert (r["schijf1_tot"], r["schijf1_tot_geboren_voor_1946"]) == (D(grens), D(grens_oud))
    premie_aow = r.deel("schijf1_pct_aow") - D("0.0975")  # tax without the premiums that stay
    if eerste_schijven:
        assert int(D(grens) * premie_aow) == int(eerste_schijven)
    assert int(D(grens_oud) * premie_aow) == int(eerste_schijven_oud)
    for oud, limiet in ((False, D(grens)), (True, D(grens_oud))):
        bij = belasting.belasting_box1(limiet, r, aow=True, geboren_voor_1946=oud)
        erboven = belasting.belasting_box1(limiet + 1, r, aow=True, geboren_voor_1946=oud)
        assert bij == limiet * r.deel("schijf1_pct_aow")
        assert erboven - bij == r.deel("schijf2_pct")


def test_ouderenkorting_loopt_af_en_de_alleenstaande_niet() -> None:
    r = regels(2026)
    assert belasting.ouderenkorting(D(46002), r, aow=True) == 2067
    assert belasting.ouderenkorting(D(46102), r, aow=True) == 2052
    assert belasting.ouderenkorting(D(60000), r, aow=True) == 0
    assert belasting.ouderenkorting(D(20000), r, aow=False) == 0
    assert belasting.alleenstaande_ouderenkorting(r, alleenstaand_aow=True) == 540
    assert belasting.alleenstaande_ouderenkorting(r, alleenstaand_aow=False) == 0


def test_wajong_heeft_een_eigen_korting() -> None:
    r = regels(2026)
    assert netto_per_jaar(Inkomensprofiel("wajong"), D(20000), r) - netto_per_jaar(
        Inkomensprofiel("ww"), D(20000), r
    ) == D(923)
    assert belasting.jonggehandicaptenkorting(r, wajong=True, aow=True) == 0


def test_zvw_hoogstens_over_het_maximum() -> None:
    r = regels(2026)
    assert belasting.zvw_bijdrage(D(10000), r) == 485
    assert belasting.zvw_bijdrage(D(90000), r) == belasting.zvw_bijdrage(D(79409), r) == D("3851.3365")
    assert belasting.zvw_bijdrage(D(-1), r) == 0


@pytest.mark.parametrize("soort", ["loon", "bijstand", "ww", "ziekte_arbeidsongeschikt", "wajong", "anw"])
def test_zvw_betaalt_een_ander(soort: str) -> None:
    assert Inkomensprofiel(soort).zelf_zvw(D(20000)) == 0  # type: ignore[arg-type]


def test_zvw_betaalt_men_zelf() -> None:
    assert AOW_ALLEEN.zelf_zvw(D(20000)) == 20000
    assert Inkomensprofiel("bijstand", aow_leeftijd=True).zelf_zvw(D(20000)) == 20000
    assert Inkomensprofiel("eigen_bedrijf").zelf_zvw(D(20000)) == 20000
    assert replace(AOW_ALLEEN, arbeidsinkomen=D(5000)).zelf_zvw(D(20000)) == 15000
    assert replace(AOW_ALLEEN, arbeidsinkomen=D(5000)).zelf_zvw(D(3000)) == 0


@pytest.mark.parametrize("soort", ["bijstand", "ww", "aow", "pensioen", "anw", "wajong", "alimentatie"])
def test_geen_arbeidskorting_zonder_arbeid(soort: str) -> None:
    assert soort not in ARBEID
    assert Inkomensprofiel(soort).arbeid(D(20000)) == 0  # type: ignore[arg-type]


@pytest.mark.parametrize("soort", ["studiefinanciering", "geen", "onzin"])
def test_wat_niet_belast_is_heeft_geen_profiel(soort: str) -> None:
    with pytest.raises(ValueError, match=soort):
        Inkomensprofiel(soort)  # type: ignore[arg-type]


KNIKKEN = (
    "schijf1_tot",
    "schijf1_tot_geboren_voor_1946",
    "schijf2_tot",
    "ahk_afbouw_vanaf",
    "ak_grens1",
    "ak_grens2",
    "ak_grens3",
    "iack_drempel",
    "ouderenkorting_afbouw_vanaf",
)


@given(profiel=profielen(), jaar=jaren, knik=st.sampled_from(KNIKKEN), iack=st.booleans())
@SNEL
def test_geen_sprong_bij_een_grens(profiel: Inkomensprofiel, jaar: int, knik: str, iack: bool) -> None:
    r = regels(jaar)
    onder, boven = (netto_onafgerond(profiel, r[knik] + stap, r, met_iack=iack) for stap in (-1, 1))
    assert 0 < boven - onder <= 3  # two euros gross; a credit may add to them


@given(profiel=profielen(), jaar=jaren, bruto=bedragen, iack=st.booleans())
@SNEL
def test_meer_bruto_is_altijd_meer_netto(
    profiel: Inkomensprofiel, jaar: int, bruto: Decimal, iack: bool
) -> None:
    """Of an extra euro at least 25 cents stay, whatever the profile. Never more than the euro and the credits it builds."""
    r = regels(jaar)
    erbij = netto_onafgerond(profiel, bruto + 1, r, met_iack=iack) - netto_onafgerond(
        profiel, bruto, r, met_iack=iack
    )
    assert D("0.25") < erbij < D("1.2")


@given(profiel=profielen(), jaar=jaren, bruto=bedragen)
@SNEL
def test_netto_tussen_nul_en_bruto(profiel: Inkomensprofiel, jaar: int, bruto: Decimal) -> None:
    assert 0 <= netto_per_jaar(profiel, bruto, regels(jaar)) <= bruto


@pytest.mark.parametrize("jaar", JAREN)
def test_verlies_wordt_niet_belast(jaar: int) -> None:
    assert netto_per_jaar(Inkomensprofiel("eigen_bedrijf"), D(-5000), regels(jaar)) == -5000
