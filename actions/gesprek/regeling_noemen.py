"""Which scheme a sentence names, by its titles and by what residents call it (`content/herkennen/regelingen.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.gesprek.noemen import Naam, vind
from actions.gesprek.werk import Werk
from content.herkennen.letters import plat
from content.herkennen.regelingnamen import regelingnamen

_WOORD = re.compile(r"[^\W\d_]+")
_KAAL = frozenset(
    {"van", "voor", "de", "het", "bij", "met", "en", "geen", "betalen", "geld", "hulp", "regeling", "lange"}
)


def genoemde_regelingen(werk: Werk, tekst: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of these schemes that the text names."""
    ergens = regelingnamen().ergens
    namen: dict[str, tuple[Naam, ...]] = {}
    for id_ in ids:
        woorden = werk.regeling(id_)
        titels = [frozenset(_woorden(titel)) - _KAAL for titel in (woorden.titel, woorden.korte_titel)]
        namen[id_] = (*titels, *(frozenset(_woorden(naam)) for naam in ergens.get(id_, ())))
    return vind(namen, tekst)


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(plat(tekst))
