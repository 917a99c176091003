"""What people call a value in the file of a gemeente or region: of which scheme it is, and what it says there.

Of amounts and limits as the form of a scheme shows them (`vorm.py`), and of their source and date. Every other value is
named by its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from content.lokaal.herkomst import Zekerheid
from web.redactie.lokaal.vorm import Onleesbaar, Veld, lees

_WOORDEN = re.compile(
    r"bron(?:_bedragen)?\.0\.(?P<bron>naam|url|datum|artikel)|(?P<woord>zekerheid|nagekeken|eigenaar)"
)

_DAGEN = ("nagekeken", "bron_datum")


@dataclass(frozen=True, slots=True)
class Naam:
    """`straks`: the day from which it holds; None: now. One of `veld` (an amount or limit) and `woord` (what else it is)."""

    regeling: str
    straks: str | None
    veld: Veld | None
    woord: str

    def soort(self, waarde: str) -> Literal["veld", "dag", "zekerheid", "tekst"]:
        """How this value is to be shown. A draft may say anything: what is not what it should be is shown as it stands."""
        if self.veld is not None:
            return "veld"
        if self.woord == "zekerheid" and waarde in get_args(Zekerheid):
            return "zekerheid"
        return "dag" if self.woord in _DAGEN else "tekst"


def naam_van(voor: str, na: str, plek: Sequence[str]) -> Naam | None:
    """Of the value at this place ("regelingen", id, "bedragen", "1", "bedrag"; rows from 1) in both texts.

    None: it has no name, or another one in each.
    """
    namen = [naam for tekst in (voor, na) if (naam := _naam(tekst, plek)) is not None]
    if not namen or any(_wat(naam) != _wat(namen[0]) for naam in namen):
        return None
    return namen[-1]


def _wat(naam: Naam) -> tuple[Any, ...]:
    """Without what its value is."""
    veld = naam.veld
    if veld is None:
        return (naam.straks, naam.woord)
    waarde = veld.pad.rpartition(".")[2]
    return (naam.straks, veld.pad, {k: w for k, w in veld.rij.items() if k != waarde})


def _naam(tekst: str, plek: Sequence[str]) -> Naam | None:
    if len(plek) < 3 or plek[0] != "regelingen":
        return None
    id_, rest = plek[1], [str(int(deel) - 1) if deel.isdigit() else deel for deel in plek[2:]]
    try:
        vorm = lees(tekst, id_)
        straks = None
        if rest[0] == "straks":
            straks, rest = vorm.straks[int(rest[1])], rest[2:]
            vorm = lees(tekst, id_, straks)
    except (Onleesbaar, IndexError, ValueError):
        return None
    pad = ".".join(rest)
    veld = next((een for een in vorm.velden if een.pad == pad), None)
    if veld is not None:
        return Naam(vorm.titel, straks, veld, "")
    gevonden = _WOORDEN.fullmatch(pad)
    if gevonden is None:
        return None
    bron = gevonden["bron"]
    return Naam(vorm.titel, straks, None, f"bron_{bron}" if bron else gevonden["woord"])
