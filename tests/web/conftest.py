"""The real gateway and the real record, with a small turn function and a Rasa that does what a test says."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from actions.contract import (
    Bericht,
    BeurtAntwoord,
    GesprekStand,
    Overzicht,
    Tussenstand,
    Voortgang,
    naar_json,
)
from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.bewijs import bewijs
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, Opslag, gesprek_id
from actions.gesprek.staat import Beurt, Staat
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.opslag import verse_opslag
from web.app import maak_app
from web.instellingen import Instellingen
from web.motor import Motor

CONTENT = Path(__file__).resolve().parents[2] / "content"
EIGEN_SITE = "https://www.voorbeeldstad.example"
ANDERE_SITE = "https://www.anderstad.example"
VREEMDE_SITE = "https://kwaad.example"
TWEEDE_GEMEENTE = """\
slug: anderstad
naam: Anderstad
cbs_code: null
provincie: Voorbeeldland
contact: {telefoon: "14 0999", openingstijden: elke dag, adres: Plein 1, website: "https://anderstad.example"}
toegestane_herkomst: ["https://www.anderstad.example"]
"""


class Klok:
    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu


@dataclass
class Praatje:
    """A turn function that repeats what it hears, kept in the real record. `doe` may make it slow or broken."""

    opslag: Opslag
    invoer: list[BeurtInvoer] = field(default_factory=list)
    """Everything it was called with, also when the answer came from the record."""
    doe: Callable[[BeurtInvoer], None] = lambda invoer: None

    def motor(self, bronnen: Bronnen) -> Motor:
        return Motor(self.begin, self.beurt, self.overzicht, self.stand, partial(bewijs, bronnen))

    def begin(self, gemeente: str, gedeelde_computer: bool) -> tuple[str, BeurtAntwoord, datetime]:
        eerste = een_antwoord("b0", "Hallo, ik ben een chatbot.", vraag="partner")
        token, verloopt = self.opslag.nieuw(Staat(gemeente), naar_json(eerste), gedeelde_computer)
        return token, eerste, verloopt

    def beurt(self, id_: str, invoer: BeurtInvoer) -> BeurtAntwoord:
        self.invoer.append(invoer)
        self.doe(invoer)
        with self.opslag.transactie(id_) as transactie:
            eerder = transactie.eerder(invoer.id)
            if eerder is not None:
                return BeurtAntwoord.model_validate(eerder.antwoord)
            nr = transactie.volgend_nr
            zei = invoer.weigering or invoer.tekst or invoer.keuze or f"wijzig {invoer.wijzig}"
            antwoord = een_antwoord(f"b{nr}", f"{nr}: {zei}", vraag="leeftijd")
            ingekomen = None if invoer.weigering else {"tekst": zei}
            transactie.bewaar(
                transactie.gesprek.staat, Beurt(nr, invoer.id, ingekomen, naar_json(antwoord), invoer.weg)
            )
            return antwoord

    def overzicht(self, id_: str) -> Overzicht:
        if self.opslag.lees(id_) is None:
            raise GesprekOnbekend
        return Overzicht(feiten=[], uitkomsten=[], tussenstand=een_antwoord("", "").tussenstand)

    def stand(self, id_: str) -> GesprekStand:
        gesprek = self.opslag.lees(id_)
        if gesprek is None:
            raise GesprekOnbekend
        beurten = [BeurtAntwoord.model_validate(b.antwoord) for b in gesprek.beurten]
        return GesprekStand(
            gemeente=gesprek.staat.gemeente,
            berichten=[bericht for beurt in beurten for bericht in beurt.berichten],
            open_vraag=beurten[-1].berichten[-1],
            voortgang=beurten[-1].voortgang,
            tussenstand=beurten[-1].tussenstand,
            verloopt=gesprek.verloopt.isoformat(),
        )


def een_antwoord(id_: str, tekst: str, vraag: str | None = None) -> BeurtAntwoord:
    berichten = [Bericht(id=f"{id_}t", van="bot", soort="tekst", tekst=tekst)]
    if vraag:
        berichten.append(Bericht(id=f"{id_}v", van="bot", soort="vraag", tekst="En nu?", vraag=vraag))
    stand = Tussenstand(aantal=1, bedrag_per_maand="129.00", waarvan_al_ontvangen="0", onder_voorbehoud=False)
    return BeurtAntwoord(
        berichten=berichten, voortgang=Voortgang(beantwoord=2, nog_ongeveer=3), tussenstand=stand
    )


Gedrag = Callable[[dict[str, Any]], Awaitable[httpx.Response]]


@dataclass
class NepRasa:
    """Rasa with the action server behind it. `gedrag` replaces what it does with a message."""

    praatje: Praatje
    verzoeken: list[dict[str, Any]] = field(default_factory=list)
    gedrag: Gedrag | None = None
    leeft: bool = True
    rangschikking: list[tuple[str, float]] = field(default_factory=list)
    """What it makes of a sentence that an editor tries."""

    async def __call__(self, verzoek: httpx.Request) -> httpx.Response:
        if verzoek.url.path == "/webhooks/rest/gereed":
            return httpx.Response(200 if self.leeft else 503)
        assert verzoek.url.path == "/webhooks/rest/webhook"
        lichaam = json.loads(verzoek.content)
        self.verzoeken.append(lichaam)
        return await (self.gedrag or self.gewoon)(lichaam)

    async def gewoon(self, lichaam: dict[str, Any]) -> httpx.Response:
        """As it should be: the action server makes the turn, its messages come back."""
        if lichaam["metadata"].get("proef"):
            eigen = {"rangschikking": self.rangschikking}
            return httpx.Response(200, json=[{"recipient_id": lichaam["sender"], "custom": eigen}])
        meta, klik = lichaam["metadata"], lichaam["message"] == "/keuze"
        invoer = BeurtInvoer(
            id=meta["beurt"],
            tekst=None if klik else lichaam["message"],
            keuze=meta["keuze"],
            wijzig=meta["wijzig"],
            gezien=meta["gezien"],
        )
        try:
            antwoord = await asyncio.to_thread(self.praatje.beurt, lichaam["sender"], invoer)
        except Exception:
            return await self.leeg(lichaam)
        return httpx.Response(200, json=[{"recipient_id": lichaam["sender"], "custom": naar_json(antwoord)}])

    async def leeg(self, lichaam: dict[str, Any]) -> httpx.Response:
        """What Rasa says when the action server is down."""
        return httpx.Response(200, json=[])

    async def weg(self, lichaam: dict[str, Any]) -> httpx.Response:
        raise httpx.ConnectError("gone")

    async def traag(self, lichaam: dict[str, Any]) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError("nobody waits this long")

    async def antwoord_zoek(self, lichaam: dict[str, Any]) -> httpx.Response:
        """The turn is made, but the line breaks before the answer is back."""
        await self.gewoon(lichaam)
        raise httpx.ReadError("broken")


@dataclass
class Huis:
    """A gateway to test, and everything around it."""

    app: FastAPI
    client: TestClient
    bronnen: Bronnen
    praatje: Praatje
    rasa: NepRasa
    klok: Klok
    map: Path

    def begin(self, gemeente: str = "voorbeeldstad", **meer: Any) -> str:
        antwoord = self.client.post("/api/v1/gesprekken", json={"gemeente": gemeente}, **meer)
        assert antwoord.status_code == 201, antwoord.text
        token = antwoord.json()["gesprek"]
        assert isinstance(token, str)
        return token

    def zeg(self, token: str, tekst: str | None = None, id: str = "m1", **meer: Any) -> httpx.Response:
        lichaam = {"id": id, **({} if tekst is None else {"tekst": tekst}), **meer}
        antwoord: httpx.Response = self.client.post(f"/api/v1/gesprekken/{token}/berichten", json=lichaam)
        return antwoord

    def wegen(self, token: str) -> list[str]:
        gesprek = self.bronnen.opslag.lees(gesprek_id(token))
        assert gesprek is not None
        return [beurt.weg for beurt in gesprek.beurten[1:]]

    def bytes(self) -> bytes:
        return b"".join(bestand.read_bytes() for bestand in (self.map / "db").iterdir())


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


@pytest.fixture(scope="session")
def inhoud(tmp_path_factory: pytest.TempPathFactory, parameters: Parameters) -> Inhoud:
    """The real content, with a site for voorbeeldstad and a second gemeente."""
    map_ = tmp_path_factory.mktemp("content")
    for soort in ("teksten", "vragen", "uitkomsten", "faq", "gemeenten", "regios"):
        shutil.copytree(CONTENT / soort, map_ / soort)
    eerste = map_ / "gemeenten" / "voorbeeldstad.yml"
    kop = "toegestane_herkomst:\n"
    tekst = eerste.read_text(encoding="utf-8")
    assert kop in tekst
    eerste.write_text(tekst.replace(kop, f"{kop}  - {EIGEN_SITE}\n"), encoding="utf-8")
    (map_ / "gemeenten" / "anderstad.yml").write_text(TWEEDE_GEMEENTE, encoding="utf-8")
    return Inhoud(map_, parameters)


Maker = Callable[..., Huis]


@contextmanager
def een_huis(
    map_: Path,
    inhoud: Inhoud,
    parameters: Parameters,
    client: tuple[str, int] = ("203.0.113.7", 1234),
    **instellingen: Any,
) -> Iterator[Huis]:
    """A gateway with these settings and its record in this folder."""
    klok = Klok()
    opslag = verse_opslag(map_ / "db" / "proef.db", klok)
    bronnen = Bronnen(opslag, inhoud, parameters, lambda: date(2026, 11, 20), nu=klok)
    praatje = Praatje(opslag)
    rasa = NepRasa(praatje)
    app = maak_app(
        Instellingen(_env_file=None, **instellingen),
        bronnen,
        httpx.MockTransport(rasa),
        praatje.motor(bronnen),
    )
    with TestClient(app, client=client, raise_server_exceptions=False) as testclient:
        yield Huis(app, testclient, bronnen, praatje, rasa, klok, map_)
    opslag.sluit()


@pytest.fixture
def maak_huis(tmp_path: Path, inhoud: Inhoud, parameters: Parameters) -> Iterator[Maker]:
    """A function that builds a gateway with these settings."""
    with ExitStack() as huizen:
        yield lambda *wie, **wat: huizen.enter_context(een_huis(tmp_path, inhoud, parameters, *wie, **wat))


@pytest.fixture
def huis(maak_huis: Maker) -> Huis:
    return maak_huis()


def langzaam(seconden: float) -> Callable[[BeurtInvoer], None]:
    """A turn that takes this long."""
    return lambda invoer: time.sleep(seconden)


def kapot(invoer: BeurtInvoer) -> None:
    """A turn that fails, with the resident's words in the exception."""
    raise RuntimeError(f"kapot bij {invoer.tekst}")


DAG = timedelta(days=1)
