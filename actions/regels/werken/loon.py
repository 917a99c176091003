"""A wage at a number of hours, and what going to work costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from actions.regels.waarden import NUL
from content.parameters import Parameters

CENT = Decimal("0.01")
WEKEN, MAANDEN = Decimal(52), Decimal(12)
_HONDERD = Decimal(100)
_VOLWASSEN = 21
"""From this age on the whole minimum wage (WML art. 8)."""


@dataclass(frozen=True, slots=True)
class Loon:
    """A gross wage without holiday pay: per hour or, with `uren`, a salary per month for so many hours a week (above 0)."""

    bedrag: Decimal
    uren: Decimal | None = None

    def per_jaar(self, uren: Decimal, vakantiebijslag_pct: Decimal) -> Decimal:
        """Gross euros a year for so many hours a week, holiday pay included, to the cent."""
        per_jaar = self.bedrag * WEKEN if self.uren is None else self.bedrag / self.uren * MAANDEN
        return cent(per_jaar * uren * (1 + vakantiebijslag_pct / _HONDERD))

    def uren_bij(self, bruto_jaar: Decimal, vakantiebijslag_pct: Decimal) -> Decimal:
        """So many hours a week make this gross year, to a tenth. The wage must not be nothing."""
        per_uur = self.per_jaar(Decimal(1_000), vakantiebijslag_pct) / 1_000
        return (bruto_jaar / per_uur).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Kosten:
    """What work costs the household, euros a month. The bill of childcare that the facts hold is counted by itself."""

    reizen: Decimal = NUL
    """Travel, less what the employer pays."""
    opvang: Decimal = NUL
    """Childcare the household pays beside what its facts hold (`opvang`)."""


def minimumloon(parameters: Parameters, peildatum: date, leeftijd: int) -> Decimal | None:
    """The gross minimum wage an hour at this age, euros (WML art. 8; younger people a part of it), to the cent.

    None when it is not known on this day nor at the end of the year before; and under 18.
    """
    for dag in (peildatum, date(peildatum.year - 1, 12, 31)):
        bekend = parameters.op("minimumloon", dag)
        deel = _HONDERD if leeftijd >= _VOLWASSEN else bekend.get(f"jeugd_pct_{leeftijd}")
        if deel is not None and "uurloon" in bekend:
            return cent(bekend["uurloon"] * deel / _HONDERD)
    return None


def cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(CENT, ROUND_HALF_UP)
