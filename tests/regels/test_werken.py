"""What is left with so many hours of work: households worked out by hand, every number of the sum in the test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP
from decimal import Decimal as D
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.ids import REGELINGEN as ALLE
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.lokaal.bouw import regelingen
from actions.regels.opgave import Opgave
from actions.regels.werken.gezin import GeenLoonregels, maak_gezin
from actions.regels.werken.kromme import Kromme, StraksErbij, Tijdelijk, alleen_punten, werken
from actions.regels.werken.loon import Kosten, Loon, minimumloon
from actions.regels.werken.opletten import LetOp
from actions.regels.werken.opletten import let_op as zoek_let_op
from actions.regels.werken.punt import Punt
from tests.regels.hulp import ALLES, inhoud, parameters

TWEEDE_HALFJAAR, EERSTE_HALFJAAR = date(2026, 11, 20), date(2026, 5, 20)
WML = Loon(D("14.99"))
NORM, NORM_PAAR = D("1419.46"), D("2027.79")
"""Bijstand a month from 1 July 2026, vakantietoeslag included: alone, and together."""
NORM_EERST = D("1401.50")
"""Alone, from 1 January to 30 June 2026."""
ZORG, ZORG_PAAR = D(129), D(246)
"""The most zorgtoeslag a month in 2026: alone, and together."""
ALLEEN: Mapping[str, Any] = {
    "leeftijd": 35,
    "partner": False,
    "kinderen": [],
    "woonsituatie": "inwonend",
    "medebewoners": [],
    "inkomen_soort": "bijstand",
    "vermogen": "500",
    "vermogen_nu": "500",
    "schulden_bedrag": "0",
    "werkt": False,
}
OUDER: Mapping[str, Any] = {**ALLEEN, "kinderen": [5]}
PAAR: Mapping[str, Any] = {
    **ALLEEN,
    "partner": True,
    "leeftijd_partner": 33,
    "inkomen_soort_partner": "geen",
}


def kromme(
    feiten: Mapping[str, object],
    uren: Sequence[int | str] = (),
    *,
    loon: Loon = WML,
    kosten: Kosten | None = None,
    dag: date = TWEEDE_HALFJAAR,
    gemeente: str | None = None,
    alleen: Sequence[str] | None = None,
) -> Kromme:
    lokaal = inhoud().lokaal(gemeente) if gemeente else None
    catalogus = {**ALLES, **regelingen(lokaal)} if lokaal else ALLES
    return werken(
        Opgave(feiten, dag, tuple(dict.fromkeys((*ALLE, *catalogus))) if alleen is None else tuple(alleen)),
        loon,
        [D(uur) for uur in uren],
        kosten=kosten or Kosten(),
        parameters=parameters(),
        catalogus=catalogus,
    )


def punt(feiten: Mapping[str, object], uren: int | str, **anders: Any) -> Punt:
    return kromme(feiten, (uren,), **anders).punten[0]


def netto_2026(bruto: D) -> D:
    """Net a month of a gross year under 45 592, by the numbers of the sheet (aanvulling 1.1, 1.2)."""
    schijf1 = min(bruto, D(38_883)) * D("0.3575")
    schijf2 = max(D(0), bruto - 38_883) * D("0.3756")
    algemeen = D(3_115) - max(D(0), bruto - 29_736) * D("0.06398")
    arbeid = min(bruto * D("0.08324"), D(996))
    arbeid = min(arbeid + max(D(0), bruto - 11_965) * D("0.31009"), D(5_300))
    arbeid = min(arbeid + max(D(0), bruto - 25_845) * D("0.01950"), D(5_685))
    return ((bruto - max(D(0), schijf1 + schijf2 - algemeen - arbeid)) / 12).quantize(
        D("0.01"), ROUND_HALF_UP
    )


def let_op(k: Kromme, code: str) -> list[LetOp]:
    return [een for een in k.let_op if een.code == code]


# --- wages -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uren", "bruto_jaar", "netto_maand"),
    [
        (8, "6608.91", "550.74"),
        (16, "13217.82", "1082.66"),
        (24, "19826.73", "1607.29"),
        (32, "26435.64", "2117.62"),
        (36, "29740.09", "2299.89"),
        (40, "33044.54", "2464.57"),
    ],
)
def test_de_tabel_van_het_feitenblad(uren: int, bruto_jaar: str, netto_maand: str) -> None:
    loon = Loon(D("14.71"))
    assert loon.per_jaar(D(uren), D(8)) == D(bruto_jaar)
    p = punt(ALLEEN, uren, loon=loon, dag=EERSTE_HALFJAAR)
    assert p.netto_loon == D(netto_maand)
    assert p.bruto_loon == (D(bruto_jaar) / 12).quantize(D("0.01"), ROUND_HALF_UP)


def test_een_maandloon_hoort_bij_een_aantal_uren() -> None:
    # 1 800 a month for 24 hours is 900 for 12 and 3 000 for 40; with 8% on top.
    loon = Loon(D(1800), D(24))
    assert loon.per_jaar(D(24), D(8)) == 1800 * 12 * D("1.08")
    assert loon.per_jaar(D(12), D(8)) == 900 * 12 * D("1.08")
    assert loon.per_jaar(D(40), D(8)) == 3000 * 12 * D("1.08")


@pytest.mark.parametrize(
    ("leeftijd", "uurloon"),
    [(67, "14.99"), (21, "14.99"), (20, "11.99"), (19, "8.99"), (18, "7.50"), (17, None)],
)
def test_het_minimumloon_naar_leeftijd(leeftijd: int, uurloon: str | None) -> None:
    # 80, 60 and 50% of 14.99: 11.992, 8.994 and 7.495.
    assert minimumloon(parameters(), TWEEDE_HALFJAAR, leeftijd) == (None if uurloon is None else D(uurloon))


def test_het_minimumloon_van_volgend_jaar_is_dat_van_dit_jaar_tot_het_bekend_is() -> None:
    assert minimumloon(parameters(), date(2027, 1, 1), 30) == D("14.99")
    assert minimumloon(parameters(), date(2023, 1, 1), 30) is None


# --- from bijstand -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("uren", [0, 8, 16, 24, 32, 40])
def test_alleen_vanuit_de_bijstand(uren: int) -> None:
    bruto = (D("14.99") * uren * 52 * D("1.08")).quantize(D("0.01"), ROUND_HALF_UP)
    netto = netto_2026(bruto)
    p = punt(ALLEEN, uren)
    assert p.netto_loon == netto
    assert p.uitkering == max(D(0), NORM - netto)
    # Zorgtoeslag falls by 13.730% of the income above 29 736, a twelfth of it a month, down to whole euros.
    afbouw = max(D(0), bruto - 29_736) * D("0.13730")
    laagste = D(29_736) * D("0.01912")
    assert p.toeslagen == ((D(2_119) - laagste - afbouw).quantize(D(1)) / 12) // 1
    assert p.totaal == p.netto_loon + p.uitkering + p.toeslagen


def test_tot_waar_het_loon_gelijk_is_aan_de_bijstand() -> None:
    # Net equals the norm where 12 x 1 419.46 = 17 033.52 is left. Of a gross x from 11 965 to 25 845 is left
    # x - (0.3575 x - 3 115 - 996 - 0.31009 (x - 11 965)) = 0.95259 x + 400.77315, so x = 17 460.55: 20.74 hours.
    bruto = (D("17033.52") - (3_115 + 996 - D("0.31009") * 11_965)) / (1 - D("0.3575") + D("0.31009"))
    uren = bruto / (D("14.99") * 52 * D("1.08"))
    assert uren.quantize(D("0.01"), ROUND_HALF_UP) == D("20.74")
    k = kromme(ALLEEN, ("20.7", "20.8"))
    assert [p.uitkering > 0 for p in k.punten] == [True, False]
    assert let_op(k, "vlak") == [LetOp("vlak", D(0), D(20))]
    assert [(s.regeling, s.bij_uren) for s in let_op(k, "stopt")] == [("bijstand", D("20.8"))]


def test_bij_nul_uren_is_er_niets_veranderd() -> None:
    k = kromme(ALLEEN, (0,))
    assert k.nu == k.punten[0]
    assert k.punten[0].uitkering == NORM


def test_een_alleenstaande_ouder_met_opvang() -> None:
    # Out-of-school care of 60 hours at 9.50 (under the most that counts, 9.98): 570 a month, of which 96% is paid
    # up to an income of 24 149 at least. Kindgebonden budget of one child alone: (2 580 + 3 416) / 12 = 499.67.
    feiten = {**OUDER, "opvang": [{"kind": 0, "soort": "bso", "uren_maand": 60, "uurprijs": "9.50"}]}
    k = kromme(feiten, (0, 16, 24), kosten=Kosten(reizen=D(45), opvang=D(20)))
    niet, zestien, vierentwintig = k.punten
    assert niet.kosten == 0
    assert niet.per_regeling["kindgebonden-budget"] == 499
    assert "kinderopvangtoeslag" not in niet.per_regeling  # who does not work needs no care
    assert zestien.kosten == 570 + 45 + 20
    assert zestien.per_regeling["kinderopvangtoeslag"] == 547  # 570 x 96% = 547.20
    assert zestien.totaal == NORM + ZORG + 499 + 547 - 635
    netto = netto_2026((D("14.99") * 24 * 52 * D("1.08")).quantize(D("0.01"), ROUND_HALF_UP))
    assert vierentwintig.totaal == netto + ZORG + 499 + 547 - 635
    # Going to work costs 635 - 547 at once, whatever the hours.
    assert let_op(k, "kosten") == [LetOp("kosten", D("0.1"), None, None, D("88.00"), D("635.00"))]
    # Combination credit at 24 hours: 11.45% of what is earned above 6 239, and no more than the tax that is left.
    bruto = D("20204.12")
    belasting = bruto * D("0.3575") - 3_115 - 996 - (bruto - 11_965) * D("0.31009")
    assert (bruto - 6_239) * D("0.1145") > belasting
    assert StraksErbij("combinatiekorting", belasting.quantize(D("0.01"), ROUND_HALF_UP)) in k.later


def test_een_paar_met_een_kostwinner() -> None:
    # Norm of two 2 027.79. At 24 hours 1 637.25 net: 390.54 is left of the bijstand; at 32 hours nothing.
    k = kromme(PAAR, (0, 24, 32))
    assert [p.uitkering for p in k.punten] == [NORM_PAAR, NORM_PAAR - D("1637.25"), D(0)]
    assert [p.toeslagen for p in k.punten] == [ZORG_PAAR, ZORG_PAAR, ZORG_PAAR]
    assert k.punten[2].netto_loon == netto_2026(
        (D("14.99") * 32 * 52 * D("1.08")).quantize(D("0.01"), ROUND_HALF_UP)
    )


def test_wat_de_partner_verdient_blijft_en_telt_bij_de_bijstand() -> None:
    # The partner brings in 800 net. 2 027.79 - 800 - 561.23 for eight hours = 666.56.
    feiten = {**PAAR, "inkomen_soort_partner": "loon", "inkomen_partner_jaar": "9600"}
    k = kromme({**feiten, "netto_inkomen_partner_maand": "800"}, (8,))
    assert k.punten[0].uitkering == NORM_PAAR - 800 - D("561.23")
    assert k.punten[0].totaal == D("561.23") + k.punten[0].uitkering + ZORG_PAAR
    assert "inkomen_partner" in k.niet_meegerekend


def test_wat_een_partner_naast_de_bijstand_verdient_blijft() -> None:
    # 6 000 a year is under what is taxed: 500 a month. Together with eight hours: 2 027.79 - 500 - 561.23.
    feiten = {**PAAR, "inkomen_soort_partner": "bijstand", "arbeidsinkomen_partner_jaar": "6000"}
    p = punt(feiten, 8)
    assert p.uitkering == NORM_PAAR - 500 - D("561.23")


def test_een_partner_van_wie_het_inkomen_niet_bekend_is() -> None:
    feiten = {naam: w for naam, w in PAAR.items() if naam != "inkomen_soort_partner"} | {
        "inkomen_soort": "geen"
    }
    k = kromme({**feiten, "inkomen_partner_jaar": "weet_niet"}, (8,))
    assert k.punten[0].toeslagen == 0
    assert ("onbekend", "zorgtoeslag") in [(een.code, een.regeling) for een in k.let_op]
    assert not [later for later in k.later if later.code == "combinatiekorting"]


@pytest.mark.parametrize(("arbeid", "krijgt"), [("9600", False), ("60000", True)])
def test_de_combinatiekorting_is_voor_wie_het_minste_verdient(arbeid: str, krijgt: bool) -> None:
    feiten = {**PAAR, "kinderen": [5], "inkomen_soort": "geen", "inkomen_soort_partner": "loon"}
    k = kromme({**feiten, "inkomen_partner_jaar": arbeid}, (32,))
    assert bool([later for later in k.later if later.code == "combinatiekorting"]) is krijgt


def test_van_wie_te_weinig_verdient_is_er_geen_combinatiekorting() -> None:
    # Eight hours are 6 734.71 a year: the tax on that is less than the credits that go first.
    assert [later.code for later in kromme(OUDER, (8,)).later] == ["vakantiegeld"]
    assert [later.code for later in kromme(OUDER, (0,)).later] == []


def test_wie_samenwoont_deelt_de_bijstand() -> None:
    """A shared household that is no partner: one norm, of which half counts as this person's income."""
    feiten = {**ALLEEN, "gezamenlijke_huishouding": True, "leeftijd_partner": 40}
    p = punt(feiten, 8)
    assert p.uitkering == NORM_PAAR - D("561.23")


