"""Facts and offered buttons as ordered rows: read once per turn, and only what changed is written back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, insert, select, update

from actions.gesprek.staat import Staat
from actions.gesprek.tabellen import feit, keuze

Waarden = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of row: its table, the column that names a row within a talk, and where it comes from."""

    tabel: Table
    sleutel: Column[Any]
    uit_staat: Callable[[Staat], dict[str, Waarden]]

    namen: tuple[str, ...]
    """The columns that hold values."""
    alles: Select[Any]
    """All rows of a talk in order; made once, because making a statement costs more than running it."""

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
    return Soort(tabel, sleutel, uit_staat, tuple(kolom.name for kolom in rest), alles)


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
        if not _zelfde(oud.rijen[k][1], nieuw[k]):
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


def _zelfde(oud: Waarden, nieuw: Waarden) -> bool:
    if all(oud[naam] is waarde for naam, waarde in nieuw.items()):
        return True
    # repr as well: 1 and True are equal, and not the same answer.
    return oud == nieuw and repr(oud) == repr(nieuw)
