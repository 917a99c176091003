"""A long piece of work in a process of its own, which answers in JSON: talks go on meanwhile, and its memory goes with it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WORTEL = Path(__file__).resolve().parents[2]
_TIJD = 600.0
"""Seconds. Only a net for what hangs."""
_RUSTIG = "4"
"""How far it stands back for talks; much further, and on a busy machine it hardly gets on."""
Begonnen = Callable[[subprocess.Popen[str]], None]
"""Gets the process, for who may have to end it."""


class KeurenMislukt(Exception):
    """The work did not come to an end. The message says why, for the log."""


def vraag(module: str, *bij: str, invoer: str = "", begonnen: Begonnen | None = None) -> list[dict[str, Any]]:
    """What `python -m <module> <bij>` answers to this input. Blocks. Raises KeurenMislukt."""
    rustig = shutil.which("nice")
    opdracht = [
        *([rustig, "-n", _RUSTIG] if rustig else []),
        sys.executable,
        "-X",
        "utf8",
        "-m",
        module,
        *bij,
    ]
    pijp = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 (our own program, on folders of ours)
        opdracht, cwd=_WORTEL, stdin=pijp, stdout=pijp, stderr=pijp, encoding="utf-8"
    ) as kind:
        if begonnen is not None:
            begonnen(kind)
        try:
            uit, klacht = kind.communicate(invoer, timeout=_TIJD)
        except subprocess.TimeoutExpired as te_lang:
            kind.kill()
            raise KeurenMislukt(f"no end after {_TIJD:.0f} s") from te_lang
    try:
        antwoord: list[dict[str, Any]] = json.loads(uit)
    except ValueError as geen_json:
        raise KeurenMislukt(f"exit {kind.returncode}: {klacht[-500:]}") from geen_json
    return antwoord
