"""Finding a browser: what is asked for goes first, and a wrong wish is a mistake rather than a reason to look on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops.browser import vind_browser


def _programma(map_: Path, naam: str) -> Path:
    pad = map_ / naam
    pad.write_text("#!/bin/sh\n")
    pad.chmod(0o755)
    return pad


def test_de_wens_gaat_voor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _programma(tmp_path, "chromium")
    eigen = _programma(tmp_path, "mijn-browser")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(eigen))
    assert vind_browser() == eigen


def test_een_verkeerde_wens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _programma(tmp_path, "chromium")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "weg"))
    with pytest.raises(FileNotFoundError, match="CHROMIUM="):
        vind_browser()


def test_die_van_het_systeem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gevonden = _programma(tmp_path, "chromium-browser")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert vind_browser() == gevonden
