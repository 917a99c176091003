"""A gateway with staff, and requests of residents that came the whole way into the inbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from actions.overdracht import rijen, toestemming
from actions.overdracht.codes import bewaarvorm
from actions.overdracht.tabellen import balie, overdracht
from actions.overdracht.veld import Veld, als_json
from tests.web.toegang.conftest import (
    Browser,
    Kantoor,
    kantoor,  # noqa: F401 -- a fixture
    maak_kantoor,  # noqa: F401 -- a fixture
)

CODE = "K7M2XQ9T"
VELDEN = (
    Veld("onderwerp", "Onderwerp", "Huurtoeslag"),
    Veld("naam", "Naam", "Noor Verzonnen"),
    Veld("telefoon", "Telefoon", "0612345678"),
    Veld("email", "E-mail", "noor@verzonnen.example"),
    Veld("beste_moment", "Beste moment om te bellen", "In de ochtend"),
    Veld("bericht", "Uw vraag", "Kan iemand mij helpen met de <kachelkwestie>?"),
    Veld("feit", "Kale huur", "650 euro", "kale_huur"),
)
INHOUD = ("Noor Verzonnen", "0612345678", "noor@", "kachelkwestie", "650 euro")
"""What stands in a request and may only be read on its own page."""


@dataclass
class Loket:
    """The staff of two gemeenten, with what residents sent them."""

    kantoor: Kantoor

    def vraag(
        self,
        kenmerk: str = "1000000001",
        gemeente: str = "voorbeeldstad",
        *,
        kanaal: str = "balie",
        **ook: Any,
    ) -> str:
        """A request that was handed in now and, over our own inbox, delivered."""
        diensten = self.kantoor.huis.app.state.diensten
        kluis, nu = diensten.instellingen.kluis(), self.kantoor.huis.klok()
        tekst = toestemming.Tekst("v1", "Ja, dat mag.")
        rij = {
            "kenmerk": kenmerk,
            "gemeente": gemeente,
            "kanaal": kanaal,
            "stand": "wordt_verstuurd",
            "taak": "bezorg",
            "inhoud": kluis.verzegel(kenmerk, als_json(VELDEN)),
            "code": bewaarvorm(kenmerk, CODE),
            "ingediend": nu,
            "uiterlijk": nu + timedelta(hours=72),
            "bewaar_dagen": 28,
            "pogingen": 0,
            "volgende": nu,
        }
        with self.kantoor.huis.bronnen.opslag.schrijf() as verbinding:
            verbinding.execute(insert(overdracht).values({**rij, **ook}))
            toestemming.leg_vast(
                verbinding,
                kenmerk,
                gemeente,
                kanaal,
                tekst,
                "Ja, dat mag.",
                VELDEN,
                nu,
                nu.date().replace(year=2028),
            )
        self.bezorg()
        return kenmerk

    def bezorg(self) -> None:
        self.kantoor.huis.app.state.diensten.bezorger.ronde()

    def trek_in(self, kenmerk: str) -> None:
        """The resident withdraws; it is not taken out of the inbox yet."""
        with self.kantoor.huis.bronnen.opslag.schrijf() as verbinding:
            rijen.trek_in(verbinding, kenmerk, self.kantoor.huis.klok(), set())

    def stand(self, kenmerk: str) -> str:
        with self.kantoor.huis.bronnen.opslag.lees_naast() as verbinding:
            stand = verbinding.scalar(select(overdracht.c.stand).where(overdracht.c.kenmerk == kenmerk))
        assert isinstance(stand, str)
        return stand

    def in_de_balie(self, kenmerk: str) -> Any:
        with self.kantoor.huis.bronnen.opslag.lees_naast() as verbinding:
            return verbinding.execute(select(balie).where(balie.c.kenmerk == kenmerk)).one_or_none()

    def wie(self, login: str = "n.noor", **ook: Any) -> Browser:
        """A browser in which somebody new is logged in."""
        return self.kantoor.binnen(self.kantoor.persoon(login, **ook))

    def doe(self, browser: Browser, kenmerk: str, daad: str, **velden: str) -> Any:
        """Press a button as it stands on the page now."""
        blad = f"/balie/{kenmerk}"
        van = f"{blad}/wissen" if daad == "wissen" else blad
        return browser.stuur(
            f"{blad}/{daad}", **{**verborgen(browser.kijk(van).text, f"{blad}/{daad}"), **velden}
        )

    def spoor(self, kenmerk: str) -> list[tuple[str, str | None]]:
        """(kind, who) of every line about this request."""
        return [(r.soort, r.wie) for r in self.kantoor.spoor() if r.kenmerk == kenmerk]


def verborgen(html: str, actie: str) -> Mapping[str, str]:
    """The hidden fields of the form that goes to this address."""
    deel = html.split(f'action="{actie}"', 1)[1].split("</form>")[0]
    stukken = deel.split('<input type="hidden" name="')[1:]
    return {stuk.split('"')[0]: stuk.split('value="')[1].split('"')[0] for stuk in stukken}


@pytest.fixture
def loket(kantoor: Kantoor) -> Loket:  # noqa: F811
    return Loket(kantoor)
