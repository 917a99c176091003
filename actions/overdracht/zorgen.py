"""What the staff of a gemeente must hear about: requests that could not be delivered, that wait too long, or are nearly erased.

Numbers, ways and moments; nothing of what a resident wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select, update

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht import bellen
from actions.overdracht.tabellen import balie, overdracht
from content.lokaal.instelling import Overdracht

VAST_NA = timedelta(hours=1)
"""On its way for longer than this: something is wrong."""
BIJNA = timedelta(days=3)
"""So long before it would be erased staff are warned of a request that nobody handled."""

_OPGEGEVEN = (overdracht.c.stand == "niet_gelukt", overdracht.c.gezien.is_(None))
"""Could not be delivered, and nobody put the message about it away."""

Instelling = Callable[[str], Overdracht | None]
"""From the slug of a gemeente to how it takes questions over."""


@dataclass(frozen=True, slots=True)
class NietBezorgd:
    """A request that was given up. Its content is erased."""

    kenmerk: str
    kanaal: str
    wanneer: datetime
    reden: str | None


@dataclass(frozen=True, slots=True)
class Zorgen:
    """Of one gemeente, in numbers."""

    wacht: int = 0
    te_laat: int = 0
    bijna_gewist: int = 0
    niet_bezorgd: int = 0
    vast: int = 0

    @property
    def ernstig(self) -> bool:
        """Somebody must hear of it now."""
        return bool(self.te_laat or self.bijna_gewist or self.niet_bezorgd)


def is_te_laat(hier: Overdracht | None, ingediend: datetime, nu: datetime) -> bool:
    """The gemeente should have called by now."""
    vandaag = nu.astimezone(NEDERLAND).date()
    # The holidays are only looked up for what did not come in today.
    return ingediend.astimezone(NEDERLAND).date() < vandaag and vandaag > bellen.te_laat_na(hier, ingediend)


def is_bijna_gewist(ingediend: datetime, uiterlijk: datetime, nu: datetime) -> bool:
    """Three days before; where it is kept shorter than six days, in the last half of that time."""
    return nu >= uiterlijk - min(BIJNA, (uiterlijk - ingediend) / 2)


def niet_bezorgd(verbinding: Connection, gemeente: str) -> tuple[NietBezorgd, ...]:
    """What was given up and not put away, the newest first."""
    t = overdracht
    vraag = (
        select(t.c.kenmerk, t.c.kanaal, t.c.opgegeven, t.c.uiterlijk, t.c.opgegeven_reden)
        .where(t.c.gemeente == gemeente, *_OPGEGEVEN)
        .order_by(t.c.uiterlijk.desc(), t.c.kenmerk)
    )
    return tuple(
        NietBezorgd(rij.kenmerk, rij.kanaal, rij.opgegeven or rij.uiterlijk, rij.opgegeven_reden)
        for rij in verbinding.execute(vraag)
    )


def leg_weg(verbinding: Connection, gemeente: str, kenmerk: str, nu: datetime) -> bool:
    """Put the message about this one away. False when it was away already, or never was there."""
    t = overdracht
    deze = (t.c.kenmerk == kenmerk, t.c.gemeente == gemeente, *_OPGEGEVEN)
    return verbinding.execute(update(t).where(*deze).values(gezien=nu)).rowcount == 1


def vast(verbinding: Connection, gemeente: str, nu: datetime) -> int:
    """How many are on their way for more than an hour."""
    t = overdracht
    waar = (t.c.gemeente == gemeente, *_zit_vast(nu))
    return verbinding.scalar(select(func.count()).select_from(t).where(*waar)) or 0


def _zit_vast(nu: datetime) -> tuple[ColumnElement[bool], ...]:
    return (overdracht.c.stand == "wordt_verstuurd", overdracht.c.ingediend <= nu - VAST_NA)


def per_gemeente(verbinding: Connection, hoe: Instelling, nu: datetime) -> dict[str, Zorgen]:
    """Of every gemeente that has anything in the inbox, on its way, or given up."""
    tel: dict[str, dict[str, int]] = {}

    def bij(gemeente: str, wat: str, aantal: int = 1) -> None:
        geteld = tel.setdefault(gemeente, {})
        geteld[wat] = geteld.get(wat, 0) + aantal

    wacht = select(balie.c.gemeente, balie.c.ingediend, balie.c.uiterlijk).where(
        balie.c.afgehandeld.is_(None)
    )
    for rij in verbinding.execute(wacht):
        bij(rij.gemeente, "wacht")
        if is_te_laat(hoe(rij.gemeente), rij.ingediend, nu):
            bij(rij.gemeente, "te_laat")
        if is_bijna_gewist(rij.ingediend, rij.uiterlijk, nu):
            bij(rij.gemeente, "bijna_gewist")
    t = overdracht
    for wat, waar in (("niet_bezorgd", _OPGEGEVEN), ("vast", _zit_vast(nu))):
        vraag = select(t.c.gemeente, func.count()).where(*waar).group_by(t.c.gemeente)
        for gemeente, aantal in verbinding.execute(vraag):
            bij(gemeente, wat, aantal)
    return {gemeente: Zorgen(**geteld) for gemeente, geteld in tel.items()}


def waarschuw(verbinding: Connection, nu: datetime) -> tuple[tuple[str, str, datetime], ...]:
    """Those that are nearly erased and were never named to the staff, as (number, gemeente, when it goes). Each only once."""
    vraag = select(balie.c.kenmerk, balie.c.gemeente, balie.c.ingediend, balie.c.uiterlijk).where(
        balie.c.afgehandeld.is_(None), balie.c.gewaarschuwd.is_(None)
    )
    nieuw = [r for r in verbinding.execute(vraag) if is_bijna_gewist(r.ingediend, r.uiterlijk, nu)]
    if nieuw:
        deze = balie.c.kenmerk.in_([rij.kenmerk for rij in nieuw])
        verbinding.execute(update(balie).where(deze).values(gewaarschuwd=nu))
    return tuple((rij.kenmerk, rij.gemeente, rij.uiterlijk) for rij in nieuw)
