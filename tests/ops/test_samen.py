"""`make test` runs tests two at a time; those that share the three processes stay together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ops.plekken import WORTEL

PROEF = """
import os
from pathlib import Path

import pytest


@pytest.mark.parametrize("nr", range(8))
def test_waar(nr: int) -> None:
    with Path("waar.txt").open("a") as bestand:
        bestand.write(os.environ["PYTEST_XDIST_WORKER"] + "\\n")
"""


@pytest.mark.parametrize(("mappen", "aantal"), [(("keten", "bot"), 1), (("regels", "lezen"), 2)])
def test_wat_samen_hoort_blijft_samen(tmp_path: Path, mappen: tuple[str, ...], aantal: int) -> None:
    (tmp_path / "conftest.py").write_text((WORTEL / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    for map_ in mappen:
        (tmp_path / map_).mkdir()
        (tmp_path / map_ / f"test_{map_}.py").write_text(PROEF, "utf-8")
    klaar = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "xdist", "-p", "no:cacheprovider", "-n", "2"],
        cwd=tmp_path,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    waar = (tmp_path / "waar.txt").read_text("utf-8").split()
    assert len(waar) == 8 * len(mappen)
    assert len(set(waar)) == aantal
