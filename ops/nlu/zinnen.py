"""The sentences to measure with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

Soort = Literal["onderwerp", "buiten_bereik", "opdracht"]
GEVAAR = frozenset({"crisis", "huiselijk-geweld"})
"""Topics that are answered before everything else."""


@dataclass(frozen=True, slots=True)
class Zin:
    tekst: str
    soort: Soort
    goed: tuple[str, ...]
    """The topic (or command) it is about first; then those that would be just as right."""

    @property
    def naam(self) -> str:
        return self.goed[0]


def lees_zinnen(pad: Path) -> tuple[Zin, ...]:
    """The sentences of a file: `onderwerpen` (topic → sentences with `ook`), `buiten_bereik`, `opdrachten`."""
    ruw = yaml.safe_load(pad.read_text("utf-8"))
    zinnen = [
        Zin(str(een["zin"]), "onderwerp", (id_, *een.get("ook", ())))
        for id_, reeks in ruw["onderwerpen"].items()
        for een in reeks
    ]
    zinnen += [Zin(str(zin), "buiten_bereik", ("buiten_bereik",)) for zin in ruw["buiten_bereik"]]
    for opdracht, reeks in ruw.get("opdrachten", {}).items():
        zinnen += [Zin(str(zin), "opdracht", (opdracht,)) for zin in reeks]
    return tuple(zinnen)
