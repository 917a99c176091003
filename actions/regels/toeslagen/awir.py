"""What all toeslagen share: the Algemene wet inkomensafhankelijke regelingen (Awir).

A toeslagpartner for part of the year (art. 3 and 5; each toeslag is determined per calendar month: Wzt art. 2 lid 5, Wkb art. 2
lid 11, Bkot art. 2)
- Months count with the partner from the month after it began, and without before that (`Maandstand.partner`).
- The income of the partner is that of the whole calendar year, and counts in the months with the partner (art. 7 lid 1, art. 8).
- Wealth is a condition for the year, not for a month: both together against the joint limit only when it is the same partner the
  whole year, otherwise one's own wealth against the single limit (art. 7 lid 3; Wzt art. 3 lid 1; Wkb art. 1 lid 4). The
  partner's own wealth is then not held against any limit.
Gaps: a partner who left during the year; a partner on the very first day of a month counts from that month on, here from the
next.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.regeling import Reden, Voorwaarde, Waarden
from actions.regels.typen import Maand
from actions.regels.waarden import (
    JA,
    NUL,
    Bereik,
    Oordeel,
    alle,
    een_van,
    grootste,
    hoogstens,
    kies,
    meer_dan,
    rekenkundig,
)

MAANDEN = Decimal(12)
MINIMUM = "awir.minimum_tegemoetkoming"


def verblijf(h: Huishouden) -> Voorwaarde:
    """The applicant resides lawfully, and in at least one month the partner too, or there is none (Awir art. 9)."""
    return Voorwaarde(
        "geen_verblijfsrecht", h.ja("verblijfsrecht") & een_van(partners_verblijf(h)), "Awir art. 9"
    )


def partners_verblijf(h: Huishouden) -> tuple[Oordeel, ...]:
    """For each month: no partner, or one who resides lawfully (Awir art. 9 lid 2)."""
    return tuple(~maand.partner | h.ja("verblijfsrecht_partner") for maand in h.maanden)


def waar_het_verschilt(per_maand: Iterable[Oordeel]) -> tuple[Oordeel, ...]:
    """Whether there is a right in each month, for the sum. One that is the same all year is a condition and no part of the sum,
    so that the amount may be known while the right is still open."""
    oordelen = tuple(per_maand)
    gelijk = len({(oordeel.waarde, oordeel.open) for oordeel in oordelen}) == 1
    return tuple(JA for _ in oordelen) if gelijk else oordelen


def toetsingsinkomen(h: Huishouden, partner: Oordeel) -> Bereik:
    """Income of applicant and toeslagpartner over the calendar year (Awir art. 7 lid 1 and art. 8)."""
    return h.geld("inkomen_jaar") + kies(partner, h.geld("inkomen_partner_jaar"), NUL)


def vermogen_binnen_grens(h: Huishouden, alleen: Decimal, samen: Decimal, artikel: str) -> Voorwaarde:
    """Wealth on 1 January at most the limit: both together with the same partner all year, otherwise one's own
    (Awir art. 7 lid 3)."""
    heel_jaar = alle(maand.partner for maand in h.maanden)
    grens = kies(heel_jaar, samen, alleen)
    if heel_jaar.waarde:
        oordeel = hoogstens(h.geld("vermogen"), grens)
    else:
        oordeel = hoogstens(kies(heel_jaar, h.geld("vermogen") - samen, eigen_vermogen(h) - alleen), NUL)
        if oordeel.waarde is None and _deelt_vermogen(h):
            # It is open whose the wealth is: the limit says nothing about the amount that was given.
            return Voorwaarde("vermogen_te_hoog", oordeel, artikel)
    return Voorwaarde("vermogen_te_hoog", oordeel, artikel, {"grens": grens.laag} if grens.exact else {})


def eigen_vermogen(h: Huishouden) -> Bereik:
    """The applicant's own wealth on 1 January. Of what both had, the share of the partner is only asked once the whole is
    known."""
    samen = h.geld("vermogen")
    if not _deelt_vermogen(h):
        return samen
    eigen = grootste(samen - h.geld("vermogen_partner"), NUL)
    if not isinstance(h.feiten.get("vermogen_partner"), tuple) and eigen.open:
        return Bereik(eigen.laag, eigen.hoog, frozenset({"vermogen_partner"}), eigen.feiten)
    return eigen


def _deelt_vermogen(h: Huishouden) -> bool:
    """What both together had is known, the share of each may not be."""
    return h.feiten.get("partner") is True and isinstance(h.feiten.get("vermogen"), tuple)


def toegekend(jaarbedrag: Bereik, p: Waarden) -> Bereik:
    """The year's amount as it is granted: whole euros, rounded half up (Awir art. 14 lid 4); nothing under the minimum of
    lid 5, tested after rounding."""
    minimum = p[MINIMUM]

    def in_euros(bedrag: Decimal) -> Decimal:
        afgerond = rekenkundig(bedrag)
        return afgerond if afgerond >= minimum else NUL

    return jaarbedrag.monotoon(in_euros)


def iets_over(jaar: Bereik, mits: Oordeel, artikel: str) -> Voorwaarde:
    """The income leaves something to pay. `mits`: the other conditions without which there is no amount whatever the income;
    when one of them fails the income is not to blame."""
    oordeel = meer_dan(jaar, NUL)
    if oordeel.waarde is False and mits.waarde is False:
        oordeel = JA
    return Voorwaarde("inkomen_te_hoog", oordeel, artikel)


def als_het_jaar_iets_geeft(jaar: Bereik, maand: Bereik) -> Bereik:
    """The month's payment; nothing when the year's amount is not granted (Awir art. 14 lid 5)."""
    return kies(meer_dan(jaar, NUL), maand, NUL)


def uiterlijk(jaar: int) -> date:
    """Last day to apply: 31 December of the next year (Awir art. 15 lid 1, text 2026, first for 2025); for 2024 and before it
    was 1 September."""
    return date(jaar + 1, 12, 31) if jaar >= 2025 else date(jaar + 1, 9, 1)


def partner_deel_van_jaar(h: Huishouden) -> tuple[Reden, ...]:
    """The partner counts in some months of the year only: from when, "2026-04"."""
    sinds = h.feiten.get("partner_sinds")
    if h.feiten.get("partner") is not True or not isinstance(sinds, Maand):
        return ()
    vanaf = Maand(sinds.jaar + sinds.maand // 12, sinds.maand % 12 + 1)
    if vanaf <= (h.peildatum.year, 1):
        return ()
    return (Reden("partner_deel_van_jaar", {"vanaf": str(vanaf)}),)