# --- what is temporary -------------------------------------------------------------------------------------------------------


def test_zes_maanden_een_deel_houden() -> None:
    # 25% of 561.23 is 140.31; of 1 369.94 it would be 342.49, and the most is 285. At 24 hours there is no bijstand left.
    k = kromme(ALLEEN, (0, 8, 20, 24))
    assert k.tijdelijk == (Tijdelijk(D(8), 6, D("140.31")), Tijdelijk(D(20), 6, D("285.00")))


def test_daarna_houdt_een_alleenstaande_ouder_nog_dertig_maanden_een_deel() -> None:
    # 12.5% of 1 102.63 is 137.83; 25% would be 275.66.
    k = kromme(OUDER, (16,))
    assert k.tijdelijk == (Tijdelijk(D(16), 6, D("275.66")), Tijdelijk(D(16), 36, D("137.83")))
    # Who has been at it for six months has only the rest; after 36 months nothing.
    assert kromme({**OUDER, "bijverdienen_maanden": 6}, (16,)).tijdelijk == (
        Tijdelijk(D(16), 36, D("137.83")),
    )
    assert kromme({**OUDER, "bijverdienen_maanden": 36}, (16,)).tijdelijk == ()


def test_wie_jonger_is_dan_27_houdt_geen_deel() -> None:
    assert kromme({**ALLEEN, "leeftijd": 26}, (16,)).tijdelijk == ()


