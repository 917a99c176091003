"""Long talks over HTTP through the three processes; each ends with the outcomes of the plain talk of the same household."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from tests.gesprekken.lang import HUISHOUDENS, LANG, loop, tot_het_einde
from tests.keten.klant import Klant


class Bewoner(Klant):
    """`Klant` as a driver of long talks. What Rasa makes of a sentence is Rasa's own matter here."""

    def typ(self, tekst: str, begrip: str | None) -> None:
        self.zeg(tekst)

    def klik_op_id(self, keuze: str) -> None:
        self.klik(keuze)

    def antwoord_van(self, huishouden: Mapping[str, Any]) -> None:
        self.antwoord(huishouden)

    def open_vraag(self) -> str | None:
        return None if self.open is None else self.open[0]

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
    gewoon, lang = Bewoner(http), Bewoner(http)
    gewoon.klik_op_id("start")
    tot_het_einde(gewoon, HUISHOUDENS[LANG[naam]["huishouden"]])
    loop(lang, naam)
    assert lang.oordelen() == gewoon.oordelen()
