"""Which example sentences are most like a sentence, in the way the model sees them: by words, pieces of words, and groups of
words that mean about the same.

Not the model itself: that says how sure it is, this shows an editor why. Nothing is learnt, so a sentence that was added a second
ago counts.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt

from bot.woordgroepen import groepen
from content.inhoud import Inhoud

_WOORD = re.compile(r"\w+")
_STUK = 3
"""Letters in a piece of a word, with the spaces around it."""
_LANGSTE = 30
"""Letters of a word that are looked at."""
_WOORDEN, _STUKKEN, _GROEPEN = 1.0, 0.7, 0.8
"""How much each kind weighs, about as in the model (bot/config.yml)."""


@dataclass(frozen=True, slots=True)
class Buur:
    """An example that looks like it. `gelijkenis`: 1 for the same words, 0 for nothing in common."""

    onderwerp: str
    zin: str
    gelijkenis: float


class Buren:
    """Of (topic, sentence). May be asked from any thread."""

    def __init__(self, zinnen: Iterable[tuple[str, str]], maat: Buren | None = None) -> None:
        """`maat`: how rare words are is taken from these, because a handful of sentences does not know; and only words and
        pieces count: what is asked for, and not that something is."""
        self._zinnen = tuple(zinnen)
        delen = ((_WOORDEN, _woorden), (_STUKKEN, _stukken), (_GROEPEN, _in_groepen))
        maten: tuple[_Soort | None, ...] = (None,) * len(delen) if maat is None else maat._soorten[:2]
        self._soorten: tuple[_Soort, ...] = tuple(
            _Soort(weegt, deel, [zin for _, zin in self._zinnen], van)
            for (weegt, deel), van in zip(delen, maten, strict=False)
        )

    def bij(
        self, zin: str, aantal: int = 3, zonder: str | None = None, alleen: str | None = None
    ) -> tuple[Buur, ...]:
        """The examples most like this sentence, likest first; not those of topic `zonder` (or only those of `alleen`), nor
        those with nothing in common."""
        punten: dict[int, float] = {}
        meest = 0.0
        for soort in self._soorten:
            meest += soort.tel(zin, punten)
        beste = nlargest(
            aantal,
            (
                (punt, -nr)
                for nr, punt in punten.items()
                if self._zinnen[nr][0] != zonder and alleen in (None, self._zinnen[nr][0])
            ),
        )
        return tuple(Buur(*self._zinnen[-nr], min(1.0, punt / meest)) for punt, nr in beste if punt > 0)


class _Soort:
    """Where each feature of one kind stands, and how much it weighs there (TF-IDF, the length of every sentence 1)."""

    def __init__(
        self, weegt: float, deel: Callable[[str], Iterator[str]], zinnen: list[str], maat: _Soort | None
    ) -> None:
        self._weegt = weegt
        self._deel = deel
        tellingen = [Counter(deel(zin)) for zin in zinnen]
        in_zinnen = Counter(naam for keren in tellingen for naam in keren)
        if maat is None:
            self._zeldzaam = {
                naam: log((1 + len(zinnen)) / (1 + aantal)) + 1 for naam, aantal in in_zinnen.items()
            }
            self._nieuw = log(1 + len(zinnen)) + 1
            """How rare what stands nowhere is: it counts as something that is not shared."""
        else:
            self._zeldzaam, self._nieuw = maat._zeldzaam, maat._nieuw
        self._waar: dict[str, array[int]] = {naam: array("I") for naam in in_zinnen}
        self._hoeveel: dict[str, array[float]] = {naam: array("f") for naam in in_zinnen}
        for nr, keren in enumerate(tellingen):
            for naam, gewicht in self._gewichten(keren).items():
                self._waar[naam].append(nr)
                self._hoeveel[naam].append(gewicht)

    def tel(self, zin: str, punten: dict[int, float]) -> float:
        """Add what each sentence shares with this one; gives the most that it could be."""
        gewichten = self._gewichten(Counter(self._deel(zin)))
        for naam, gewicht in gewichten.items():
            if naam in self._waar:
                for nr, daar in zip(self._waar[naam], self._hoeveel[naam], strict=True):
                    punten[nr] = punten.get(nr, 0.0) + self._weegt * gewicht * daar
        return self._weegt if gewichten else 0.0

    def _gewichten(self, keren: Mapping[str, int]) -> dict[str, float]:
        ruw = {naam: self._zeldzaam.get(naam, self._nieuw) * (1 + log(keer)) for naam, keer in keren.items()}
        lengte = sqrt(sum(een * een for een in ruw.values())) or 1.0
        return {naam: een / lengte for naam, een in ruw.items()}


def buren_van(inhoud: Inhoud) -> Buren:
    """Of every example as it stands in the content folder now, also those of one gemeente; made anew only when one changed."""
    alle = [*inhoud.faqs().items()]
    for eigen in inhoud.faqs_eigen().values():
        alle += eigen.items()
    return _maak(tuple((id_, faq.voorbeelden) for id_, faq in alle if faq.voorbeelden))


@lru_cache(maxsize=1)
def _maak(per_onderwerp: tuple[tuple[str, tuple[str, ...]], ...]) -> Buren:
    return Buren((id_, zin) for id_, zinnen in per_onderwerp for zin in zinnen)


def _kaal(zin: str) -> list[str]:
    uit = unicodedata.normalize("NFKD", zin.lower())
    return [
        woord[:_LANGSTE] for woord in _WOORD.findall("".join(t for t in uit if not unicodedata.combining(t)))
    ]


def _woorden(zin: str) -> Iterator[str]:
    yield from _kaal(zin)


def _stukken(zin: str) -> Iterator[str]:
    for woord in _kaal(zin):
        met_rand = f" {woord} "
        for i in range(max(1, len(met_rand) - _STUK + 1)):
            yield met_rand[i : i + _STUK]


def _in_groepen(zin: str) -> Iterator[str]:
    for woord in _kaal(zin):
        yield from groepen(woord)
