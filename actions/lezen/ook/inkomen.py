"""What the resident lives on, told in passing; and an amount when it says itself what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from actions.lezen.ook.patroon import IK, VUL
from actions.lezen.ook.zinnen import Verteld

_NA = r"(?=$|(?:en|met|van|via|sinds|\d+) |, )"
_KRIJG = (
    rf"(?:(?:zit|zitten|heb|krijg|ontvang|leef|leven|hebben|krijgen) {VUL}(?:alleen )?)?"
    r"(?:(?:in|van) )?(?:(?:de|een|mijn) )?"
)
_UITKERING = r"(?: uitkering)?"
_SOORTEN: Mapping[str, tuple[str, ...]] = {
    "bijstand": (
        rf"{IK}{_KRIJG}(?:bijstand|bijstandsuitkering){_UITKERING} {_NA}",
        rf"{IK}(?:ben )?{VUL}bijstandsgerechtigd {_NA}",
    ),
    "ww": (rf"{IK}{_KRIJG}ww{_UITKERING} {_NA}",),
    "aow": (rf"{IK}{_KRIJG}aow{_UITKERING} (?=$|en |, )",),
    "ziekte_arbeidsongeschikt": (rf"{IK}{_KRIJG}(?:wia|wao|waz|iva|wga|ziektewet){_UITKERING} {_NA}",),
    "wajong": (rf"{IK}{_KRIJG}wajong{_UITKERING} {_NA}",),
    "anw": (rf"{IK}{_KRIJG}(?:anw|nabestaandenuitkering){_UITKERING} {_NA}",),
    "studiefinanciering": (rf"{IK}{_KRIJG}(?:studiefinanciering|stufi|studiebeurs) {_NA}",),
    "eigen_bedrijf": (
        rf"{IK}(?:ben|werk|als)? ?{VUL}(?:als )?(?:een )?(?:zzp|zzper|ondernemer|zelfstandige|zelfstandig ondernemer) {_NA}",
        rf"{IK}(?:heb|hebben) {VUL}(?:een )?eigen (?:bedrijf|zaak|bedrijfje) {_NA}",
    ),
    "loon": (
        rf"{IK}werk {VUL}(?:(?:fulltime|parttime|voltijd|deeltijd|\d+ uur(?: per week)?) )?(?=$|(?:en|bij|in|op|met) )",
        rf"{IK}(?:ben|werk) {VUL}in (?:vaste |loon)dienst {_NA}",
        rf"{IK}werk {VUL}in loondienst {_NA}",
        rf"{IK}(?:heb|hebben) {VUL}(?:een )?(?:vaste |parttime |fulltime )?baan {_NA}",
    ),
    "geen": (rf"^ (?:ik )?(?:heb )?{VUL}(?:geen|zonder) (?:inkomen|inkomsten) (?=$|en )",),
}
_PATRONEN = tuple((soort, re.compile(p)) for soort, patronen in _SOORTEN.items() for p in patronen)
_NAMEN: Mapping[str, frozenset[str]] = {
    "bijstand": frozenset({"bijstand", "bijstandsuitkering", "bijstandsgerechtigd", "participatiewet"}),
    "ww": frozenset({"ww", "werkloosheidsuitkering"}),
    "aow": frozenset({"aow"}),
    "ziekte_arbeidsongeschikt": frozenset(
        {"wia", "wao", "waz", "iva", "wga", "ziektewet", "arbeidsongeschikt", "ziek"}
    ),
    "wajong": frozenset({"wajong"}),
    "anw": frozenset({"anw", "nabestaandenuitkering"}),
    "studiefinanciering": frozenset({"studiefinanciering", "stufi", "studiebeurs", "duo"}),
    "eigen_bedrijf": frozenset(
        {"zzp", "zzper", "ondernemer", "zelfstandige", "bedrijf", "zaak", "bedrijfje", "freelance"}
    ),
    "loon": frozenset(
        {
            "werk",
            "werken",
            "loon",
            "baan",
            "bijbaan",
            "salaris",
            "loondienst",
            "uitzendbureau",
            "uitzendkracht",
        }
    ),
    "pensioen": frozenset({"pensioen", "gepensioneerd", "prepensioen"}),
    "alimentatie": frozenset({"alimentatie", "partneralimentatie"}),
}
"""A source that is named at all: with two of them, which one is the main one is not said."""
_ALS_ZELFSTANDIGE = re.compile(
    r" werk (?:\w+ ){0,2}als (?:een )?(?:zzp|zzper|ondernemer|zelfstandige|zelfstandig) "
)
_VRIJWILLIG = frozenset(
    {"vrijwilliger", "vrijwilligster", "vrijwilligerswerk", "stage", "mezelf", "zwart", "sociale"}
)
_STUDENT = re.compile(
    rf"{IK}(?:(?:ben {VUL}(?:een )?)?(?:student|studente)|studeer) (?=$|(?:en|met|zonder|aan|in|van) )"
)

_N = r"(?P<n>\d{1,6}(?:\.\d\d)?) (?:euro )?"
_WAT = r"(?:(?:verdien|krijg|ontvang|heb) |mijn |een )?(?:(?:inkomen|loon|salaris|uitkering) )?(?:is |van )?(?:ongeveer )?"
_BEDRAGEN = tuple(
    re.compile(patroon)
    for patroon in (
        rf"{IK}{VUL}{_WAT}{_N}(?P<soort>netto|bruto) (?:per|in de|elke|iedere) (?P<per>maand) (?=$|en )",
        rf"{IK}{VUL}{_WAT}{_N}(?P<soort>netto|bruto) (?:per|in een) (?P<per>jaar) (?=$|en )",
        rf"{IK}{VUL}{_WAT}{_N}(?:per|in de|elke) (?P<per>maand|jaar) (?P<soort>netto|bruto) (?=$|en )",
        rf"{IK}{VUL}{_WAT}(?P<soort>netto|bruto) {_N}(?:per|in de|elke) (?P<per>maand|jaar) (?=$|en )",
        rf"{IK}{VUL}{_WAT}(?P<soort>netto|bruto) (?:per|in de) (?P<per>maand|jaar) (?:is )?{_N}(?=$|en )",
    )
)
_WISSELT = frozenset({"altijd", "soms", "wisselt", "wisselend", "gemiddeld", "verschilt", "meestal", "elk"})
_GELD_ERBIJ = re.compile(
    r" (?:krijg|ontvang|verdien|alimentatie|toeslag|toeslagen|vakantiegeld|erbij|bijverdien\w*) "
)


def lees(verteld: Verteld) -> Mapping[str, Any]:
    zinnen = list(verteld.van("ik"))
    soorten = {soort for zin in zinnen for soort, patroon in _PATRONEN if patroon.search(zin.tekst)}
    uit: dict[str, Any] = {}
    if len(soorten) == 1 and _genoemd(verteld.heel) <= soorten and not verteld.noemt(_VRIJWILLIG):
        uit["inkomen_soort"] = min(soorten)
    if any(_STUDENT.search(zin.tekst) for zin in zinnen):
        uit["studeert"] = True
    return {**uit, **_bedrag(verteld)}


def _genoemd(heel: str) -> set[str]:
    if _ALS_ZELFSTANDIGE.search(heel):
        heel = heel.replace(" werk ", " ")
    woorden = heel.split()
    genoemd = {soort for soort, namen in _NAMEN.items() if not namen.isdisjoint(woorden)}
    los = any(
        woord == "uitkering" and not any(woorden[i - 1] in namen for namen in _NAMEN.values())
        for i, woord in enumerate(woorden)
    )
    return genoemd | ({"uitkering"} if los and genoemd else set())


def _bedrag(verteld: Verteld) -> Mapping[str, Any]:
    raak = [(zin, m) for zin in verteld.van("ik") for p in _BEDRAGEN if (m := p.search(zin.tekst))]
    if len({(m["n"], m["soort"], m["per"]) for _, m in raak}) != 1:
        return {}
    zin, m = raak[0]
    # Something more that comes in makes the amount a part.
    if verteld.noemt(_WISSELT) or _GELD_ERBIJ.search(verteld.heel.replace(zin.tekst.strip(), " ")):
        return {}
    bedrag = Decimal(m["n"]).quantize(Decimal("0.01"))
    if (m["soort"], m["per"]) == ("netto", "maand") and bedrag <= 20_000:
        return {"netto_inkomen_maand": bedrag}
    return {"inkomen_jaar": bedrag} if (m["soort"], m["per"]) == ("bruto", "jaar") else {}
