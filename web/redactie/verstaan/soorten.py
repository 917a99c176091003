"""Sentences that were not understood, put together by what they ask; shown only where several talks asked the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from actions.zinnen.bewaren import Zin
from web.redactie.buren import Buren

MINSTENS = 3
"""Talks. One person may ask twice, in two talks."""
_ZELFDE = 0.5
"""From this likeness two sentences ask the same."""
_IN_TWEE = 2


@dataclass(frozen=True, slots=True)
class Soort:
    ids: frozenset[str]
    zinnen: tuple[str, ...]
    """Those that may be shown, most said first, each once."""
    gesprekken: int
    """Each gave one sentence."""
    weg: bool
    """An editor was done with this kind not long ago."""

    @property
    def merk(self) -> str:
        """One of its sentences, by which a form names the kind."""
        return min(self.ids)


def soorten(zinnen: Iterable[Zin], maat: Buren, eigen: Collection[str]) -> tuple[Soort, ...]:
    """Every kind that may be shown, most asked first. `eigen`: words that stand in examples.

    A word that only one talk had, and no example, may be somebody's name after all: its sentence counts and is not shown.
    """
    groepen = _groepeer(tuple(zinnen), maat)
    alle = (_soort(groep, eigen) for groep in groepen)
    toon = [een for een in alle if een.gesprekken >= MINSTENS and een.zinnen and not een.weg]
    return tuple(sorted(toon, key=lambda een: (-een.gesprekken, een.zinnen)))


def _soort(groep: list[Zin], eigen: Collection[str]) -> Soort:
    in_gesprekken = Counter(woord for een in groep for woord in set(_woorden(een.zin)))
    keren = Counter(een.zin for een in groep)
    toon = [
        zin
        for zin in sorted(keren, key=lambda zin: (-keren[zin], zin))
        if all(woord in eigen or in_gesprekken[woord] >= _IN_TWEE for woord in _woorden(zin))
    ]
    return Soort(frozenset(een.id for een in groep), tuple(toon), len(groep), any(een.weg for een in groep))


def _woorden(zin: str) -> list[str]:
    return zin.rstrip("?").split()


def _groepeer(zinnen: tuple[Zin, ...], maat: Buren) -> list[list[Zin]]:
    """Each sentence with all that ask the same, or the same as one of those."""
    per_tekst: dict[str, list[Zin]] = {}
    for een in zinnen:
        per_tekst.setdefault(een.zin.rstrip("?"), []).append(een)
    teksten = list(per_tekst)
    buren = Buren(((str(nr), tekst) for nr, tekst in enumerate(teksten)), maat)
    wortel = list(range(len(teksten)))

    def van(nr: int) -> int:
        while wortel[nr] != nr:
            wortel[nr] = nr = wortel[wortel[nr]]
        return nr

    for nr, tekst in enumerate(teksten):
        for buur in buren.bij(tekst, len(teksten)):
            if buur.gelijkenis < _ZELFDE:
                break
            wortel[van(int(buur.onderwerp))] = van(nr)
    groepen: dict[int, list[Zin]] = {}
    for nr, tekst in enumerate(teksten):
        groepen.setdefault(van(nr), []).extend(per_tekst[tekst])
    return list(groepen.values())
