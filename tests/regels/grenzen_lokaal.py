"""A scheme of a gemeente file as a test subject, and households that it is for: see `grenzen_gevallen` for the limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import bepaal
from actions.regels.lokaal import wet
from actions.regels.lokaal.bouw import regelingen
from actions.regels.regeling import Regeling, Uitkomst
from content.lokaal.erven import Lokaal
from content.lokaal.herkomst import Bron
from content.lokaal.regeling import Regelingdata
from content.lokaal.toets import Kinderen, Leeftijden
from content.vorm import ONBEKEND
from tests.regels.hulp import ONBEKEND as WEET_NIET
from tests.regels.hulp import WEL, parameters
from tests.regels.lokaal import DAG

D = Decimal
CENT, HONDERD = D("0.01"), D(100)
AOW = 67
"""In 2026."""
Feiten = dict[str, Any]
SOORTEN = ("alleenstaande", "alleenstaande_ouder", "paar")
GEEN_VOORWAARDE = frozenset(
    {
        "titel", "korte_titel", "wat", "vorm", "ritme", "tot_en_met", "landelijk_bedrag", "aanvragen", "bron", "zekerheid",
        "bron_bedragen", "zekerheid_bedragen", "eigenaar", "nagekeken", "geldig_van", "geldig_tot", "toelichting",
        "straks",
    }
)  # fmt: skip
"""Fields of a scheme that let nobody in or out, and change no amount between two people.

