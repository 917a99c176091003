"""Where an outcome may lead to paying back: at most one warning, with how to avoid it.

How one avoids it is a property of the scheme (`Regeling.terugbetalen`). A toeslag is paid in advance and settled by the income of
the tax authority, so a little too high an income is the safe side. Bijstand is paid by what is told each month. A scheme that has
its own limit says neither: there a higher income would cost the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.jaar import Jaarregels
from actions.regels.regeling import Reden, Regeling
from actions.regels.typen import Maand
from actions.regels.waarden import vast

CODES = frozenset(
    {"terugbetalen_grens", "terugbetalen_verandering", "terugbetalen_schatting", "terugbetalen_precies"}
)
_BINNENKORT = 3
"""Months ahead that a change is still told when it falls in the next year."""
_VAST = frozenset({"norm", "servicekosten"})
"""Conversions that say nothing about an income that may turn out otherwise."""


def waarschuwing(
    regeling: Regeling,
    huishouden: Huishouden,
    regels: Jaarregels,
    per_maand: Decimal | None,
    *,
    omgerekend: Iterable[str],
    kan_omslaan: bool,
) -> tuple[Reden, ...]:
    """The warning for an outcome that may be paid; nothing when there is no reason for one.

    `per_maand`: what is paid now. `omgerekend`: from what the amounts were converted. `kan_omslaan`: the margin of those can end
    the right.
    """
    if regeling.terugbetalen is None:
        return ()
    if kan_omslaan and regeling.heel_jaar_terug:
        # A higher income would end the right here. Who waits until the year is over knows it for certain.
        return (Reden("terugbetalen_grens", {"jaar": str(regels.jaar)}),)
    verandering = _wordt_minder(regeling, huishouden, regels, per_maand)
    if verandering is not None:
        return (verandering,)
    if set(omgerekend) - _VAST:
        liever_hoger = regeling.terugbetalen == "liever_hoger" and not kan_omslaan
        return (Reden("terugbetalen_schatting" if liever_hoger else "terugbetalen_precies"),)
    return ()


def _wordt_minder(
    regeling: Regeling, huishouden: Huishouden, regels: Jaarregels, nu: Decimal | None
) -> Reden | None:
    """The first month ahead in which somebody's age makes the month's payment lower, or ends it."""
    assert nu is not None  # what has to be paid back is paid by the month
    for maand in sorted(set(_nieuwe_leeftijden(huishouden, regels))):
        dan = regeling.beoordeel(huishouden.op(date(maand.jaar, maand.maand, 1)), regels.waarden)
        eindigt = any(v.oordeel.waarde is False for v in dan.voorwaarden)
        straks = vast(0) if eindigt else dan.maand
        if straks is not None and straks.exact and straks.laag < nu:
            return Reden("terugbetalen_verandering", {"vanaf": str(maand), "som": straks.laag})
    return None


def _nieuwe_leeftijden(huishouden: Huishouden, regels: Jaarregels) -> Iterator[Maand]:
    """The months ahead, this year or soon, from which somebody has an age that counts: those after a birthday (Awir art. 5).
    Only by birth months that are known."""
    vandaag, grenzen = huishouden.peildatum, regels.leeftijdsgrenzen
    if not grenzen:
        return
    leeftijden = frozenset().union(*grenzen.values())
    tellers = (vandaag.year * 12 + vandaag.month, vandaag.year * 12 + 12)  # this month counts as it is now
    laatste = max(tellers[0] + _BINNENKORT, tellers[1])
    for geboren in huishouden.mensen.geboortemaanden:
        for leeftijd in leeftijden:
            # Months counted from year 0, January is 1: the month after the birthday.
            teller = (geboren.jaar + leeftijd) * 12 + geboren.maand + 1
            if tellers[0] < teller <= laatste:
                yield Maand((teller - 1) // 12, (teller - 1) % 12 + 1)
