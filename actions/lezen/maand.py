"""Reading a month of a year: "april 1992", "04-1992", "15-4-92"."""

from __future__ import annotations

import re

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.keuze import RANGTELWOORDEN
from actions.lezen.vorm import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import MAAND, MAANDEN
from actions.lezen.woorden import Getal, Woord, lijkt_op, tel_vreemd

_DELEN = re.compile(r"[^\W\d_]+|\d+")
_KORT_JAAR = re.compile(r"'(\d\d)(?!\d)")
_NAMEN = {nummer: naam for naam, nummer in reversed(MAANDEN.items())}
VROEGSTE, LAATSTE = 1900, 2100


def lees_maand(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """ "1992-04". A day is dropped; a year of two digits is read only where the century is certain."""
    stukken = _cijfers(_DELEN.findall(kaal))
    kort_jaar = _KORT_JAAR.search(kaal)
    woorden = [stuk for stuk in stukken if not stuk[0].isdecimal()]
    getallen = [stuk for stuk in stukken if stuk[0].isdecimal()]
    namen = list(dict.fromkeys(m for m in (_maandnaam(woord) for woord in woorden) if m is not None))
    over = [Woord(woord) for woord in woorden if _maandnaam(woord) is None]
    vreemd = tel_vreemd(over, MAAND | vorm.vulwoorden)
    if "niet" in woorden:
        return NietGelezen("ontkenning")
    if any(len(getal) > 4 for getal in getallen):
        return NietGelezen("geen_antwoord")
    if len(namen) > 1:
        return Dubbelzinnig((), "twee_maanden")
    if namen and kort_jaar and getallen.count(kort_jaar[1]) == 1 and len(getallen) <= 2:
        # "april '05": the apostrophe says that it is the year.
        getallen.remove(kort_jaar[1])
        uitslag = _klaar(namen[0], kort_jaar[1]) if _dagen(getallen) else NietGelezen("geen_maand")
        return Gelezen(uitslag, vreemd) if isinstance(uitslag, str) else uitslag
    uitslag = _met_naam(namen[0], getallen) if namen else _in_cijfers(getallen)
    return Gelezen(uitslag, vreemd) if isinstance(uitslag, str) else uitslag


def _cijfers(stukken: list[str]) -> list[str]:
    """Numbers in words as digits: "twaalf", "negentientweeennegentig", "tweeduizend vijf"."""
    uit: list[str] = []
    waarden: list[int | None] = []
    for stuk in stukken:
        waarde = None if stuk[0].isdecimal() or _maandnaam(stuk) else _getal(stuk)
        vorige = waarden[-1] if waarden else None
        if waarde is not None and 0 < waarde < 100 and vorige in (19, 1900, 2000):
            waarde += 1900 if vorige in (19, 1900) else 2000
            uit.pop()
            waarden.pop()
        uit.append(stuk if waarde is None else str(waarde))
        waarden.append(waarde)
    return uit


def _getal(woord: str) -> int | None:
    if woord in RANGTELWOORDEN:
        return RANGTELWOORDEN[woord]
    for begin, eeuw in (("negentienhonderd", 1900), ("negentien", 1900), ("tweeduizend", 2000)):
        rest = woord.removeprefix(begin).removeprefix("en")
        if woord.startswith(begin) and (rest or eeuw == 2000 or begin == "negentienhonderd"):
            waarde = _los_getal(rest) if rest else 0
            return None if waarde is None or waarde >= 100 else eeuw + waarde
    return _los_getal(woord)


def _los_getal(woord: str) -> int | None:
    if woord == "een":
        return None
    los = met_getalwoorden((Woord(woord),))[0]
    return int(los.waarde) if isinstance(los, Getal) and los.waarde < 100 and los.waarde % 1 == 0 else None


def _maandnaam(woord: str) -> int | None:
    naam = lijkt_op(woord, MAANDEN)
    return MAANDEN[naam] if naam else None


def _met_naam(maand: int, getallen: list[str]) -> str | Uitslag:
    jaren = [getal for getal in getallen if len(getal) == 4]
    kort = [getal for getal in getallen if len(getal) < 4]
    if len(jaren) > 1 or len(kort) > 2 or any(len(getal) == 3 for getal in kort):
        return NietGelezen("geen_antwoord")
    if jaren:
        return _klaar(maand, jaren[0]) if len(kort) < 2 and _dagen(kort) else NietGelezen("geen_antwoord")
    if not kort:
        return NietGelezen("jaar_ontbreekt")
    if len(kort) == 1:
        # "apr 05" may be the fifth of April; "apr 92" may not.
        return _klaar(maand, kort[0]) if int(kort[0]) > 31 else NietGelezen("jaar_ontbreekt")
    return _klaar(maand, kort[1]) if _dagen(kort[:1]) else NietGelezen("geen_antwoord")


def _in_cijfers(getallen: list[str]) -> str | Uitslag:
    lang = [len(getal) == 4 for getal in getallen]
    if len(getallen) == 1 and lang[0]:
        return NietGelezen("maand_ontbreekt")
    if len(getallen) == 2 and lang.count(True) == 1:
        jaar, maand = (getallen[0], getallen[1]) if lang[0] else (getallen[1], getallen[0])
        return _klaar(int(maand), jaar)
    if len(getallen) == 2 and not any(lang):
        if len(getallen[0]) == 2 and int(getallen[0]) > 31 and int(getallen[1]) <= 12:
            return _klaar(int(getallen[1]), getallen[0])
        # "4/92" is a month; "4/05" may be a day in May.
        jaar_zeker = len(getallen[1]) == 2 and int(getallen[1]) > 31
        return _klaar(int(getallen[0]), getallen[1]) if jaar_zeker else NietGelezen("jaar_ontbreekt")
    if len(getallen) == 3 and lang == [True, False, False]:
        return _klaar(int(getallen[1]), getallen[0]) if _dagen(getallen[2:]) else NietGelezen("geen_maand")
    if len(getallen) == 3 and not any(lang[:2]) and len(getallen[2]) in (2, 4):
        return _klaar(int(getallen[1]), getallen[2]) if _dagen(getallen[:1]) else NietGelezen("geen_maand")
    return NietGelezen("geen_antwoord")


def _dagen(getallen: list[str]) -> bool:
    return all(len(getal) <= 2 and 1 <= int(getal) <= 31 for getal in getallen)


def _klaar(maand: int, jaar: str) -> str | Uitslag:
    if not 1 <= maand <= 12:
        return NietGelezen("geen_maand")
    if len(jaar) == 4:
        return f"{jaar}-{maand:02d}" if VROEGSTE <= int(jaar) <= LAATSTE else NietGelezen("geen_maand")
    if len(jaar) != 2:
        return NietGelezen("geen_maand")
    eeuw = int(jaar)
    if 20 <= eeuw <= 31:
        # A small child or someone very old: both live.
        lezingen = (f"20{jaar}", f"19{jaar}")
        return Dubbelzinnig(
            tuple(Lezing(f"{vol}-{maand:02d}", f"{_NAMEN[maand]} {vol}") for vol in lezingen), "eeuw"
        )
    return f"{'19' if eeuw > 31 else '20'}{jaar}-{maand:02d}"
