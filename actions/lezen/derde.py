"""What a helper says about somebody else, turned into what that person would say: "ze is 71, haar man is 75" → "ik ben 71, mijn
man is 75". So every reader stays as it is. What the helper says of themself ("ik ben 45") is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from actions.lezen.vulwoorden import woordgroep
from content.herkennen.letters import plat

_SCHEIDING: Final = re.compile(r"(\s*(?:[;!?\n]+|[.,](?=\s|$))\s*|\s+(?:en|maar|want|dus|terwijl)\s+)", re.I)
_STUK: Final = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_WERKWOORD: Final = {
    "is": "ben", "heeft": "heb", "heft": "heb", "woont": "woon", "huurt": "huur", "zit": "zit", "krijgt": "krijg",
    "werkt": "werk", "verdient": "verdien", "betaalt": "betaal", "ontvangt": "ontvang", "leeft": "leef",
    "studeert": "studeer", "komt": "kom", "gaat": "ga", "doet": "doe", "wil": "wil", "kan": "kan", "mag": "mag",
    "moet": "moet", "was": "was", "had": "had", "zorgt": "zorg", "volgt": "volg", "loopt": "loop", "deelt": "deel",
    "slaapt": "slaap", "verblijft": "verblijf", "logeert": "logeer", "spaart": "spaar", "kreeg": "kreeg",
    "weet": "weet", "wordt": "word", "blijft": "blijf", "ligt": "lig", "staat": "sta", "bezit": "bezit",
    "geniet": "geniet", "wou": "wou", "zou": "zou", "hoeft": "hoef", "woonde": "woonde", "werkte": "werkte",
}  # fmt: skip
"""Third person → first person."""
_EERSTE: Final = frozenset(_WERKWOORD.values()) - {"wil", "kan", "mag", "moet", "weet", "wou", "zou"}
_MEERVOUD: Final = woordgroep("zijn hebben wonen huren krijgen werken betalen leven zorgen")
_AANLOOP: Final = woordgroep(
    "en maar ja nee nou dus ok oke want omdat ook hoi hallo dag oh o nu momenteel inmiddels verder daarnaast nog even dat"
)
_BEZIT: Final = woordgroep("mijn mn me m'n mijne onze ons")
_LIDWOORD: Final = woordgroep("de die deze het dat")
_HEER_OF_VROUW: Final = {"mevrouw": "zij", "meneer": "hij", "mijnheer": "hij"}
_PARTNER: Final = woordgroep("man vrouw partner echtgenoot echtgenote vriend vriendin ex")
_IEMAND: Final = woordgroep(
    "kind kinderen zoon dochter zoontje dochtertje zoons dochters moeder vader ouders broer zus broers zussen kleinkind "
    "kleinkinderen oom tante neef nicht familie"
)
_DING: Final = woordgroep(
    "huur kale inkomen loon salaris uitkering pensioen aow leeftijd huis woning flat appartement kamer spaargeld vermogen "
    "rekening schuld schulden hypotheek zorgverzekering verzekering bank saldo geld maandinkomen jaarinkomen winst netto bruto "
    "eigen premie zorgpremie servicekosten auto bedrijf zaak baan werk studie opleiding oude nieuwe hele totale buren straat"
)
_VAN_WIE: Final = _PARTNER | _IEMAND | _DING
"""Before one of these "haar" and "zijn" say whose it is."""
_OPEN: Final = frozenset(
    {"en", "met", "van", "bij", "is", "door", "voor", "aan", "op", "naar", "over", "uit"}
)
"""After one of these "zijn" is no verb."""
_DENKT: Final = re.compile(
    r"^((?:nou |ja |nee )?(?:(?:ik )?(?:denk|geloof|gok|meen|vermoed|dacht|hoorde)(?: ik)?|volgens mij|wat ik weet|"
    r"ik zou zeggen|ik weet)(?: dat)? )(?=(?:dat )?(?:zij|ze|hij|mijn|mn|de|haar|zijn|die) )",
    re.I,
)
_GEEN_GEGEVEN: Final = woordgroep(
    "idee vraag vragen hulp tijd zin papieren klaar boos moe bang gek weg terug benieuwd kwijt vergeten gestopt verkeerd het "
    "niets niks spijt haast nodig"
)
"""With one of these "ik heb" and "ik ben" tell nothing that the rules read."""
_HAAR: Final = frozenset({"haar", "dr", "d'r"})
_ZIJN: Final = frozenset({"zijn", "zn", "z'n"})
_HUN: Final = "hun "
"""Before the helper's own family."""
_BIJ_WIE_HELPT: Final = frozenset({"mij", "me", "ons", "mn", "mijn"})
_ZIJ: Final = frozenset({"zij", "ze"})
_HIJ: Final = frozenset({"hij", "ie"})


@dataclass(frozen=True, slots=True)
class Derde:
    """Whom the talk is about."""

    woorden: frozenset[str]
    """What the helper calls the person after "mijn": "moeder", "mama"; lower case, without accents."""
    voornaamwoord: str | None
    """ "zij" or "hij"; None when that is not known: then the first that is said."""


