"""The libraries of the system that the PDF of the overview needs: `python -m ops.druk`.

Installs Debian's when they are missing and we are root. Exits with 1 and says what to do when they are not there.
"""

from __future__ import annotations

import subprocess
import sys

from ops.debian import installeer

PAKKETTEN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core")
RAAD = f"WeasyPrint does not find its libraries. Debian: apt-get install {' '.join(PAKKETTEN)}"
_PROEF = [sys.executable, "-c", "import weasyprint"]
"""In a process of its own: Python does not look again for what it did not find."""


def kan_drukken() -> bool:
    return subprocess.run(_PROEF, capture_output=True, check=False).returncode == 0


def main() -> int:
    if kan_drukken():
        return 0
    try:
        installeer(PAKKETTEN, "the PDF of the overview")
    except subprocess.CalledProcessError as fout:
        print(fout, file=sys.stderr)
    if kan_drukken():
        return 0
    print(RAAD, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
