"""The amounts of the national schemes: golden values, and what the law says about them among each other."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from content.parameters import Parameters, Rijen, laad_parameters

D = Decimal
HALFJAREN = (date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1), date(2026, 7, 1))
REGELINGEN = frozenset(
    {
        "aio", "alleenverdieners", "aow", "bbz", "bijstand", "inkomstenbelasting", "ioaw", "ioaz",
        "kinderbijslag", "kinderopvangtoeslag", "minimumloon", "participatiewet-in-balans", "toeslagenwet",
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def p() -> Parameters:
    return laad_parameters(Path(__file__).parents[2] / "content" / "parameters")


def tabel(p: Parameters, naam: str, jaar: int) -> Rijen:
    rijen = p.tabel("kinderopvangtoeslag", naam, date(jaar, 6, 1))
    assert rijen is not None
    return rijen


def deel(rijen: Rijen, inkomen: int) -> Decimal:
    return next(procent for grens, procent in rijen if grens is None or inkomen <= grens)


def cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(D("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("regeling", "naam", "waarden"),
    [
        ("bijstand", "norm_alleenstaande", ("1345.45", "1369.06", "1401.50", "1419.46")),
        ("bijstand", "norm_gehuwden_aow", ("2053.48", "2094.98", "2144.16", "2176.10")),
        ("bijstand", "norm_gehuwden_een_18_20_met_kind", ("1677.62", "1707.04", "1747.49", "1769.88")),
        ("bijstand", "verhoging_18_20", (None, None, "746.45", "762.24")),
        ("bijstand", "vakantietoeslag_pct", ("5.0", "4.8", "4.8", "4.8")),
        ("bijstand", "vermogensgrens_alleenstaande_ouder", ("15540", "15540", "16000", "16000")),
        ("bijstand", "vrijlating_arbeid_max", ("273", "278", "285", "285")),
        ("bijstand", "giften_vrij", (None, None, "1200", "1200")),
        ("aio", "pensioen_vrij_gehuwden", ("51.40", "51.40", "53.00", "53.00")),
        ("aio", "buitenland_weken", (None, "13", "13", "13")),
        ("aow", "bruto_alleenstaande", ("1580.92", "1612.44", "1637.57", None)),
        ("aow", "bruto_gehuwd", ("1081.50", "1103.97", "1122.12", None)),
        ("kinderbijslag", "bedrag_6_11", ("347.83", "353.95", "358.30", "362.35")),
        ("kinderbijslag", "extra_bedrag", (None, None, "2783.46", "2783.46")),
        ("toeslagenwet", "dagbedrag_gehuwden", ("100.77", "103.26", "105.49", "107.45")),
        ("toeslagenwet", "dagbedrag_woningdeler", ("46.71", "47.87", "49.03", "49.94")),
        ("ioaw", "grondslag_alleenstaande_netto", (None, "1369.06", "1401.50", "1419.46")),
        ("ioaw", "vrijlating_arbeid_max", (None, None, "448.22", "448.90")),
        ("ioaz", "inkomen_bij_doorgaan_max", (None, None, "36090", "36780")),
        ("bbz", "bedrijfskapitaal_max", (None, None, "261048", "261048")),
        ("alleenverdieners", "tegemoetkoming", ("1000", "1000", "1100", "1100")),
        ("minimumloon", "uurloon", ("14.06", "14.40", "14.71", "14.99")),
        ("minimumloon", "referentiemaandloon", (None, None, "2294.40", "2337.00")),
        ("kinderopvangtoeslag", "maximum_uurprijs_dagopvang", ("10.71", "10.71", "11.23", "11.23")),
        ("inkomstenbelasting", "schijf1_tot", ("38441", "38441", "38883", "38883")),
        ("inkomstenbelasting", "ahk_afbouw_vanaf", ("28406", "28406", "29736", "29736")),
        ("inkomstenbelasting", "iack_max", ("2986", "2986", "3032", "3032")),
        ("inkomstenbelasting", "zvw_max_inkomen", (None, None, "79409", "79409")),
    ],
)
def test_bekende_bedragen(p: Parameters, regeling: str, naam: str, waarden: tuple[str | None, ...]) -> None:
    gevonden = tuple(p.op(regeling, begin).get(naam) for begin in HALFJAREN)
    assert gevonden == tuple(None if w is None else D(w) for w in waarden)


def test_elke_reeks_sluit_aan_en_overlapt_niet(p: Parameters) -> None:
    assert set(p.waarden) >= REGELINGEN
    for regeling in REGELINGEN:
        reeksen = groupby(p.waarden[regeling], key=lambda w: w.naam)
        for naam, reeks in reeksen:
            for eerder, later in pairwise(reeks):
                assert later.van == eerder.tot + timedelta(days=1), f"{regeling}.{naam} {later.van}"


def test_wat_niet_zeker_is_beslist_niet(p: Parameters) -> None:
    assert p.waarde("bijstand", "vrijlating_loonkostensubsidie_max", date(2025, 3, 1)) is None
    assert p.waarde("bijstand", "vrijlating_loonkostensubsidie_max", date(2025, 9, 1)) is not None
    assert p.waarde("inkomstenbelasting", "zvw_max_inkomen", date(2025, 6, 1)) is None
    for naam in ("bruto_alleenstaande", "netto_met_loonheffingskorting_gehuwd", "vakantiegeld_gehuwd"):
        assert p.waarde("aow", naam, date(2026, 7, 1)) is None
    assert p.tabel("kinderopvangtoeslag", "volgende_kinderen", date(2025, 6, 1)) is None
    assert p.tabel("kinderopvangtoeslag", "eerste_kind", date(2024, 6, 1)) is None
    twijfel = {"MEMORY", "DERIVED", "RDAM-PROC", "RDAM-ANALYSE", "SZW27", "P2027"}
    for waarden in p.waarden.values():
        assert not twijfel & {b for w in waarden for b in w.bronnen}


def test_2027_staat_los_van_2026(p: Parameters) -> None:
    assert p.op("participatiewet-in-balans", date(2026, 12, 31)) == {}
    assert p.op("participatiewet-in-balans", date(2027, 1, 1)) == {
        "vrijlating_pct": D(15),
        "vrijlating_maanden": D(12),
        "vrijlating_aow_pct": D(25),
        "vrijlating_aow_max": D(226),
        "bufferbudget_max": D(1000),
    }
    for regeling in REGELINGEN - {"participatiewet-in-balans", "aow"}:
        assert p.op(regeling, date(2027, 1, 1)) == {}
    assert set(p.op("aow", date(2027, 1, 1))) == {"leeftijd_maanden"}


@pytest.mark.parametrize(
    ("jaar", "naam", "inkomen", "procent"),
    [
        (2026, "eerste_kind", 0, "96.0"),
        (2026, "eerste_kind", 56412, "96.0"),
        (2026, "eerste_kind", 56413, "95.5"),
        (2026, "eerste_kind", 120000, "60.6"),
        (2026, "eerste_kind", 165657, "38.5"),
        (2026, "eerste_kind", 165658, "36.5"),
        (2026, "eerste_kind", 1000000, "36.5"),
        (2026, "volgende_kinderen", 56412, "96.0"),
        (2026, "volgende_kinderen", 65695, "95.6"),
        (2026, "volgende_kinderen", 65696, "95.2"),
        (2026, "volgende_kinderen", 120000, "87.9"),
        (2026, "volgende_kinderen", 235697, "69.1"),
        (2026, "volgende_kinderen", 235698, "68.2"),
        (2025, "eerste_kind", 47403, "96.0"),
        (2025, "eerste_kind", 47404, "95.3"),
        (2025, "eerste_kind", 159224, "35.3"),
        (2025, "eerste_kind", 159225, "33.3"),
    ],
)
def test_tabellen_kinderopvang(p: Parameters, jaar: int, naam: str, inkomen: int, procent: str) -> None:
    assert deel(tabel(p, naam, jaar), inkomen) == D(procent)


def test_meer_inkomen_geeft_nooit_een_hoger_deel(p: Parameters) -> None:
    for jaar, naam in ((2025, "eerste_kind"), (2026, "eerste_kind"), (2026, "volgende_kinderen")):
        for (_, meer), (_, minder) in pairwise(tabel(p, naam, jaar)):
            assert minder < meer
    for inkomen in range(0, 250_000, 500):
        assert deel(tabel(p, "volgende_kinderen", 2026), inkomen) >= deel(
            tabel(p, "eerste_kind", 2026), inkomen
        )


@pytest.mark.parametrize("begin", HALFJAREN)
def test_de_normen_hangen_samen_zoals_de_wet_ze_opbouwt(p: Parameters, begin: date) -> None:
    b = p.op("bijstand", begin)
    assert abs(b["norm_alleenstaande"] - D("0.7") * b["norm_gehuwden"]) < D("0.02")
    assert b["norm_gehuwden_beiden_18_20_zonder_kind"] == 2 * b["norm_alleenstaande_18_20"]
    per_twee = (b["kostendelers_vast_pct"] + 2 * b["kostendelers_per_persoon_pct"]) / 2
    assert per_twee == 50
    helft = b["norm_gehuwden"] * per_twee / 100
    for soort, bij in (
        ("zonder", "norm_alleenstaande_18_20"),
        ("met", "deel_18_20_met_kind_bij_kostendelers"),
    ):
        assert abs(b[f"norm_gehuwden_een_18_20_{soort}_kind"] - helft - b[bij]) < D("0.02")
    erbij = b["deel_18_20_met_kind_bij_kostendelers"]
    assert b["norm_gehuwden_beiden_18_20_met_kind"] == b["norm_alleenstaande_18_20"] + erbij
    assert b["vermogensgrens_gehuwden"] == 2 * b["vermogensgrens_alleenstaande"]
    if begin >= HALFJAREN[1]:
        grond = p.op("ioaw", begin)
        assert grond["grondslag_alleenstaande_netto"] == b["norm_alleenstaande"]
        assert abs(grond["grondslag_per_partner_netto"] - helft) < D("0.01")


@pytest.mark.parametrize("begin", HALFJAREN)
def test_kinderbijslag_is_70_85_en_100_procent(p: Parameters, begin: date) -> None:
    k = p.op("kinderbijslag", begin)
    assert k["bedrag_0_5"] == cent(D("0.70") * k["bedrag_12_17"])
    assert k["bedrag_6_11"] == cent(D("0.85") * k["bedrag_12_17"])


@pytest.mark.parametrize("jaar", [2025, 2026])
def test_de_inkomstenbelasting_sluit(p: Parameters, jaar: int) -> None:
    i = p.op("inkomstenbelasting", date(jaar, 6, 1))
    assert i["schijf1_pct"] == i["schijf1_belasting_pct"] + i["premie_pct"]
    assert i["schijf1_pct_aow"] == i["schijf1_belasting_pct"] + i["premie_pct_aow"]
    assert abs(i["ak_pct1"] * i["ak_grens1"] / 100 - i["ak_max1"]) < 1
    assert abs(i["ak_max1"] + i["ak_pct2"] * (i["ak_grens2"] - i["ak_grens1"]) / 100 - i["ak_max2"]) < 1
    assert abs(i["ak_max2"] + i["ak_pct3"] * (i["ak_grens3"] - i["ak_grens2"]) / 100 - i["ak_max"]) < 1
    factor = i["schijf1_pct_aow"] / i["schijf1_pct"]
    assert i["ak_max_aow"] == cent(i["ak_max"] * factor)
    assert i["iack_max_aow"] == cent(i["iack_max"] * factor)
    for korting, vanaf in (
        ("ahk", "ahk_afbouw_vanaf"),
        ("ak", "ak_grens3"),
        ("ouderenkorting", "ouderenkorting_afbouw_vanaf"),
    ):
        nul = i[vanaf] + 100 * i[f"{korting}_max"] / i[f"{korting}_afbouw_pct"]
        assert i[f"{korting}_nul_vanaf"] == cent(nul)


def test_bruto_en_netto_aow_horen_bij_elkaar(p: Parameters) -> None:
    for begin in HALFJAREN[:3]:
        a, i = p.op("aow", begin), p.op("inkomstenbelasting", begin)
        for wie in ("alleenstaande", "gehuwd"):
            bruto = a[f"bruto_{wie}"]
            # SVB with the credit: no tax is left at this height, only the health insurance contribution.
            assert a[f"netto_met_loonheffingskorting_{wie}"] == pytest.approx(
                bruto * (1 - i["zvw_pct"] / 100), abs=D("0.01")
            )
            # Without it: the wage table takes whole euros per year of the month rounded down to 4,50.
            tabelloon = bruto // D("4.50") * D("4.50")
            heffing = (tabelloon * 12 * i["schijf1_pct_aow"] / 100) // 1 / 12
            netto = bruto - heffing - bruto * i["zvw_pct"] / 100
            assert a[f"netto_zonder_loonheffingskorting_{wie}"] == pytest.approx(netto, abs=D("0.011"))
