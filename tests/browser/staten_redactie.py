"""The redactie on the real gateway, with content in a repository of its own; where to go in it, and how to come in.

Each room adds its states to `_ALLE`. What a state needs beforehand (a draft, a sentence) stands in `vul`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from actions.gesprek.bronnen import Bronnen
from tests.browser import staten_onderwerpen, staten_probeer, staten_stroom
from tests.browser.echt import CONTENT, draai_echt
from tests.browser.keuringen import Staat
from tests.browser.staten_lokaal import LOKAAL
from tests.browser.staten_trainen import TRAINEN, vul_oefeningen
from web.redactie.bewaren.bewaarplaats import Bewaarplaats, begin
from web.redactie.bewaren.concepten import Concept, Concepten
from web.redactie.rechten import Regels
from web.toegang import accounts, sessies
from web.toegang.accounts import Medewerker

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SLEUTEL = "sleutel-van-dit-huis-voor-de-proef-0123456789"
MENSEN: dict[str, tuple[str, ...]] = {
    "noor": ("schrijver",),
    "sam": ("publicist",),
    "bo": ("beheerder",),
}
"""Who work here, with their roles. All of voorbeeldstad."""


@dataclass(frozen=True, slots=True)
class Huis:
    """The gateway, with people who may log in."""

    adres: str
    bronnen: Bronnen
    map: Path
    plaats: Bewaarplaats
    concepten: Concepten

    def sleutel(self, login: str) -> str:
        """A session of this person, as it stands in the cookie."""
        with self.bronnen.opslag.schrijf() as verbinding:
            wie = accounts.vind(verbinding, login)
            assert wie is not None
            return sessies.begin(verbinding, wie.id, NU)

    def wie(self, login: str) -> Medewerker:
        with self.bronnen.opslag.lees_naast() as verbinding:
            wie = accounts.vind(verbinding, login)
        assert wie is not None
        return wie

    def concept(self, login: str, pad: str, tekst: str | None = None, reden: str = "") -> Concept:
        """A draft of this person; with `tekst` already written."""
        wie = self.wie(login)
        een = self.concepten.begin(wie, pad)
        if tekst is None:
            return een
        return self.concepten.bewaar(wie, een.id, een.versie, tekst, reden)

    def lees(self, pad: str) -> str:
        return (self.map / pad).read_text(encoding="utf-8")


@contextmanager
def draai_redactie(map_: Path, **instellingen: Any) -> Iterator[Huis]:
    """The gateway, with the people of MENSEN."""
    # A gemeente that wants to see what was not understood, from the start: nothing was changed by hand.
    stad = map_ / "inhoud" / "gemeenten" / "voorbeeldstad.yml"
    stad.parent.mkdir(parents=True)
    hier = (CONTENT / "gemeenten" / stad.name).read_text(encoding="utf-8")
    stad.write_text(hier + "\nzinnen_bewaren: true\n", encoding="utf-8")
    plaats = begin(map_ / "inhoud", CONTENT)
    for pad, tekst in staten_onderwerpen.ERBIJ.items():
        (plaats.map / pad).write_text(tekst, encoding="utf-8")
    plaats.neem_op()
    with draai_echt(map_, lambda: NU, plaats.map, sleutel=SLEUTEL, **instellingen) as (adres, bronnen):
        with bronnen.opslag.schrijf() as verbinding:
            for login, rollen in MENSEN.items():
                naam = f"{login.capitalize()} Verzonnen"
                accounts.maak(verbinding, NU, login=login, naam=naam, gemeente="voorbeeldstad", rollen=rollen)
        concepten = Concepten(bronnen.opslag, plaats, lambda: NU, Regels())
        yield Huis(adres, bronnen, plaats.map, plaats, concepten)


def vul(huis: Huis) -> None:
    """What the states look at."""
    vul_oefeningen(huis.bronnen.opslag, NU)
    staten_probeer.vul(huis)


@dataclass(frozen=True, slots=True)
class Bezoek:
    page: Page
    huis: Huis

    def als(self, login: str = "noor") -> Bezoek:
        koekje = {"name": "rechtop_medewerker", "value": self.huis.sleutel(login), "url": self.huis.adres}
        self.page.context.add_cookies([koekje])  # type: ignore[list-item]
        return self

    def naar(self, pad: str) -> Bezoek:
        self.page.goto(self.huis.adres + pad)
        return self

    def kies(self, naam: str) -> None:
        """A button that brings another page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=naam, exact=True).click()


_ALLE: tuple[Callable[[Bezoek], None], ...] = (
    *staten_stroom.ALLE,
    *LOKAAL,
    *TRAINEN,
    *staten_probeer.ALLE,
    *staten_onderwerpen.ALLE,
)
STATEN = tuple(Staat(f"redactie-{bereik.__name__.replace('_', '-')}", bereik) for bereik in _ALLE)