def naar_ik(tekst: str, derde: Derde, *, over_u: bool = True, alleen_derde: bool = False) -> str | None:
    """The text as the person would say it. None: all of it is about the helper.

    `over_u`: words without a subject, and "ze" or "hij", are about the person; not so while a question about somebody else waits.
    `alleen_derde`: what is said of the helper's own family ("mijn vader heeft niks") is taken out too.
    """
    zij = derde.voornaamwoord or _eerste_voornaamwoord(tekst)
    stukken = _SCHEIDING.split(tekst.replace("’", "'"))
    uit: list[str] = []
    wie: str | None = "ik" if over_u else None
    weg = False
    for plaats in range(0, len(stukken), 2):
        zin, wie = _zin(stukken[plaats], derde, zij, wie, over_u)
        scheiding = stukken[plaats - 1] if plaats else ""
        if zin is None or (alleen_derde and zin.startswith(_HUN)):
            weg = True
            continue
        uit.append((scheiding if uit else "") + zin)
    klaar = "".join(uit).strip(" ,")
    return None if weg and not _STUK.search(klaar) and not any(t.isdigit() for t in klaar) else klaar


def _eerste_voornaamwoord(tekst: str) -> str | None:
    for woord in _STUK.findall(tekst.lower()):
        if woord in _ZIJ | {"haar"}:
            return "zij"
        if woord in _HIJ | {"hem"}:
            return "hij"
        if woord in _HEER_OF_VROUW:
            return _HEER_OF_VROUW[woord]
    return None


def _zin(
    zin: str, derde: Derde, zij: str | None, wie: str | None, over_u: bool
) -> tuple[str | None, str | None]:
    """One clause and about whom it was: "ik", "ander", or None. The clause is None when it is about the helper."""
    begin = _DENKT.match(zin)
    voor = begin[0] if begin else ""
    woorden = zin[len(voor) :].split()
    aantal = 0
    while aantal < len(woorden) - 1 and _kaal(woorden[aantal]) in _AANLOOP:
        aantal += 1
    kop, rest = woorden[:aantal], woorden[aantal:]
    if not rest:
        return zin, wie
    lengte = _onderwerp(rest, derde, zij, wie, over_u)
    if over_u and len(rest) > 1 and _kaal(rest[0]) in _ZIJ and _kaal(rest[1]) in _MEERVOUD:
        # "Ze hebben samen een kind": the person and a partner. "Ze zijn 4 en 7" says who they are itself.
        rest = rest if _kaal(rest[1]) == "zijn" else ["wij", *rest[1:]]
    elif lengte:
        rest = ["ik", *_vervoeg(rest[lengte:])]
        wie = "ik"
    elif _van_wie_helpt(rest):
        return None, "helper"
    elif _kaal(rest[0]) in _bezit_van(zij) and len(rest) > 1 and _kaal(rest[1]) in _VAN_WIE:
        wie = "ander" if _kaal(rest[1]) not in _DING else wie
    elif _kaal(rest[0]) in _BEZIT and len(rest) > 1 and _kaal(rest[1]) in _PARTNER | _IEMAND - derde.woorden:
        wie = "ander"
    elif _kaal(rest[0]) in _ZIJ | _HIJ | {"die", "dat", "hun"} | _LIDWOORD:
        wie = "ander" if _kaal(rest[0]) not in _LIDWOORD else wie
    elif wie == "helper":
        return (None, wie) if _kaal(rest[0]) in _EERSTE else (zin, wie)
    elif wie == "ik" and over_u:
        rest = _draai_om(rest, derde, zij)
        if _kaal(rest[0]) in _WERKWOORD:
            rest = [_WERKWOORD[_kaal(rest[0])], *rest[1:]]
    return voor + " ".join([*kop, *_rest(rest, derde, zij)]), wie


def _onderwerp(
    rest: Sequence[str], derde: Derde, zij: str | None, wie: str | None, over_u: bool
) -> int | None:
    """How many words at the beginning name the person."""
    eerst, tweede = _kaal(rest[0]), _kaal(rest[1]) if len(rest) > 1 else ""
    if eerst in _BEZIT | _LIDWOORD and _noemt(tweede, derde):
        return None if len(rest) > 2 and _kaal(rest[2]) in {"en"} else 2
    if eerst in {"deze", "die"} and tweede in {"persoon", "mevrouw", "meneer", "man", "vrouw"} and over_u:
        return 2
    if _noemt(eerst, derde) and (tweede in _WERKWOORD or tweede.isdecimal()):
        return 1
    if eerst in _HEER_OF_VROUW and tweede in _WERKWOORD:
        return 1
    if not over_u or wie == "ander":
        return None
    return 1 if eerst in _voornaamwoorden(zij) or (eerst == "die" and tweede in _WERKWOORD) else None


