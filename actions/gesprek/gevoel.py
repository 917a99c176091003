"""Anger, shame, being lost; and what is not ours. How people say that stands in `content/herkennen`."""

from __future__ import annotations

from typing import Literal

from content.herkennen import patronen
from content.herkennen.zoeken import Zinnen, soorten

Gevoel = Literal["schaamte", "snapt_niet", "belediging", "frustratie"]
_GEVOELENS: tuple[Gevoel, ...] = ("schaamte", "snapt_niet", "belediging", "frustratie")
_MEER_DAN_EEN_GEVOEL = 2
"""With more words left over than this, something else is said as well, and that is read."""


def herken(tekst: str) -> Gevoel | None:
    """The feeling a text is about, when little else is said. Shame is always heard: it is easily gone over."""
    per_soort, schat = soorten("gevoel")
    zinnen = Zinnen(tekst, schat)
    gevonden: Gevoel | None = None
    for gevoel in _GEVOELENS:
        # Every kind is taken out, so that two feelings in one message do not hide each other.
        if zinnen.neem_weg(per_soort[gevoel]) and gevonden is None:
            gevonden = gevoel
    vulling = frozenset(patronen("gevoel").losse_woorden)
    rest = [woord for woord in zinnen.over if woord not in vulling]
    return gevonden if gevonden == "schaamte" or len(rest) <= _MEER_DAN_EEN_GEVOEL else None


def buiten_bereik(tekst: str) -> bool:
    """Something the chatbot is not for: other work of the gemeente, small talk, code, attempts to steer it."""
    if any(teken in tekst for teken in _CODE):
        return True
    per_soort, schat = soorten("buiten")
    zinnen = Zinnen(tekst, schat)
    return any(zinnen.zoek(per_soort[soort]) for soort in ("sturen", "onderwerp"))


_CODE = ("()", '("', "('", "</", "{{", "{%", "=>", "&&", "<script")
