"""An address with a number that no draft has: a page that says so, whatever it is."""

from __future__ import annotations

import pytest

from tests.web.redactie.kantoor import Kantoor

BLADEN = (
    "concept/{}", "concept/{}/doorloop", "concept/{}/bekijk", "concept/{}/keuring", "concept/{}/weggooien",
    "concept/{}/botsing", "proef/{}", "proef/{}/kader", "lokaal/proef?concept={}",
)  # fmt: skip
DADEN = (
    "concept/{}", "concept/{}/typt", "concept/{}/houden", "concept/{}/leg-voor", "concept/{}/publiceren",
    "concept/{}/botsing",
)  # fmt: skip
NUMMERS = ("999", "x", "-1", "9" * 20, "9" * 5000)
"""The longer ones are larger than a database takes, and larger than Python reads."""


@pytest.mark.parametrize("nummer", NUMMERS, ids=lambda nummer: nummer[:8])
def test_geen_concept(kantoor: Kantoor, nummer: str) -> None:
    for pad in BLADEN:
        assert kantoor.beheerder.kijk(f"/redactie/{pad.format(nummer)}").status_code == 404, pad
    for pad in DADEN:
        assert kantoor.beheerder.doe(f"/redactie/{pad.format(nummer)}").status_code == 404, pad


@pytest.mark.parametrize("versie", NUMMERS[1::3], ids=lambda nummer: nummer[:8])
def test_geen_versie(kantoor: Kantoor, versie: str) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/huurtoeslag.md")
    antwoord = kantoor.schrijver.doe(f"/redactie/concept/{een.id}", versie=versie, titel="Van nu", doe="")
    assert antwoord.status_code == 409
    assert "Van nu" in antwoord.text


def test_een_knop_met_een_onmogelijk_getal(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/huurtoeslag.md")
    for knop in ("zin-weg:", "keuze-weg:v.", "keuze-omhoog:v."):
        for nummer in NUMMERS[1::3]:
            blad = f"/redactie/concept/{een.id}"
            antwoord = kantoor.schrijver.druk(blad, blad, doe=f"{knop}{nummer}")
            assert antwoord.status_code in (200, 303), (knop, nummer)
    assert kantoor.concepten.lees(een.id).tekst == een.tekst
