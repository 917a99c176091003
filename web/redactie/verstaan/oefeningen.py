"""The table of trainings: what the house is doing with new examples, and what came of it.

Written by `ops.oefenen`, beside which this gateway runs; read by the pages of the redactie.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, insert, select, update

from web.redactie.tabellen import oefening as t

Stap = Literal["wacht", "genereren", "trainen", "toetsen", "wisselen", "klaar", "mislukt", "geweigerd"]
ONDERWEG: tuple[Stap, ...] = ("wacht", "genereren", "trainen", "toetsen", "wisselen")
Reden = Literal["zinnen", "trainen", "toetsen", "wisselen", "gestopt", "gevaar", "gesprek", "slechter"]
"""Why it failed (the first five) or was refused (the others). What people read of it stands in `teksten/redactie.yml`."""
_KEREN = 5
_MEESTE = 200
"""Older trainings are forgotten."""


@dataclass(frozen=True, slots=True)
class Oefening:
    """One training. `deel`: how far it is, from 0 to 100."""

    nr: int
    begonnen: datetime
    gewijzigd: datetime
    stap: Stap
    deel: int
    reden: Reden | None
    uitgave: str | None
    model: str | None
    cijfers: Mapping[str, Any]
    """`nieuw` and `oud` (figures, shares from 0 to 1), `zinnen` (how many were tried), `missers` and `waar` as
    `ops.oefenen.maat.Oordeel` has them; `bestanden`: where there are mistakes in examples. Any of them may be missing."""

    @property
    def onderweg(self) -> bool:
        return self.stap in ONDERWEG

    @property
    def merk(self) -> str:
        """What a page that shows this has seen. Changes with each step, and a few times within one: it is read out each time."""
        return f"{self.nr}-{self.stap}-{self.deel * _KEREN // 100}"


def laatste(verbinding: Connection) -> Oefening | None:
    """The newest; None: nothing was ever trained beside a gateway that runs."""
    return next(iter(lijst(verbinding, aantal=1)), None)


def lijst(verbinding: Connection, *, aantal: int = 20) -> list[Oefening]:
    """Newest first."""
    rijen = verbinding.execute(select(t).order_by(t.c.nr.desc()).limit(aantal))
    return [_oefening(rij) for rij in rijen]


def begin(verbinding: Connection, nu: datetime, stap: Stap, **waarden: Any) -> int:
    """A new training; gives its number. Those of long ago are forgotten."""
    rij = insert(t).values(begonnen=nu, gewijzigd=nu, stap=stap, deel=0, **_rij(waarden)).returning(t.c.nr)
    nr = int(verbinding.execute(rij).scalar_one())
    verbinding.execute(delete(t).where(t.c.nr <= nr - _MEESTE))
    return nr


def zet(verbinding: Connection, nu: datetime, nr: int, **waarden: Any) -> None:
    """What changed of this training."""
    verbinding.execute(update(t).where(t.c.nr == nr).values(gewijzigd=nu, **_rij(waarden)))


def vergeet(verbinding: Connection, nr: int) -> None:
    """One that waited, and for which there was nothing left to do."""
    verbinding.execute(delete(t).where(t.c.nr == nr))


def sluit_af(verbinding: Connection, nu: datetime) -> None:
    """What was under way is not any more: the house was stopped in the middle of it."""
    verbinding.execute(
        update(t).where(t.c.stap.in_(ONDERWEG)).values(gewijzigd=nu, stap="mislukt", reden="gestopt")
    )


def _rij(waarden: Mapping[str, Any]) -> dict[str, Any]:
    rij = dict(waarden)
    if "cijfers" in rij:
        rij["cijfers"] = json.dumps(rij["cijfers"], ensure_ascii=False)
    return rij


def _oefening(rij: Row[Any]) -> Oefening:
    waarden = dict(rij._mapping)
    waarden["cijfers"] = json.loads(waarden["cijfers"] or "{}")
    assert waarden["stap"] in get_args(Stap)
    return Oefening(**waarden)
