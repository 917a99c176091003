"""The receipt: what was answered and what came out, with the versions it was computed with.

It is made for the resident, who keeps it; we keep nothing of it. It holds all that is needed to compute the outcomes
anew (see `herreken`), and neither a key to the talk nor a word that was typed. The hash shows that a file was changed by
accident or carelessly. It is no signature: whoever changes the file can compute the hash anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from actions.regels.opgave import Opgave
from actions.regels.regeling import Reden, Uitkomst

SOORT: Final = "rechtop-bewijs"
VORM: Final = 1
"""Goes up when a field gets another meaning."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kop:
    """What a receipt says besides the sum and its outcomes."""

    gemeente: str | None
    """Slug; local schemes depend on it."""
    parameters: str
    """Version of the amounts of the law."""
    regels: str
    """Version of the rules."""
    gemeenteregels: str | None
    """Version of what the gemeente wrote about its own schemes; None without a gemeente."""
    moment: datetime
    """When it was made, with its time zone."""
    uitleg: Sequence[str] = ()
    """Sentences for whoever opens the file."""


def maak_bewijs(kop: Kop, opgave: Opgave, uitkomsten: Iterable[Uitkomst]) -> Json:
    """The receipt as JSON types, without floats, in the order in which a person reads it."""
    bewijs: Json = {
        "soort": SOORT,
        "vorm": VORM,
        "uitleg": list(kop.uitleg),
        "gemaakt_op": kop.moment.isoformat(timespec="seconds"),
        "peildatum": opgave.peildatum.isoformat(),
        "gemeente": kop.gemeente,
        "feiten": zonder_floats(opgave.feiten),
        "geschat": {pad: dict(opgave.geschat[pad]) for pad in sorted(opgave.geschat)},
        "niet_scherper": sorted(opgave.niet_scherper),
        "regelingen": list(opgave.regelingen),
        "uitkomsten": [uitkomst_als_json(uitkomst) for uitkomst in uitkomsten],
        "parameters": {"versie": kop.parameters},
        "regels": {"versie": kop.regels},
        **({} if kop.gemeenteregels is None else {"gemeenteregels": {"versie": kop.gemeenteregels}}),
    }
    return {**bewijs, "hash": hash_van(bewijs)}


def als_bestand(bewijs: Mapping[str, Any]) -> str:
    """The receipt as a file that a person can read too."""
    return json.dumps(bewijs, ensure_ascii=False, indent=2) + "\n"


def bestandsnaam(bewijs: Mapping[str, Any]) -> str:
    return f"{SOORT}-{bewijs['peildatum']}.json"


def hash_van(bewijs: Mapping[str, Any]) -> str:
    """SHA-256 in hex of the receipt without its hash: keys sorted, no whitespace, other characters than ASCII escaped."""
    inhoud = {naam: waarde for naam, waarde in bewijs.items() if naam != "hash"}
    return sha256(canoniek(inhoud).encode("ascii")).hexdigest()


def canoniek(waarde: object) -> str:
    """The one way to write this JSON, however a program ordered or spaced it."""
    return json.dumps(waarde, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))


def zonder_floats(waarde: object) -> Any:
    """Numbers with a point as text, as the contract has them for money: programs do not agree on how to write a float."""
    match waarde:
        case float():
            return _getal(Decimal(str(waarde)))
        case Mapping():
            return {str(naam): zonder_floats(deel) for naam, deel in waarde.items()}
        case list() | tuple():
            return [zonder_floats(deel) for deel in waarde]
        case _:
            return waarde


def uitkomst_als_json(u: Uitkomst) -> Json:
    """One outcome in codes and amounts. The kind of an error (`fout`) stays inside: it is for the log."""
    return {
        "regeling": u.regeling,
        "recht": u.recht,
        "bedrag_per_maand": _bedrag(u.bedrag_per_maand),
        "bedrag_per_jaar": _bedrag(u.bedrag_per_jaar),
        "bedrag_per_keer": _bedrag(u.bedrag_per_keer),
        "voorlopig": u.voorlopig
        and {"bedrag_per_maand": _bedrag(u.voorlopig.bedrag_per_maand), "als": list(u.voorlopig.als)},
        "voorwaarden": list(u.voorwaarden),
        "ritme": u.ritme,
        "vorm": u.vorm,
        "tot_en_met": u.tot_en_met,
        "jaar": u.jaar,
        "schatting": u.schatting,
        "marge": _bedrag(u.marge),
        "door": list(u.door),
        "redenen": _redenen(u.redenen),
        "stappen": [
            {
                "id": s.id,
                "bedrag": _bedrag(s.bedrag),
                "artikel": s.artikel,
                "waarden": _waarden(s.waarden),
            }
            for s in u.stappen
        ],
        "artikelen": list(u.artikelen),
        "uiterlijk": u.uiterlijk and u.uiterlijk.isoformat(),
        "let_op": _redenen(u.let_op),
        # Left out where it is not so, as in receipts from before there were local schemes.
        **({"bijna": True} if u.bijna else {}),
    }


def _redenen(redenen: Iterable[Reden]) -> list[Json]:
    return [{"code": reden.code, "waarden": _waarden(reden.waarden)} for reden in redenen]


def _waarden(waarden: Mapping[str, Decimal | str | tuple[str, ...]]) -> dict[str, str]:
    return {naam: _waarde(w) for naam, w in waarden.items()}


def _waarde(w: Decimal | str | tuple[str, ...]) -> str:
    if isinstance(w, tuple):
        return " ".join(w)
    return w if isinstance(w, str) else _getal(w)


def _bedrag(bedrag: Decimal | None) -> str | None:
    """Euros with two decimals, as everywhere on the wire."""
    return None if bedrag is None else f"{bedrag:.2f}"


def _getal(getal: Decimal) -> str:
    """A percentage, a limit or a count, exactly, whatever zeros its file has behind the point."""
    return f"{getal.normalize():f}"
