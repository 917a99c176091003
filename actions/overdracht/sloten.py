"""Wrong codes: five lock a number for an hour, also for the right code.

Counted by the number that was typed, whether there is such a request or not, so that nobody learns from it which numbers exist.
What is counted is forgotten an hour after the last wrong code; so no more rows are kept than can be typed in an hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, case, delete, select

from actions.gesprek.database import voeg_in
from actions.overdracht.tabellen import codeslot as t

MEESTE_FOUTEN = 5
OP_SLOT = timedelta(hours=1)


def dicht(verbinding: Connection, sleutel: str, nu: datetime) -> timedelta | None:
    """How long no code is read for this number, or None when one may be tried."""
    vraag = select(t.c.tot).where(t.c.sleutel == sleutel, t.c.tot > nu, t.c.fouten >= MEESTE_FOUTEN)
    tot: datetime | None = verbinding.scalar(vraag)
    return None if tot is None else tot - nu


def fout(verbinding: Connection, sleutel: str, nu: datetime) -> None:
    """Count a wrong code."""
    tot = nu + OP_SLOT
    nieuw = voeg_in(t, verbinding.dialect.name).values(sleutel=sleutel, fouten=1, tot=tot)
    meer = {"fouten": case((t.c.tot > nu, t.c.fouten + 1), else_=1), "tot": tot}
    verbinding.execute(nieuw.on_conflict_do_update(index_elements=["sleutel"], set_=meer))


def goed(verbinding: Connection, sleutel: str) -> None:
    """A right code: counting starts anew."""
    verbinding.execute(delete(t).where(t.c.sleutel == sleutel))


def vergeet(verbinding: Connection, nu: datetime) -> int:
    """Erase what counts no more. Gives how many."""
    return verbinding.execute(delete(t).where(t.c.tot <= nu)).rowcount
