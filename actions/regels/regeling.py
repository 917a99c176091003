"""What a scheme's module hands to the kernel, and what the kernel hands out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from actions.regels.huishouden import Huishouden
from actions.regels.waarden import Bereik, Oordeel
from content.parameters import Parameters, Rijen


@dataclass(frozen=True, slots=True)
class Waarden(Mapping[str, Decimal]):
    """Parameters of one scheme on one day, by name; those of another scheme as "awir.minimum_tegemoetkoming"."""

    regeling: str
    datum: date
    waarden: Mapping[str, Decimal]
    """What the scheme says it needs."""
    bron: Parameters

    def __getitem__(self, naam: str) -> Decimal:
        return self.waarden[naam]

    def __iter__(self) -> Iterator[str]:
        return iter(self.waarden)

    def __len__(self) -> int:
        return len(self.waarden)

    def tabel(self, naam: str) -> Rijen | None:
        """A table of this scheme; None when there is none for the year."""
        return self.bron.tabel(self.regeling, naam, self.datum)

    def op(self, naam: str, datum: date) -> Decimal | None:
        """A value of this scheme on another day, for amounts that change within a year; None when not known then."""
        gevonden = self.bron.waarde(self.regeling, naam, datum)
        return None if gevonden is None else gevonden.waarde


Leeftijdsgrenzen = Mapping[str, frozenset[int]]
"""Whose age counts ("leeftijd", "leeftijd_partner", "kinderen", "medebewoners"), and at which ages an amount or a right changes:
only near these a birth month can matter."""

Recht = Literal["waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"]
Ritme = Literal["maand", "kwartaal", "jaar", "eenmalig"]
Vorm = Literal["geld", "natura", "korting", "hulp"]
Terugbetalen = Literal["liever_hoger", "precies"]
"""How one avoids paying back: by rather telling too high an income, or by telling it exactly and changes at once. None for a
scheme that is not settled afterwards, and for one in which a higher income could cost the right."""


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """One independent condition. `code` is the reason given when it fails; `waarden` fill the text of that reason."""

    code: str
    oordeel: Oordeel
    artikel: str
    waarden: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stap:
    """One line of the sum: a text id with an amount and the article it follows from."""

    id: str
    bedrag: Bereik | None
    artikel: str
    waarden: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """A scheme's verdict on a household, everything still possible included."""

    voorwaarden: tuple[Voorwaarde, ...]
    maand: Bereik | None
    """The payment in the month of the reference date when every condition holds; None when not paid monthly."""
    jaar: Bereik
    """The sum over the calendar year, rounded as the payer does."""
    keer: Bereik | None = None
    """One payment, for what is paid otherwise than monthly: that of the quarter of the reference date."""
    stappen: Callable[[], tuple[Stap, ...]] = tuple
    """The lines of the sum, worked out only when they are shown."""
    let_op: tuple[str | Reden, ...] = ()
    """Codes, or with the values that fill their text."""
    schatting: bool = False
    """The amounts are not sure, for a reason that `let_op` names."""
    niet_te_bepalen: str | None = None
    """Reason code when the law's numbers for this household are not there: no amount whatever is answered. Only a condition that
    fails can still settle it."""


@dataclass(frozen=True, slots=True, eq=False)
class Regeling:
    """A scheme. Reads as: these parameters, these age limits, this judgement. Equal only to itself."""

    id: str
    ronde: int
    """1 toeslagen, 2 uitkering, 3 gemeente."""
    beoordeel: Callable[[Huishouden, Waarden], Beoordeling]
    parameters: Callable[[int], frozenset[str]]
    """Names a year must have to be complete."""
    leeftijdsgrenzen: Callable[[Waarden], Leeftijdsgrenzen]
    uiterlijk: Callable[[int], date | None]
    """Last day to apply for a year; None when there is no such day."""
    ritme: Ritme = "maand"
    vorm: Vorm = "geld"
    tot_en_met: bool = False
    tabellen: Callable[[int], frozenset[str]] = lambda _jaar: frozenset()
    """Tables a year must have to be complete."""
    heel_jaar_terug: bool = False
    """Who applies on the last day for a year still gets the whole of that year."""
    terugbetalen: Terugbetalen | None = None


@dataclass(frozen=True, slots=True)
class Reden:
    code: str
    waarden: Mapping[str, Decimal | str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voorlopig:
    bedrag_per_maand: Decimal
    als: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UitgerekendeStap:
    id: str
    bedrag: Decimal | None
    artikel: str
    waarden: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One scheme's outcome, in codes and amounts; the words are added at the edge."""

    regeling: str
    recht: Recht
    redenen: tuple[Reden, ...]
    bedrag_per_maand: Decimal | None = None
    bedrag_per_jaar: Decimal | None = None
    bedrag_per_keer: Decimal | None = None
    """One payment; for what is paid monthly the same as `bedrag_per_maand`."""
    voorlopig: Voorlopig | None = None
    voorwaarden: tuple[str, ...] = ()
    """Assumed facts it rests on."""
    ritme: Ritme = "maand"
    vorm: Vorm = "geld"
    tot_en_met: bool = False
    jaar: int | None = None
    schatting: bool = False
    marge: Decimal | None = None
    door: tuple[str, ...] = ()
    stappen: tuple[UitgerekendeStap, ...] = ()
    artikelen: tuple[str, ...] = ()
    uiterlijk: date | None = None
    let_op: tuple[Reden, ...] = ()
    fout: str | None = None
    """Kind of the error when the scheme could not be computed; for the log, never for residents."""
