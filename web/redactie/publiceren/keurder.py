"""The gate in the background: one check at a time, and what it said is remembered.

A check is of the whole content folder with a change in its place. It is remembered by what that folder says, to the letter, and
by the day (the check looks at dates). So who publishes right after it does not wait again, and nobody publishes by a check of
something else: any change, of the draft or of any other file, is another folder.
"""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from web.redactie.bewaren.bewaarplaats import Bewaarplaats
from web.redactie.publiceren import keuren
from web.redactie.publiceren.keuren import Keuring

_log = logging.getLogger(__name__)
_ONTHOUD = 50
"""Folders of which is remembered what the check said."""
_DUUR = 15.0
"""Seconds, before there was a check to measure."""

Wijzigingen = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Loopt:
    """Not known yet."""

    seconden: float
    """How long it runs already."""
    duur: float
    """How long the last one took."""
    voor: int
    """Checks that come first."""


@dataclass(frozen=True, slots=True)
class Mislukt:
    """The check did not come to an end; why stands in the log."""


Uitslag = Keuring | Mislukt | Loopt
_Sleutel = tuple[str, date]


class Keurder:
    """Every method may be called from any thread."""

    def __init__(self, plaats: Bewaarplaats, vandaag: Callable[[], date]) -> None:
        self._plaats = plaats
        self._vandaag = vandaag
        self._slot = threading.Lock()
        self._bekend: dict[_Sleutel, Keuring | Mislukt] = {}
        self._rij: dict[str, tuple[_Sleutel, Wijzigingen]] = {}
        """Who waits, by what it is about: of a draft only as it is now."""
        self._nu: tuple[_Sleutel, float] | None = None
        self._draad: threading.Thread | None = None
        self._kind: subprocess.Popen[str] | None = None
        self._dicht = False
        self._duur = _DUUR

    def vraag(self, over: str, wijzigingen: Wijzigingen, *, opnieuw: bool = False) -> Uitslag:
        """What the check says of the folder with these files in it. Begins one when nobody knows.

        `over`: what it is about; of the same thing only the newest is looked at. `opnieuw`: also when it failed before.
        """
        sleutel = self._sleutel(wijzigingen)
        with self._slot:
            bekend = self._bekend.get(sleutel)
            if bekend is not None and not (opnieuw and isinstance(bekend, Mislukt)):
                return bekend
            self._bekend.pop(sleutel, None)
            if self._nu is not None and self._nu[0] == sleutel:
                return Loopt(time.monotonic() - self._nu[1], self._duur, 0)
            self._rij[over] = (sleutel, wijzigingen)
            voor = list(self._rij).index(over) + (self._nu is not None)
            self._begin()
            return Loopt(0.0, self._duur, voor)

    def weet(self, wijzigingen: Wijzigingen) -> Keuring | None:
        """What the check said of exactly this. None: nobody looked yet, or it failed. Begins nothing."""
        bekend = self._bekend.get(self._sleutel(wijzigingen))
        return bekend if isinstance(bekend, Keuring) else None

    def sluit(self) -> None:
        """End what runs; nothing begins any more."""
        with self._slot:
            self._dicht = True
            self._rij.clear()
            kind, draad = self._kind, self._draad
        if kind is not None:
            kind.terminate()
        if draad is not None:
            draad.join(5)

    def _sleutel(self, wijzigingen: Wijzigingen) -> _Sleutel:
        return self._plaats.stand(wijzigingen), self._vandaag()

    def _begin(self) -> None:
        """With the lock held."""
        if self._draad is None and not self._dicht:
            self._draad = threading.Thread(target=self._werk, name="keurder", daemon=True)
            self._draad.start()

    def _werk(self) -> None:
        while True:
            with self._slot:
                if not self._rij:
                    self._draad = self._nu = None
                    return
                over = next(iter(self._rij))
                sleutel, wijzigingen = self._rij.pop(over)
                if sleutel in self._bekend:
                    continue
                begonnen = time.monotonic()
                self._nu = (sleutel, begonnen)
            uitslag = self._keur(wijzigingen)
            with self._slot:
                self._nu = self._kind = None
                # A file may have changed before it was copied: what counts is what was looked at.
                gezien = (uitslag.stand, sleutel[1]) if isinstance(uitslag, Keuring) else sleutel
                self._bekend[gezien] = uitslag
                while len(self._bekend) > _ONTHOUD:
                    self._bekend.pop(next(iter(self._bekend)))
                if isinstance(uitslag, Keuring):
                    self._duur = time.monotonic() - begonnen

    def _keur(self, wijzigingen: Wijzigingen) -> Keuring | Mislukt:
        try:
            return keuren.keur(self._plaats.map, wijzigingen, self._heeft)
        except Exception as fout:
            # Whatever goes wrong with it: nobody may wait for ever.
            if not self._dicht:
                _log.error("the check failed: %s: %s", type(fout).__name__, fout)
            return Mislukt()

    def _heeft(self, kind: subprocess.Popen[str]) -> None:
        with self._slot:
            self._kind = kind
            dicht = self._dicht
        if dicht:
            kind.terminate()
