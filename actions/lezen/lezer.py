"""The readers' common form and the one door to them. See the package docstring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from actions.lezen.ander_bedrag import van_iets_anders
from actions.lezen.bedrag import lees_bedrag
from actions.lezen.bereik import lees_bereik
from actions.lezen.getal import lees_aantal, lees_leeftijd
from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.ja_nee import lees_ja_nee
from actions.lezen.keuze import lees_keuze
from actions.lezen.keuzes import lees_keuzes
from actions.lezen.leeftijden import lees_leeftijden
from actions.lezen.maand import lees_maand
from actions.lezen.vorm import (
    REDENEN_DUBBELZINNIG,
    REDENEN_NIET_GELEZEN,
    WEET_NIET,
    Dubbelzinnig,
    Gelezen,
    Lezing,
    NietGelezen,
    Periode,
    Soort,
    Uitslag,
    Vraagvorm,
)
from actions.lezen.wanneer import lees_wanneer
from actions.lezen.woorden import (
    MEESTE_TEKENS,
    MEESTE_VREEMD,
    Getal,
    delen,
    is_code,
    schoon,
    weet_niet_vreemd,
)

__all__ = [
    "REDENEN_DUBBELZINNIG",
    "REDENEN_NIET_GELEZEN",
    "Dubbelzinnig",
    "Gelezen",
    "Lezing",
    "NietGelezen",
    "Periode",
    "Soort",
    "Uitslag",
    "Vraagvorm",
    "is_van_iets_anders",
    "lees",
]


def _lees_datum(vorm: Vraagvorm, kaal: str) -> Uitslag:
    if vorm.vandaag is None:
        return NietGelezen("geen_antwoord")
    gelezen = lees_wanneer(kaal, vorm.vandaag, al=vorm.gebeurd)
    if isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, date):
        return replace(gelezen, waarde=gelezen.waarde.isoformat())
    return gelezen


_LEZERS: dict[Soort, Callable[[Vraagvorm, str], Uitslag]] = {
    "bedrag": lees_bedrag,
    "bedrag_of_bereik": lees_bereik,
    "aantal": lees_aantal,
    "leeftijd": lees_leeftijd,
    "leeftijden": lees_leeftijden,
    "ja_nee": lees_ja_nee,
    "keuze": lees_keuze,
    "keuzes": lees_keuzes,
    "maand": lees_maand,
    "datum": _lees_datum,
}


def lees(vorm: Vraagvorm, tekst: str) -> Gelezen | Dubbelzinnig | NietGelezen:
    """Read `tekst` as an answer of this form. Never raises, whatever the text.

    Longer than 500 characters is not read ("te_lang"), nor text that looks like code or markup ("geen_antwoord").
    """
    if len(tekst) > MEESTE_TEKENS:
        return NietGelezen("te_lang")
    kaal = schoon(tekst)
    if not kaal:
        return NietGelezen("leeg")
    # "< 5000" is how some people write "minder dan 5000".
    if is_code(kaal[1:] if vorm.soort == "bedrag_of_bereik" and kaal[0] in "<>" else kaal):
        return NietGelezen("geen_antwoord")
    uitslag = _LEZERS[vorm.soort](vorm, kaal)
    if not isinstance(uitslag, NietGelezen) and is_van_iets_anders(vorm, kaal):
        return NietGelezen("iets_anders")
    uitslag = _weet_niet(vorm, kaal, uitslag)
    if isinstance(uitslag, Gelezen) and uitslag.vreemd > MEESTE_VREEMD:
        return NietGelezen("geen_antwoord")
    return uitslag


def is_van_iets_anders(vorm: Vraagvorm, tekst: str) -> bool:
    """Does the text name an amount, and plainly one of something else than was asked?"""
    kaal = schoon(tekst)
    return vorm.waarvan is not None and van_iets_anders(vorm.waarvan, kaal.lower()) and _noemt_getal(kaal)


def _weet_niet(vorm: Vraagvorm, kaal: str, uitslag: Uitslag) -> Uitslag:
    """ "Weet ik niet" counts when nothing else was said: "weet niet precies, ongeveer 650" is 650."""
    stukken = delen(kaal)
    vreemd = weet_niet_vreemd(stukken)
    if vreemd is None:
        return uitslag
    if vorm.soort == "keuze":
        return uitslag if isinstance(uitslag, Gelezen | Dubbelzinnig) else Gelezen(WEET_NIET, vreemd)
    if vorm.soort == "keuzes":
        # With a choice named or "yes" said, this is no answer for the whole question.
        return Gelezen(WEET_NIET, vreemd) if uitslag == NietGelezen("geen_antwoord") else uitslag
    if vorm.soort == "ja_nee":
        ja = isinstance(uitslag, Dubbelzinnig) or (isinstance(uitslag, Gelezen) and uitslag.waarde is True)
        return uitslag if ja else Gelezen(WEET_NIET, vreemd)
    if not _noemt_getal(kaal):
        return Gelezen(WEET_NIET, vreemd)
    if isinstance(uitslag, Gelezen):
        return replace(uitslag, vreemd=max(0, uitslag.vreemd - _woorden_van_weet_niet(kaal)))
    return uitslag


def _noemt_getal(kaal: str) -> bool:
    return any(isinstance(deel, Getal) for deel in met_getalwoorden(delen(kaal)))


def _woorden_van_weet_niet(kaal: str) -> int:
    return sum(woord in {"weet", "niet", "idee", "geen", "zeker"} for woord in kaal.replace(",", " ").split())
