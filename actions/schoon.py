"""What somebody typed, without what cannot be seen. For the talk and for handing over."""

from __future__ import annotations

import unicodedata

_ONZICHTBAAR = {"\ufeff", "\u200b", "\u2060", "\u00ad"}
EMOJI_LIJM = "\u200d"
"""Zero width joiner: holds one emoji together."""


def schoon(tekst: str) -> str:
    """The text without control and invisible characters, white space as single spaces."""
    netjes = unicodedata.normalize("NFC", tekst)
    zichtbaar = "".join(_zichtbaar(teken) for teken in netjes)
    return " ".join(zichtbaar.split())


def _zichtbaar(teken: str) -> str:
    if teken.isspace():
        return " "
    if teken in _ONZICHTBAAR:
        return ""
    soort = unicodedata.category(teken)
    return "" if soort in ("Cc", "Cs") or (soort == "Cf" and teken != EMOJI_LIJM) else teken
