"""The talk's record: the only place where a talk is kept.

Every process may be killed at any moment; what is committed here is the whole talk. Two processes (web and
actions) share it. A turn is one transaction that starts with the lock, so that two turns of one talk never
run through each other.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from actions.gesprek import codes, database, tellen
from actions.gesprek.rijen import SOORTEN, Lijst, schrijf_verschil
from actions.gesprek.staat import Aanbod, Beurt, Gesprek, OpenVraag, Staat
from actions.gesprek.tabellen import beurt as t_beurt
from actions.gesprek.tabellen import gesprek as t_gesprek
from actions.overdracht import rijen as overdracht

_log = logging.getLogger(__name__)

_NIEUWE_STAND = (
    t_gesprek.update()
    .where(t_gesprek.c.id == bindparam("van"))
    .values(
        {
            naam: bindparam(naam)
            for naam in ("laatste_nr", "verloopt", "geschat", "scope", "open_vraag", "extra")
        }
    )
)

BEGIN = "begin"
"""The client id of turn 0, the messages a talk opens with."""


class GesprekOnbekend(Exception):
    """There is no such talk: never was, expired, or erased. Nobody is told which."""


def gesprek_id(token: str) -> str:
    """The id a talk is stored under: SHA-256 of its token, in hex."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


class Transactie:
    """One turn of one talk, holding the lock. Made by :meth:`Opslag.transactie`."""

    def __init__(
        self,
        verbinding: Connection,
        gesprek: Gesprek,
        laatste_nr: int,
        lijsten: Mapping[str, Lijst],
        verloopt: datetime,
    ) -> None:
        self._verbinding = verbinding
        self._lijsten = lijsten
        self._verloopt = verloopt
        self._bewaard = False
        self.gesprek = gesprek
        """The talk as it is now, without its turns (turn 100 must not read 99): see :meth:`beurten`."""
        self.volgend_nr = laatste_nr + 1
        """The `nr` the turn being made must have."""

    @property
    def verbinding(self) -> Connection:
        """For what is kept beside the talk, in the same transaction."""
        return self._verbinding

    def eerder(self, client_id: str) -> Beurt | None:
        """The turn that was already made for this client id, if any."""
        return _beurt_van(self._verbinding, self.gesprek.id, client_id)

    def beurten(self, laatste: int | None = None) -> tuple[Beurt, ...]:
        """The turns so far, oldest first; only the last `laatste` when given."""
        return _lees_beurten(self._verbinding, self.gesprek.id, laatste)

    def bewaar(self, staat: Staat, beurt: Beurt) -> None:
        """Store the new state and the turn, and move the moment of expiry on. Once per transaction.

        Raises ValueError when `beurt.nr` is not :attr:`volgend_nr`, or when something was stored already.
        """
        if self._bewaard or beurt.nr != self.volgend_nr:
            raise ValueError(f"turn {beurt.nr} cannot be stored, {self.volgend_nr} is next")
        for soort, lijst in self._lijsten.items():
            schrijf_verschil(self._verbinding, self.gesprek.id, lijst, SOORTEN[soort].uit_staat(staat))
        self._verbinding.execute(
            _NIEUWE_STAND,
            {"van": self.gesprek.id, "laatste_nr": beurt.nr, "verloopt": self._verloopt, **_kolommen(staat)},
        )
        _schrijf_beurt(self._verbinding, self.gesprek.id, beurt)
        self._bewaard = True

    def tel(self, dag: date, geteld: Iterable[tuple[str, tellen.Wat]]) -> None:
        """Count topics for the gemeente of this talk (see `tellen`)."""
        tellen.tel(self._verbinding, dag, self.gesprek.staat.gemeente, geteld)


