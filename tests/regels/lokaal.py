"""An invented gemeente with one scheme, and households, for the tests of local schemes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import Uitslag, bepaal
from actions.regels.lokaal.bouw import regelingen
from actions.regels.regeling import Regeling, Uitkomst
from content.lokaal.erven import los_op
from content.schema import Gemeente
from tests.regels.hulp import NIET, WEL, parameters

DAG = date(2026, 11, 20)
Feiten = Mapping[str, object]
Data = Mapping[str, Any]
NORM = {"van": "norm_bijstand_aow_als_aow", "procent": "120", "soort": "netto", "vakantiegeld": "met"} | {
    "kostendelersnorm": "telt_niet",
    "jonger_dan_21": "norm_21",
}
GEEN_GRENS: Data = {"inkomen": {"van": "geen"}, "vermogen": {"grens": "geen"}}
ALLEEN: Feiten = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [],
    "woonsituatie": "huur_zelfstandig",
    "medebewoners": [],
    "inkomen_soort": "loon",
    "netto_inkomen_maand": "1400.00",
    "vermogen_nu": "0.00",
}
PAAR: Feiten = {
    **ALLEEN,
    "partner": True,
    "leeftijd_partner": 40,
    "inkomen_soort_partner": "geen",
    "netto_inkomen_partner_maand": "0.00",
}


def data(**anders: Any) -> dict[str, Any]:
    """A scheme without a limit, in kind; `anders` on top."""
    return {
        "titel": "Proefregeling",
        "korte_titel": "proefregeling",
        "wat": "Dit is een proef.",
        "vorm": "hulp",
        **GEEN_GRENS,
        "aanvragen": {"bij": "de gemeente"},
        "bron": [{"naam": "Verordening", "url": "https://proefstad.example/v", "datum": date(2026, 1, 1)}],
        "zekerheid": "verzonnen",
        "eigenaar": "Team Inkomen",
        "nagekeken": date(2026, 6, 1),
        **anders,
    }


def proefstad(**schemes: Data) -> Mapping[str, Regeling]:
    """The rules of an invented gemeente."""
    return proefstad_met(regelingen=schemes)


def proefstad_met(**velden: object) -> Mapping[str, Regeling]:
    """The same, with these fields of its file (`content.schema.Gemeente`)."""
    gemeente = Gemeente.model_validate(
        {
            "slug": "proefstad",
            "naam": "Proefstad",
            "cbs_code": None,
            "provincie": "Proefland",
            "contact": {
                "telefoon": "14 0000",
                "openingstijden": "altijd",
                "adres": "Plein 1",
                "website": "https://proefstad.example",
            },
            **velden,
        }
    )
    return regelingen(los_op(gemeente, {}))


def uitslag(feiten: Feiten, regeling: Data, id_: str = "meedoenregeling", dag: date = DAG) -> Uitslag:
    catalogus = {**REGELINGEN, **proefstad(**{id_: regeling})}
    return bepaal(lees_feiten(feiten, dag), parameters(), dag, [id_], catalogus=catalogus)


def uitkomst(feiten: Feiten, regeling: Data, id_: str = "meedoenregeling", dag: date = DAG) -> Uitkomst:
    return uitslag(feiten, regeling, id_, dag).uitkomst(id_)


def codes(u: Uitkomst) -> set[str]:
    return {r.code for r in u.redenen}


@cache
def bedrag(naam: str, regeling: str = "bijstand") -> Decimal:
    return parameters().op(regeling, DAG)[naam]


def rond(grens: Decimal) -> tuple[tuple[Decimal, str], ...]:
    """The last cent that is low enough, and the first that is not."""
    onder = (grens * 100).to_integral_value(rounding="ROUND_FLOOR") / 100
    return (onder, WEL), (onder + Decimal("0.01"), NIET)


def met_norm(**anders: str) -> dict[str, Any]:
    return data(inkomen={**NORM, **anders})


def geld(*rijen: Data, **anders: Any) -> dict[str, Any]:
    return data(vorm="geld", **{"ritme": "jaar", **anders}, bedragen=list(rijen))


RIJEN: tuple[Data, ...] = (
    {"bedrag": "990.00", "huishouden": "paar", "met_kind": {"van": 12}},
    {"bedrag": "750.00", "huishouden": "paar"},
    {"bedrag": "675.00", "huishouden": "alleenstaande_ouder"},
    {"bedrag": "600.00", "huishouden": "alleenstaande", "leeftijd": {"van": 65}},
    {"bedrag": "525.00", "huishouden": "alleenstaande"},
    {"bedrag": "100.00", "per_kind": {"van": 4, "tot": 11}},
    {"bedrag": "200.00", "per_kind": {"van": 12}},
)
