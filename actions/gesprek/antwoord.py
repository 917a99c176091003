"""Putting an answer where it belongs, and taking it back. Pure functions on the facts as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from actions.gesprek.groepen import GROEPEN, is_groep
from actions.regels.afleiden import NETTO_VAN
from actions.regels.typen import DELEN

WEET_NIET = "weet_niet"
Feiten = dict[str, Any]
Schattingen = Mapping[str, Mapping[str, str]]

_HANGT_AF_VAN = {
    "partner": ("partner_sinds", "vermogen_partner"),
    "leeftijd": ("geboortemaand",),
    "leeftijd_partner": ("geboortemaand_partner",),
    "kinderen": ("kinderen_geboortemaand", "opvang"),
    "kinderen.leeftijd": ("kinderen_geboortemaand",),
    # Of another year another month follows. A month leaves the year as it was said: it may differ from the months before.
    **{bruto: (netto,) for bruto, netto in NETTO_VAN.items()},
}
"""What an answer makes meaningless when it changes."""
_INKOMENS = frozenset({*NETTO_VAN, *NETTO_VAN.values()})
LIJSTEN = ("kinderen", "medebewoners", "opvang")
"""Questions that take a number: how many items the list has. Its items are asked after it."""


def feit_van(vraag: str) -> str:
    """The fact that a question fills: "medebewoners.leeftijd" → "medebewoners"."""
    return vraag.partition(".")[0]


def pad_van(vraag: str, nummer: int | None) -> str:
    """The place of one amount: "inkomen_jaar", "medebewoners.0.inkomen_jaar"."""
    feit, _, veld = vraag.partition(".")
    return f"{feit}.{nummer - 1}.{veld}" if veld and nummer is not None else feit


def schattingen_na(
    geschat: Schattingen, vraag: str, nummer: int | None, schatting: Mapping[str, str] | None = None
) -> Schattingen:
    """What is an estimate after this answer (`schatting`: how it was converted), or when it is taken back."""
    pad = pad_van(vraag, nummer)
    nieuw = {p: hoe for p, hoe in geschat.items() if p != pad and not p.startswith(f"{pad}.")}
    if schatting is not None:
        nieuw[pad] = schatting
    weg = vervangt(vraag, nieuw)
    return {p: hoe for p, hoe in nieuw.items() if p not in weg}


def als_json(waarde: Any) -> Any:
    """A value from a reader in the form the record keeps: Decimal → string, a range → {"van", "tot"}."""
    if isinstance(waarde, Decimal):
        return str(waarde)
    if isinstance(waarde, tuple) and len(waarde) == 2 and isinstance(waarde[0], Decimal):
        van, tot = waarde
        return str(van) if van == tot else {"van": str(van), "tot": None if tot is None else str(tot)}
    return list(waarde) if isinstance(waarde, tuple) else waarde


def vervangt(vraag: str, geschat: Schattingen = MappingProxyType({})) -> tuple[str, ...]:
    """The facts that fall away when this question is answered (anew). `geschat`: the estimates after it.

    A year that was not the same every month and the net of this month say two things, so those may stand side by side.
    """
    delen = {pad for pad, hoe in geschat.items() if hoe["uit"] == DELEN}
    return tuple(feit for feit in _HANGT_AF_VAN.get(vraag, ()) if not {feit, vraag} & delen)


def geef(
    feiten: Mapping[str, Any],
    vraag: str,
    nummer: int | None,
    waarde: Any,
    geschat: Schattingen = MappingProxyType({}),
) -> Feiten:
    """The facts with this answer. `waarde` is JSON; for a list question the number of items, for a group the answer per fact.
    `geschat`: see `vervangt`."""
    # Not to know the one form of an income takes nothing away from the other.
    weg = () if waarde == WEET_NIET and vraag in _INKOMENS else vervangt(vraag, geschat)
    nieuw = {naam: w for naam, w in feiten.items() if naam not in weg}
    feit, _, veld = vraag.partition(".")
    if is_groep(vraag):
        nieuw.update(waarde)
    elif vraag == "opvang" and isinstance(waarde, int):
        nieuw[feit] = _opvang(waarde, nieuw.get("kinderen"))
    elif vraag in LIJSTEN and isinstance(waarde, int):
        nieuw[feit] = [None if feit == "kinderen" else {} for _ in range(waarde)]
    elif vraag == "kinderen.leeftijd":
        nieuw[feit] = [WEET_NIET] * len(nieuw[feit]) if waarde == WEET_NIET else waarde
    elif vraag == "kinderen_geboortemaand" and nummer is not None:
        maanden = list(nieuw.get(feit) or [None] * len(nieuw["kinderen"]))
        maanden[nummer - 1] = waarde
        nieuw[feit] = maanden
    elif veld and nummer is not None:
        items = [dict(item) for item in nieuw[feit]]
        items[nummer - 1][veld] = waarde
        nieuw[feit] = items
    else:
        nieuw[feit] = waarde
    return nieuw


def _opvang(aantal: int, kinderen: object) -> list[dict[str, Any]]:
    """One entry per child in childcare. When all children go, nobody need be asked which."""
    allemaal = isinstance(kinderen, list) and len(kinderen) == aantal
    return [{"kind": plaats} if allemaal else {} for plaats in range(aantal)]


def neem_terug(
    feiten: Mapping[str, Any],
    vraag: str,
    nummer: int | None,
    geschat: Schattingen = MappingProxyType({}),
) -> Feiten:
    """The facts without this answer, and without what hung on it. `geschat`: see `vervangt`."""
    weg = vervangt(vraag, geschat)
    nieuw = {naam: w for naam, w in feiten.items() if naam not in weg}
    feit, _, veld = vraag.partition(".")
    if is_groep(vraag):
        return {naam: w for naam, w in nieuw.items() if naam not in GROEPEN[vraag]}
    if vraag == "kinderen.leeftijd" and isinstance(nieuw.get(feit), list):
        nieuw[feit] = [None] * len(nieuw[feit])
    elif vraag == "kinderen_geboortemaand" and isinstance(nieuw.get(feit), list) and nummer is not None:
        maanden = list(nieuw[feit])
        maanden[nummer - 1] = None
        nieuw[feit] = maanden
        if not any(maanden):
            del nieuw[feit]
    elif veld and nummer is not None and isinstance(nieuw.get(feit), list):
        items = [dict(item) for item in nieuw[feit]]
        items[nummer - 1].pop(veld, None)
        nieuw[feit] = items
    else:
        nieuw.pop(feit, None)
    return nieuw
