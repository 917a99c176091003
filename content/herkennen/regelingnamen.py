"""The names people have for schemes and how they ask for one, read once from `regelingen.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from content.bestanden import YamlLader

_BESTAND = Path(__file__).with_name("regelingen.yml")


class Regelingnamen(BaseModel):
    """The file; what its fields mean stands above it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    namen: Mapping[str, tuple[str, ...]]
    kort: Mapping[str, tuple[str, ...]]
    ergens: Mapping[str, tuple[str, ...]]
    los: frozenset[str]
    vragen: Mapping[str, tuple[str, ...]]


@lru_cache
def regelingnamen(bestand: Path = _BESTAND) -> Regelingnamen:
    """Raises pydantic.ValidationError when the file is not in its form."""
    tekst = bestand.read_text(encoding="utf-8")
    return Regelingnamen.model_validate(yaml.load(tekst, Loader=YamlLader))  # noqa: S506 (a SafeLoader)