What holds later (`straks`) is a scheme of its own then: see test_lokaal_straks.py."""


@dataclass(frozen=True)
class Proef:
    """A scheme of one file, as it would hold were there no doubt about it."""

    id: str
    bestand: str
    data: Regelingdata
    regeling: Regeling

    def uitkomst(self, feiten: Feiten) -> Uitkomst:
        catalogus = {**REGELINGEN, self.id: self.regeling}
        return bepaal(lees_feiten(feiten, DAG), parameters(), DAG, [self.id], catalogus=catalogus).uitkomst(
            self.id
        )


def proeven(lokaal: Lokaal) -> Iterator[Proef]:
    for id_, een in lokaal.regelingen.items():
        data = zonder_twijfel(een.data)
        gewis = replace(lokaal, regelingen={id_: replace(een, data=data)})
        yield Proef(id_, een.bestand, data, regelingen(gewis)[id_])


def zonder_twijfel(data: Regelingdata) -> Regelingdata:
    """The same scheme with a source of today: what is in doubt decides nothing, and has no sides."""
    vandaag = Bron(naam="Verordening", url="https://proefstad.example/v", datum=DAG)
    return data.model_copy(
        update={
            "zekerheid": "een_bron",
            "zekerheid_bedragen": None,
            "bron": (vandaag,),
            "bron_bedragen": (),
            "geldig_van": None,
            "geldig_tot": None,
        }
    )


def voorwaarden(data: Regelingdata) -> frozenset[str]:
    """Every field that is filled in and sets a condition."""
    gevonden: set[str] = set()
    for naam in type(data).model_fields.keys() - GEEN_VOORWAARDE:
        waarde = getattr(data, naam)
        if naam == "bedragen":
            gevonden |= {f"bedragen.{p}" for rij in waarde for p in gezet(rij) - {"bedrag"}}
        elif naam in ("leeftijd", "kinderen", "eisen", "een_van") and waarde is not None:
            gevonden |= {f"{naam}.{p}" for p in gezet(waarde)}
        elif waarde is not None:
            gevonden.add(naam)
    return frozenset(gevonden)


def gezet(model: Any) -> set[str]:
    """Names of the fields with a value; of an age both ends that are there."""
    uit: set[str] = set()
    for naam in type(model).model_fields:
        waarde = getattr(model, naam)
        if waarde is None or waarde == "alle":
            continue
        uit |= {f"{naam}.{p}" for p in gezet(waarde)} if isinstance(waarde, Leeftijden | Kinderen) else {naam}
    return uit


# ---- a household that the scheme is for --------------------------------------------------------------------


def gezinnen(p: Proef) -> Iterator[tuple[str, Feiten]]:
    """Of each kind of household one that meets every known condition, under and from AOW age."""
    for soort in SOORTEN:
        kinderen = _kinderen(p.data, soort)
        if kinderen is None:
            continue
        for jaren in _leeftijden(wet.leeftijd(p.id, p.data)):
            feiten: Feiten = {
                "leeftijd": jaren,
                "partner": soort == "paar",
                "kinderen": kinderen,
                "medebewoners": [],
                "woonsituatie": "huur_zelfstandig",
                "inkomen_soort": "loon",
                "vermogen_nu": "0.00",
                "schulden_bedrag": "0.00",
                "ouders_dragen_bij": True,
                **inkomen(D(0)),
                **{feit: passend(waarde) for feit, waarde in _eisen(p)},
            }
            if p.data.jaren_laag_inkomen:
                feiten["jaren_laag_inkomen"] = "20"
            if soort == "paar":
                feiten |= {"leeftijd_partner": max(jaren, 18), "inkomen_soort_partner": "geen"}
                feiten |= {"netto_inkomen_partner_maand": "0.00", "inkomen_partner_jaar": "0.00"}
            yield soort, feiten


def _kinderen(data: Regelingdata, soort: str) -> list[int] | None:
    eis = data.kinderen or next(
        (r.per_kind for r in data.bedragen if r.per_kind and alleen_per_kind(data)), None
    )
    if soort == "alleenstaande":
        return None if eis else []
    if eis is None:
        return [8] if soort == "alleenstaande_ouder" else []
    van, tot = (grens if isinstance(grens, int) else None for grens in (eis.van, eis.tot))
    return [van if van is not None else tot if tot is not None else 8]


def alleen_per_kind(data: Regelingdata) -> bool:
    return bool(data.bedragen) and all(rij.per_kind for rij in data.bedragen)


def _leeftijden(eis: Leeftijden | None) -> list[int]:
    """One age under AOW age, from 21 if that can be, and one from it."""
    van, tot = (None, None) if eis is None else (eis.van, eis.tot)
    laagste = AOW if van == "aow" else van if isinstance(van, int) else 0
    hoogste = AOW - 1 if tot == "aow" else tot if isinstance(tot, int) else 120
    jong = [min(max(40, laagste), hoogste)] if laagste < AOW else []
    oud = [max(70, laagste)] if hoogste >= 70 else []
    return [*jong, *oud]


def _eisen(p: Proef) -> Iterator[tuple[str, Any]]:
    yield from wet.eisen(p.id, p.data).items()
    yield from wet.een_van(p.id, p.data).items()


def passend(waarde: object) -> Any:
    """An answer as it is asked for."""
    if isinstance(waarde, tuple):
        return [waarde[0]] if waarde[0] in KOSTEN else waarde[0]
    return True if waarde == ONBEKEND else waarde


KOSTEN = frozenset(
    {"witgoed", "inrichting", "verhuizing", "medisch", "bril", "tandarts", "dieet", "reiskosten", "anders"}
)
WONEN = ("huur_zelfstandig", "huur_kamer", "koop", "inwonend")


def onpassend(feit: str, waarde: object) -> Any:
    """An answer as it is not asked for; None when every answer is."""
    if isinstance(waarde, bool):
        return not waarde
    assert isinstance(waarde, tuple)
    if feit == "bijzondere_kosten":
        return []
    return next((w for w in WONEN if w not in waarde), None)


def inkomen(per_maand: Decimal) -> Feiten:
    """The same net and gross, so that it does not matter which of the two a gemeente means."""
    return {"netto_inkomen_maand": str(per_maand), "inkomen_jaar": str(per_maand * 12)}


# ---- what the data leave open ------------------------------------------------------------------------------


def open_gelaten(p: Proef, soort: str) -> bool:
    """Something that decides for these households is not known, so nobody gets a yes."""
    data = p.data
    leeftijd = data.leeftijd
    per_soort = [b for b in (data.inkomen.bedragen, data.inkomen.bedragen_aow, data.vermogen.bedragen) if b]
    waarden: list[object] = [
        data.inkomen.van,
        data.inkomen.procent if data.inkomen.van != "bedrag" else None,
        data.vermogen.grens,
        data.jaren_laag_inkomen,
        *((leeftijd.van, leeftijd.tot) if leeftijd else ()),
        *((data.kinderen.van, data.kinderen.tot) if data.kinderen else ()),
        *(data.eisen.gevraagd().values() if data.eisen else ()),
        *(getattr(b, soort) for b in per_soort),
    ]
    return ONBEKEND in waarden


def goed(p: Proef, soort: str) -> str:
    return WEET_NIET if open_gelaten(p, soort) else WEL
