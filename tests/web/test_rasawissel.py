"""Another Rasa takes over while messages are under way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import Huis
from web.app import maak_intern

OUD, NIEUW = "http://127.0.0.1:5005", "http://127.0.0.1:5006"


@dataclass
class TweeRasas:
    """What is sent to the first waits until it may go on; the second answers at once."""

    huis: Huis
    gehoord: list[str] = field(default_factory=list)
    """The address of each message."""
    binnen: threading.Event = field(default_factory=threading.Event)
    verder: threading.Event = field(default_factory=threading.Event)
    sterft: bool = False

    async def __call__(self, verzoek: httpx.Request) -> httpx.Response:
        adres = f"http://{verzoek.url.netloc.decode()}"
        self.gehoord.append(adres)
        if adres == OUD:
            self.binnen.set()
            while not self.verder.is_set():
                await asyncio.sleep(0.01)
            if self.sterft:
                raise httpx.ReadError("killed")
        return await self.huis.rasa(verzoek)


@pytest.fixture
def rasas(huis: Huis) -> TweeRasas:
    twee = TweeRasas(huis)
    huis.app.state.diensten.rasa._transport = httpx.MockTransport(twee)
    return twee


@pytest.fixture
def intern(huis: Huis) -> Iterator[TestClient]:
    with TestClient(maak_intern(huis.app, httpx.AsyncClient()), client=("127.0.0.1", 1)) as client:
        yield client


def naar(intern: TestClient, adres: str) -> Any:
    antwoord = intern.post("/intern/rasa", json={"adres": adres})
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()["onderweg"]


@pytest.mark.parametrize("sterft", [False, True], ids=["answers", "is killed"])
def test_wie_onderweg_is_wordt_geholpen(
    huis: Huis, rasas: TweeRasas, intern: TestClient, sterft: bool
) -> None:
    rasas.sterft = sterft
    tokens = [huis.begin(), huis.begin()]
    with ThreadPoolExecutor() as draad:
        eerste = draad.submit(huis.zeg, tokens[0], "650")
        assert rasas.binnen.wait(5)
        assert naar(intern, NIEUW) == 1
        assert huis.zeg(tokens[1], "700").status_code == 200
        assert naar(intern, NIEUW) == 1, "asking again only counts"
        assert rasas.gehoord == [OUD, NIEUW]
        rasas.verder.set()
        assert eerste.result().status_code == 200
    assert naar(intern, NIEUW) == 0
    assert rasas.gehoord == [OUD, NIEUW, *([NIEUW] if sterft else [])]
    assert [huis.wegen(token) for token in tokens] == [["rasa"], ["rasa"]]


def test_wat_de_oude_traag_maakte_houdt_de_nieuwe_niet_tegen(
    huis: Huis, rasas: TweeRasas, intern: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow failure of the old one says nothing about the new one, also when it comes after the switch."""
    rasa = huis.app.state.diensten.rasa
    begin = iter((0.0, 99.0))
    rasa._klok = lambda: next(begin, 99.0)
    rasas.sterft = True
    token = huis.begin()
    with ThreadPoolExecutor() as draad:
        eerste = draad.submit(huis.zeg, token, "650")
        assert rasas.binnen.wait(5)
        naar(intern, NIEUW)
        rasas.verder.set()
        assert eerste.result().status_code == 200
    assert not rasa.rust


@pytest.mark.parametrize(
    "adres",
    [
        "https://127.0.0.1:5006",
        "http://127.0.0.1",
        "http://192.0.2.7:5006",
        "http://voorbeeld.example:5006",
        "http://127.0.0.1:5006/elders",
        "http://127.0.0.1:5006?x=1",
        "http://wie@127.0.0.1:5006",
        "http://127.0.0.1.voorbeeld.example:5006",
        "http://127.0.0.1:99999",
        "file:///etc/passwd",
        "",
    ],
)
def test_alleen_een_adres_op_deze_machine(huis: Huis, intern: TestClient, adres: str) -> None:
    assert intern.post("/intern/rasa", json={"adres": adres}).status_code == 422
    assert str(huis.app.state.diensten.rasa._nu.adres) == OUD


@pytest.mark.parametrize("adres", ["http://localhost:5006", "http://[::1]:5006", "http://127.0.0.1:5006/"])
def test_elk_adres_op_deze_machine(huis: Huis, intern: TestClient, adres: str) -> None:
    assert naar(intern, adres) == 0
    assert huis.app.state.diensten.rasa._nu.adres == httpx.URL(adres)


def test_alleen_van_deze_machine(huis: Huis) -> None:
    with TestClient(maak_intern(huis.app, httpx.AsyncClient()), client=("192.0.2.7", 1)) as vreemd:
        assert vreemd.post("/intern/rasa", json={"adres": NIEUW}).status_code == 403
    assert str(huis.app.state.diensten.rasa._nu.adres) == OUD


def test_niet_op_de_openbare_poort(huis: Huis) -> None:
    assert huis.client.post("/intern/rasa", json={"adres": NIEUW}).status_code == 404
