"""Where things stand in the picture of the curve: scales, round numbers on the axes, and marks that do not cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

_NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Schaal:
    """From hours and euros to units of the picture. `boven` has the smallest y."""

    uren_tot: Decimal
    laagst: Decimal
    hoogst: Decimal
    links: float
    boven: float
    rechts: float
    onder: float

    @classmethod
    def om(
        cls, *, uren: Sequence[Decimal], bedragen: Sequence[Decimal], vak: tuple[float, float, float, float]
    ) -> Schaal:
        """Around all of these, with nothing at the bottom (lower only where an amount is below nothing)."""
        return cls(max((*uren, _NUL)) or Decimal(40), *rond(bedragen), *vak)

    def x(self, uren: Decimal) -> float:
        return self.links + float(uren / self.uren_tot) * (self.rechts - self.links)

    def y(self, bedrag: Decimal) -> float:
        deel = float((bedrag - self.laagst) / (self.hoogst - self.laagst))
        return self.onder - deel * (self.onder - self.boven)

    def urenmerken(self) -> list[Decimal]:
        """Working days of eight hours, as far as there is room."""
        stap = Decimal(8)
        while self.uren_tot / stap > 6:
            stap *= 2
        if self.uren_tot < stap:
            return [_NUL, self.uren_tot]
        return [stap * nr for nr in range(int(self.uren_tot / stap) + 1)]


def rond(bedragen: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Round amounts with all of these in between, and nothing (0) too."""
    laagst, hoogst = min(_NUL, *bedragen), max(_NUL, *bedragen)
    stap = _stap(hoogst - laagst)
    laagst = (laagst / stap).to_integral_value(ROUND_FLOOR) * stap
    hoogst = (hoogst / stap).to_integral_value(ROUND_CEILING) * stap
    return laagst, max(hoogst, laagst + stap)


def merkwaarden(laagst: Decimal, hoogst: Decimal) -> list[Decimal]:
    """Round amounts from the lowest to the highest, five or six of them at most."""
    stap = _stap(hoogst - laagst)
    return [laagst + stap * nr for nr in range(int((hoogst - laagst) / stap) + 1)]


def _stap(bereik: Decimal) -> Decimal:
    """The smallest of 10, 20, 50, 100, 200, 500, … that divides the range in five parts or fewer."""
    macht = Decimal(10)
    while True:
        for keer in (1, 2, 5):
            if bereik <= 5 * keer * macht:
                return keer * macht
        macht *= 10


def hoogte_bij(lijn: Sequence[tuple[float, float]], x: float) -> float:
    """The y of a line at this x; beyond its ends that of the end."""
    if x <= lijn[0][0]:
        return lijn[0][1]
    for (x0, y0), (x1, y1) in pairwise(lijn):
        if x <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return lijn[-1][1]


def tekstbreedte(woord: str, letter: float) -> float:
    """About; a little too wide for most fonts."""
    return len(woord) * letter * 0.6


@dataclass(frozen=True, slots=True)
class Merk:
    """Something above the curve that points at it. `hoogte`: the amount it points at, when that is not the line itself."""

    woord: str
    uren: Decimal
    hoogte: Decimal | None = None

    @property
    def breed(self) -> float:
        return max(18.0, tekstbreedte(self.woord, 14) + 10)


_TUSSEN = 4.0


def rijen_nodig(merken: Sequence[Merk], ruimte: float) -> int:
    """How many rows of marks it takes when they stand beside each other."""
    return int(sum(merk.breed + _TUSSEN for merk in merken) / ruimte) + 1 if merken else 0


def spreid(merken: Sequence[Merk], rijen: int, schaal: Schaal) -> list[tuple[Merk, float, int]]:
    """Each mark with the x of its middle and its row: above its hours, shifted where it would cover its neighbour."""
    uit = []
    for rij in range(rijen):
        eigen = merken[rij::rijen]
        midden: list[float] = []
        vrij = schaal.links - 12
        for merk in eigen:
            midden.append(max(schaal.x(merk.uren), vrij + merk.breed / 2))
            vrij = midden[-1] + merk.breed / 2 + _TUSSEN
        vrij = schaal.rechts + 8
        for nr in reversed(range(len(eigen))):
            midden[nr] = min(midden[nr], vrij - eigen[nr].breed / 2)
            vrij = midden[nr] - eigen[nr].breed / 2 - _TUSSEN
        uit += [(merk, x, rij) for merk, x in zip(eigen, midden, strict=True)]
    return uit
