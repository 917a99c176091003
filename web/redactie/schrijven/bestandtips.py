"""What is to be mended in a file that is edited as it is: can it be read, and are its words plain?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content.bestanden import ontleed
from content.fouten import InhoudFout
from content.inhoud import strings
from web.redactie.schrijven import schrijfhulp

_TAAL = frozenset({"teksten", "vragen", "uitkomsten", "gebeurtenissen"})
"""Folders of which residents read the words."""
_GEEN_ZIN = frozenset({"url", "feit", "id", "type", "eenheid", "waarde", "faq", "regeling", "telefoon"})
_MEESTE = 30


@dataclass(frozen=True, slots=True)
class Regeltip:
    """`veld`: where it stands ("keuzes.2.label"); "" for the file as a whole."""

    veld: str
    fout: bool
    uitleg: str
    woord: str = ""
    liever: str = ""


def tips_van(pad: str, tekst: str) -> tuple[Regeltip, ...]:
    return tuple(een for een, _ in zip(_tips(pad, tekst), range(_MEESTE), strict=False))


def _tips(pad: str, tekst: str) -> Iterator[Regeltip]:
    try:
        ruw = ontleed(tekst, Path(pad), "")
    except InhoudFout as fout:
        for een in fout.fouten:
            yield Regeltip("", True, een.melding)
        return
    map_ = pad.partition("/")[0]
    if map_ not in _TAAL or pad == "teksten/andere_taal.yml":
        return
    for veld, zin in strings(ruw):
        # Names and codes of one word are no sentence.
        if veld.rpartition(".")[2] in _GEEN_ZIN or not re.search(r"\w\s+\w", zin):
            continue
        for tip in schrijfhulp.los(zin):
            yield Regeltip(veld, tip.fout, tip.uitleg, tip.woord, tip.liever)
