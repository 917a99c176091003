"""Reading a question about a scheme: which one is named, and is it "what is that" or "work it out for me"?

Only a whole sentence counts: with anything more in it, it is something else. Names are seen through typing errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz.distance import OSA

from content.herkennen.gewoon import is_bekend
from content.herkennen.letters import plat
from content.herkennen.regelingnamen import regelingnamen

Vraagsoort = Literal["reken", "wat", "naam"]
_WOORD: Final = re.compile(r"[^\W_]+")
_MEESTE_WOORDEN: Final = 14
"""A longer text is no plain question about one scheme."""
_MEESTE_IN_NAAM: Final = 6
_KORTSTE_MET_FOUT: Final = 6
"""Letters; in a shorter name another letter makes another word."""
_LANG: Final = 9
"""Letters from which two may be wrong."""
_X: Final = "X"
_Eigen = tuple[tuple[str, tuple[str, ...]], ...]
"""Scheme and its names, of what a gemeente has of its own."""
_BEGIN_VAN_ANTWOORD: Final = frozenset({"krijg", "krijgen", "heb", "ik"})


@dataclass(frozen=True, slots=True)
class Regelingvraag:
    """`soort`: work it out, tell what it is, or only a name. `ids`: the schemes named, in order."""

    soort: Vraagsoort
    ids: tuple[str, ...]
    als_antwoord: bool = False
    """Said so it can just as well be an answer: "krijg ik bijstand" for "ik krijg bijstand"."""


def lees_regeling(tekst: str, eigen: Mapping[str, Sequence[str]] | None = None) -> Regelingvraag | None:
    """The question about schemes that a text is, if it is one. `eigen`: what this gemeente calls its own schemes."""
    return _lees(tekst, tuple((id_, tuple(rij)) for id_, rij in (eigen or {}).items()))


@lru_cache(maxsize=8)
def _lees(tekst: str, eigen: _Eigen) -> Regelingvraag | None:
    """Asked twice in a turn."""
    woorden = _woorden(tekst)
    if not woorden or len(woorden) > _MEESTE_WOORDEN:
        return None
    precies, lang = _namen_met(eigen)
    over, ids = _vind(woorden, precies, lang)
    if not ids:
        return None
    rest = _kern(over)
    if rest == _X:
        return Regelingvraag("naam", ids, als_antwoord=True)
    soorten: tuple[Vraagsoort, ...] = ("reken", "wat")
    for soort in soorten:
        if rest in _vragen(soort):
            return Regelingvraag(soort, ids, rest.split()[0] in _BEGIN_VAN_ANTWOORD)
    return None


def vraagt_rekenen(tekst: str) -> bool:
    """ "Reken maar uit", without a name."""
    woorden = _woorden(tekst)
    return 0 < len(woorden) <= _MEESTE_WOORDEN and _kern(woorden) in _vragen("reken_los")


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(plat(tekst))


def _kern(woorden: Iterable[str]) -> str:
    """The sentence without its small words; twice the same next to each other, as two names, is once."""
    los, kern = regelingnamen().los, list[str]()
    for woord in woorden:
        if woord in los or kern[-1:] == [woord]:
            continue
        kern.append(woord)
    return " ".join(kern)


@lru_cache
def _vragen(soort: str) -> frozenset[str]:
    """The sentences of a kind, stripped as what is typed is stripped."""
    return frozenset(
        _kern(_X if w == "x" else w for w in _woorden(zin)) for zin in regelingnamen().vragen[soort]
    )


@lru_cache
def _namen() -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Names in one word → scheme; and those in which a typing error may stand."""
    data = regelingnamen()
    precies = _samen(data.namen)
    lang = tuple(naam for naam in precies if len(naam) >= _KORTSTE_MET_FOUT)
    return {**precies, **_samen(data.kort)}, lang


@lru_cache
def _namen_met(eigen: _Eigen) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """As `_namen`, once for a gemeente: its file does not change with every message. Its own names are read only as they are."""
    precies, lang = _namen()
    return {**precies, **_samen(dict(eigen))}, lang


def _samen(namen: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {"".join(_woorden(naam)): id_ for id_, rij in namen.items() for naam in rij}


def _vind(
    woorden: Sequence[str], precies: Mapping[str, str], lang: Sequence[str]
) -> tuple[list[str], tuple[str, ...]]:
    """The words with X for each name, and the schemes. The longest name wins: "bijzondere bijstand" is no bijstand."""
    over, ids, i = list[str](), dict[str, None](), 0
    while i < len(woorden):
        gevonden = None
        for lengte in range(min(_MEESTE_IN_NAAM, len(woorden) - i), 0, -1):
            naam = _naam(woorden[i : i + lengte], precies, lang)
            if naam is not None:
                gevonden = (precies[naam], lengte)
                break
        if gevonden is None:
            over.append(woorden[i])
            i += 1
        else:
            ids[gevonden[0]] = None
            over.append(_X)
            i += gevonden[1]
    return over, tuple(ids)


def _naam(woorden: Sequence[str], precies: Mapping[str, str], lang: Sequence[str]) -> str | None:
    getypt = "".join(woorden)
    if getypt in precies:
        return getypt
    if len(getypt) < _KORTSTE_MET_FOUT - 1 or all(map(is_bekend, woorden)):
        return None
    if woorden[0] in regelingnamen().los or woorden[-1] in regelingnamen().los:
        return None
    beste: tuple[int, str] | None = None
    for naam in lang:
        mag = 2 if len(naam) >= _LANG else 1
        afstand = OSA.distance(getypt, naam, score_cutoff=mag)
        if afstand <= mag and getypt[0] == naam[0] and (beste is None or afstand < beste[0]):
            beste = (afstand, naam)
    return None if beste is None else beste[1]
