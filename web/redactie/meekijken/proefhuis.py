"""The previews that live now: few at once, each of one person and one draft, and gone by themselves."""

from __future__ import annotations

import asyncio
import logging
import secrets
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from content.fouten import Fout, InhoudFout
from web.draad import in_draad
from web.instellingen import Instellingen
from web.redactie.bewaren.concepten import Concept
from web.redactie.meekijken.proef import Proef, Rangschik
from web.toegang.accounts import Medewerker

_log = logging.getLogger(__name__)
AANTAL = 8
"""Previews at once; the one that was left alone longest makes room. Each takes some megabytes."""
TERMIJN = 15 * 60.0
"""Seconds without anybody looking after which a preview ends."""


@dataclass(slots=True)
class _Bewoner:
    proef: Proef
    sleutel: str
    laatst: float
    tekst: str | None = None
    """What was put in place last."""
    mis: Mis | None = None


@dataclass(frozen=True, slots=True)
class Mis:
    """Why this text cannot be shown. No faults: for a reason that nobody foresaw."""

    fouten: tuple[Fout, ...] = ()


@dataclass(frozen=True, slots=True)
class Blik:
    """What a frame needs: where its talk is (only who was given this key can go there), and the talk."""

    sleutel: str
    gesprek: str
    eigen_weggelaten: bool
    """The gemeente has an answer of its own, which is not the one shown."""


class Proefhuis:
    """Every method but `bewaak` may be called from any thread, and blocks."""

    def __init__(
        self,
        bronnen: Bronnen,
        instellingen: Instellingen,
        map_: Path,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bronnen = bronnen
        self._instellingen = instellingen
        self._map = map_
        self._klok = klok
        self._slot = threading.Lock()
        self._bewoners: dict[tuple[int, int], _Bewoner] = {}
        self._vorm: tempfile.TemporaryDirectory[str] | None = None
        self._wacht: asyncio.Task[None] | None = None

    def zet(
        self, wie: Medewerker, concept: Concept, rangschik: Rangschik, *, ook_als_eerder: bool = False
    ) -> bool:
        """What this draft says, in the preview of this person. False: it was there already, and then only with
        `ook_als_eerder` it is put there again, among what else is new."""
        tekst = concept.tekst or ""
        bewoner = self._bij(wie, concept, rangschik)
        if bewoner.tekst == tekst and not ook_als_eerder:
            return False
        mis = None
        try:
            bewoner.proef.zet(tekst)
        except InhoudFout as fout:
            mis = Mis(fout.fouten)
        except Exception as fout:
            # Whatever half a text does: the writer reads words, and goes on.
            _log.error("a preview failed: %s", type(fout).__name__)
            mis = Mis()
        bewoner.tekst, bewoner.mis = tekst, mis
        return True

    def kijk(self, wie: Medewerker, concept: Concept) -> Blik | Mis | None:
        """A new talk with the text that was put in place last. None: there is no such preview (any more)."""
        with self._slot:
            bewoner = self._bewoners.get((wie.id, concept.id))
        if bewoner is None:
            return None
        bewoner.laatst = self._klok()
        if bewoner.mis is not None:
            return bewoner.mis
        return Blik(bewoner.sleutel, bewoner.proef.open(), bewoner.proef.eigen_weggelaten)

    def app(self, sleutel: str) -> tuple[FastAPI, int] | None:
        """The talk behind a key, and whose preview it is."""
        for (wie, _), bewoner in tuple(self._bewoners.items()):
            if secrets.compare_digest(bewoner.sleutel.encode(), sleutel.encode("utf-8", "replace")):
                bewoner.laatst = self._klok()
                return bewoner.proef.app, wie
        return None

    def ruim_op(self) -> int:
        """End what nobody looks at. Gives how many are left."""
        with self._slot:
            oud = self._klok() - TERMIJN
            for wie in [wie for wie, bewoner in self._bewoners.items() if bewoner.laatst <= oud]:
                self._bewoners.pop(wie).proef.sluit()
            return len(self._bewoners)

    def bewaak(self) -> None:
        """See to it that previews end also when nobody comes any more. In the event loop."""
        if self._wacht is None or self._wacht.done():
            self._wacht = asyncio.create_task(self._ruim_steeds_op())

    async def _ruim_steeds_op(self) -> None:
        while await in_draad(self.ruim_op):
            await asyncio.sleep(TERMIJN / 10)

    def _bij(self, wie: Medewerker, concept: Concept, rangschik: Rangschik) -> _Bewoner:
        sleutel = (wie.id, concept.id)
        with self._slot:
            bewoner = self._bewoners.get(sleutel)
            if bewoner is None:
                while len(self._bewoners) >= AANTAL:
                    weg = min(self._bewoners, key=lambda een: self._bewoners[een].laatst)
                    self._bewoners.pop(weg).proef.sluit()
                proef = Proef(
                    self._bronnen,
                    self._instellingen,
                    self._map,
                    self._leeg(),
                    rangschik,
                    wie.gemeente,
                    concept.pad,
                )
                bewoner = self._bewoners[sleutel] = _Bewoner(proef, secrets.token_urlsafe(32), 0)
            bewoner.laatst = self._klok()
            return bewoner

    def _leeg(self) -> Path:
        """An empty record. Made once: making its tables costs more than all the rest of a preview."""
        if self._vorm is None:
            self._vorm = tempfile.TemporaryDirectory(prefix="rechtop-proef-")
        bestand = Path(self._vorm.name) / "leeg.db"
        if not bestand.exists():
            opslag = Opslag(f"sqlite:///{bestand}", lambda: datetime.now(UTC))
            opslag.migreer()
            opslag.sluit()
        return bestand
