"""Participatiewet in Balans: what holds from 1 January 2027 (Pw art. 34a and 34b).

The consolidated law of 2026 prints these articles already, beside the old exemptions. The ministry says 1 January 2027, so no
amount before that day uses them: they are told as what is coming. Gap: a gemeente that applies them in 2026 already.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from actions.regels.participatiewet.vrijlating import Vrijlating
from actions.regels.regeling import Waarden
from content.parameters import Parameters

VANAF: Final = date(2027, 1, 1)
_REGELING = "participatiewet-in-balans"


def geldt(peildatum: date) -> bool:
    return peildatum >= VANAF


def _waarde(bron: Parameters, naam: str) -> Decimal | None:
    gevonden = bron.waarde(_REGELING, naam, VANAF)
    return None if gevonden is None else gevonden.waarde


def tot_aow(p: Waarden, maanden: Decimal) -> Vrijlating | None:
    """15% of income from work for the first twelve months; no maximum and no minimum age (art. 34a lid 1 a)."""
    procent, hoogstens = _waarde(p.bron, "vrijlating_pct"), _waarde(p.bron, "vrijlating_maanden")
    if procent is None or hoogstens is None or maanden >= hoogstens:
        return None
    return Vrijlating(procent, None, "Pw art. 34a lid 1 a")


def vanaf_aow(p: Waarden) -> Vrijlating | None:
    """25% of income from work up to a maximum, without end (art. 34a lid 1 c)."""
    procent, hoogstens = _waarde(p.bron, "vrijlating_aow_pct"), _waarde(p.bron, "vrijlating_aow_max")
    return None if procent is None else Vrijlating(procent, hoogstens, "Pw art. 34a lid 1 c")


def getallen(p: Waarden) -> Mapping[str, Decimal]:
    """The numbers of 2027 by name, for telling about them; empty when one is not known."""
    return p.bron.eenmaal(_getallen)


def _getallen(bron: Parameters) -> Mapping[str, Decimal]:
    namen = (
        "vrijlating_pct",
        "vrijlating_maanden",
        "vrijlating_aow_pct",
        "vrijlating_aow_max",
        "bufferbudget_max",
    )
    gevonden = {naam: waarde for naam in namen if (waarde := _waarde(bron, naam)) is not None}
    return MappingProxyType(gevonden if len(gevonden) == len(namen) else {})


def komt_eraan(peildatum: date) -> bool:
    """The year before: worth telling, in no amount yet."""
    return peildatum.year == VANAF.year - 1
