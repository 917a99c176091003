"""Which sentence may be kept at all: only one of plain words, in which nothing can lead to a person.

It lets through what it knows to be harmless instead of looking for what is not: letters only, words of a dictionary only, no
number in figures or in words, no name. What is in doubt is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.vulwoorden import MAANDEN
from actions.lezen.woorden import Getal, Woord, delen
from actions.schoon import schoon
from actions.zinnen.namen import NAMEN
from content.herkennen.gewoon import is_bekend
from content.herkennen.letters import plat

_TEKENS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ ,.;!?'’\-]+")
"""Anything else may be a number, an address on the web, or of another script."""
_WOORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_MINST, _MEEST = 3, 16
"""Words. Less says nothing, more tells a story, and a story can be somebody's."""
_LANGST = 120
_KORTE_WOORDEN = frozenset({"u", "n", "k", "t", "s", "m", "'n", "'k", "'t", "'s"})
"""Any other single letter may be an initial."""
_NIET = """
euro euros euro's eur cent centen gulden mille ton miljoen miljard duizend honderd
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kerst pasen pinksteren
eentje beide beiden tweeling drieling dubbel dubbele half halve kwart tiental honderden duizenden
heet heette heten genaamd genoemd noemen noemt achternaam voornaam roepnaam mevrouw mevr mw meneer mijnheer heer dhr dr
mr drs ing fam familienaam geboren apenstaart apenstaartje gmail hotmail outlook postcode huisnummer telefoonnummer
rekeningnummer burgerservicenummer bsn iban
straat laan plein gracht kade dreef plantsoen boulevard
leven dood doden doodgaan sterven zelfmoord zelfdoding euthanasie slaan slaat sla sloeg geslagen schopt schoppen
mishandeld mishandelt mishandeling misbruik misbruikt verkracht verkrachting bedreigd bedreigt wapen mes pillen springen
ophangen snijden bang doodsbang geweld
"""
"""Money, days and how many; what stands beside a name, a number or an address; streets; and words of danger, also where `nood`
hears none: such a sentence is never kept."""
_NOOIT = NAMEN | frozenset(_NIET.split()) | frozenset(MAANDEN)
_STRAAT = re.compile(
    r"\w{2,}(?:straat|straatje|laan|weg|plein|gracht|kade|dijk|singel|steeg|dreef|hof|pad|plantsoen|boulevard|markt|brug|poort|wal|kamp|veld)"
)
_KORTSTE_DEEL = 4


def zeef(zin: str, eigen: Collection[str]) -> str | None:
    """The sentence as it may be kept, in small letters and without marks; None: it may not.

    `eigen`: words that stand in example sentences, so that they say nothing of a person.
    """
    tekst = schoon(zin)
    if not tekst or len(tekst) > _LANGST or not _TEKENS.fullmatch(tekst):
        return None
    getypt = [woord.strip(",.;!?'’-") for woord in tekst.replace("-", " ").split()]
    getypt = [woord for woord in getypt if woord]
    woorden = [plat(woord) for woord in getypt]
    if not _MINST <= len(woorden) <= _MEEST or _noemt_getal(" ".join(woorden)):
        return None
    schreeuwt = tekst.upper() == tekst
    for nr, (woord, kaal) in enumerate(zip(getypt, woorden, strict=True)):
        if not _mag(kaal, eigen) or (nr and not schreeuwt and woord[0].isupper() and kaal not in eigen):
            return None
    return " ".join(woorden) + ("?" if tekst.endswith("?") else "")


def _noemt_getal(kaal: str) -> bool:
    stukken = met_getalwoorden(delen(kaal))
    return any(
        not isinstance(deel, Woord) and not (isinstance(deel, Getal) and deel.tekst == "een")
        for deel in stukken
    )


def _mag(kaal: str, eigen: Collection[str]) -> bool:
    if _WOORD.fullmatch(kaal) is None or (len(kaal) == 1 and kaal not in _KORTE_WOORDEN):
        return False
    if kaal in _NOOIT or _is_rangtelwoord(kaal):
        return False
    if kaal in eigen:
        return True
    return _STRAAT.fullmatch(kaal) is None and (_staat_in_woordenboek(kaal) or _is_samenstelling(kaal))


def _is_rangtelwoord(kaal: str) -> bool:
    """ "dertigste" may be a day."""
    stam = kaal.removesuffix("ste") if kaal.endswith("ste") else kaal.removesuffix("de")
    return stam != kaal and _noemt_getal(stam)


def _is_samenstelling(kaal: str) -> bool:
    """Two common words made one, as people make them: "grofvuil"."""
    plekken = range(_KORTSTE_DEEL, len(kaal) - _KORTSTE_DEEL + 1)
    return any(_is_gewoon_woord(kaal[:n]) and _is_gewoon_woord(kaal[n:]) for n in plekken)


def _is_gewoon_woord(kaal: str) -> bool:
    return kaal not in NAMEN and is_bekend(kaal) and _staat_in_woordenboek(kaal)


@lru_cache(maxsize=4096)
def _staat_in_woordenboek(kaal: str) -> bool:
    # Its dictionary takes 47 MB: only where a gemeente has this on.
    import simplemma

    return simplemma.is_known(kaal, "nl")


def maak_gereed() -> None:
    """Read the dictionary now, so that no turn waits for it."""
    _staat_in_woordenboek("huis")
