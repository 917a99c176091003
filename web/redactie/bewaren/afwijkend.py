"""What a new release had otherwise than the gemeente, and stayed as the gemeente has it: until somebody looked at it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from web.redactie.bewaren import boek

_NAAM = "rechtop-afwijkend.json"


@dataclass(frozen=True, slots=True)
class Afwijking:
    pad: str
    veld: str
    """"" is the whole file."""
    eigen: str | None
    """As the gemeente has it; None: it took it away."""
    nieuw: str | None
    """As the release has it; None: the release has it no more."""
    sinds: date


def lees(beheer: Path) -> tuple[Afwijking, ...]:
    """`beheer`: where git keeps its own of the content folder."""
    try:
        ruw = json.loads((beheer / _NAAM).read_text(encoding="utf-8"))
        return tuple(Afwijking(**{**een, "sinds": date.fromisoformat(een["sinds"])}) for een in ruw)
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return ()


def bewaar(beheer: Path, alle: Iterable[Afwijking]) -> None:
    """Of each place the newest. Only with the lock held."""
    per_plek = {(een.pad, een.veld): een for een in alle}
    ruw = [{**asdict(een), "sinds": een.sinds.isoformat()} for _, een in sorted(per_plek.items())]
    boek.schrijf(beheer / _NAAM, json.dumps(ruw, ensure_ascii=False, indent=1).encode())
