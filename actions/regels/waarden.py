"""Numbers and judgements that may still be open.

The rules must say something sensible before every fact is known. So a rule does not compute with one number but with a
:class:`Bereik`: every value that is still possible, together with the facts that leave it open. And it does not judge with
true or false but with an :class:`Oordeel`: yes, no, or "cannot say yet". When all facts are known, both are ordinary.

What a value rests on travels along: `open` names the facts that could still change it, `feiten` all facts it came from.
A value that can no longer change forgets what was open: `min(400, cap)` is 400 whatever the cap, so the cap's facts need
not be asked. That is how the talk knows which questions still matter.

Both are made thousands of times for one household. So nothing at run time keeps them from being changed, as a frozen dataclass
would, at several times the cost: `Final` lets the type checker see to that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from operator import itemgetter
from typing import Final

from content.parameters import Rijen

Feiten = frozenset[str]
GEEN: Feiten = frozenset()
NUL = Decimal(0)
_CENT = Decimal("0.01")
_GRENS = itemgetter(0)


def rekenkundig(bedrag: Decimal) -> Decimal:
    """Rounded half up to whole euros."""
    return bedrag.to_integral_value(ROUND_HALF_UP)


def _omlaag(bedrag: Decimal) -> Decimal:
    return bedrag.to_integral_value(ROUND_FLOOR)


def _cent_rekenkundig(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(_CENT, ROUND_HALF_UP)


def _cent_omhoog(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(_CENT, ROUND_CEILING)


@dataclass(slots=True)
class Bereik:
    """All amounts still possible: from `laag` up to and including `hoog`. Exact when both are the same."""

    laag: Final[Decimal]
    hoog: Final[Decimal]
    open: Final[Feiten] = GEEN
    feiten: Final[Feiten] = GEEN

    @property
    def exact(self) -> bool:
        return self.laag == self.hoog

    def __hash__(self) -> int:
        return hash(self.laag)

    def __add__(self, ander: Bereik | Decimal) -> Bereik:
        if isinstance(ander, Bereik):
            return _bereik(self.laag + ander.laag, self.hoog + ander.hoog, self, ander)
        return self._met(self.laag + ander, self.hoog + ander)

    def __sub__(self, ander: Bereik | Decimal) -> Bereik:
        if isinstance(ander, Bereik):
            return _bereik(self.laag - ander.hoog, self.hoog - ander.laag, self, ander)
        return self._met(self.laag - ander, self.hoog - ander)

    def __mul__(self, ander: Bereik | Decimal) -> Bereik:
        """Product. Both sides must not be negative (amounts, counts and percentages are not)."""
        if isinstance(ander, Bereik):
            return _bereik(self.laag * ander.laag, self.hoog * ander.hoog, self, ander)
        return self._met(self.laag * ander, self.hoog * ander)

    def __truediv__(self, deler: Decimal) -> Bereik:
        return self._met(self.laag / deler, self.hoog / deler)

    def monotoon(self, functie: Callable[[Decimal], Decimal]) -> Bereik:
        """Apply a function that never falls when the amount rises."""
        laag = functie(self.laag)
        return self._met(laag, laag if self.laag == self.hoog else functie(self.hoog))

    def uit_tabel(self, rijen: Rijen) -> Bereik:
        """What a table gives for this amount; over a range, everything its rows give from end to end."""
        # A row holds up to and including its limit; the last one has none.
        eerste = bisect_left(rijen, self.laag, hi=len(rijen) - 1, key=_GRENS)
        if self.laag == self.hoog:
            return self._met(rijen[eerste][1], rijen[eerste][1])
        laatste = bisect_left(rijen, self.hoog, lo=eerste, hi=len(rijen) - 1, key=_GRENS)
        delen = [deel for _, deel in rijen[eerste : laatste + 1]]
        return self._met(min(delen), max(delen))

    def _met(self, laag: Decimal, hoog: Decimal) -> Bereik:
        """Other ends, worked out from this one and fixed numbers: so what is open stays open, unless nothing varies any more."""
        return Bereik(laag, hoog, GEEN if laag == hoog else self.open, self.feiten)

    def euros_omlaag(self) -> Bereik:
        """Rounded down to whole euros, as a month's payment is."""
        return self.monotoon(_omlaag)

    def euros_rekenkundig(self) -> Bereik:
        """Rounded half up to whole euros (Awir art. 14 lid 4)."""
        return self.monotoon(rekenkundig)

    def cent_rekenkundig(self) -> Bereik:
        """Rounded half up to the cent."""
        return self.monotoon(_cent_rekenkundig)

    def cent_omhoog(self) -> Bereik:
        return self.monotoon(_cent_omhoog)


