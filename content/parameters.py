"""Amounts of the law: dated, each with unit, source and confidence.

`laad_parameters` reads `content/parameters/*.yml`; the rules see only :class:`Parameters`, which does no I/O.
A value without a source, or with a confidence that may not decide (memory, missing, low), is not there for
the rules.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, TypeVarTuple

from content.parameterbestand import Bestand, ParameterFout, Periode, lees_bestanden

__all__ = ["ParameterFout", "Parameters", "Rijen", "Tabel", "Waarde", "laad_parameters"]

BESLISSEND = frozenset({"twee_bronnen", "een_bron", "afgeleid"})
"""The confidences with which a value may decide. The others stay in the file as a note for editors."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

Rijen = tuple[tuple[Decimal | None, Decimal], ...]
"""Income up to and including (None: any higher income) → percentage, from the lowest income up."""


@dataclass(frozen=True, slots=True)
class Waarde:
    """One amount of the law in one period."""

    regeling: str
    naam: str
    waarde: Decimal
    eenheid: str
    van: date
    tot: date
    artikel: str
    bronnen: tuple[str, ...]
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table of the law in one calendar year."""

    regeling: str
    naam: str
    rijen: Rijen
    van: date
    tot: date
    artikel: str
    bronnen: tuple[str, ...]
    zekerheid: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """All values that may decide. `versie` changes whenever any value, table or source does.

    Nothing in it changes, so what is worked out from it is kept in it (see `eenmaal`).
    """

    versie: str
    waarden: Mapping[str, tuple[Waarde, ...]]
    """Per scheme ("zorgtoeslag", "awir", …) all its dated values."""
    tabellen: Mapping[str, tuple[Tabel, ...]] = field(default_factory=dict)
    """Per scheme that has any, all its tables."""
    _gevonden: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def eenmaal(self, functie: Callable[[Parameters, *Ts], T], *argumenten: *Ts) -> T:
        """`functie(self, …)`, worked out once for these parameters.

        For what rests on nothing else, and with arguments of which there are few: with a date, its `tijdvak`.
        """
        sleutel = (functie, *argumenten)
        if sleutel not in self._gevonden:
            self._gevonden[sleutel] = functie(self, *argumenten)
        gevonden: T = self._gevonden[sleutel]
        return gevonden

    def tijdvak(self, datum: date) -> date:
        """The first day of the stretch around `datum`, within its year, in which no value and no table changes."""
        wissels = self.eenmaal(_wissels)
        plaats = bisect_right(wissels, datum)
        if plaats and wissels[plaats - 1].year == datum.year:
            return wissels[plaats - 1]
        return date(datum.year, 1, 1)

    def op(self, regeling: str, datum: date) -> Mapping[str, Decimal]:
        """The values of one scheme in force on `datum`: name → amount; names without a value are absent."""
        return self.eenmaal(_bedragen_op, regeling, self.tijdvak(datum))

    def waarde(self, regeling: str, naam: str, datum: date) -> Waarde | None:
        """One value in force on `datum` with its unit, article and sources; None when there is none then."""
        return self.eenmaal(_waarden_op, regeling, self.tijdvak(datum)).get(naam)

    def tabel(self, regeling: str, naam: str, datum: date) -> Rijen | None:
        """The rows in force on `datum`; None when there is no table then. Every income falls in one row."""
        for kandidaat in self.tabellen.get(regeling, ()):
            if kandidaat.naam == naam and kandidaat.van <= datum <= kandidaat.tot:
                return kandidaat.rijen
        return None


def _wissels(p: Parameters) -> tuple[date, ...]:
    """Every day on which a value or a table begins, or has just ended."""
    alle: list[Waarde | Tabel] = [w for reeks in p.waarden.values() for w in reeks]
    alle += [tabel for reeks in p.tabellen.values() for tabel in reeks]
    na = (x.tot + timedelta(days=1) for x in alle if x.tot < date.max)
    return tuple(sorted({*(x.van for x in alle), *na}))


def _waarden_op(p: Parameters, regeling: str, datum: date) -> Mapping[str, Waarde]:
    return MappingProxyType({w.naam: w for w in p.waarden.get(regeling, ()) if w.van <= datum <= w.tot})


def _bedragen_op(p: Parameters, regeling: str, datum: date) -> Mapping[str, Decimal]:
    return MappingProxyType({naam: w.waarde for naam, w in _waarden_op(p, regeling, datum).items()})


def laad_parameters(map: Path) -> Parameters:
    """Read every `*.yml` in `map`.

    Raises :class:`ParameterFout` with all faults at once (Dutch, each naming file and field): a wrong form, a
    number without quotes, an unknown source, a period that ends before it starts, two values for one day.
    """
    bestanden, bronnen = lees_bestanden(map)
    waarden = {bestand.regeling: _waarden(bestand) for bestand in bestanden}
    tabellen = {bestand.regeling: _tabellen(bestand) for bestand in bestanden if bestand.tabellen}
    return Parameters(versie=_versie(waarden, tabellen, bronnen), waarden=waarden, tabellen=tabellen)


def _waarden(bestand: Bestand) -> tuple[Waarde, ...]:
    gevonden = [
        _waarde(bestand.regeling, naam, parameter.eenheid, periode)
        for naam, parameter in bestand.waarden.items()
        for periode in parameter.alle_perioden()
        if periode.zekerheid in BESLISSEND
    ]
    return tuple(sorted(gevonden, key=lambda w: (w.naam, w.van)))


def _waarde(regeling: str, naam: str, eenheid: str, periode: Periode) -> Waarde:
    assert periode.waarde is not None, "the schema refuses a deciding value without an amount"
    return Waarde(
        regeling=regeling,
        naam=naam,
        waarde=periode.waarde,
        eenheid=eenheid,
        van=periode.van,
        tot=periode.tot,
        artikel=periode.artikel,
        bronnen=tuple(periode.bron),
        zekerheid=periode.zekerheid,
    )


def _tabellen(bestand: Bestand) -> tuple[Tabel, ...]:
    gevonden = [
        Tabel(
            regeling=bestand.regeling,
            naam=naam,
            rijen=van_jaar.rijen,
            van=date(int(jaar), 1, 1),
            tot=date(int(jaar), 12, 31),
            artikel=van_jaar.artikel,
            bronnen=van_jaar.bron,
            zekerheid=van_jaar.zekerheid,
        )
        for naam, tabel in bestand.tabellen.items()
        for jaar, van_jaar in tabel.jaren.items()
        if van_jaar.zekerheid in BESLISSEND
    ]
    return tuple(sorted(gevonden, key=lambda t: (t.naam, t.van)))


def _versie(
    waarden: Mapping[str, tuple[Waarde, ...]],
    tabellen: Mapping[str, tuple[Tabel, ...]],
    bronnen: Mapping[str, str],
) -> str:
    """Twelve hexadecimal digits over everything that decides, and over where it comes from."""
    samenvatting = hashlib.sha256()
    for regeling in sorted(waarden):
        for w in waarden[regeling]:
            titels = tuple(bronnen[sleutel] for sleutel in w.bronnen)
            samenvatting.update(
                repr((regeling, w.naam, str(w.waarde), w.eenheid, str(w.van), str(w.tot))).encode()
            )
            samenvatting.update(repr((w.artikel, w.bronnen, titels, w.zekerheid)).encode())
    for regeling in sorted(tabellen):
        for t in tabellen[regeling]:
            titels = tuple(bronnen[sleutel] for sleutel in t.bronnen)
            rijen = tuple((str(grens), str(deel)) for grens, deel in t.rijen)
            samenvatting.update(repr((regeling, t.naam, rijen, str(t.van), str(t.tot))).encode())
            samenvatting.update(repr((t.artikel, t.bronnen, titels, t.zekerheid)).encode())
    return samenvatting.hexdigest()[:12]