def _van_wie_helpt(rest: Sequence[str]) -> bool:
    """ "Ik ben 45", "wij wonen samen", "mijn leeftijd is 45": what the helper says of themself."""
    eerst, tweede = _kaal(rest[0]), _kaal(rest[1]) if len(rest) > 1 else ""
    if eerst == "ik":
        return tweede in _EERSTE and _GEEN_GEGEVEN.isdisjoint(_kaal(woord) for woord in rest)
    if eerst in {"wij", "we"}:
        return tweede in _MEERVOUD
    return eerst in _BEZIT and tweede in _DING


def _vervoeg(rest: Sequence[str]) -> list[str]:
    """After "ik": the verb that follows it, or in a clause with "dat" the one at its end."""
    uit = list(rest)
    if uit and _kaal(uit[0]) in _WERKWOORD:
        uit[0] = _WERKWOORD[_kaal(uit[0])]
    elif len(uit) > 1 and _kaal(uit[-1]) in _WERKWOORD:
        uit = [_WERKWOORD[_kaal(uit[-1])], *uit[:-1]]
    elif uit and _kaal(uit[0]).isdecimal():
        uit = ["ben", *uit]
    elif len(uit) > 1:
        uit = [_WERKWOORD.get(_kaal(w), w) if n < 3 else w for n, w in enumerate(uit)]
    return uit


def _draai_om(rest: Sequence[str], derde: Derde, zij: str | None) -> list[str]:
    """ "Nu woont ze alleen" → "nu woon ik alleen"; "krijgt mijn moeder huurtoeslag?" → "krijg ik huurtoeslag?"."""
    uit = list(rest)
    for n in range(len(uit) - 1):
        if _kaal(uit[n]) not in _WERKWOORD:
            continue
        if _kaal(uit[n + 1]) in _voornaamwoorden(zij):
            uit[n : n + 2] = [_WERKWOORD[_kaal(uit[n])], "ik"]
            break
        if n + 2 < len(uit) and _kaal(uit[n + 1]) in _BEZIT | _LIDWOORD and _noemt(uit[n + 2], derde):
            uit[n : n + 3] = [_WERKWOORD[_kaal(uit[n])], "ik"]
            break
    return uit


def _rest(woorden: Sequence[str], derde: Derde, zij: str | None) -> list[str]:
    """What else names the person: "haar man", "bij haar", "de huur van mijn moeder", "mijn moeders huur"."""
    uit: list[str] = []
    n = 0
    while n < len(woorden):
        woord, volgend = _kaal(woorden[n]), _kaal(woorden[n + 1]) if n + 1 < len(woorden) else ""
        vorig = _kaal(uit[-1]) if uit else ""
        if woord in _BEZIT and volgend.endswith("s") and _noemt(volgend[:-1].removesuffix("'"), derde):
            uit.append("mijn")
            n += 2
        elif woord in _BEZIT and _noemt(volgend, derde):
            _van_mij(uit)
            n += 2
        elif vorig == "bij" and woord in _BEZIT and volgend in _IEMAND:
            uit.append("familie")
            n += 2
        elif vorig == "bij" and woord in _BIJ_WIE_HELPT and volgend not in _VAN_WIE:
            uit.append("familie")
            n += 1
        elif woord in _BEZIT and volgend in _PARTNER | _IEMAND:
            uit.append(_HUN.strip())  # the helper's own brother is not the person's
            n += 1
        elif woord in _HAAR and zij != "hij":
            uit.append("mijn") if volgend in _VAN_WIE else _van_mij(uit)
            n += 1
        elif woord == "hem" and zij != "zij":
            _van_mij(uit)
            n += 1
        elif (
            woord in _ZIJN
            and zij != "zij"
            and volgend in _VAN_WIE
            and (woord != "zijn" or not uit or vorig in _OPEN)
        ):
            uit.append("mijn")
            n += 1
        else:
            uit.append(woorden[n])
            n += 1
    return uit


def _van_mij(uit: list[str]) -> None:
    """ "De huur van" + the person → "mijn huur"; otherwise "mij"."""
    if len(uit) >= 2 and _kaal(uit[-1]) == "van" and _kaal(uit[-2]) in _VAN_WIE:
        uit.pop()
        begin = len(uit) - 1
        while begin and _kaal(uit[begin - 1]) in _VAN_WIE:
            begin -= 1
        if begin and _kaal(uit[begin - 1]) in _LIDWOORD:
            uit[begin - 1] = "mijn"
        else:
            uit.insert(begin, "mijn")
    else:
        uit.append("mij")


def _voornaamwoorden(zij: str | None) -> frozenset[str]:
    return {"zij": _ZIJ, "hij": _HIJ}.get(zij or "", _ZIJ | _HIJ)


def _bezit_van(zij: str | None) -> frozenset[str]:
    return {"zij": _HAAR, "hij": _ZIJN}.get(zij or "", _HAAR | _ZIJN)


def _noemt(woord: str, derde: Derde) -> bool:
    return plat(_kaal(woord)) in derde.woorden


def _kaal(woord: str) -> str:
    return woord.lower().strip("\"'():")
