"""The amounts of the law as they stand in the content folder, beside those that came with this release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from content.parameterbestand import ParameterFout, lees_bestanden
from content.parameters import BESLISSEND
from web.redactie.bewaren.zaad import ZAAD


@dataclass(frozen=True, slots=True)
class Waarde:
    regeling: str
    naam: str
    uitleg: str
    eenheid: str
    van: date
    tot: date
    waarde: Decimal | None
    artikel: str
    bronnen: tuple[str, ...]

    @property
    def plek(self) -> tuple[str, str, date]:
        return self.regeling, self.naam, self.van


@dataclass(frozen=True, slots=True)
class Verschil:
    """One that is otherwise than in the release. None: it is not there."""

    hier: Waarde | None
    uitgave: Waarde | None


@dataclass(frozen=True, slots=True)
class Landelijk:
    waarden: tuple[Waarde, ...]
    """Those that hold on the day, and those that are prepared for after it."""
    verschillen: tuple[Verschil, ...]
    fouten: tuple[str, ...] = ()


def lees(map_: Path, dag: date, zaad: Path = ZAAD / "parameters") -> Landelijk:
    try:
        hier = _alle(map_)
    except ParameterFout as fout:
        return Landelijk((), (), fout.fouten)
    uitgave = _alle(zaad)
    anders = [
        Verschil(hier.get(plek), uitgave.get(plek))
        for plek in sorted(hier.keys() | uitgave.keys())
        if hier.get(plek) != uitgave.get(plek)
    ]
    nu = tuple(waarde for waarde in hier.values() if waarde.tot >= dag)
    return Landelijk(nu, tuple(anders))


def _alle(map_: Path) -> dict[tuple[str, str, date], Waarde]:
    bestanden, bronnen = lees_bestanden(map_)
    alle = (
        Waarde(
            bestand.regeling,
            naam,
            parameter.uitleg,
            parameter.eenheid,
            periode.van,
            periode.tot,
            periode.waarde if periode.zekerheid in BESLISSEND else None,
            periode.artikel,
            tuple(bronnen.get(een, een) for een in periode.bron),
        )
        for bestand in bestanden
        for naam, parameter in bestand.waarden.items()
        for periode in parameter.alle_perioden()
    )
    return {waarde.plek: waarde for waarde in alle}
