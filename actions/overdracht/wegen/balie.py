"""Our own inbox: the request stays here, sealed, for the staff of the gemeente to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from actions.gesprek.opslag import Opslag
from actions.overdracht.kluis import Kluis, herkenbaar
from actions.overdracht.tabellen import balie
from actions.overdracht.veld import als_json
from actions.overdracht.wegen import Verder, Zending


class BalieWeg:
    def __init__(self, opslag: Opslag, kluis: Kluis, klok: Callable[[], datetime]) -> None:
        self._opslag = opslag
        self._kluis = kluis
        self._klok = klok

    def bezorg(self, zending: Zending, verder: Verder) -> None:
        zegel = self._kluis.verzegel(zending.kenmerk, als_json(zending.regels))
        nu = self._klok()
        verder()
        with self._opslag.schrijf() as verbinding:
            if verbinding.execute(select(balie.c.kenmerk).where(balie.c.kenmerk == zending.kenmerk)).first():
                return
            verbinding.execute(
                insert(balie).values(
                    kenmerk=zending.kenmerk,
                    gemeente=zending.gemeente,
                    binnen=nu,
                    inhoud=zegel,
                    weg_na=nu + timedelta(days=zending.bewaar_dagen),
                )
            )

    def haal_terug(self, zending: Zending, verder: Verder) -> None:
        verder()
        deze = balie.c.kenmerk == zending.kenmerk
        with self._opslag.schrijf() as verbinding:
            weg = {herkenbaar(zegel) for zegel in verbinding.scalars(select(balie.c.inhoud).where(deze))}
            verbinding.execute(delete(balie).where(deze))
        self._opslag.veeg(weg)
