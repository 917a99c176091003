"""Long talks over HTTP through the three processes; each ends with the outcomes of the plain talk of the same household."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from ops.nlu.gesprekken import LANG, eindigt_als_gewoon
from tests.keten.klant import Klant


class Bewoner(Klant):
    """`Klant` as a driver of long talks. What Rasa makes of a sentence is Rasa's own matter here."""

    def typ(self, tekst: str, begrip: str | None) -> None:
        self.zeg(tekst)

    def gezegd(self) -> list[str]:
        return [str(bericht["tekst"]) for bericht in self.berichten]

    def onderwerp(self) -> str | None:
        return self.faq

    def ga_door(self) -> bool:
        verder = any(k["id"] == "verder" for b in self.berichten for k in b.get("keuzes", ()))
        if verder:
            self.klik("verder")
        return verder

    def oordelen(self) -> dict[str, Any]:
        return {id_: (u["recht"], u["bedrag_per_maand"]) for id_, u in self.uitkomsten().items()}


@pytest.mark.parametrize("naam", LANG)
def test_a_long_talk_ends_as_the_plain_one(http: httpx.Client, naam: str) -> None:
    eindigt_als_gewoon(Bewoner(http), Bewoner(http), naam)
