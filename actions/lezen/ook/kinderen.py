"""Children under 18 at home, told in passing: their ages, or how many there are when they live with the resident."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.lezen.leeftijden import lees_leeftijden
from actions.lezen.ook.knippen import ANDEREN, ZOON_OF_DOCHTER
from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld
from actions.lezen.vorm import VOLWASSEN, Gelezen, Vraagvorm
from actions.lezen.vulwoorden import woordgroep

_MEESTE = 20
_MEERVOUD = woordgroep("kinderen kids kindjes zoons zonen dochters jongens meisjes")
_TWIJFEL = woordgroep(
    "ex coouder weekend weekenden pleegkind pleegkinderen stiefkinderen stiefkind kleinkind kleinkinderen volwassen uit "
    "uitwonend uitwonende kamers zwanger verwacht verwachten komst overleden hun ouderschap opvanghuis buitenland apart bijna "
    "wordt worden"
)
_NIET_HIER = re.compile(
    r" (?:wonen|woont|zijn|is) (?:niet|bij (?!mij |ons )|deels|soms) | (?:kinderen|kids) van (?:mijn|mn|haar|zijn|hun|de) "
)
_GEEN = re.compile(
    rf"{IK}(?:(?:woon|leef) alleen )?(?:heb |hebben )?{VUL}(?:geen|zonder) "
    r"(?:(?:thuiswonende|minderjarige|eigen) )?(?:kind|kinderen|kids) "
    r"(?:meer )?(?:thuis )?(?=$|en |in |met )|^ kinderloos (?=$)| alleen zonder (?:kinderen|kids) (?=$|en |in )"
)
_BIJ_MIJ = re.compile(
    r" (?:woon|wonen|leef) (?:\w+ ){0,3}?(?:met|samen) | alleen met "
    r"| (?:wonen|woont) (?:\w+ ){0,2}?(?:bij (?:mij|ons)|thuis|hier) "
    r"| alleenstaande (?:moeder|vader|ouder) | (?:thuiswonende|minderjarige|kleine|jonge|schoolgaande) "
)
"""Said so, the children live with the resident."""
_VAN_MIJ = re.compile(
    r" (?:heb|hebben|met|moeder van|vader van|ouder van|en) "
    r"(?:(?:ook|nog|samen|alleen|mijn|mn|onze|een|\d+) )*$"
)
_IN_REEKS = ZOON_OF_DOCHTER | woordgroep(
    "van en , een mijn mn jaar jr jaartje oud is zijn allebei beide maanden maand mnd weken leeftijd de andere eentje"
)
_NA = woordgroep(
    "in woon woont wonen huur heb ben zit krijg werk alleen samen thuis bij mij ons ook zonder maar op te"
)
_VAN_EEN_ANDER = (ANDEREN - {"moeder", "vader", "ouder"}) | {"iemand", "mensen", "ken", "gezin"}
"""Named before the children, these may be the ones whose they are."""
_MET_VRIEND = re.compile(r"(?<= met) (?:mijn|mn) (?:vriend|vriendin) en (?=(?:(?:onze|\d+) )*$)")
"""Who lives with a friend as a couple, lives with their children."""
_BIJVOEGLIJK = re.compile(r" (?:thuiswonende|kleine|jonge|minderjarige|schoolgaande)(?= )")
_KLEIN = {"zoontje": "zoon", "dochtertje": "dochter", "zonen": "zoons", "kindje": "kind"}
_GEWOON = re.compile(rf"\b(?:{'|'.join(_KLEIN)})\b")


@dataclass(frozen=True, slots=True)
class _Gehoord:
    """What was said of the resident's children."""

    aantallen: Sequence[int]
    leeftijden: Sequence[int]
    bij_mij: bool
    van_mij: bool
    geen: bool


def lees(verteld: Verteld) -> Mapping[str, Any]:
    """ "kinderen": the ages, with None for each one that was not said."""
    gehoord = _hoor(verteld)
    if gehoord is None:
        return {}
    if gehoord.geen:
        return {} if gehoord.aantallen or gehoord.leeftijden else {"kinderen": ()}
    return _samen(gehoord)


def genoemd(verteld: Verteld) -> int | None:
    """How many children the resident has, when neither their ages nor where they live was said."""
    gehoord = _hoor(verteld)
    if gehoord is None or gehoord.geen or gehoord.bij_mij or gehoord.leeftijden or not gehoord.van_mij:
        return None
    aantallen = set(gehoord.aantallen)
    return aantallen.pop() if len(aantallen) == 1 and max(aantallen) <= _MEESTE else None


