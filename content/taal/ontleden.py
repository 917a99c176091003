"""Cutting a text into sentences and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from content.taal.sjablonen import BLANCO

_AFKORTINGEN = (
    "a.s.", "art.", "bijv.", "blz.", "bv.", "ca.", "d.m.v.", "dhr.", "e.d.", "enz.", "etc.", "evt.", "excl.", "i.p.v.",
    "i.v.m.", "incl.", "jl.", "m.b.t.", "m.u.v.", "max.", "mevr.", "min.", "mw.", "n.a.v.", "nr.", "o.a.", "o.b.v.",
    "p.", "resp.", "t.a.v.", "t.b.v.", "t.o.v.", "tel.", "vgl.", "vs.", "z.s.m.",
)  # fmt: skip
_AFKORTING = re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(a) for a in _AFKORTINGEN) + r")", re.IGNORECASE)
_PUNT = "\ue001"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LIJST = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_KOP = re.compile(r"^\s*(?:#{1,6}\s+|>\s?)")
_OPMAAK = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_ADRES = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_EINDE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=\S)")
_WOORD = re.compile(rf"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|{BLANCO}")


@dataclass(frozen=True)
class Zin:
    tekst: str

    @cached_property
    def woorden(self) -> tuple[str, ...]:
        """All words; numbers and filled-in values count as one word each."""
        return tuple(_WOORD.findall(self.tekst))

    def gewone_woorden(self) -> list[str]:
        """The words that can be judged: no numbers, values, names (a capital inside the sentence) or abbreviations."""
        uit = []
        for plek, woord in enumerate(self.woorden):
            if (
                woord == BLANCO
                or woord[0].isdigit()
                or (plek > 0 and woord[0].isupper())
                or woord[1:2].isupper()
            ):
                continue
            uit.append(woord.lower())
        return uit


def kaal(tekst: str) -> str:
    """Markdown and addresses taken out; lines stay."""
    regels = []
    for regel in _LINK.sub(r"\1", tekst).splitlines():
        regels.append(_OPMAAK.sub("", _ADRES.sub(BLANCO, _KOP.sub("", regel))))
    return "\n".join(regels)


def zinnen(tekst: str) -> list[Zin]:
    """The sentences of a Markdown text without template tags. A list item or heading is a sentence of its own."""
    blokken: list[str] = []
    vers = True
    for regel in _LINK.sub(r"\1", tekst).splitlines():
        if not regel.strip():
            vers = True
            continue
        eigen = bool(_LIJST.match(regel) or _KOP.match(regel))
        schoon = kaal(_LIJST.sub("", regel)).strip()
        if vers or eigen or not blokken:
            blokken.append(schoon)
        else:
            blokken[-1] += " " + schoon
        vers = bool(_KOP.match(regel))
    return [
        Zin(deel.replace(_PUNT, ".").strip())
        for blok in blokken
        for deel in _EINDE.split(_AFKORTING.sub(lambda m: m[0].replace(".", _PUNT), blok))
        if _WOORD.search(deel)
    ]
