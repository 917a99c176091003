"""Reading which of the resident's children is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from actions.lezen.keuze import RANG
from actions.lezen.vorm import Dubbelzinnig, Gelezen, NietGelezen, Uitslag

_GETAL = re.compile(r"[0-9]+")


def lees_kind(tekst: str, keuzes: Mapping[int, int | None]) -> Uitslag:
    """Which child: "kind 2", "de tweede", "van 6 jaar", "de oudste". `keuzes`: place in the list (from 0) → age.

    A bare number can be the number of a child or its age: when those are two children, it is asked again.
    """
    kaal = tekst.lower()
    getallen = [int(g) for g in _GETAL.findall(kaal)]
    raak: set[int] = set()
    if len(getallen) == 1:
        op_nummer = {plaats for plaats in keuzes if plaats + 1 == getallen[0]}
        op_leeftijd = {plaats for plaats, leeftijd in keuzes.items() if leeftijd == getallen[0]}
        if "jaar" in kaal or " van " in kaal:
            raak = op_leeftijd
        else:
            raak = op_nummer if "kind " in kaal or "nummer" in kaal else op_nummer | op_leeftijd
    elif not getallen:
        raak = {plaats for plaats in keuzes if plaats < len(RANG) and RANG[plaats] in kaal}
        oud = {plaats: leeftijd for plaats, leeftijd in keuzes.items() if leeftijd is not None}
        for woord, kies in (("oudste", max), ("jongste", min), ("klein", min)):
            if woord in kaal and oud:
                raak |= {plaats for plaats, leeftijd in oud.items() if leeftijd == kies(oud.values())}
    if len(raak) == 1:
        return Gelezen(raak.pop(), 0)
    if not raak:
        return NietGelezen("geen_antwoord")
    return Dubbelzinnig((), "twee_keuzes")
