"""What the calls that calculate have in common: dates, a gemeente, facts, and the words for what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from fastapi.responses import JSONResponse, Response

from actions.contract import Model, naar_json
from actions.gesprek.bronnen import Bronnen
from actions.regels.ids import REGELINGEN
from actions.regels.inlezen_waarden import Fout
from content.inhoud import Inhoud
from content.schema import Gemeente
from web.diensten import Diensten
from web.draad import in_draad
from web.fouten import reden

V = TypeVar("V")

Fouten = list[tuple[str, str]]
"""(field, reason in words): what is wrong so far."""
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def lees_datum(ruw: str | None, veld: str, bronnen: Bronnen, fouten: Fouten) -> date:
    """A date; today when it is absent, or wrong (and then told)."""
    if ruw is None:
        return bronnen.vandaag()
    try:
        if _DATUM.fullmatch(ruw):
            return date.fromisoformat(ruw)
    except ValueError:
        pass
    fouten.append((veld, reden(bronnen.inhoud, "geen_datum")))
    return bronnen.vandaag()


def lees_gemeente(slug: str | None, inhoud: Inhoud, fouten: Fouten) -> Gemeente | None:
    gemeente = inhoud.gemeente(slug) if slug is not None else None
    if slug is not None and gemeente is None:
        fouten.append(("gemeente", reden(inhoud, "geen_gemeente")))
    return gemeente


def alle_regelingen(bronnen: Bronnen, gemeente: str | None) -> tuple[str, ...]:
    """Every scheme that can be asked for: those of the contract, and the gemeente's own."""
    return tuple(dict.fromkeys((*REGELINGEN, *bronnen.catalogus(gemeente))))


def lees_regelingen(
    gevraagd: Iterable[str] | None, bekend: Sequence[str], inhoud: Inhoud, fouten: Fouten
) -> tuple[str, ...]:
    """The schemes to work out, each once; all of them when nothing was asked."""
    if gevraagd is None:
        return tuple(bekend)
    namen = tuple(gevraagd)
    fouten += [
        (f"regelingen.{nr}", reden(inhoud, "geen_regeling"))
        for nr, naam in enumerate(namen)
        if naam not in bekend
    ]
    return tuple(dict.fromkeys(namen))


def keur_lijsten(
    feiten: Mapping[str, Any], veld: str, lijst_max: int, inhoud: Inhoud, fouten: Fouten
) -> None:
    """No list of facts is longer than it may be."""
    fouten += [
        (f"{veld}.{naam}", reden(inhoud, "lijst_te_lang", max_length=lijst_max))
        for naam, waarde in feiten.items()
        if isinstance(waarde, list) and len(waarde) > lijst_max
    ]


def feitfouten(inhoud: Inhoud, fouten: Iterable[Fout]) -> Fouten:
    """What is wrong with facts, in words."""
    return [(een.veld, _feitfout(inhoud, een.code, een.waarden)) for een in fouten]


def _feitfout(inhoud: Inhoud, code: str, waarden: Mapping[str, Any]) -> str:
    return inhoud.tekst(f"feiten.{code}", **waarden)


async def in_json(reken: Callable[[V, Bronnen, int], Model], verzoek: V, diensten: Diensten) -> Response:
    """What a call works out, in a thread of its own, as JSON. `reken` also gets how long a list may be."""
    uit = await in_draad(reken, verzoek, diensten.bronnen, diensten.instellingen.lijst_max)
    return JSONResponse(naar_json(uit))
