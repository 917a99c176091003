"""A condition of which the data may leave something open.

Two kinds of "not known" meet here. What the resident was not asked yet is in the `Oordeel`, as everywhere. What the data of the
gemeente leave open ("onbekend") is in the readings: a condition is judged by every meaning the data may have. Where all
agree, the rule decides; where they do not, the resident is sent to the gemeente.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet.norm import Bedragen, heeft_aow_leeftijd, met_kind, samen
from actions.regels.regeling import Reden, Voorwaarde, Waarden
from actions.regels.waarden import JA, NEE, Bereik, Oordeel, alle, een_van, kies
from content.lokaal.toets import PerHuishouden
from content.vorm import ONBEKEND

LOKALE_REGEL: Final = "lokale_regel_onbekend"
NOOIT, ALTIJD = -(Decimal(10) ** 12), Decimal(10) ** 12
"""As a limit: nobody is below it, whatever the debts; everybody is."""


@dataclass(frozen=True, slots=True)
class Situatie:
    """A household on the reference date, with the amounts of the law."""

    h: Huishouden
    p: Waarden
    n: Bedragen
    """Of the bijstand."""

    @property
    def stand(self) -> Maandstand:
        """A right is judged on the day itself."""
        return self.h.vandaag

    @property
    def paar(self) -> Oordeel:
        return samen(self.h)

    @property
    def ouder(self) -> Oordeel:
        """No partner, and a child under 18 at home."""
        return ~samen(self.h) & met_kind(self.stand)

    @property
    def aow(self) -> Oordeel:
        return heeft_aow_leeftijd(self.h, self.stand, self.n)


@dataclass(frozen=True, slots=True)
class Lezingen:
    """One condition by the mildest and by the strictest of what its data may mean."""

    ruim: Oordeel
    streng: Oordeel

    def __and__(self, ander: Lezingen) -> Lezingen:
        return Lezingen(self.ruim & ander.ruim, self.streng & ander.streng)

    @property
    def tussenin(self) -> bool:
        """It does not hold by the strictest reading, and may by the mildest."""
        return self.streng.waarde is False and self.ruim.waarde is not False


def zeker(oordeel: Oordeel) -> Lezingen:
    return Lezingen(oordeel, oordeel)


HOUDT: Final = zeker(JA)
DUISTER: Final = Lezingen(JA, NEE)
"""There is a rule, and nothing is known of it."""


def alle_lezingen(oordelen: Iterable[Oordeel]) -> Lezingen:
    """From the judgement by each meaning the data may have."""
    elk = tuple(oordelen)
    return Lezingen(een_van(elk), alle(elk))


@dataclass(frozen=True, slots=True)
class Toets:
    """A condition with the reason for a no."""

    code: str
    lezingen: Lezingen
    waarden: Mapping[str, Decimal] = field(default_factory=dict)
    anders: str | Reden = LOKALE_REGEL
    """Why nothing can be said when the readings disagree."""

    def voorwaarde(self, artikel: str) -> Voorwaarde:
        """What can still fail, or still be asked."""
        beide = self.lezingen
        return Voorwaarde(self.code, beide.ruim if beide.tussenin else beide.streng, artikel, self.waarden)


def voor_huishouden(s: Situatie, bedragen: PerHuishouden, onbekend: Decimal) -> Bereik:
    """The amount for this household, with `onbekend` where there is none."""
    alleen, ouder, paar = (
        onbekend if bedrag == ONBEKEND else bedrag
        for bedrag in (bedragen.alleenstaande, bedragen.alleenstaande_ouder, bedragen.paar)
    )
    return kies(s.paar, paar, kies(s.ouder, ouder, alleen))


def per_huishouden(s: Situatie, bedragen: PerHuishouden) -> tuple[Bereik, Bereik]:
    """The limit for this household by the strictest and by the mildest reading."""
    return voor_huishouden(s, bedragen, NOOIT), voor_huishouden(s, bedragen, ALTIJD)
