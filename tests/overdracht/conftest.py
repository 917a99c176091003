"""A gateway with the real talk, talks with answers in them, and gemeenten with each way out."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from actions.gesprek.staat import Staat
from actions.overdracht.kluis import Kluis
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.opslag import verse_opslag
from web.app import maak_app
from web.instellingen import Instellingen

CONTENT = Path(__file__).parents[2] / "content"
ACTOR = "3f1b1c1e-0000-4000-8000-000000000001"
_GEMEENTE = """\
slug: {slug}
naam: {naam}
cbs_code: null
provincie: Verzonnen
contact: {{telefoon: "14 0999", openingstijden: "elke werkdag, van 9 tot 12 uur", adres: Plein 1, website: "https://x.example"}}
{overdracht}
"""
GEMEENTEN: Mapping[str, str] = {
    "postvak": "overdracht: {ontvanger: Team Postvak}",
    "korter": "overdracht: {ontvanger: Team, bewaren: {afleveren_uren: 5, verzoek_dagen: 3, bewijs_maanden: 1}}",
    "openstad": 'overdracht: {ontvanger: Team Open, kanaal: open_klant, open_klant: {url: "@OPENKLANT@", actor: "@ACTOR@"}}',
    "mailstad": "overdracht: {ontvanger: Team Mail, kanaal: e-mail, e_mail: team@mailstad.example}",
    "formulierstad": 'overdracht: {ontvanger: Team, kanaal: open_formulieren, formulier: "https://formulier.example/contact"}',
    "niets": "overdracht: {ontvanger: Team, kanaal: null}",
    "leeg": "",
}
FEITEN: Mapping[str, Any] = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650.00",
    "inkomen_soort": "loon",
    "inkomen_jaar": "21000.00",
    "vermogen": "1000.00",
}
SCOPE = ("zorgtoeslag", "huurtoeslag")
H: Mapping[str, Any] = {
    "id": "h1",
    "onderwerp": "huurtoeslag",
    "naam": "Noor Verzonnen",
    "telefoon": "06 12 34 56 78",
    "email": "noor@verzonnen.example",
    "beste_moment": "ochtend",
    "bericht": "Kan iemand mij helpen met de kachelkwestie?",
    "delen": ["feit:kale_huur", "uitkomst:huurtoeslag"],
}
PERSOONLIJK = ("Noor", "Verzonnen", "0612345678", "06 12 34", "noor@", "kachelkwestie")
"""What stands in H and may never be read on disk or in a log."""


class Klok:
    """The moment, moved by the test."""

    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu

    def verder(self, **hoeveel: float) -> None:
        self.nu += timedelta(**hoeveel)


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


def schrijf_gemeenten(map_: Path, openklant: str = "http://127.0.0.1:9/x", actor: str = ACTOR) -> None:
    for slug, overdracht in GEMEENTEN.items():
        tekst = _GEMEENTE.format(slug=slug, naam=slug.capitalize(), overdracht=overdracht)
        tekst = tekst.replace("@OPENKLANT@", openklant).replace("@ACTOR@", actor)
        (map_ / "gemeenten" / f"{slug}.yml").write_text(tekst, encoding="utf-8")


def maak_inhoud(
    map_: Path, parameters: Parameters, openklant: str = "http://127.0.0.1:9/x", actor: str = ACTOR
) -> Inhoud:
    for soort in SOORTEN:
        if soort != "gemeenten":
            (map_ / soort).symlink_to(CONTENT / soort)
    (map_ / "gemeenten").mkdir()
    shutil.copy(CONTENT / "gemeenten" / "voorbeeldstad.yml", map_ / "gemeenten")
    schrijf_gemeenten(map_, openklant, actor)
    return Inhoud(map_, parameters)


@pytest.fixture(scope="session")
def inhoud(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    return maak_inhoud(tmp_path_factory.mktemp("content"), parameters)


@dataclass
class Huis:
    app: FastAPI
    client: TestClient
    bronnen: Bronnen
    klok: Klok
    map: Path
    sleutel: str

    def gesprek(self, gemeente: str = "voorbeeldstad", scope: tuple[str, ...] = SCOPE, **feiten: Any) -> str:
        """The token of a talk in which the check was done."""
        staat = Staat(gemeente, feiten={**FEITEN, **feiten}, scope=scope)
        stand = {
            "aantal": 0,
            "bedrag_per_maand": "0.00",
            "waarvan_al_ontvangen": "0.00",
            "onder_voorbehoud": False,
        }
        eerste = {"berichten": [], "voortgang": {"beantwoord": 0, "nog_ongeveer": 0}, "tussenstand": stand}
        return self.bronnen.opslag.nieuw(staat, eerste, False)[0]

    def voorbeeld(self, token: str, **anders: Any) -> httpx.Response:
        return self._post(f"/api/v1/gesprekken/{token}/overdracht/voorbeeld", {**H, **anders})

    def stuur(self, token: str, toestemming: Any = "goed", **anders: Any) -> httpx.Response:
        """Hand over, with consent to the text of now unless told otherwise."""
        if toestemming == "goed":
            gezien = self.voorbeeld(token).json()
            toestemming = {"versie": gezien["toestemming"]["versie"], "gegeven": True}
        lichaam = {**H, **anders, **({} if toestemming is None else {"toestemming": toestemming})}
        return self._post(f"/api/v1/gesprekken/{token}/overdracht", lichaam)

    def ingediend(self, gemeente: str = "voorbeeldstad") -> Mapping[str, str]:
        antwoord = self.stuur(self.gesprek(gemeente))
        assert antwoord.status_code == 201, antwoord.text
        uit: Mapping[str, str] = antwoord.json()
        return uit

    def status(self, uit: Mapping[str, str], code: str | None = None) -> httpx.Response:
        return self._post(
            f"/api/v1/overdracht/{uit['kenmerk']}/status", {"intrekcode": code or uit["intrekcode"]}
        )

    def trek_in(self, uit: Mapping[str, str], code: str | None = None) -> httpx.Response:
        return self._post(
            f"/api/v1/overdracht/{uit['kenmerk']}/intrekken", {"intrekcode": code or uit["intrekcode"]}
        )

    def bytes(self) -> bytes:
        """All that stands in the database and what belongs to it."""
        return b"".join(bestand.read_bytes() for bestand in (self.map / "db").iterdir())

    def _post(self, pad: str, lichaam: Any) -> httpx.Response:
        antwoord: httpx.Response = self.client.post(pad, json=lichaam)
        return antwoord


Maker = Callable[..., Huis]


@pytest.fixture
def maak_huis(tmp_path: Path, inhoud: Inhoud, parameters: Parameters) -> Iterator[Maker]:
    """A function that builds a gateway with these settings. The outbox is emptied only when a test says so."""
    open_: list[TestClient] = []
    opslagen: list[Opslag] = []

    def maak(inhoud: Inhoud = inhoud, **instellingen: Any) -> Huis:
        klok = Klok()
        opslag = verse_opslag(tmp_path / "db" / "proef.db", klok)
        opslagen.append(opslag)
        bronnen = Bronnen(opslag, inhoud, parameters, lambda: klok.nu.date(), nu=klok)
        sleutel = Kluis.nieuwe_sleutel()
        app = maak_app(
            Instellingen(_env_file=None, **{"overdracht_sleutels": sleutel, **instellingen}),
            bronnen,
            httpx.MockTransport(lambda verzoek: httpx.Response(503)),
        )
        # Not entered: the loops of the gateway would run beside the test.
        client = TestClient(app, raise_server_exceptions=False)
        open_.append(client)
        return Huis(app, client, bronnen, klok, tmp_path, sleutel)

    yield maak
    for client in open_:
        client.close()
    for opslag in opslagen:
        opslag.sluit()


@pytest.fixture
def huis(maak_huis: Maker) -> Huis:
    return maak_huis()


def nieuw_id() -> str:
    return uuid.uuid4().hex


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs a real Open Klant, or PostgreSQL, is left out unless it is asked for: skipped would count as not proved."""
    gevraagd = str(config.getoption("-m"))
    niet = [naam for naam in ("openklant", "postgres") if naam not in gevraagd]
    weg = [item for item in items if any(item.get_closest_marker(naam) is not None for naam in niet)]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]
