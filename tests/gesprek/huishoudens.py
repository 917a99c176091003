"""Invented households for whole talks: complete, so that they can answer whatever is asked, with ways to change one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from actions.gesprek.groepen import GROEPEN
from actions.gesprek.vragen import VERMOGENS
from actions.regels.afleiden import NETTO_VAN
from actions.regels.feiten import BIJZONDERE_KOSTEN, INKOMEN_SOORTEN, WOONSITUATIES

WEET_NIET = "weet_niet"
KNOP = "knop"
"""Wealth is not typed, but the stretch that it lies in is clicked."""
_LEEFTIJDEN = (17, 18, 20, 22, 23, 27, 34, 41, 58, 61, 64, 66, 67, 68, 71, 80)
_JAREN = (0, 6_300, 12_000, 17_500, 21_000, 24_900, 28_000, 33_000, 41_000, 60_000, 120_000)
_MAANDEN = (400, 900, 1_300, 1_450, 1_800, 2_400, 3_600)
_VERMOGENS = (0, 500, 5_000, 7_900, 12_000, 16_500, 30_000, 39_000, 80_000, 150_000, 200_000)
_HUREN = (200, 430, 498, 600, 712, 899, 1_100)
_SITUATIE = GROEPEN["groep:situatie"]


@dataclass(frozen=True)
class Bewoner:
    """Who talks. `feiten`: the truth as JSON, as far as known. `zinnen`: how a question is answered when not in plain figures."""

    feiten: Mapping[str, Any]
    zinnen: Mapping[str, str] = field(default_factory=dict)


def bewoner(toeval: Random, vandaag: date) -> Bewoner:
    feiten: dict[str, Any] = {}
    een = Bewoner(feiten)
    for feit in ("leeftijd", "leeftijd_partner", "kinderen", "medebewoners", *_GEWOON):
        een = _met(een, feit, toeval, vandaag)
    for bruto in NETTO_VAN:
        een = _met_inkomen(een, bruto, toeval)
    return een


def veranderd(een: Bewoner, feit: str, toeval: Random, vandaag: date) -> Bewoner:
    """The same people with another answer to one question (and to what hangs on it)."""
    for _ in range(8):
        bruto = next((b for b, netto in NETTO_VAN.items() if feit in (b, netto)), None)
        anders = (
            _met(een, feit, toeval, vandaag)
            if bruto is None
            else _met_inkomen(een, bruto, toeval, netto=feit != bruto)
        )
        if anders.feiten.get(feit) != een.feiten.get(feit) or anders.zinnen != een.zinnen:
            return anders
    return een


def _met(een: Bewoner, feit: str, toeval: Random, vandaag: date) -> Bewoner:
    feiten = dict(een.feiten)
    if feit in ("leeftijd", "leeftijd_partner"):
        jongste = 18 if feit == "leeftijd_partner" else 17
        feiten[feit] = toeval.choice([jaren for jaren in _LEEFTIJDEN if jaren >= jongste])
        achter = "_partner" if feit == "leeftijd_partner" else ""
        feiten[f"geboortemaand{achter}"] = _soms_niet(_geboren(feiten[feit], toeval, vandaag), toeval)
    elif feit == "kinderen":
        feiten[feit] = [toeval.randint(0, 17) for _ in range(toeval.choice((0, 0, 1, 2, 3)))]
        feiten = dict(_met(Bewoner(feiten), "kinderen_geboortemaand", toeval, vandaag).feiten)
        feiten = dict(_met(Bewoner(feiten), "opvang", toeval, vandaag).feiten)
    elif feit in ("geboortemaand", "geboortemaand_partner"):
        leeftijd = feiten[feit.replace("geboortemaand", "leeftijd")]
        feiten[feit] = _soms_niet(_geboren(leeftijd, toeval, vandaag), toeval)
    elif feit == "kinderen_geboortemaand":
        maanden = [_geboren(jaren, toeval, vandaag) for jaren in feiten["kinderen"]]
        feiten[feit] = [_soms_niet(maand, toeval) for maand in maanden]
    elif feit == "opvang":
        gaan = [
            plaats for plaats, jaren in enumerate(feiten["kinderen"]) if jaren < 13 and toeval.random() < 0.5
        ]
        feiten[feit] = [
            {
                "kind": plaats,
                "soort": toeval.choice(("dagopvang", "bso", "gastouder")),
                "uren_maand": toeval.choice(("40", "80", "122")),
                "uurprijs": toeval.choice(("7.50", "9.00", "11.00")),
            }
            for plaats in gaan
        ]
    elif feit == "medebewoners":
        feiten[feit] = [_medebewoner(toeval, vandaag) for _ in range(toeval.choice((0, 0, 0, 1, 2)))]
    else:
        mogelijk = _GEWOON.get(feit, (True, False))
        feiten[feit] = toeval.choice(
            (*mogelijk, WEET_NIET) if feit not in _SITUATIE and toeval.random() < 0.3 else mogelijk
        )
        if feit in VERMOGENS:  # what was had in January is what is had now, as long as nothing else is said
            feiten |= dict.fromkeys(VERMOGENS, feiten[feit])
            zo = KNOP if toeval.random() < 0.5 else None
            return Bewoner(feiten, {**een.zinnen, **({} if zo is None else dict.fromkeys(VERMOGENS, zo))})
        if feit.startswith("inkomen_soort") and feiten[feit] == "geen":
            bruto = "inkomen_partner_jaar" if feit.endswith("partner") else "inkomen_jaar"
            return _met_inkomen(Bewoner(feiten, een.zinnen), bruto, toeval)
    return Bewoner(feiten, {vraag: zin for vraag, zin in een.zinnen.items() if vraag != feit})


def _medebewoner(toeval: Random, vandaag: date) -> dict[str, Any]:
    leeftijd = toeval.choice((18, 20, 22, 24, 40, 67))
    return {
        "leeftijd": leeftijd,
        "geboortemaand": _geboren(leeftijd, toeval, vandaag),
        "inkomen_jaar": toeval.choice(("0", "6300", "12000", "60000", WEET_NIET)),
        "relatie": toeval.choice(("kind", "ander", "ouder")),
        "studeert": toeval.random() < 0.3,
        "huurcontract": toeval.random() < 0.3,
    }


def _geboren(jaren: int, toeval: Random, vandaag: date) -> str:
    """A month of birth that fits an age."""
    maand = toeval.randint(1, 12)
    return f"{vandaag.year - jaren - (1 if maand > vandaag.month else 0)}-{maand:02}"


def _soms_niet(waarde: Any, toeval: Random) -> Any:
    return WEET_NIET if toeval.random() < 0.1 else waarde


_GEWOON: Mapping[str, tuple[Any, ...]] = {
    "partner": (True, False),
    "woonsituatie": ("huur_zelfstandig", "huur_zelfstandig", "huur_zelfstandig", *WOONSITUATIES),
    "kale_huur": tuple(str(huur) for huur in _HUREN),
    "vermogen": tuple(str(bedrag) for bedrag in _VERMOGENS),
    "vermogen_nu": tuple(str(bedrag) for bedrag in _VERMOGENS),
    "schulden_bedrag": ("0", "3000", "20000"),
    "overwaarde_woning": ("0", "40000", "90000"),
    "inkomen_soort": ("loon", "loon", *INKOMEN_SOORTEN),
    # Bijstand is of two together, and what it comes to is never asked.
    "inkomen_soort_partner": ("loon", "loon", *(soort for soort in INKOMEN_SOORTEN if soort != "bijstand")),
    "giften_jaar": ("0", "500", "2000"),
    "jaren_laag_inkomen": (0, 3, 5, 8),
    "werkloos_vanaf_leeftijd": (45, 52, 61),
    "bijzondere_kosten": ([], ["witgoed"], ["bril", "tandarts"], list(BIJZONDERE_KOSTEN[:2])),
    **dict.fromkeys(
        (
            "werkt", "werkt_partner", "gezamenlijke_huishouding", "aow_volledig", "ouders_dragen_bij", "medische_beperking",
            *_SITUATIE,
        ),
        (True, False),
    ),
}  # fmt: skip


def _met_inkomen(een: Bewoner, bruto: str, toeval: Random, *, netto: bool = False) -> Bewoner:
    """An income as people say it: the year, a gross or a net month, or not at all. Of who knows the year the month is not
    known: it follows.
    `netto`: the month is what was asked."""
    maand = NETTO_VAN[bruto]
    feiten = {naam: waarde for naam, waarde in een.feiten.items() if naam not in (bruto, maand)}
    zinnen = {vraag: zin for vraag, zin in een.zinnen.items() if vraag not in (bruto, maand)}
    worp = toeval.random()
    if feiten.get(f"inkomen_soort{'_partner' if 'partner' in bruto else ''}") == "geen":
        return Bewoner({**feiten, bruto: "0", maand: "0"}, zinnen)
    if netto or worp < 0.25:
        bedrag = str(toeval.choice(_MAANDEN))
        feiten |= {bruto: WEET_NIET, maand: bedrag}
        zinnen |= {bruto: f"{bedrag} netto per maand", maand: bedrag}
    elif worp < 0.4:
        per_maand = toeval.choice(_MAANDEN)
        feiten |= {bruto: str(per_maand * 12)}
        zinnen |= {bruto: f"{per_maand} bruto per maand inclusief vakantiegeld"}
    elif worp < 0.5:
        feiten |= {bruto: WEET_NIET}
    else:
        feiten |= {bruto: str(toeval.choice(_JAREN))}
    return Bewoner({maand: WEET_NIET, **feiten}, zinnen)
