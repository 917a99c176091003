"""Other grown-ups at home, told in passing: only when it is said with whom the resident lives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.lezen.ook.knippen import PARTNER, ZOON_OF_DOCHTER
from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld
from actions.lezen.vorm import OUDSTE, VOLWASSEN
from actions.lezen.vulwoorden import RELATIE

_MET = re.compile(rf"{IK}(?:woon|wonen|leef) {VUL}(?:samen |alleen )?met (?P<wie>.+?)(?= (?:in|op|te) | $)")
_IEMAND = re.compile(r"(?:(?:mijn|mn|onze) )?(?P<wie>[a-z]+)(?: van (?P<n>\d{1,3})(?: jaar)?)?")


def lees(verteld: Verteld) -> Mapping[str, Any]:
    """ "medebewoners": one entry per person, with what was said of them."""
    raak = [m for zin in verteld.van("ik") if (m := _MET.search(zin.tekst))]
    if len(raak) != 1:
        return {}
    gevonden: list[dict[str, Any]] = []
    for stuk in re.split(r" en | , ", raak[0]["wie"]):
        woorden = set(stuk.split())
        if woorden & (ZOON_OF_DOCHTER | PARTNER) or re.fullmatch(r"\d+(?: jaar)?", stuk):
            continue
        m = _IEMAND.fullmatch(stuk.strip())
        if m is None or m["wie"] not in RELATIE:
            return {}
        leeftijd = int(m["n"]) if m["n"] else None
        if leeftijd is not None and not VOLWASSEN <= leeftijd <= OUDSTE:
            return {}
        gevonden.append({"relatie": RELATIE[m["wie"]], **({"leeftijd": leeftijd} if leeftijd else {})})
    return {"medebewoners": tuple(gevonden)} if gevonden else {}