def _hoor(verteld: Verteld) -> _Gehoord | None:
    """None when something makes it uncertain whose children they are, or where they live."""
    if verteld.noemt(_TWIJFEL) or _NIET_HIER.search(verteld.heel):
        return None
    geen = any(_GEEN.search(zin.tekst) for zin in verteld.van("ik"))
    aantallen, leeftijden, bij_mij, van_mij = list[int](), list[int](), False, False
    for zin in verteld.van("ik", "kind"):
        tekst = _BIJVOEGLIJK.sub("", zin.tekst)
        reeks = _reeks(tekst)
        if reeks is None or (geen and _GEEN.search(zin.tekst)):
            continue
        voor, deel, na = reeks
        voor = _MET_VRIEND.sub(" ", voor)
        if (na and na[0] not in _NA) or not _VAN_EEN_ANDER.isdisjoint(voor.split()):
            return None
        gelezen = _lees_reeks(deel)
        if gelezen is None:
            return None
        aantal, jaren = gelezen
        aantallen += [aantal] if aantal is not None else []
        leeftijden += jaren
        bij_mij |= bool(_BIJ_MIJ.search(zin.tekst))
        telt = re.match(r"(?:een|\d+) ", deel) or deel.split()[0] in _MEERVOUD
        van_mij |= (
            bool(_VAN_MIJ.search(voor)) or bool(telt and not voor.strip()) or " kinderen zijn " in f" {deel} "
        )
    over_anderen = [
        zin
        for zin in verteld.zinnen
        if zin.wie not in ("ik", "kind") and ZOON_OF_DOCHTER & set(zin.tekst.split())
    ]
    if over_anderen:
        return None
    return _Gehoord(aantallen, leeftijden, bij_mij, van_mij, geen)


def _samen(gehoord: _Gehoord) -> Mapping[str, Any]:
    aantallen, leeftijden, bij_mij = gehoord.aantallen, gehoord.leeftijden, gehoord.bij_mij
    if len(set(aantallen)) > 1 or any(jaar >= VOLWASSEN for jaar in leeftijden):
        return {}
    aantal = aantallen[0] if aantallen else None
    if leeftijden and aantal in (None, len(leeftijden)) and len(leeftijden) <= _MEESTE:
        return {"kinderen": tuple(leeftijden)} if gehoord.van_mij or bij_mij else {}
    if not leeftijden and aantal and bij_mij and aantal <= _MEESTE:
        return {"kinderen": (None,) * aantal}
    return {}


def _reeks(tekst: str) -> tuple[str, str, list[str]] | None:
    """What is said of children in a clause: the words before it, itself, and the words after it."""
    woorden = tekst.split()
    eerste = next((i for i, woord in enumerate(woorden) if woord in ZOON_OF_DOCHTER), None)
    if eerste is None:
        return None
    begin = eerste
    while begin and (woorden[begin - 1] in {"een", "mijn", "mn", "onze"} or woorden[begin - 1].isdecimal()):
        begin -= 1
    einde = eerste
    while einde < len(woorden) and (woorden[einde] in _IN_REEKS or woorden[einde].isdecimal()):
        einde += 1
    if einde < len(woorden) and woorden[einde] in {"#", "/", "-", "tot", "a", "+"}:
        return tekst, "#", []
    stuk = woorden[begin:einde]
    while stuk and stuk[-1] in {"en", ",", "een"}:
        stuk.pop()
    return " " + " ".join(woorden[:begin]) + " ", " ".join(stuk), woorden[einde:]


def _lees_reeks(deel: str) -> tuple[int | None, list[int]] | None:
    """How many are said, and their ages. None: not to be read."""
    if "#" in deel:
        return None
    woorden = deel.split()
    getallen = [plaats for plaats, woord in enumerate(woorden) if woord.isdecimal()]
    baby = {"baby", "babytje"} & set(woorden)
    if {"tweeling", "drieling"} & set(woorden) and len(getallen) != 1:
        return None  # of which of them an age is said is not certain
    telt = [p for p in getallen if p + 1 < len(woorden) and woorden[p + 1] in _MEERVOUD]
    if not baby and len(telt) == len(getallen):
        # Only how many: "2 kinderen", "2 zoons en een dochter", "mijn zoon".
        enkel = sum(woord in ZOON_OF_DOCHTER - _MEERVOUD for woord in woorden)
        meer = [woord for woord in woorden if woord in _MEERVOUD]
        if {"tweeling", "drieling"} & set(woorden) or len(meer) != len(telt):
            return (None, []) if not telt and not enkel else None
        aantal = sum(int(woorden[p]) for p in telt) + enkel
        return (aantal or None), []
    if len(telt) == 1 and telt[0] == 0 and len(ZOON_OF_DOCHTER & set(woorden)) == 1:
        aantal = int(woorden[0])
        gelezen = lees_leeftijden(Vraagvorm("leeftijden", aantal=aantal), " ".join(woorden[2:]))
    else:
        aantal = 0
        gelezen = lees_leeftijden(Vraagvorm("leeftijden"), _GEWOON.sub(lambda m: _KLEIN[m[0]], deel))
    if not isinstance(gelezen, Gelezen) or gelezen.vreemd:
        return None
    jaren = list(gelezen.waarde)
    return (aantal or None), jaren
