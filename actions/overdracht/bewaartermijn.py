"""Erasing what was kept long enough. The terms are those that held when the resident agreed; they stand in each row."""

from __future__ import annotations

import logging
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, select

from actions.gesprek.opslag import Opslag
from actions.overdracht import rijen, sloten, toestemming
from actions.overdracht.tabellen import balie, overdracht
from actions.overdracht.wegen.balie import wis

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Gewist:
    verzoeken: int
    balie: int
    bewijzen: int
    onbehandeld: tuple[tuple[str, str], ...] = ()
    """(number, gemeente) of what went from our own inbox while nobody had handled it."""


def maanden_later(dag: date, maanden: int) -> date:
    """The same day of a later month; its last day where that month is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def ruim_op(opslag: Opslag, nu: datetime) -> Gewist:
    """Erase all that is old enough: rows, and their bytes in the files."""
    weg: set[str] = set()
    with opslag.schrijf() as verbinding:
        gewist = vergeet(verbinding, nu, weg)
    opslag.veeg(weg)
    for kenmerk, gemeente in gewist.onbehandeld:
        _log.error("handoff %s for %s was erased from the inbox; nobody had handled it", kenmerk, gemeente)
    return gewist


def vergeet(verbinding: Connection, nu: datetime, weg: set[str]) -> Gewist:
    """Erase all that is old enough; adds to `weg` what to look for on disk.

    A row of which something is still to be taken back at the gemeente stays until that is done: it holds no content.
    A request in our own inbox that nobody handled goes as well. The resident must not think that somebody still calls: number
    and code stay as long again, and say so.
    """
    gelezen = balie.c.weg_na <= nu
    nooit = (
        select(balie.c.kenmerk, balie.c.gemeente, balie.c.uiterlijk, overdracht.c.bewaar_dagen)
        .join(overdracht, overdracht.c.kenmerk == balie.c.kenmerk)
        .where(
            gelezen, balie.c.afgehandeld.is_(None), overdracht.c.stand.in_(("wordt_verstuurd", "verstuurd"))
        )
    )
    onbehandeld = verbinding.execute(nooit).all()
    for een in onbehandeld:
        nog = een.uiterlijk + timedelta(days=een.bewaar_dagen)
        rijen.in_de_balie(verbinding, een.kenmerk, "verlopen", weg, weg_na=nog)
    uit_balie = wis(verbinding, gelezen, weg)
    oud = (overdracht.c.weg_na <= nu) & overdracht.c.taak.is_(None)
    weg |= set(verbinding.scalars(select(overdracht.c.code).where(oud)))
    verzoeken = verbinding.execute(delete(overdracht).where(oud)).rowcount
    sloten.vergeet(verbinding, nu)
    return Gewist(
        verzoeken,
        uit_balie,
        toestemming.vergeet(verbinding, nu.date()),
        tuple((een.kenmerk, een.gemeente) for een in onbehandeld),
    )