class Opslag:
    """The record.

    `url`: an SQLAlchemy address (a SQLite file or PostgreSQL). `klok` gives the moment with its time zone.
    `bewaartermijn` counts from the last message; `bewaartermijn_gedeeld` is for a shared computer.
    """

    def __init__(
        self,
        url: str,
        klok: Callable[[], datetime],
        *,
        bewaartermijn: timedelta = timedelta(hours=24),
        bewaartermijn_gedeeld: timedelta = timedelta(minutes=30),
    ) -> None:
        self._klok = klok
        self._termijn = {False: bewaartermijn, True: bewaartermijn_gedeeld}
        self._schrijver = database.maak_engine(url, schrijft=True)
        self._lezer = database.maak_engine(url, schrijft=False)
        self._te_vegen: set[str] = set()

    def migreer(self) -> None:
        """Make or update the tables. Safe when several processes do it at once."""
        database.migreer(self._schrijver)

    def sluit(self) -> None:
        """Close all connections."""
        self._schrijver.dispose()
        self._lezer.dispose()

    def nieuw(
        self,
        staat: Staat,
        eerste: Mapping[str, Any] | Callable[[str], Mapping[str, Any]],
        gedeelde_computer: bool,
    ) -> tuple[str, datetime]:
        """Start a talk. Gives the token (the resident's secret, stored nowhere) and when the talk expires.

        `eerste` is the first BeurtAntwoord as JSON, stored as turn 0; or a function from the talk's id to it.
        """
        token = secrets.token_urlsafe(32)
        id_ = gesprek_id(token)
        antwoord = eerste(id_) if callable(eerste) else eerste
        nu = self._klok()
        verloopt = nu + self._termijn[gedeelde_computer]
        with self._schrijver.begin() as verbinding:
            verbinding.execute(
                insert(t_gesprek).values(
                    id=id_,
                    gemeente=staat.gemeente,
                    gedeelde_computer=gedeelde_computer,
                    aangemaakt=nu,
                    verloopt=verloopt,
                    laatste_nr=0,
                    **_kolommen(staat),
                )
            )
            for soort in SOORTEN.values():
                schrijf_verschil(verbinding, id_, Lijst(soort, {}), soort.uit_staat(staat))
            _schrijf_beurt(verbinding, id_, Beurt(0, BEGIN, None, antwoord, "direct"))
        return token, verloopt

    @contextmanager
    def transactie(self, gesprek_id: str) -> Iterator[Transactie]:
        """One turn: read, decide, store, all or nothing. Other turns of this talk wait.

        Raises GesprekOnbekend when there is no such talk. An exception inside undoes everything.
        """
        with self._schrijver.begin() as verbinding:
            nu = self._klok()
            rij = _rij(verbinding, gesprek_id, nu, op_slot=True)
            if rij is None:
                raise GesprekOnbekend
            lijsten = {naam: soort.lees(verbinding, gesprek_id) for naam, soort in SOORTEN.items()}
            gesprek = _gesprek(rij, lijsten, ())
            verloopt = nu + self._termijn[rij.gedeelde_computer]
            yield Transactie(verbinding, gesprek, rij.laatste_nr, lijsten, verloopt)

    def lees(self, gesprek_id: str) -> Gesprek | None:
        """The whole talk with all its turns, or None when there is no such talk."""
        with self._lezer.begin() as verbinding:
            rij = _rij(verbinding, gesprek_id, self._klok())
            if rij is None:
                return None
            lijsten = {naam: soort.lees(verbinding, gesprek_id) for naam, soort in SOORTEN.items()}
            return _gesprek(rij, lijsten, _lees_beurten(verbinding, gesprek_id))

    def eerder(self, gesprek_id: str, client_id: str) -> Beurt | None:
        """The turn already stored for this client id, without waiting for a turn that is under way.

        Raises GesprekOnbekend when there is no such talk.
        """
        with self._lezer.begin() as verbinding:
            if _rij(verbinding, gesprek_id, self._klok()) is None:
                raise GesprekOnbekend
            return _beurt_van(verbinding, gesprek_id, client_id)

    def laatste_beurt(self, gesprek_id: str) -> Beurt | None:
        """The last turn (turn 0 when there is no other), or None when there is no such talk."""
        with self._lezer.begin() as verbinding:
            if _rij(verbinding, gesprek_id, self._klok()) is None:
                return None
            return _lees_beurten(verbinding, gesprek_id, laatste=1)[0]

    def kijk(self, gesprek_id: str, client_id: str) -> tuple[Beurt | None, int]:
        """Before a turn: the one already stored for this client id, if any, and how many there are.

        Raises GesprekOnbekend when there is no such talk.
        """
        with self._lezer.begin() as verbinding:
            rij = verbinding.execute(
                _KIJK, {"id": gesprek_id, "client_id": client_id, "nu": self._klok()}
            ).one_or_none()
        if rij is None:
            raise GesprekOnbekend
        return (None if rij.client_id is None else _beurt(rij)), int(rij.laatste_nr)

    def gemeente(self, gesprek_id: str) -> str | None:
        """The slug of the gemeente of this talk, or None when there is no such talk."""
        with self._lezer.begin() as verbinding:
            rij = _rij(verbinding, gesprek_id, self._klok())
            return None if rij is None else str(rij.gemeente)

    def leg_code(self, gesprek_id: str, zoek: str, zegel: bytes, termijn: timedelta) -> datetime:
        """Keep a sealed key of this talk for `termijn`, in the place of an earlier one. Gives until when it can be taken:
        never longer than the talk itself is kept, which does not become longer by this.

        Raises GesprekOnbekend, and codes.CodeBezet when another talk has this `zoek`.
        """
        nu = self._klok()
        with self._schrijver.begin() as verbinding:
            rij = _rij(verbinding, gesprek_id, nu, op_slot=True)
            if rij is None:
                raise GesprekOnbekend
            tot: datetime = min(nu + termijn, rij.verloopt)
            vorige = codes.leg(verbinding, gesprek_id, zoek, zegel, tot)
        self._te_vegen |= vorige
        return tot

    @contextmanager
    def neem_code(self, zoek: str) -> Iterator[codes.Genomen | None]:
        """Take a sealed key out, for good; None when there is none (any more). An exception inside puts it back."""
        with self._schrijver.begin() as verbinding:
            nu = self._klok()
            genomen = codes.neem(verbinding, zoek, nu)
            rij = None if genomen is None else _rij(verbinding, genomen[0], nu)
            if genomen is None or rij is None:
                yield None
            else:
                yield codes.Genomen(*genomen, str(rij.gemeente), rij.verloopt)
        self._te_vegen |= {zoek}

    def wis(self, gesprek_id: str) -> bool:
        """Erase a talk: rows, and their bytes in the files. False when there was no such talk (any more)."""
        nu = self._klok()
        with self._schrijver.begin() as verbinding:
            leefde = _rij(verbinding, gesprek_id, nu) is not None
            ook = overdracht.laat_los(verbinding, gesprek_id, nu)
            weg = verbinding.execute(delete(t_gesprek).where(t_gesprek.c.id == gesprek_id)).rowcount
        if weg:
            self._veeg({gesprek_id, *ook})
        return leefde

    def wis_verlopen(self) -> int:
        """Erase all expired talks, and codes. Gives how many talks. Also ends a clean-up of the files that had to wait."""
        nu = self._klok()
        voorbij = t_gesprek.c.verloopt <= nu
        with self._schrijver.begin() as verbinding:
            ids = set(verbinding.scalars(select(t_gesprek.c.id).where(voorbij)))
            overdracht.vergeet_gesprek(verbinding, select(t_gesprek.c.id).where(voorbij))
            verbinding.execute(delete(t_gesprek).where(voorbij))
            weg = ids | codes.wis_verlopen(verbinding, nu)
            tellen.vergeet(verbinding, nu.date())
        if weg or self._te_vegen:
            self._veeg(weg)
        return len(ids)

    def tellingen(self, vanaf: date, tot_en_met: date) -> tuple[tellen.Telling, ...]:
        """How often topics were asked about on these days, and whether the answers helped."""
        with self._lezer.begin() as verbinding:
            return tellen.lees(verbinding, vanaf, tot_en_met)

    def gezond(self) -> bool:
        """Whether the record can be read."""
        try:
            with self._lezer.begin() as verbinding:
                verbinding.execute(select(t_gesprek.c.id).limit(1))
        except SQLAlchemyError:
            return False
        return True

    @contextmanager
    def schrijf(self) -> Iterator[Connection]:
        """A transaction for what is kept beside talks. An exception inside undoes everything."""
        with self._schrijver.begin() as verbinding:
            yield verbinding

    @contextmanager
    def lees_naast(self) -> Iterator[Connection]:
        """The same, for reading only."""
        with self._lezer.begin() as verbinding:
            yield verbinding

    def veeg(self, merken: set[str]) -> None:
        """See to it that nothing of what was erased is left in the files. `merken`: texts that stood in nothing else."""
        if merken or self._te_vegen:
            self._veeg(merken)

    def _veeg(self, ids: set[str]) -> None:
        """Empty the write-ahead log, and write the file anew when a copy of what was erased stayed behind in it.

        `ids`: what tells that a row is still there (the id of a talk, or what a code is found by)."""
        self._te_vegen |= ids
        nu_weg = frozenset(self._te_vegen)
        klaar = database.veeg(self._lezer)
        if klaar and database.staat_nog(self._schrijver, nu_weg):
            klaar = database.herbouw(self._schrijver) and database.veeg(self._lezer)
        if klaar:
            self._te_vegen -= nu_weg
        else:
            _log.warning("bytes of erased talks may still be in the files; the next clean-up tries again")


