"""The bodies of requests, and the answers that are the gateway's own."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from actions.contract import Bericht, Model, Uitkomst, Versie
from actions.gesprek.opslag import BEGIN

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,100}$")]
KeuzeId = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def is_token(tekst: str) -> bool:
    """Whether this can be a token at all (32 random bytes in base64)."""
    return _TOKEN.fullmatch(tekst) is not None


class Verzoek(BaseModel):
    """A body: fields we do not know are refused, nothing is silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NieuwGesprekVerzoek(Verzoek):
    gemeente: Annotated[str, StringConstraints(max_length=100)]
    gedeelde_computer: StrictBool = False


class Wijzig(Verzoek):
    feit: Id


class BerichtVerzoek(Verzoek):
    """Exactly one of `tekst`, `keuze` and `wijzig`."""

    id: Id
    """Made by the client (a uuid); the same id twice is the same message."""
    tekst: str | None = None
    keuze: KeuzeId | None = None
    wijzig: Wijzig | None = None
    gezien: Id | None = None
    """The id of the last Bericht on screen."""

    @field_validator("id")
    @classmethod
    def _niet_het_begin(cls, id: str) -> str:
        if id == BEGIN:
            raise PydanticCustomError("string_pattern_mismatch", "reserved")
        return id

    @model_validator(mode="after")
    def _een(self) -> Self:
        if sum(deel is not None for deel in (self.tekst, self.keuze, self.wijzig)) != 1:
            raise PydanticCustomError("een_van_drie", "exactly one of tekst, keuze, wijzig")
        return self


class BerekeningVerzoek(Verzoek):
    peildatum: str | None = None
    gemeente: str | None = None
    feiten: dict[str, Any]
    regelingen: list[str] | None = None


class VergelijkingVerzoek(Verzoek):
    peildatum: str | None = None
    gemeente: str | None = None
    voor: dict[str, Any]
    na: dict[str, Any]
    verandering: str | None = None
    ingangsdatum: str
    vol_jaar: dict[str, Any] | None = None
    """Facts that differ in a full year of the new situation (an addition of ours)."""
    regelingen: list[str] | None = None
    """An addition of ours, as in a calculation."""


class WerkkostenVerzoek(Verzoek):
    """Euros a month: an addition of ours to the contract."""

    reizen: Any = 0
    """Travel that the employer does not pay."""
    opvang: Any = 0
    """Childcare beside what the fact `opvang` holds."""


class WerkenVerzoek(Verzoek):
    """One of `uurloon` and `maandloon`: gross, without holiday pay."""

    peildatum: str | None = None
    gemeente: str | None = None
    feiten: dict[str, Any]
    uurloon: Any = None
    maandloon: Any = None
    maandloon_uren: Any = None
    """Hours a week that `maandloon` belongs to; absent: the most of `uren` (an addition of ours, like `kosten`)."""
    uren: list[Any]
    kosten: WerkkostenVerzoek = WerkkostenVerzoek()


class LeesVerzoek(Verzoek):
    feit: Annotated[str, StringConstraints(max_length=100)]
    tekst: str


class OphaalVerzoek(Verzoek):
    code: Annotated[str, StringConstraints(max_length=100)]
    """As it was typed: case, spaces and hyphens do not matter."""


class NieuwGesprek(Model):
    gesprek: str
    """The token: a secret, part of every further address."""
    berichten: list[Bericht]
    verloopt: str


class Meeneemcode(Model):
    code: str
    """8 signs, to type on another device."""
    geldig_tot: str


class Opgehaald(Model):
    gesprek: str
    """The token, as in NieuwGesprek."""
    gemeente: str
    verloopt: str


class Berekening(Model):
    uitkomsten: list[Uitkomst]
    ontbrekende_feiten: dict[str, list[str]]
    volgende_vraag: str | None
    parameters: Versie


class Gezond(Model):
    gezond: bool


class Gelezen(BaseModel):
    """`waarde` has the type of the fact, or is null, or "weet_niet"."""

    waarde: Any
    uitleg: str | None = None
    lezingen: list[dict[str, Any]] | None = None
    ook: dict[str, Any] | None = Field(default=None)
