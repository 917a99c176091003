"""What people call a value in the file of a gemeente or region: of which scheme it is, and what it says there.

Of amounts and limits as the form of a scheme shows them (`vorm.py`), of their source and date, and of what has to come out for
example households. Every other value is named by its place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from content.lokaal.herkomst import Zekerheid
from content.lokaal.voorbeeld import Verwacht
from web.redactie.lokaal.vorm import Onleesbaar, Veld, lees, lees_bestand, lees_waarde

_WOORDEN = re.compile(
    r"bron(?:_bedragen)?\.0\.(?P<bron>naam|url|datum|artikel)|(?P<woord>zekerheid|nagekeken|eigenaar)"
)

_DAGEN = ("nagekeken", "bron_datum")
_RECHTEN = get_args(Verwacht.model_fields["recht"].annotation)
_UIT = ("recht", "bedrag_per_keer", "bedrag_per_maand", "bedrag_per_jaar")
"""What an example says that has to come out."""


@dataclass(frozen=True, slots=True)
class Naam:
    """`straks`: the day from which it holds; None: now. One of `veld` (an amount or limit) and `woord` (what else it is).

    `huishouden`: what has to come out for this example household.
    """

    regeling: str
    straks: str | None
    veld: Veld | None
    woord: str
    huishouden: str = ""

    def soort(self, waarde: str) -> Literal["veld", "dag", "zekerheid", "recht", "bedrag", "tekst"]:
        """How this value is to be shown. A draft may say anything: what is not what it should be is shown as it stands."""
        if self.veld is not None:
            return "veld"
        if self.huishouden:
            if self.woord == "recht":
                return "recht" if waarde in _RECHTEN else "tekst"
            return "bedrag" if lees_waarde("bedrag", waarde) == waarde else "tekst"
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
        return (naam.straks, naam.woord, naam.huishouden)
    waarde = veld.pad.rpartition(".")[2]
    return (naam.straks, veld.pad, {k: w for k, w in veld.rij.items() if k != waarde})


def _van_voorbeeld(tekst: str, plek: Sequence[str]) -> Naam | None:
    """("voorbeelden", "1", "verwacht", scheme, "recht" or an amount)."""
    if len(plek) != 5 or plek[2] != "verwacht" or plek[4] not in _UIT:
        return None
    try:
        voorbeeld = lees_bestand(tekst)["voorbeelden"][int(plek[1]) - 1]
        return Naam(lees(tekst, plek[3]).titel, None, None, plek[4], str(voorbeeld["naam"]))
    except (Onleesbaar, IndexError, KeyError, TypeError, ValueError):
        return None


def _naam(tekst: str, plek: Sequence[str]) -> Naam | None:
    if plek[0] == "voorbeelden":
        return _van_voorbeeld(tekst, plek)
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
