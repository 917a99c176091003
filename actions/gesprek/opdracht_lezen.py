"""Is a message a command, in whatever words? Only when the whole message is one: a command never eats an answer.

How people say them stands in `content/herkennen/opdrachten.yml`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.gesprek.begrip import Begrip
from content.herkennen import patronen
from content.herkennen.zoeken import Zinnen, soorten

_BESTAND = "opdrachten"
_SCHIJN = "schijn"
_MENS = "mens"
_TE_VERWARREN = frozenset({"stop", "terug", "opnieuw", "overzicht", "start", "verder"})
"""Commands of which the words also stand in what people tell of themselves ("ik ben gestopt met werken")."""
_MEESTE_WOORDEN = 14
"""A longer message tells something."""


@lru_cache(maxsize=8)
def exact(tekst: str) -> str | None:
    """The command that a message is, and nothing else; None for anything that may be an answer. Asked twice in a turn."""
    per_soort, schat = soorten(_BESTAND)
    zinnen = Zinnen(tekst, schat)
    if zinnen.zoek(per_soort[_MENS]):
        return "medewerker"
    if len(tekst.split()) > _MEESTE_WOORDEN:
        return None
    vulling = frozenset(patronen(_BESTAND).losse_woorden)
    gevonden = None
    for soort, rij in per_soort.items():
        if soort not in (_SCHIJN, _MENS) and zinnen.neem_weg(rij):
            gevonden = gevonden or soort
            if vulling.issuperset(zinnen.over):
                return gevonden
    return None


def zonder_schijn(begrip: Begrip, tekst: str) -> Begrip:
    """What the ranking makes of a message, without a command that the words are not: "ik stop met roken" is no "stop"."""
    if begrip.opdracht not in _TE_VERWARREN:
        return begrip
    per_soort, schat = soorten(_BESTAND)
    return replace(begrip, opdracht=None) if Zinnen(tekst, schat).zoek(per_soort[_SCHIJN]) else begrip
