"""Is this Dutch? By letters and small words, for the languages the chatbot can say one sentence in."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, get_args

from content.herkennen import patronen
from content.herkennen.letters import plat

Taal = Literal["en", "tr", "ar", "pl", "uk"]
_LETTERS: dict[str, Taal] = {"ARABIC": "ar", "CYRILLIC": "uk"}
_EIGEN_LETTERS: dict[str, frozenset[str]] = {"tr": frozenset("ğış"), "pl": frozenset("łąęśćżźń")}
_MINSTENS = 2
"""One word may be a name or a loan."""


def herken(tekst: str) -> Taal | None:
    """The language of a text that is not Dutch; None when it is, or when that cannot be told."""
    letters = [teken for teken in tekst if teken.isalpha()]
    for schrift, taal in _LETTERS.items():
        eigen = sum(unicodedata.name(teken, "").startswith(schrift) for teken in letters)
        if eigen >= _MINSTENS and eigen * 2 >= len(letters):
            return taal
    getypt = re.findall(r"[^\W\d_]+", tekst.replace("'", "").replace("’", ""))
    plat_getypt = [(woord, plat(woord)) for woord in getypt]
    treffers = {
        naam: sum(kaal in woorden or _eigen(woord, naam) for woord, kaal in plat_getypt)
        for naam, woorden in patronen("talen").soorten.items()
    }
    nederlands = treffers.pop("nl")
    beste = max(treffers, key=lambda naam: treffers[naam])
    genoeg = treffers[beste] >= _MINSTENS or (treffers[beste] == 1 == len(getypt) and len(getypt[0]) >= 5)
    if not genoeg or treffers[beste] <= nederlands or treffers[beste] * 3 < len(getypt):
        return None
    return _TALEN.get(beste, "en")


def genoemd(tekst: str) -> Taal:
    """The language that is asked for by name; English for one we have no words in."""
    namen = patronen("buiten").groepen
    woorden = set(re.findall(r"[^\W\d_]+", plat(tekst)))
    return next((taal for taal in get_args(Taal) if woorden.intersection(namen[taal])), "en")


def _eigen(woord: str, taal: str) -> bool:
    """Does the word have letters only this language has? With a capital it may be a name."""
    return woord.islower() and not _EIGEN_LETTERS.get(taal, frozenset()).isdisjoint(woord)


_TALEN: dict[str, Taal] = {"en": "en", "tr": "tr", "pl": "pl"}
"""Who writes yet another language gets English."""
