"""Finds a Chromium for the browser tests, or installs Debian's when root: `python -m ops.browser`.

Prints the path. Exits with 1 and says what to do when there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ops.debian import installeer

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RAAD = (
    "No Chromium found for the browser tests. Install one (Debian: apt-get install chromium), "
    "or set CHROMIUM to the path of its program."
)


def vind_browser() -> Path | None:
    """A Chromium on this machine: $CHROMIUM, the system's, or Playwright's own. None when there is none.

    Raises FileNotFoundError when $CHROMIUM names something that is not there: a mistake, not a reason to look
    further.
    """
    gekozen = os.environ.get("CHROMIUM")
    if gekozen:
        if not (gevonden := shutil.which(gekozen)):
            raise FileNotFoundError(f"CHROMIUM={gekozen} is not a program")
        return Path(gevonden)
    for naam in NAMEN:
        if gevonden := shutil.which(naam):
            return Path(gevonden)
    return _van_playwright()


def _van_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as spel:
        pad = Path(spel.chromium.executable_path)
    return pad if pad.exists() else None


def main() -> int:
    try:
        pad = vind_browser()
        if pad is None:
            installeer(("chromium",), "the browser tests")
            pad = vind_browser()
    except (FileNotFoundError, subprocess.CalledProcessError) as fout:
        print(f"{fout}\n{RAAD}", file=sys.stderr)
        return 1
    if pad is None:
        print(RAAD, file=sys.stderr)
        return 1
    print(pad)
    return 0


if __name__ == "__main__":
    sys.exit(main())
