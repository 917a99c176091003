"""Content of a release into the folder of the gemeente, before anything starts (`web/redactie/bewaren/zaad.py`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ops.plekken import WORTEL


def zaai(map_: Path | None) -> None:
    """Fill the folder, or take up what this release has new. Nothing without a folder of its own.

    A process of its own, for what it needs in memory. When it fails, what stands in the folder stays, and the start goes on.
    """
    if map_ is None:
        return
    opdracht = [sys.executable, "-m", "web.redactie.bewaren.zaad", str(map_.resolve())]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    for regel in klaar.stderr.splitlines():
        print(f"Content: {regel}", flush=True)
    if klaar.returncode:
        print(f"Content: nothing was taken up from this release, {map_} stays as it is.", flush=True)
