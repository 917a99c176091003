"""Facts and offered buttons as ordered rows: read once per turn, and only what changed is written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select, update

from actions.gesprek.staat import Staat
from actions.gesprek.tabellen import feit, keuze

Waarden = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of row: its table, the column that names a row within a talk, and where it comes from."""

    tabel: Table
    sleutel: Column[Any]
    uit_staat: Callable[[Staat], dict[str, Waarden]]

    def lees(self, verbinding: Connection, gesprek: str) -> Lijst:
        vraag = select(self.tabel).where(self.tabel.c.gesprek == gesprek).order_by(self.tabel.c.nr)
        rijen: dict[str, tuple[int, Waarden]] = {}
        for rij in verbinding.execute(vraag).mappings():
            waarden = {k: v for k, v in rij.items() if k not in ("gesprek", "nr", self.sleutel.name)}
            rijen[rij[self.sleutel.name]] = (rij["nr"], waarden)
        return Lijst(self, rijen)


@dataclass(frozen=True, slots=True)
class Lijst:
    """The rows of one kind of one talk as they are stored: key → (place in the order, values)."""

    soort: Soort
    rijen: Mapping[str, tuple[int, Waarden]]

    def inhoud(self) -> dict[str, Waarden]:
        return {sleutel: waarden for sleutel, (_, waarden) in self.rijen.items()}


SOORTEN: Mapping[str, Soort] = {
    "feit": Soort(
        feit, feit.c.naam, lambda staat: {naam: {"waarde": waarde} for naam, waarde in staat.feiten.items()}
    ),
    "keuze": Soort(
        keuze,
        keuze.c.id,
        lambda staat: {a.id: {"bericht": a.bericht, "betekenis": dict(a.betekenis)} for a in staat.aanbod},
    ),
}


def schrijf_verschil(verbinding: Connection, gesprek: str, oud: Lijst, nieuw: Mapping[str, Waarden]) -> None:
    """Make the stored rows equal to `nieuw`, order included."""
    tabel, sleutel = oud.soort.tabel, oud.soort.sleutel
    volgorde = [k for k in oud.rijen if k in nieuw]
    # When the order of what was there changed (rare), all rows are written anew.
    gebleven = set(volgorde) if list(nieuw)[: len(volgorde)] == volgorde else set()
    weg = [k for k in oud.rijen if k not in gebleven]
    if weg:
        verbinding.execute(
            delete(tabel).where(tabel.c.gesprek == gesprek, sleutel == bindparam("k")),
            [{"k": k} for k in weg],
        )
    for k in gebleven:
        # repr as well: 1 and True are equal, and not the same answer.
        if oud.rijen[k][1] != nieuw[k] or repr(oud.rijen[k][1]) != repr(nieuw[k]):
            verbinding.execute(
                update(tabel).where(tabel.c.gesprek == gesprek, sleutel == k).values(**nieuw[k])
            )
    begin = max((oud.rijen[k][0] for k in gebleven), default=-1) + 1
    erbij = [k for k in nieuw if k not in gebleven]
    if erbij:
        verbinding.execute(
            insert(tabel),
            [{"gesprek": gesprek, sleutel.name: k, "nr": begin + i, **nieuw[k]} for i, k in enumerate(erbij)],
        )
