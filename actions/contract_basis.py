"""What all models on the wire are made of."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

Geld = Annotated[Decimal, PlainSerializer(lambda bedrag: f"{bedrag:.2f}", return_type=str)]
"""Euros; on the wire a string with two decimals."""

Recht = Literal["waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reden(Model):
    code: str
    tekst: str
