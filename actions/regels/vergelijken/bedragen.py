"""What a household gets in each month of a year, and the year's sum of a year in which the household changes.

The rules are asked directly: neither the margins nor the questions of the kernel are needed here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from actions.regels.huishouden import Huishouden
from actions.regels.jaar import Jaarregels, kies_jaar
from actions.regels.nodig import open_in
from actions.regels.regeling import Beoordeling, Regeling
from actions.regels.toeslagen import awir
from actions.regels.typen import Maand
from actions.regels.vergelijken.situatie import Situatie
from actions.regels.waarden import NUL, vast
from content.parameters import Parameters

KWARTALEN: Final = (1, 4, 7, 10)
"""First months."""
MAANDEN: Final = tuple(range(1, 13))
_CENT: Final = Decimal("0.01")
_ALS_HET_JAAR_NIETS_GEEFT: Final = frozenset({"inkomen_te_hoog", "kosten_te_laag"})
"""Conditions on the year's sum. With another situation in the rest of the year, the months add up to another sum."""


@dataclass(frozen=True, slots=True)
class Maandbedrag:
    """Of one month, or of the quarter that begins in it."""

    uitbetaald: Decimal
    """As the payer pays it."""
    deel: Decimal
    """What it adds to the year's sum, before the year is rounded."""


NIETS: Final = Maandbedrag(NUL, NUL)
Op = Callable[[date], Situatie]
"""Which household holds in the month of a day."""


@dataclass
class Jaarbedragen:
    """Amounts of one scheme by the month. Months that are alike are worked out once; it lives as long as one comparison."""

    parameters: Parameters
    _gevonden: dict[Hashable, Maandbedrag | None] = field(default_factory=dict)
    _huishoudens: dict[Hashable, Huishouden] = field(default_factory=dict)
    """One for all schemes, so that what follows from other facts is worked out once."""

    def van_jaar(self, regeling: Regeling, jaar: int, op: Op) -> dict[int, Maandbedrag] | None:
        """First month of the period → its amount; None when one of them cannot be said."""
        bedragen: dict[int, Maandbedrag] = {}
        for maand in KWARTALEN if regeling.ritme == "kwartaal" else MAANDEN:
            dag = date(jaar, maand, 1)
            bedrag = self._van_maand(regeling, op(dag), dag)
            if bedrag is None:
                return None
            bedragen[maand] = bedrag
        return bedragen

    def som(self, regeling: Regeling, jaar: int, bedragen: Mapping[int, Maandbedrag]) -> Decimal:
        """The year, rounded as the payer does."""
        regels = kies_jaar(self.parameters, regeling, date(jaar, 1, 1))
        som = sum((b.deel for b in bedragen.values()), NUL)
        if regels is not None and awir.MINIMUM in regels.waarden:
            return awir.toegekend(vast(0) + som, regels.waarden).laag
        return som.quantize(_CENT, ROUND_HALF_UP)

    def _van_maand(self, regeling: Regeling, situatie: Situatie, dag: date) -> Maandbedrag | None:
        # A quarter has its own: of a month in it, another quarter may be what counts.
        wanneer = (dag.year, self.parameters.tijdvak(dag), regeling.ritme, _wie(situatie, dag))
        sleutel = (regeling.id, wanneer)
        if sleutel not in self._gevonden:
            if wanneer not in self._huishoudens:
                self._huishoudens[wanneer] = situatie.huishouden(dag, self.parameters)
            self._gevonden[sleutel] = self._reken(regeling, self._huishoudens[wanneer])
        return self._gevonden[sleutel]

    def _reken(self, regeling: Regeling, huishouden: Huishouden) -> Maandbedrag | None:
        regels = kies_jaar(self.parameters, regeling, huishouden.peildatum)
        if regels is None:
            return None
        try:
            return _bedrag(regeling, regels, huishouden)
        except Exception:  # as in the kernel: one scheme that raises never takes the others down
            return None


def _bedrag(regeling: Regeling, regels: Jaarregels, huishouden: Huishouden) -> Maandbedrag | None:
    b = regeling.beoordeel(huishouden, regels.waarden)
    mislukt = {v.code for v in b.voorwaarden if v.oordeel.waarde is False}
    if mislukt - _ALS_HET_JAAR_NIETS_GEEFT:
        return NIETS
    if mislukt:
        return Maandbedrag(NUL, b.deel.laag) if b.deel is not None and b.deel.exact else NIETS
    betaald = b.keer if regeling.ritme == "kwartaal" else b.maand
    if b.niet_te_bepalen or open_in(b) or betaald is None:
        return None
    return Maandbedrag(betaald.laag, _deel(b, betaald.laag))


def _deel(b: Beoordeling, betaald: Decimal) -> Decimal:
    return betaald if b.deel is None else b.deel.laag


def _wie(situatie: Situatie, dag: date) -> Hashable:
    """What can make one month other than the next: who is there, and how old, and whether a partner counts already."""
    sinds = situatie.feiten.get("partner_sinds")
    samen = isinstance(sinds, Maand) and sinds < (dag.year, dag.month)
    return frozenset(situatie.feiten.items()), samen