def test_vanaf_2027_twaalf_maanden_vijftien_procent() -> None:
    # From 1 January 2027 15% of the wage, no maximum: of 1 102.63 it is 165.39. The tax rules are still those of 2026.
    k = kromme(OUDER, (16,), dag=date(2027, 1, 1))
    assert k.tijdelijk == (Tijdelijk(D(16), 12, D("165.39")),)


def test_een_gemeente_die_het_nu_al_doet() -> None:
    assert kromme(ALLEEN, (16,), gemeente="voorbeeldstad").tijdelijk == (Tijdelijk(D(16), 12, D("165.39")),)


def test_wat_tijdelijk_is_staat_niet_in_de_punten() -> None:
    assert punt({**ALLEEN, "bijverdienen_maanden": 0}, 16) == punt(ALLEEN, 16)


# --- from other situations ---------------------------------------------------------------------------------------------------


def test_van_deeltijd_naar_meer_uren() -> None:
    # 24 hours at 14.99 is 20 204.12 a year: that is what there is now. At 32 hours it is 26 938.82.
    feiten = {**ALLEEN, "inkomen_soort": "loon", "inkomen_jaar": "20204.12", "werkt": True}
    k = kromme(feiten, (24, 32), kosten=Kosten(reizen=D(30)))
    assert k.nu is not None
    assert k.nu.uren == D("24.0")
    assert k.nu.totaal == D("1637.25") + ZORG
    assert k.punten[0].totaal == D("1637.25") + ZORG - 30
    assert k.punten[1].totaal == netto_2026(D("26938.82")) + ZORG - 30


