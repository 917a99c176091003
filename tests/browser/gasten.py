"""Sites of others with our chat on them: each its own origin, and behind the chat the real gateway with all its headers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Response
from pydantic import SecretStr

from actions.gesprek.bronnen import Bronnen
from actions.overdracht.kluis import Kluis
from content.bestanden import SOORTEN
from content.herkennen.zoeken import maak_gereed
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from tests.browser.nepserver import draai
from tests.opslag import verse_opslag
from tests.web.conftest import CONTENT, Klok, NepRasa, Praatje
from web.app import maak_app
from web.instellingen import Instellingen

GIDS = Path(__file__).resolve().parents[2] / "docs" / "insluiten.md"
_BLOK = re.compile(r"<!-- (\w[\w -]*) -->\n```\w*\n(.*?)```", re.DOTALL)


@dataclass
class Gast:
    """A site of somebody else: what a test puts on it."""

    adres: str = ""
    paginas: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def zet(self, html: str, csp: str = "", pad: str = "/", **koppen: str) -> str:
        """Puts a page there; gives its address."""
        if csp:
            koppen["Content-Security-Policy"] = csp
        self.paginas[pad] = (html, {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()})
        return self.adres + pad

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/{pad:path}")
        def geef(pad: str) -> Response:
            if pad == "favicon.ico":  # what every browser asks for by itself
                return Response(status_code=204)
            html, koppen = self.paginas.get(f"/{pad}", ("", {}))
            return Response(html, 200 if html else 404, koppen, "text/html")

        return app


@dataclass(frozen=True)
class Buurt:
    """The chat, a site of the gemeente that may show it, and one that may not."""

    chat: str
    gemeente: Gast
    vreemd: Gast

    def regels(self, naam: str) -> str:
        """A block of the guide, as an editor copies it: only our address is another."""
        gevonden: dict[str, str] = dict(_BLOK.findall(self.gids()))
        return gevonden[naam].replace("https://chat.example", self.chat).strip()

    @property
    def snel_weg(self) -> str:
        """Where "snel weg" leads."""
        woorden = httpx.get(f"{self.chat}/widget-teksten.json?gemeente=voorbeeldstad").json()
        adres: str = woorden["gemeente"]["snel_weg"]
        return adres

    def gids(self) -> str:
        return GIDS.read_text(encoding="utf-8")

    def csp(self, naam: str) -> str:
        """The policy of a strict site with the lines of the guide added to it."""
        return " ".join(["default-src 'none'; base-uri 'none'; img-src 'self';", *self.regels(naam).split()])


@pytest.fixture(scope="session")
def _buurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buurt]:
    with _bouw(tmp_path_factory.mktemp("buurt"), echt=False) as buurt:
        yield buurt


@pytest.fixture(scope="session")
def echte_buurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buurt]:
    """With the real talk, and a gemeente that takes questions over."""
    with _bouw(tmp_path_factory.mktemp("buurt"), echt=True) as buurt:
        yield buurt


@contextmanager
def _bouw(map_: Path, *, echt: bool) -> Iterator[Buurt]:
    with ExitStack() as stapel:
        gasten = [Gast(), Gast()]
        for gast in gasten:
            gast.adres = stapel.enter_context(draai(gast.app()))
        for soort in SOORTEN:
            shutil.copytree(CONTENT / soort, map_ / "content" / soort)
        bestand = map_ / "content" / "gemeenten" / "voorbeeldstad.yml"
        kop = "toegestane_herkomst:\n"
        tekst = bestand.read_text(encoding="utf-8")
        assert kop in tekst
        bestand.write_text(tekst.replace(kop, f"{kop}  - {gasten[0].adres}\n"), encoding="utf-8")

        parameters = laad_parameters(CONTENT / "parameters")
        inhoud = Inhoud(map_ / "content", parameters)
        klok = Klok()
        opslag = verse_opslag(map_ / "db" / "proef.db", klok)
        stapel.callback(opslag.sluit)
        bronnen = Bronnen(opslag, inhoud, parameters, lambda: date(2026, 11, 20), nu=klok)
        maak_gereed()
        instellingen = Instellingen(
            _env_file=None,
            gesprekken_per_uur=10_000,
            verzoeken_per_minuut=100_000,
            beurt_tijd=30,  # on a busy machine no excuse comes instead of an answer
            overdracht_sleutels=SecretStr(Kluis.nieuwe_sleutel()),
        )
        if echt:
            app = maak_app(instellingen, bronnen, httpx.MockTransport(lambda _: httpx.Response(200, json=[])))
        else:
            praatje = Praatje(opslag)
            app = maak_app(
                instellingen, bronnen, httpx.MockTransport(NepRasa(praatje)), praatje.motor(bronnen)
            )
        yield Buurt(stapel.enter_context(draai(app)), gasten[0], gasten[1])


@pytest.fixture
def buurt(_buurt: Buurt) -> Buurt:
    for gast in (_buurt.gemeente, _buurt.vreemd):
        gast.paginas.clear()
    return _buurt