def _kolommen(staat: Staat) -> dict[str, Any]:
    return {
        "geschat": dict(staat.geschat),
        "scope": list(staat.scope),
        "open_vraag": None if staat.open_vraag is None else asdict(staat.open_vraag),
        "extra": dict(staat.extra),
    }


# Statements of every turn are made once: making them costs more than running them.
_LEVEND = (t_gesprek.c.id == bindparam("id"), t_gesprek.c.verloopt > bindparam("nu"))
_RIJ = select(t_gesprek).where(*_LEVEND)
# SQLite holds the write lock already; elsewhere the row is the queue of this talk.
_RIJ_OP_SLOT = _RIJ.with_for_update()
_BEURT_VAN = select(t_beurt).where(
    t_beurt.c.gesprek == bindparam("id"), t_beurt.c.client_id == bindparam("client_id")
)
_KIJK = (
    select(t_gesprek.c.laatste_nr, t_beurt)
    .outerjoin(
        t_beurt, (t_beurt.c.gesprek == t_gesprek.c.id) & (t_beurt.c.client_id == bindparam("client_id"))
    )
    .where(*_LEVEND)
)
_NIEUWE_BEURT = insert(t_beurt)


def _rij(verbinding: Connection, id_: str, nu: datetime, *, op_slot: bool = False) -> Row[Any] | None:
    return verbinding.execute(_RIJ_OP_SLOT if op_slot else _RIJ, {"id": id_, "nu": nu}).one_or_none()


