"""Keeping the sentences, and erasing them in time."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from actions.zinnen.tabellen import zin as t

BEWAREN = timedelta(days=28)
"""A sentence of 1 June is gone on 29 June."""
_MEEST_PER_DAG = 200
"""Of one gemeente. Who wants to fill the list of the editors gets no further."""


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence, of one talk; each talk gives one at most."""

    id: str
    dag: date
    zin: str
    weg: bool


def bewaar(verbinding: Connection, gemeente: str, dag: date, zin: str) -> None:
    """`zin` has come through `zeef`."""
    van_vandaag = select(func.count()).where(t.c.gemeente == gemeente, t.c.dag == dag)
    if (verbinding.scalar(van_vandaag) or 0) < _MEEST_PER_DAG:
        rij = {"id": secrets.token_hex(16), "gemeente": gemeente, "dag": dag, "zin": zin, "weg": False}
        verbinding.execute(insert(t).values(rij))


def lees(verbinding: Connection, gemeente: str, vandaag: date) -> tuple[Zin, ...]:
    """Those of this gemeente, also what was put away; never what should be erased by now."""
    rijen = verbinding.execute(
        select(t.c.id, t.c.dag, t.c.zin, t.c.weg)
        .where(t.c.gemeente == gemeente, t.c.dag > vandaag - BEWAREN)
        .order_by(t.c.dag, t.c.id)
    )
    return tuple(Zin(**rij._mapping) for rij in rijen)


def leg_weg(verbinding: Connection, gemeente: str, ids: Collection[str]) -> None:
    """An editor is done with these."""
    verbinding.execute(update(t).where(t.c.gemeente == gemeente, t.c.id.in_(ids)).values(weg=True))


def ruim_op(bronnen: Bronnen) -> int:
    """Erase what is too old, and all of a gemeente that does not want this any more. Gives how many."""
    aan = {slug for slug, een in bronnen.inhoud.gemeenten().items() if een.zinnen_bewaren}
    return vergeet(bronnen.opslag, bronnen.vandaag(), aan)


def vergeet(opslag: Opslag, vandaag: date, aan: Collection[str]) -> int:
    """Rows, and their bytes in the files. `aan`: the gemeenten that want this."""
    voorbij = or_(t.c.dag <= vandaag - BEWAREN, t.c.gemeente.not_in(aan))
    with opslag.schrijf() as verbinding:
        weg = set(verbinding.scalars(select(t.c.id).where(voorbij)))
        if weg:
            verbinding.execute(delete(t).where(voorbij))
    if weg:
        opslag.veeg(weg)
    return len(weg)
