"""What the manager of accounts does, from the command line of the machine itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from web.toegang import accounts, codes, sessies, spoor
from web.toegang.accounts import ROLLEN, Medewerker
from web.toegang.spoor import Soort, noteer
from web.toegang.toegang import Toegang, gewone_login

GELDIG = timedelta(hours=24)
"""How long a set-up link works."""


class BeheerFout(Exception):
    """It cannot be done; the text of the exception says why."""


@dataclass(frozen=True, slots=True)
class Link:
    """A set-up link, shown once and stored nowhere."""

    code: str
    geldig_tot: datetime

    @property
    def pad(self) -> str:
        return f"/aanmelden/instellen/{self.code}"


def nieuw(toegang: Toegang, login: str, naam: str, gemeente: str, rollen: Iterable[str]) -> Link:
    """A new account. It opens nothing until the person set it up. Raises BeheerFout."""
    login, rollen = gewone_login(login), frozenset(rollen)
    if not login or any(teken.isspace() for teken in login):
        raise BeheerFout("a login name has no spaces")
    if not rollen or not rollen <= set(ROLLEN):
        raise BeheerFout(f"a role is one of: {', '.join(ROLLEN)}")
    try:
        with toegang.opslag.schrijf() as verbinding:
            id_ = accounts.maak(
                verbinding, toegang.nu(), login=login, naam=naam, gemeente=gemeente, rollen=rollen
            )
            wie = accounts.vind(verbinding, login)
            assert wie is not None
            noteer(verbinding, toegang.nu(), Soort.ACCOUNT_GEMAAKT, wie)
            return _leg_link(toegang, verbinding, id_)
    except IntegrityError:
        raise BeheerFout(f"there is already an account {login}") from None


def herstel(toegang: Toegang, login: str) -> Link:
    """Take away password, app and recovery codes, end all sessions, and give a new set-up link. Raises BeheerFout."""
    with toegang.opslag.schrijf() as verbinding:
        wie = _vind(verbinding, login)
        accounts.zet(verbinding, wie.id, wachtwoord=None, totp=None)
        accounts.zet_herstelcodes(verbinding, wie.id, ())
        sessies.beeindig_alle(verbinding, wie.id)
        noteer(verbinding, toegang.nu(), Soort.ACCOUNT_HERSTELD, wie)
        return _leg_link(toegang, verbinding, wie.id)


def blokkeer(toegang: Toegang, login: str, *, ja: bool, bron: str = accounts.LOKAAL) -> None:
    """Block an account and end its sessions, or give it free again. Raises BeheerFout."""
    with toegang.opslag.schrijf() as verbinding:
        wie = _vind(verbinding, login, bron)
        accounts.zet(verbinding, wie.id, geblokkeerd=ja)
        if ja:
            sessies.beeindig_alle(verbinding, wie.id)
        soort = Soort.ACCOUNT_GEBLOKKEERD if ja else Soort.ACCOUNT_VRIJGEGEVEN
        noteer(verbinding, toegang.nu(), soort, wie)


def zet_rollen(toegang: Toegang, login: str, rollen: Iterable[str]) -> None:
    """Other roles, at once. Raises BeheerFout."""
    nieuwe = frozenset(rollen)
    if not nieuwe or not nieuwe <= set(ROLLEN):
        raise BeheerFout(f"a role is one of: {', '.join(ROLLEN)}")
    with toegang.opslag.schrijf() as verbinding:
        wie = _vind(verbinding, login)
        accounts.zet(verbinding, wie.id, rollen=nieuwe)
        noteer(verbinding, toegang.nu(), Soort.ACCOUNT_VERANDERD, wie)


def verwijder(toegang: Toegang, login: str, bron: str = accounts.LOKAAL) -> None:
    """The account is gone; its lines in the trail stay. Raises BeheerFout."""
    with toegang.opslag.schrijf() as verbinding:
        wie = _vind(verbinding, login, bron)
        accounts.verwijder(verbinding, wie.id)
        noteer(verbinding, toegang.nu(), Soort.ACCOUNT_VERWIJDERD, wie)


def alle(toegang: Toegang) -> tuple[Medewerker, ...]:
    with toegang.opslag.lees_naast() as verbinding:
        return accounts.alle(verbinding)


def regels(
    toegang: Toegang, gemeente: str | None, voor: int | None = None, aantal: int = 100
) -> tuple[spoor.Regel, ...]:
    """The trail, newest first; of all gemeenten for None."""
    with toegang.opslag.lees_naast() as verbinding:
        return spoor.lees(verbinding, gemeente, voor=voor, aantal=aantal)


def _vind(verbinding: Connection, login: str, bron: str = accounts.LOKAAL) -> Medewerker:
    wie = accounts.vind(verbinding, gewone_login(login) if bron == accounts.LOKAAL else login, bron)
    if wie is None:
        raise BeheerFout(f"there is no account {login}")
    return wie


def _leg_link(toegang: Toegang, verbinding: Connection, id_: int) -> Link:
    link = Link(secrets.token_urlsafe(24), toegang.nu() + GELDIG)
    zegel = toegang.verzegel_totp(id_, codes.nieuw_geheim())
    merk = toegang.kluis.merk("instellen", link.code)
    accounts.leg_instelcode(verbinding, id_, merk, zegel, link.geldig_tot)
    return link
