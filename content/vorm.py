"""The small parts of which every form of a content file is made."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Strikt(Model):
    """Nothing is converted: "ja" is no yes, "21" is no age."""

    model_config = ConfigDict(strict=True)


Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
VeiligeUrl = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(/[^\s<>\"]*)?$")]
Herkomst = Annotated[str, StringConstraints(pattern=r"^https?://[a-z0-9.-]+(:[0-9]{1,5})?$")]
Leeftijd = Annotated[int, Field(ge=0, le=120)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

T = TypeVar("T")

Lijst = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in a file, a tuple here, also in a strict model."""
MinstensEen = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]

ONBEKEND: Final = "onbekend"
Onbekend = Literal["onbekend"]
"""We know that there is something here, but not what: the resident is sent to the payer."""


def _soort(waarde: object) -> str:
    return "<onbekend>" if waarde == ONBEKEND else "<bekend>"


OfOnbekend = Annotated[
    Annotated[T, Tag("<bekend>")] | Annotated[Onbekend, Tag("<onbekend>")], Discriminator(_soort)
]
"""A value, or the word `onbekend`. The tags do not stand in messages (content.fouten)."""

_GETAL = re.compile(r"-?\d+(\.\d+)?")


def getal(ruw: object) -> object:
    """Exactly the digits the editor typed: an unquoted number lost its zeros or gained float noise."""
    if ruw is None or isinstance(ruw, Decimal):
        return ruw
    if not isinstance(ruw, str):
        raise ValueError('zet het getal tussen aanhalingstekens, zoals "12.50"')
    if not _GETAL.fullmatch(ruw):
        raise ValueError(f'"{ruw}" is geen getal; schrijf alleen cijfers en hooguit één punt, zoals "12.50"')
    return Decimal(ruw)


Getal = Annotated[Decimal, BeforeValidator(getal)]
"""A number between quotes."""
Bedrag = Annotated[Decimal, Field(ge=0, decimal_places=2), BeforeValidator(getal)]
"""Euros, between quotes."""
Procent = Annotated[Decimal, Field(ge=0, le=1000), BeforeValidator(getal)]
"""Per cent, between quotes: "120"."""
