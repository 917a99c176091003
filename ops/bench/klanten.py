"""Two clients that send one message and time the answer: to the house, and to a bare Rasa."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from typing import Any

import httpx

from ops.bench.gegevens import GEMEENTE

API = "/api/v1/gesprekken"


def maak_client(url: str) -> httpx.Client:
    """One connection that stays open, as a browser has."""
    return httpx.Client(base_url=url, timeout=30, trust_env=False)


class BijOns:
    """A talk over the talk API, with the check begun."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        antwoord = client.post(API, json={"gemeente": GEMEENTE}).raise_for_status().json()
        self._pad = f"{API}/{antwoord['gesprek']}/berichten"
        self._stuur({"keuze": "start"})

    def zeg(self, tekst: str) -> float:
        """Milliseconds until the answer. Raises httpx.HTTPStatusError when there is none."""
        begin = time.perf_counter()
        self._stuur({"tekst": tekst})
        return (time.perf_counter() - begin) * 1000

    def _stuur(self, wat: Mapping[str, Any]) -> None:
        self._client.post(self._pad, json={"id": uuid.uuid4().hex, **wat}).raise_for_status()


class BijKaal:
    """A talk with a bare Rasa."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._afzender = uuid.uuid4().hex

    def zeg(self, tekst: str) -> float:
        """Milliseconds until the (empty) answer."""
        begin = time.perf_counter()
        self._client.post(
            "/webhooks/rest/webhook", json={"sender": self._afzender, "message": tekst}
        ).raise_for_status()
        return (time.perf_counter() - begin) * 1000
