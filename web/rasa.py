"""Asking Rasa, over its REST channel. Rasa may be slow, gone, or answer with nothing: then the answer here is None."""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Callable, Mapping, Set
from typing import Any

import httpx

_log = logging.getLogger(__name__)
_TRAAG = 0.5
"""Seconds. A failure that came sooner cost nobody any time, so Rasa is asked again with the next message."""


class _Plek:
    """Where a Rasa listens, and how many messages it still has to answer."""

    def __init__(self, adres: str) -> None:
        self.adres = httpx.URL(adres)
        self.webhook = self.adres.join("/webhooks/rest/webhook")
        self.gereed = self.adres.join("/webhooks/rest/gereed")
        self.onderweg = 0


class Rasa:
    """`adres` is where Rasa listens. `rust`: seconds in which Rasa is left alone after a slow failure.

    Speaks to the transport itself: redirects, cookies and proxies have no place between us and Rasa, and cost time in
    every message.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        adres: str,
        *,
        rust: float,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._nu = _Plek(adres)
        self._eerder: list[_Plek] = []
        self._rust = rust
        self._klok = klok
        self._rust_tot: float | None = None
        self.laatste_gelukt: bool | None = None
        """Whether the last message got an answer; None before the first."""

    @property
    def rust(self) -> bool:
        """Rasa made someone wait just now: go round it."""
        return self._rust_tot is not None and self._klok() < self._rust_tot

    def wissel(self, adres: str) -> int:
        """From now on Rasa is there. Gives how many messages are still under way elsewhere: those are answered there, and who
        fails is tried again here. Asking again for the same address only counts."""
        if httpx.URL(adres) != self._nu.adres:
            self._eerder.append(self._nu)
            self._nu = _Plek(adres)
            self._rust_tot = None
            _log.info("rasa is at %s from now on", adres)
        self._eerder = [plek for plek in self._eerder if plek.onderweg]
        return sum(plek.onderweg for plek in self._eerder)

    async def vraag(
        self, gesprek: str, bericht: str, metadata: Mapping[str, Any], tijd: float
    ) -> dict[str, Any] | None:
        """The answer of the turn (a BeurtAntwoord as JSON), or None when none came within `tijd` seconds."""
        begin, plek = self._klok(), self._nu
        try:
            async with asyncio.timeout(tijd):
                lichaam = {"sender": gesprek, "message": bericht, "metadata": dict(metadata)}
                antwoord = await self._stuur(plek, httpx.Request("POST", plek.webhook, json=lichaam))
            beurt = _lees(antwoord)
            reden = f"status {antwoord.status_code} without an answer"
        except (TimeoutError, httpx.HTTPError) as fout:
            beurt, reden = None, type(fout).__name__
        self.laatste_gelukt = beurt is not None
        if beurt is None:
            duur = self._klok() - begin
            _log.warning("rasa gave no answer: %s after %.1f s", reden, duur)
            traag = duur >= min(_TRAAG, tijd)
            # What the one before did says nothing about this one.
            if plek is self._nu:
                self._rust_tot = self._klok() + self._rust if traag else None
        else:
            self._rust_tot = None
        return beurt

    async def proef(self, zin: str, tijd: float = 5.0) -> list[tuple[str, float]] | None:
        """What the model makes of a sentence, likeliest first: (intent, how sure). None: Rasa did not answer.

        Belongs to no talk, and says nothing about how Rasa does for residents.
        """
        # A sender of its own: Rasa lets one sender wait for itself.
        lichaam = {"sender": f"proef-{uuid.uuid4().hex}", "message": zin, "metadata": {"proef": True}}
        try:
            async with asyncio.timeout(tijd):
                antwoord = await self._stuur(self._nu, httpx.Request("POST", self._nu.webhook, json=lichaam))
        except (TimeoutError, httpx.HTTPError):
            return None
        eigen = _eigen(antwoord, {"rangschikking"})
        return None if eigen is None else [(str(naam), float(kans)) for naam, kans in eigen["rangschikking"]]

    async def leeft(self, tijd: float = 1.0) -> bool:
        """Whether Rasa answers and has a model (it also starts without one)."""
        try:
            async with asyncio.timeout(tijd):
                antwoord = await self._stuur(self._nu, httpx.Request("GET", self._nu.gereed))
                return antwoord.status_code == httpx.codes.OK
        except (TimeoutError, httpx.HTTPError):
            return False

    async def _stuur(self, plek: _Plek, verzoek: httpx.Request) -> httpx.Response:
        plek.onderweg += 1
        try:
            antwoord = await self._transport.handle_async_request(verzoek)
            try:
                await antwoord.aread()
            finally:
                await antwoord.aclose()
        finally:
            plek.onderweg -= 1
        return antwoord


def _lees(antwoord: httpx.Response) -> dict[str, Any] | None:
    return _eigen(antwoord, {"berichten", "voortgang", "tussenstand"})


def _eigen(antwoord: httpx.Response, velden: Set[str]) -> dict[str, Any] | None:
    """What the action server said, when these are in it."""
    # When the action server is down or raises, Rasa still answers 200, with an empty list.
    if antwoord.status_code != httpx.codes.OK:
        return None
    try:
        delen = antwoord.json()
    except ValueError:
        return None
    for deel in delen if isinstance(delen, list) else ():
        eigen = deel.get("custom") if isinstance(deel, dict) else None
        if isinstance(eigen, dict) and velden <= eigen.keys():
            return eigen
    return None
