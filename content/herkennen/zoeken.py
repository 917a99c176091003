"""Finding sentences by how they are built: who, what, whom; with room for words in between and for typing errors.

A pattern is a line of steps: `woord`, `dit|dat` (one of these), `<groep>` (one of a named group), `twee_woorden`; each with
`?` when it may be missing, a word with `*` for any ending. Between them `..` (up to 3 other words) and `...` (up to 6); `^` and
`$` are the begin and the end of the sentence. Other words in between are never a "niet" or "geen": that must stand in the
pattern itself. Parts with `&` between them may stand anywhere in the sentence, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from content.herkennen import Patronen, patronen
from content.herkennen.gewoon import is_bekend
from content.herkennen.letters import plat
from content.herkennen.regelingnamen import regelingnamen

_ONTKENNING: Final = frozenset(
    ["niet", "nie", "ni", "geen", "nooit", "niks", "niets", "nimmer", "not", "never", "dont"]
)
_GATEN: Final = {"..": 3, "...": 6}
_CIJFER_ALS_LETTER: Final = str.maketrans("01345", "oieas")
_ZIN: Final = re.compile(r"[.!;\n]+|(\?)")
_APOSTROF: Final = re.compile(r"['`´*]")
_GEREKT: Final = re.compile(r"(.)\1{2,}")
_WOORD: Final = re.compile(r"[^\W_]+")
_VORM: Final = re.compile(r"[^\W_]+(?:['_ ][^\W_]+)*\*?")
_LANG: Final = 5
"""From so many letters a word may hold a typing error."""
_MEESTE_WOORDEN: Final = 1000
"""Of a longer text the rest is not looked at. A message that is read has at most a tenth of it; what is refused for its length is
still looked at for danger."""
_WEG: Final = "\0"
"""Stands where a saying was; nothing is read across it."""
_NIET_TUSSEN: Final = _ONTKENNING | {_WEG}


@dataclass(frozen=True, slots=True)
class _Stap:
    los: frozenset[str]
    """Its forms of one word; the others are in `samen`."""
    samen: tuple[tuple[str, ...], ...]
    optioneel: bool

    def kan_in(self, woorden: frozenset[str]) -> bool:
        """Does a text with these forms hold the words of this step at all, anywhere?"""
        return (
            self.optioneel
            or not self.los.isdisjoint(woorden)
            or any(woorden.issuperset(rij) for rij in self.samen)
        )

    @property
    def begin(self) -> frozenset[str]:
        """The words it can begin with."""
        return self.los.union(rij[0] for rij in self.samen)

    @property
    def woorden(self) -> frozenset[str]:
        return self.los.union(*self.samen)


@dataclass(frozen=True, slots=True)
class Patroon:
    """One pattern, ready to look with."""

    bron: str
    stappen: tuple[_Stap | int | str, ...]
    """A step; a number: up to so many other words; "^" or "$"."""
    deel: tuple[Patroon, ...]
    """Of a pattern with "&": its parts, which may stand anywhere in the sentence and in any order."""
    sleutel: frozenset[str]
    """One of these words must be there: of the step with the fewest forms."""

    def kan_in(self, woorden: frozenset[str]) -> bool:
        """Does a text with these forms hold the words of every step, anywhere?"""
        if self.deel:
            return all(deel.kan_in(woorden) for deel in self.deel)
        return all(stap.kan_in(woorden) for stap in self.stappen if isinstance(stap, _Stap))

    @property
    def vormen(self) -> Iterable[str]:
        if self.deel:
            return (vorm for deel in self.deel for vorm in deel.vormen)
        return (v for stap in self.stappen if isinstance(stap, _Stap) for v in stap.woorden)


@dataclass(frozen=True, slots=True)
class Patronenrij:
    """Patterns in the order in which they are looked for."""

    patronen: tuple[Patroon, ...]
    op_woord: Mapping[str, tuple[int, ...]]
    """The places of the patterns that have this word for a key. Of some hundreds a message leaves a handful to look with."""

    @classmethod
    def van(cls, patronen: Iterable[Patroon]) -> Patronenrij:
        rij = tuple(patronen)
        op_woord: dict[str, list[int]] = {}
        for plaats, patroon in enumerate(rij):
            for woord in patroon.sleutel:
                op_woord.setdefault(woord, []).append(plaats)
        return cls(rij, {woord: tuple(plaatsen) for woord, plaatsen in op_woord.items()})

    def __iter__(self) -> Iterator[Patroon]:
        return iter(self.patronen)

    def die_kunnen(self, woorden: frozenset[str]) -> list[Patroon]:
        """Those whose words are in a text at all, anywhere."""
        plaatsen = {plaats for woord in woorden for plaats in self.op_woord.get(woord, ())}
        return [p for plaats in sorted(plaatsen) if (p := self.patronen[plaats]).kan_in(woorden)]


def maak(bron: str, groepen: Mapping[str, Sequence[str]]) -> Patroon:
    """Read a pattern. Raises ValueError for a group that is not there, or a sign that stands where it means nothing."""
    if " & " in bron:
        delen = tuple(maak(deel, groepen) for deel in bron.split(" & "))
        return Patroon(bron, (), delen, min((deel.sleutel for deel in delen), key=len))
    stappen: list[_Stap | int | str] = []
    for deel in bron.split():
        if deel in _GATEN:
            stappen.append(_GATEN[deel])
        elif deel in ("^", "$"):
            stappen.append(deel)
        else:
            stappen.append(_stap(deel, groepen))
    moet = [stap for stap in stappen if isinstance(stap, _Stap) and not stap.optioneel]
    if not moet:
        raise ValueError("er moet een woord in staan dat niet mag ontbreken")
    sleutel = min((stap.begin for stap in moet), key=len)
    return Patroon(bron, tuple(stappen), (), sleutel)


def _stap(deel: str, groepen: Mapping[str, Sequence[str]]) -> _Stap:
    kern = deel.removesuffix("?")
    vormen: list[tuple[str, ...]] = []
    for keus in kern.split("|"):
        if keus.startswith("<") and keus.endswith(">"):
            if keus[1:-1] not in groepen:
                raise ValueError(f"de groep {keus} bestaat niet ({deel})")
            woorden: Sequence[str] = groepen[keus[1:-1]]
        else:
            woorden = (keus.replace("_", " "),)
            if not _VORM.fullmatch(plat(keus)):
                raise ValueError(f"hier staat een teken dat niets betekent: {deel}")
        vormen += (tuple(plat(woord.replace("'", "")).split()) for woord in woorden)
    los = frozenset(rij[0] for rij in vormen if len(rij) == 1)
    return _Stap(los, tuple(rij for rij in vormen if len(rij) > 1), kern != deel)


@dataclass(frozen=True, slots=True)
class Woordenschat:
    """All words a set of patterns knows: to see through typing errors and words that were typed as one."""

    heel: frozenset[str]
    begin: tuple[str, ...]
    lang: Mapping[str, tuple[str, ...]]
    """The whole words that are long enough to see a typing error in, by their first letter."""

    @classmethod
    def van(cls, patronen: Iterable[Patroon], extra: Iterable[str] = ()) -> Woordenschat:
        vormen = {v for p in patronen for v in p.vormen}
        heel = {v for v in vormen if not v.endswith("*")} | {plat(w) for w in extra}
        lang: dict[str, list[str]] = {}
        for woord in sorted(heel):
            if len(woord) >= _LANG:
                lang.setdefault(woord[0], []).append(woord)
        begin = tuple(sorted(v for v in vormen if v.endswith("*")))
        return cls(frozenset(heel), begin, {letter: tuple(rij) for letter, rij in lang.items()})

    def past_bij(self, woord: str) -> frozenset[str]:
        """The forms in patterns that a typed word can be."""
        goed = {woord} & self.heel | {v for v in self.begin if woord.startswith(v[:-1])}
        if not goed and 4 <= len(woord) <= 30 and not is_bekend(woord):
            goed = {v for v in self.lang.get(woord[0], ()) if _bijna(woord, v)}
            goed |= {v for v in self.begin if _bijna(woord[: len(v) - 1], v[:-1])}
        return frozenset(goed)

    def knip(self, woord: str) -> list[str]:
        """A word that is several typed as one ("ikwilniet"), cut up; or as it is."""
        bekend = woord in self.heel or any(woord.startswith(v[:-1]) for v in self.begin)
        if bekend or not 5 <= len(woord) <= 60 or is_bekend(woord):
            return [woord]
        # Fewest parts up to each letter.
        beste: list[list[str] | None] = [[]] + [None] * len(woord)
        for eind in range(1, len(woord) + 1):
            for begin in range(max(0, eind - 14), eind):
                voor, deel = beste[begin], woord[begin:eind]
                oud = beste[eind]
                if voor is not None and deel in self.heel and (oud is None or len(voor) + 1 < len(oud)):
                    beste[eind] = [*voor, deel]
        return beste[-1] or [woord]


def _bijna(woord: str, vorm: str) -> bool:
    if len(vorm) < _LANG or woord[:1] != vorm[:1]:
        return False
    mag = 2 if len(vorm) >= 8 else 1
    return OSA.distance(woord, vorm, score_cutoff=mag) <= mag


class Zinnen:
    """A typed text as sentences of words, each word with the forms it can be. What is taken out is not seen again."""

    def __init__(self, tekst: str, schat: Woordenschat) -> None:
        self.zinnen: list[list[str]] = []
        self.weg: list[str] = []
        """The words that were taken out."""
        self.vraag = "?" in tekst
        self._vormen: dict[str, frozenset[str]] = {_WEG: frozenset()}
        over = _MEESTE_WOORDEN
        for stuk in _ZIN.split(plat(tekst)):
            woorden = [w for kaal in _woorden(stuk or "") for w in schat.knip(kaal)][:over]
            over -= len(woorden)
            if woorden:
                self.zinnen.append(woorden)
            for woord in woorden:
                if woord not in self._vormen:
                    self._vormen[woord] = schat.past_bij(woord)
        self._alle = frozenset().union(*self._vormen.values())

    def zoek(self, patronen: Patronenrij) -> Patroon | None:
        """The first pattern that is found anywhere."""
        return next((p for p in patronen.die_kunnen(self._alle) if self.vindt(p)), None)

    def vindt(self, patroon: Patroon) -> bool:
        return any(self._plek(patroon, zin) for zin in self.zinnen)

    def neem_weg(self, patronen: Patronenrij) -> Patroon | None:
        """Take out all that these patterns find; the first of them."""
        eerste = None
        for patroon in patronen.die_kunnen(self._alle):
            for zin in self.zinnen:
                while plek := self._plek(patroon, zin):
                    eerste = eerste or patroon
                    self.weg += zin[slice(*plek)]
                    zin[slice(*plek)] = [_WEG] * (plek[1] - plek[0])
        return eerste

    @property
    def over(self) -> list[str]:
        """The words that were not taken out."""
        return [woord for zin in self.zinnen for woord in zin if woord != _WEG]

    def _plek(self, patroon: Patroon, zin: list[str]) -> tuple[int, int] | None:
        if patroon.deel:
            plekken = [self._plek(deel, zin) for deel in patroon.deel]
            gevonden = [plek for plek in plekken if plek is not None]
            heel = len(gevonden) == len(plekken)
            return (min(b for b, _ in gevonden), max(e for _, e in gevonden)) if heel else None
        for begin in range(len(zin)):
            eind = self._past(patroon.stappen, 0, zin, begin)
            if eind is not None and eind > begin:
                return begin, eind
        return None

    def _past(self, stappen: Sequence[_Stap | int | str], s: int, zin: list[str], i: int) -> int | None:
        if s == len(stappen):
            return i
        stap = stappen[s]
        if isinstance(stap, str):
            goed = i == 0 if stap == "^" else i == len(zin)
            return self._past(stappen, s + 1, zin, i) if goed else None
        if isinstance(stap, int):
            for ertussen in range(stap + 1):
                eind = self._past(stappen, s + 1, zin, i + ertussen)
                if eind is not None:
                    return eind
                if i + ertussen >= len(zin) or zin[i + ertussen] in _NIET_TUSSEN:
                    return None
            return None
        if i < len(zin) and not stap.los.isdisjoint(self._vormen[zin[i]]):
            eind = self._past(stappen, s + 1, zin, i + 1)
            if eind is not None:
                return eind
        for rij in stap.samen:
            if self._staat_er(rij, zin, i):
                eind = self._past(stappen, s + 1, zin, i + len(rij))
                if eind is not None:
                    return eind
        return self._past(stappen, s + 1, zin, i) if stap.optioneel else None

    def _staat_er(self, rij: tuple[str, ...], zin: list[str], i: int) -> bool:
        return i + len(rij) <= len(zin) and all(
            vorm in self._vormen[zin[i + n]] for n, vorm in enumerate(rij)
        )


def _woorden(zin: str) -> list[str]:
    """The words of a sentence; letters typed one by one ("d o o d") are one word."""
    woorden: list[str] = []
    los = ""
    for woord in [*_WOORD.findall(_APOSTROF.sub("", zin)), ""]:
        if len(woord) == 1 and woord.isalpha():
            los += woord
            continue
        if los:
            woorden += [los] if len(los) > 2 else list(los)
            los = ""
        if not woord:
            break
        if any(t.isdigit() for t in woord) and any(t.isalpha() for t in woord):
            woord = woord.translate(_CIJFER_ALS_LETTER)
        woorden.append(_GEREKT.sub(r"\1\1", woord))
    return woorden


@lru_cache
def soorten(naam: str) -> tuple[Mapping[str, Patronenrij], Woordenschat]:
    """The patterns of `content/herkennen/<naam>.yml` by kind, ready to look with, and all words they know."""
    return gereed(patronen(naam))


def maak_gereed() -> None:
    """Read all patterns now, so that the first resident does not wait for it."""
    for naam in ("nood", "gevoel", "buiten", "opdrachten", "waarom", "voor_wie", "gebeurtenissen"):
        soorten(naam)
    for naam in ("talen", "namen"):
        patronen(naam)
    regelingnamen()


def gereed(data: Patronen) -> tuple[Mapping[str, Patronenrij], Woordenschat]:
    """As `soorten`, of patterns that were read already. Raises ValueError for a pattern that is none."""
    per_soort = {
        soort: Patronenrij.van(maak(bron, data.groepen) for bron in bronnen)
        for soort, bronnen in data.soorten.items()
    }
    return per_soort, Woordenschat.van((p for rij in per_soort.values() for p in rij), data.losse_woorden)
