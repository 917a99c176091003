"""The resident's own age and that of the partner, told in passing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld

_JONGSTE = 12
"""Below this "ik ben 3 jaar ..." is not how old somebody is who does this check."""
_OUDSTE = 120
_NA = r"(?=$|(?:en|met|zonder|woon|huur|heb|zit|krijg|werk|verdien|maar) )"
_JAAR = r"(?P<n>\d{1,3}) (?:(?:jaar|jr|j|jarige) )?(?:oud |jong |geworden )?"
_WIE = r"(?:alleenstaande )?(?:man|vrouw|moeder|vader|ouder|student|studente|weduwe|weduwnaar|persoon)"
_ZELF = tuple(
    re.compile(patroon)
    for patroon in (
        rf"{IK}ben {VUL}{_JAAR}{_NA}",
        rf"{IK}(?:ben )?{VUL}(?:een )?{_WIE} (?:van )?{_JAAR}{_NA}",
        rf"{IK}(?:ben )?{VUL}(?:een )?(?P<n>\d{{1,3}}) ?jarige {_WIE} ",
        rf"^ (?:mijn )?leeftijd (?:is )?{VUL}{_JAAR}{_NA}",
        rf"^ (?P<n>\d{{1,3}}) (?:jaar|jr) (?:oud|jong) {_NA}",
        rf"{IK}ben {VUL}[a-z]+ en (?P<n>\d{{2,3}}) (?:(?:jaar|jr) )?(?:oud )?$",
    )
)
_BEGIN = re.compile(rf"^ (?P<n>\d{{1,3}}) (?:jaar|jr|j) {_NA}")
"""How a story begins: "34 jaar, woon alleen". Further on it may be how long something lasts, or someone else's age."""
_PARTNER = re.compile(
    rf"(?:^| met | en )(?: ?)(?:mijn|mn) (?:man|vrouw|partner|echtgenoot|echtgenote) (?:is |van )?{VUL}{_JAAR}"
    r"(?=$|(?:en|met|zonder|in|heeft|werkt|zit|krijgt) )"
)


def lees(verteld: Verteld) -> Mapping[str, Any]:
    zelf, partner = set[int](), set[int]()
    for zin in verteld.van("ik"):
        for patroon in _ZELF:
            zelf |= {int(m["n"]) for m in [patroon.search(zin.tekst)] if m}
        if zin.eerste and (m := _BEGIN.search(zin.tekst)):
            zelf.add(int(m["n"]))
    for zin in verteld.van("ik", "partner"):
        partner |= {int(m["n"]) for m in [_PARTNER.search(zin.tekst)] if m}
    uit: dict[str, Any] = {}
    if len(zelf) == 1 and _JONGSTE <= min(zelf) <= _OUDSTE:
        uit["leeftijd"] = min(zelf)
    if len(partner) == 1 and 18 <= min(partner) <= _OUDSTE:
        uit["leeftijd_partner"] = min(partner)
    return uit
