"""How the resident lives, and the rent, told in passing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld
from actions.lezen.vulwoorden import woordgroep

_HOE = (
    r"(?:(?:alleen|samen|zelfstandig|kleine?|grote?|mooie|oude|nieuwe|goedkope|dure|sociale|gewoon|eigen) )*"
)
_MET = r"(?:met (?:\w+ ){1,12}?)?"
_BEGIN = rf"(?:(?:woon|wonen|zit|leef|heb|hebben) {VUL}{_HOE}{_MET}|{VUL}{_HOE})?(?:(?:in|op) )?(?:(?:een|mijn|onze|ons|de) )?"
_BEGIN_ZONDER_EIGEN = _BEGIN.replace("|eigen", "")
_NA = r"(?=$|(?:en|met|zonder|van|voor|in|samen|alleen|waar|huur|bij|\d+) |, )"
_NAASTEN = "ouders|moeder|vader|zus|broer|oma|opa|tante|oom|familie|vrienden|vriend|vriendin|schoonouders|zoon|dochter"
_HUIS = "huis|huisje|flat|flatje|appartement|woning|eengezinswoning|studio"
_HUUR_HUIS = "huurhuis|huurwoning|huurflat|huurappartement|sociale huurwoning"
_SOORTEN: Mapping[str, tuple[str, ...]] = {
    "huur_zelfstandig": (
        rf"{IK}{_BEGIN_ZONDER_EIGEN}(?:{_HUUR_HUIS}) {_NA}",
        rf"{IK}(?:huur|huren) {VUL}{_HOE}{_MET}(?:een )?{_HOE}(?:{_HUIS}) {_NA}",
    ),
    "huur_kamer": (
        rf"{IK}(?:huur|huren) {VUL}{_HOE}(?:een )?{_HOE}(?:kamer|kamertje|studentenkamer) {_NA}",
        rf"{IK}(?:woon|zit|leef) {VUL}{_HOE}"
        rf"(?:op kamers|(?:in|op) een {_HOE}(?:kamer|kamertje|studentenkamer|studentenhuis)) {_NA}",
        r"^ (?:kamer|studentenkamer) (?=$)",
    ),
    "koop": (
        rf"{IK}{_BEGIN_ZONDER_EIGEN}(?:koophuis|koopwoning|koopflat) {_NA}",
        rf"{IK}(?:heb|hebben|woon|wonen) {VUL}{_HOE.replace('|eigen', '')}"
        rf"(?:in )?(?:een |ons |mijn |onze )?eigen (?:huis|woning|koopwoning|koophuis) {_NA}",
        rf"{IK}(?:heb|hebben) {VUL}(?:een )?hypotheek {_NA}",
    ),
    "inwonend": (
        rf"{IK}(?:woon|logeer|zit|wonen) {VUL}{_HOE}(?:thuis )?{_MET}bij (?:mijn |mn |onze |de )?(?:{_NAASTEN}) ",
        rf"^ (?:thuis )?bij (?:mijn|mn) (?:{_NAASTEN}) (?=$)",
        rf"{IK}(?:ben |woon )?{VUL}(?:inwonend|thuiswonend) {_NA}",
    ),
    "instelling": (
        rf"{IK}(?:woon|zit|verblijf) {VUL}{_HOE}in een (?:\w+ )?(?:instelling|verpleeghuis|verzorgingshuis) {_NA}",
        rf"{IK}woon {VUL}beschermd {_NA}",
    ),
    "geen": (
        rf"{IK}(?:ben )?{VUL}(?:dakloos|zwervend) {_NA}",
        rf"{IK}(?:leef|slaap|woon) {VUL}op straat (?=$)",
    ),
}
_PATRONEN = tuple((soort, re.compile(p)) for soort, patronen in _SOORTEN.items() for p in patronen)

_BEDRAG = r"(?P<n>\d{1,5}(?:\.\d\d)?) (?:euro )?"
_MAAND = r"(?:(?:per|in de|elke|iedere) maand |maandelijks |pm )?"
_HUUR = tuple(
    re.compile(patroon)
    for patroon in (
        rf"{IK}(?:betaal |heb |betalen )?{VUL}(?:de |mijn |onze |een )?(?:kale )?(?:huur|huurprijs|huurbedrag) "
        rf"{VUL}(?:is |van |bedraagt )?{VUL}(?:ongeveer )?{_BEDRAG}{_MAAND}(?:kaal )?(?=$|en )",
        rf"{IK}(?:betaal|betalen) {VUL}(?:een )?(?:kale )?"
        rf"(?:huur van )?{_BEDRAG}{_MAAND}(?:aan )?(?:kale )?huur {_MAAND}(?=$|en |voor )",
        rf"{IK}(?:betaal|betalen) {VUL}(?:een )?(?:kale )?huur van {_BEDRAG}{_MAAND}(?=$|en )",
        rf"^ {_BEDRAG}(?:kale )?huur {_MAAND}(?=$|en )",
        rf" (?:huur|huren) (?:\w+ ){{0,3}}(?:huis|flat|appartement|woning|studio|kamer) (?:voor|van) {_BEDRAG}{_MAAND}(?=$|en )",
        rf"{IK}(?:huur|huren) {VUL}voor {_BEDRAG}{_MAAND}(?=$|en )",
        rf"^ (?:huurhuis|huurwoning|huurflat) {_BEDRAG}(?:per maand|pm) (?=$|en )",
        rf" (?:huurhuis|huurwoning|huurflat) (?:van|voor|met (?:een )?(?:kale )?huur van) "
        rf"{_BEDRAG}(?:(?:kale )?huur )?{_MAAND}(?=$|en )",
        rf" huurhuis {_BEDRAG}(?:kale )?huur {_MAAND}(?=$|en )",
    )
)
_ANDERE_HUUR = woordgroep(
    "inclusief incl all allin warm servicekosten exclusief week weken weekly helft deel ieder achterstand verhoging gas licht "
    "waarde schuld hypotheek gekocht"
)


def lees(verteld: Verteld) -> Mapping[str, Any]:
    zinnen = list(verteld.van("ik"))
    soorten = {soort for zin in zinnen for soort, patroon in _PATRONEN if patroon.search(zin.tekst)}
    bedragen = {
        Decimal(m["n"])
        for zin in zinnen
        if _ANDERE_HUUR.isdisjoint(zin.tekst.split())
        for patroon in _HUUR
        if (m := patroon.search(zin.tekst))
    }
    uit: dict[str, Any] = {}
    if len(soorten) == 1:
        uit["woonsituatie"] = min(soorten)
    if len(bedragen) == 1 and 0 < min(bedragen) <= 20_000 and soorten <= {"huur_zelfstandig", "huur_kamer"}:
        uit["kale_huur"] = min(bedragen).quantize(Decimal("0.01"))
    return uit