@dataclass(slots=True)
class Oordeel:
    """Yes, no, or (None) cannot say yet."""

    waarde: Final[bool | None]
    open: Final[Feiten] = GEEN
    feiten: Final[Feiten] = GEEN

    def __hash__(self) -> int:
        return hash(self.waarde)

    def __invert__(self) -> Oordeel:
        return Oordeel(None if self.waarde is None else not self.waarde, self.open, self.feiten)

    def __and__(self, ander: Oordeel) -> Oordeel:
        """One certain no settles it, whatever is open."""
        if self.waarde is False or ander is JA:
            return self
        if ander.waarde is False or self is JA:
            return ander
        waarde = True if self.waarde and ander.waarde else None
        return Oordeel(waarde, self.open | ander.open, self.feiten | ander.feiten)

    def __or__(self, ander: Oordeel) -> Oordeel:
        """One certain yes settles it, whatever is open."""
        if self.waarde:
            return self
        if ander.waarde:
            return ander
        waarde = None if self.waarde is None or ander.waarde is None else False
        return Oordeel(waarde, self.open | ander.open, self.feiten | ander.feiten)


JA = Oordeel(True)
NEE = Oordeel(False)


def vast(bedrag: Decimal | int) -> Bereik:
    """An amount that rests on no fact."""
    waarde = Decimal(bedrag)
    return Bereik(waarde, waarde)


def hoogstens(a: Bereik, b: Bereik | Decimal) -> Oordeel:
    """a ≤ b. Settled as soon as the whole of a lies on one side of the whole of b."""
    if not isinstance(b, Bereik):
        if a.hoog <= b:
            return Oordeel(True, GEEN, a.feiten)
        if a.laag > b:
            return Oordeel(False, GEEN, a.feiten)
        return Oordeel(None, a.open, a.feiten)
    feiten = a.feiten | b.feiten
    if a.hoog <= b.laag:
        return Oordeel(True, GEEN, feiten)
    if a.laag > b.hoog:
        return Oordeel(False, GEEN, feiten)
    return Oordeel(None, a.open | b.open, feiten)


def minstens(a: Bereik, b: Bereik | Decimal) -> Oordeel:
    """a ≥ b."""
    if isinstance(b, Bereik):
        return hoogstens(b, a)
    if a.laag >= b:
        return Oordeel(True, GEEN, a.feiten)
    if a.hoog < b:
        return Oordeel(False, GEEN, a.feiten)
    return Oordeel(None, a.open, a.feiten)


def minder_dan(a: Bereik, b: Bereik | Decimal) -> Oordeel:
    """a < b."""
    if isinstance(b, Bereik):
        return meer_dan(b, a)
    if a.hoog < b:
        return Oordeel(True, GEEN, a.feiten)
    if a.laag >= b:
        return Oordeel(False, GEEN, a.feiten)
    return Oordeel(None, a.open, a.feiten)


def meer_dan(a: Bereik, b: Bereik | Decimal) -> Oordeel:
    """a > b."""
    if isinstance(b, Bereik):
        return ~hoogstens(a, b)
    if a.laag > b:
        return Oordeel(True, GEEN, a.feiten)
    if a.hoog <= b:
        return Oordeel(False, GEEN, a.feiten)
    return Oordeel(None, a.open, a.feiten)


