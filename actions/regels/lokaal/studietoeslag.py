"""The lowest amounts of studietoeslag by law, net a month by age (Pw art. 36b). A gemeente may give more, never less."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from actions.regels.lokaal.toets import Situatie
from actions.regels.waarden import Bereik, kies, minstens, vast
from content.parameters import Parameters

_REGELING: Final = "studietoeslag"
VAN, TOT = 15, 21
"""From the second age on all have the same amount."""


def bedrag(s: Situatie) -> Bereik | None:
    """By the age of today; None when the amounts of the day are not known."""
    bedragen = s.p.bron.op(_REGELING, s.h.peildatum)
    if not bedragen:
        return None
    uit = vast(bedragen[f"leeftijd_{VAN}"])
    for jaren in range(VAN + 1, TOT + 1):
        uit = kies(minstens(s.stand.leeftijd, Decimal(jaren)), bedragen[f"leeftijd_{jaren}"], uit)
    return uit


def laatste_jaar(bron: Parameters, op: date) -> int | None:
    """The year of the newest amounts before a day, to be told with "vraag het na"."""
    return max((w.tot.year for w in bron.waarden.get(_REGELING, ()) if w.tot < op), default=None)
