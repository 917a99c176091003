"""The gate before a publication: everything that `python -m content` looks at, with the change in its place.

It runs in a process of its own: it takes some ten seconds of computing, and talks go on meanwhile.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.controle import Melding
from web.redactie.bewaarplaats import stand_van

_WORTEL = Path(__file__).resolve().parents[2]
_TIJD = 600.0
"""Seconds. Only a net for what hangs."""
_RUSTIG = "4"
"""How far it stands back for talks; much further, and on a busy machine it hardly gets on."""
_RAAKT = frozenset({"gemeenten", "parameters", "regios"})
"""Folders of which a change may change what somebody gets: then the example households are worked out too."""


@dataclass(frozen=True, slots=True)
class Keuring:
    fouten: tuple[Melding, ...]
    """These have to be mended first, wherever they are: a change in one file can break another."""
    waarschuwingen: tuple[Melding, ...]
    """Those of the files that were changed can be told apart with `van`."""
    stand: str
    """The fingerprint of the folder that was looked at, with the changes in it (`bewaarplaats.stand_van`)."""

    @property
    def goed(self) -> bool:
        return not self.fouten

    def van(self, paden: Iterable[str]) -> tuple[Melding, ...]:
        """What might be better in these files."""
        return tuple(m for m in self.waarschuwingen if m.bestand in set(paden))


class KeurenMislukt(Exception):
    """The check itself did not come to an end. The message says why, for the log."""


Begonnen = Callable[[subprocess.Popen[str]], None]


def keur(map_: Path, wijzigingen: Mapping[str, str | None], begonnen: Begonnen | None = None) -> Keuring:
    """What the check says of the content folder with these files in it; None is a file that goes. Raises KeurenMislukt.

    The folder itself is only read. `begonnen` gets the process, for who may have to end it.
    """
    with proefmap(map_, wijzigingen) as proef:
        # Of the copy: whatever happens to the folder meanwhile, this is what was looked at.
        stand = stand_van(proef)
        meldingen = _controleer(proef, begonnen)
        # Households are worked out only with content that can be read.
        if _RAAKT & {pad.partition("/")[0] for pad in wijzigingen} and not any(
            m.ernst == "fout" and m.regel == "schema" for m in meldingen
        ):
            from web.redactie import rekenproef  # it works with the folders made here

            meldingen += rekenproef.fouten(proef, begonnen)
    fouten = tuple(m for m in meldingen if m.ernst == "fout")
    return Keuring(fouten, tuple(m for m in meldingen if m.ernst != "fout"), stand)


@contextmanager
def proefmap(map_: Path, wijzigingen: Mapping[str, str | None]) -> Iterator[Path]:
    """The content folder with these files in it, for a while and somewhere else. The folder itself is only read."""
    with tempfile.TemporaryDirectory(prefix="rechtop-keuren-") as tijdelijk:
        proef = Path(tijdelijk) / "content"
        _leg_klaar(map_, proef, wijzigingen)
        yield proef


def _leg_klaar(map_: Path, proef: Path, wijzigingen: Mapping[str, str | None]) -> None:
    proef.mkdir()
    for deel in map_.iterdir():
        if deel.is_dir() and not deel.name.startswith((".", "__")):
            shutil.copytree(deel, proef / deel.name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    for pad, tekst in wijzigingen.items():
        doel = proef / pad
        if tekst is None:
            doel.unlink(missing_ok=True)
        else:
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")


def _controleer(proef: Path, begonnen: Begonnen | None) -> list[Melding]:
    rustig = shutil.which("nice")
    opdracht = [
        *([rustig, "-n", _RUSTIG] if rustig else []),
        sys.executable,
        "-X",
        "utf8",
        "-m",
        "content",
        "--json",
        str(proef),
    ]
    with subprocess.Popen(  # noqa: S603 (our own program, on a folder of ours)
        opdracht, cwd=_WORTEL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as kind:
        if begonnen is not None:
            begonnen(kind)
        try:
            uit, klacht = kind.communicate(timeout=_TIJD)
        except subprocess.TimeoutExpired as fout:
            kind.kill()
            raise KeurenMislukt(f"no end after {_TIJD:.0f} s") from fout
    try:
        ruw: list[dict[str, Any]] = json.loads(uit)
    except ValueError as fout:
        raise KeurenMislukt(f"exit {kind.returncode}: {klacht[-500:]}") from fout
    return [Melding(**een) for een in ruw]
