"""Reading any number of choices: the labels that were ticked, or what somebody typed instead.

What is denied is never read as chosen. Where it is not clear what is meant and what is denied, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.ja_nee import ZWAK_JA, zegt_ja, zegt_nee
from actions.lezen.keuze import label
from actions.lezen.keuzes_oordeel import NIETS, lees_zinnen, op_volgorde
from actions.lezen.keuzes_zin import deelzinnen, genummerd, half_ontkend, ontkent
from actions.lezen.vorm import Dubbelzinnig, Gelezen, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import (
    ALLE_KEUZES,
    BEIDE,
    EEN_PAAR,
    GEEN_ENKELE,
    JA_NEE,
    KEUZES,
    woordgroep,
)
from actions.lezen.woorden import Deel, Getal, Rommel, delen, schoon, teksten, tel_vreemd, weet_niet_vreemd

_NVT = re.compile(r"(?<!\w)n\.?v\.?t(?!\w)\.?|niet van toepassing")
_VRAAGWOORD = woordgroep("wat hoe hoeveel waarom wanneer waar welke wie hoezo telt valt geldt")
_VRAAGT = woordgroep("krijg mag kan")
_BIJNA_GEEN = woordgroep("zonder amper nauwelijks noch")
_ZWAK_JA = ZWAK_JA - {"waar", "zo"}


def lees_keuzes(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """The choices named, in the order of the question; `()` for "none of these"."""
    aangevinkt = _aangevinkt(vorm, kaal)
    if aangevinkt:
        return (
            Gelezen(op_volgorde(vorm, next(iter(aangevinkt))), 0)
            if len(aangevinkt) == 1
            else NietGelezen("welke")
        )
    kaal = _NVT.sub("niets", kaal)
    zinnen = deelzinnen(vorm, kaal)
    if not any(zin.keuzes for zin in zinnen):
        nummers = genummerd(vorm, kaal)
        if nummers is None:
            return _zonder_keuze(vorm, kaal)
        zinnen = nummers
    elif weet_niet_vreemd(delen(kaal)) is not None:
        return NietGelezen("wel_of_niet")
    if _is_vraag(kaal):
        return NietGelezen("geen_antwoord")
    return lees_zinnen(vorm, zinnen)


def _aangevinkt(vorm: Vraagvorm, kaal: str) -> set[frozenset[str]]:
    """The sets of choices whose labels, joined by ", ", are exactly this text. A label may have a comma itself."""
    labels = [(schoon(label(vorm, waarde)), waarde) for waarde in vorm.keuzes]
    manieren: dict[int, set[frozenset[str]]] = {0: {frozenset()}}
    for plaats in range(len(kaal)):
        for tekst, waarde in labels:
            einde = plaats + len(tekst)
            if plaats in manieren and tekst and kaal.startswith(tekst, plaats):
                if einde == len(kaal):
                    volgend = einde
                elif kaal.startswith(", ", einde):
                    volgend = einde + 2
                else:
                    continue
                manieren.setdefault(volgend, set()).update(eerder | {waarde} for eerder in manieren[plaats])
    return manieren.get(len(kaal), set())


def _is_vraag(kaal: str) -> bool:
    """ "Valt een bril er ook onder?" asks something."""
    woorden = kaal.rstrip("?!. ").split()
    if kaal.endswith("?") or not woorden or woorden[0] in _VRAAGWOORD:
        return True
    return len(woorden) > 2 and woorden[0] in _VRAAGT and woorden[1] == "ik" and not ontkent(woorden[2])


def _zonder_keuze(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """No choice is named: none of them, all of them, or yes without saying which?"""
    stukken = delen(kaal)
    woorden = [woord for woord in teksten(stukken) if woord]
    ja, nee = any(zegt_ja(woord) for woord in woorden), any(zegt_nee(woord) for woord in woorden)
    if kaal.endswith("?") or not woorden:
        return _welke_van(vorm, stukken)
    if ja and nee:
        return Dubbelzinnig((), "ja_en_nee")
    vreemd = tel_vreemd(stukken, KEUZES | JA_NEE | EEN_PAAR | vorm.vulwoorden | _van_ja_en_nee(woorden))
    if {"betalen", "opbrengen"} & set(woorden):
        # "Ik kan niks betalen" is not "none of these".
        return NietGelezen("welke" if vreemd <= 1 else "geen_antwoord")
    if (ALLE_KEUZES | BEIDE) & set(woorden):
        return _alles(vorm, stukken, nee)
    if any(ontkent(woord) or woord in NIETS for woord in woorden):
        past = (
            not half_ontkend(woorden)
            and not _BIJNA_GEEN & set(woorden)
            and _alleen(GEEN_ENKELE - ALLE_KEUZES | vorm.vulwoorden, stukken, woorden)
        )
        return Gelezen((), 0) if past else NietGelezen("geen_antwoord")
    if nee:
        return Gelezen((), vreemd)
    if ja or (_ZWAK_JA | EEN_PAAR) & set(woorden):
        return NietGelezen("welke" if vreemd <= 1 else "geen_antwoord")
    return _welke_van(vorm, stukken)


def _van_ja_en_nee(woorden: Sequence[str]) -> frozenset[str]:
    return frozenset(woord for woord in woorden if zegt_ja(woord) or zegt_nee(woord)) | NIETS


def _alleen(mag: frozenset[str], stukken: Sequence[Deel], woorden: Sequence[str]) -> bool:
    """Are there only these words, words for yes, no and none, and no numbers?"""
    if any(isinstance(deel, Getal | Rommel) for deel in stukken):
        return False
    mag |= _van_ja_en_nee(woorden)
    return all(woord in mag or ontkent(woord) for woord in woorden)


def _alles(vorm: Vraagvorm, stukken: Sequence[Deel], nee: bool) -> Uitslag:
    """ "Allemaal", "alle drie" of three, "allemaal niet"."""
    getoond = tuple(vorm.keuzes)[: vorm.getoond]
    getallen = [deel for deel in met_getalwoorden(stukken) if isinstance(deel, Getal) and deel.tekst != "een"]
    zonder = [deel for deel in met_getalwoorden(stukken) if deel not in getallen]
    over = [woord for woord in teksten(zonder) if woord]
    if not _alleen((GEEN_ENKELE | ALLE_KEUZES | BEIDE | vorm.vulwoorden) - {"bijna"}, zonder, over):
        return NietGelezen("geen_antwoord")
    klopt = len(getallen) <= 1 and all(getal.waarde == len(getoond) for getal in getallen)
    if not klopt or (BEIDE & set(over) and len(getoond) != 2):
        return NietGelezen("welke")
    alle = max(plaats for plaats, woord in enumerate(over) if woord in ALLE_KEUZES | BEIDE)
    ontkend = [plaats for plaats, woord in enumerate(over) if ontkent(woord) or woord in NIETS]
    if ontkend:
        # "Niets van dit alles" and "allemaal niet" are none; "niet allemaal" is not.
        geen = alle < max(ontkend) or "van" in over[max(ontkend) : alle]
        return Gelezen((), 0) if geen else NietGelezen("welke")
    # "Van alles" is much, not all of these.
    return NietGelezen("welke") if nee or "van" in over[:alle] else Gelezen(getoond, 0)


def _welke_van(vorm: Vraagvorm, stukken: Sequence[Deel]) -> Uitslag:
    """ "Twee" and "1-3" say something about the choices, but not which."""
    getoond = list(vorm.keuzes)[: vorm.getoond]
    alles = met_getalwoorden(stukken)
    getallen = [deel for deel in alles if isinstance(deel, Getal)]
    past = all(getal.waarde in range(1, len(getoond) + 1) for getal in getallen)
    vreemd = tel_vreemd(alles, KEUZES | vorm.vulwoorden)
    return NietGelezen("welke" if getallen and past and not vreemd else "geen_antwoord")
