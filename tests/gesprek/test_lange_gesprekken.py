"""Long talks without Rasa; the same ones go through the three processes in tests/keten."""

from __future__ import annotations

from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from ops.nlu.gesprekken import LANG, eindigt_als_gewoon
from tests.gesprek.praat import Praat


class Los(Praat):
    """`Praat` as a driver of long talks."""

    beurten = 0

    def _doe(self, invoer: Any) -> Any:
        self.beurten += 1
        return super()._doe(invoer)

    def typ(self, tekst: str, begrip: str | None) -> None:
        self.zeg(tekst, intenties=() if begrip is None else ((begrip, 0.9),))

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
    eindigt_als_gewoon(Los(bronnen, "voorbeeldstad"), Los(bronnen, "voorbeeldstad"), naam)
