"""Which year's rules hold. A year counts only when every value a scheme needs is there with a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Final

from actions.regels.regeling import Leeftijdsgrenzen, Regeling, Uitkomst, Waarden
from content.parameters import Parameters


@dataclass(slots=True)
class Jaarregels:
    """A scheme's rules. They hold for a whole stretch of days (see `Parameters.tijdvak`), so they are looked up once for it."""

    jaar: Final[int]
    waarden: Final[Waarden]
    leeftijdsgrenzen: Final[Leeftijdsgrenzen]
    uitkomst: Final[Callable[..., Uitkomst]]
    """Makes an outcome: what is the same for every household is filled in."""
    eerder_jaar: Final[bool]
    """True when the year of the reference date is not complete yet and an earlier year's rules are used."""


def kies_jaar(parameters: Parameters, regeling: Regeling, peildatum: date) -> Jaarregels | None:
    """The rules of the year of `peildatum`, or of the last complete year of this scheme.

    None before the first complete year, and more than twelve months after the last one (contract section 2).
    """
    return parameters.eenmaal(_kies_jaar, regeling, parameters.tijdvak(peildatum))


def _kies_jaar(parameters: Parameters, regeling: Regeling, dag: date) -> Jaarregels | None:
    for datum in (dag, date(dag.year - 1, 12, 31)):
        nodig = _alle_nodige(parameters, regeling, datum)
        if nodig is not None:
            waarden = Waarden(regeling.id, datum, nodig, parameters)
            uitkomst = partial(
                Uitkomst,
                regeling.id,
                ritme=regeling.ritme,
                vorm=regeling.vorm,
                tot_en_met=regeling.tot_en_met,
                jaar=datum.year,
                uiterlijk=regeling.uiterlijk(dag.year),
            )
            grenzen = regeling.leeftijdsgrenzen(waarden)
            return Jaarregels(datum.year, waarden, grenzen, uitkomst, eerder_jaar=datum.year != dag.year)
    return None


def _alle_nodige(parameters: Parameters, regeling: Regeling, datum: date) -> Mapping[str, Decimal] | None:
    """All values the scheme needs on a date, or None when one, or a table, is missing."""
    if any(parameters.tabel(regeling.id, naam, datum) is None for naam in regeling.tabellen(datum.year)):
        return None
    gevonden: dict[str, Decimal] = {}
    per_eigenaar: dict[str, Mapping[str, Decimal]] = {}
    for naam in regeling.parameters(datum.year):
        eigenaar, _, kort = naam.rpartition(".")
        eigenaar = eigenaar or regeling.id
        if eigenaar not in per_eigenaar:
            per_eigenaar[eigenaar] = parameters.op(eigenaar, datum)
        waarde = per_eigenaar[eigenaar].get(kort)
        if waarde is None:
            return None
        gevonden[naam] = waarde
    return MappingProxyType(gevonden)
