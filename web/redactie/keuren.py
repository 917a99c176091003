"""The gate before a publication: everything that `python -m content` looks at, with the change in its place.

It runs in a process of its own: it takes some ten seconds of computing, and talks go on meanwhile.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.controle import Melding

_WORTEL = Path(__file__).resolve().parents[2]
_TIJD = 180.0
"""Seconds. Only a net for what hangs."""


@dataclass(frozen=True, slots=True)
class Keuring:
    fouten: tuple[Melding, ...]
    """These have to be mended first, wherever they are: a change in one file can break another."""
    waarschuwingen: tuple[Melding, ...]
    """Of the files that were changed."""

    @property
    def goed(self) -> bool:
        return not self.fouten


class KeurenMislukt(Exception):
    """The check itself did not come to an end. The message says why, for the log."""


def keur(map_: Path, wijzigingen: Mapping[str, str | None]) -> Keuring:
    """What the check says of the content folder with these files in it; None is a file that goes. Raises KeurenMislukt.

    The folder itself is only read.
    """
    with tempfile.TemporaryDirectory(prefix="rechtop-keuren-") as tijdelijk:
        proef = Path(tijdelijk) / "content"
        _leg_klaar(map_, proef, wijzigingen)
        meldingen = _controleer(proef)
    fouten = tuple(m for m in meldingen if m.ernst == "fout")
    eigen = tuple(m for m in meldingen if m.ernst != "fout" and m.bestand in wijzigingen)
    return Keuring(fouten, eigen)


def _leg_klaar(map_: Path, proef: Path, wijzigingen: Mapping[str, str | None]) -> None:
    """Links to the folders that stay, copies of those in which something changes."""
    anders = {pad.partition("/")[0] for pad in wijzigingen}
    proef.mkdir()
    for deel in map_.iterdir():
        if deel.is_dir() and not deel.name.startswith((".", "__")):
            if deel.name in anders:
                shutil.copytree(deel, proef / deel.name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                (proef / deel.name).symlink_to(deel.resolve())
    for pad, tekst in wijzigingen.items():
        doel = proef / pad
        if tekst is None:
            doel.unlink(missing_ok=True)
        else:
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")


def _controleer(proef: Path) -> list[Melding]:
    opdracht = [sys.executable, "-m", "content", "--json", str(proef)]
    try:
        klaar = subprocess.run(  # noqa: S603 (our own program, on a folder of ours)
            opdracht, cwd=_WORTEL, capture_output=True, text=True, timeout=_TIJD, check=False
        )
    except subprocess.TimeoutExpired as fout:
        raise KeurenMislukt(f"no end after {_TIJD:.0f} s") from fout
    try:
        ruw: list[dict[str, Any]] = json.loads(klaar.stdout)
    except ValueError as fout:
        raise KeurenMislukt(f"exit {klaar.returncode}: {klaar.stderr[-500:]}") from fout
    return [Melding(**een) for een in ruw]
