"""From typed text to parts: words, numbers, signs and parts that are none of these.

Everything here is one pass over a text of at most `MEESTE_TEKENS` characters, with patterns that cannot backtrack.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import OSA

from actions.lezen.vulwoorden import (
    ALGEMEEN,
    GEEN_HOEVEELHEID,
    MAANDEN,
    MAG_AAN_GETAL,
    MAG_VOOR_GETAL,
    WEET_NIET_VULWOORDEN,
    WEET_NIET_ZINNEN,
)
from content.herkennen.letters import schoon as schoon

MEESTE_TEKENS = 500
MEESTE_VREEMD = 12
"""With more strange words than this a text is a story, and a number in it is no answer."""

_CODE = frozenset("{}[]<>\\|`")
_ROMMEL = frozenset("_=@#$%^")
_AFKORTINGEN = re.compile(r"(?<![a-z])p ?[./] ?(maand|mnd|m|jaar|jr|j|week|wk|w|k)(?![a-z])\.?")
_AFKORTING_VOLUIT = {
    "m": "maand",
    "mnd": "maand",
    "j": "jaar",
    "jr": "jaar",
    "w": "week",
    "wk": "week",
    "k": "kwartaal",
}
_STREEPJE = re.compile(r"(?<=\d)[.,](?:-{1,2}|=)(?!\d)")
"""The ",-" of "650,-"."""
_ACHT_PROCENT = re.compile(r"\b8 ?(?:%|procent) (?=vakantie)")
_PLUS_VAKANTIEGELD = re.compile(r"(?:\+|\bplus\b) ?(?=vakantie)")
_VAKANTIEGELD_ERBIJ = re.compile(
    r"(?<!met )(?<!incl )(?<!inclusief )\b(vakantie\w{4,8}) (?:komt )?(?:er )?(?:nog )?(?:er)?bij\b"
)
""" "1400 + vakantiegeld", "24.000, vakantiegeld komt erbij": that is not in it."""
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAT = re.compile(r"\d{1,12}")
_PUNTEN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,3}")
_PUNTEN_KOMMA = re.compile(r"([1-9]\d{0,2}(?:\.\d{3}){1,3}),(\d{1,2})")
_KOMMA = re.compile(r"(\d{1,9}),(\d{1,2})")
_PUNT = re.compile(r"(\d{1,9})\.(\d{1,2})")
_DRIE_NA_KOMMA = re.compile(r"(\d{1,9}),(\d{3})")
_DRIE_NA_PUNT = re.compile(r"(\d{4,9})\.(\d{3})")
_ENGELS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,2})?")
_GETAL_WOORD = re.compile(r"(\d[\d.,]*)([a-z]+)\.?")
_WOORD_GETAL = re.compile(r"([a-z]+)(\d[\d.,]*)")
_DEELTEKEN = re.compile(r"([/\-;])")
_RAND = "\"'()!?*:;.,…"


@dataclass(frozen=True, slots=True)
class Woord:
    tekst: str
    """Lower case, without accents."""


@dataclass(frozen=True, slots=True)
class Getal:
    lezingen: tuple[Decimal, ...]
    """More than one: a point or comma that can mean two things."""
    tekst: str
    schaal: int = 1
    """1000 for "12 duizend": a smaller number right after it belongs to it."""

    @property
    def waarde(self) -> Decimal:
        return self.lezingen[0]


@dataclass(frozen=True, slots=True)
class Teken:
    tekst: str


@dataclass(frozen=True, slots=True)
class Rommel:
    """Not a word and not a number: part of code, an address, a time, a telephone number."""

    tekst: str
    heeft_cijfer: bool


Deel = Woord | Getal | Teken | Rommel


def is_code(kaal: str) -> bool:
    """Does the text look like code or markup? Then no number in it counts."""
    return any(teken in _CODE for teken in kaal)


def delen(kaal: str) -> tuple[Deel, ...]:
    """Split text (already through `schoon`) into parts; number words are still words."""
    kaal = (
        kaal.replace("+/-", " ongeveer ")
        .replace("+-", " ongeveer ")
        .replace("min of meer", "ongeveer")
        .replace("een stuk of ", "ongeveer ")
        .replace("t/m", "tot en met")
    )
    for teken in "±~≈":
        kaal = kaal.replace(teken, " ongeveer ")
    if "vakantie" in kaal:
        kaal = _PLUS_VAKANTIEGELD.sub(" exclusief ", _ACHT_PROCENT.sub("", kaal))
        kaal = _VAKANTIEGELD_ERBIJ.sub(r" exclusief \1 ", kaal)
    kaal = kaal.replace("€", " euro ").replace("+", " + ").replace("&", " en ")
    kaal = _STREEPJE.sub(" ", kaal)
    kaal = _AFKORTINGEN.sub(lambda m: f" per {_AFKORTING_VOLUIT.get(m[1], m[1])} ", kaal)
    return tuple(deel for brok in kaal.split() for deel in _brok(brok))


def getal_uit_cijfers(tekst: str) -> Getal | None:
    """A number in Dutch notation; with two readings where the notation can mean two things."""
    if _PLAT.fullmatch(tekst):
        # 0650 may be a code or a telephone number.
        return None if len(tekst) > 2 and tekst[0] == "0" else Getal((Decimal(tekst),), tekst)
    if _PUNTEN.fullmatch(tekst):
        return Getal((Decimal(tekst.replace(".", "")),), tekst)
    if m := _PUNTEN_KOMMA.fullmatch(tekst):
        return Getal((Decimal(f"{m[1].replace('.', '')}.{m[2]}"),), tekst)
    if m := _KOMMA.fullmatch(tekst):
        return Getal((Decimal(f"{m[1]}.{m[2]}"),), tekst)
    if m := _PUNT.fullmatch(tekst):
        decimaal = Decimal(tekst)
        if len(m[1]) >= 3 or not decimaal:
            return Getal((decimaal,), tekst)
        # 1.85 may be 1,85 or 1.850 with a digit lost.
        return Getal((Decimal(m[1] + m[2].ljust(3, "0")), decimaal), tekst)
    if (m := _DRIE_NA_KOMMA.fullmatch(tekst)) or (m := _DRIE_NA_PUNT.fullmatch(tekst)):
        return Getal((Decimal(m[1] + m[2]), Decimal(f"{m[1]}.{m[2]}").quantize(Decimal("0.01"))), tekst)
    if _ENGELS.fullmatch(tekst):
        zonder = Decimal(tekst.replace(",", ""))
        return Getal((zonder, zonder / 1000), tekst)
    return None


def _brok(brok: str) -> Iterator[Deel]:
    if brok and not brok.strip("?"):
        yield Teken("?")
        return
    if brok in {"-", "+", "/", "x"}:
        yield Teken(brok)
        return
    kern = brok.strip(_RAND)
    heeft_cijfer = any(teken.isdecimal() for teken in kern)
    if any(teken in _ROMMEL for teken in kern) or "://" in brok or kern.startswith("www."):
        yield Rommel(brok, heeft_cijfer)
        return
    if not heeft_cijfer:
        yield from (Woord(woord) for woord in _LETTERS.findall(kern.replace("'", "")))
        return
    stukken = [stuk for stuk in _DEELTEKEN.split(kern) if stuk]
    if stukken[0][0] == "0" and len(stukken) > 1 and len(stukken[-1]) > 4:
        # 06-12345678
        yield Rommel(brok, True)
        return
    for plaats, stuk in enumerate(stukken):
        if stuk in {"/", "-", ";"}:
            # A minus glued to the front of a number is kept as a sign of its own: "-650".
            yield Teken("min" if stuk == "-" and plaats == 0 and len(stukken) > 1 else stuk)
        else:
            yield from _stuk(stuk)


def _stuk(stuk: str) -> Iterator[Deel]:
    getal = getal_uit_cijfers(stuk)
    if getal is not None:
        yield getal
        return
    if (m := _GETAL_WOORD.fullmatch(stuk)) and m[2] in MAG_AAN_GETAL:
        voor = getal_uit_cijfers(m[1].rstrip(".,"))
        # "90u" is 90 hours; by itself "u" is whom we speak to.
        yield from (voor, Woord("uur" if m[2] == "u" else m[2])) if voor else (Rommel(stuk, True),)
        return
    if (m := _WOORD_GETAL.fullmatch(stuk)) and m[1] in MAG_VOOR_GETAL:
        na = getal_uit_cijfers(m[2])
        yield from (Woord(m[1]), na) if na else (Rommel(stuk, True),)
        return
    if any(teken.isdecimal() for teken in stuk):
        yield Rommel(stuk, True)
    else:
        yield from (Woord(woord) for woord in _LETTERS.findall(stuk))


def lijkt_op(woord: str, bekend: Collection[str], *, vanaf: int = 5) -> str | None:
    """The one known word that is at most one typing error away; None when there is none or more than one."""
    if woord in bekend:
        return woord
    if len(woord) < vanaf or len(woord) > 40:
        return None
    goed = [b for b in bekend if len(b) >= vanaf and OSA.distance(woord, b, score_cutoff=1) <= 1]
    return goed[0] if len(goed) == 1 else None


_KLANKEN = (
    ("sch", "s"),
    ("sj", "s"),
    ("ch", "s"),
    ("ph", "f"),
    ("ie", "i"),
    ("ij", "ei"),
    ("ou", "au"),
    ("ck", "k"),
    ("c", "k"),
)
_DUBBEL = re.compile(r"(.)\1+")


def klank(woord: str) -> str:
    """How a word sounds, roughly: "wasmasjien" and "wasmachine" are the same."""
    for schrift, zo in _KLANKEN:
        woord = woord.replace(schrift, zo)
    return _DUBBEL.sub(r"\1", woord).rstrip("e")


def hoort_erbij(woord: str, vulwoorden: frozenset[str]) -> bool:
    if woord in ALGEMEEN or woord in vulwoorden:
        return True
    if not 5 <= len(woord) <= 40:
        return False
    return any(len(v) >= 5 and OSA.distance(woord, v, score_cutoff=1) <= 1 for v in vulwoorden)


def tel_vreemd(stukken: Sequence[Deel], vulwoorden: frozenset[str]) -> int:
    """Words that do not belong to the answer. Numbers and signs are never strange words."""
    vreemd = 0
    for deel in stukken:
        if isinstance(deel, Rommel) or (isinstance(deel, Woord) and not hoort_erbij(deel.tekst, vulwoorden)):
            vreemd += 1
    return vreemd


def teksten(stukken: Sequence[Deel]) -> list[str]:
    """The words, with an empty string for every part that is no word, so that places stay the same."""
    return [deel.tekst if isinstance(deel, Woord) else "" for deel in stukken]


def is_naam(woorden: Sequence[str], plaats: int) -> bool:
    """Is the number here part of an address, a code, a telephone number or a date, and so no quantity?"""
    ervoor = woorden[max(0, plaats - 2) : plaats]
    straat = bool(ervoor) and len(ervoor[-1]) > 5 and ervoor[-1].endswith(("straat", "laan", "weg", "plein"))
    na = woorden[plaats + 1] if plaats + 1 < len(woorden) else ""
    return straat or na in MAANDEN or any(woord in GEEN_HOEVEELHEID for woord in ervoor)


_BIJ_MIJ = frozenset({"me", "mn", "m"})


def van_mij(woorden: Sequence[str]) -> list[str]:
    """ "Bij me ouders", "met mn vriend": said for "mijn"."""
    return [
        "mijn" if woord in _BIJ_MIJ and plaats + 1 < len(woorden) and woorden[plaats + 1] else woord
        for plaats, woord in enumerate(woorden)
    ]


def heeft_reeks(woorden: Sequence[str], reeks: Sequence[str]) -> bool:
    lengte = len(reeks)
    return any(tuple(woorden[i : i + lengte]) == tuple(reeks) for i in range(len(woorden) - lengte + 1))


def weet_niet_vreemd(stukken: Sequence[Deel]) -> int | None:
    """Is this "weet ik niet"? Then the number of words that do not belong to that; otherwise None."""
    woorden = teksten(stukken)
    if stukken and all(deel == Teken("?") for deel in stukken):
        return 0
    for zin in WEET_NIET_ZINNEN:
        if (len(zin) == 1 and woorden == list(zin)) or (len(zin) > 1 and heeft_reeks(woorden, zin)):
            return tel_vreemd(stukken, WEET_NIET_VULWOORDEN | frozenset(zin))
    if "weet" in woorden:
        # "Ik weet de maand niet meer".
        plaats = woorden.index("weet")
        tussen = woorden[plaats + 1 : plaats + 6]
        einde = next((i for i, woord in enumerate(tussen) if woord in {"niet", "nie"}), None)
        if einde is not None:
            return tel_vreemd(stukken, WEET_NIET_VULWOORDEN | frozenset(tussen[:einde]))
    return None
