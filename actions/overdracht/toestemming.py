"""Consent: which text it was given to, and the proof that is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from actions.overdracht.tabellen import toestemming, toestemmingstekst
from actions.overdracht.veld import Veld


@dataclass(frozen=True, slots=True)
class Tekst:
    versie: str
    tekst: str


class ToestemmingOntbreekt(Exception):
    """Nobody agreed."""


class ToestemmingVerouderd(Exception):
    """The resident agreed to another text than the one of now."""


def versie_van(*delen: str) -> str:
    """The version of a text is a hash of it: another letter, another version."""
    return sha256("\0".join(delen).encode()).hexdigest()[:16]


def toets(tekst: Tekst, versie: str | None, *, gegeven: bool) -> None:
    """Raises ToestemmingOntbreekt, ToestemmingVerouderd."""
    if not gegeven or not versie:
        raise ToestemmingOntbreekt
    if versie != tekst.versie:
        raise ToestemmingVerouderd


def leg_vast(
    verbinding: Connection,
    kenmerk: str,
    gemeente: str,
    kanaal: str,
    tekst: Tekst,
    volledig: str,
    regels: Sequence[Veld],
    gegeven: datetime,
    weg_na: date,
) -> None:
    """Write the proof: which text, when, for which lines by their names. Nothing of what the lines say, nothing of the talk.

    `volledig` is all that the version is a hash of.
    """
    t = toestemmingstekst
    if verbinding.execute(select(t.c.versie).where(t.c.versie == tekst.versie)).first() is None:
        verbinding.execute(insert(t).values(versie=tekst.versie, tekst=volledig))
    namen = [f"{veld.soort}:{veld.wat}" if veld.wat else veld.soort for veld in regels]
    verbinding.execute(
        insert(toestemming).values(
            kenmerk=kenmerk,
            gemeente=gemeente,
            kanaal=kanaal,
            versie=tekst.versie,
            velden=namen,
            gegeven=gegeven,
            weg_na=weg_na,
        )
    )


def noteer(verbinding: Connection, kenmerk: str, uitkomst: str, ingetrokken: datetime | None = None) -> None:
    """What became of it, and when consent was withdrawn."""
    waarden: dict[str, object] = {"uitkomst": uitkomst}
    if ingetrokken is not None:
        waarden["ingetrokken"] = ingetrokken
    verbinding.execute(update(toestemming).where(toestemming.c.kenmerk == kenmerk).values(waarden))


def vergeet(verbinding: Connection, vandaag: date) -> int:
    """Erase proofs that are old enough, and texts that no proof names any more. Gives how many proofs."""
    weg = verbinding.execute(delete(toestemming).where(toestemming.c.weg_na <= vandaag)).rowcount
    verbinding.execute(
        delete(toestemmingstekst).where(toestemmingstekst.c.versie.not_in(select(toestemming.c.versie)))
    )
    return weg
