"""From the facts of now to those after a change: the steps of `content/gebeurtenissen` that need no asking. Pure functions on the
facts as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.gesprek.antwoord import Feiten, neem_terug
from content.gebeurtenis import Bijzonder, Eraf, Erbij, Vervalt, Zet


@dataclass(frozen=True, slots=True)
class Moment:
    """What a value that is not fixed rests on."""

    dag: date
    """From when the change holds."""
    aow_leeftijd: int


def neem_stap(feiten: Mapping[str, Any], stap: Zet | Vervalt | Erbij | Eraf, moment: Moment) -> Feiten:
    """The facts after one step."""
    match stap:
        case Zet():
            return _zet(feiten, stap, moment)
        case Vervalt():
            return _vervalt(feiten, stap.feiten)
        case Erbij():
            return _erbij(feiten, stap)
        case Eraf():
            return _eraf(feiten, stap)


def zonder(feiten: Mapping[str, Any], feit: str) -> Feiten:
    """The facts without one, and without what hangs on it."""
    return neem_terug(feiten, feit, None)


def _zet(feiten: Mapping[str, Any], stap: Zet, moment: Moment) -> Feiten:
    nieuw = dict(feiten)
    for feit, waarde in stap.feiten.items():
        gezet = _waarde(waarde, moment) if isinstance(waarde, Bijzonder) else waarde
        eerst = nieuw.get(feit)
        if (
            isinstance(waarde, Bijzonder)
            and waarde.minstens
            and isinstance(eerst, int)
            and isinstance(gezet, int)
        ):
            gezet = max(eerst, gezet)
        if eerst != gezet:
            nieuw = zonder(nieuw, feit)
        nieuw[feit] = gezet
    return nieuw


def _waarde(waarde: Bijzonder, moment: Moment) -> str | int:
    if waarde.waarde == "aow_leeftijd":
        return moment.aow_leeftijd
    return moment.dag.isoformat()


def _vervalt(feiten: Mapping[str, Any], weg: tuple[str, ...]) -> Feiten:
    nieuw = dict(feiten)
    for feit in weg:
        if feit in nieuw:
            nieuw = zonder(nieuw, feit)
    return nieuw


def _erbij(feiten: Mapping[str, Any], stap: Erbij) -> Feiten:
    lijst, maanden = feiten.get(stap.lijst), feiten.get("kinderen_geboortemaand")
    items = list(lijst) if isinstance(lijst, list) else []
    if stap.lijst == "kinderen":
        nieuw = {**feiten, "kinderen": [*items, stap.leeftijd]}
        if isinstance(maanden, list):
            nieuw["kinderen_geboortemaand"] = [*maanden, None]
        return nieuw
    leeftijd = {} if stap.leeftijd is None else {"leeftijd": stap.leeftijd}
    return {**feiten, "medebewoners": [*items, {**stap.velden, **leeftijd}]}


def _eraf(feiten: Mapping[str, Any], stap: Eraf) -> Feiten:
    """Birth months go with the children; childcare names a child by its place in the list."""
    lijst = feiten.get(stap.lijst)
    if not isinstance(lijst, list) or not lijst:
        return dict(feiten)
    if stap.welke == "alle":
        return {**zonder(feiten, stap.lijst), stap.lijst: []}
    plaats = max(range(len(lijst)), key=lambda nr: _ouderdom(lijst[nr]))
    nieuw = {**feiten, stap.lijst: [item for nr, item in enumerate(lijst) if nr != plaats]}
    if stap.lijst != "kinderen":
        return nieuw
    if isinstance(maanden := feiten.get("kinderen_geboortemaand"), list):
        nieuw["kinderen_geboortemaand"] = [m for nr, m in enumerate(maanden) if nr != plaats]
    if isinstance(opvang := feiten.get("opvang"), list):
        nieuw["opvang"] = [
            {**een, "kind": een["kind"] - (een["kind"] > plaats)} if isinstance(een.get("kind"), int) else een
            for een in opvang
            if een.get("kind") != plaats
        ]
    return nieuw


def _ouderdom(item: object) -> int:
    leeftijd = item.get("leeftijd") if isinstance(item, dict) else item
    return leeftijd if isinstance(leeftijd, int) else -1
