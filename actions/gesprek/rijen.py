"""Facts and offered buttons as ordered rows: read once per turn, and only what changed is written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from actions.gesprek.staat import Staat
from actions.gesprek.tabellen import feit, keuze

Waarden = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of row: the column that names a row within a talk, where it comes from, and its statements. Those are made once,
    because making a statement costs more than running it."""

    sleutel: Column[Any]
    uit_staat: Callable[[Staat], dict[str, Waarden]]

    namen: tuple[str, ...]
    """The columns that hold values."""
    alles: Select[Any]
    """All rows of a talk in order."""
    weg: Delete
    anders: Update
    """Both of the row `van_sleutel` of the talk `van_gesprek`."""
    erbij: Insert

    def lees(self, verbinding: Connection, gesprek: str) -> Lijst:
        return Lijst(
            self,
            {
                sleutel: (nr, dict(zip(self.namen, waarden, strict=True)))
                for sleutel, nr, *waarden in verbinding.execute(self.alles, {"gesprek": gesprek})
            },
        )


@dataclass(frozen=True, slots=True)
class Lijst:
    """The rows of one kind of one talk as they are stored: key → (place in the order, values)."""

    soort: Soort
    rijen: Mapping[str, tuple[int, Waarden]]

    def inhoud(self) -> dict[str, Waarden]:
        return {sleutel: waarden for sleutel, (_, waarden) in self.rijen.items()}


def _soort(tabel: Table, sleutel: Column[Any], uit_staat: Callable[[Staat], dict[str, Waarden]]) -> Soort:
    vast = (sleutel, tabel.c.nr)
    rest = [kolom for kolom in tabel.c if kolom not in {tabel.c.gesprek, *vast}]
    alles = select(*vast, *rest).where(tabel.c.gesprek == bindparam("gesprek")).order_by(tabel.c.nr)
    deze = (tabel.c.gesprek == bindparam("van_gesprek"), sleutel == bindparam("van_sleutel"))
    return Soort(
        sleutel,
        uit_staat,
        tuple(kolom.name for kolom in rest),
        alles,
        delete(tabel).where(*deze),
        update(tabel).where(*deze).values({kolom.name: bindparam(kolom.name) for kolom in rest}),
        insert(tabel),
    )


SOORTEN: Mapping[str, Soort] = {
    "feit": _soort(
        feit, feit.c.naam, lambda staat: {naam: {"waarde": waarde} for naam, waarde in staat.feiten.items()}
    ),
    "keuze": _soort(
        keuze,
        keuze.c.id,
        lambda staat: {a.id: {"bericht": a.bericht, "betekenis": a.betekenis} for a in staat.aanbod},
    ),
}


def schrijf_verschil(verbinding: Connection, gesprek: str, oud: Lijst, nieuw: Mapping[str, Waarden]) -> None:
    """Make the stored rows equal to `nieuw`, order included."""
    soort = oud.soort
    volgorde = [k for k in oud.rijen if k in nieuw]
    # When the order of what was there changed (rare), all rows are written anew.
    gebleven = set(volgorde) if list(nieuw)[: len(volgorde)] == volgorde else set()
    weg = [{"van_gesprek": gesprek, "van_sleutel": k} for k in oud.rijen if k not in gebleven]
    if weg:
        verbinding.execute(soort.weg, weg)
    anders = [
        {"van_gesprek": gesprek, "van_sleutel": k, **nieuw[k]}
        for k in gebleven
        if not _zelfde(oud.rijen[k][1], nieuw[k])
    ]
    if anders:
        verbinding.execute(soort.anders, anders)
    begin = max((oud.rijen[k][0] for k in gebleven), default=-1) + 1
    erbij = [k for k in nieuw if k not in gebleven]
    if erbij:
        verbinding.execute(
            soort.erbij,
            [
                {"gesprek": gesprek, soort.sleutel.name: k, "nr": begin + i, **nieuw[k]}
                for i, k in enumerate(erbij)
            ],
        )


def _zelfde(oud: Waarden, nieuw: Waarden) -> bool:
    if all(oud[naam] is waarde for naam, waarde in nieuw.items()):
        return True
    # repr as well: 1 and True are equal, and not the same answer.
    return oud == nieuw and repr(oud) == repr(nieuw)
