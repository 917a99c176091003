"""The tax rules of one year, taken from the parameters. A year counts only when every value but one is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from content.parameters import Parameters

REGELING = "inkomstenbelasting"
HONDERD = Decimal(100)

NODIG = frozenset(
    {
        "schijf1_tot",
        "schijf1_tot_geboren_voor_1946",
        "schijf1_pct",
        "schijf1_pct_aow",
        "schijf2_tot",
        "schijf2_pct",
        "schijf3_pct",
        "ahk_max",
        "ahk_max_aow",
        "ahk_afbouw_vanaf",
        "ahk_afbouw_pct",
        "ahk_afbouw_pct_aow",
        "ak_pct1",
        "ak_max1",
        "ak_grens1",
        "ak_pct2",
        "ak_max2",
        "ak_grens2",
        "ak_pct3",
        "ak_max",
        "ak_grens3",
        "ak_afbouw_pct",
        "iack_drempel",
        "iack_pct",
        "iack_max",
        "ouderenkorting_max",
        "ouderenkorting_afbouw_vanaf",
        "ouderenkorting_afbouw_pct",
        "alleenstaande_ouderenkorting",
        "jonggehandicaptenkorting",
        "zvw_pct",
    }
)
ZVW_MAXIMUM = "zvw_max_inkomen"
"""May be missing: the maximum of 2025 has no source. Then nothing is capped and a high income is called uncertain."""


@dataclass(frozen=True, slots=True)
class Belastingregels:
    """The values of one calendar year, by the names of :data:`NODIG`; amounts in euros a year, rates in percent."""

    jaar: int
    waarden: Mapping[str, Decimal]
    eerder_jaar: bool = False
    """True when the year asked for is not complete and the rules of the year before it are used."""

    def __getitem__(self, naam: str) -> Decimal:
        return self.waarden[naam]

    def deel(self, naam: str) -> Decimal:
        """A percentage as a part of one."""
        return self.waarden[naam] / HONDERD

    @property
    def zvw_maximum(self) -> Decimal | None:
        return self.waarden.get(ZVW_MAXIMUM)

    @property
    def deel_zonder_aow_premie(self) -> Decimal:
        """What is left of a credit from AOW age: the part for the AOW premium drops out (IB 2001 art. 8.3-8.7)."""
        return self.waarden["schijf1_pct_aow"] / self.waarden["schijf1_pct"]


def belastingregels(parameters: Parameters, datum: date) -> Belastingregels | None:
    """The rules of the year of `datum`, or of the year before it when that one is not complete; else None."""
    return parameters.eenmaal(_belastingregels, parameters.tijdvak(datum))


def _belastingregels(parameters: Parameters, datum: date) -> Belastingregels | None:
    for eerder_jaar, dag in ((False, datum), (True, date(datum.year - 1, 12, 31))):
        waarden = parameters.op(REGELING, dag)
        if waarden.keys() >= NODIG:
            return Belastingregels(dag.year, waarden, eerder_jaar)
    return None
