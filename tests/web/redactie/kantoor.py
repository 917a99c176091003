"""A gateway whose content is a repository of its own, and the people who work on it; each with a browser that is logged in.

The content is the real one, as it was seeded: whatever a test does to it is gone at the next.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx
import pytest

from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.web.conftest import CONTENT, Huis, een_huis
from tests.web.toegang.conftest import ADRES, SLEUTEL, Browser
from tests.web.toegang.conftest import Kantoor as Gebouw
from web.redactie.bewaren.bewaarplaats import Bewaarplaats, begin
from web.redactie.bewaren.concepten import Concept, Concepten
from web.redactie.rechten import Regels
from web.toegang import accounts, sessies
from web.toegang.accounts import Medewerker

HIER, ELDERS = "voorbeeldstad", "heerlen"


@dataclass
class Inhoudmap:
    """The content folder of all tests in this process."""

    map: Path
    zaad: Path
    inhoud: Inhoud = field(init=False)
    _seconden: float = 0.0

    def lees(self, parameters: Parameters) -> None:
        shutil.copytree(self.zaad, self.map)
        self.inhoud = Inhoud(self.map, parameters, klok=lambda: self._seconden)

    def tik(self) -> None:
        """What is on disk is read, now: a page that finds somebody else reading would show what was there before."""
        self._seconden += 1
        with suppress(InhoudFout):
            self.inhoud.ververs()

    def herstel(self) -> None:
        """As it was seeded. Moments of change stay too, so that only what a test changed is read again."""
        shutil.rmtree(self.map, ignore_errors=True)
        shutil.copytree(self.zaad, self.map)
        self.tik()


@dataclass
class Redacteur(Browser):
    """A browser in which somebody is logged in. Every page sees content as it is on disk at that moment."""

    wie: Medewerker = field(kw_only=True)
    formulierbewijs: str = field(kw_only=True)
    inhoudmap: Inhoudmap = field(kw_only=True)

    def kijk(self, pad: str, **meer: Any) -> httpx.Response:
        self.inhoudmap.tik()
        return super().kijk(pad, **meer)

    def doe(self, pad: str, /, **velden: str | list[str]) -> httpx.Response:
        """Send a form of ours, with its proof. Follows nothing."""
        self.inhoudmap.tik()
        koppen = {"Origin": self.adres, "Sec-Fetch-Site": "same-origin"}
        gegevens = {"bewijs": self.formulierbewijs, **velden}
        antwoord: httpx.Response = self.client.post(pad, data=gegevens, headers=koppen)
        return antwoord

    def druk(self, blad: str, actie: str, /, **velden: str | list[str]) -> httpx.Response:
        """Send the form on page `blad` that goes to `actie`, with everything filled in as it stands there but `velden`."""
        return self.doe(actie, **{**ingevuld(self.kijk(blad).text, actie), **velden})


@dataclass
class Kantoor:
    """The staff of two gemeenten, and the content they work on."""

    gebouw: Gebouw
    inhoudmap: Inhoudmap
    vier_ogen: bool = True

    @property
    def huis(self) -> Huis:
        return self.gebouw.huis

    @property
    def map(self) -> Path:
        return self.inhoudmap.map

    @cached_property
    def plaats(self) -> Bewaarplaats:
        """Beside the gateway, as another process has it."""
        return Bewaarplaats(self.map)

    @cached_property
    def concepten(self) -> Concepten:
        regels = Regels(vier_ogen=self.vier_ogen)
        return Concepten(self.huis.bronnen.opslag, self.plaats, self.huis.klok, regels)

    @cached_property
    def schrijver(self) -> Redacteur:
        return self.wie("noor", "schrijver")

    @cached_property
    def publicist(self) -> Redacteur:
        return self.wie("sam", "publicist")

    @cached_property
    def beheerder(self) -> Redacteur:
        return self.wie("bo", "beheerder")

    @cached_property
    def elders(self) -> Redacteur:
        """Manager of another gemeente."""
        return self.wie("els", "beheerder", gemeente=ELDERS)

    def wie(self, login: str, *rollen: str, gemeente: str = HIER) -> Redacteur:
        """Somebody new, logged in."""
        nu, opslag = self.huis.klok(), self.huis.bronnen.opslag
        with opslag.schrijf() as verbinding:
            naam = f"{login.capitalize()} Verzonnen"
            id_ = accounts.maak(
                verbinding, nu, login=login, naam=naam, gemeente=gemeente, rollen=rollen or ("schrijver",)
            )
            sleutel = sessies.begin(verbinding, id_, nu)
            mens = accounts.vind(verbinding, login)
        assert mens is not None
        browser = Redacteur(
            self.gebouw,
            wie=mens,
            formulierbewijs=sessies.formulierbewijs(sleutel),
            inhoudmap=self.inhoudmap,
        )
        browser.client.cookies.set("__Host-rechtop_medewerker", sleutel, domain=httpx.URL(ADRES).host)
        return browser

    def concept(self, wie: Redacteur, pad: str, tekst: str | None = None, reden: str = "") -> Concept:
        """A draft of this person; with `tekst` already written."""
        een = self.concepten.begin(wie.wie, pad)
        if tekst is None:
            return een
        return self.concepten.bewaar(wie.wie, een.id, een.versie, tekst, reden)

    def lees(self, pad: str) -> str:
        return (self.map / pad).read_text(encoding="utf-8")


_VELD = re.compile(r"<(?:input|textarea|select|button)\b[^>]*>", re.DOTALL)
_EIGENSCHAP = re.compile(r'([\w-]+)="([^"]*)"')


def ingevuld(html: str, actie: str) -> dict[str, str | list[str]]:
    """The fields of the form that goes to this address, or has a button that does, as they are filled in; without buttons."""
    begin_ = html.rindex("<form", 0, html.index(f'action="{actie}"'))
    vorm = html[begin_ : html.index("</form>", begin_)]
    uit: dict[str, list[str]] = {}
    for gevonden in _VELD.finditer(vorm):
        ruw = gevonden[0]
        eigen = {naam: unescape(waarde) for naam, waarde in _EIGENSCHAP.findall(ruw)}
        naam = eigen.get("name")
        if naam is None or ruw.startswith("<button"):
            continue
        rest = vorm[gevonden.end() :]
        if ruw.startswith("<textarea"):
            # A line end right after the tag is not part of the text.
            uit.setdefault(naam, []).append(unescape(rest[: rest.index("</textarea>")]).removeprefix("\n"))
        elif ruw.startswith("<select"):
            uit.setdefault(naam, []).append(_gekozen(rest[: rest.index("</select>")]))
        elif eigen.get("type") not in ("checkbox", "radio") or re.search(r"\schecked\b", ruw):
            uit.setdefault(naam, []).append(eigen.get("value", ""))
    return {naam: waarden[0] if len(waarden) == 1 else waarden for naam, waarden in uit.items()}


def _gekozen(keuzes: str) -> str:
    alle = re.findall(r'<option value="([^"]*)"([^>]*)>', keuzes)
    waarde = next((w for w, rest in alle if "selected" in rest), alle[0][0] if alle else "")
    return unescape(waarde)


@pytest.fixture(scope="session")
def inhoudmap(tmp_path_factory: pytest.TempPathFactory, parameters: Parameters) -> Inhoudmap:
    map_ = tmp_path_factory.mktemp("redactie")
    begin(map_ / "zaad", CONTENT)
    een = Inhoudmap(map_ / "inhoud", map_ / "zaad")
    een.lees(parameters)
    return een


@pytest.fixture
def maak_redactie(tmp_path: Path, inhoudmap: Inhoudmap, parameters: Parameters) -> Iterator[Any]:
    """A function that builds a gateway with these settings. `erbij`: lines at the end of files, there before it starts."""
    with ExitStack() as huizen:

        def maak(
            *, vier_ogen: bool = True, erbij: Mapping[str, str] = MappingProxyType({}), **instellingen: Any
        ) -> Kantoor:
            inhoudmap.herstel()
            for pad, regels in erbij.items():
                with (inhoudmap.map / pad).open("a", encoding="utf-8") as bestand:
                    bestand.write(regels)
            inhoudmap.tik()
            huis = huizen.enter_context(
                een_huis(
                    tmp_path,
                    inhoudmap.inhoud,
                    parameters,
                    sleutel=SLEUTEL,
                    content=inhoudmap.map,
                    vier_ogen=vier_ogen,
                    **instellingen,
                )
            )
            return Kantoor(Gebouw(huis), inhoudmap, vier_ogen)

        yield maak


@pytest.fixture
def kantoor(maak_redactie: Any) -> Kantoor:
    gemaakt: Kantoor = maak_redactie()
    return gemaakt
