"""The kinds of value a fact can have inside the rules, beyond the built-in ones."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, NamedTuple


class WeetNiet(Enum):
    """The resident was asked and does not know. One member only, so that `is` works and the type is exact."""

    WEET_NIET = "weet_niet"


WEET_NIET: Final[Literal[WeetNiet.WEET_NIET]] = WeetNiet.WEET_NIET
"""For a whole fact, for one item of a list and for one field of a co-resident."""


class Maand(NamedTuple):
    """A calendar month. Orders in time, as tuples do."""

    jaar: int
    maand: int
    """1-12."""

    def __str__(self) -> str:
        return f"{self.jaar:04d}-{self.maand:02d}"


@dataclass(frozen=True, slots=True)
class Schatting:
    """How an amount that was given was converted from what the resident said."""

    uit: str
    """What it was converted from: "maand", "week", "vier_weken", "vakantiegeld", "netto", "delen" (earned so far and still to
    come), "servicekosten" (not asked for a year that is over), or "niet_bewaard" in a talk from before this was kept."""
    laag: Decimal | None = None
    hoog: Decimal | None = None
    """Bounds of the estimate, when the conversion has a margin of its own."""


DELEN: Final = "delen"
"""A year made of parts: it says nothing about what comes in this month."""

Vermogen = tuple[Decimal, Decimal | None]
"""From and up to and including, in euros; no upper bound is None. An exact amount has both ends the same."""


@dataclass(frozen=True, slots=True)
class Medebewoner:
    """Another adult (or child with an income) at the address, not the toeslagpartner.

    None is a field not asked yet; that happens only inside the talk.
    """

    leeftijd: int | WeetNiet | None = None
    """Completed years on the reference date, 0-120."""
    inkomen_jaar: Decimal | WeetNiet | None = None
    """Toetsingsinkomen, euros per year."""
    relatie: str | WeetNiet | None = None
    """One of `feiten.RELATIES`, seen from the applicant."""
    geboortemaand: Maand | WeetNiet | None = None
    studeert: bool | WeetNiet | None = False
    huurcontract: bool | WeetNiet | None = False
    boven_vermogensgrens: bool | WeetNiet = False


@dataclass(frozen=True, slots=True)
class Opvang:
    """Registered childcare of one child and one kind. None: not asked yet (only inside the talk)."""

    kind: int | WeetNiet | None = None
    """Place of the child in the fact `kinderen`, from 0."""
    soort: str | WeetNiet | None = None
    """One of :data:`OPVANG_SOORTEN`."""
    uren_maand: Decimal | WeetNiet | None = None
    """Hours per month, 0-744."""
    uurprijs: Decimal | WeetNiet | None = None
    """Euros per hour."""


OPVANG_SOORTEN: Final = ("dagopvang", "bso", "gastouder")
MEESTE_UREN: Final = Decimal(744)
"""Hours in the longest month."""
MEESTE_UURPRIJS: Final = Decimal(1000)
"""Euros per hour; more is refused as a slip of the pen."""


def leeftijd_in_maand(geboortemaand: Maand, jaar: int, maand: int) -> int:
    """Completed years as the toeslagen count them in one calendar month.

    A change in age works from the first of the month after it (Awir art. 5), so in the birth month itself the
    old age still counts. Below zero: not born yet, or born in this very month (a child counts from the next).
    """
    return jaar - geboortemaand.jaar - (1 if maand <= geboortemaand.maand else 0)
