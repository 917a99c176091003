"""What a local scheme gives a household each time: rows by household, age and children, added up.

An amount the data do not hold is a number far below zero while it is counted with: so what is still open (and could lead to a
known amount) is asked, and a sum with an unknown part is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from actions.regels.huishouden import MEESTE_IN_LIJST
from actions.regels.lokaal.toets import HOUDT, Lezingen, Situatie, zeker
from actions.regels.lokaal.voorwaarden import binnen, kind, met_kind
from actions.regels.regeling import Ritme
from actions.regels.waarden import NUL, Bereik, kies, kies_uit, som, vast
from content.lokaal.geld import Bedragrij
from content.vorm import ONBEKEND

KEREN: Final[Mapping[Ritme, Decimal]] = MappingProxyType(
    {"maand": Decimal(12), "kwartaal": Decimal(4), "jaar": Decimal(1), "eenmalig": Decimal(1)}
)
"""How often it is paid in a year."""
_NIET_BEKEND = vast(Decimal(-(10**9)))


def is_bekend(bedrag: Bereik) -> bool:
    """It is an amount, or may still turn out to be one."""
    return bedrag.hoog >= NUL


def per_keer(s: Situatie, rijen: Iterable[Bedragrij]) -> Bereik:
    """All a household gets each time; see `Bedragrij` for which rows count."""
    gewoon = [rij for rij in rijen if rij.per_kind is None]
    voor_kinderen = [rij for rij in rijen if rij.per_kind is not None]
    eens = _eerste(gewoon, lambda rij: _past(s, rij) & met_kind(s, rij.met_kind), _NIET_BEKEND)
    return (eens if gewoon else vast(0)) + (_per_kind(s, voor_kinderen) if voor_kinderen else vast(0))


def _per_kind(s: Situatie, rijen: list[Bedragrij]) -> Bereik:
    spoor = frozenset({"kinderen"})
    if s.stand.kinderen is None:
        meeste = max((rij.bedrag for rij in rijen if isinstance(rij.bedrag, Decimal)), default=NUL)
        return Bereik(_NIET_BEKEND.laag, meeste * MEESTE_IN_LIJST, spoor, spoor)

    def van(jaren: Bereik) -> Bereik:
        def past(rij: Bedragrij) -> Lezingen:
            assert rij.per_kind is not None
            return _past(s, rij) & kind(jaren, rij.per_kind)

        return _eerste(rijen, past, vast(0))

    return som(van(jaren) for jaren in s.stand.kinderen) + Bereik(NUL, NUL, feiten=spoor)


def _past(s: Situatie, rij: Bedragrij) -> Lezingen:
    """Household and age are those of the row."""
    soort = {
        "alle": HOUDT,
        "paar": zeker(s.paar),
        "alleenstaande_ouder": zeker(s.ouder),
        "alleenstaande": zeker(~s.paar & ~s.ouder),
    }[rij.huishouden]
    return soort & binnen(s, rij.leeftijd)


def _eerste(rijen: list[Bedragrij], past: Callable[[Bedragrij], Lezingen], geen: Bereik) -> Bereik:
    """The amount of the first row that fits; `geen` when none does."""
    if not rijen:
        return geen
    rij, *rest = rijen
    beide = past(rij)
    bedrag = _NIET_BEKEND if rij.bedrag == ONBEKEND else vast(rij.bedrag)
    return kies_uit(
        beide.streng, lambda: bedrag, lambda: kies(beide.ruim, _NIET_BEKEND, _eerste(rest, past, geen))
    )
