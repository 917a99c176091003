"""Which questions a sentence names, by their labels and by what residents call them (`content/herkennen/namen.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from actions.gesprek.werk import Werk
from content.herkennen import patronen
from content.herkennen.letters import plat
from content.herkennen.zoeken import Woordenschat

_BESTAND = "namen"
_WOORD = re.compile(r"[^\W\d_]+")
_PARTNER = "_partner"
_KAAL = frozenset(
    {
        "uw", "u", "van", "per", "de", "het", "een", "en", "of", "die", "er", "bij", "in", "onder", "met", "naar", "hoe",
        "wat", "wie", "deze", "dit", "dat", "jaar", "maand", "toen", "niet", "kunt", "helemaal", "andere", "boven", "volgt",
    }
)  # fmt: skip
"""Words of a label that name nothing by themselves."""

Naam = frozenset[str]


def genoemd(werk: Werk, tekst: str, vragen: Iterable[str]) -> tuple[str, ...]:
    """Those of these questions that the text names. What is named with fewer words than another ("inkomen" beside "soort
    inkomen", "partner" beside "inkomen van mijn partner") is not meant."""
    return vind({vraag: (*_namen(vraag), *_label(werk, vraag)) for vraag in vragen}, tekst)


def vind(namen: Mapping[str, tuple[Naam, ...]], tekst: str) -> tuple[str, ...]:
    """Whose name is in the text, through typing errors; of names within names the longest."""
    schat = _schat(frozenset(woord for rij in namen.values() for naam in rij for woord in naam))
    vormen = [{woord, *schat.past_bij(woord)} for woord in _WOORD.findall(plat(tekst))]
    partner = frozenset(i for i, vorm in enumerate(vormen) if not _partnerwoorden().isdisjoint(vorm))
    plekken: dict[str, frozenset[int]] = {}
    for wat, rij in namen.items():
        gevonden = max((_plek(naam, vormen) for naam in rij), key=len, default=frozenset[int]())
        if wat.endswith(_PARTNER) or f"{_PARTNER}_" in wat:
            eigen = gevonden - partner
            gevonden = eigen | partner if eigen and partner else frozenset()
        if gevonden:
            plekken[wat] = gevonden
    return tuple(wat for wat, plek in plekken.items() if not any(plek < ander for ander in plekken.values()))


def _plek(naam: Naam, vormen: list[set[str]]) -> frozenset[int]:
    """Where all words of a name stand; nothing when one is missing."""
    gevonden = frozenset(i for i, vorm in enumerate(vormen) if not naam.isdisjoint(vorm))
    heel = all(any(woord in vormen[i] for i in gevonden) for woord in naam)
    return gevonden if naam and heel else frozenset()


@lru_cache
def _namen(vraag: str) -> tuple[Naam, ...]:
    """The names in the file. For a question about the partner those about oneself."""
    groepen = patronen(_BESTAND).groepen
    eigen = groepen.get(vraag) or groepen.get(vraag.replace(_PARTNER, ""), ())
    return tuple(frozenset(_WOORD.findall(plat(naam))) for naam in eigen)


def _label(werk: Werk, vraag: str) -> tuple[Naam, ...]:
    label = werk.vraag(vraag).label
    return (frozenset(_WOORD.findall(plat(label))) - _KAAL,)


@lru_cache
def _schat(woorden: frozenset[str]) -> Woordenschat:
    return Woordenschat.van((), woorden)


@lru_cache
def _partnerwoorden() -> frozenset[str]:
    return frozenset(patronen(_BESTAND).groepen["partnerwoorden"])


def namen_per_vraag() -> Mapping[str, tuple[str, ...]]:
    """What stands in the file, for the check that every name belongs to a question."""
    return {vraag: rij for vraag, rij in patronen(_BESTAND).groepen.items() if vraag != "partnerwoorden"}
