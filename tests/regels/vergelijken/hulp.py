"""Short ways to compare two households."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from actions.regels.catalogus import REGELINGEN
from actions.regels.opgave import Opgave
from actions.regels.regeling import Regeling
from actions.regels.vergelijken.uitkomst import Vergelijking, Verschil
from actions.regels.vergelijken.vergelijking import vergelijk
from tests.regels.hulp import parameters

VANDAAG = date(2026, 7, 10)


def vergeleken(
    voor: Mapping[str, Any],
    na: Mapping[str, Any],
    ingangsdatum: date,
    verandering: str | None = None,
    *,
    vandaag: date = VANDAAG,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    **rest: Any,
) -> Vergelijking:
    regelingen = tuple(catalogus)
    return vergelijk(
        Opgave(voor, vandaag, regelingen),
        Opgave(na, vandaag, regelingen),
        verandering=verandering,
        ingangsdatum=ingangsdatum,
        parameters=parameters(),
        catalogus=catalogus,
        **rest,
    )


def van(vergelijking: Vergelijking, regeling: str) -> Verschil:
    return next(v for v in vergelijking.verschillen if v.regeling == regeling)


def bedragen(v: Verschil) -> list[Decimal | None]:
    """Each time before, each time after, and the difference of this year."""
    return [v.voor.bedrag_per_keer, v.na.bedrag_per_keer, v.dit_jaar]


def euro(bedrag: str) -> Decimal:
    return Decimal(bedrag)
