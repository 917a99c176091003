"""The whole house without Rasa: the public app, the talk itself, the real content."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from actions.contract import naar_json
from actions.gesprek.beurt import BeurtInvoer, beurt
from actions.gesprek.bronnen import Bronnen
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from ops.plekken import CONTENT
from tests.opslag import verse_opslag
from tests.taal.gehoord import Gehoord, anderstalig, bladen, op_pagina
from web.app import maak_app
from web.instellingen import Instellingen

VANDAAG = date(2026, 11, 20)
API = "/api/v1"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


@pytest.fixture(scope="session")
def inhoud(parameters: Parameters) -> Inhoud:
    return Inhoud(CONTENT, parameters)


def _als_rasa(bronnen: Bronnen) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
    """Rasa with the action server behind it, of which a sentence has no intent."""

    async def doe(verzoek: httpx.Request) -> httpx.Response:
        lichaam = json.loads(verzoek.content)
        meta = lichaam["metadata"]
        klik = meta["keuze"] is not None or meta["wijzig"] is not None
        tekst = None if klik else lichaam["message"]
        invoer = BeurtInvoer(meta["beurt"], tekst, meta["keuze"], meta["wijzig"], meta["gezien"])
        antwoord = beurt(bronnen, lichaam["sender"], invoer)
        return httpx.Response(200, json=[{"custom": naar_json(antwoord)}])

    return doe


@dataclass
class Huis:
    """The house, and all it ever sent."""

    client: TestClient
    bronnen: Bronnen
    gehoord: Gehoord
    gezien: dict[str, str] = field(default_factory=dict)
    """Text → where it was first seen."""
    anderstalig: set[str] = field(default_factory=set)
    """Texts in another language than Dutch."""
    naast: dict[str, str] = field(default_factory=dict)
    """Text → everything that was on screen with it."""

    def _noteer(self, antwoord: httpx.Response, waar: str) -> Any:
        assert antwoord.status_code < 500 or antwoord.status_code == 503, f"{waar}: {antwoord.status_code}"
        lichaam = antwoord.json()
        self.anderstalig |= set(anderstalig(lichaam))
        teksten = list(bladen(lichaam))
        for tekst in teksten:
            if tekst not in self.gezien:
                self.gezien[tekst] = waar
                self.naast[tekst] = "\n\n".join(teksten)
        return lichaam

    def haal(self, pad: str) -> Any:
        return self._noteer(self.client.get(pad), pad)

    def stuur(self, pad: str, lichaam: Any, methode: str = "POST") -> Any:
        return self._noteer(
            self.client.request(methode, pad, json=lichaam), f"{re.sub(TOKEN, '…', pad)} {str(lichaam)[:200]}"
        )

    def rauw(self, methode: str, pad: str, **wat: Any) -> Any:
        return self._noteer(self.client.request(methode, pad, **wat), f"{methode} {pad}")

    def pagina(self, pad: str) -> None:
        for tekst in op_pagina(self.client.get(pad).text):
            self.gezien.setdefault(tekst, pad)

    def gesprek(self, gemeente: str, gedeeld: bool = False) -> Gesprek:
        nieuw = self.stuur(f"{API}/gesprekken", {"gemeente": gemeente, "gedeelde_computer": gedeeld})
        return Gesprek(self, nieuw["gesprek"], nieuw)


@dataclass
class Gesprek:
    """One talk over the public door."""

    huis: Huis
    token: str
    laatste: Any

    @property
    def pad(self) -> str:
        return f"{API}/gesprekken/{self.token}"

    def zeg(self, tekst: str) -> Any:
        self.huis.gehoord.getypt |= {tekst, *tekst.split(), *tekst.replace(",", ".").split(".")}
        return self._doe({"tekst": tekst})

    def klik(self, keuze: str) -> Any:
        return self._doe({"keuze": keuze})

    def _doe(self, wat: dict[str, Any]) -> Any:
        nieuw = self.huis.stuur(f"{self.pad}/berichten", {"id": uuid.uuid4().hex, **wat})
        if "berichten" in nieuw:
            self.laatste = nieuw
        return nieuw

    @property
    def vraag(self) -> dict[str, Any] | None:
        """The question that waits."""
        laatste: dict[str, Any] = self.laatste["berichten"][-1]
        return laatste if laatste["soort"] == "vraag" else None

    @property
    def knoppen(self) -> dict[str, str]:
        """id → label, of everything on screen now."""
        return {k["id"]: k["label"] for b in self.laatste["berichten"] for k in b.get("keuzes") or ()}

    def lees_alles(self) -> None:
        """What the menu and the receipt show of it."""
        for deel in ("", "/overzicht", "/bewijs"):
            self.huis.haal(self.pad + deel)


@pytest.fixture
def huis(
    tmp_path: Path, inhoud: Inhoud, parameters: Parameters, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Huis]:
    opslag = verse_opslag(tmp_path / "huis.db", lambda: datetime.now(UTC))
    bronnen = Bronnen(opslag, inhoud, parameters, lambda: VANDAAG)
    gehoord = Gehoord(inhoud)
    gehoord.luister(monkeypatch)
    ruim = {"verzoeken_per_minuut": 10**6, "gesprekken_per_uur": 10**6, "berichten_per_minuut": 10**6}
    app = maak_app(Instellingen(_env_file=None, **ruim), bronnen, httpx.MockTransport(_als_rasa(bronnen)))  # type: ignore[arg-type]
    with TestClient(app, client=("203.0.113.7", 1), raise_server_exceptions=False) as client:
        yield Huis(client, bronnen, gehoord)
    opslag.sluit()
