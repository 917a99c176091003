"""What all toeslagen share: the Algemene wet inkomensafhankelijke regelingen (Awir)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.regeling import Voorwaarde, Waarden
from actions.regels.waarden import JA, NUL, Bereik, Oordeel, hoogstens, kies, meer_dan

MAANDEN = Decimal(12)
MINIMUM = "awir.minimum_tegemoetkoming"


def verblijf(h: Huishouden, partner: Oordeel) -> Voorwaarde:
    """Applicant and partner reside lawfully (Awir art. 9)."""
    rechtmatig = h.ja("verblijfsrecht") & (~partner | h.ja("verblijfsrecht_partner"))
    return Voorwaarde("geen_verblijfsrecht", rechtmatig, "Awir art. 9")


def toetsingsinkomen(h: Huishouden, partner: Oordeel) -> Bereik:
    """Income of applicant and toeslagpartner over the calendar year (Awir art. 7 lid 1 and art. 8)."""
    return h.geld("inkomen_jaar") + kies(partner, h.geld("inkomen_partner_jaar"), NUL)


def vermogen_binnen_grens(
    h: Huishouden, partner: Oordeel, alleen: Decimal, samen: Decimal, artikel: str
) -> Voorwaarde:
    """Wealth on 1 January at most the limit; with a partner both together against the joint limit (Awir art. 7 lid 3)."""
    grens = kies(partner, samen, alleen)
    waarden = {"grens": grens.laag} if grens.exact else {}
    return Voorwaarde("vermogen_te_hoog", hoogstens(h.geld("vermogen"), grens), artikel, waarden)


def toegekend(jaarbedrag: Bereik, p: Waarden) -> Bereik:
    """The year's amount as it is granted: whole euros, rounded half up (Awir art. 14 lid 4); nothing under the minimum of
    lid 5, tested after rounding."""
    minimum = p[MINIMUM]
    return jaarbedrag.euros_rekenkundig().monotoon(lambda bedrag: bedrag if bedrag >= minimum else NUL)


def iets_over(jaar: Bereik, mits: Oordeel, artikel: str) -> Voorwaarde:
    """The income leaves something to pay. `mits`: without it there is no amount whatever the income, so then the income is
    not to blame."""
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


def partner_deel_van_het_jaar(h: Huishouden) -> bool:
    """The partner came during the year: the sum below treats the whole year alike, so it is only an indication."""
    sinds = h.feiten.get("partner_sinds")
    jaar = getattr(sinds, "jaar", None)
    maand = getattr(sinds, "maand", None)
    return (
        h.feiten.get("partner") is True and (jaar, maand) > (h.peildatum.year, 1) if jaar and maand else False
    )
