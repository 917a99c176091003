"""What there is to see in a sentence: its words and pairs of them, pieces of words, and the groups its words belong to with
pairs of those, each weighed by TF-IDF. Pieces are taken from what was typed, the rest from the words that were meant.

Written out instead of taken from scikit-learn: for one sentence at a time that spends most of its time on matrices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_matrix
from spelling import Spelling, kaal, woorden
from woordgroepen import groepen

_KLEINSTE_STUK, _GROOTSTE_STUK = 2, 5
"""Letters."""
_GROETEN = frozenset({
    "hoi", "hoihoi", "hallo", "halo", "hey", "hee", "hai", "hi", "hello", "dag", "goedendag", "goedemorgen", "goedemiddag",
    "goedenmiddag", "goedenavond", "goedeavond", "goeiemorgen", "goeiemiddag", "goeienavond", "goeiendag", "beste", "geachte",
})  # fmt: skip
_NA_EEN_GROET = 3
"""So many words after a greeting are what it is about: "hoi ik kom niet rond" is more than "hoi"."""
_IN_ZINNEN = (2, 2, 3)
"""In how many sentences a word, a piece or a group must stand: what stands in one teaches little and takes half the room."""


class Kenmerken:
    """From sentences to numbers. `leer` first."""

    def __init__(self, stukken_gewicht: float, groepen_gewicht: float) -> None:
        self._gewichten = (1.0, stukken_gewicht, groepen_gewicht)
        self._spelling = Spelling(())
        self._plaats: tuple[dict[str, tuple[int, float]], ...] = ()
        """For words, pieces and groups: which number each has, and how rare it is."""

    def leer(self, teksten: Sequence[str]) -> csr_matrix:
        """Learn which there are, and give them for these sentences, a row each."""
        self._spelling = Spelling(woord for tekst in teksten for woord in woorden(kaal(tekst)))
        gezien = [self._soorten(tekst) for tekst in teksten]
        plaats, begin = [], 0
        for soort, minste in enumerate(_IN_ZINNEN):
            plaats.append(_nummer((een[soort] for een in gezien), minste, begin))
            begin += len(plaats[-1])
        self._plaats = tuple(plaats)
        rijen = [self._getallen(een) for een in gezien]
        grenzen = np.cumsum([0, *(len(nummers) for nummers, _ in rijen)])
        nummers = np.concatenate([nummers for nummers, _ in rijen])
        waarden = np.concatenate([waarden for _, waarden in rijen])
        return csr_matrix((waarden, nummers, grenzen), shape=(len(teksten), begin))

    def van(self, tekst: str) -> tuple[np.ndarray, np.ndarray]:
        """Which there are in this sentence, and how much each weighs."""
        return self._getallen(self._soorten(tekst))

    def _soorten(self, tekst: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
        getypt = _zonder_groet(kaal(tekst))
        bedoeld = [self._spelling.bedoeld(woord) for woord in woorden(getypt)]
        return Counter(_met_buren(bedoeld)), Counter(_stukken(getypt)), Counter(_groepen_met_paren(bedoeld))

    def _getallen(self, soorten: Iterable[Counter[str]]) -> tuple[np.ndarray, np.ndarray]:
        nummers: list[int] = []
        waarden: list[float] = []
        for keren, plaats, weegt in zip(soorten, self._plaats, self._gewichten, strict=True):
            gevonden = [(plaats[naam], keer) for naam, keer in keren.items() if naam in plaats]
            ruw = [zeldzaam * (1 + log(keer)) for (_, zeldzaam), keer in gevonden]
            lengte = sqrt(sum(een * een for een in ruw)) or 1.0
            nummers += [nummer for (nummer, _), _ in gevonden]
            waarden += [een * weegt / lengte for een in ruw]
        return np.array(nummers, dtype=np.int32), np.array(waarden)


def _zonder_groet(getypt: str) -> str:
    rij = getypt.split()
    rest = rij[1:]
    return " ".join(rest) if len(rest) >= _NA_EEN_GROET and rij[0].strip(",.!") in _GROETEN else getypt


def _nummer(gezien: Iterable[Counter[str]], minste: int, begin: int) -> dict[str, tuple[int, float]]:
    zinnen = list(gezien)
    in_zinnen = Counter(naam for keren in zinnen for naam in keren)
    genoeg = sorted(naam for naam, aantal in in_zinnen.items() if aantal >= minste)
    return {
        naam: (begin + i, log((1 + len(zinnen)) / (1 + in_zinnen[naam])) + 1) for i, naam in enumerate(genoeg)
    }


def _met_buren(rij: Sequence[str]) -> Iterator[str]:
    yield from rij
    for een, ander in pairwise(rij):
        yield f"{een} {ander}"


def _stukken(getypt: str) -> Iterator[str]:
    """Of each word, with the spaces around it."""
    for woord in getypt.split():
        met_rand = f" {woord} "
        for lengte in range(_KLEINSTE_STUK, _GROOTSTE_STUK + 1):
            for i in range(max(1, len(met_rand) - lengte + 1)):
                yield met_rand[i : i + lengte]
            if len(met_rand) <= lengte:
                break


def _groepen_met_paren(rij: Sequence[str]) -> Iterator[str]:
    alle = sorted({groep for woord in rij for groep in groepen(woord)})
    yield from alle
    for een, ander in combinations(alle, 2):
        yield f"{een}&{ander}"