def test_wie_nu_werkt_heeft_zonder_werk_bijstand() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "loon", "inkomen_jaar": "20204.12", "werkt": True}
    assert punt(feiten, 0).uitkering == NORM
    assert punt({**feiten, "vermogen": "20000", "vermogen_nu": "20000"}, 0).uitkering == 0


def test_van_een_loon_dat_niet_bekend_is_is_nu_niet_te_zeggen() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "loon", "werkt": True}
    assert kromme(feiten, (24,)).nu is None
    assert punt(feiten, 24).netto_loon == D("1637.25")


def test_zonder_uurloon_is_niet_te_zeggen_hoeveel_uren_het_nu_zijn() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "loon", "inkomen_jaar": "20204.12"}
    assert kromme(feiten, (8,), loon=Loon(D(0))).nu is None
    assert kromme(ALLEEN, (8,), loon=Loon(D(0))).punten[0].totaal == NORM + ZORG


def test_van_de_ww_is_niet_bekend_wat_er_overblijft() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "ww", "inkomen_jaar": "24000", "netto_inkomen_maand": "1700"}
    k = kromme(feiten, (0, 8))
    niet, acht = k.punten
    assert niet == k.nu
    assert niet.totaal == 1700 + ZORG
    # Beside what is left of the WW, and that is not known, there is no bijstand to count.
    assert (acht.netto_loon, acht.uitkering) == (D("561.23"), D(0))
    assert [een.bij_uren for een in let_op(k, "uitkering_onbekend")] == [D(1)]
    assert not let_op(k, "daling")
    assert "ww" in k.niet_meegerekend
    assert k.tijdelijk == ()


