"""Sentences that come before everything else, in every state of the talk and without Rasa: someone is in danger.

How such sentences are built stands in `content/herkennen/nood.yml`. What only sounds like danger is taken out first, so that a
saying neither hides danger in the same message nor is taken for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from content.herkennen import patronen
from content.herkennen.zoeken import Zinnen, soorten

Nood = Literal["crisis", "crisis_ander", "geweld"]
Zorg = Literal["twijfel", "zorg_thuis", "gezegde", "nabestaande", "overlijden"]
"""No danger that is plain, but not to be passed over: doubt (113 or Veilig Thuis as an offer), a saying of despair, somebody lost
to suicide, a death in the family."""

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


_CRISISLIJN = "113"


def herken(tekst: str) -> Nood | None:
    """Danger in a typed text, or None."""
    return als_gevaar(kijk(tekst))


def zorg(tekst: str) -> Zorg | None:
    """What asks for a kind word before the talk goes on, or None. Danger is no such thing: see `herken`."""
    return als_zorg(kijk(tekst))


def is_nummer(tekst: str) -> bool:
    """The number of the crisis line and nothing else: somebody asks for it, unless an amount was asked."""
    return tekst.strip(" .!?") == _CRISISLIJN


def als_gevaar(soort: Nood | Zorg | None) -> Nood | None:
    return soort if soort in ("crisis", "crisis_ander", "geweld") else None


def als_zorg(soort: Nood | Zorg | None) -> Zorg | None:
    if soort in ("twijfel", "zorg_thuis", "gezegde", "nabestaande", "overlijden"):
        return soort
    return None


def kijk(tekst: str) -> Nood | Zorg | None:
    """Danger or what asks for a kind word, or None: looked for once, for whoever wants to know either."""
    if is_nummer(tekst):
        return "crisis"
    per_soort, schat = soorten("nood")
    zinnen = Zinnen(tekst, schat)
    if zinnen.zoek(per_soort["crisis_eerst"]):
        return "crisis"
    weg = {soort: zinnen.neem_weg(per_soort[soort]) for soort in patronen("nood").weg}
    for soort, gevaar in _GEVAAR.items():
        if zinnen.zoek(per_soort[soort]):
            return gevaar
    if weg["nabestaande"]:
        return "nabestaande"
    if weg["twijfel_eerst"] or zinnen.zoek(per_soort["twijfel"]):
        return "twijfel"
    if zinnen.zoek(per_soort["zorg_thuis"]):
        return "zorg_thuis"
    if weg["gezegde"]:
        return "gezegde"
    verteld = not zinnen.vraag and not weg["niets"] and _VRAAGWOORDEN.isdisjoint(zinnen.over)
    return "overlijden" if verteld and zinnen.zoek(per_soort["overlijden"]) else None
