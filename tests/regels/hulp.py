"""What the tests of the rules share: the real parameters and texts, read once, and a short way to ask the kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import Uitslag, bepaal
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters

WORTEL = Path(__file__).parents[2]
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
ALLES = REGELINGEN
"""Every scheme that is built."""
WEL, NIET, ONBEKEND = "waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"


GEZIN: dict[str, Any] = {
    "leeftijd": 34,
    "partner": False,
    "inkomen_jaar": "24000",
    "kinderen": [3, 8],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "720",
    "medebewoners": [],
    "vermogen": "0",
}
"""A single parent of two with a rented home, in a talk that is done."""


@cache
def parameters() -> Parameters:
    return laad_parameters(WORTEL / "content" / "parameters")


@cache
def inhoud() -> Inhoud:
    """The real texts and gemeenten."""
    return Inhoud(WORTEL / "content", parameters())


def vraag(
    feiten: Mapping[str, object],
    peildatum: date,
    regelingen: Sequence[str] = TOESLAGEN,
    *,
    intern: bool = False,
) -> Uitslag:
    """The kernel's verdict on facts as JSON."""
    return bepaal(
        lees_feiten(feiten, peildatum, intern=intern), parameters(), peildatum, regelingen, catalogus=ALLES
    )