def test_naast_de_ww_al_werken() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "ww", "inkomen_soorten": ["ww", "loon"], "inkomen_jaar": "24000"}
    k = kromme({**feiten, "arbeidsinkomen_jaar": "6734.71"}, (0,))
    assert k.nu is not None
    assert (k.nu.uren, k.nu.netto_loon, k.nu.uitkering) == (D("8.0"), D("561.23"), D(0))
    assert k.punten[0].uitkering == 0


def test_aow_en_pensioen_blijven() -> None:
    feiten = {**ALLEEN, "leeftijd": 69, "inkomen_soort": "aow", "inkomen_jaar": "20929.44"}
    k = kromme({**feiten, "netto_inkomen_maand": "1659.53"}, (0, 8))
    niet, acht = k.punten
    assert niet.uitkering == acht.uitkering == D("1659.53")
    assert 0 < acht.netto_loon < acht.bruto_loon
    zonder_maand = punt(feiten, 8)
    assert zonder_maand.uitkering == D("1659.53")  # the published net of a full AOW, sheet 1.5


def test_alimentatie_en_een_eigen_bedrijf_staan_niet_in_het_totaal() -> None:
    for soort in ("alimentatie", "eigen_bedrijf"):
        k = kromme({**ALLEEN, "inkomen_soort": soort, "inkomen_jaar": "26000", "werkt": True}, (0, 8))
        assert [p.uitkering for p in k.punten] == [0, 0]
        assert soort in k.niet_meegerekend


def test_wie_studeert_heeft_geen_bijstand() -> None:
    feiten = {**ALLEEN, "leeftijd": 22, "inkomen_soort": "studiefinanciering", "studeert": True}
    k = kromme({**feiten, "inkomen_jaar": "6734.71"}, (8,))
    assert k.nu is not None
    assert k.nu.uren == D("8.0")
    assert (k.punten[0].netto_loon, k.punten[0].uitkering) == (D("561.23"), D(0))


def test_een_tweede_inkomen_naast_het_loon() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "loon", "inkomen_soorten": ["loon", "alimentatie"]}
    k = kromme({**feiten, "inkomen_jaar": "12734.71", "arbeidsinkomen_jaar": "6734.71", "werkt": True}, (8,))
    assert k.nu is not None
    assert k.nu.uren == D("8.0")
    # Bijstand less the wage and less what is left of 6 000 alimony.
    assert 0 < k.punten[0].uitkering < NORM - D("561.23")


def test_wie_een_traject_volgt_houdt_opvang_ook_zonder_werk() -> None:
    feiten = {
        **OUDER,
        "werkt": True,
        "opvang": [{"kind": 0, "soort": "bso", "uren_maand": 60, "uurprijs": "9.50"}],
    }
    p = punt(feiten, 0)
    assert p.kosten == 570
    assert p.per_regeling["kinderopvangtoeslag"] == 547


def test_opvang_waarvan_de_prijs_niet_bekend_is() -> None:
    feiten = {**OUDER, "opvang": [{"kind": 0, "soort": "bso", "uren_maand": 60, "uurprijs": "weet_niet"}]}
    assert punt(feiten, 8).kosten == 0


# --- the gemeente ------------------------------------------------------------------------------------------------------------

LANG_LAAG: Mapping[str, Any] = {
    **ALLEEN,
    "jaren_laag_inkomen": 5,
    "studeert": False,
    "belastingaanslag": True,
    "aanslag_bedrag": "400",
    "krijgt_al": [],
}


