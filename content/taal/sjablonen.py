"""From a template to the sentences it can become: tags taken out, each branch of an `if` once, values as a blank."""

from __future__ import annotations

import re
from dataclasses import dataclass

BLANCO = "\ue000"
"""Stands for a value that is filled in: one word, never judged."""
_STUK = re.compile(r"\{\{(?P<waarde>.*?)\}\}|\{%-?\s*(?P<tag>.*?)\s*-?%\}|\{#.*?#\}", re.DOTALL)
_KEUS = re.compile(r"""^\s*(["'])(?P<ja>.*?)\1\s+if\s+.*?\s+else\s+(["'])(?P<nee>.*?)\3\s*$""", re.DOTALL)
_HOOGSTENS = 6


@dataclass(slots=True)
class _Als:
    buiten: bool
    """Whether the text around the `if` is printed."""
    tak: int = 0
    takken: int = 1


def versies(sjabloon: str) -> list[str]:
    """The texts the template can become: in version n each `if` takes its n-th branch (or its last).

    A template without tags has one version. An `if` without `else` has two: with and without its text.
    """
    if "{" not in sjabloon:
        return [sjabloon]
    eerste, takken = _versie(sjabloon, 0)
    alle = [eerste, *(_versie(sjabloon, n)[0] for n in range(1, min(takken, _HOOGSTENS)))]
    return list(dict.fromkeys(alle))


def _versie(sjabloon: str, n: int) -> tuple[str, int]:
    """Version n, and the largest number of branches seen."""
    uit: list[str] = []
    stapel: list[_Als] = []
    meeste, plek, aan = 1, 0, True
    for stuk in _STUK.finditer(sjabloon):
        if aan:
            uit.append(sjabloon[plek : stuk.start()])
        plek = stuk.end()
        if stuk["waarde"] is not None:
            meeste = max(meeste, 2 if _KEUS.match(stuk["waarde"]) else 1)
            uit.append(_waarde(stuk["waarde"], n) if aan else "")
            continue
        woord = (stuk["tag"] or "").split(" ", 1)[0]
        if woord == "if":
            stapel.append(_Als(aan))
            aan = aan and n == 0
        elif woord in ("elif", "else") and stapel:
            als = stapel[-1]
            als.tak += 1
            als.takken = 99 if woord == "else" else als.takken
            aan = als.buiten and (als.tak == n or (woord == "else" and als.tak < n))
            meeste = max(meeste, als.tak + 1)
        elif woord == "endif" and stapel:
            als = stapel.pop()
            if als.takken != 99:
                meeste = max(meeste, als.tak + 2)
            aan = als.buiten
    if aan:
        uit.append(sjabloon[plek:])
    return "".join(uit), meeste


def _waarde(uitdrukking: str, n: int) -> str:
    keus = _KEUS.match(uitdrukking)
    if keus:
        return keus["ja"] if n == 0 else keus["nee"]
    return BLANCO
