"""The form of the files in `content/parameters/`, and the faults an editor can make in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from content.bestanden import lees
from content.fouten import InhoudFout, uit_validatie

Eenheid = Literal[
    "euro",
    "euro_per_jaar",
    "euro_per_maand",
    "procent",
    "jaren",
    "maanden",
    "euro_per_euro",
    "euro_per_euro2",
]
Zekerheid = Literal["twee_bronnen", "een_bron", "afgeleid", "geheugen", "laag", "ontbreekt"]

BRONNENBESTAND = "bronnen.yml"
_GETAL = re.compile(r"-?\d+(\.\d+)?")


class ParameterFout(ValueError):
    """The parameter files hold faults; `fouten` names each with file and field, in Dutch."""

    def __init__(self, fouten: Iterable[str]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(self.fouten))


def _getal(ruw: object) -> object:
    """Exactly the digits the editor typed: an unquoted number lost its zeros or gained float noise."""
    if ruw is None or isinstance(ruw, Decimal):
        return ruw
    if not isinstance(ruw, str):
        raise ValueError('zet het getal tussen aanhalingstekens, zoals "12.50"')
    if not _GETAL.fullmatch(ruw):
        raise ValueError(f'"{ruw}" is geen getal; schrijf alleen cijfers en hooguit één punt, zoals "12.50"')
    return Decimal(ruw)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bron(_Model):
    titel: str = Field(min_length=1)
    soort: str = Field(min_length=1)


class Jaarwaarde(_Model):
    """A value with where it comes from. No amount (null) only when the confidence says it is not there."""

    waarde: Annotated[Decimal | None, BeforeValidator(_getal)]
    artikel: str = Field(min_length=1)
    bron: tuple[str, ...]
    zekerheid: Zekerheid
    toelichting: str | None = None

    @model_validator(mode="after")
    def _beslist_alleen_met_bron(self) -> Jaarwaarde:
        if self.zekerheid == "ontbreekt":
            if self.waarde is not None:
                raise ValueError("er staat een waarde, maar de zekerheid is 'ontbreekt'")
        elif self.waarde is None:
            raise ValueError("de waarde is leeg; kies dan zekerheid 'ontbreekt'")
        nodig = {"twee_bronnen": 2, "een_bron": 1, "afgeleid": 1}.get(self.zekerheid, 0)
        if len(set(self.bron)) < nodig:
            raise ValueError(
                f"zekerheid '{self.zekerheid}' vraagt {nodig} bron(nen), er staan er {len(self.bron)}"
            )
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


class Parameter(_Model):
    """One name: per calendar year, or per period when it changes within a year."""

    eenheid: Eenheid
    uitleg: str = Field(min_length=1)
    jaren: dict[Annotated[str, Field(pattern=r"^20\d\d$")], Jaarwaarde] = Field(default_factory=dict)
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


class Bestand(_Model):
    """One file: the values of one scheme."""

    regeling: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    waarden: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], Parameter]


class _Bronnen(_Model):
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
    for waarde, parameter in bestand.waarden.items():
        for periode in parameter.alle_perioden():
            for sleutel in periode.bron:
                if sleutel not in bronnen:
                    plek = f"{naam}:waarden.{waarde} ({periode.van.year})"
                    yield f"{plek}: bron '{sleutel}' staat niet in {BRONNENBESTAND}"


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