def test_wat_de_gemeente_geeft_telt_voor_een_twaalfde() -> None:
    # Voorbeeldstad gives 460 a year up to 110% of the norm (1 561.41), and waives an assessment of 400 at most.
    k = kromme(LANG_LAAG, (20, 24), gemeente="voorbeeldstad")
    assert k.punten[0].per_regeling["kwijtschelding"] == D("33.33")
    assert k.punten[0].gemeente == sum(
        (b for id_, b in k.punten[0].per_regeling.items() if id_ not in ("bijstand", "zorgtoeslag")), D(0)
    )
    assert StraksErbij("per_jaar", None) in k.later


def test_een_grens_van_de_gemeente_is_een_sprong_terug() -> None:
    k = kromme(LANG_LAAG, gemeente="voorbeeldstad", loon=Loon(D(15)))
    einden = {een.regeling: een.bij_uren for een in (*let_op(k, "stopt"), *let_op(k, "daling"))}
    # 120 and 130% of the norm: 1 703.35 and 1 845.30.
    for regeling, grens in (("meedoenregeling", D("1703.35")), ("gemeentepolis", D("1845.30"))):
        uren = einden[regeling]
        onder, boven = kromme(LANG_LAAG, (str(uren - D("0.1")), str(uren)), loon=Loon(D(15))).punten
        assert onder.netto_loon <= grens < boven.netto_loon


def test_een_onbekende_regel_van_de_gemeente_heet_onbekend() -> None:
    k = kromme(ALLEEN)
    assert {een.regeling for een in let_op(k, "lokale_regel_onbekend")} >= {
        "individuele-inkomenstoeslag",
        "kwijtschelding",
        "gemeentepolis",
    }
    assert not any(een.regeling == "schuldhulp" for een in k.let_op)


# --- falls -------------------------------------------------------------------------------------------------------------------


def test_minder_over_bij_meer_uren_met_de_oorzaak() -> None:
    """Each fall from hour to hour is told, and what is told is a fall."""
    feiten = {
        **PAAR,
        "kinderen": [2, 5],
        "woonsituatie": "huur_zelfstandig",
        "kale_huur": "850",
        "inkomen_soort": "geen",
        "inkomen_soort_partner": "loon",
        "inkomen_partner_jaar": "33000",
        "werkt_partner": True,
        "opvang": [
            {"kind": 0, "soort": "dagopvang", "uren_maand": 140, "uurprijs": "13.50"},
            {"kind": 1, "soort": "bso", "uren_maand": 60, "uurprijs": "11.50"},
        ],
    }
    k = kromme(feiten, range(41))
    gedaald = [(a.uren, b.uren) for a, b in pairwise(k.punten) if a.totaal - b.totaal > 1]
    assert gedaald
    gezegd = [
        (een.bij_uren, een.tot_uren or een.bij_uren) for een in k.let_op if een.code in ("daling", "kosten")
    ]
    for van, tot in gedaald:
        assert any(begin <= tot and van <= einde for begin, einde in gezegd)
    for een in k.let_op:
        if een.code in ("daling", "kosten"):
            assert een.bedrag is not None
            assert een.bedrag > 1


def _verzonnen(totaal: Mapping[int, int], weg: Mapping[int, str] = {}) -> tuple[LetOp, ...]:
    """What is told of a made-up curve: the total from each of these hours on, and from which a scheme is gone."""
    gezin = maak_gezin(Opgave(ALLEEN, TWEEDE_HALFJAAR, ()), Kosten(), parameters(), ALLES)

    def bij(uren: D) -> Punt:
        van = max(uur for uur in totaal if uur <= uren)
        over = {regeling: D(50) for uur, regeling in weg.items() if uren < uur}
        loon = (
            D(totaal[van]) + (uren - van) * (30 if van >= 30 else 0) - (uren - van) * (4 if van == 10 else 0)
        )
        geld = sum(over.values(), D(0))
        return Punt(uren, loon, loon, D(0), geld, D(0), D(0), over, frozenset(over), {})

    return zoek_let_op(gezin, bij)


def test_een_daling_over_uren_achter_elkaar_is_er_een() -> None:
    # Flat up to 10 hours, then 4 less each hour to 960 at 20, 961 from there to 22, then a jump to 1 100, and rising from 30.
    gevonden = _verzonnen({0: 1000, 10: 1000, 20: 960, 22: 1100, 24: 1200, 26: 1300, 30: 1500})
    assert [(een.code, een.bij_uren, een.tot_uren, een.bedrag) for een in gevonden] == [
        ("vlak", D(0), D(10), None),
        ("daling", D(10), D(20), D(40)),
        ("vlak", D(26), D(29), None),
    ]


