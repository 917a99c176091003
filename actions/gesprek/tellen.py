"""How often a topic is asked about and whether its answer helped: per gemeente and day, for the editors.

A count is tied to no talk: no moment, no id, no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from sqlalchemy import Connection, Executable, delete, select

from actions.gesprek.database import voeg_in
from actions.gesprek.tabellen import onderwerp_dag

Wat = Literal["gevraagd", "hielp", "hielp_niet"]
BEWAREN = timedelta(days=400)
"""A year and some weeks, so that this month can be held against the same month of last year."""


@dataclass(frozen=True, slots=True)
class Telling:
    dag: date
    gemeente: str
    onderwerp: str
    gevraagd: int
    hielp: int
    hielp_niet: int


def tel(verbinding: Connection, dag: date, gemeente: str, geteld: Iterable[tuple[str, Wat]]) -> None:
    """Count, one up for each (topic, what happened)."""
    for onderwerp, wat in geteld:
        rij = {"gevraagd": 0, "hielp": 0, "hielp_niet": 0, wat: 1}
        verbinding.execute(
            _een_erbij(verbinding.dialect.name, wat),
            {"dag": dag, "gemeente": gemeente, "onderwerp": onderwerp, **rij},
        )


@cache
def _een_erbij(dialect: str, wat: Wat) -> Executable:
    """Made once: making a statement costs more than running it."""
    opdracht: Executable = voeg_in(onderwerp_dag, dialect).on_conflict_do_update(
        index_elements=["dag", "gemeente", "onderwerp"], set_={wat: onderwerp_dag.c[wat] + 1}
    )
    return opdracht


def lees(verbinding: Connection, vanaf: date, tot_en_met: date) -> tuple[Telling, ...]:
    """All counts of these days, oldest first."""
    dagen = onderwerp_dag.c.dag.between(vanaf, tot_en_met)
    rijen = verbinding.execute(select(onderwerp_dag).where(dagen).order_by(*onderwerp_dag.primary_key))
    return tuple(Telling(**rij._mapping) for rij in rijen)


def vergeet(verbinding: Connection, vandaag: date) -> None:
    """Erase counts that are too old."""
    verbinding.execute(delete(onderwerp_dag).where(onderwerp_dag.c.dag < vandaag - BEWAREN))
