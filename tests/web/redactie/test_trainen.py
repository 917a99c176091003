"""The room of trainings: what is under way, what came of it, and nothing of the sentences that are tested with."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.web.redactie.kantoor import Kantoor
from web.redactie.verstaan import oefeningen
from web.redactie.verstaan.oefeningen import ONDERWEG, Stap

CIJFERS: dict[str, Any] = {
    "zinnen": 1071,
    "waar": ["in_drie"],
    "oud": {"in_een_keer": 0.859, "in_drie": 0.96, "fout_en_zeker": 0.028, "geweigerd": 0.947, "gevaar": 1.0},
    "nieuw": {
        "in_een_keer": 0.861,
        "in_drie": 0.94,
        "fout_en_zeker": 0.03,
        "geweigerd": 0.947,
        "gevaar": 1.0,
    },
    "missers": [
        {"hoort": "huurtoeslag", "wordt": "zorgtoeslag", "aantal": 3},
        {"hoort": "bijstand", "wordt": None, "aantal": 1},
        {"hoort": "dat-is-weg", "wordt": None, "aantal": 1},
    ],
}


def noteer(kantoor: Kantoor, stap: Stap, **waarden: Any) -> int:
    with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        return oefeningen.begin(verbinding, kantoor.huis.klok(), stap, **waarden)


def test_nog_nooit_geoefend(kantoor: Kantoor) -> None:
    blad = kantoor.schrijver.kijk("/redactie/trainen")
    assert blad.status_code == 200
    assert "nog niet geoefend" in blad.text
    assert "hx-get" not in blad.text


@pytest.mark.parametrize("stap", ONDERWEG)
def test_wat_onderweg_is_vernieuwt_zichzelf(kantoor: Kantoor, stap: Stap) -> None:
    nr = noteer(kantoor, stap)
    with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        oefeningen.zet(verbinding, kantoor.huis.klok(), nr, deel=45)
    blad = kantoor.schrijver.kijk("/redactie/trainen").text
    assert '<progress max="100" value="45"' in blad
    vraag = f"/redactie/trainen/stand?gezien={nr}-{stap}-2"
    assert f'hx-get="{vraag}"' in blad
    assert kantoor.schrijver.kijk(vraag).status_code == 204, "that is what it shows already"

    with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        oefeningen.zet(verbinding, kantoor.huis.klok(), nr, stap="klaar", deel=100)
    klaar = kantoor.schrijver.kijk(vraag)
    assert klaar.status_code == 200
    assert "<html" not in klaar.text
    assert "gelukt" in klaar.text
    assert "hx-get" not in klaar.text, "it stops asking"


def test_waarom_geweigerd_in_gewone_woorden(kantoor: Kantoor) -> None:
    noteer(kantoor, "geweigerd", reden="slechter", cijfers=CIJFERS)
    blad = kantoor.schrijver.kijk("/redactie/trainen").text
    assert "te veel zinnen niet meer" in blad
    assert "Meteen het goede antwoord: 86,1%. Eerst was dat 85,9%." in blad
    assert "meteen of als keuze: 94%. Eerst was dat 96%. <strong>Dit is te veel slechter.</strong>" in blad
    assert "3 zinnen over ‘Wat is huurtoeslag?’" in blad or "3 zinnen over ‘" in blad
    assert "Een zin over ‘dat-is-weg’" in blad
    assert blad.count("te veel slechter") == 1


def test_fouten_in_zinnen_noemen_het_bestand(kantoor: Kantoor) -> None:
    noteer(kantoor, "mislukt", reden="zinnen", cijfers={"bestanden": ["huurtoeslag.md"]})
    assert "Kijk in: huurtoeslag.md." in kantoor.schrijver.kijk("/redactie/trainen").text


@pytest.mark.parametrize(
    "reden", ["trainen", "toetsen", "wisselen", "gestopt", "gevaar", "gesprek", "slechter", "zinnen"]
)
def test_elke_reden_heeft_woorden(kantoor: Kantoor, reden: str) -> None:
    noteer(kantoor, "mislukt", reden=reden)
    blad = kantoor.schrijver.kijk("/redactie/trainen")
    assert blad.status_code == 200
    assert "blijft aan het werk" in blad.text


def test_na_een_uitgave_wacht_het_blad_op_de_oefening_erna(kantoor: Kantoor) -> None:
    nu = int(kantoor.huis.klok().timestamp())
    kijk = kantoor.schrijver.kijk
    noteer(kantoor, "klaar")
    kantoor.huis.klok.nu += timedelta(seconds=10)
    vraag = f"/redactie/trainen/stand?sinds={nu + 5}"
    assert "begint zo" in kijk(vraag).text
    assert f"gezien=straks&amp;sinds={nu + 5}" in kijk(vraag).text
    assert kijk(f"{vraag}&gezien=straks").status_code == 204
    noteer(kantoor, "trainen")
    assert "oefent met" in kijk(f"{vraag}&gezien=straks").text


def test_na_een_uitgave_zonder_oefening_houdt_het_vragen_op(kantoor: Kantoor) -> None:
    nu = int(kantoor.huis.klok().timestamp())
    kantoor.huis.klok.nu += timedelta(minutes=3)
    antwoord = kantoor.schrijver.kijk(f"/redactie/trainen/stand?gezien=straks&sinds={nu}")
    assert "niet geoefend" in antwoord.text
    assert "hx-get" not in antwoord.text


def test_alleen_voor_wie_schrijft(kantoor: Kantoor) -> None:
    balie = kantoor.wie("bas", "balie")
    for pad in ("/redactie/trainen", "/redactie/trainen/stand"):
        assert balie.kijk(pad).status_code == 403


def test_een_merk_dat_geen_merk_is(kantoor: Kantoor) -> None:
    assert kantoor.schrijver.kijk("/redactie/trainen/stand?gezien=" + "x" * 61).status_code == 422
    assert kantoor.schrijver.kijk("/redactie/trainen/stand?gezien=<b>").status_code == 200
