"""Typed letters made alike: one spelling for what people type in many."""

from __future__ import annotations

import unicodedata

_GELIJK = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "“": '"', "”": '"'})
_LETTERS_ANDERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "s", "đ": "d"})


def schoon(tekst: str) -> str:
    """Lower case without accents and invisible characters; digits of other scripts as 0-9."""
    plat = unicodedata.normalize("NFD", tekst.translate(_GELIJK).lower())
    tekens: list[str] = []
    for teken in plat:
        soort = unicodedata.category(teken)
        if soort == "Nd":
            tekens.append(str(unicodedata.decimal(teken)))
        elif soort[0] == "Z" or soort == "Cc":
            tekens.append(" ")
        elif soort not in {"Mn", "Cf"}:
            tekens.append(teken)
    return "".join(tekens).strip()


def plat(tekst: str) -> str:
    """As `schoon`, also of letters that are no letter with an accent (ı, ł)."""
    return schoon(tekst).translate(_LETTERS_ANDERS)
