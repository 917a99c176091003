"""What the measurements are made with: the sentences and the households beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

_HIER = Path(__file__).resolve().parent
PEILDATUM = date(2026, 11, 20)
"""All measuring is done on this day, so that the figures of two runs can be compared."""
GEMEENTE = "voorbeeldstad"


class Huishouden(BaseModel):
    """A household that does the check. `feiten` as the calculation API takes them; a fact may be "weet_niet".

    `zegt`: what this resident types at a question instead of the bare value, in turn (for an income per month).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    naam: str
    soort: str
    feiten: Mapping[str, Any]
    zegt: Mapping[str, tuple[str, ...]] = {}

    @property
    def paar(self) -> bool:
        return self.feiten.get("partner") is True


class Zinnen(BaseModel):
    """`gesprek`: one whole talk in 25 messages. `rondje`: ten messages after which the talk is where it was."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gesprek: tuple[str, ...]
    rondje: tuple[str, ...]


def huishoudens() -> tuple[Huishouden, ...]:
    """Raises pydantic.ValidationError when the file is wrong."""
    ruw = yaml.safe_load((_HIER / "huishoudens.yml").read_text("utf-8"))
    return TypeAdapter(tuple[Huishouden, ...]).validate_python(ruw)


def zinnen() -> Zinnen:
    return Zinnen.model_validate(yaml.safe_load((_HIER / "zinnen.yml").read_text("utf-8")))
