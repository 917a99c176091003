"""Two texts that came from one: what both left or only one changed is put together, where both wrote somebody has to choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Regels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Eens:
    """Lines about which there is no doubt."""

    regels: Regels


@dataclass(frozen=True, slots=True)
class Allebei:
    """Both wrote something else here. `nr` counts from 0."""

    nr: int
    was: Regels
    hun: Regels
    mijn: Regels

    @property
    def voorstel(self) -> str:
        """What to begin with: mine; and where both only added something, both."""
        erbij = tuple(regel for regel in self.mijn if not regel.strip() or regel not in self.hun)
        regels = self.mijn if self.was else self.hun + erbij
        return "\n".join(regels)


Stuk = Eens | Allebei


def voeg_samen(was: str | None, hun: str, mijn: str) -> tuple[Stuk, ...]:
    """The pieces of the merged text, in order. `was` None: nobody knows what it was before; then every difference is both's."""
    a, b = hun.splitlines(), mijn.splitlines()
    gelijk = _gelijk_in_twee(a, b) if was is None else _gelijk_in_drie(was.splitlines(), a, b)
    oud = [] if was is None else was.splitlines()
    uit: list[Stuk] = []
    botsingen = 0
    z0 = a0 = b0 = 0
    for z1, a1, b1, lengte in gelijk:
        basis, hunne, mijne = tuple(oud[z0:z1]), tuple(a[a0:a1]), tuple(b[b0:b1])
        if hunne == mijne or (was is not None and mijne == basis):
            _eens(uit, hunne)
        elif was is not None and hunne == basis:
            _eens(uit, mijne)
        else:
            uit.append(Allebei(botsingen, basis, hunne, mijne))
            botsingen += 1
        _eens(uit, tuple(a[a1 : a1 + lengte]))
        z0, a0, b0 = z1 + lengte, a1 + lengte, b1 + lengte
    return tuple(uit)


def tekst_van(stukken: Sequence[Stuk], gekozen: Mapping[int, str]) -> str:
    """The whole text, with what was written where both had been."""
    regels: list[str] = []
    for stuk in stukken:
        if isinstance(stuk, Eens):
            regels.extend(stuk.regels)
        else:
            regels.extend(gekozen.get(stuk.nr, stuk.voorstel).splitlines())
    return "\n".join(regels) + "\n"


def botsingen(stukken: Sequence[Stuk]) -> tuple[Allebei, ...]:
    return tuple(stuk for stuk in stukken if isinstance(stuk, Allebei))


def _eens(uit: list[Stuk], regels: Regels) -> None:
    if not regels:
        return
    if uit and isinstance(uit[-1], Eens):
        uit[-1] = Eens(uit[-1].regels + regels)
    else:
        uit.append(Eens(regels))


def _blokken(een: Sequence[str], ander: Sequence[str]) -> list[tuple[int, int, int]]:
    blokken = SequenceMatcher(None, een, ander, autojunk=False).get_matching_blocks()
    return [(i, j, lengte) for i, j, lengte in blokken]


def _gelijk_in_twee(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    for i, j, lengte in _blokken(a, b):
        yield 0, i, j, lengte


def _gelijk_in_drie(
    z: Sequence[str], a: Sequence[str], b: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Runs of lines that stand in all three: where they begin in each, and how many. At last the ends."""
    van_a, van_b = _blokken(z, a), _blokken(z, b)
    ia = ib = 0
    while ia < len(van_a) and ib < len(van_b):
        za, pa, la = van_a[ia]
        zb, pb, lb = van_b[ib]
        begin, eind = max(za, zb), min(za + la, zb + lb)
        if begin < eind:
            yield begin, pa + begin - za, pb + begin - zb, eind - begin
        if za + la < zb + lb:
            ia += 1
        else:
            ib += 1
    yield len(z), len(a), len(b), 0
