"""The rows of codes to go on elsewhere (table `meeneemcode`). What is in them is made and read by `meenemen`.

`zoek` is what a row is found by: a slow hash of the code. `zegel` is the token of the talk, sealed under the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from actions.gesprek.tabellen import meeneemcode as t_code


class CodeBezet(Exception):
    """Another talk has this very code now."""


@dataclass(frozen=True, slots=True)
class Genomen:
    """A sealed key that was taken out, and the talk it is of."""

    gesprek: str
    """The id of the talk."""
    zegel: bytes
    gemeente: str
    verloopt: datetime
    """When the talk expires."""


def leg(verbinding: Connection, gesprek: str, zoek: str, zegel: bytes, geldig_tot: datetime) -> set[str]:
    """Put the code of a talk in the place of the one before. Gives the `zoek` of that one. The caller holds the talk's lock."""
    vorige = set(verbinding.scalars(select(t_code.c.zoek).where(t_code.c.gesprek == gesprek)))
    verbinding.execute(delete(t_code).where(t_code.c.gesprek == gesprek))
    try:
        verbinding.execute(
            insert(t_code).values(gesprek=gesprek, zoek=zoek, zegel=zegel, geldig_tot=geldig_tot)
        )
    except IntegrityError:
        raise CodeBezet from None
    return vorige


def neem(verbinding: Connection, zoek: str, nu: datetime) -> tuple[str, bytes] | None:
    """Take out the row: (talk, seal), or None. Of two who come at once only one deletes the row, and only that one gets it."""
    levend = (t_code.c.zoek == zoek, t_code.c.geldig_tot > nu)
    rij = verbinding.execute(select(t_code.c.gesprek, t_code.c.zegel).where(*levend)).one_or_none()
    if rij is None or verbinding.execute(delete(t_code).where(*levend)).rowcount != 1:
        return None
    return rij.gesprek, rij.zegel


def wis_verlopen(verbinding: Connection, nu: datetime) -> set[str]:
    """Erase the codes that are over. Gives their `zoek`."""
    voorbij = t_code.c.geldig_tot <= nu
    weg = set(verbinding.scalars(select(t_code.c.zoek).where(voorbij)))
    if weg:
        verbinding.execute(delete(t_code).where(voorbij))
    return weg
