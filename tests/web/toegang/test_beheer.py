"""The command line: accounts from the machine itself, with the key and database of `make start` or of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops.huis import sleutels
from web.toegang.__main__ import main


@pytest.fixture
def thuis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for naam in ("RECHTOP_SLEUTEL", "RECHTOP_DATABASE", "RECHTOP_CONTENT"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("RECHTOP_GEGEVENS", str(tmp_path))
    return tmp_path


def test_an_account_from_beginning_to_end(thuis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sleutels(thuis)
    nieuw = ["nieuw", "j.jansen", "--naam", "Jan Jansen", "--gemeente", "voorbeeldstad", "--rol", "balie"]
    assert main(nieuw) == 0
    uit = capsys.readouterr()
    assert uit.out.startswith("http://127.0.0.1:8000/aanmelden/instellen/")
    assert uit.out.count("\n") == 1
    assert main(nieuw) == 1
    assert "already an account" in capsys.readouterr().err
    assert main(["rollen", "j.jansen", "--rol", "balie", "--rol", "beheerder"]) == 0
    assert main(["blokkeer", "j.jansen"]) == 0
    assert main(["lijst"]) == 0
    assert capsys.readouterr().out.split("\t")[1:6] == [
        "j.jansen", "Jan Jansen", "balie,beheerder", "never", "blocked",
    ]  # fmt: skip
    assert main(["vrij", "j.jansen"]) == 0
    assert main(["herstel", "j.jansen"]) == 0
    assert main(["verwijder", "j.jansen"]) == 0
    assert main(["verwijder", "j.jansen"]) == 1
    capsys.readouterr()
    assert main(["spoor"]) == 0
    soorten = [regel.split("\t")[3] for regel in capsys.readouterr().out.splitlines()]
    assert soorten == [
        "account_gemaakt", "account_veranderd", "account_geblokkeerd", "account_vrijgegeven",
        "account_hersteld", "account_verwijderd",
    ]  # fmt: skip


def test_what_cannot_be_is_told(thuis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lijst"]) == 1
    assert "RECHTOP_SLEUTEL" in capsys.readouterr().err
    sleutels(thuis)
    assert main(["nieuw", "x", "--gemeente", "../voorbeeldstad", "--rol", "balie"]) == 1
    assert main(["nieuw", "x", "--gemeente", "bestaat-niet", "--rol", "balie"]) == 1
    with pytest.raises(SystemExit):
        main(["nieuw", "x", "--gemeente", "voorbeeldstad", "--rol", "baas"])


def test_another_database_needs_its_own_key(
    thuis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sleutels(thuis)
    monkeypatch.setenv("RECHTOP_DATABASE", f"sqlite:///{thuis / 'elders.db'}")
    assert main(["lijst"]) == 1
    assert "RECHTOP_SLEUTEL" in capsys.readouterr().err
    monkeypatch.setenv("RECHTOP_SLEUTEL", "s" * 32)
    assert main(["lijst"]) == 0
