"""Participatiewet in Balans: what holds from 1 January 2027 (Pw art. 34a and 34b).

The consolidated law of 2026 prints these articles already, beside the old exemptions. The ministry says 1 January 2027, so no
amount before that day uses them: they are told as what is coming. Only where a gemeente says in its file that it applies one of
them already (`past_toe`), it counts in 2026, in place of the old exemption; a measure of which a number has no source does not.
Gaps: since when a gemeente does so; who keeps the old exemption for months that were allowed before.
The AIO is paid by the SVB (art. 47a): no gemeente decides what counts there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, get_args

from actions.regels.participatiewet.vrijlating import Vrijlating
from actions.regels.regeling import Waarden
from content.parameters import Parameters
from content.schema import Maatregel

VANAF: Final = date(2027, 1, 1)
MAATREGELEN: Final[tuple[Maatregel, ...]] = get_args(Maatregel)
_REGELING = "participatiewet-in-balans"
_AOW = "vrijlating_aow_2027"
_GETALLEN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "vrijlating_2027": ("vrijlating_pct", "vrijlating_maanden"),
        _AOW: ("vrijlating_aow_pct", "vrijlating_aow_max"),
        "bufferbudget_2027": ("bufferbudget_max",),
    }
)
"""Per measure the numbers it cannot do without."""


def geldt(peildatum: date) -> bool:
    return peildatum >= VANAF


def komt_eraan(peildatum: date) -> bool:
    """The year before: worth telling, in no amount yet unless a gemeente applies it."""
    return peildatum.year == VANAF.year - 1


def van_kracht(p: Waarden, peildatum: date, past_toe: Collection[Maatregel]) -> tuple[Maatregel, ...]:
    """The measures that count on this day in a gemeente that applies these before it must."""
    if geldt(peildatum):
        return MAATREGELEN
    if not past_toe or not komt_eraan(peildatum):
        return ()
    return tuple(m for m in MAATREGELEN if m in past_toe and getallen(p, m))


def tot_aow(p: Waarden, maanden: Decimal) -> Vrijlating | None:
    """15% of income from work for the first twelve months; no maximum and no minimum age (art. 34a lid 1 a)."""
    n = getallen(p, "vrijlating_2027")
    if not n or maanden >= n["vrijlating_maanden"]:
        return None
    return Vrijlating(n["vrijlating_pct"], None, "Pw art. 34a lid 1 a")


def vanaf_aow(p: Waarden) -> Vrijlating | None:
    """25% of income from work up to a maximum, without end (art. 34a lid 1 c)."""
    n = getallen_aow(p)
    return Vrijlating(n["vrijlating_aow_pct"], n["vrijlating_aow_max"], "Pw art. 34a lid 1 c") if n else None


def getallen(p: Waarden, *maatregelen: Maatregel) -> Mapping[str, Decimal]:
    """The numbers of these measures by name; of a measure of which one is not known, none."""
    alle = p.bron.eenmaal(_getallen)
    return {naam: waarde for m in maatregelen for naam, waarde in alle[m].items()}


def getallen_aow(p: Waarden) -> Mapping[str, Decimal]:
    """Those of the exemption from AOW age on."""
    return p.bron.eenmaal(_getallen)[_AOW]


def _getallen(bron: Parameters) -> Mapping[str, Mapping[str, Decimal]]:
    gevonden = bron.op(_REGELING, VANAF)
    return MappingProxyType(
        {
            maatregel: {naam: gevonden[naam] for naam in namen} if gevonden.keys() >= set(namen) else {}
            for maatregel, namen in _GETALLEN.items()
        }
    )
