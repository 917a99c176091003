"""Typing errors: from a word with a letter wrong, missing, too many or changed about to the known word it is nearest to."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from woordgroepen import GROEPEN

_WOORD = re.compile(r"\w+")
_KORTSTE = 5
"""Letters. A shorter word is one letter away from too many others."""
_TWEE_FOUTEN = 8
"""From so many letters a letter too few and one too many may stand in a word."""
_LANGSTE = 30
"""Letters. Longer is no word; and what it takes grows with the square of it."""


def kaal(tekst: str) -> str:
    """In small letters, without accents."""
    uit = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(teken for teken in uit if not unicodedata.combining(teken))


def woorden(kale_tekst: str) -> list[str]:
    return _WOORD.findall(kale_tekst)


class Spelling:
    """Knows the words of the groups, and those that stand in more than one place in what it is given (once may be an error)."""

    def __init__(self, gelezen: Iterable[str]) -> None:
        keren = Counter(gelezen)
        eigen = {woord.rstrip("*") for reeks in GROEPEN.values() for woord in reeks.split()}
        self._bekend = frozenset(eigen | {woord for woord, keer in keren.items() if keer > 1})
        # Commonest first: of two known words as near that one is meant.
        op_volgorde = sorted(self._bekend, key=lambda woord: (-keren[woord], woord))
        self._zonder: dict[str, tuple[str, ...]] = {}
        for woord in op_volgorde:
            if len(woord) >= _KORTSTE:
                for vorm in _hooguit_een_eraf(woord):
                    self._zonder[vorm] = (*self._zonder.get(vorm, ()), woord)

    def bedoeld(self, woord: str) -> str:
        """The known word that was meant; the word itself when it is known, or like none."""
        if not _KORTSTE <= len(woord) <= _LANGSTE or woord in self._bekend or woord.isdigit():
            return woord
        lijken = dict.fromkeys(w for vorm in _hooguit_een_eraf(woord) for w in self._zonder.get(vorm, ()))
        meeste = 2 if len(woord) >= _TWEE_FOUTEN else 1
        return min(
            (w for w in lijken if afstand(woord, w) <= meeste), key=lambda w: afstand(woord, w), default=woord
        )


def _hooguit_een_eraf(woord: str) -> Iterator[str]:
    yield woord
    for i in range(len(woord)):
        yield woord[:i] + woord[i + 1 :]


def afstand(a: str, b: str) -> int:
    """How many letters to change, drop, add, or swap with their neighbour."""
    vorige: list[int] = []
    rij = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        voorvorige, vorige, rij = vorige, rij, [i]
        for j, y in enumerate(b, 1):
            minst = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                minst = min(minst, voorvorige[j - 2] + 1)
            rij.append(minst)
    return rij[-1]
