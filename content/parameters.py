"""Amounts of the law: dated, each with unit, source and confidence.

`laad_parameters` reads `content/parameters/*.yml`; the rules see only :class:`Parameters`, which does no I/O.
A value without a source, or with a confidence that may not decide (memory, missing, low), is not there for the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Waarde:
    """One amount of the law in one period."""

    regeling: str
    naam: str
    waarde: Decimal
    eenheid: str
    van: date
    tot: date
    artikel: str
    bronnen: tuple[str, ...]
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """All values that may decide. `versie` changes whenever any value or source does."""

    versie: str
    waarden: Mapping[str, tuple[Waarde, ...]]
    """Per scheme ("zorgtoeslag", "awir", …) all its dated values."""

    def op(self, regeling: str, datum: date) -> Mapping[str, Decimal]:
        """The values of one scheme in force on `datum`: name → amount. Names with no value then are absent."""
        return {w.naam: w.waarde for w in self.waarden.get(regeling, ()) if w.van <= datum <= w.tot}
