"""The overview by e-mail: one for each talk, five a day for each address, and nothing kept of the address.

It is sent while the resident waits: nothing is queued, because a queue would hold an address. The talk's row and the count are
written before the mail goes, so that two clicks at once are one mail, and taken back when it did not go.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection, delete, insert, select, update

from actions.gesprek.bronnen import NEDERLAND
from actions.gesprek.database import voeg_in
from actions.gesprek.opslag import Opslag
from actions.overdracht.post import Postkantoor, maak_brief, verstuur
from actions.overdracht.posttabellen import overzichtmail as t
from actions.overdracht.posttabellen import overzichtmail_adres as t_adres

PER_DAG = 5
"""Mails to one address."""
SECONDEN = 20.0
"""For sending one: somebody is waiting."""
VAST = timedelta(seconds=60)
"""After so long whoever was sending it is gone."""


class AlGemaild(Exception):
    """This talk had its mail."""


class TeVaak(Exception):
    """This address had its mails of today."""


class NogBezig(Exception):
    """The same talk is being mailed at this moment: ask again in a moment."""


class Overzichtpost:
    """`sleutel`: the secret of the installation, the same in every process that shares the record."""

    def __init__(
        self, opslag: Opslag, kantoor: Postkantoor, sleutel: str, klok: Callable[[], datetime]
    ) -> None:
        self._opslag = opslag
        self._kantoor = kantoor
        self._klok = klok
        self._sleutel = HKDF(SHA256(), 32, None, b"rechtop overzichtmail 1").derive(sleutel.encode())

    def is_gemaild(self, gesprek: str) -> bool:
        with self._opslag.lees_naast() as verbinding:
            rij = verbinding.execute(select(t.c.bezig_tot).where(t.c.gesprek == gesprek)).one_or_none()
        return rij is not None and rij.bezig_tot is None

    def stuur(self, gesprek: str, client_id: str, adres: str, onderwerp: str, tekst: str) -> None:
        """Returns when the mail server has it, or had it already from this same form. Blocks some `SECONDEN` at most.

        Raises GesprekOnbekend, AlGemaild, TeVaak, NogBezig, and NietVerstuurd: then it counts for nothing.
        """
        nu = self._klok()
        merk = self._merk(adres, _dag(nu))
        with self._opslag.transactie(gesprek) as transactie:
            if self._was_al(transactie.verbinding, gesprek, client_id, nu):
                return
            _tel(transactie.verbinding, merk, _dag(nu))
            self._leg(transactie.verbinding, gesprek, client_id, nu + VAST)
        brief = maak_brief(self._kantoor, adres, onderwerp, tekst, secrets.token_hex(16), nu)
        try:
            verstuur(self._kantoor, brief, SECONDEN)
        except BaseException:
            with self._opslag.schrijf() as verbinding:
                verbinding.execute(delete(t).where(*_deze(gesprek, client_id)))
                verbinding.execute(
                    update(t_adres).where(t_adres.c.merk == merk).values(aantal=t_adres.c.aantal - 1)
                )
            raise
        with self._opslag.schrijf() as verbinding:
            verbinding.execute(update(t).where(*_deze(gesprek, client_id)).values(bezig_tot=None))

    @staticmethod
    def _was_al(verbinding: Connection, gesprek: str, client_id: str, nu: datetime) -> bool:
        """Was this form sent? Raises AlGemaild, NogBezig for the other reasons not to send."""
        rij = verbinding.execute(select(t).where(t.c.gesprek == gesprek)).one_or_none()
        if rij is None:
            return False
        if rij.bezig_tot is None:
            if rij.client_id == client_id:
                return True
            raise AlGemaild
        if rij.bezig_tot > nu:
            raise NogBezig
        return False

    @staticmethod
    def _leg(verbinding: Connection, gesprek: str, client_id: str, tot: datetime) -> None:
        verbinding.execute(delete(t).where(t.c.gesprek == gesprek))
        verbinding.execute(insert(t).values(gesprek=gesprek, client_id=client_id, bezig_tot=tot))

    def _merk(self, adres: str, dag: date) -> str:
        """A hash of the mailbox that only we can make, another one each day. `jan+geld@…` is the mailbox of `jan@…`."""
        naam, _, domein = adres.lower().rpartition("@")
        bus = f"{dag.isoformat()} {naam.partition('+')[0]}@{domein}"
        return hmac.digest(self._sleutel, bus.encode(), "sha256").hex()


def vergeet(opslag: Opslag, nu: datetime) -> int:
    """Erase the counts of days that are over: rows, and their bytes in the files. Gives how many."""
    oud = t_adres.c.dag < _dag(nu)
    with opslag.schrijf() as verbinding:
        weg = set(verbinding.scalars(select(t_adres.c.merk).where(oud)))
        if weg:
            verbinding.execute(delete(t_adres).where(oud))
    if weg:
        opslag.veeg(weg)
    return len(weg)


def _tel(verbinding: Connection, merk: str, dag: date) -> None:
    """One more for this address. Raises TeVaak."""
    rij = {"merk": merk, "dag": dag, "aantal": 0}
    nieuw = voeg_in(t_adres, verbinding.dialect.name).values(rij)
    verbinding.execute(nieuw.on_conflict_do_nothing(index_elements=["merk"]))
    vraag = select(t_adres.c.aantal).where(t_adres.c.merk == merk).with_for_update()
    aantal: int = verbinding.scalars(vraag).one()
    if aantal >= PER_DAG:
        raise TeVaak
    verbinding.execute(update(t_adres).where(t_adres.c.merk == merk).values(aantal=aantal + 1))


def _deze(gesprek: str, client_id: str) -> tuple[Any, ...]:
    """The row, while it is still that of this form."""
    return t.c.gesprek == gesprek, t.c.client_id == client_id, t.c.bezig_tot.is_not(None)


def _dag(nu: datetime) -> date:
    return nu.astimezone(NEDERLAND).date()
