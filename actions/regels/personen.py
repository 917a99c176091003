"""Conditions that one person of the household must meet alone: the applicant or, of two together, the partner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet.soort import krijgt_bijstand
from actions.regels.regeling import Voorwaarde
from actions.regels.waarden import GEEN, JA, Bereik, Oordeel


@dataclass(slots=True)
class Eis:
    """What must hold for one person; asked with the ending of that person's facts ("" or "_partner")."""

    code: Final[str]
    """The reason when nobody meets it."""
    artikel: Final[str]
    geldt: Final[Callable[[str], Oordeel]]
    waarden: Final[Mapping[str, Decimal]] = field(default_factory=dict)


def een_van_beiden(samen: Oordeel, eisen: Iterable[Eis]) -> tuple[Voorwaarde, ...]:
    """One of both meets every demand up to and including each. What comes after the first that nobody meets says nothing more."""
    eigen, partner = JA, samen
    voorwaarden: list[Voorwaarde] = []
    for eis in eisen:
        # Who missed an earlier demand is not looked at any more.
        eigen = eigen if eigen.waarde is False else eigen & eis.geldt("")
        partner = partner if partner.waarde is False else partner & eis.geldt("_partner")
        voorwaarden.append(Voorwaarde(eis.code, eigen | partner, eis.artikel, eis.waarden))
        if voorwaarden[-1].oordeel.waarde is False:
            break
    return tuple(voorwaarden)


def ander(achter: str) -> str:
    """The other of two."""
    return "" if achter else "_partner"


def leeftijd(stand: Maandstand, achter: str) -> Bereik:
    return stand.leeftijd_partner if achter else stand.leeftijd


def jaarinkomen(h: Huishouden, achter: str) -> Bereik:
    """Gross euros a year."""
    return h.geld(f"inkomen{achter}_jaar")


def hoofdinkomen_is(h: Huishouden, achter: str, *soorten: str) -> Oordeel:
    """The main source of income is one of these.

    Who was not asked for it is not asked here either when something else tells: two together live on bijstand together, and
    who studies (asked under 27) is taken to live on student finance.
    """
    naam = f"inkomen_soort{achter}"
    if h.feiten.get(naam) is None:
        if krijgt_bijstand(h.feiten, achter):
            return Oordeel("bijstand" in soorten, GEEN, frozenset({f"inkomen_soort{ander(achter)}"}))
        if not achter and h.feiten.get("studeert") is True:
            return Oordeel("studiefinanciering" in soorten, GEEN, frozenset({"studeert"}))
    return h.is_een_van(naam, *soorten)


def heeft_inkomen_uit(h: Huishouden, achter: str, *soorten: str) -> Oordeel:
    """One of these is the main source of income, or was named as another one. Nobody is asked for another one."""
    naam = f"inkomen_soorten{achter}"
    meer = h.feiten.get(naam)
    hoofdinkomen = hoofdinkomen_is(h, achter, *soorten)
    if meer is None:
        return hoofdinkomen
    ook = isinstance(meer, tuple) and any(soort in soorten for soort in meer)
    return hoofdinkomen | Oordeel(ook, GEEN, frozenset({naam}))
