"""What the PDF needs of the system is installed for the tests, or missing loudly."""

from __future__ import annotations

import subprocess

import pytest

from ops import druk


def test_hier_kan_het() -> None:
    assert druk.kan_drukken(), druk.RAAD


@pytest.mark.parametrize(("na_het_installeren", "afloop"), [(True, 0), (False, 1)])
def test_ontbreekt_het_dan_wordt_het_gehaald(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], na_het_installeren: bool, afloop: int
) -> None:
    gehaald: list[tuple[str, ...]] = []
    monkeypatch.setattr(druk, "kan_drukken", lambda: bool(gehaald) and na_het_installeren)
    monkeypatch.setattr(druk, "installeer", lambda pakketten, _: gehaald.append(pakketten))
    assert druk.main() == afloop
    assert gehaald == [druk.PAKKETTEN]
    assert ("apt-get install" in capsys.readouterr().err) is (afloop == 1)


def test_halen_mislukt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def mislukt(pakketten: tuple[str, ...], waarvoor: str) -> None:
        raise subprocess.CalledProcessError(100, ["apt-get"])

    monkeypatch.setattr(druk, "kan_drukken", lambda: False)
    monkeypatch.setattr(druk, "installeer", mislukt)
    assert druk.main() == 1
    assert druk.RAAD in capsys.readouterr().err
