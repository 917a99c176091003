"""Reading a choice from the words that mean each option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.vorm import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import KEUZE
from actions.lezen.woorden import (
    Deel,
    Getal,
    Rommel,
    Woord,
    delen,
    hoort_erbij,
    klank,
    schoon,
    teksten,
    tel_vreemd,
    van_mij,
)
from content.herkennen.gewoon import is_gewoon

RANG = (
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
)
RANGTELWOORDEN = {woord: nummer for nummer, woord in enumerate(RANG, start=1)}
_NIET = frozenset({"niet", "geen", "nooit"})

_GEWENST = frozenset({"zoek", "zoeken", "wil", "wilde", "wacht", "straks", "binnenkort"})
_VOORBIJ = frozenset({"was", "vroeger", "geweest", "voorheen"})
"""With one of these a choice is not so, or not now: "ik zoek een huurhuis"."""
_ONBEGRIP = frozenset({"snap", "begrijp", "versta"})
""" "Ik snap er niks van" is not the choice "niks"."""

Zin = tuple[str, ...]
Plek = tuple[str, int, int]
"""A value, and from where to where its words stand."""


def lees_keuze(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """The one option that is named, or its number ("de tweede")."""
    stukken = delen(kaal)
    woorden = van_mij(teksten(stukken))
    zinnen = [(zin, waarde) for waarde in vorm.keuzes for zin in _zinnen(vorm, waarde)]
    plekken = list(gevonden(zinnen, woorden))
    gebruikt = {plaats for _, begin, einde in plekken for plaats in range(begin, einde)}
    waarden = list(dict.fromkeys(waarde for waarde, _, _ in plekken))
    vaag = _vaag(vorm, ["" if p in gebruikt else woord for p, woord in enumerate(woorden)], waarden)
    if vaag and not {*woorden} & (_NIET | _GEWENST | _VOORBIJ):
        bedoeld = [w for w in list(vorm.keuzes)[: vorm.getoond] if w in vaag or w in waarden]
        return _welke(vorm, bedoeld, "twee_keuzes" if plekken else "vaag")
    if not plekken:
        return _op_nummer(vorm, stukken)
    if any(woord in _NIET and plaats not in gebruikt for plaats, woord in enumerate(woorden)):
        return NietGelezen("ontkenning")
    los = {woord for plaats, woord in enumerate(woorden) if plaats not in gebruikt}
    if los & (_GEWENST | _ONBEGRIP) or (los & _VOORBIJ and "anders" not in vorm.vulwoorden):
        return NietGelezen("geen_antwoord")
    if len(waarden) > 1:
        return _welke(vorm, waarden, "twee_keuzes")
    rest = [deel for plaats, deel in enumerate(stukken) if plaats not in gebruikt]
    cijfers = sum(isinstance(deel, Getal) for deel in rest)
    erbij = frozenset(woord for een in vorm.vaag.get(waarden[0], ()) for woord in een.split())
    return Gelezen(waarden[0], tel_vreemd(rest, KEUZE | vorm.vulwoorden | erbij) + cijfers)


def label(vorm: Vraagvorm, waarde: str) -> str:
    woorden = vorm.keuzes[waarde]
    return woorden[0] if woorden else waarde.replace("_", " ")


def _welke(vorm: Vraagvorm, waarden: Iterable[str], reden: str) -> Dubbelzinnig:
    return Dubbelzinnig(tuple(Lezing(waarde, label(vorm, waarde)) for waarde in waarden), reden)


def _vaag(vorm: Vraagvorm, over: list[str], genoemd: Iterable[str]) -> set[str]:
    """What "een uitkering" can mean, said in words that name no choice (`over`). Beside another kind of choice it may be meant
    too ("werk en uitkering"); where one of its own is named it is that one ("ww uitkering")."""
    if vorm.vaag.keys() & set(genoemd):
        return set()
    zinnen = [(zin, waarde) for waarde, rij in vorm.vaag.items() for zin in _als_zinnen(rij)]
    per_woord: dict[int, set[str]] = {}
    for waarde, begin, _ in gevonden(zinnen, over):
        per_woord.setdefault(begin, set()).add(waarde)
    # "Uitkering van het UWV": what both can mean.
    return set.intersection(*per_woord.values()) if per_woord else set()


def _zinnen(vorm: Vraagvorm, waarde: str) -> Iterator[Zin]:
    return _als_zinnen((*vorm.keuzes[waarde], waarde.replace("_", " ")))


def _als_zinnen(teksten_: Iterable[str]) -> Iterator[Zin]:
    for tekst in teksten_:
        zin = tuple(woord for woord in teksten(delen(schoon(tekst))) if woord)
        if zin:
            yield zin


def gevonden(zinnen: list[tuple[Zin, str]], woorden: list[str]) -> Iterator[Plek]:
    """Longest first, so that "geen partner" is found before "partner"; then with typing errors."""
    over = list(woorden)
    # A bare "geen" is an option only by itself: "geen huurhuis" says something else.
    kaal_geen = [woord for woord in woorden if woord] in (["geen"], ["niet"])
    zinnen = [paar for paar in zinnen if kaal_geen or paar[0] not in {("geen",), ("niet",)}]
    for fouten in (False, True):
        for lengte in sorted({len(zin) for zin, _ in zinnen}, reverse=True):
            van_lengte = [paar for paar in zinnen if len(paar[0]) == lengte]
            for begin in range(len(over) - lengte + 1):
                raak = _raak(van_lengte, over[begin : begin + lengte], fouten)
                if raak:
                    yield from ((waarde, begin, begin + lengte) for waarde in raak)
                    over[begin : begin + lengte] = [""] * lengte
        if not fouten:
            yield from _aan_elkaar(zinnen, over)


def _raak(zinnen: list[tuple[Zin, str]], stuk: list[str], fouten: bool) -> list[str]:
    if not all(stuk):
        return []
    afstanden = [(_afstand(zin, stuk, fouten), waarde) for zin, waarde in zinnen]
    goed = [(afstand, waarde) for afstand, waarde in afstanden if afstand is not None]
    beste = min((afstand for afstand, _ in goed), default=0)
    return list(dict.fromkeys(waarde for afstand, waarde in goed if afstand == beste))


def _aan_elkaar(zinnen: list[tuple[Zin, str]], over: list[str]) -> Iterator[Plek]:
    """ "huur huis" for "huurhuis"."""
    for begin in range(len(over) - 1):
        if over[begin] and over[begin + 1]:
            samen = over[begin] + over[begin + 1]
            raak = list(dict.fromkeys(waarde for zin, waarde in zinnen if zin == (samen,)))
            if raak:
                yield from ((waarde, begin, begin + 2) for waarde in raak)
                over[begin : begin + 2] = ["", ""]


def _afstand(zin: Zin, stuk: list[str], fouten: bool) -> int | None:
    if not fouten:
        return 0 if list(zin) == stuk else None
    som = 0
    for bedoeld, woord in zip(zin, stuk, strict=True):
        # Short words differ by one letter from other words ("koop", "kook"): those have to be exact.
        mag = 0 if min(len(bedoeld), len(woord)) <= 4 else 1 if len(bedoeld) <= 8 else 2
        afstand = OSA.distance(bedoeld, woord, score_cutoff=mag)
        if afstand > mag and _klinkt_als(bedoeld, woord):
            afstand = mag = max(mag, 1)
        if afstand > mag or (afstand and is_gewoon(woord)):
            return None
        som += afstand
    return som


def _klinkt_als(bedoeld: str, woord: str) -> bool:
    # The first letter first: most pairs differ there, and this is asked for every pair of words.
    return bedoeld[0] == woord[0] and min(len(bedoeld), len(woord)) >= 4 and klank(bedoeld) == klank(woord)


def _op_nummer(vorm: Vraagvorm, stukken: tuple[Deel, ...]) -> Uitslag:
    """ "2", "de tweede", "nummer 2": only when nothing else is said."""
    nummers: list[int] = []
    keuzes = list(vorm.keuzes)[: vorm.getoond]
    for deel in met_getalwoorden(stukken):
        if isinstance(deel, Getal):
            if deel.waarde != deel.waarde.to_integral_value() or len(deel.lezingen) > 1:
                return NietGelezen("geen_antwoord")
            nummers.append(int(deel.waarde))
        elif isinstance(deel, Woord) and deel.tekst in RANGTELWOORDEN:
            nummers.append(RANGTELWOORDEN[deel.tekst])
        elif isinstance(deel, Woord) and deel.tekst in {"laatste", "onderste"}:
            nummers.append(len(keuzes))
        elif isinstance(deel, Woord) and deel.tekst == "bovenste":
            nummers.append(1)
        elif isinstance(deel, Rommel) or (
            isinstance(deel, Woord) and deel.tekst not in {"e", "ste"} and not hoort_erbij(deel.tekst, KEUZE)
        ):
            return NietGelezen("geen_antwoord")
    if len(nummers) == 1 and 1 <= nummers[0] <= len(keuzes):
        return Gelezen(keuzes[nummers[0] - 1], 0)
    goed = [keuzes[nummer - 1] for nummer in dict.fromkeys(nummers) if 1 <= nummer <= len(keuzes)]
    if len(goed) > 1:
        return _welke(vorm, goed, "twee_keuzes")
    return NietGelezen("geen_antwoord")
