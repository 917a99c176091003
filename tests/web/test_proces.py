"""`python -m web`: two apps in one process, on loopback, that stop when asked and say why they do not start."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from content.lokaal.nieuw import maak_gemeente
from ops.plekken import CONTENT, WORTEL


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort: int = s.getsockname()[1]
        return poort


@contextmanager
def web(tmp_path: Path, module: str = "web", **omgeving: str) -> Iterator[subprocess.Popen[str]]:
    omgeving = {
        **{k: v for k, v in os.environ.items() if not k.startswith("RECHTOP_")},
        "RECHTOP_DATABASE": f"sqlite:///{tmp_path / 'proef.db'}",
        # nobody is there: the talk must go on without Rasa
        "RECHTOP_RASA_URL": f"http://127.0.0.1:{vrije_poort()}",
        "RECHTOP_ACTIONS_URL": f"http://127.0.0.1:{vrije_poort()}",
        **omgeving,
    }
    proces = subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=WORTEL,
        env=omgeving,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield proces
    finally:
        if proces.poll() is None:
            proces.kill()
        proces.communicate()


def wacht_op(url: str, proces: subprocess.Popen[str]) -> httpx.Response:
    einde = time.monotonic() + 60
    while time.monotonic() < einde:
        assert proces.poll() is None, proces.communicate()[0]
        try:
            return httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


def test_a_talk_without_rasa_over_real_sockets(tmp_path: Path) -> None:
    poort, intern = vrije_poort(), vrije_poort()
    with web(tmp_path, RECHTOP_WEB_POORT=str(poort), RECHTOP_INTERN_POORT=str(intern)) as proces:
        buiten, binnen = f"http://127.0.0.1:{poort}", f"http://127.0.0.1:{intern}"
        assert wacht_op(f"{buiten}/gezond", proces).json() == {"gezond": True}
        assert wacht_op(f"{binnen}/gezond", proces).json()["status"] == "degraded"
        begin = httpx.post(f"{buiten}/api/v1/gesprekken", json={"gemeente": "voorbeeldstad"}).json()
        gesprek = f"{buiten}/api/v1/gesprekken/{begin['gesprek']}"
        start = next(
            k["id"] for b in begin["berichten"] for k in b.get("keuzes", ()) if k["id"].startswith("start")
        )
        eerste = httpx.post(f"{gesprek}/berichten", json={"id": "m1", "keuze": start}, timeout=20).json()
        vraag = eerste["berichten"][-1]
        assert vraag["soort"] == "vraag"
        stand = httpx.get(gesprek).json()
        assert stand["open_vraag"]["vraag"] == vraag["vraag"]
        antwoord = httpx.post(f"{buiten}/gezond")
        assert "server" not in antwoord.headers
        assert 'rechtop_beurten_total{weg="nood"} 1.0' in httpx.get(f"{binnen}/metrics").text
        assert httpx.get(f"{buiten}/metrics").status_code == 404
        assert httpx.delete(gesprek).status_code == 204
        proces.send_signal(signal.SIGTERM)
        log, _ = proces.communicate(timeout=20)
        assert proces.returncode == 0, log
    assert begin["gesprek"] not in log
    assert "POST /api/v1/gesprekken/{gesprek}/berichten 200" in log


@pytest.mark.parametrize("welke", ["RECHTOP_WEB_POORT", "RECHTOP_INTERN_POORT"])
def test_a_port_in_use_ends_both(tmp_path: Path, welke: str) -> None:
    poorten = {"RECHTOP_WEB_POORT": str(vrije_poort()), "RECHTOP_INTERN_POORT": str(vrije_poort())}
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poorten[welke] = str(bezet.getsockname()[1])
        with web(tmp_path, **poorten) as proces:
            log, _ = proces.communicate(timeout=60)
            assert proces.returncode != 0
            assert "cannot listen" in log
            assert "Address already in use" in log


@pytest.mark.parametrize("module", ["web", "actions.server"])
def test_a_gemeente_that_is_not_filled_in_yet_is_named(tmp_path: Path, module: str) -> None:
    inhoud = tmp_path / "inhoud"
    shutil.copytree(CONTENT, inhoud, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    maak_gemeente(inhoud, "nieuwstad")
    poorten = {f"RECHTOP_{wat}_POORT": str(vrije_poort()) for wat in ("WEB", "INTERN", "ACTIONS")}
    with web(tmp_path, module, RECHTOP_CONTENT=str(inhoud), **poorten) as proces:
        log, _ = proces.communicate(timeout=60)
        assert proces.returncode == 1
        assert "the content cannot be read:\ngemeenten/nieuwstad.yml:naam: dit moet u nog invullen" in log
        assert "Traceback" not in log


def test_outside_loopback_without_a_key(tmp_path: Path) -> None:
    with web(tmp_path, RECHTOP_WEB_ADRES="0.0.0.0", RECHTOP_WEB_POORT="0") as proces:
        log, _ = proces.communicate(timeout=60)
        assert proces.returncode != 0
        assert "RECHTOP_SLEUTEL" in log
