"""Which year's rules hold. A year counts only when every value a scheme needs is there with a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from actions.regels.regeling import Regeling, Waarden
from content.parameters import Parameters


@dataclass(slots=True)
class Jaarregels:
    jaar: Final[int]
    waarden: Final[Waarden]
    eerder_jaar: Final[bool]
    """True when the year of the reference date is not complete yet and an earlier year's rules are used."""


def kies_jaar(parameters: Parameters, regeling: Regeling, peildatum: date) -> Jaarregels | None:
    """The rules of the year of `peildatum`, or of the last complete year of this scheme.

    None before the first complete year, and more than twelve months after the last one (contract section 2).
    """
    waarden = volledig(parameters, regeling, peildatum)
    if waarden is not None:
        return Jaarregels(peildatum.year, waarden, eerder_jaar=False)
    vorig = date(peildatum.year - 1, 12, 31)
    waarden = volledig(parameters, regeling, vorig)
    return None if waarden is None else Jaarregels(vorig.year, waarden, eerder_jaar=True)


def volledig(parameters: Parameters, regeling: Regeling, datum: date) -> Waarden | None:
    """All values the scheme needs on a date, or None when one, or a table, is missing."""
    gevonden = parameters.eenmaal(_alle_nodige, regeling, parameters.tijdvak(datum))
    return None if gevonden is None else Waarden(regeling.id, datum, gevonden, parameters)


def _alle_nodige(parameters: Parameters, regeling: Regeling, datum: date) -> Mapping[str, Decimal] | None:
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
