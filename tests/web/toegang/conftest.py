"""A gateway with a key, staff with accounts, and a browser that behaves as browsers do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from tests.web.conftest import Huis, Maker
from web.toegang import beheer, codes, eigen
from web.toegang.spoor import Regel
from web.toegang.toegang import Toegang
from web.toegang.wachtwoord import Hasser

SLEUTEL = "sleutel-van-dit-huis-voor-de-proef-0123456789"
WACHTWOORD = "drie paarden op zolder"
ADRES = "https://chat.voorbeeldstad.example"
THUIS = "http://127.0.0.1:8000"


@dataclass
class Persoon:
    """Somebody with an account that is set up, and the app on their telephone."""

    login: str
    geheim: str
    herstel: tuple[str, ...]


@dataclass
class Browser:
    """Keeps cookies as a browser does, says where a form came from, and follows no redirects."""

    kantoor: Kantoor
    ip: str = "198.51.100.4"
    adres: str = ADRES
    client: TestClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = TestClient(
            self.kantoor.huis.app,
            base_url=self.adres,
            client=(self.ip, 4000),
            follow_redirects=False,
            raise_server_exceptions=False,
        )

    def kijk(self, pad: str, **meer: Any) -> httpx.Response:
        antwoord: httpx.Response = self.client.get(pad, **meer)
        return antwoord

    def stuur(self, pad: str, **velden: str) -> httpx.Response:
        """A form as it is."""
        return self.stuur_met({"Origin": self.adres, "Sec-Fetch-Site": "same-origin"}, pad, **velden)

    def stuur_met(self, koppen: dict[str, str], pad: str, **velden: str) -> httpx.Response:
        antwoord: httpx.Response = self.client.post(pad, data=velden, headers=koppen)
        return antwoord

    def formulier(self, pad: str, van: str = "/account", **velden: str) -> httpx.Response:
        """A form with the proof that stands on page `van`."""
        return self.stuur(pad, bewijs=self.bewijs(van), **velden)

    def bewijs(self, van: str = "/account") -> str:
        gevonden = re.search(r'name="bewijs" value="(\w+)"', self.kijk(van).text)
        assert gevonden is not None
        return gevonden[1]

    def meld_aan(
        self, wie: Persoon, *, wachtwoord: str = WACHTWOORD, code: str | None = None, **velden: str
    ) -> httpx.Response:
        getypt = self.kantoor.code(wie) if code is None else code
        return self.stuur("/aanmelden", login=wie.login, wachtwoord=wachtwoord, code=getypt, **velden)

    @property
    def koekjes(self) -> dict[str, str]:
        return {koekje.name: koekje.value or "" for koekje in self.client.cookies.jar}


@dataclass
class Kantoor:
    """The staff of a gemeente, and what they log in to."""

    huis: Huis

    @property
    def toegang(self) -> Toegang:
        toegang = self.huis.app.state.toegang
        assert isinstance(toegang, Toegang)
        return toegang

    @property
    def gehasht(self) -> int:
        return self.toegang.hasser.geteld

    def persoon(self, login: str = "j.jansen", *rollen: str, gemeente: str = "voorbeeldstad") -> Persoon:
        """Somebody new, who set up the account."""
        link = beheer.nieuw(self.toegang, login, f"Proef {login}", gemeente, rollen or ("balie",))
        geheim = eigen.instelling(self.toegang, link.code).geheim
        herstel = eigen.stel_in(
            self.toegang, link.code, WACHTWOORD, WACHTWOORD, codes.code_op(geheim, self.huis.klok())
        )
        self.later(seconds=60)
        return Persoon(login, geheim, herstel)

    def code(self, wie: Persoon) -> str:
        return codes.code_op(wie.geheim, self.huis.klok())

    def later(self, **hoeveel: float) -> None:
        self.huis.klok.nu += timedelta(**hoeveel)

    def browser(self, ip: str = "198.51.100.4", adres: str = ADRES) -> Browser:
        return Browser(self, ip, adres)

    def binnen(self, wie: Persoon, **meer: Any) -> Browser:
        """A browser in which this person is logged in."""
        browser = self.browser(**meer)
        assert browser.meld_aan(wie).status_code == 303
        return browser

    def spoor(self, gemeente: str | None = None) -> tuple[Regel, ...]:
        """Oldest first."""
        return tuple(reversed(beheer.regels(self.toegang, gemeente)))

    def soorten(self) -> list[str]:
        return [regel.soort for regel in self.spoor()]


KantoorMaker = Callable[..., Kantoor]


def routes(deel: Any) -> Iterator[APIRoute]:
    """Every route of an app, also those of routers within routers."""
    for een in deel.routes:
        if isinstance(een, APIRoute):
            yield een
        elif hasattr(een, "original_router"):
            yield from routes(een.original_router)


@pytest.fixture
def maak_kantoor(maak_huis: Maker) -> KantoorMaker:
    def maak(**instellingen: Any) -> Kantoor:
        huis = maak_huis(**{"sleutel": SLEUTEL, **instellingen})
        # As little work as argon2 allows: what is counted is how often.
        goedkoop = Hasser(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        if huis.app.state.toegang is not None:
            huis.app.state.toegang = replace(huis.app.state.toegang, hasser=goedkoop)
        return Kantoor(huis)

    return maak


@pytest.fixture
def kantoor(maak_kantoor: KantoorMaker) -> Kantoor:
    return maak_kantoor()
