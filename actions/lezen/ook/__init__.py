"""Facts told besides the answer, or before anything is asked: "ik ben 34 en woon alleen met twee kinderen van 4 en 7".

One module per kind of fact; this is their one door. Only what is simply told about the resident counts: not what is asked,
supposed, denied, past or said of someone else, and nothing that can be read in two ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.lezen.ook import inkomen, kinderen, leeftijd, medebewoners, partner, wonen
from actions.lezen.ook.zinnen import vertel

VOLGORDE = (
    "leeftijd",
    "partner",
    "leeftijd_partner",
    "studeert",
    "inkomen_soort",
    "inkomen_jaar",
    "netto_inkomen_maand",
    "kinderen",
    "woonsituatie",
    "kale_huur",
    "medebewoners",
)
"""The facts that can be told in passing, in the order in which they are taken in."""
_MODULES = (leeftijd, partner, inkomen, kinderen, wonen, medebewoners)


def lees_ook(tekst: str, *, over_u: bool = True) -> Mapping[str, Any]:
    """Fact → value, in `VOLGORDE`. Never raises.

    `over_u`: words without a subject are about the resident; not so while a question about someone else waits.
    "kinderen" is a tuple of ages, None where no age was said; "medebewoners" a tuple of what was said of each.
    """
    verteld = vertel(tekst, over_u=over_u)
    gelezen = {feit: waarde for module in _MODULES for feit, waarde in module.lees(verteld).items()}
    if gelezen.get("partner") is False:
        gelezen.pop("leeftijd_partner", None)
    return {feit: gelezen[feit] for feit in VOLGORDE if feit in gelezen}


def kinderen_genoemd(tekst: str) -> int | None:
    """ "Ik heb drie kinderen": how many, when nothing says that they are under 18 and live with the resident. Never raises."""
    if not any(woord in tekst.lower() for woord in _OVER_KINDEREN):
        return None
    return kinderen.genoemd(vertel(tekst, over_u=True))


_OVER_KINDEREN = ("kind", "kids", "zoon", "zonen", "dochter", "jongen", "meisje")
