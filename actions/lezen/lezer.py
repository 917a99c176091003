"""The readers' common form. See the package docstring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Soort = Literal[
    "bedrag", "aantal", "leeftijd", "leeftijden", "ja_nee", "keuze", "maand", "bedrag_of_bereik"
]


@dataclass(frozen=True, slots=True)
class Vraagvorm:
    """What kind of answer a question takes."""

    soort: Soort
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    """Bounds, inclusive. A number outside them is not an answer ("650" is no age)."""
    eenheid: Literal["euro", "euro_per_maand", "euro_per_jaar"] | None = None
    """Of an amount. Text that names another period ("450 per week") is not silently converted."""
    keuzes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of a `keuze`: value → words that mean it ("huur_zelfstandig" → ("huurhuis", "flat", …))."""
    aantal: int | None = None
    """Of `leeftijden`: how many ages are wanted (None: any number)."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One honest reading. `waarde`: Decimal (bedrag), int (aantal, leeftijd), tuple[int, ...] (leeftijden), bool (ja_nee),
    str (keuze; maand as "1992-04"), or a (van, tot) tuple of Decimal | None (bedrag_of_bereik); "weet_niet" for "weet ik niet"."""

    waarde: Any
    vreemd: int
    """How many words in the text do not belong to such an answer. 0 or 1: an answer; more: perhaps something else."""


@dataclass(frozen=True, slots=True)
class Lezing:
    waarde: Any
    label: str
    """For a button, in the resident's terms: "1.850 euro per maand"."""


@dataclass(frozen=True, slots=True)
class Dubbelzinnig:
    """Can honestly be read in more than one way: ask, with the readings as buttons where that helps."""

    lezingen: tuple[Lezing, ...]
    reden: str
    """A code the texts know: "periode", "tussen", "punt_of_komma", "twee_bedragen", "bruto_netto", …"""


@dataclass(frozen=True, slots=True)
class NietGelezen:
    reden: str
    """"leeg", "geen_antwoord", "te_hoog", "te_laag", "aantal_klopt_niet", …"""


def lees(vorm: Vraagvorm, tekst: str) -> Gelezen | Dubbelzinnig | NietGelezen:
    """Read `tekst` as an answer of this form."""
    raise NotImplementedError
