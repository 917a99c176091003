"""Long talks without Rasa; the same ones go through the three processes in tests/keten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat
from tests.gesprekken.lang import HUISHOUDENS, LANG, loop, tot_het_einde


class Los(Praat):
    """`Praat` as a driver of long talks."""

    beurten = 0

    def _doe(self, invoer: Any) -> Any:
        self.beurten += 1
        return super()._doe(invoer)

    def typ(self, tekst: str, begrip: str | None) -> None:
        self.zeg(tekst, intenties=() if begrip is None else ((begrip, 0.9),))

    def klik_op_id(self, keuze: str) -> None:
        self.klik(keuze)

    def antwoord_van(self, huishouden: Mapping[str, Any]) -> None:
        self.antwoord(huishouden)

    def open_vraag(self) -> str | None:
        return None if self.open is None else self.open[0]

    def gezegd(self) -> list[str]:
        return [bericht.tekst for bericht in self.laatste.berichten]

    def onderwerp(self) -> str | None:
        return next((bericht.faq for bericht in self.laatste.berichten if bericht.faq), None)

    def ga_door(self) -> bool:
        return self._gaat_verder()

    def oordelen(self) -> dict[str, Any]:
        return {id_: (u.recht, u.bedrag_per_maand) for id_, u in self.uitkomsten().items()}


@pytest.mark.parametrize("naam", LANG)
def test_a_long_talk_ends_as_the_plain_one(bronnen: Bronnen, naam: str) -> None:
    gewoon, lang = Los(bronnen, "voorbeeldstad"), Los(bronnen, "voorbeeldstad")
    gewoon.klik_op_id("start")
    tot_het_einde(gewoon, HUISHOUDENS[LANG[naam]["huishouden"]])
    loop(lang, naam)
    assert lang.oordelen() == gewoon.oordelen()
