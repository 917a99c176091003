"""What goes into a reader and what comes out of it. `actions.lezen.lezer` offers the same names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from actions.lezen.ander_bedrag import Waarvan

Soort = Literal[
    "bedrag",
    "aantal",
    "leeftijd",
    "leeftijden",
    "ja_nee",
    "keuze",
    "keuzes",
    "maand",
    "datum",
    "bedrag_of_bereik",
]
Periode = Literal["maand", "jaar", "week", "vier_weken"]

WEET_NIET = "weet_niet"
OUDSTE = Decimal(120)
"""Years; a higher number is no age."""
VOLWASSEN = 18
"""From this age somebody is no child for us."""


@dataclass(frozen=True, slots=True)
class Vraagvorm:
    """What kind of answer a question takes."""

    soort: Soort
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    """Bounds, inclusive. A number outside them is not an answer ("650" is no age). No minimum means 0."""
    eenheid: Literal["euro", "euro_per_maand", "euro_per_jaar"] | None = None
    """Of an amount. Text that names another period ("450 per week") is not silently converted."""
    keuzes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of a `keuze`, and of `keuzes` (any number of them): value → words that mean it, the label first
    ("huur_zelfstandig" → ("huurhuis", "flat", …)). The order is the order on screen ("de tweede").
    Of a `ja_nee`: words of this question under "ja" and "nee"."""
    vaag: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of a `keuze`: value → words that may mean it or another value too ("uitkering"). Only those on screen are offered."""
    getoond: int | None = None
    """How many of the `keuzes` are on screen; those after them can only be typed. None: all of them."""
    heel: bool = True
    """Of an `aantal`: only whole numbers. Otherwise "3,5" and "anderhalf" too."""
    aantal: int | None = None
    """Of `leeftijden`: how many ages are wanted (None: any number)."""
    volwassenen: bool = False
    """Of an `aantal`: it counts adults of a household, who may be named instead ("mijn moeder")."""
    bruto_of_netto: Literal["bruto", "netto"] | None = None
    """Of an amount of income. None: gross for an amount per year, otherwise it does not matter."""
    waarvan: Waarvan | None = None
    """Of an amount: what it is of, so that "ik verdien 1900" is no rent."""
    vandaag: date | None = None
    """Of a `datum`: the day it is today."""
    gebeurd: bool | None = None
    """Of a `datum`: has it been (True), or is it to come? None: it can be both."""
    vulwoorden: frozenset[str] = frozenset()
    """Lower-case words of the question itself ("servicekosten"), which are not strange in its answer."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One honest reading. `waarde`: Decimal (bedrag), int (aantal, leeftijd), tuple[int, ...] (leeftijden), bool (ja_nee),
    str (keuze; maand "1992-04", datum "2026-12-01"), tuple[str, ...] (keuzes, in the order of the question; `()` for none of
    these), or a (van, tot) tuple of Decimal | None (bedrag_of_bereik); "weet_niet" for "weet ik niet"."""

    waarde: Any
    vreemd: int
    """How many words in the text do not belong to such an answer. 0 or 1: an answer; more: perhaps something else."""


@dataclass(frozen=True, slots=True)
class Lezing:
    waarde: Any
    label: str
    """For a button, in the resident's terms: "1.850 euro per maand"."""
    periode: Periode | None = None
    """Of an amount: the period it was said for. `waarde` is then the amount as said, never converted."""


@dataclass(frozen=True, slots=True)
class Dubbelzinnig:
    """Can honestly be read in more than one way: ask, with the readings as buttons where that helps."""

    lezingen: tuple[Lezing, ...]
    reden: str
    """A code the texts know, one of `REDENEN_DUBBELZINNIG`."""


@dataclass(frozen=True, slots=True)
class NietGelezen:
    reden: str
    """A code the texts know, one of `REDENEN_NIET_GELEZEN`."""


Uitslag = Gelezen | Dubbelzinnig | NietGelezen

REDENEN_DUBBELZINNIG = frozenset(
    {
        "periode",  # per month, per year, per week: which?
        "tussen",  # a range where one amount is asked
        "punt_of_komma",  # 1,850 and 1.85
        "twee_bedragen",
        "bruto_netto",
        "netto_bruto",  # a gross amount where the net one is asked
        "inclusief",  # with or without service costs or holiday pay
        "wie",  # an amount or age of someone else
        "samen",  # the income of two people
        "tot_nu",  # earned so far, where a whole year is asked
        "jaartal",  # an amount of a named year, or of last year
        "twee_getallen",
        "ja_en_nee",
        "twee_keuzes",
        "vaag",  # "uitkering", which more than one choice is
        "een_of_meer",  # "glasses or the dentist", where both may be chosen
        "twee_maanden",
        "eeuw",  # born in '24
    }
)
REDENEN_NIET_GELEZEN = frozenset(
    {
        "leeg",
        "te_lang",
        "geen_antwoord",
        "te_hoog",
        "te_laag",
        "niet_precies",  # a bound or a guess where an exact number is asked
        "ontkenning",  # "niet 650"
        "andere_eenheid",  # "3 kinderen" as a rent
        "iets_anders",  # "ik verdien 1900" as a rent
        "geen_heel_getal",
        "bijna",  # an age that is not reached yet
        "geboortejaar",
        "aantal_klopt_niet",
        "jaar_ontbreekt",
        "maand_ontbreekt",
        "geen_maand",
        "welke",  # "yes", where choices are asked
        "wel_of_niet",  # which choices are meant and which are denied?
    }
)
