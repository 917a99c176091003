"""Accounts of staff: the rows, and what may be done with them. No words, no passwords as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, insert, select, update

from web.toegang.tabellen import herstelcode, instelcode, medewerker

Rol = Literal["balie", "schrijver", "publicist", "beheerder"]
ROLLEN: tuple[Rol, ...] = get_args(Rol)
LOKAAL = "lokaal"
"""The `bron` of an account with a password of ours."""


@dataclass(frozen=True, slots=True)
class Medewerker:
    """A person of the staff, of one gemeente."""

    id: int
    bron: str
    login: str
    naam: str
    gemeente: str
    rollen: frozenset[str]
    geblokkeerd: bool
    gemaakt: datetime
    laatst_aangemeld: datetime | None
    ingesteld: bool
    """Has a password and an app (local accounts only)."""

    @property
    def lokaal(self) -> bool:
        return self.bron == LOKAAL

    def mag(self, *rollen: str) -> bool:
        """Has one of these roles; without any named: everybody of the staff."""
        return not rollen or bool(self.rollen & set(rollen))


@dataclass(frozen=True, slots=True)
class Geheimen:
    """What a local account is opened with."""

    wachtwoord: str | None
    totp: str | None
    totp_stap: int


@dataclass(frozen=True, slots=True)
class Instelling:
    """A set-up link that can still be used."""

    wie: Medewerker
    totp: str
    """Sealed."""


def uit_rij(rij: Row[Any]) -> Medewerker:
    return Medewerker(
        id=rij.id,
        bron=rij.bron,
        login=rij.login,
        naam=rij.naam,
        gemeente=rij.gemeente,
        rollen=frozenset(rij.rollen),
        geblokkeerd=rij.geblokkeerd,
        gemaakt=rij.gemaakt,
        laatst_aangemeld=rij.laatst_aangemeld,
        ingesteld=rij.wachtwoord is not None and rij.totp is not None,
    )


def vind(verbinding: Connection, login: str, bron: str = LOKAAL) -> Medewerker | None:
    rij = verbinding.execute(
        select(medewerker).where(medewerker.c.bron == bron, medewerker.c.login == login)
    ).one_or_none()
    return None if rij is None else uit_rij(rij)


def alle(verbinding: Connection) -> tuple[Medewerker, ...]:
    vraag = select(medewerker).order_by(medewerker.c.gemeente, medewerker.c.login)
    return tuple(uit_rij(rij) for rij in verbinding.execute(vraag))


def geheimen(verbinding: Connection, id_: int) -> Geheimen:
    """The row is held until the end of the transaction."""
    vraag = select(medewerker.c.wachtwoord, medewerker.c.totp, medewerker.c.totp_stap)
    rij = verbinding.execute(vraag.where(medewerker.c.id == id_).with_for_update()).one()
    return Geheimen(rij.wachtwoord, rij.totp, rij.totp_stap)


def maak(
    verbinding: Connection,
    nu: datetime,
    *,
    login: str,
    naam: str,
    gemeente: str,
    rollen: Iterable[str],
    bron: str = LOKAAL,
) -> int:
    """A new account, that opens nothing yet. Gives its id. The name must be free (IntegrityError)."""
    rij = verbinding.execute(
        insert(medewerker)
        .values(
            bron=bron,
            login=login,
            naam=naam,
            gemeente=gemeente,
            rollen=sorted(rollen),
            wachtwoord=None,
            totp=None,
            totp_stap=0,
            geblokkeerd=False,
            gemaakt=nu,
            laatst_aangemeld=None,
        )
        .returning(medewerker.c.id)
    )
    return int(rij.scalar_one())


def zet(verbinding: Connection, id_: int, **waarden: Any) -> None:
    """Change columns of an account."""
    if "rollen" in waarden:
        waarden["rollen"] = sorted(waarden["rollen"])
    verbinding.execute(update(medewerker).where(medewerker.c.id == id_).values(**waarden))


def verwijder(verbinding: Connection, id_: int) -> None:
    """With its codes and sessions."""
    verbinding.execute(delete(medewerker).where(medewerker.c.id == id_))


def gebruik_stap(verbinding: Connection, id_: int, stap: int) -> bool:
    """Use up a code of the app, and all older ones. False when another request was first."""
    eerder = medewerker.c.totp_stap < stap
    opdracht = update(medewerker).where(medewerker.c.id == id_, eerder).values(totp_stap=stap)
    return verbinding.execute(opdracht).rowcount == 1


def zet_herstelcodes(verbinding: Connection, id_: int, merken: Iterable[str]) -> None:
    """These in the place of all earlier ones."""
    verbinding.execute(delete(herstelcode).where(herstelcode.c.medewerker == id_))
    if rijen := [{"code": merk, "medewerker": id_} for merk in merken]:
        verbinding.execute(insert(herstelcode), rijen)


def gebruik_herstelcode(verbinding: Connection, id_: int, merk: str) -> bool:
    """Use up a recovery code. False when this person has it not (any more)."""
    mijn = (herstelcode.c.code == merk, herstelcode.c.medewerker == id_)
    return verbinding.execute(delete(herstelcode).where(*mijn)).rowcount == 1


def tel_herstelcodes(verbinding: Connection, id_: int) -> int:
    vraag = select(herstelcode.c.code).where(herstelcode.c.medewerker == id_)
    return len(verbinding.execute(vraag).all())


def leg_instelcode(verbinding: Connection, id_: int, merk: str, totp: str, geldig_tot: datetime) -> None:
    """A set-up link in the place of an earlier one. `totp`: the sealed secret its page shows."""
    verbinding.execute(delete(instelcode).where(instelcode.c.medewerker == id_))
    rij = {"code": merk, "medewerker": id_, "totp": totp, "geldig_tot": geldig_tot}
    verbinding.execute(insert(instelcode).values(rij))


def vind_instelcode(verbinding: Connection, merk: str, nu: datetime) -> Instelling | None:
    vraag = (
        select(medewerker, instelcode.c.totp.label("nieuw_totp"))
        .join_from(instelcode, medewerker)
        .where(instelcode.c.code == merk, instelcode.c.geldig_tot > nu, medewerker.c.geblokkeerd.is_(False))
    )
    rij = verbinding.execute(vraag).one_or_none()
    return None if rij is None else Instelling(uit_rij(rij), rij.nieuw_totp)


def neem_instelcode(verbinding: Connection, merk: str) -> bool:
    """Use it up. False when another request was first."""
    return verbinding.execute(delete(instelcode).where(instelcode.c.code == merk)).rowcount == 1


def vergeet_instelcodes(verbinding: Connection, nu: datetime) -> None:
    verbinding.execute(delete(instelcode).where(instelcode.c.geldig_tot <= nu))
