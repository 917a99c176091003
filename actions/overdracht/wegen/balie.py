"""Our own inbox: the request stays here, sealed, for the staff of the gemeente to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from actions.gesprek.opslag import Opslag
from actions.overdracht.kluis import Kluis, herkenbaar
from actions.overdracht.tabellen import balie
from actions.overdracht.veld import als_json, van_soort
from actions.overdracht.wegen import Verder, Zending


def moment_van(kenmerk: str) -> str:
    """To what the seal of the part of the day is bound."""
    return f"{kenmerk} moment"


class BalieWeg:
    def __init__(self, opslag: Opslag, kluis: Kluis, klok: Callable[[], datetime]) -> None:
        self._opslag = opslag
        self._kluis = kluis
        self._klok = klok

    def bezorg(self, zending: Zending, verder: Verder) -> None:
        zegel = self._kluis.verzegel(zending.kenmerk, als_json(zending.regels))
        moment = self._kluis.verzegel(
            moment_van(zending.kenmerk), van_soort(zending.regels, "beste_moment") or ""
        )
        # The term runs from the moment the resident agreed, also when it took a while to come in.
        weg_na = zending.ingediend + timedelta(days=zending.bewaar_dagen)
        nu = self._klok()
        verder()
        with self._opslag.schrijf() as verbinding:
            if verbinding.execute(select(balie.c.kenmerk).where(balie.c.kenmerk == zending.kenmerk)).first():
                return
            verbinding.execute(
                insert(balie).values(
                    kenmerk=zending.kenmerk,
                    gemeente=zending.gemeente,
                    ingediend=zending.ingediend,
                    binnen=nu,
                    inhoud=zegel,
                    moment=moment,
                    weg_na=weg_na,
                    uiterlijk=weg_na,
                    versie=0,
                    pogingen=0,
                )
            )

    def haal_terug(self, zending: Zending, verder: Verder) -> None:
        verder()
        deze = balie.c.kenmerk == zending.kenmerk
        weg: set[str] = set()
        with self._opslag.schrijf() as verbinding:
            wis(verbinding, deze, weg)
        self._opslag.veeg(weg)


def wis(verbinding: Connection, welke: ColumnElement[bool], weg: set[str]) -> int:
    """Erase these rows; adds to `weg` what to look for on disk. Gives how many."""
    for rij in verbinding.execute(select(balie.c.inhoud, balie.c.moment).where(welke)):
        weg |= {herkenbaar(zegel) for zegel in rij if zegel is not None}
    return verbinding.execute(delete(balie).where(welke)).rowcount
