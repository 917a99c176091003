"""Figures with the bar beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meting:
    """One line: what was measured, the figure, and the highest figure that is still good (None: only to know)."""

    wat: str
    waarde: float | None
    """None: not measured."""
    eenheid: str = ""
    balk: float | None = None
    toelichting: str = ""

    @property
    def boven(self) -> bool:
        """Over the bar."""
        return self.waarde is not None and self.balk is not None and self.waarde > self.balk


def percentiel(waarden: Iterable[float], deel: float) -> float:
    """The smallest value that at least `deel` (0-1) of the values do not exceed. Raises ValueError when there are none."""
    gesorteerd = sorted(waarden)
    if not gesorteerd:
        raise ValueError("no values")
    return gesorteerd[max(0, math.ceil(deel * len(gesorteerd)) - 1)]


def p50(waarden: Iterable[float]) -> float:
    return percentiel(waarden, 0.50)


def p95(waarden: Iterable[float]) -> float:
    return percentiel(waarden, 0.95)


def toon(kop: str, metingen: Sequence[Meting]) -> str:
    """A table of plain text; lines over the bar end with `<-- over`."""
    cellen = [
        ("what", "measured", "bar"),
        *((m.wat, _getal(m.waarde, m.eenheid), _balk(m)) for m in metingen),
    ]
    breed = [max(len(rij[kolom]) for rij in cellen) for kolom in range(3)]
    staarten = ["", *(_staart(m) for m in metingen)]
    uit = [f"\n{kop}"]
    for (wat, waarde, balk), staart in zip(cellen, staarten, strict=True):
        uit.append(f"  {wat:<{breed[0]}}  {waarde:>{breed[1]}}  {balk:>{breed[2]}}  {staart}".rstrip())
    return "\n".join(uit)


def _staart(meting: Meting) -> str:
    return "  ".join(deel for deel in ("<-- over" if meting.boven else "", meting.toelichting) if deel)


def _balk(meting: Meting) -> str:
    return "" if meting.balk is None else f"<= {_getal(meting.balk, meting.eenheid)}"


def _getal(waarde: float | None, eenheid: str) -> str:
    if waarde is None:
        return "-"
    cijfers = f"{waarde:.0f}" if waarde >= 100 or waarde == int(waarde) else f"{waarde:.2f}"
    return f"{cijfers} {eenheid}".rstrip()
