"""What a comparison hands out, in codes and amounts; the words are added at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from actions.regels.regeling import Recht, Uitkomst
from actions.regels.vergelijken.melden import Melding, Soort
from actions.regels.waarden import NUL

Werking = Literal["vanaf_maand", "heel_jaar"]
"""From a month on; or over the whole calendar year, months that are past included."""
Oorzaak = Literal["gelijk", "begint", "stopt", "hoger", "lager", "anders", "onbekend"]

WEL: Final = "waarschijnlijk_wel"
NIET: Final = "waarschijnlijk_niet"


@dataclass(frozen=True, slots=True)
class Verschil:
    """One scheme in both situations, on the same day: that of the first new amount, or the reference date when that is later."""

    regeling: str
    voor: Uitkomst
    na: Uitkomst
    recht_voor: Recht
    recht_na: Recht
    """In that month: a right that the rest of the year leaves none of in it is no right here."""
    vanaf: date | None
    """First day of the new amount; None when nothing changes, or it cannot be said."""
    werkt: Werking
    oorzaak: Oorzaak
    door: tuple[Soort, ...]
    """What of the change it comes from, as far as it rests on it."""
    al_te_veel_ontvangen: Decimal | None
    dit_jaar: Decimal | None
    """With the change less without it, over the calendar year of the reference date; of what is paid by month or quarter."""
    vol_jaar_voor: Decimal | None
    vol_jaar_na: Decimal | None
    """Twelve months in each situation."""
    ontvangen: bool
    """It comes in already, as far as we know."""
    in_gebruik: bool
    """It comes in, or may: nobody said what does."""
    jaarinkomen: bool
    """The income of the year makes a difference, whatever else does."""

    @property
    def voor_per_maand(self) -> Decimal | None:
        return self.voor.bedrag_per_maand if self.beide_bekend else None

    @property
    def na_per_maand(self) -> Decimal | None:
        return self.na.bedrag_per_maand if self.beide_bekend else None

    @property
    def verschil_per_maand(self) -> Decimal | None:
        eerst, dan = self.voor_per_maand, self.na_per_maand
        return None if eerst is None or dan is None else dan - eerst

    @property
    def beide_bekend(self) -> bool:
        return "onbekend" not in (self.voor.recht, self.na.recht)

    @property
    def telt_mee(self) -> bool:
        """Money of a known amount; what is paid "up to" is not added up."""
        return self.beide_bekend and self.na.vorm == "geld" and not self.na.tot_en_met

    @property
    def schatting(self) -> bool:
        return self.voor.schatting or self.na.schatting


@dataclass(frozen=True, slots=True)
class NieuwAanvragen:
    regeling: str
    uitkomst: Uitkomst
    """In the new situation."""
    uiterlijk: date | None


@dataclass(frozen=True, slots=True)
class Totaal:
    voor: Decimal = NUL
    na: Decimal = NUL

    @property
    def verschil(self) -> Decimal:
        return self.na - self.voor


@dataclass(frozen=True, slots=True)
class LetOp:
    """Of the comparison as a whole; `waarden` fill its text."""

    code: str
    waarden: Mapping[str, Decimal | str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vergelijking:
    verschillen: tuple[Verschil, ...]
    """The schemes that are something in one of both situations, in the order of the kernel."""
    per_maand: Totaal
    """Money that is paid by the month, of schemes that can be said in both situations."""
    dit_jaar: Decimal
    tot_en_met: date
    """Last day that `dit_jaar` is counted to."""
    vol_jaar: Totaal
    melden: tuple[Melding, ...]
    nieuw_aanvragen: tuple[NieuwAanvragen, ...]
    let_op: tuple[LetOp, ...]
    """What is uncertain about the whole, and how to prevent a bill."""
