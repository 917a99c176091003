"""A copy of the content folder in which a change is tried."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


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
