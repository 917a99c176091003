"""Does work pay: whole talks, typed as tired people type."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

import pytest

from actions.contract import Bericht
from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat

BIJSTAND: dict[str, Any] = {
    "leeftijd": 35,
    "partner": False,
    "kinderen": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "640",
    "medebewoners": [],
    "inkomen_soort": "bijstand",
    "vermogen": "500",
    "vermogen_nu": "500",
    "schulden_bedrag": "0",
    "studeert": False,
}
FAQ = (("faq_loont_werken", 0.95),)
KNOP = "Houd ik meer over als ik ga werken?"
REKEN = "Reken uit wat ik overhoud"


def antwoord(praat: Praat) -> Bericht:
    """The message with the curve."""
    (een,) = [b for b in praat.laatste.berichten if b.werken is not None]
    return een


def tot_de_vragen(praat: Praat, huishouden: dict[str, Any] = BIJSTAND) -> None:
    """Answer what is asked about the situation of now."""
    while praat.open is not None and not praat.open[0].startswith("loont."):
        praat.antwoord(huishouden)


@pytest.fixture
def klaar(bronnen: Bronnen) -> Praat:
    """Somebody on bijstand who did the check, and asks whether work pays."""
    praat = Praat(bronnen)
    praat.tot_het_einde(BIJSTAND, verder=True)
    praat.klik_op(KNOP)
    assert praat.open == ("loont.loon", None)
    return praat


def test_een_heel_gesprek_vanuit_de_vraag(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.zeg("houd ik meer over als ik ga werken", intenties=FAQ)
    praat.klik_op(REKEN)
    assert "Eerst wil ik weten hoe het nu gaat" in praat.tekst
    tot_de_vragen(praat)
    assert "3 korte vragen" in praat.tekst
    praat.zeg("ehh minimumloon denk ik")
    praat.zeg("24 uurtjes")
    praat.zeg("nee baas betaalt")
    een = antwoord(praat)
    assert een.soort == "overzicht"
    # 24 hours at 14.99: 1 637.25 net; zorgtoeslag 129 and huurtoeslag 387. Now 1 419.46 and the same toeslagen.
    assert een.tekst.startswith("**Bij 24 uur werk houdt u ongeveer 2.153 euro per maand over.**")
    assert "Nu is dat 1.935 euro. U houdt dan 218 euro meer over." in een.tekst
    assert "Loon na belasting: 1.637 euro (nu 0 euro)" in een.tekst
    assert "Tussen 0 en 20 uur houdt u niet meer over" in een.tekst
    assert een.beeld is not None
    assert een.werken is not None
    (bij,) = [punt for punt in een.werken.punten if punt.uren == 24]
    assert bij.totaal_per_maand == D("1637.25") + 129 + 387
    assert praat.open is None


def test_niets_ervan_verandert_een_antwoord(klaar: Praat) -> None:
    eerst = klaar.overzicht.feiten, klaar.laatste.tussenstand
    klaar.zeg("16 euro per uur")
    klaar.zeg("32")
    klaar.zeg("45")
    assert (klaar.overzicht.feiten, klaar.laatste.tussenstand) == eerst
    assert klaar.overzicht.werken == antwoord(klaar).werken


def test_midden_in_de_check_met_de_uren_erbij(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    praat.zeg("35")
    eerst = praat.open
    praat.zeg("wat als ik 24 uur ga werken?", intenties=FAQ)
    assert praat.open == eerst  # what was asked is asked again
    tot_de_vragen(praat)
    assert "2 korte vragen" in praat.tekst
    praat.klik_op("Minimumloon")
    assert praat.open == ("loont.reizen", None)  # the hours were said
    praat.zeg("geen")
    assert "Bij 24 uur" in antwoord(praat).tekst


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ("15,50", "met 15,50 euro bruto per uur"),
        ("€ 15,50 per uur", "met 15,50 euro bruto per uur"),
        ("15.5 p/u", "met 15,50 euro bruto per uur"),
        ("ongeveer 16 euro per uur bruto", "met 16 euro bruto per uur"),
        ("zestien euro per uur", "met 16 euro bruto per uur"),
        ("minimum", "minimumloon: 14,99"),
        ("gewoon het minimumloon dus", "minimumloon: 14,99"),
        ("1800", "met 1.800 euro bruto per maand bij 24 uur"),
        ("1.800 per maand", "met 1.800 euro bruto per maand bij 24 uur"),
        ("ik ga 1800 euro bruto per maand verdienen", "met 1.800 euro bruto per maand bij 24 uur"),
        ("415 per week", "met 1.798,33 euro bruto per maand bij 24 uur"),
        ("1600 per 4 weken", "met 1.733,33 euro bruto per maand bij 24 uur"),
        ("weet ik niet", "minimumloon: 14,99"),
    ],
)
def test_een_loon_zoals_mensen_het_typen(klaar: Praat, getypt: str, zin: str) -> None:
    klaar.zeg(getypt)
    assert klaar.open == ("loont.uren", None), klaar.tekst
    klaar.zeg("24")
    klaar.zeg("0")
    assert zin in antwoord(klaar).tekst


def test_loon_en_uren_in_een_adem(klaar: Praat) -> None:
    klaar.zeg("2200 bruto voor 32 uur")
    assert klaar.open == ("loont.reizen", None)
    klaar.zeg("niks")
    assert "2.200 euro bruto per maand bij 32 uur" in antwoord(klaar).tekst
    # Other hours at the same salary: 2 200 for 32 is 1 100 for 16, with 8% on top 1 188 a month.
    klaar.klik_op("Een ander aantal uren")
    klaar.zeg("16")
    een = antwoord(klaar).werken
    assert een is not None
    assert next(p.bruto_loon for p in een.punten if p.uren == 16) == D("1188.00")


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ("1900 netto", "bruto loon nodig"),
        ("120 per dag", "per dag"),
        ("28000 per jaar", "per maand, zonder vakantiegeld"),
        ("blabla", "begrijp"),
    ],
)
def test_een_loon_dat_niet_past(klaar: Praat, getypt: str, zin: str) -> None:
    klaar.zeg(getypt)
    assert zin in klaar.tekst
    assert klaar.open == ("loont.loon", None)


def test_per_uur_of_per_maand_wordt_gevraagd(klaar: Praat) -> None:
    klaar.zeg("150")
    assert "per uur of per maand?" in klaar.tekst
    klaar.zeg("per maand")
    assert klaar.open == ("loont.uren", None)
    klaar.zeg("terug")
    klaar.zeg("200")
    klaar.klik_op("200 euro per uur")
    assert klaar.open == ("loont.uren", None)


@pytest.mark.parametrize(
    ("getypt", "uren"),
    [
        ("24", "24"),
        ("24 uur", "24"),
        ("ik ga 24 uur per week werken", "24"),
        ("vierentwintig", "24"),
        ("27,5 uur", "27,5"),
        ("3 dagen van 8 uur", "24"),
        ("fulltime", "40"),
    ],
)
def test_uren_zoals_mensen_ze_typen(klaar: Praat, getypt: str, uren: str) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg(getypt)
    assert klaar.open == ("loont.reizen", None), klaar.tekst
    klaar.zeg("nee")
    assert f"Bij {uren} uur werk" in antwoord(klaar).tekst


@pytest.mark.parametrize("getypt", ["3 dagen", "90", "veel"])
def test_uren_die_niet_te_lezen_zijn(klaar: Praat, getypt: str) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg(getypt)
    assert klaar.open == ("loont.uren", None)


def test_uren_voordat_ze_gevraagd_zijn_en_een_ander_loon_daarna(klaar: Praat) -> None:
    klaar.zeg("ik ga 24 uur werken")
    assert "Ik begrijp: 24 uur." in klaar.tekst
    assert klaar.open == ("loont.loon", None)
    klaar.zeg("16 euro per uur")
    assert klaar.open == ("loont.reizen", None)
    klaar.zeg("geen")
    assert "Bij 24 uur werk" in antwoord(klaar).tekst


def test_bij_de_uren_toch_een_ander_loon(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("15 euro per uur")
    assert "Ik begrijp: 15 euro per uur." in klaar.tekst
    assert klaar.open == ("loont.uren", None)
    klaar.zeg("16")
    klaar.zeg("0")
    assert "met 15 euro bruto per uur" in antwoord(klaar).tekst


def test_een_regeling_ertussendoor(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.klik("start:zorgtoeslag")
    assert klaar.open == ("loont.uren", None)


def test_zonder_uren_alleen_de_kromme(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("weet ik niet")
    klaar.zeg("weet ik niet")
    een = antwoord(klaar)
    assert een.tekst.startswith("**Zoveel houdt u ongeveer per maand over.** Nu is dat 1.935 euro.")
    assert "- Bij 8 uur: 1.935 euro" in een.tekst
    assert een.werken is not None
    assert [p.uren for p in een.werken.punten] == list(range(0, 41, 2))


@pytest.mark.parametrize(
    ("getypt", "per_maand"),
    [("60", 60), ("60 euro per maand", 60), ("15 per week", 65), ("ik ga met de fiets", 0), ("0", 0)],
)
def test_reiskosten_zoals_mensen_ze_typen(klaar: Praat, getypt: str, per_maand: int) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("32")
    klaar.zeg(getypt)
    een = antwoord(klaar).werken
    assert een is not None
    assert next(p.kosten for p in een.punten if p.uren == 32) == per_maand


def test_een_vraag_ertussendoor_en_een_verbetering(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("wat is huurtoeslag eigenlijk", intenties=(("faq_huurtoeslag", 0.95),))
    assert klaar.open == ("loont.uren", None)
    klaar.zeg("mijn huur is trouwens 700")
    assert klaar.open == ("loont.uren", None)
    klaar.zeg("24")
    klaar.zeg("0")
    assert "Toeslagen: 555 euro" in antwoord(klaar).tekst  # 129 and 426


def test_terug(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("24")
    klaar.zeg("terug")
    assert klaar.open == ("loont.uren", None)
    klaar.zeg("terug")
    assert klaar.open == ("loont.loon", None)
    klaar.zeg("terug")
    assert klaar.open is None
    assert klaar.laatste.berichten[-1].soort == "uitkomst"
    assert {feit.feit for feit in klaar.overzicht.feiten} >= {"leeftijd", "kale_huur"}


def test_stoppen(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("stop")
    klaar.zeg("ja")
    assert klaar.open is None
    klaar.zeg("mijn huur is 650")
    assert klaar.open is None  # it is not asked again by itself


def test_ander_loon_en_terug_naar_de_uitkomst(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("24")
    klaar.zeg("geen")
    klaar.klik_op("Een ander loon")
    klaar.zeg("20 per uur")
    assert "20 euro bruto per uur" in antwoord(klaar).tekst
    klaar.klik_op("Terug naar de uitkomst")
    assert klaar.laatste.berichten[-1].soort == "uitkomst"


def test_wat_tijdelijk_erbij_komt(klaar: Praat) -> None:
    klaar.klik_op("Minimumloon")
    klaar.zeg("16")
    klaar.zeg("geen")
    # 25% of 1 102.63.
    assert "de eerste 6 maanden 276 euro per maand extra" in antwoord(klaar).tekst


def test_vanuit_de_ww(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    ww = {**BIJSTAND, "inkomen_soort": "ww", "inkomen_jaar": "21000", "netto_inkomen_maand": "1500"}
    praat.tot_het_einde({**ww, "werkloos_vanaf_leeftijd": 34}, verder=True)
    praat.klik_op(KNOP)
    praat.klik_op("Minimumloon")
    praat.zeg("24")
    praat.zeg("geen")
    assert "Houdt u een deel van uw WW als u werkt? Dat kan ik niet uitrekenen." in antwoord(praat).tekst


def test_voor_iemand_anders(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.zeg("ik vul dit in voor mijn zoon")
    praat.klik("start")
    praat.tot_het_einde(BIJSTAND, start=None, verder=True)
    praat.klik_op("Houdt uw zoon meer over met werk?")
    praat.klik_op("Minimumloon")
    praat.zeg("24")
    praat.zeg("geen")
    assert "houdt uw zoon ongeveer" in antwoord(praat).tekst
    assert "houdt u " not in antwoord(praat).tekst


def test_onder_de_18_is_het_niet_te_zeggen(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.zeg("loont werken", intenties=FAQ)
    praat.klik_op(REKEN)
    tot_de_vragen(praat, {**BIJSTAND, "leeftijd": 17, "inkomen_soort": "geen", "inkomen_jaar": "0"})
    praat.klik_op("Minimumloon")
    praat.zeg("12")
    praat.zeg("geen")
    assert "Onder de 18 jaar" in praat.tekst


@pytest.mark.parametrize("getypt", ["0", "niks", "0 euro per uur"])
def test_nul_is_geen_loon(klaar: Praat, getypt: str) -> None:
    klaar.zeg(getypt)
    assert klaar.open == ("loont.loon", None)
    assert "minimumloon" in klaar.tekst
