"""A record as a new installation has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from actions.gesprek.opslag import Opslag


def verse_opslag(pad: Path, klok: Callable[[], datetime]) -> Opslag:
    """The record in this file; empty where there is none yet.

    The tables are made once in a process: all migrations take a tenth of a second, and thousands of tests want a record.
    """
    if not pad.exists():
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(_leeg())
    return Opslag(f"sqlite:///{pad}", klok)


@cache
def _leeg() -> bytes:
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "leeg.db"
        opslag = Opslag(f"sqlite:///{pad}", lambda: datetime.now(UTC))
        opslag.migreer()
        opslag.sluit()
        return pad.read_bytes()
