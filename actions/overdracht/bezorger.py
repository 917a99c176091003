"""Delivering what stands in the outbox, and taking back what was withdrawn.

May be killed at any moment and run in any number of processes at once. A row is held while it is worked on; when its holder is
gone, another takes it after a while and goes on with whatever is missing at the other side (docs/besluiten/0031-bezorgen.md).
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from sqlalchemy import Row

from actions.gesprek.opslag import Opslag
from actions.overdracht import rijen
from actions.overdracht.kluis import Kluis, herkenbaar
from actions.overdracht.veld import uit_json
from actions.overdracht.wegen import Gestopt, NietGelukt, Zending
from actions.overdracht.wegen.keuze import Wegen

_log = logging.getLogger(__name__)

VAST = timedelta(minutes=3)
"""How long a row is held for one step outside; longer than any such step can last."""
EERSTE_WACHT = timedelta(seconds=30)
LANGSTE_WACHT = timedelta(minutes=15)

Meld = Callable[[str, str], None]
"""(way, what happened): for counting."""


def wacht(pogingen: int) -> timedelta:
    """How long until the next try, after this many."""
    keer: int = 2 ** min(max(pogingen - 1, 0), 10)
    return min(EERSTE_WACHT * keer, LANGSTE_WACHT)


class Bezorger:
    def __init__(
        self,
        opslag: Opslag,
        kluis: Kluis,
        wegen: Wegen,
        klok: Callable[[], datetime],
        meld: Meld = lambda kanaal, wat: None,  # noqa: ARG005
    ) -> None:
        self._opslag = opslag
        self._kluis = kluis
        self._wegen = wegen
        self._klok = klok
        self._meld = meld
        self._wie = secrets.token_hex(16)
        self._stop = Event()

    def stop(self) -> None:
        """Do no further step outside. What was begun is gone on with by the next one."""
        self._stop.set()

    def ronde(self) -> int:
        """Give up what is too late, then do all that has its turn. Gives how many rows were worked on."""
        self._geef_op()
        aantal = 0
        while not self._stop.is_set() and self._een():
            aantal += 1
        return aantal

    def _geef_op(self) -> None:
        weg: set[str] = set()
        with self._opslag.schrijf() as verbinding:
            opgegeven = rijen.geef_op(verbinding, self._klok(), weg)
        for een in opgegeven:
            _log.error(
                "handoff %s for %s was not delivered in time over %s (last: %s); its content is erased",
                een.kenmerk,
                een.gemeente,
                een.kanaal,
                een.reden,
            )
            self._meld(een.kanaal, "niet_gelukt")
        if weg:
            self._opslag.veeg(weg)

    def _een(self) -> bool:
        with self._opslag.schrijf() as verbinding:
            rij = rijen.neem(verbinding, self._wie, self._klok(), VAST)
        if rij is None:
            return False
        try:
            uitkomst = self._bezorg(rij) if rij.taak == "bezorg" else self._haal_terug(rij)
        except Gestopt:
            uitkomst = "gestopt"
        except NietGelukt as fout:
            uitkomst = "mislukt"
            self._mislukt(rij, fout.reden)
        except Exception as fout:
            # Its message may quote what was sent; its type does not.
            uitkomst = "mislukt"
            self._mislukt(rij, type(fout).__name__)
        self._meld(rij.kanaal, uitkomst)
        with self._opslag.schrijf() as verbinding:
            rijen.laat_vrij(verbinding, rij.kenmerk, self._wie)
        return True

    def _bezorg(self, rij: Row[Any]) -> str:
        regels = uit_json(self._kluis.open(rij.kenmerk, rij.inhoud))
        zending = Zending(rij.kenmerk, rij.gemeente, rij.ingediend, rij.bewaar_dagen, regels)
        self._wegen.weg(rij.gemeente, rij.kanaal).bezorg(zending, lambda: self._verder(rij))
        with self._opslag.schrijf() as verbinding:
            gebleven = rijen.bezorgd(verbinding, rij, self._wie, self._klok())
        if not gebleven:
            return "gestopt"
        self._opslag.veeg({herkenbaar(rij.inhoud)})
        return "verstuurd"

    def _haal_terug(self, rij: Row[Any]) -> str:
        zending = Zending(rij.kenmerk, rij.gemeente, rij.ingediend, rij.bewaar_dagen, ())
        self._wegen.weg(rij.gemeente, rij.kanaal).haal_terug(zending, lambda: self._verder(rij))
        with self._opslag.schrijf() as verbinding:
            rijen.teruggehaald(verbinding, rij, self._wie, self._klok())
        return "teruggehaald"

    def _verder(self, rij: Row[Any]) -> None:
        """Go on only while the row is still ours and its task is still the same."""
        if self._stop.is_set():
            raise Gestopt
        with self._opslag.schrijf() as verbinding:
            gebleven = rijen.houd(verbinding, rij.kenmerk, self._wie, rij.taak, self._klok() + VAST)
        if not gebleven:
            raise Gestopt

    def _mislukt(self, rij: Row[Any], reden: str) -> None:
        pogingen = rij.pogingen + 1
        _log.warning(
            "handoff %s (%s, %s): attempt %d: %s", rij.kenmerk, rij.kanaal, rij.taak, pogingen, reden
        )
        with self._opslag.schrijf() as verbinding:
            rijen.mislukt(verbinding, rij.kenmerk, self._wie, reden, self._klok() + wacht(pogingen))
