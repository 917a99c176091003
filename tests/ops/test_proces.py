"""Starting and ending one process: ready means it answers, failing is loud, and nothing is left behind."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from ops.proces import PoortBezet, Proces, StartMislukt, is_vrij, vrije_poorten, wacht_op

GOED = """
import http.server, subprocess, sys
kind = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
print("child", kind.pid, flush=True)
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
"""
DOOF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + GOED
VALT_OM = "import sys; print('the reason', file=sys.stderr); sys.exit(3)"
ZWIJGT = "import time; print('busy', flush=True); time.sleep(300)"

Maker = Callable[..., Proces]


@pytest.fixture
def maak(tmp_path: Path) -> Iterator[Maker]:
    gemaakt: list[Proces] = []

    def _maak(code: str, poort: int | None = None, geduld: float = 20) -> Proces:
        poort = poort or vrije_poorten(1)[0]
        opdracht = [sys.executable, "-c", code, str(poort)]
        log, gereed = tmp_path / "log" / "proef.log", f"http://127.0.0.1:{poort}/"
        proces = Proces("proef", opdracht, tmp_path, dict(os.environ), log, gereed, geduld)
        gemaakt.append(proces)
        return proces

    yield _maak
    for proces in gemaakt:
        proces.kill9()


def leeft(pid: int) -> bool:
    """Whether a process with this number runs (a dead one that nobody fetched does not count)."""
    with suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


def wacht_tot_weg(pid: int) -> None:
    einde = time.monotonic() + 10
    while leeft(pid):
        assert time.monotonic() < einde, f"{pid} still runs"
        time.sleep(0.05)


def kind_van(proces: Proces) -> int:
    return int(proces.log.read_text().split("child ")[1].split()[0])


@pytest.mark.parametrize("code", [GOED, DOOF], ids=["listens", "ignores SIGTERM"])
def test_start_wacht_stop(maak: Maker, code: str) -> None:
    proces = maak(code)
    proces.start()
    proces.wacht()
    assert httpx.get(proces.gereed, trust_env=False).status_code == 200
    pid, kind = proces.pid, kind_van(proces)
    assert pid is not None
    assert leeft(kind)
    proces.stop(geduld=1)
    assert not proces.leeft
    wacht_tot_weg(pid)
    wacht_tot_weg(kind)
    assert is_vrij(httpx.URL(proces.gereed).port or 0)
    proces.stop()


def test_kill9_en_weer_starten_op_dezelfde_poort(maak: Maker) -> None:
    proces = maak(GOED)
    proces.start()
    proces.wacht()
    pid, kind = proces.pid, kind_van(proces)
    assert pid is not None
    proces.kill9()
    wacht_tot_weg(pid)
    wacht_tot_weg(kind)
    assert proces.gevallen is None, "we asked for it"
    proces.start()
    proces.wacht()
    assert proces.pid != pid


def test_wie_omvalt_wordt_gemeld_met_zijn_laatste_regels(maak: Maker) -> None:
    proces = maak(VALT_OM)
    proces.start()
    with pytest.raises(StartMislukt, match=r"ended with code 3(.|\n)*the reason"):
        proces.wacht()
    assert proces.gevallen == 3


def test_wie_zwijgt_wordt_gemeld(maak: Maker) -> None:
    proces = maak(ZWIJGT, geduld=1)
    proces.start()
    with pytest.raises(StartMislukt, match=r"did not answer(.|\n)*busy"):
        proces.wacht()


def test_een_die_omvalt_laat_niet_op_een_trage_wachten(maak: Maker, tmp_path: Path) -> None:
    traag, gevallen = maak(ZWIJGT, geduld=300), maak(VALT_OM)
    gevallen.naam, gevallen.log = "ander", tmp_path / "ander.log"
    traag.start()
    gevallen.start()
    with pytest.raises(StartMislukt, match="ander ended with code 3"):
        wacht_op([traag, gevallen])


def test_een_bezette_poort(maak: Maker) -> None:
    with socket.socket() as ander:
        ander.bind(("127.0.0.1", 0))
        ander.listen()
        poort = ander.getsockname()[1]
        proces = maak(GOED, poort)
        with pytest.raises(PoortBezet, match=f"port {poort} is taken"):
            proces.start()
        assert proces.pid is None


def test_vrije_poorten_zijn_verschillend() -> None:
    poorten = vrije_poorten(20)
    assert len(set(poorten)) == 20
    assert all(is_vrij(poort) for poort in poorten)