def _gesprek(rij: Row[Any], lijsten: Mapping[str, Lijst], beurten: tuple[Beurt, ...]) -> Gesprek:
    staat = Staat(
        gemeente=rij.gemeente,
        feiten={naam: waarden["waarde"] for naam, waarden in lijsten["feit"].inhoud().items()},
        geschat=_geschat(rij.geschat),
        scope=tuple(rij.scope),
        open_vraag=None if rij.open_vraag is None else OpenVraag(**rij.open_vraag),
        aanbod=tuple(
            Aanbod(id_, waarden["bericht"], waarden["betekenis"])
            for id_, waarden in lijsten["keuze"].inhoud().items()
        ),
        extra=rij.extra,
    )
    return Gesprek(rij.id, staat, beurten, rij.aangemaakt, rij.verloopt)


def _geschat(waarde: Any) -> dict[str, Any]:
    """Talks stored before estimates had a "how" hold the paths alone."""
    return {pad: {"uit": "niet_bewaard"} for pad in waarde} if isinstance(waarde, list) else dict(waarde)


def _schrijf_beurt(verbinding: Connection, id_: str, beurt: Beurt) -> None:
    verbinding.execute(
        _NIEUWE_BEURT,
        {
            "gesprek": id_,
            "nr": beurt.nr,
            "client_id": beurt.client_id,
            "ingekomen": None if beurt.ingekomen is None else dict(beurt.ingekomen),
            "antwoord": dict(beurt.antwoord),
            "weg": beurt.weg,
        },
    )


def _beurt_van(verbinding: Connection, id_: str, client_id: str) -> Beurt | None:
    rij = verbinding.execute(_BEURT_VAN, {"id": id_, "client_id": client_id}).one_or_none()
    return None if rij is None else _beurt(rij)


def _lees_beurten(verbinding: Connection, id_: str, laatste: int | None = None) -> tuple[Beurt, ...]:
    vraag = select(t_beurt).where(t_beurt.c.gesprek == id_).order_by(t_beurt.c.nr.desc())
    if laatste is not None:
        vraag = vraag.limit(laatste)
    return tuple(_beurt(rij) for rij in reversed(verbinding.execute(vraag).all()))


def _beurt(rij: Row[Any]) -> Beurt:
    return Beurt(rij.nr, rij.client_id, rij.ingekomen, rij.antwoord, rij.weg)
