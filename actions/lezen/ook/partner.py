"""Whether the resident has a partner, told in passing. Only living together is not enough to be one for the toeslagen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld
from actions.lezen.vulwoorden import woordgroep

_GEHUWDE = r"(?:mijn|mn) (?:man|vrouw|echtgenoot|echtgenote)"
_KINDEREN = (
    r"(?:(?:mijn|mn|onze|een|\d+) )?(?:\w+ )?"
    r"(?:zoon|dochter|kind|kinderen|kids|kindjes|zoontje|dochtertje|zoons|dochters|baby|tweeling)"
)
_NA_STAAT = r"(?=$|(?:en|met|zonder|in|moeder|vader|ouder|vrouw|man|student|van \d+|\d+) )"
_JAREN = r"(?:(?:al )?\d+ (?:jaar|jr) )?"
_GEEN = tuple(
    re.compile(patroon)
    for patroon in (
        rf"{IK}(?:woon|leef|wonen) {VUL}(?:helemaal )?alleen (?=$|(?:en|zonder) |(?:in|op) (?:een|mijn|de) (?!weekend|week)"
        rf"|met {_KINDEREN}\b|met (?:mijn|mn) (?:moeder|vader|ouders|zus|broer|hond|kat) )",
        rf"{IK}(?:(?:ben|zijn|als) )?{VUL}{_JAREN}(?:een )?"
        rf"(?:alleenstaande?|alleenwonend|single|vrijgezel|gescheiden|weduwe|weduwnaar) {_NA_STAAT}",
        rf"{IK}(?:ben )?{VUL}alleen met {_KINDEREN}\b",
        r"^(?: ik)?(?: heb)? (?:geen|zonder) partner (?=$|en |met )",
    )
)
_WEL = tuple(
    re.compile(patroon)
    for patroon in (
        rf"{IK}(?:(?:ben|zijn) )?{VUL}{_JAREN}(?:getrouwd|gehuwd) (?=$|(?:en|met|zonder|in|sinds) )",
        rf"{IK}(?:heb|hebben) {VUL}(?:een )?(?:geregistreerd partnerschap|samenlevingscontract) (?=$|en |met )",
        rf"{IK}(?:woon|wonen|leef|leven) {VUL}(?:alleen |samen )*(?:(?:in|op) een \w+ )?(?:samen )?met {_GEHUWDE} ",
        rf"^ samen met {_GEHUWDE} ",
        rf"{IK}(?:en )?{_GEHUWDE} (?:en ik )?(?:wonen|hebben|zijn|huren) ",
    )
)
_VAN_HEM = re.compile(rf"^ {_GEHUWDE} (?:is|van|werkt|heeft|zit|krijgt|verdient|ontvangt|\d+) ")
_TWIJFEL = woordgroep(
    "ex exman exvrouw hertrouwd samenwonend samenwonen samenwoon vriend vriendin verloofd lat latrelatie overleden "
    "verpleeghuis buitenland apart elkaar scheiden scheiding gevangenis detentie relatie weg weggelopen opvanghuis"
)
_ELDERS = re.compile(
    rf" {_GEHUWDE} (?:woont|is|zit) (?:\w+ ){{0,2}}?(?:niet|ergens|elders|ander|andere|weg) "
)
_ANDERS_SAMEN = re.compile(
    rf" samen (?!met {_KINDEREN}\b|met (?:mijn|mn) (?:moeder|vader|ouders|zus|broer) )"
)


def lees(verteld: Verteld) -> Mapping[str, Any]:
    wel = any(p.search(zin.tekst) for zin in verteld.van("ik") for p in _WEL)
    wel = wel or any(_VAN_HEM.search(zin.tekst) for zin in verteld.van("partner"))
    geen = any(p.search(zin.tekst) for zin in verteld.van("ik") for p in _GEEN)
    if wel == geen or verteld.noemt(_TWIJFEL):
        return {}
    if wel and _ELDERS.search(verteld.heel):
        return {}
    if geen and verteld.noemt(frozenset({"getrouwd", "gehuwd"})):
        return {}
    if geen and (_ANDERS_SAMEN.search(verteld.heel) or re.search(rf" {_GEHUWDE} ", verteld.heel)):
        return {}
    return {"partner": wel}
