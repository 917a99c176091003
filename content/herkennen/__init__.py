"""How residents say things the chatbot must hear besides answers: danger, feelings, questions that are not ours.

Patterns as data, one file per subject; how a pattern is written stands in `content/herkennen/zoeken.py` and above each file.
Read once: unlike texts, a change here is tested first (tests/gesprek/zinnen).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from content.bestanden import YamlLader

_MAP = Path(__file__).parent


class Patronen(BaseModel):
    """One file: named groups of words, and per kind of sentence its patterns, in the order in which they are looked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    groepen: Mapping[str, tuple[str, ...]]
    soorten: Mapping[str, tuple[str, ...]]
    losse_woorden: tuple[str, ...] = ()
    """Words no pattern needs but that are typed in one with words of patterns."""
    weg: tuple[str, ...] = ()
    """Kinds that are taken out of a text before the kinds after them are looked for."""
    woordenlijsten: tuple[str, ...] = ()
    """Kinds that hold bare words and need no sentences."""
    voorbeelden: Mapping[str, tuple[str, ...]] = {}
    """Per kind the sentences each of its patterns is held against (content/herkennen/controle.py)."""
    tegenvoorbeelden: tuple[str, ...] = ()
    """Sentences in which nothing may be found."""


@lru_cache
def patronen(naam: str, map_: Path = _MAP) -> Patronen:
    """The patterns of `<naam>.yml`. Raises pydantic.ValidationError when the file is not in its form."""
    tekst = (map_ / f"{naam}.yml").read_text(encoding="utf-8")
    return Patronen.model_validate(yaml.load(tekst, Loader=YamlLader))  # noqa: S506 (a SafeLoader)
