"""What a scheme's module hands to the kernel, and what the kernel hands out.

What is made for every scheme and every household cannot be changed either, but only the type checker sees to that (`Final`), as
in `waarden`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar, TypeVarTuple

from actions.regels.huishouden import Huishouden
from actions.regels.waarden import Bereik, Oordeel
from content.parameters import Parameters, Rijen

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Waarden(dict[str, Decimal]):
    """Parameters of one scheme on one day, by name; those of another scheme as "awir.minimum_tegemoetkoming".

    They are the same for every household, so what is worked out from them alone is kept with them (see `eenmaal`).
    """

    __slots__ = ("_gevonden", "bron", "datum", "regeling")

    def __init__(self, regeling: str, datum: date, waarden: Mapping[str, Decimal], bron: Parameters) -> None:
        """`datum`: a day on which these hold, in the year of the rules; not the reference date itself. `waarden`: what the scheme
        says it needs."""
        super().__init__(waarden)
        self.regeling: Final = regeling
        self.datum: Final = datum
        self.bron: Final = bron
        self._gevonden: Final[dict[Hashable, Any]] = {}

    def eenmaal(self, functie: Callable[[Waarden, *Ts], T], *argumenten: *Ts) -> T:
        """`functie(self, …)`, worked out once for these values. With arguments of which there are few, as of a year."""
        sleutel = (functie, *argumenten)
        if sleutel not in self._gevonden:
            self._gevonden[sleutel] = functie(self, *argumenten)
        gevonden: T = self._gevonden[sleutel]
        return gevonden

    def tabel(self, naam: str) -> Rijen | None:
        """A table of this scheme; None when there is none for the year."""
        return self.bron.tabel(self.regeling, naam, self.datum)


Leeftijdsgrenzen = Mapping[str, frozenset[int]]
"""Whose age counts ("leeftijd", "leeftijd_partner", "kinderen", "medebewoners"), and at which ages an amount or a right changes:
only near these a birth month can matter."""

Recht = Literal["waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"]
Ritme = Literal["maand", "kwartaal", "jaar", "eenmalig"]
Vorm = Literal["geld", "natura", "korting", "hulp"]
Terugbetalen = Literal["liever_hoger", "precies"]
"""How one avoids paying back: by rather telling too high an income, or by telling it exactly and changes at once. None for a
scheme that is not settled afterwards, and for one in which a higher income could cost the right."""


@dataclass(slots=True)
class Voorwaarde:
    """One independent condition. `code` is the reason given when it fails; `waarden` fill the text of that reason."""

    code: Final[str]
    oordeel: Final[Oordeel]
    artikel: Final[str]
    waarden: Final[Mapping[str, Decimal]] = field(default_factory=dict)


@dataclass(slots=True)
class Stap:
    """One line of the sum: a text id with an amount and the article it follows from."""

    id: Final[str]
    bedrag: Final[Bereik | None]
    artikel: Final[str]
    waarden: Final[Mapping[str, Decimal]] = field(default_factory=dict)


@dataclass(slots=True)
class Beoordeling:
    """A scheme's verdict on a household, everything still possible included."""

    voorwaarden: Final[tuple[Voorwaarde, ...]]
    maand: Final[Bereik | None]
    """The payment in the month of the reference date when every condition holds; None when not paid monthly."""
    jaar: Final[Bereik | None]
    """The sum over the calendar year, rounded as the payer does; None when no amount belongs to it, or none may be told."""
    deel: Final[Bereik | None] = None
    """What the month of the reference date adds to the year's sum, before the year is rounded; None when it has no months."""
    keer: Final[Bereik | None] = None
    """One payment, for what is paid otherwise than monthly: that of the quarter of the reference date."""
    stappen: Final[Callable[[], tuple[Stap, ...]]] = tuple
    """The lines of the sum, worked out only when they are shown."""
    let_op: Final[tuple[str | Reden, ...]] = ()
    """Codes, or with the values that fill their text."""
    schatting: Final[bool] = False
    """The amounts are not sure, for a reason that `let_op` names."""
    niet_te_bepalen: Final[str | Reden | None] = None
    """The reason when the law's numbers for this household are not there: no amount whatever is answered. Only a condition that
    fails can still settle it."""
    bijna: Final[bool] = False
    """A limit of the payer's own is missed by a little, and nothing else: asking for maatwerk makes sense."""


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


@dataclass(slots=True)
class Reden:
    code: Final[str]
    waarden: Final[Mapping[str, Decimal | str | tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voorlopig:
    bedrag_per_maand: Decimal
    als: tuple[str, ...]


@dataclass(slots=True)
class UitgerekendeStap:
    id: Final[str]
    bedrag: Final[Decimal | None]
    artikel: Final[str]
    waarden: Final[Mapping[str, Decimal]]


@dataclass(slots=True)
class Uitkomst:
    """One scheme's outcome, in codes and amounts; the words are added at the edge."""

    regeling: Final[str]
    recht: Final[Recht]
    redenen: Final[tuple[Reden, ...]]
    bedrag_per_maand: Final[Decimal | None] = None
    bedrag_per_jaar: Final[Decimal | None] = None
    bedrag_per_keer: Final[Decimal | None] = None
    """One payment; for what is paid monthly the same as `bedrag_per_maand`."""
    voorlopig: Final[Voorlopig | None] = None
    voorwaarden: Final[tuple[str, ...]] = ()
    """Assumed facts it rests on."""
    ritme: Final[Ritme] = "maand"
    vorm: Final[Vorm] = "geld"
    tot_en_met: Final[bool] = False
    jaar: Final[int | None] = None
    schatting: Final[bool] = False
    marge: Final[Decimal | None] = None
    door: Final[tuple[str, ...]] = ()
    stappen: Final[tuple[UitgerekendeStap, ...]] = ()
    artikelen: Final[tuple[str, ...]] = ()
    uiterlijk: Final[date | None] = None
    let_op: Final[tuple[Reden, ...]] = ()
    bijna: Final[bool] = False
    fout: Final[str | None] = None
    """Kind of the error when the scheme could not be computed; for the log, never for residents."""
