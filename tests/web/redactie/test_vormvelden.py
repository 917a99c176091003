"""The form of a topic: what a browser sends is what is kept, and buttons change its shape without losing a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from web.redactie.schrijven.faqvorm import Bron, Faqvorm, Keuze, Vervolg
from web.redactie.schrijven.vormvelden import als_json, doe, lees, nagekeken, uit_json

DIEP = Vervolg("En dan?", (Keuze("Ja", "Goed."), Keuze("Nee", "Ook goed.")))
BOOM = Vervolg("Wat huurt u?", (Keuze("Een huis", "Dan kan het.", DIEP), Keuze("Een kamer", "Dan niet.")))
VORM = Faqvorm(
    titel="Krijg ik huurtoeslag?",
    eigenaar="Team Inkomen",
    nagekeken="2026-11-20",
    bronnen=(Bron("Wet op de huurtoeslag", "https://wetten.overheid.nl/"),),
    regeling="huurtoeslag",
    vervolg=BOOM,
    voorbeelden=("krijg ik huurtoeslag", "huur toeslag"),
    antwoord="Vaak wel.\n\n**Wat kunt u nu doen?** Reken het uit.",
)


def velden(vorm: Faqvorm) -> dict[str, list[str]]:
    """As a browser sends it: lines end in its own way."""
    uit = {
        "titel": [vorm.titel],
        "eigenaar": [vorm.eigenaar],
        "nagekeken": [vorm.nagekeken],
        "antwoord": [vorm.antwoord.replace("\n", "\r\n")],
        "zinnen": ["\r\n".join(vorm.voorbeelden)],
        "bron_naam": [*(b.naam for b in vorm.bronnen), ""],
        "bron_url": [*(b.url for b in vorm.bronnen), ""],
        "regeling": [vorm.regeling or ""],
        "stap": [vorm.stap or ""],
        "gebeurtenis": [vorm.gebeurtenis or ""],
    }

    def boom(vervolg: Vervolg, plek: str) -> None:
        uit[f"{plek}.vraag"] = [vervolg.vraag]
        for nr, keuze in enumerate(vervolg.keuzes, start=1):
            uit[f"{plek}.{nr}.label"] = [keuze.label]
            uit[f"{plek}.{nr}.antwoord"] = [keuze.antwoord.replace("\n", "\r\n")]
            if keuze.vervolg:
                boom(keuze.vervolg, f"{plek}.{nr}.v")

    if vorm.vervolg:
        boom(vorm.vervolg, "v")
    return uit


def test_wat_niemand_veranderde_blijft_zoals_het_was() -> None:
    slordig = replace(VORM, antwoord="Vaak wel. \n\nReken het uit.\n", titel=" Krijg ik huurtoeslag? ")
    for vorm in (VORM, slordig):
        assert lees(velden(vorm), vorm) == vorm


def test_wat_getypt_is_komt_aan() -> None:
    anders = replace(
        VORM,
        titel="Mag ik huurtoeslag?",
        antwoord="Soms.\n\nEcht waar.",
        voorbeelden=("nieuwe zin",),
        stap="start",
    )
    assert lees(velden(anders), VORM) == anders


def test_een_deel_dat_niet_is_gestuurd_blijft() -> None:
    assert lees({"titel": ["Anders"]}, VORM) == replace(VORM, titel="Anders")
    assert lees({}, VORM) == VORM


def test_lege_regels_en_lege_bronnen_tellen_niet() -> None:
    gestuurd = {
        **velden(VORM),
        "zinnen": ["een zin\r\n\r\n  twee   zin \r\n"],
        "bron_naam": ["", "B"],
        "bron_url": ["", ""],
    }
    uit = lees(gestuurd, VORM)
    assert uit.voorbeelden == ("een zin", "twee zin")
    assert uit.bronnen == (Bron("B", ""),)


@pytest.mark.parametrize(
    ("knop", "labels"),
    [
        ("keuze-omlaag:v.1", ["Een kamer", "Een huis"]),
        ("keuze-omhoog:v.2", ["Een kamer", "Een huis"]),
        ("keuze-omhoog:v.1", ["Een huis", "Een kamer"]),
        ("keuze-omlaag:v.2", ["Een huis", "Een kamer"]),
        ("keuze-weg:v.1", ["Een kamer"]),
        ("keuze-weg:v.9", ["Een huis", "Een kamer"]),
        ("keuze-erbij:v", ["Een huis", "Een kamer", ""]),
    ],
)
def test_knoppen_van_de_keuzes(knop: str, labels: list[str]) -> None:
    vervolg = doe(VORM, knop).vorm.vervolg
    assert vervolg is not None
    assert [keuze.label for keuze in vervolg.keuzes] == labels


def test_ook_dieper_in_de_boom() -> None:
    uit = doe(VORM, "keuze-omlaag:v.1.v.1").vorm.vervolg
    assert uit is not None
    assert uit.keuzes[1] == BOOM.keuzes[1]
    assert uit.keuzes[0].vervolg == replace(DIEP, keuzes=DIEP.keuzes[::-1])


def test_een_vraag_erbij_en_weer_weg() -> None:
    erbij = doe(VORM, "vervolg-erbij:v.2.v")
    assert erbij.vorm.vervolg is not None
    assert erbij.vorm.vervolg.keuzes[1].vervolg == Vervolg("", (Keuze(), Keuze()))
    assert erbij.plek == "v.2.v"
    assert doe(erbij.vorm, "vervolg-weg:v.2.v").vorm == VORM
    assert doe(VORM, "vervolg-weg:v").vorm == replace(VORM, vervolg=None)
    assert doe(replace(VORM, vervolg=None), "vervolg-erbij:v").vorm.vervolg == Vervolg("", (Keuze(), Keuze()))


@pytest.mark.parametrize("knop", ["vervolg-weg:v", "vervolg-weg:v.1.v", "keuze-weg:v.1"])
def test_wat_weg_is_kan_terug(knop: str) -> None:
    weg = doe(VORM, knop)
    assert weg.vorm != VORM
    assert doe(weg.vorm, "zet-terug", weg.weg).vorm == VORM


@pytest.mark.parametrize(
    "knop",
    ["", "iets", "keuze-weg:", "keuze-weg:x", "vervolg-erbij:v.x", "keuze-omhoog:v.0", "vervolg-weg:v.7.v"],
)
def test_een_knop_die_niets_zegt_doet_niets(knop: str) -> None:
    assert doe(VORM, knop).vorm == VORM
    assert doe(VORM, "zet-terug", "[1]").vorm == VORM


def test_wie_een_knop_verplaatst_gaat_daarmee_verder() -> None:
    assert doe(VORM, "keuze-omlaag:v.1").plek == "v.2"
    assert doe(VORM, "keuze-omhoog:v.1.v.2").plek == "v.1.v.1"
    assert doe(VORM, "keuze-omhoog:v.1").plek == "v"


def test_een_zin_weg() -> None:
    assert doe(VORM, "zin-weg:1").vorm.voorbeelden == ("huur toeslag",)
    assert doe(VORM, "zin-weg:7").vorm == VORM


def test_json_en_terug() -> None:
    assert uit_json(als_json(BOOM)) == BOOM
    assert uit_json(als_json(None)) is None


def test_vandaag_nagekeken() -> None:
    assert nagekeken(VORM, date(2026, 12, 1)).vorm.nagekeken == "2026-12-01"
