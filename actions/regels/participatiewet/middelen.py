"""The means of a household: income of a month and wealth of today (Pw art. 31-34)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet.norm import NIETS, Bedragen, met_kind, samen
from actions.regels.participatiewet.soort import krijgt_bijstand
from actions.regels.participatiewet.vrijlating import naast_bijstand
from actions.regels.regeling import Voorwaarde
from actions.regels.typen import WEET_NIET
from actions.regels.waarden import GEEN, NEE, NUL, Bereik, Oordeel, hoogstens, kies, kies_uit

VERMOGEN = frozenset(
    {
        "vermogensgrens_alleenstaande",
        "vermogensgrens_alleenstaande_ouder",
        "vermogensgrens_gehuwden",
        "overwaarde_vrij",
    }
)


def netto_inkomen(h: Huishouden, achter: str) -> Bereik:
    """Net euros a month of the applicant ("") or the partner ("_partner"), holiday pay included, bijstand itself left out.

    What kind of income it is is only worth asking while the amount is not known: from bijstand the amount follows.
    """
    if krijgt_bijstand(h.feiten, achter):
        return naast_bijstand(h, achter)
    return eigen_inkomen(h, achter)


def eigen_inkomen(h: Huishouden, achter: str) -> Bereik:
    """The net month that was given, or that follows from the gross year."""
    naam, soort = f"netto_inkomen{achter}_maand", f"inkomen_soort{achter}"
    bedrag = h.geld(naam)
    if naam in bedrag.open and h.feiten.get(naam) is None and h.feiten.get(soort) is None:
        return Bereik(bedrag.laag, bedrag.hoog, bedrag.open | {soort}, bedrag.feiten)
    return bedrag


def van_partner(h: Huishouden, bedrag: Callable[[], Bereik]) -> Bereik:
    """What the partner adds; only worked out when there may be one."""
    return kies_uit(samen(h), bedrag, lambda: NIETS)


def vermogen(h: Huishouden) -> Bereik:
    """Savings and possessions of today, euros; what was had on 1 January as long as nothing else was said."""
    eerder = h.feiten.get("vermogen")
    if h.feiten.get("vermogen_nu") is None and eerder is WEET_NIET:
        return h.geld("vermogen")  # who does not know what there was on 1 January is not asked the same again
    if h.feiten.get("vermogen_nu") is not None or not isinstance(eerder, tuple):
        return h.geld("vermogen_nu")
    bedrag = h.geld("vermogen")
    return Bereik(
        bedrag.laag, bedrag.hoog, frozenset({"vermogen_nu"}) if bedrag.open else GEEN, bedrag.feiten
    )


def vermogensgrens(h: Huishouden, stand: Maandstand, n: Bedragen) -> Bereik:
    """The limit of art. 34 lid 3."""
    alleen = kies(met_kind(stand), n["vermogensgrens_alleenstaande_ouder"], n["vermogensgrens_alleenstaande"])
    return kies(samen(h), n["vermogensgrens_gehuwden"], alleen)


def vermogen_binnen_grens(h: Huishouden, stand: Maandstand, n: Bedragen) -> Voorwaarde:
    """Possessions less debts at most the limit (art. 34 lid 1 a and lid 3). Debts are only asked about above it.

    Gaps: a car counts when it is worth more than is usual (the gemeente decides); savings made during bijstand and usual
    household goods do not count.
    """
    grens = vermogensgrens(h, stand, n)
    onder = bezit_hoogstens(h, grens)
    return Voorwaarde("vermogen_te_hoog", onder, "Pw art. 34", {"grens": grens.laag} if grens.exact else {})


def bezit_hoogstens(h: Huishouden, grens: Bereik) -> Oordeel:
    """Possessions of today less debts at most a limit. Debts are only asked about above it."""
    bezit = vermogen(h)
    onder = hoogstens(bezit, grens)
    return hoogstens(bezit - h.geld("schulden_bedrag"), grens) if onder.waarde is False else onder


def overwaarde_binnen_grens(h: Huishouden, n: Bedragen) -> Voorwaarde:
    """The own home holds no more than is left out of account (art. 34 lid 2 d). Above it bijstand may be a loan (art. 50)."""
    koop = h.is_een_van("woonsituatie", "koop")
    vrij = hoogstens(h.geld("overwaarde_woning"), n["overwaarde_vrij"]) if koop.waarde else NEE
    return Voorwaarde(
        "overwaarde",
        ~koop | vrij,
        "Pw art. 34 lid 2 d",
        {"grens": n["overwaarde_vrij"]},
    )


def giften_binnen_grens(h: Huishouden, n: Bedragen) -> Oordeel:
    """Gifts up to the amount of the year do not count (art. 31 lid 2 m, since 2026). Never asked: none as long as nothing was
    said. Above it, and before 2026, the gemeente judges each gift (lid 2 s)."""
    giften = h.feiten.get("giften_jaar")
    if not isinstance(giften, Decimal):
        return Oordeel(True)
    return Oordeel(giften <= n.get("giften_vrij", NUL), GEEN, frozenset({"giften_jaar"}))


def verblijf(h: Huishouden) -> Voorwaarde:
    """The applicant resides lawfully (art. 11)."""
    return Voorwaarde("geen_verblijfsrecht", h.ja("verblijfsrecht"), "Pw art. 11")


def partner_met_recht(h: Huishouden) -> Voorwaarde:
    """The partner has a right too; if not, the norm is another one (art. 24 and 24a) and a person works it out."""
    return Voorwaarde("partner_zonder_recht", ~samen(h) | h.ja("verblijfsrecht_partner"), "Pw art. 24")
