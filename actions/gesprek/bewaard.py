"""What fell away with a changed answer is kept, and comes back when that answer does. Functions on the facts as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actions.gesprek.antwoord import LIJSTEN, feit_van
from actions.regels.afleiden import NETTO_VAN
from actions.regels.participatiewet.soort import PERSONEN, alleen_bijstand

Feiten = Mapping[str, Any]
Bewaard = Mapping[str, Mapping[str, Any]]
"""With which answer it falls away → the facts, their estimates and the steps they were answered in (`Staat.extra`)."""

_OVER_DE_BRON = frozenset({"partner", *(f"inkomen_soort{achter}" for achter in PERSONEN)})


def volgt_voortaan(eerst: Feiten, nu: Feiten, vraag: str) -> frozenset[str]:
    """The incomes that were said of another source, when from this answer on they follow from the source itself: bijstand is the
    norm, and no income is nothing."""
    if vraag not in _OVER_DE_BRON or vraag not in eerst:
        return frozenset()
    weg: set[str] = set()
    for achter, bruto in zip(PERSONEN, NETTO_VAN, strict=True):
        soort = f"inkomen_soort{achter}"
        if _vanzelf(nu, achter) and not _vanzelf(eerst, achter) and (vraag == soort or soort in nu):
            weg |= {bruto, NETTO_VAN[bruto]}
    return frozenset(weg & eerst.keys())


def _vanzelf(feiten: Feiten, achter: str) -> bool:
    return feiten.get(f"inkomen_soort{achter}") == "geen" or alleen_bijstand(feiten, achter)


def leg_weg(
    bewaard: Bewaard,
    vraag: str,
    eerst: Feiten,
    nu: Feiten,
    geschat: Mapping[str, Any],
    stappen: list[list[Any]],
) -> Bewaard:
    """Keep what this answer takes away. `eerst` and `nu`: the facts before and after it."""
    feit = feit_van(vraag)
    if feit not in eerst:
        return bewaard
    weg = {naam: waarde for naam, waarde in eerst.items() if naam not in nu}
    nieuw = dict(bewaard)
    if weg and eerst[feit] != nu.get(feit):
        nieuw[_sleutel(feit, eerst)] = _deel(weg, geschat, stappen)
    if vraag in LIJSTEN and _is_heel(eerst[feit]) and eerst[feit]:
        nieuw[_sleutel_aantal(vraag, len(eerst[feit]), eerst)] = _deel(
            {feit: eerst[feit], **weg}, geschat, stappen
        )
    return nieuw


def haal_terug(bewaard: Bewaard, vraag: str, eerst: Feiten, nu: Feiten) -> Mapping[str, Any] | None:
    """What was kept with this very answer. A list comes back by its number only when nothing was told of the list in between:
    of three children it is not known which two are meant."""
    feit = feit_van(vraag)
    if feit not in nu:
        return None
    if vraag not in LIJSTEN:
        return bewaard.get(_sleutel(feit, nu))
    lijst, aantal = eerst.get(feit), len(nu[feit]) if isinstance(nu[feit], list) else None
    if aantal is None or (isinstance(lijst, list) and (len(lijst) == aantal or (lijst and _is_heel(lijst)))):
        return None
    return bewaard.get(_sleutel_aantal(vraag, aantal, nu))


def _deel(feiten: Feiten, geschat: Mapping[str, Any], stappen: list[list[Any]]) -> dict[str, Any]:
    return {
        "feiten": feiten,
        "geschat": {pad: hoe for pad, hoe in geschat.items() if feit_van(pad) in feiten},
        "stappen": [stap for stap in stappen if feit_van(str(stap[0])) in feiten],
    }


def _is_heel(lijst: object) -> bool:
    """Was anything told of every item?"""
    return isinstance(lijst, list) and not any(item is None or item == {} for item in lijst)


def _sleutel(feit: str, feiten: Feiten) -> str:
    return json.dumps([feit, feiten[feit]])


def _sleutel_aantal(feit: str, aantal: int, feiten: Feiten) -> str:
    """Childcare is of these children."""
    return json.dumps([feit, aantal, feiten.get("kinderen") if feit == "opvang" else None, "aantal"])
