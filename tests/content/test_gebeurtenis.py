"""The files of changes in a life: their form, and that they fit the facts and the contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from content.gebeurtenis import Als, Gebeurtenis, Kies, Vraag
from content.inhoud import Inhoud
from content.parameters import laad_parameters

MAP = Path(__file__).parents[2] / "content"
NAMEN = {"persoon": "uw moeder", "Persoon": "Uw moeder", "zij": "zij", "Zij": "Zij"}
GOED: dict[str, Any] = {
    "id": "feest",
    "titel": "Een feest",
    "knop": "Feest",
    "bevestig": "Er komt een feest.",
    "wanneer": "Wanneer is het feest?",
    "stappen": [{"doe": "zet", "feiten": {"partner": False}}],
}


@pytest.fixture(scope="module")
def inhoud() -> Inhoud:
    return Inhoud(MAP, laad_parameters(MAP / "parameters"))


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"wanneer": None}, "heeft 'wanneer' en 'stappen' nodig"),
        ({"uitrekenen": False}, "zonder uitrekenen"),
        ({"bevestig": "U geeft een feest."}, "'ander.bevestig' ontbreekt"),
        ({"stappen": [{"doe": "dans"}]}, "dans"),
        ({"stappen": [{"doe": "vervalt", "feiten": []}]}, "at least 1"),
        (
            {"stappen": [{"doe": "vervalt", "feiten": ["partner"], "als": [{"kies": "x"}]}]},
            "niet eerder gevraagd",
        ),
        ({"stappen": [{"doe": "vervalt", "feiten": ["partner"], "als": [{}]}]}, "'feit' of 'kies'"),
        (
            {"stappen": [{"doe": "vraag", "feit": "partner", "vraag": "Heeft u taart?"}]},
            "'ander.vraag' ontbreekt",
        ),
        ({"stappen": [{"doe": "inkomen", "vraag": "Hoeveel?", "van": "u_of_partner"}]}, "'wie' en 'partner'"),
    ],
)
def test_wat_niet_kan(anders: dict[str, Any], melding: str) -> None:
    Gebeurtenis.model_validate(GOED)
    with pytest.raises(ValidationError, match=melding):
        Gebeurtenis.model_validate({**GOED, **anders})


@pytest.mark.parametrize(
    ("als", "geldt"),
    [
        ({"feit": "partner"}, True),
        ({"feit": "partner", "is": False}, False),
        ({"feit": "leeftijd", "minstens": 18}, True),
        ({"feit": "leeftijd", "minstens": 67}, False),
        ({"feit": "kinderen", "minstens": 1}, True),
        ({"feit": "kinderen", "minstens": 3}, False),
        ({"feit": "woonsituatie", "is": ["huur_kamer", "koop"]}, True),
        ({"feit": "woonsituatie", "is": "inwonend"}, False),
        ({"feit": "kale_huur", "minstens": 1}, False),
        ({"feit": "vermogen", "minstens": 1}, False),
        ({"kies": "verhuist"}, True),
        ({"kies": "verhuist", "is": False}, False),
        ({"kies": "anders"}, False),
    ],
)
def test_voorwaarde(als: dict[str, Any], geldt: bool) -> None:
    feiten = {
        "partner": True,
        "leeftijd": 44,
        "kinderen": [3, 5],
        "woonsituatie": "koop",
        "vermogen": "weet_niet",
    }
    assert Als.model_validate(als).geldt(feiten, {"verhuist": True}) is geldt


def test_ook_over_een_ander(inhoud: Inhoud) -> None:
    """No text of a change says "u" when the talk is about somebody else, but in the name of that person."""
    for een in inhoud.gebeurtenissen().values():
        over = een.over(NAMEN)
        for bron in (over, *(stap for stap in over.stappen if isinstance(stap, Vraag | Kies))):
            for veld in type(bron.ander).model_fields:
                tekst = getattr(bron, veld) or ""
                for al in (True, False):
                    gezegd = inhoud.render(tekst, al=al, eerste=date(2026, 12, 1), vanaf="1 december 2026")
                    assert " u " not in f" {gezegd.lower()} ".replace("uw moeder", ""), (een.id, veld)
