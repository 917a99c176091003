"""Bijzondere bijstand above the income limit: the part of the income that is for the costs first (Pw art. 35 lid 1).

A gemeente says how much of the income above its limit counts, in parts, and over how many months together. What the costs are is
not asked, so there is no amount: the resident reads what is theirs to pay. Above `RUIME_KOSTEN` nothing is left to help with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from actions.regels.lokaal import inkomen
from actions.regels.lokaal.toets import Lezingen, Situatie, Toets
from actions.regels.regeling import Reden
from actions.regels.waarden import JA, NUL, Bereik, een_van, grootste, hoogstens, kleinste, som
from content.lokaal.geld import Draagkracht
from content.lokaal.toets import Inkomen
from content.vorm import ONBEKEND

RUIME_KOSTEN: Final = Decimal(10_000)
"""More than bijzondere bijstand is asked for, euros together. Ours: docs/regels.md."""
_CODE, _REKENT = "inkomen_te_hoog", "gemeente_rekent_draagkracht"
_HONDERD = Decimal(100)


def toets(s: Situatie, eis: Inkomen, data: Draagkracht) -> Toets:
    """The income is at most the limit; above it the gemeente works out whether something is left to help with."""
    laag_genoeg = inkomen.van_eis(s, eis).streng
    delen = _bekend(eis, data)
    if delen is None:
        return Toets(_CODE, Lezingen(ruim=JA, streng=laag_genoeg), anders=Reden(_REKENT))
    eigen = {
        som(_delen(gehad, grens, eis, delen)).cent_rekenkundig() for gehad, grens in inkomen.mogelijk(s, eis)
    }
    nog_iets = een_van(hoogstens(e, RUIME_KOSTEN) for e in eigen)
    # Only what is the same in every reading is told.
    enige = next(iter(eigen)) if len({(e.laag, e.hoog) for e in eigen}) == 1 else None
    waarden = {"zelf": enige.laag, "maanden": Decimal(data.maanden)} if enige and enige.exact else {}
    return Toets(
        _CODE, Lezingen(ruim=laag_genoeg | nog_iets, streng=laag_genoeg), anders=Reden(_REKENT, waarden)
    )


@dataclass(frozen=True, slots=True)
class _Deel:
    boven: Decimal | None
    """Percentage of the norm; None: the income limit itself."""
    per_euro: Decimal
    """Euros for the costs over all months, for every euro of a month's income in this part."""


def _bekend(eis: Inkomen, data: Draagkracht) -> tuple[_Deel, ...] | None:
    """The parts, or None when one of the numbers is not known."""
    if data.maanden == ONBEKEND or eis.procent == ONBEKEND or eis.van == ONBEKEND:
        return None
    delen: list[_Deel] = []
    for deel in data.delen:
        if deel.boven == ONBEKEND or deel.procent == ONBEKEND:
            return None
        delen.append(_Deel(deel.boven, deel.procent * data.maanden / _HONDERD))
    return tuple(delen)


def _delen(gehad: Bereik, grens: Bereik, eis: Inkomen, delen: tuple[_Deel, ...]) -> Iterator[Bereik]:
    """What of a month's income is for the costs, part by part."""
    vanaf = [grens if d.boven is None else grens * d.boven / _procent(eis) for d in delen]
    for deel, begin, eind in zip_longest(delen, vanaf, vanaf[1:]):
        boven = grootste((gehad if eind is None else kleinste(gehad, eind)) - begin, NUL)
        yield boven * deel.per_euro


def _procent(eis: Inkomen) -> Decimal:
    assert isinstance(eis.procent, Decimal), "only a percentage of a norm has parts that begin higher"
    return eis.procent