def test_een_sprong_terug_heeft_een_plaats_en_een_oorzaak() -> None:
    (een,) = _verzonnen({0: 1000, 30: 1500}, {33: "huurtoeslag"})[1:]
    assert een == LetOp("daling", D("33.0"), None, "huurtoeslag", D("47.0"), D(50))


# --- what must hold for everybody --------------------------------------------------------------------------------------------


def test_feiten_die_niet_kunnen_kloppen() -> None:
    with pytest.raises(OngeldigeFeiten):
        kromme({**ALLEEN, "leeftijd": 300})


def test_zonder_belastingregels_geen_nettoloon() -> None:
    with pytest.raises(GeenLoonregels):
        kromme(ALLEEN, (8,), dag=date(2020, 1, 1))


def test_beslag_wordt_genoemd_bij_schulden() -> None:
    assert "beslag" in kromme({**ALLEEN, "schulden": True}).niet_meegerekend


def test_hoe_een_inkomen_was_omgerekend_doet_er_niet_toe() -> None:
    feiten = {**ALLEEN, "inkomen_soort": "loon", "inkomen_jaar": "20000"}
    zonder = Opgave(feiten, TWEEDE_HALFJAAR, tuple(ALLES))
    met = Opgave(
        feiten,
        TWEEDE_HALFJAAR,
        tuple(ALLES),
        {"inkomen_jaar": {"uit": "netto", "laag": "19000", "hoog": "21000"}},
    )
    uren = [D(8), D(30)]
    assert alleen_punten(zonder, WML, uren, kosten=Kosten(), parameters=parameters()) == alleen_punten(
        met, WML, uren, kosten=Kosten(), parameters=parameters()
    )


gezinnen = st.fixed_dictionaries(
    {
        "leeftijd": st.sampled_from([19, 22, 30, 45, 66, 68]),
        "kinderen": st.sampled_from([[], [1], [3, 13], [5, 9, 15]]),
        "partner": st.booleans(),
        "leeftijd_partner": st.just(40),
        "woonsituatie": st.sampled_from(["huur_zelfstandig", "inwonend", "koop"]),
        "overwaarde_woning": st.just("0"),
        "kale_huur": st.sampled_from(["350", "720", "1100"]),
        "medebewoners": st.just([]),
        "inkomen_soort": st.sampled_from(["bijstand", "geen", "loon", "ww", "aow", "eigen_bedrijf"]),
        "inkomen_jaar": st.sampled_from(["0", "14000", "26000"]),
        "inkomen_soort_partner": st.sampled_from(["geen", "loon"]),
        "inkomen_partner_jaar": st.sampled_from(["0", "15000"]),
        "vermogen": st.sampled_from(["0", "9000"]),
        "vermogen_nu": st.just("0"),
        "schulden_bedrag": st.just("0"),
        "ouders_dragen_bij": st.booleans(),
    }
)
uurlonen = st.sampled_from(["7.50", "14.99", "23.00"])
SNEL = settings(max_examples=60, deadline=None, derandomize=True)


def _punten(feiten: Mapping[str, object], uurloon: str, uren: Sequence[D]) -> tuple[Punt, ...]:
    opgave = Opgave(feiten, TWEEDE_HALFJAAR, tuple(ALLES))
    return alleen_punten(
        opgave, Loon(D(uurloon)), uren, kosten=Kosten(D(20)), parameters=parameters(), catalogus=ALLES
    )


@given(feiten=gezinnen, uurloon=uurlonen)
@SNEL
def test_wat_voor_elk_gezin_geldt(feiten: Mapping[str, object], uurloon: str) -> None:
    uren = [D(u) for u in range(0, 44, 6)]
    punten = _punten(feiten, uurloon, uren)
    for a, b in pairwise(punten):
        assert b.netto_loon > a.netto_loon
    for p in punten:
        assert p.uitkering >= 0
        assert p.totaal == p.netto_loon + p.uitkering + p.toeslagen + p.gemeente - p.kosten
        assert p.kosten == (20 if p.uren else 0)
        assert p.netto_loon <= p.bruto_loon
        # The same point by itself.
        assert _punten(feiten, uurloon, [p.uren]) == (p,)
