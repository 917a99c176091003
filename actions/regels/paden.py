"""Paths to a fact or to one field of a list item: "kale_huur", "kinderen.0.leeftijd", "kinderen_geboortemaand.1"."""

from __future__ import annotations

from collections.abc import Mapping

from actions.regels.feiten import FEITEN
from actions.regels.typen import WEET_NIET

_VELDEN_MEDEBEWONER = (
    "relatie", "huurcontract", "leeftijd", "geboortemaand", "studeert", "inkomen_jaar", "boven_vermogensgrens",
)  # fmt: skip


def basisfeit(pad: str) -> str:
    """The fact a path lies in."""
    return pad.partition(".")[0]


def veldnaam(pad: str) -> str:
    """The path without the number of the item: "medebewoners.0.inkomen_jaar" → "medebewoners.inkomen_jaar"."""
    return ".".join(deel for deel in pad.split(".") if not deel.isdigit())


def nummer(pad: str) -> int | None:
    """Index of the list item (from 0), or None."""
    return next((int(deel) for deel in pad.split(".") if deel.isdigit()), None)


def is_maand(pad: str) -> bool:
    """A birth month: it sharpens a sum, but an age in whole years does without."""
    return "geboortemaand" in pad


def rang(pad: str) -> tuple[int, int, int]:
    """Where a path comes in the order of the questions: its fact, then item by item, then field by field."""
    veld = pad.rpartition(".")[2]
    volgorde = _VELDEN_MEDEBEWONER.index(veld) + 1 if "." in pad and veld in _VELDEN_MEDEBEWONER else 0
    plaats = nummer(pad)
    return (FEITEN[basisfeit(pad)].rang, -1 if plaats is None else plaats, volgorde)


def weet_niet(feiten: Mapping[str, object], pad: str) -> bool:
    """The resident was asked for this and does not know."""
    waarde: object = feiten.get(basisfeit(pad))
    if waarde is WEET_NIET:
        return True
    plaats = nummer(pad)
    if plaats is None or not isinstance(waarde, tuple) or plaats >= len(waarde):
        return False
    item = waarde[plaats]
    veld = pad.rpartition(".")[2]
    return item is WEET_NIET or getattr(item, veld, None) is WEET_NIET
