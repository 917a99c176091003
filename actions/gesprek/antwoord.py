"""Putting an answer where it belongs, and taking it back. Pure functions on the facts as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

WEET_NIET = "weet_niet"
Feiten = dict[str, Any]

_HANGT_AF_VAN = {
    "partner": ("partner_sinds", "vermogen_partner"),
    "leeftijd": ("geboortemaand",),
    "leeftijd_partner": ("geboortemaand_partner",),
    "kinderen": ("kinderen_geboortemaand",),
    "kinderen.leeftijd": ("kinderen_geboortemaand",),
    # One income is said in one way: as a gross year, or as what comes in a month.
    "inkomen_jaar": ("netto_inkomen_maand",),
    "netto_inkomen_maand": ("inkomen_jaar",),
    "inkomen_partner_jaar": ("netto_inkomen_partner_maand",),
    "netto_inkomen_partner_maand": ("inkomen_partner_jaar",),
}
"""What an answer makes meaningless when it changes."""


def feit_van(vraag: str) -> str:
    """The fact that a question fills: "medebewoners.leeftijd" → "medebewoners"."""
    return vraag.partition(".")[0]


def als_json(waarde: Any) -> Any:
    """A value from a reader in the form the record keeps: Decimal → string, a range → {"van", "tot"}."""
    if isinstance(waarde, Decimal):
        return str(waarde)
    if isinstance(waarde, tuple) and len(waarde) == 2 and isinstance(waarde[0], Decimal):
        van, tot = waarde
        return str(van) if van == tot else {"van": str(van), "tot": None if tot is None else str(tot)}
    return list(waarde) if isinstance(waarde, tuple) else waarde


def vervangt(vraag: str) -> tuple[str, ...]:
    """The facts that fall away when this question is answered (anew)."""
    return _HANGT_AF_VAN.get(vraag, ())


def geef(feiten: Mapping[str, Any], vraag: str, nummer: int | None, waarde: Any) -> Feiten:
    """The facts with this answer. `waarde` is JSON; for a list question the number of items."""
    nieuw = {naam: w for naam, w in feiten.items() if naam not in vervangt(vraag)}
    feit, _, veld = vraag.partition(".")
    if vraag in ("kinderen", "medebewoners") and isinstance(waarde, int):
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


def neem_terug(feiten: Mapping[str, Any], vraag: str, nummer: int | None) -> Feiten:
    """The facts without this answer, and without what hung on it."""
    nieuw = {naam: w for naam, w in feiten.items() if naam not in vervangt(vraag)}
    feit, _, veld = vraag.partition(".")
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
