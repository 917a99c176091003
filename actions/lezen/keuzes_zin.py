"""The choices that a sentence names, clause by clause: what is said of each, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import OSA

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.keuze import RANGTELWOORDEN, Plek, Zin, gevonden
from actions.lezen.vorm import Vraagvorm
from actions.lezen.vulwoorden import ALGEMEEN, ALLE_KEUZES, BEIDE, KEUZE, woordgroep
from actions.lezen.woorden import Deel, Getal, Rommel, Teken, Woord, delen, schoon, teksten
from content.herkennen.gewoon import is_gewoon

Voegwoord = Literal["", ",", "en", "of", "maar", "behalve"]

_SCHEIDING = re.compile(r"(?<!\d)[,;.!?]+|[,;.!?]+(?!\d)")
_VOEGWOORDEN: dict[str, Voegwoord] = {
    **dict.fromkeys(("en", "plus", "alsook", "evenals", "daarnaast"), "en"),
    **dict.fromkeys(("of", "oftewel"), "of"),
    **dict.fromkeys(("maar", "echter"), "maar"),
    **dict.fromkeys(("behalve", "uitgezonderd"), "behalve"),
}
_PERSOON = {
    vorm: groep
    for groep, vormen in {
        "u": "ik wij we je jij",
        "uw": "mijn mn onze ons",
        "bent": "ben is zijn",
        "heeft": "heb hebt hebben",
        "kunt": "kan kunnen kon",
        "loopt": "loop lopen",
        "krijgt": "krijg krijgen",
        "betaalt": "betaal",
        "wordt": "word worden",
        "moet": "moeten",
    }.items()
    for vorm in vormen.split()
}
"""A label speaks to the resident ("die u niet kunt betalen"), who says it back as "die ik niet kan betalen"."""
_STIL = woordgroep(
    "u uw de het een die dat dit er bent heeft nog al ook echt helemaal heel zelf nu met van voor in aan te bij"
)
_LIDWOORD = woordgroep("de het een")
_ONTKENNING = woordgroep("niet geen nie gen ni nooit zonder noch amper nauwelijks nergens")
_ROND_NUMMER = (
    ALGEMEEN | KEUZE | ALLE_KEUZES | woordgroep("alleen nee verder niets niks anders rest")
) - woordgroep(
    "van ongeveer circa ca zon rond rondom ongever plusminus krap ruim meer min per elke iedere a bijna maal stuk"
)
"""What may stand around the number of a choice; "2 van de 6" and "2 of meer" are how many."""
_TELT_MEE = {Woord(woord) for woord in ALLE_KEUZES | BEIDE}
_NIET_HELEMAAL = woordgroep("zeker helemaal precies exact altijd niks niets")
_TELLEN = {"nummer", "nr", "optie", "keuze", "antwoord"}


@dataclass(slots=True)
class Deelzin:
    """One clause: the choices in it and the words around them."""

    voegwoord: Voegwoord = ""
    """What joins it to the clause before."""
    keuzes: list[tuple[str, ...]] = field(default_factory=list)
    """Per place the values that the words there can mean: more than one where two choices share a word."""
    woorden: list[str] = field(default_factory=list)
    """The other words, as typed."""
    voor: int = 0
    """How many of the `woorden` stand before the first choice."""
    rest: list[Deel] = field(default_factory=list)
    """All parts that are no choice, to count the strange ones."""


def ontkent(woord: str) -> bool:
    """Does this word deny? Also with a typing error: reading "gen bril" as "bril" would be the worst mistake."""
    if woord in _ONTKENNING:
        return True
    bijna = len(woord) >= 4 and any(OSA.distance(woord, nee, score_cutoff=1) <= 1 for nee in ("niet", "geen"))
    return bijna and not is_gewoon(woord)


def als_gezegd(woorden: Sequence[str]) -> list[str]:
    """The words with the person taken out, so that what a label says and what a resident says are the same."""
    return [_PERSOON.get(woord, woord) for woord in woorden]


def woorden_van(vorm: Vraagvorm, waarde: str) -> frozenset[str]:
    """All words that content gives for a choice, as said."""
    return frozenset(
        woord for zin in vorm.keuzes[waarde] for woord in als_gezegd(teksten(delen(schoon(zin))))
    )


def deelzinnen(vorm: Vraagvorm, kaal: str) -> list[Deelzin]:
    """The clauses of a text in which a choice is named by its words; without choices when none is."""
    stukken, grenzen = _stukken(kaal)
    woorden = teksten(stukken)
    plekken = _op_naam(vorm, als_gezegd(woorden))
    return _in_delen(stukken, grenzen, plekken)


def genummerd(vorm: Vraagvorm, kaal: str) -> list[Deelzin] | None:
    """The clauses of a text that names choices by their number only; None when it is no such text."""
    keuzes = list(vorm.keuzes)[: vorm.getoond]
    stukken, grenzen = _stukken(_losse_nummers(kaal, len(keuzes)), getallen=True)
    plekken: list[Plek] = []
    geschreven = 0
    plaats = 0
    while plaats < len(stukken):
        nummers, lengte = _nummers(stukken, plaats, len(keuzes))
        volgend = stukken[plaats + 1] if plaats + 1 < len(stukken) else None
        if nummers is None or (stukken[plaats] in _TELT_MEE and isinstance(volgend, Getal)):
            # "Alle drie" says how many, not which.
            return None
        if nummers and isinstance(stukken[plaats], Getal) and stukken[plaats].tekst.isalpha():
            geschreven += 1
        plekken += [(keuzes[nummer - 1], plaats, plaats + lengte) for nummer in nummers]
        plaats += lengte
    los = len(plekken) == geschreven == 1 and not _TELLEN & set(teksten(stukken))
    # "Twee" by itself may be how many; "een" is mostly no number at all.
    return _in_delen(stukken, grenzen, plekken, elk=True) if plekken and not los else None


def _stukken(kaal: str, *, getallen: bool = False) -> tuple[list[Deel], set[int]]:
    """The parts, and the places where punctuation stands before a part."""
    alles: list[Deel] = []
    grenzen: set[int] = set()
    for stuk in _SCHEIDING.split(kaal):
        grenzen.add(len(alles))
        deze = delen(stuk)
        alles += met_getalwoorden(deze) if getallen else deze
    return alles, grenzen - {0}


def _op_naam(vorm: Vraagvorm, woorden: list[str]) -> list[Plek]:
    """Where the choices stand, first as content words them, then without the small words in between."""
    vol: list[tuple[Zin, str]] = []
    kort: list[tuple[Zin, str]] = []
    for waarde, zinnen in vorm.keuzes.items():
        for zin in zinnen:
            heel = tuple(woord for woord in als_gezegd(teksten(delen(schoon(zin)))) if woord)
            kern = tuple(woord for woord in heel if woord not in _STIL)
            # "Het is op" cannot be told by "op" alone.
            past = len(kern) > 1 or (len(kern) == 1 and set(heel) - set(kern) <= _LIDWOORD)
            (kort if past else vol).append((kern if past else heel, waarde))
            if len(kern) == 1 and past:
                kort += [((meervoud,), waarde) for meervoud in _meervouden(kern[0])]
    plekken = list(gevonden([paar for paar in vol if paar[0]], woorden))
    bezet = {plaats for _, begin, einde in plekken for plaats in range(begin, einde)}
    over = [
        (plaats, "" if plaats in bezet else woord)
        for plaats, woord in enumerate(woorden)
        if plaats in bezet or woord not in _STIL
    ]
    for waarde, begin, einde in gevonden(kort, [woord for _, woord in over]):
        plekken.append((waarde, over[begin][0], over[einde - 1][0] + 1))
    return plekken


def _meervouden(woord: str) -> tuple[str, ...]:
    return f"{woord}en", f"{woord}{woord[-1]}en", f"{woord}s"


def _in_delen(
    stukken: Sequence[Deel], grenzen: set[int], plekken: Sequence[Plek], *, elk: bool = False
) -> list[Deelzin]:
    """Cut into clauses at punctuation and joining words; not inside a choice. `elk`: each place is a choice of its own."""
    einde_van = {begin: einde for _, begin, einde in plekken}
    zinnen = [Deelzin()]
    plaats = 0
    while plaats < len(stukken):
        deel = stukken[plaats]
        if plaats in grenzen:
            zinnen.append(Deelzin(","))
        zin = zinnen[-1]
        if plaats in einde_van:
            waarden = list(dict.fromkeys(waarde for waarde, begin, _ in plekken if begin == plaats))
            if not zin.keuzes:
                zin.voor = len(zin.woorden)
            zin.keuzes += [(waarde,) for waarde in waarden] if elk else [tuple(waarden)]
            plaats = einde_van[plaats]
            continue
        plaats += 1
        voegwoord = _voegwoord(deel)
        if voegwoord:
            zinnen.append(Deelzin(voegwoord))
        else:
            zin.rest.append(deel)
            zin.woorden += [deel.tekst] if isinstance(deel, Woord) else []
    return list(_zonder_lege(zinnen))


def _voegwoord(deel: Deel) -> Voegwoord | None:
    if deel in (Teken("+"), Teken("/")):
        return "en"
    return _VOEGWOORDEN.get(deel.tekst) if isinstance(deel, Woord) else None


def _zonder_lege(zinnen: Sequence[Deelzin]) -> Iterator[Deelzin]:
    """An empty clause hands on how it was joined: ", maar" is "maar", "en/of" is "of"."""
    zwaar: Sequence[Voegwoord] = ("", ",", "en", "of", "maar", "behalve")
    bewaard: Voegwoord = ""
    for zin in zinnen:
        zin.voegwoord = max(zin.voegwoord, bewaard, key=zwaar.index)
        bewaard = ""
        if zin.keuzes or zin.rest:
            yield zin
        else:
            bewaard = zin.voegwoord


def _losse_nummers(kaal: str, aantal: int) -> str:
    """ "1,3" is no amount here, "1e" is a number, and "2 t/m 4" is three of them."""
    kaal = re.sub(r"(\d{1,2})\s?(?:e|ste|de)\b", r"\1", kaal)
    kaal = re.sub(r"(\d{1,2}) ?(?:t/m|tm|tot en met) ?(\d{1,2})(?!\d)", lambda m: _reeks(m, aantal), kaal)
    kaal = re.sub(r"(?<=\d)[,;./](?=\d)", " , ", kaal)
    if re.fullmatch(r"\d{1,2}( ?- ?\d{1,2})+", kaal):
        nummers = [int(nummer) for nummer in re.findall(r"\d+", kaal)]
        # "1-3" may be one to three; of "1-2" and "1-2-4" that makes no difference or no sense.
        if len(nummers) > 2 or nummers[1] - nummers[0] == 1:
            return " , ".join(map(str, nummers))
    return kaal


def _reeks(m: re.Match[str], aantal: int) -> str:
    van, tot = int(m[1]), int(m[2])
    return " , ".join(map(str, range(van, tot + 1))) if 0 < van < tot <= aantal else m[0]


def _nummers(stukken: Sequence[Deel], plaats: int, aantal: int) -> tuple[tuple[int, ...] | None, int]:
    """The numbers of the choices at this place, and how many parts they take; None for what is no such number."""
    deel = stukken[plaats]
    if isinstance(deel, Woord):
        volgend = stukken[plaats + 1] if plaats + 1 < len(stukken) else None
        nummer = RANGTELWOORDEN.get(deel.tekst) or {"laatste": aantal, "onderste": aantal, "bovenste": 1}.get(
            deel.tekst
        )
        if nummer is None:
            bekend = deel.tekst in _ROND_NUMMER or ontkent(deel.tekst)
            return ((), 1) if bekend or _voegwoord(deel) else (None, 1)
        if isinstance(volgend, Getal):
            hoeveel = int(volgend.waarde) if volgend.waarde in range(1, aantal + 1) else 0
            kant = {"eerste": range(1, hoeveel + 1), "laatste": range(aantal - hoeveel + 1, aantal + 1)}
            return (tuple(kant[deel.tekst]), 2) if hoeveel and deel.tekst in kant else (None, 1)
        return ((nummer,), 1) if nummer <= aantal else (None, 1)
    if isinstance(deel, Getal):
        goed = len(deel.lezingen) == 1 and deel.waarde in range(1, aantal + 1)
        return ((int(deel.waarde),), 1) if goed else (None, 1)
    return (None, 1) if isinstance(deel, Rommel) or deel not in (Teken("+"), Teken("/")) else ((), 1)


def half_ontkend(woorden: Sequence[str]) -> bool:
    """ "Niet zeker" and "niet helemaal" are no denial, nor is "niet niks"."""
    return any(ontkent(een) and twee in _NIET_HELEMAAL for een, twee in pairwise(woorden))
