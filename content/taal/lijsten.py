"""The lists of the language check, read once from the files beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

_MAP = Path(__file__).parent


class _Regel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    woord: str
    alternatief: str
    vormen: tuple[str, ...] = ()
    nooit: bool = False
    soort: Literal["jargon", "engels"] = "jargon"
    ernst: Literal["fout", "waarschuwing"] = "fout"


class _Uitleg(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    bekend: frozenset[str]
    uitleg: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Jargon:
    """One word of the office."""

    woord: str
    alternatief: str
    patroon: re.Pattern[str]
    """Matches the word in any of its forms."""
    uitgelegd: re.Pattern[str] | None
    """Matches a text that explains the word. None: an explanation does not help, use the plain word."""
    soort: Literal["jargon", "engels"]
    ernst: Literal["fout", "waarschuwing"]


@dataclass(frozen=True, slots=True)
class Lijsten:
    jargon: tuple[Jargon, ...]
    elk_jargon: re.Pattern[str]
    """Matches any of them: one look is enough for most texts."""
    bekend: frozenset[str]
    """Words that never count as rare."""
    vast: Mapping[str, str]
    """What looks like a number that changes and does not, with the reason."""


@lru_cache(maxsize=1)
def lijsten(map_: Path = _MAP) -> Lijsten:
    """Raises pydantic.ValidationError when a list is not in its form."""
    regels = TypeAdapter(tuple[_Regel, ...]).validate_python(_yaml(map_ / "jargon.yml"))
    uitleg = _Uitleg.model_validate(_yaml(map_ / "uitleg.yml"))
    vast = TypeAdapter(dict[str, str]).validate_python(_yaml(map_ / "vast.yml"))
    alle_vormen = "|".join(_vormen(regel) for regel in regels)
    return Lijsten(
        jargon=tuple(
            Jargon(
                woord=regel.woord,
                alternatief=regel.alternatief,
                patroon=_los(_vormen(regel)),
                uitgelegd=None
                if regel.nooit or regel.soort == "engels"
                else _uitleg(_vormen(regel), uitleg.uitleg.get(regel.woord, ())),
                soort=regel.soort,
                ernst=regel.ernst,
            )
            for regel in regels
        ),
        elk_jargon=_los(alle_vormen),
        bekend=uitleg.bekend,
        vast={tekst.lower(): reden for tekst, reden in vast.items()},
    )


def _yaml(pad: Path) -> object:
    return yaml.safe_load(pad.read_text(encoding="utf-8"))


def _vormen(regel: _Regel) -> str:
    return "|".join(re.escape(v) for v in sorted((regel.woord, *regel.vormen), key=len, reverse=True))


def _los(patroon: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{patroon})(?![\w-])", re.IGNORECASE)


def _uitleg(vormen: str, zinsdelen: tuple[str, ...]) -> re.Pattern[str]:
    """The ways in which a text can explain a term: "T is …", "dat heet T", "T (…)", "… (T)", or an agreed phrase."""
    term = rf"(?:uw |de |het |een )?(?:{vormen})(?![\w-])"
    omschrijving = (
        r"(?:al |alle |alles|de |het |een |uw |geld|wat |bijvoorbeeld|iemand|iedereen|hoeveel|dat )"
    )
    manieren = (
        rf"(?:{term}) (?:is|zijn|betekent|bedoelen wij|heet):? {omschrijving}",
        rf"(?:dat|dit|daarvoor) (?:heet|is|zijn|noemen wij|noemen we)(?: ook)? {term}",
        rf"{term}:? \((?:[^)\s]+\s+)+[^)]+\)",
        rf"\({term}\)",
        rf"(?:{term}), (?:dat|dit) (?:is|zijn|betekent) ",
        rf"ook wel {term}",
        rf"{term} genoemd",
        *(re.escape(deel) for deel in zinsdelen),
    )
    return re.compile(
        "|".join(rf"(?<![\w-])(?:{m})" if m[0] != "\\" else f"(?:{m})" for m in manieren), re.IGNORECASE
    )
