"""What is written down of a training, for the pages of the redactie (`web/redactie/verstaan/oefeningen.py`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from actions.gesprek.opslag import Opslag
from web.redactie.verstaan import oefeningen
from web.redactie.verstaan.oefeningen import Reden, Stap


class Logboek:
    """`uitgave` says which publication is the newest."""

    def __init__(self, opslag: Opslag, nu: Callable[[], datetime], uitgave: Callable[[], str | None]) -> None:
        self._opslag = opslag
        self._nu = nu
        self._uitgave = uitgave
        self._wachtend: int | None = None
        self._nr: int | None = None

    def ruim_op(self) -> None:
        """What an earlier round left under way."""
        with self._opslag.schrijf() as verbinding:
            oefeningen.sluit_af(verbinding, self._nu())

    def wacht(self) -> None:
        """There are newer examples, that come after this training."""
        if self._wachtend is None:
            self._wachtend = self._begin("wacht")

    def wacht_niet_meer(self) -> None:
        """They are as they were again."""
        if self._wachtend is not None:
            with self._opslag.schrijf() as verbinding:
                oefeningen.vergeet(verbinding, self._wachtend)
            self._wachtend = None

    def begin(self, model: str | None) -> None:
        """A training; the one that waited, when there is one."""
        self._nr, self._wachtend = self._wachtend, None
        if self._nr is None:
            self._nr = self._begin("genereren", model=model)
        else:
            self._zet(stap="genereren", model=model, uitgave=self._uitgave())

    def stap(self, stap: Stap, deel: int, **waarden: Any) -> None:
        self._zet(stap=stap, deel=deel, **waarden)

    def klaar(self) -> None:
        self._sluit(stap="klaar", deel=100)

    def mislukt(self, reden: Reden, **cijfers: Any) -> None:
        if self._nr is None:
            self.begin(None)
        self._sluit(stap="mislukt", reden=reden, **({"cijfers": cijfers} if cijfers else {}))

    def geweigerd(self, reden: Reden) -> None:
        self._sluit(stap="geweigerd", reden=reden, deel=100)

    def _begin(self, stap: Stap, **waarden: Any) -> int:
        with self._opslag.schrijf() as verbinding:
            return oefeningen.begin(verbinding, self._nu(), stap, uitgave=self._uitgave(), **waarden)

    def _sluit(self, **waarden: Any) -> None:
        self._zet(**waarden)
        self._nr = None

    def _zet(self, **waarden: Any) -> None:
        assert self._nr is not None
        with self._opslag.schrijf() as verbinding:
            oefeningen.zet(verbinding, self._nu(), self._nr, **waarden)
