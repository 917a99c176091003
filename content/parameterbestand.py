"""The form of the files in `content/parameters/`, and the faults an editor can make in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from content.bestanden import lees
from content.fouten import InhoudFout, uit_validatie
from content.vorm import Model, getal

Eenheid = Literal[
    "euro",
    "euro_per_jaar",
    "euro_per_kwartaal",
    "euro_per_maand",
    "euro_per_dag",
    "euro_per_uur",
    "procent",
    "factor",
    "jaartal",
    "jaren",
    "maanden",
    "weken",
    "dagen",
    "maand_en_dag",
    "dag_van_de_maand",
    "uren_per_maand",
    "euro_per_euro",
    "euro_per_euro2",
]
Zekerheid = Literal["twee_bronnen", "een_bron", "afgeleid", "geheugen", "laag", "ontbreekt"]

_Jaar = Annotated[str, Field(pattern=r"^20\d\d$")]
_Naam = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]

BRONNENBESTAND = "bronnen.yml"


class ParameterFout(ValueError):
    """The parameter files hold faults; `fouten` names each with file and field, in Dutch."""

    def __init__(self, fouten: Iterable[str]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(self.fouten))


class Bron(Model):
    titel: str = Field(min_length=1)
    soort: str = Field(min_length=1)


class _Herkomst(Model):
    """Where something comes from, and how sure that is."""

    artikel: str = Field(min_length=1)
    bron: tuple[str, ...]
    zekerheid: Zekerheid
    toelichting: str | None = None


def _genoeg_bronnen(herkomst: _Herkomst) -> None:
    nodig = {"twee_bronnen": 2, "een_bron": 1, "afgeleid": 1}.get(herkomst.zekerheid, 0)
    if len(set(herkomst.bron)) < nodig:
        raise ValueError(
            f"zekerheid '{herkomst.zekerheid}' vraagt {nodig} bron(nen), er staan er {len(herkomst.bron)}"
        )


class Jaarwaarde(_Herkomst):
    """A value with where it comes from. No amount (null) only when the confidence says it is not there."""

    waarde: Annotated[Decimal | None, BeforeValidator(getal)]

    @model_validator(mode="after")
    def _beslist_alleen_met_bron(self) -> Jaarwaarde:
        if self.zekerheid == "ontbreekt":
            if self.waarde is not None:
                raise ValueError("er staat een waarde, maar de zekerheid is 'ontbreekt'")
        elif self.waarde is None:
            raise ValueError("de waarde is leeg; kies dan zekerheid 'ontbreekt'")
        _genoeg_bronnen(self)
        return self


class Periode(Jaarwaarde):
    """A value from one day up to and including another."""

    van: date
    tot: date

    @model_validator(mode="after")
    def _loopt_vooruit(self) -> Periode:
        if self.tot < self.van:
            raise ValueError(f"de periode eindigt ({self.tot}) voordat hij begint ({self.van})")
        return self


class Parameter(Model):
    """One name: per calendar year, or per period when it changes within a year."""

    eenheid: Eenheid
    uitleg: str = Field(min_length=1)
    jaren: dict[_Jaar, Jaarwaarde] = Field(default_factory=dict)
    perioden: tuple[Periode, ...] = ()

    def alle_perioden(self) -> Iterator[Periode]:
        """Years as periods from 1 January up to and including 31 December, then the periods themselves."""
        for jaar, waarde in self.jaren.items():
            velden = {naam: getattr(waarde, naam) for naam in Jaarwaarde.model_fields}
            yield Periode(**velden, van=date(int(jaar), 1, 1), tot=date(int(jaar), 12, 31))
        yield from self.perioden

    @model_validator(mode="after")
    def _een_waarde_per_dag(self) -> Parameter:
        reeks = sorted(self.alle_perioden(), key=lambda p: p.van)
        if not reeks:
            raise ValueError("er staat geen enkel jaar en geen enkele periode")
        for eerder, later in pairwise(reeks):
            if later.van <= eerder.tot:
                raise ValueError(f"op {later.van} gelden twee waarden")
        return self


Rij = tuple[Annotated[Decimal | None, BeforeValidator(getal)], Annotated[Decimal, BeforeValidator(getal)]]
"""Up to and including this income (empty: any higher income) → this percentage."""


class Jaartabel(_Herkomst):
    """The rows of one year, from the lowest income up; the last row has no upper bound."""

    rijen: tuple[Rij, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _dekt_elk_inkomen_een_keer(self) -> Jaartabel:
        if self.rijen[-1][0] is not None:
            raise ValueError("de laatste rij geldt voor elk hoger inkomen; zet daar null als grens")
        vorige: Decimal | None = None
        for nummer, (grens, _) in enumerate(self.rijen[:-1], start=1):
            if grens is None:
                raise ValueError(f"rij {nummer} heeft geen grens; alleen de laatste rij mag die missen")
            if vorige is not None and grens <= vorige:
                raise ValueError(
                    f"rij {nummer} begint niet boven de vorige: {grens} is niet meer dan {vorige}"
                )
            vorige = grens
        _genoeg_bronnen(self)
        return self


class Tabel(Model):
    """A table of the law, per calendar year."""

    uitleg: str = Field(min_length=1)
    jaren: dict[_Jaar, Jaartabel] = Field(min_length=1)


class Bestand(Model):
    """One file: the values and tables of one scheme."""

    regeling: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    waarden: dict[_Naam, Parameter]
    tabellen: dict[_Naam, Tabel] = Field(default_factory=dict)

    def herkomsten(self) -> Iterator[tuple[str, int, _Herkomst]]:
        """Everything with a source: (place in the file, year, where it comes from)."""
        for naam, parameter in self.waarden.items():
            yield from ((f"waarden.{naam}", p.van.year, p) for p in parameter.alle_perioden())
        for naam, tabel in self.tabellen.items():
            yield from ((f"tabellen.{naam}", int(jaar), t) for jaar, t in tabel.jaren.items())


class _Bronnen(Model):
    bronnen: dict[str, Bron]


_Soort = TypeVar("_Soort", Bestand, _Bronnen)


def _lees(pad: Path, model: type[_Soort], fouten: list[str]) -> _Soort | None:
    """One file in its form; None after adding its faults."""
    try:
        return model.model_validate(lees(pad, pad.name))
    except ValidationError as fout:
        fouten.extend(str(een) for een in uit_validatie(pad.name, fout))
    except InhoudFout as fout:
        fouten.extend(str(een) for een in fout.fouten)
    return None


def _onbekende_bronnen(naam: str, bestand: Bestand, bronnen: dict[str, str]) -> Iterator[str]:
    for plek, jaar, herkomst in bestand.herkomsten():
        for sleutel in herkomst.bron:
            if sleutel not in bronnen:
                yield f"{naam}:{plek} ({jaar}): bron '{sleutel}' staat niet in {BRONNENBESTAND}"


def lees_bestanden(map: Path) -> tuple[tuple[Bestand, ...], dict[str, str]]:
    """All files of `map`, and the sources by key. Raises :class:`ParameterFout` with every fault found."""
    fouten: list[str] = []
    lijst = _lees(map / BRONNENBESTAND, _Bronnen, fouten)
    bronnen = {naam: f"{bron.titel} ({bron.soort})" for naam, bron in lijst.bronnen.items()} if lijst else {}
    bestanden: dict[str, Bestand] = {}
    for pad in sorted(map.glob("*.yml")):
        bestand = None if pad.name == BRONNENBESTAND else _lees(pad, Bestand, fouten)
        if bestand is None:
            continue
        if bestand.regeling in bestanden:
            fouten.append(f"{pad.name}:regeling: '{bestand.regeling}' heeft al een ander bestand")
        if bronnen:
            fouten.extend(_onbekende_bronnen(pad.name, bestand, bronnen))
        bestanden[bestand.regeling] = bestand
    if fouten:
        raise ParameterFout(fouten)
    return tuple(bestanden.values()), bronnen
