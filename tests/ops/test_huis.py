"""The house without its residents: secrets, ports, settings; and what `make start` says when a port is taken."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

from ops.huis import Huis, Poorten, rasa_opdracht, sleutels
from ops.plekken import WORTEL
from ops.train import rasa_omgeving


def test_sleutels_worden_eenmaal_gemaakt(tmp_path: Path) -> None:
    eerste = sleutels(tmp_path / "nieuw")
    assert len(eerste["RECHTOP_SLEUTEL"]) >= 32
    assert sleutels(tmp_path / "nieuw") == eerste
    assert sleutels(tmp_path / "ander") != eerste
    assert stat.S_IMODE((tmp_path / "nieuw" / "sleutels.env").stat().st_mode) == 0o600


def test_poorten(tmp_path: Path) -> None:
    huis = Huis(tmp_path, Poorten(web=8123))
    assert huis.web_url == "http://127.0.0.1:8123"
    gekozen = [huis.poorten.intern, huis.poorten.actions, huis.poorten.rasa]
    assert len({*gekozen, 8123}) == 4
    assert all(poort > 0 for poort in gekozen)


def test_rasa_krijgt_geen_sleutels_en_luistert_alleen_binnen(tmp_path: Path) -> None:
    os.environ["RECHTOP_SLEUTEL"] = "geheim"
    try:
        omgeving = rasa_omgeving()
    finally:
        del os.environ["RECHTOP_SLEUTEL"]
    assert not [naam for naam in omgeving if naam.startswith("RECHTOP_")]
    assert omgeving["RASA_TELEMETRY_ENABLED"] == "false"
    opdracht = rasa_opdracht(tmp_path / "m.tar.gz", 5005)
    assert opdracht[opdracht.index("-i") + 1] == "127.0.0.1"
    assert "--enable-api" not in opdracht


def test_make_start_meldt_een_bezette_poort(tmp_path: Path) -> None:
    with socket.socket() as ander:
        ander.bind(("127.0.0.1", 0))
        ander.listen()
        poort = ander.getsockname()[1]
        klaar = _start(tmp_path, RECHTOP_INTERN_POORT=str(poort))
    assert klaar.returncode == 1
    assert f"port {poort} is taken" in klaar.stderr


def test_make_start_meldt_een_poort_die_geen_getal_is(tmp_path: Path) -> None:
    klaar = _start(tmp_path, RECHTOP_WEB_POORT="tachtig")
    assert klaar.returncode == 1
    assert "RECHTOP_WEB_POORT must be a port number" in klaar.stderr


def _start(map_gegevens: Path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ops.start"],
        cwd=WORTEL,
        env=os.environ | {"RECHTOP_GEGEVENS": str(map_gegevens)} | omgeving,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
