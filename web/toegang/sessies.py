"""Sessions: a random id in a cookie, of which only the hash is kept. They end after rest, after a day's work, or by hand."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, not_, or_, select, update

from web.toegang.accounts import Medewerker, uit_rij
from web.toegang.tabellen import medewerker, sessie

_BIJHOUDEN = timedelta(minutes=1)
"""The moment of last use is written no more often than this."""
_UITLOOP = timedelta(minutes=15)
"""So long a form that was opened in time can still be sent, before the provider is asked again."""


@dataclass(frozen=True, slots=True)
class Duur:
    """How long a session lasts: without use, and in all."""

    rust: timedelta
    langst: timedelta
    aanbieder: timedelta
    """After so long somebody who came from the provider goes along it again: it may have been told to let them in no more."""


@dataclass(frozen=True, slots=True)
class Sessie:
    """A live session and whose it is."""

    id: str
    wie: Medewerker
    begonnen: datetime
    laatst: datetime
    nieuw_totp: str | None
    id_token: str | None


def sessie_id(sleutel: str) -> str:
    """Under what a session is stored: SHA-256 of what stands in the cookie."""
    return hashlib.sha256(sleutel.encode("utf-8", "surrogatepass")).hexdigest()


def formulierbewijs(sleutel: str) -> str:
    """The token in every form of this session. Made from the cookie: only who has that knows it, and it is stored nowhere."""
    return hmac.new(
        sleutel.encode("utf-8", "surrogatepass"), b"rechtop/formulier", hashlib.sha256
    ).hexdigest()


def begin(verbinding: Connection, wie: int, nu: datetime, id_token: str | None = None) -> str:
    """A new session. Gives what goes into the cookie."""
    sleutel = secrets.token_urlsafe(32)
    verbinding.execute(
        insert(sessie).values(
            id=sessie_id(sleutel), medewerker=wie, begonnen=nu, laatst=nu, nieuw_totp=None, id_token=id_token
        )
    )
    return sleutel


def vind(verbinding: Connection, sleutel: str, duur: Duur, nu: datetime) -> Sessie | None:
    """The session of this cookie, when it has not ended and its person is not blocked."""
    vraag = (
        select(medewerker, *(kolom.label(f"s_{kolom.name}") for kolom in sessie.c))
        .join_from(sessie, medewerker)
        .where(
            sessie.c.id == sessie_id(sleutel),
            not_(_voorbij(duur, nu)),
            medewerker.c.geblokkeerd.is_(False),
        )
    )
    rij = verbinding.execute(vraag).one_or_none()
    if rij is None:
        return None
    return Sessie(rij.s_id, uit_rij(rij), rij.s_begonnen, rij.s_laatst, rij.s_nieuw_totp, rij.s_id_token)


def is_stil(deze: Sessie, nu: datetime) -> bool:
    """It is time to write down that it was used."""
    return nu - deze.laatst >= _BIJHOUDEN


def moet_opnieuw(deze: Sessie, duur: Duur, nu: datetime) -> bool:
    """The provider has to say again who this is."""
    return deze.id_token is not None and deze.begonnen <= nu - duur.aanbieder


def gebruikt(verbinding: Connection, id_: str, nu: datetime) -> None:
    verbinding.execute(update(sessie).where(sessie.c.id == id_).values(laatst=nu))


def onthoud_totp(verbinding: Connection, id_: str, zegel: str | None) -> None:
    """The secret of a new app, until it is confirmed."""
    verbinding.execute(update(sessie).where(sessie.c.id == id_).values(nieuw_totp=zegel))


def beeindig(verbinding: Connection, id_: str) -> None:
    verbinding.execute(delete(sessie).where(sessie.c.id == id_))


def beeindig_alle(verbinding: Connection, wie: int, behalve: str | None = None) -> int:
    """End the sessions of a person, but for the one with this id. Gives how many."""
    opdracht = delete(sessie).where(sessie.c.medewerker == wie)
    if behalve is not None:
        opdracht = opdracht.where(sessie.c.id != behalve)
    return verbinding.execute(opdracht).rowcount


def tel(verbinding: Connection, wie: int, duur: Duur, nu: datetime) -> int:
    """How many live sessions a person has."""
    vraag = select(sessie.c.id).where(sessie.c.medewerker == wie, not_(_voorbij(duur, nu)))
    return len(verbinding.execute(vraag).all())


def is_binnen(verbinding: Connection, wie: int, duur: Duur, nu: datetime) -> bool:
    """Somebody is logged in as this person, who is not blocked."""
    vraag = (
        select(sessie.c.id)
        .join_from(sessie, medewerker)
        .where(medewerker.c.id == wie, medewerker.c.geblokkeerd.is_(False), not_(_voorbij(duur, nu)))
        .limit(1)
    )
    return verbinding.execute(vraag).one_or_none() is not None


def vergeet(verbinding: Connection, duur: Duur, nu: datetime) -> None:
    """Erase the sessions that ended by themselves."""
    verbinding.execute(delete(sessie).where(_voorbij(duur, nu)))


def _voorbij(duur: Duur, nu: datetime) -> ColumnElement[bool]:
    return or_(
        sessie.c.laatst <= nu - duur.rust,
        sessie.c.begonnen <= nu - duur.langst,
        and_(sessie.c.id_token.is_not(None), sessie.c.begonnen <= nu - duur.aanbieder - _UITLOOP),
    )
