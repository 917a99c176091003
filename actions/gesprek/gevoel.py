"""Anger, shame, being lost; and what is not ours. How people say that stands in `content/herkennen`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from content.herkennen import patronen
from content.herkennen.letters import plat
from content.herkennen.zoeken import Zinnen, soorten

Gevoel = Literal["schaamte", "leest_moeilijk", "snapt_niet", "belediging", "frustratie"]
Buiten = Literal["talen", "mens", "sturen", "onderwerp"]
_GEVOELENS: tuple[Gevoel, ...] = ("schaamte", "leest_moeilijk", "snapt_niet", "belediging", "frustratie")
_BUITEN: tuple[Buiten, ...] = ("talen", "mens", "sturen", "onderwerp")
_MEER_DAN_EEN_GEVOEL = 2
"""With more words left over than this, something else is said as well, and that is read."""
_RAND = ".,;:!?()\"'"
_VERBINDT = frozenset(["maar", "en", "want", "dus", "pff", "pfff", "sorry", "nou", "zeg", "echt"])


@dataclass(frozen=True, slots=True)
class Gehoord:
    """A feeling in a text, and what is said besides."""

    gevoel: Gevoel
    rest: str
    """The text as it was typed, without the words of feeling."""
    alleen: bool
    """Little else is said. Shame is always heard: it is easily gone over."""


def hoor(tekst: str) -> Gehoord | None:
    """The first feeling in a text, in the order of the file."""
    per_soort, schat = soorten("gevoel")
    zinnen = Zinnen(tekst, schat)
    gevonden: Gevoel | None = None
    for gevoel in _GEVOELENS:
        # Every kind is taken out, so that two feelings in one message do not hide each other.
        if zinnen.neem_weg(per_soort[gevoel]) and gevonden is None:
            gevonden = gevoel
    if gevonden is None:
        return None
    vulling = frozenset(patronen("gevoel").losse_woorden)
    rest = [woord for woord in zinnen.over if woord not in vulling]
    return Gehoord(
        gevonden,
        _zonder(tekst, zinnen.weg, vulling | _VERBINDT),
        alleen=gevonden == "schaamte" or len(rest) <= _MEER_DAN_EEN_GEVOEL,
    )


def herken(tekst: str) -> Gevoel | None:
    """The feeling a text is about, when little else is said."""
    gehoord = hoor(tekst)
    return gehoord.gevoel if gehoord is not None and gehoord.alleen else None


def _zonder(tekst: str, woorden: list[str], vulling: frozenset[str]) -> str:
    """What was typed, without these words, and without the parts in which only filling words are left."""
    weg = Counter(woorden)
    delen: list[list[str]] = [[]]
    for getypt in tekst.split():
        kaal = plat(getypt).strip(_RAND)
        if kaal in _VERBINDT:
            delen.append([])
        if weg[kaal]:
            weg[kaal] -= 1
        else:
            delen[-1].append(getypt)
        if getypt[-1:] in ",;.!?":
            delen.append([])
    over = [deel for deel in delen if any(plat(woord).strip(_RAND) not in vulling for woord in deel)]
    rest = [woord for deel in over for woord in deel]
    if rest and plat(rest[0]).strip(_RAND) in _VERBINDT:
        del rest[0]
    return " ".join(rest).strip(" ,;")


def buiten(tekst: str) -> Buiten | None:
    """Something the chatbot is not for: who it is, attempts to steer it and code, other work of the gemeente and small talk."""
    per_soort, schat = soorten("buiten")
    zinnen = Zinnen(tekst, schat)
    if any(teken in tekst.lower() for teken in _CODE):
        return "sturen"
    return next((soort for soort in _BUITEN if zinnen.zoek(per_soort[soort])), None)


def buiten_bereik(tekst: str) -> bool:
    return buiten(tekst) is not None


_CODE = (
    "()",
    '("',
    "('",
    "</",
    "{{",
    "{%",
    "${",
    "<%",
    "=>",
    "&&",
    "<script",
    "<img",
    "<b>",
    "<svg",
    "; --",
    "' or '",
    "or '1'",
    "1=1",
)
