"""Sentences that come before everything else, in every state of the talk and without Rasa: someone is in danger.

How such sentences are built stands in `content/herkennen/nood.yml`. What only sounds like danger is taken out first, so that a
saying neither hides danger in the same message nor is taken for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from actions.lezen.patronen import Patroon, Woordenschat, Zinnen, maak
from content.herkennen import patronen

Nood = Literal["crisis", "crisis_ander", "geweld"]
Zorg = Literal["twijfel", "gezegde", "overlijden"]
"""No danger that is plain, but not to be passed over: doubt (113 as an offer), a saying of despair, a death in the family."""

_WEG = ("niets", "gezegde", "twijfel_eerst")
_GEVAAR: Mapping[str, Nood] = {
    "geweld_eerst": "geweld",
    "crisis_ander": "crisis_ander",
    "crisis": "crisis",
    "geweld": "geweld",
}
"""Kinds of patterns in the order in which they are looked for, and what they mean."""
_VRAAGWOORDEN = frozenset(
    [
        "als",
        "wanneer",
        "stel",
        "indien",
        "mocht",
        "wat",
        "hoe",
        "hoeveel",
        "waar",
        "wie",
        "welke",
        "krijg",
        "krijgt",
        "moet",
        "moeten",
        "mag",
        "kan",
        "recht",
        "betaal",
    ]
)
"""With one of these a death is part of a question, not plainly told."""


def herken(tekst: str) -> Nood | None:
    """Danger in a typed text, or None."""
    soort = _soort(tekst)
    return soort if soort in ("crisis", "crisis_ander", "geweld") else None


def zorg(tekst: str) -> Zorg | None:
    """What asks for a kind word before the talk goes on, or None. Danger is no such thing: see `herken`."""
    soort = _soort(tekst)
    return soort if soort in ("twijfel", "gezegde", "overlijden") else None


def _soort(tekst: str) -> Nood | Zorg | None:
    soorten, schat = _patronen()
    zinnen = Zinnen(tekst, schat)
    niets, gezegde, twijfel = (zinnen.neem_weg(soorten[soort]) for soort in _WEG)
    for soort, gevaar in _GEVAAR.items():
        if zinnen.zoek(soorten[soort]):
            return gevaar
    if twijfel or zinnen.zoek(soorten["twijfel"]):
        return "twijfel"
    if gezegde:
        return "gezegde"
    verteld = not zinnen.vraag and not niets and _VRAAGWOORDEN.isdisjoint(zinnen.over)
    return "overlijden" if verteld and zinnen.zoek(soorten["overlijden"]) else None


@lru_cache(maxsize=1)
def _patronen() -> tuple[Mapping[str, tuple[Patroon, ...]], Woordenschat]:
    data = patronen("nood")
    soorten = {
        soort: tuple(maak(bron, data.groepen) for bron in bronnen) for soort, bronnen in data.soorten.items()
    }
    return soorten, Woordenschat.van((p for rij in soorten.values() for p in rij), data.losse_woorden)
