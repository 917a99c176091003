"""A talk brought to each state in which a resident can say something else than an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.gesprek.praat import Praat

Huishouden = Mapping[str, Any]

HUISHOUDEN: Huishouden = {
    "leeftijd": 34,
    "partner": False,
    "kinderen": [8],
    "opvang": [],
    "inkomen_soort": "loon",
    "inkomen_jaar": "30000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650",
    "medebewoners": [],
    "vermogen": "1000",
}
MET_ZOON: Huishouden = {
    **HUISHOUDEN,
    "medebewoners": [{"relatie": "kind", "leeftijd": 20, "inkomen_jaar": "5000"}],
}
_MEESTE_BEURTEN = 60


def tot(praat: Praat, vraag: str, huishouden: Huishouden = HUISHOUDEN) -> Huishouden:
    """The whole check, until this question is open."""
    praat.klik("start")
    for _ in range(_MEESTE_BEURTEN):
        if praat.open is None:
            praat.klik("verder")
        elif praat.open[0] == vraag:
            return huishouden
        else:
            praat.antwoord(huishouden)
    raise AssertionError(f"{vraag} is not asked")


def _bevestiging(praat: Praat) -> Huishouden:
    tot(praat, "kale_huur")
    praat.zeg("stop")
    return HUISHOUDEN


def _tussendoor(praat: Praat) -> Huishouden:
    tot(praat, "inkomen_jaar")
    praat.zeg("450 per week")
    return HUISHOUDEN


def _grens(praat: Praat) -> Huishouden:
    tot(praat, "vermogen")
    praat.zeg("weet ik niet")
    return HUISHOUDEN


def _einde(praat: Praat) -> Huishouden:
    praat.tot_het_einde(HUISHOUDEN)
    return HUISHOUDEN


def _een_regeling_klaar(praat: Praat) -> Huishouden:
    praat.tot_het_einde(HUISHOUDEN, start="start:huurtoeslag")
    return HUISHOUDEN


def _vorig_jaar(praat: Praat) -> Huishouden:
    praat.vorig_jaar = True
    return tot(praat, "was_vorig_jaar_zelfde")


def _wijzigen(praat: Praat) -> Huishouden:
    tot(praat, "kale_huur")
    praat.klik("wijzig:kinderen")
    return HUISHOUDEN


def _verandering(praat: Praat, wat: str) -> Huishouden:
    praat.tot_het_einde(HUISHOUDEN)
    praat.klik_op("Er verandert iets in mijn leven")
    praat.klik_op(wat)
    return HUISHOUDEN


def _straks(praat: Praat, wat: str) -> Huishouden:
    _verandering(praat, wat)
    praat.klik_op("1 december 2026")
    return HUISHOUDEN


MET_VRAAG: Mapping[str, Callable[[Praat], Huishouden]] = {
    "getal": lambda praat: tot(praat, "leeftijd"),
    "ja_nee": lambda praat: tot(praat, "partner"),
    "keuze": lambda praat: tot(praat, "woonsituatie"),
    "lijst": lambda praat: tot(praat, "kinderen.leeftijd"),
    "lijst_van_mensen": lambda praat: tot(praat, "medebewoners.relatie", MET_ZOON),
    "bedrag": lambda praat: tot(praat, "kale_huur"),
    "vakjes": lambda praat: tot(praat, "groep:situatie"),
    "tussendoor": _tussendoor,
    "grens": _grens,
    "bevestiging": _bevestiging,
    "wijzigen": _wijzigen,
    "vorig_jaar": _vorig_jaar,
    "verandering_dag": lambda praat: _verandering(praat, "Samenwonen of trouwen"),
    "verandering_feit": lambda praat: _straks(praat, "Samenwonen of trouwen"),
    "verandering_inkomen": lambda praat: _straks(praat, "Meer verdienen"),
}
"""Each gives the household whose answers were given."""
ZONDER_VRAAG: Mapping[str, Callable[[Praat], Huishouden]] = {
    "begin": lambda _: HUISHOUDEN,
    "na_uitkomsten": _einde,
    "na_een_regeling": _een_regeling_klaar,
}
STATEN = {**MET_VRAAG, **ZONDER_VRAAG}
