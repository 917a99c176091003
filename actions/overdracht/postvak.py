"""Our own inbox as the staff of a gemeente use it: who calls which resident, and what became of that.

Every function is a part of the caller's transaction, so that what was done and the line in the trail are one. Every change names
the version that its person saw: when somebody else was first, nothing is changed (`Anders`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, update

from actions.overdracht import rijen
from actions.overdracht.kluis import Kluis, KluisDicht
from actions.overdracht.tabellen import balie, overdracht, toestemming, toestemmingstekst
from actions.overdracht.veld import Veld, uit_json
from actions.overdracht.wegen.balie import moment_van, wis

_INGETROKKEN = ("wordt_ingetrokken", "ingetrokken")


@dataclass(frozen=True, slots=True)
class Beller:
    """Somebody of the staff: number and name."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """A request in the inbox, without what the resident wrote."""

    kenmerk: str
    gemeente: str
    ingediend: datetime
    zegel: str
    moment: str | None
    """Sealed: at what part of the day to call."""
    weg_na: datetime
    uiterlijk: datetime
    versie: int
    door: Beller | None
    """Who calls."""
    genomen: datetime | None
    pogingen: int
    laatste_poging: datetime | None
    afgehandeld: datetime | None
    afgehandeld_naam: str | None

    def is_van(self, wie: Beller) -> bool:
        return self.door is not None and self.door.id == wie.id


@dataclass(frozen=True, slots=True)
class Toestemming:
    """The proof of consent of a request."""

    versie: str
    gegeven: datetime
    tekst: str


class Weg(Exception):
    """The request is not in the inbox. `stand`: what became of it, None when we do not know (any more)."""

    def __init__(self, stand: rijen.Stand | None) -> None:
        self.stand = stand
        super().__init__(stand or "unknown")


class Anders(Exception):
    """Somebody did something with it meanwhile, or somebody else has it: nothing was changed."""


# --- looking --------------------------------------------------------------------------------------------------------


def gemeente_van(verbinding: Connection, kenmerk: str) -> str | None:
    """Whose request this is or was, as long as anything of it is known."""
    for tabel in (balie, overdracht):
        if slug := verbinding.scalar(select(tabel.c.gemeente).where(tabel.c.kenmerk == kenmerk)):
            return str(slug)
    return None


def lees(verbinding: Connection, kenmerk: str) -> Vraag:
    """Raises Weg; also when the resident withdrew it and it is still being taken out."""
    vraag = select(*_KOLOMMEN).select_from(_MET_STAND).where(balie.c.kenmerk == kenmerk, _BLIJFT)
    rij = verbinding.execute(vraag).one_or_none()
    if rij is None:
        raise Weg(verbinding.scalar(select(overdracht.c.stand).where(overdracht.c.kenmerk == kenmerk)))
    return _vraag(rij)


def lijst(
    verbinding: Connection, gemeente: str, *, afgehandeld: bool, vanaf: int = 0, aantal: int | None = None
) -> tuple[Vraag, ...]:
    """Those that wait, the longest first; or those that are handled, the last one first."""
    volgorde = balie.c.afgehandeld.desc() if afgehandeld else balie.c.ingediend
    vraag = (
        select(*_KOLOMMEN)
        .select_from(_MET_STAND)
        .where(balie.c.gemeente == gemeente, _BLIJFT, _is_klaar(afgehandeld))
        .order_by(volgorde, balie.c.kenmerk)
        .offset(vanaf)
        .limit(aantal)
    )
    return tuple(_vraag(rij) for rij in verbinding.execute(vraag))


def tel(verbinding: Connection, gemeente: str, *, afgehandeld: bool) -> int:
    vraag = select(func.count()).select_from(_MET_STAND)
    waar = (balie.c.gemeente == gemeente, _BLIJFT, _is_klaar(afgehandeld))
    return verbinding.scalar(vraag.where(*waar)) or 0


def open_vraag(kluis: Kluis, vraag: Vraag) -> tuple[Veld, ...]:
    """What the resident wrote. Raises KluisDicht."""
    return uit_json(kluis.open(vraag.kenmerk, vraag.zegel))


def open_moment(kluis: Kluis, vraag: Vraag) -> str:
    """At what part of the day the resident likes to be called, in words; "" when that cannot be read."""
    if vraag.moment is None:
        return ""
    try:
        return str(kluis.open(moment_van(vraag.kenmerk), vraag.moment))
    except KluisDicht:
        return ""


def toestemming_van(verbinding: Connection, kenmerk: str) -> Toestemming | None:
    """None when its own term is over."""
    t, tekst = toestemming, toestemmingstekst
    vraag = select(t.c.versie, t.c.gegeven, tekst.c.tekst).join(tekst, tekst.c.versie == t.c.versie)
    rij = verbinding.execute(vraag.where(t.c.kenmerk == kenmerk)).one_or_none()
    return None if rij is None else Toestemming(rij.versie, rij.gegeven, rij.tekst)


# --- doing ----------------------------------------------------------------------------------------------------------


def neem(verbinding: Connection, kenmerk: str, versie: int, wie: Beller, nu: datetime) -> None:
    """This person calls; also instead of somebody else, whom they saw. Raises Weg, Anders."""
    waarden = {"genomen_door": wie.id, "genomen_naam": wie.naam, "genomen": nu}
    _doe(verbinding, kenmerk, versie, balie.c.afgehandeld.is_(None), waarden)


def geef_terug(verbinding: Connection, kenmerk: str, versie: int, wie: Beller) -> None:
    """This person does not call after all. Raises Weg, Anders."""
    _doe(verbinding, kenmerk, versie, balie.c.genomen_door == wie.id, _VRIJ)


def niet_bereikt(verbinding: Connection, kenmerk: str, versie: int, wie: Beller, nu: datetime) -> None:
    """The resident did not answer: counted, and it waits again. Raises Weg, Anders."""
    waarden = {**_VRIJ, "pogingen": balie.c.pogingen + 1, "laatste_poging": nu}
    _doe(verbinding, kenmerk, versie, _mag(wie), waarden)


def handel_af(
    verbinding: Connection,
    kenmerk: str,
    versie: int,
    wie: Beller,
    nu: datetime,
    nog: timedelta,
    weg: set[str],
) -> None:
    """It is done: erased after `nog`, never later than the resident agreed to. Raises Weg, Anders."""
    vraag = lees(verbinding, kenmerk)
    waarden = {
        **_VRIJ,
        "afgehandeld": nu,
        "afgehandeld_naam": wie.naam,
        "weg_na": min(nu + nog, vraag.uiterlijk),
    }
    _doe(verbinding, kenmerk, versie, _mag(wie), waarden)
    rijen.in_de_balie(verbinding, kenmerk, "afgehandeld", weg)


def zet_terug(verbinding: Connection, kenmerk: str, versie: int, weg: set[str]) -> None:
    """It was not done after all: it waits again, until the moment the resident agreed to. Raises Weg, Anders."""
    waarden = {"afgehandeld": None, "afgehandeld_naam": None, "weg_na": balie.c.uiterlijk}
    _doe(verbinding, kenmerk, versie, balie.c.afgehandeld.is_not(None), waarden)
    rijen.in_de_balie(verbinding, kenmerk, "verstuurd", weg)


def wis_vraag(verbinding: Connection, kenmerk: str, versie: int, wie: Beller, weg: set[str]) -> None:
    """Erase it. The resident of whom nobody handled the request reads that nobody calls any more. Raises Weg, Anders."""
    vraag = lees(verbinding, kenmerk)
    mag = or_(_mag(wie), balie.c.afgehandeld.is_not(None))
    deze = and_(balie.c.kenmerk == kenmerk, balie.c.versie == versie, mag)
    if wis(verbinding, deze, weg) != 1:
        raise Anders
    if vraag.afgehandeld is None:
        rijen.in_de_balie(verbinding, kenmerk, "gewist", weg)


_VRIJ: Mapping[str, Any] = {"genomen_door": None, "genomen_naam": None, "genomen": None}
_KOLOMMEN: Sequence[Any] = tuple(balie.c)
_MET_STAND = balie.outerjoin(overdracht, overdracht.c.kenmerk == balie.c.kenmerk)
_BLIJFT = or_(overdracht.c.stand.is_(None), overdracht.c.stand.not_in(_INGETROKKEN))
"""What the resident withdrew is gone for the staff at once, also when it is still to be taken out."""


def _is_klaar(ja: bool) -> ColumnElement[bool]:
    return balie.c.afgehandeld.is_not(None) if ja else balie.c.afgehandeld.is_(None)


def _mag(wie: Beller) -> ColumnElement[bool]:
    """It waits, and nobody else calls."""
    vrij = or_(balie.c.genomen_door.is_(None), balie.c.genomen_door == wie.id)
    return and_(balie.c.afgehandeld.is_(None), vrij)


def _doe(
    verbinding: Connection,
    kenmerk: str,
    versie: int,
    mag: ColumnElement[bool],
    waarden: Mapping[str, Any],
) -> None:
    lees(verbinding, kenmerk)
    opdracht = (
        update(balie)
        .where(balie.c.kenmerk == kenmerk, balie.c.versie == versie, mag)
        .values({**waarden, "versie": versie + 1})
    )
    if verbinding.execute(opdracht).rowcount != 1:
        raise Anders


def _vraag(rij: Row[Any]) -> Vraag:
    return Vraag(
        kenmerk=rij.kenmerk,
        gemeente=rij.gemeente,
        ingediend=rij.ingediend,
        zegel=rij.inhoud,
        moment=rij.moment,
        weg_na=rij.weg_na,
        uiterlijk=rij.uiterlijk,
        versie=rij.versie,
        door=None if rij.genomen_door is None else Beller(rij.genomen_door, rij.genomen_naam),
        genomen=rij.genomen,
        pogingen=rij.pogingen,
        laatste_poging=rij.laatste_poging,
        afgehandeld=rij.afgehandeld,
        afgehandeld_naam=rij.afgehandeld_naam,
    )
