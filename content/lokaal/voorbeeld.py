"""An example household in a gemeente file, with what must come out: the gemeente's own test of its file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from content.lokaal.regeling import RegelingId
from content.vorm import Bedrag, Lijst, Strikt, Tekst


def _feit(waarde: object) -> object:
    if isinstance(waarde, float):
        raise ValueError('zet bedragen tussen aanhalingstekens, zoals "650.00"')
    if isinstance(waarde, date | Decimal):
        raise ValueError('zet een datum tussen aanhalingstekens, zoals "2027-01-31"')
    if isinstance(waarde, list | tuple):
        for deel in waarde:
            _feit(deel)
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            _feit(deel)
    return waarde


Feitwaarde = Annotated[object, AfterValidator(_feit)]
"""As in the calculation API (contract, section 3): yes or no, a whole number, text (also money), lists and fields of these."""


class Verwacht(Strikt):
    """What must come out; an absent amount is not looked at."""

    recht: Literal["waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"]
    bedrag_per_keer: Bedrag | None = None
    bedrag_per_maand: Bedrag | None = None
    bedrag_per_jaar: Bedrag | None = None
    redenen: Lijst[Tekst] = ()
    """Codes of reasons that must be among those given."""


class Voorbeeld(Strikt):
    naam: Tekst
    """Invented, and short: "alleenstaande met laag loon"."""
    peildatum: date
    feiten: Mapping[str, Feitwaarde]
    verwacht: Annotated[Mapping[RegelingId, Verwacht], Field(min_length=1)]

    @model_validator(mode="after")
    def _bedrag_alleen_bij_recht(self) -> Self:
        for id, uit in self.verwacht.items():
            if uit.recht == "onbekend" and uit.bedrag_per_keer is not None:
                raise ValueError(f"'{id}' is onbekend; dan is er geen bedrag")
        return self


Uitkomstwaarden = Mapping[str, str | None]
"""`recht` and the three amounts, as the calculation API writes them."""
BEDRAGEN: Final = ("bedrag_per_keer", "bedrag_per_maand", "bedrag_per_jaar")


@dataclass(frozen=True, slots=True)
class Mis:
    """Something else comes out than the file says."""

    veld: str
    waarde: str | None
    """What comes out. None: nothing that could stand in the file."""
    tekst: str
    """For an editor."""


def mist(verwacht: Verwacht, uit: Uitkomstwaarden, redenen: Collection[str]) -> Mis | None:
    """The first thing that does not come out as the file says; None when all does."""
    if uit["recht"] != verwacht.recht:
        kort = f"er moet '{verwacht.recht}' uitkomen, en er komt '{uit['recht']}' uit"
        return Mis("recht", uit["recht"], kort)
    for veld in BEDRAGEN:
        bedrag: Decimal | None = getattr(verwacht, veld)
        if bedrag is not None and (uit[veld] is None or Decimal(str(uit[veld])) != bedrag):
            return Mis(
                veld, uit[veld], f"'{veld}' moet {bedrag:.2f} zijn, en is {uit[veld] or 'niet bekend'}"
            )
    ontbreekt = [code for code in verwacht.redenen if code not in redenen]
    return Mis("redenen", None, f"de reden '{ontbreekt[0]}' komt er niet uit") if ontbreekt else None
