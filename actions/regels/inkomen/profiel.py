"""What decides how one person's income is taxed, apart from its height."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, get_args

Soort = Literal[
    "loon",
    "bijstand",
    "ww",
    "ziekte_arbeidsongeschikt",
    "wajong",
    "anw",
    "aow",
    "pensioen",
    "eigen_bedrijf",
    "alimentatie",
]
SOORTEN: Final[frozenset[str]] = frozenset(get_args(Soort))
"""Kinds of income that can be converted: the values of `inkomen_soort` without `studiefinanciering` and `geen`."""

ARBEID: Final[frozenset[Soort]] = frozenset({"loon", "eigen_bedrijf"})
"""All of it is arbeidsinkomen: wages and profit. Not bijstand, WW, WIA, AOW (IB art. 8.11)."""

MISSCHIEN_ARBEID: Final[frozenset[Soort]] = frozenset({"ziekte_arbeidsongeschikt"})
"""One answer for two kinds: sick pay in employment is arbeidsinkomen, WIA and WAO are not. Both readings are computed."""

ZELF_ZVW: Final[frozenset[Soort]] = frozenset({"aow", "pensioen", "eigen_bedrijf", "alimentatie"})
"""The person pays the health levy. Over wages, WW, WIA, Anw and bijstand of a gemeente the payer does (for the last four one
source: zorgwijzer.nl, table of 2024; the sum that gives the published IOAW fits it)."""

MISSCHIEN_ZVW: Final[frozenset[Soort]] = frozenset({"wajong"})
"""No source says who pays the levy: both readings are computed."""

NIET_INGEHOUDEN: Final[frozenset[Soort]] = frozenset({"eigen_bedrijf", "alimentatie"})
"""Nobody withholds: what comes in is before tax, and the tax comes later in one bill. What a person calls "net" can be either."""


@dataclass(frozen=True, slots=True)
class Inkomensprofiel:
    """One person's income in one calendar year, as the tax looks at it.

    Raises ValueError for a kind that is not taxed or not known: study finance is no box 1 income, and `geen` has no amount.
    """

    soort: Soort
    """Main source."""
    arbeidsinkomen: Decimal | None = None
    """The part of the gross income that comes from work, euros a year. None: all of it or nothing, as the kind says."""
    aow_leeftijd: bool = False
    wordt_dit_jaar_aow: bool = False
    """Reaches AOW age within the year: the tax is then mixed by month, so the result is uncertain."""
    alleenstaand_aow: bool = False
    """Right to the AOW of a single person."""
    geboren_voor_1946: bool = False
    iack: bool = False
    """Meets the conditions of the combination credit apart from the income from work (IB art. 8.14a)."""
    loonheffingskorting: bool | None = True
    """Whether the payer applies the credits to what comes in each month; it changes nothing in the year after the tax return.
    None: not known, or more than one payer. Then both readings are computed."""
    betaalt_zvw: bool | None = None
    """Whether the person pays the health levy over what is not from work. None: as the kind says."""

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN:
            raise ValueError(f"{self.soort} is not a kind of income that is taxed in box 1")

    def arbeid(self, bruto: Decimal) -> Decimal:
        """The part of `bruto` that is arbeidsinkomen; never more than all of it."""
        if self.arbeidsinkomen is not None:
            return min(self.arbeidsinkomen, bruto)
        return bruto if self.soort in ARBEID else Decimal(0)

    def zelf_zvw(self, bruto: Decimal) -> Decimal:
        """The part of `bruto` over which the person pays the health levy. Bijstand from AOW age is AIO, paid by the SVB, with
        the same levy as the AOW beside it."""
        if self.soort == "eigen_bedrijf":
            return bruto
        betaalt = self.betaalt_zvw
        if betaalt is None:
            betaalt = self.soort in ZELF_ZVW or (self.soort == "bijstand" and self.aow_leeftijd)
        return bruto - self.arbeid(bruto) if betaalt else Decimal(0)
