"""On which line of a YAML file a field stands, for messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from content.bestanden import YamlLader
from content.fouten import Fout


class Plekken:
    """The lines of the files below a folder; each file is read at most once."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._bomen: dict[str, yaml.Node | None] = {}

    def regelnummer(self, bestand: str, veld: str) -> int | None:
        """The line of a field ("regelingen.voedselbank.bron.2.url", lists counted from 1); of the deepest part that is there
        when it is missing. None when nothing of it is found, or for a file that is not YAML."""
        boom = self._boom(bestand)
        return _zoek(boom, veld.split(".")) if boom is not None and veld else None

    def bij(self, fouten: Iterable[Fout]) -> list[Fout]:
        """The faults with their lines."""
        return [
            fout if fout.regelnummer else replace(fout, regelnummer=self.regelnummer(fout.bestand, fout.veld))
            for fout in fouten
        ]

    def _boom(self, bestand: str) -> yaml.Node | None:
        if bestand not in self._bomen:
            self._bomen[bestand] = _lees(self._map / bestand)
        return self._bomen[bestand]


def _lees(pad: Path) -> yaml.Node | None:
    if pad.suffix != ".yml":
        return None
    try:
        gelezen: yaml.Node | None = yaml.compose(pad.read_text(encoding="utf-8"), Loader=YamlLader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    return gelezen


def _zoek(knoop: yaml.Node, delen: list[str]) -> int | None:
    gevonden: int | None = None
    while delen:
        volgende: yaml.Node | None = None
        if (
            isinstance(knoop, yaml.SequenceNode)
            and delen[0].isdigit()
            and 0 < int(delen[0]) <= len(knoop.value)
        ):
            volgende = knoop.value[int(delen[0]) - 1]
            gevonden, delen = volgende.start_mark.line + 1, delen[1:]
        elif isinstance(knoop, yaml.MappingNode):
            # A name may hold a point itself: the longest name that is there wins.
            for aantal in range(len(delen), 0, -1):
                treffer = _veld(knoop, ".".join(delen[:aantal]))
                if treffer:
                    gevonden, volgende, delen = treffer[0], treffer[1], delen[aantal:]
                    break
        if volgende is None:
            break
        knoop = volgende
    return gevonden


def _veld(knoop: yaml.MappingNode, naam: str) -> tuple[int, yaml.Node] | None:
    for sleutel, waarde in knoop.value:
        if isinstance(sleutel, yaml.ScalarNode) and sleutel.value == naam:
            return sleutel.start_mark.line + 1, waarde
    return None
