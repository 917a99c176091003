"""`--geen-overslaan`, which .ci/run uses: a run in which something was skipped is not green."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ops.plekken import WORTEL

STRENG = "--geen-overslaan"
GOED = "def test_goed() -> None:\n    assert True\n"
OVERGESLAGEN = "import pytest\n\n\n@pytest.mark.skip\ndef test_weg() -> None:\n    assert True\n\n\n" + GOED
HEEL_BESTAND = "import pytest\n\npytest.importorskip('bestaat_niet')\n"


@pytest.mark.parametrize(
    ("inhoud", "vlaggen", "groen"),
    [
        (GOED, [STRENG], True),
        (OVERGESLAGEN, [STRENG], False),
        (OVERGESLAGEN, [], True),
        (HEEL_BESTAND + GOED, [STRENG], False),
        # As `make test` does it: what is skipped in another process counts as well.
        (OVERGESLAGEN, [STRENG, "-n", "2"], False),
        (HEEL_BESTAND + GOED, [STRENG, "-n", "2"], False),
    ],
)
def test_overgeslagen_is_rood(tmp_path: Path, inhoud: str, vlaggen: list[str], groen: bool) -> None:
    (tmp_path / "conftest.py").write_text((WORTEL / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_proef.py").write_text(inhoud, "utf-8")
    (tmp_path / "test_goed.py").write_text(GOED, "utf-8")
    klaar = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "xdist",
            "-p",
            "no:cacheprovider",
            *vlaggen,
            str(tmp_path),
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (klaar.returncode == 0) is groen, klaar.stdout
    assert ("nothing may be skipped here" in klaar.stdout) is not groen
