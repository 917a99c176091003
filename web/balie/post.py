"""The mail that tells staff that something waits too long: numbers only, and at most one a day for a gemeente."""

from __future__ import annotations

import logging
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from actions.gesprek.bronnen import NEDERLAND, Bronnen
from actions.overdracht.post import NietVerstuurd, Postkantoor, maak_brief, verstuur
from actions.overdracht.tabellen import baliepost
from actions.overdracht.zorgen import Zorgen

_log = logging.getLogger(__name__)
_TIJD = 20.0
"""Seconds for the whole of it."""


def mail(
    bronnen: Bronnen, kantoor: Postkantoor, slug: str, aan: str, zorgen: Zorgen, adres: str | None
) -> bool:
    """Send it, unless there was one today. True when it went. When the server does not take it, the next look tries again: then
    with the same Message-ID, by which mailboxes throw away a second one."""
    nu = bronnen.nu()
    dag = nu.astimezone(NEDERLAND).date()
    try:
        with bronnen.opslag.schrijf() as verbinding:
            vorige = verbinding.scalar(select(baliepost.c.dag).where(baliepost.c.gemeente == slug))
            if not _neem(verbinding, slug, vorige, dag):
                return False
    except IntegrityError:
        return False  # another process was first
    gemeente = bronnen.inhoud.gemeente(slug)
    onderwerp = bronnen.inhoud.tekst("balie.post_onderwerp", gemeente=gemeente)
    tekst = bronnen.inhoud.tekst(
        "balie.post_tekst",
        gemeente=gemeente,
        te_laat=zorgen.te_laat,
        bijna_gewist=zorgen.bijna_gewist,
        niet_bezorgd=zorgen.niet_bezorgd,
        adres=f"{adres}/balie" if adres else "",
    )
    brief = maak_brief(kantoor, aan, onderwerp, tekst, f"balie.{slug}.{dag}", nu)
    try:
        verstuur(kantoor, brief, _TIJD)
    except NietVerstuurd as fout:
        _log.warning("the staff of %s could not be mailed: %s", slug, fout.reden)
        with bronnen.opslag.schrijf() as verbinding:
            _zet_terug(verbinding, slug, vorige)
        return False
    return True


def _neem(verbinding: Connection, slug: str, vorige: date | None, dag: date) -> bool:
    """Write down that today's goes. False when it went."""
    if vorige is None:
        verbinding.execute(insert(baliepost).values(gemeente=slug, dag=dag))
        return True
    eerder = (baliepost.c.gemeente == slug, baliepost.c.dag < dag)
    return verbinding.execute(update(baliepost).where(*eerder).values(dag=dag)).rowcount == 1


def _zet_terug(verbinding: Connection, slug: str, vorige: date | None) -> None:
    deze = baliepost.c.gemeente == slug
    if vorige is None:
        verbinding.execute(delete(baliepost).where(deze))
    else:
        verbinding.execute(update(baliepost).where(deze).values(dag=vorige))
