"""Paths to a fact or to one field of a list item: "kale_huur", "kinderen.0.leeftijd", "kinderen_geboortemaand.1"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from actions.regels.feiten import FEITEN, RELATIES
from actions.regels.typen import MEESTE_UREN, MEESTE_UURPRIJS, OPVANG_SOORTEN, WEET_NIET, Medebewoner, Opvang
from actions.regels.waarden import NUL

_VELDEN = (
    "relatie", "huurcontract", "leeftijd", "geboortemaand", "studeert", "inkomen_jaar", "boven_vermogensgrens",
    "kind", "soort", "uren_maand", "uurprijs",
)  # fmt: skip
"""The fields of list items in the order of their questions: of a co-resident, then of childcare."""
_MEESTE_PADEN = 2048
"""More than there are: every fact, and every field of every place in a list."""


def basisfeit(pad: str) -> str:
    """The fact a path lies in."""
    return pad.partition(".")[0]


def basisfeiten(paden: frozenset[str]) -> frozenset[str]:
    """The facts these paths lie in."""
    dieper = [pad for pad in paden if "." in pad]
    return paden.difference(dieper).union([basisfeit(pad) for pad in dieper]) if dieper else paden


@lru_cache(_MEESTE_PADEN)
def veldnaam(pad: str) -> str:
    """The path without the number of the item: "medebewoners.0.inkomen_jaar" → "medebewoners.inkomen_jaar"."""
    if "." not in pad:
        return pad
    return ".".join(deel for deel in pad.split(".") if not deel.isdigit())


def nummer(pad: str) -> int | None:
    """Index of the list item (from 0), or None."""
    if "." not in pad:
        return None
    return next((int(deel) for deel in pad.split(".") if deel.isdigit()), None)


def is_maand(pad: str) -> bool:
    """A birth month: it sharpens a sum, but an age in whole years does without."""
    return "geboortemaand" in pad


def hoekwaarden(pad: str) -> tuple[object, ...]:
    """The extreme answers to a path: the ends of its bounds, every choice, an empty list."""
    veld = pad.rpartition(".")[2]
    match veld:
        case "relatie":
            return RELATIES
        case "huurcontract" | "studeert" | "boven_vermogensgrens":
            return (True, False)
        case "leeftijd" if pad.startswith("kinderen"):
            return (0, 17)
        case "kind":
            return (0, 1)
        case "soort":
            return OPVANG_SOORTEN
        case "uren_maand":
            return (NUL, MEESTE_UREN)
        case "uurprijs":
            return (NUL, MEESTE_UURPRIJS)
    definitie = (
        FEITEN["leeftijd" if veld == "leeftijd" else veld] if veld in FEITEN else FEITEN[basisfeit(pad)]
    )
    match definitie.type:
        case "ja_nee":
            return (True, False)
        case "keuze":
            return definitie.keuzes
        case "keuzes":
            return ((), definitie.keuzes)
        case "geld" | "getal":
            return (definitie.minimum, definitie.maximum)
        case "leeftijd":
            return (int(definitie.minimum or 0), int(definitie.maximum or 0))
        case "vermogen":
            return ((definitie.minimum, definitie.minimum), (definitie.maximum, definitie.maximum))
        case "leeftijden":
            return ((), (0,))
        case "medebewoners":
            rijk = Medebewoner(leeftijd=40, inkomen_jaar=FEITEN["inkomen_jaar"].maximum, relatie="ander")
            return ((), (rijk,))
        case "opvang":
            return ((), (Opvang(0, "dagopvang", MEESTE_UREN, MEESTE_UURPRIJS),))
        case _:
            return ()


def met_waarde(feiten: Mapping[str, object], pad: str, waarde: object) -> dict[str, object]:
    """The facts with this path filled."""
    feit, plaats = basisfeit(pad), nummer(pad)
    lijst = feiten.get(feit)
    if plaats is None or not isinstance(lijst, tuple):
        return {**feiten, feit: waarde}
    item = lijst[plaats]
    if isinstance(item, Medebewoner | Opvang):
        velden: dict[str, Any] = {pad.rpartition(".")[2]: waarde}
        waarde = replace(item, **velden)
    return {**feiten, feit: (*lijst[:plaats], waarde, *lijst[plaats + 1 :])}


@lru_cache(_MEESTE_PADEN)
def rang(pad: str) -> tuple[int, int, int]:
    """Where a path comes in the order of the questions: its fact, then item by item, then field by field."""
    if "." not in pad:
        return (FEITEN[pad].rang, -1, 0)
    veld = pad.rpartition(".")[2]
    volgorde = _VELDEN.index(veld) + 1 if veld in _VELDEN else 0
    plaats = nummer(pad)
    return (FEITEN[basisfeit(pad)].rang, -1 if plaats is None else plaats, volgorde)


def weet_niet(feiten: Mapping[str, object], pad: str) -> bool:
    """The resident was asked for this and does not know."""
    if "." not in pad:
        return feiten.get(pad) is WEET_NIET
    waarde: object = feiten.get(basisfeit(pad))
    if waarde is WEET_NIET:
        return True
    plaats = nummer(pad)
    if plaats is None or not isinstance(waarde, tuple) or plaats >= len(waarde):
        return False
    item = waarde[plaats]
    veld = pad.rpartition(".")[2]
    return item is WEET_NIET or getattr(item, veld, None) is WEET_NIET