def kleinste(a: Bereik, b: Bereik | Decimal) -> Bereik:
    """The smaller of two. What a side that can never be the smaller one leaves open does not matter."""
    if not isinstance(b, Bereik):
        if a.hoog <= b:
            return a
        return Bereik(b, b, GEEN, a.feiten) if b <= a.laag else Bereik(a.laag, b, a.open, a.feiten)
    if a.hoog <= b.laag:
        return _met_feiten(a, b.feiten)
    if b.hoog <= a.laag:
        return _met_feiten(b, a.feiten)
    return _bereik(min(a.laag, b.laag), min(a.hoog, b.hoog), a, b)


def grootste(a: Bereik, b: Bereik | Decimal) -> Bereik:
    """The larger of two. What a side that can never be the larger one leaves open does not matter."""
    if not isinstance(b, Bereik):
        if a.laag >= b:
            return a
        return Bereik(b, b, GEEN, a.feiten) if b >= a.hoog else Bereik(b, a.hoog, a.open, a.feiten)
    if a.laag >= b.hoog:
        return _met_feiten(a, b.feiten)
    if b.laag >= a.hoog:
        return _met_feiten(b, a.feiten)
    return _bereik(max(a.laag, b.laag), max(a.hoog, b.hoog), a, b)


def kies(voorwaarde: Oordeel, dan: Bereik | Decimal, anders: Bereik | Decimal) -> Bereik:
    """`dan` when the condition holds, `anders` when not, both still possible when it is open."""
    if voorwaarde.waarde is not None:
        gekozen = dan if voorwaarde.waarde else anders
        if isinstance(gekozen, Bereik):
            return _met_feiten(gekozen, voorwaarde.feiten)
        return Bereik(gekozen, gekozen, GEEN, voorwaarde.feiten)
    a, b = _als_bereik(dan), _als_bereik(anders)
    laag, hoog = min(a.laag, b.laag), max(a.hoog, b.hoog)
    feiten = a.feiten | b.feiten | voorwaarde.feiten
    if laag == hoog:
        return Bereik(laag, hoog, GEEN, feiten)
    return Bereik(laag, hoog, a.open | b.open | voorwaarde.open, feiten)


def kies_uit(voorwaarde: Oordeel, dan: Callable[[], Bereik], anders: Callable[[], Bereik]) -> Bereik:
    """As `kies`, working out only what is still possible."""
    if voorwaarde.waarde is None:
        return kies(voorwaarde, dan(), anders())
    return _met_feiten(dan() if voorwaarde.waarde else anders(), voorwaarde.feiten)


def alle(oordelen: Iterable[Oordeel]) -> Oordeel:
    """All of them hold (none of none: yes). After one certain no the others are not looked at."""
    uit = JA
    for oordeel in oordelen:
        uit = oordeel if uit is JA else uit & oordeel
        if uit.waarde is False:
            break
    return uit


def een_van(oordelen: Iterable[Oordeel]) -> Oordeel:
    """At least one holds (none of none: no). After one certain yes the others are not looked at."""
    uit = NEE
    for oordeel in oordelen:
        uit = oordeel if uit is NEE else uit | oordeel
        if uit.waarde:
            break
    return uit


def som(bereiken: Iterable[Bereik]) -> Bereik:
    laag = hoog = NUL
    open_ = feiten = GEEN
    for bereik in bereiken:
        laag += bereik.laag
        hoog += bereik.hoog
        open_ |= bereik.open
        feiten |= bereik.feiten
    return Bereik(laag, hoog, GEEN if laag == hoog else open_, feiten)


def _als_bereik(waarde: Bereik | Decimal) -> Bereik:
    return waarde if isinstance(waarde, Bereik) else Bereik(waarde, waarde)


def _met_feiten(bereik: Bereik, feiten: Feiten) -> Bereik:
    if feiten <= bereik.feiten:
        return bereik
    return Bereik(bereik.laag, bereik.hoog, bereik.open, bereik.feiten | feiten)


def _bereik(laag: Decimal, hoog: Decimal, a: Bereik, b: Bereik) -> Bereik:
    feiten = a.feiten | b.feiten
    if laag == hoog:
        return Bereik(laag, hoog, GEEN, feiten)
    return Bereik(laag, hoog, a.open | b.open, feiten)
