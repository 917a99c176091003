"""A second Rasa takes over, or does not: with small servers in the places of web and Rasa."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ops.fouten import WisselMislukt
from ops.huis import RASA_GEREED, Huis, Poorten
from ops.proces import Proces, vrije_poorten, wacht_op

RASA = """
import http.server, json, sys
verstaat = sys.argv[2] != "niets"
class Rasa(http.server.BaseHTTPRequestHandler):
    def geef(self, wat):
        self.send_response(200); self.end_headers(); self.wfile.write(json.dumps(wat).encode())
    def do_GET(self): self.geef({"model": True})
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.geef([{"custom": {"rangschikking": [["faq_huurtoeslag", 0.9]]}}] if verstaat else [])
    def log_message(self, *_): pass
if sys.argv[2] == "valt": sys.exit("no room")
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Rasa).serve_forever()
"""


class Web:
    """The internal port of web: remembers what it was told, and how many messages are still under way at each time."""

    def __init__(self, poort: int) -> None:
        self.gezegd: list[str] = []
        self.onderweg: list[int] = []
        self.status = 200
        self.kijk: Callable[[], None] = lambda: None
        web = self

        class Antwoord(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                lichaam = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                web.gezegd.append(lichaam["adres"])
                web.kijk()
                self.send_response(web.status)
                self.end_headers()
                self.wfile.write(
                    json.dumps({"onderweg": web.onderweg.pop(0) if web.onderweg else 0}).encode()
                )

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", poort), Antwoord)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class NepHuis(Huis):
    """Its Rasa is the server above; the name of the model says how it does."""

    def _maak_rasa(self, model: Path, poort: int) -> Proces:
        opdracht = [sys.executable, "-c", RASA, str(poort), model.name]
        gereed = f"http://127.0.0.1:{poort}{RASA_GEREED}"
        return Proces("rasa", opdracht, self.map_gegevens, dict(os.environ), self._log("rasa"), gereed)


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[NepHuis]:
    een = NepHuis(tmp_path, Poorten(intern=vrije_poorten(1)[0]), model=tmp_path / "oud")
    een._processen = een._maak_processen(tmp_path / "oud")
    oud = een._processen["rasa"]
    oud.start()
    wacht_op([oud])
    yield een
    een.stop()


@pytest.fixture
def web(huis: NepHuis) -> Iterator[Web]:
    een = Web(huis.poorten.intern)
    yield een
    een.server.shutdown()
    een.server.server_close()


def test_de_oude_gaat_pas_weg_als_zij_niets_meer_heeft(huis: NepHuis, web: Web, tmp_path: Path) -> None:
    oud, eerste = huis._processen["rasa"], huis.rasa_url
    leefde: list[bool] = []
    web.onderweg = [2, 1, 0]
    web.kijk = lambda: leefde.append(oud.leeft)
    huis.wissel(tmp_path / "nieuw")
    assert leefde == [True, True, True]
    assert not oud.leeft
    assert huis.rasa_url != eerste
    assert web.gezegd == [huis.rasa_url] * 3
    assert huis.model == tmp_path / "nieuw"
    assert huis._processen["rasa"].leeft
    assert huis._processen["web"].omgeving["RECHTOP_RASA_URL"] == huis.rasa_url
    assert huis.gevallen() == []


@pytest.mark.parametrize(
    ("model", "status", "reden"),
    [
        ("valt", 200, "ended with code 1"),
        ("niets", 200, "makes nothing of a sentence"),
        ("nieuw", 500, "500 Internal Server Error"),
    ],
)
def test_wie_niet_kan_komt_niet(
    huis: NepHuis, web: Web, tmp_path: Path, model: str, status: int, reden: str
) -> None:
    oud, eerste = huis._processen["rasa"], huis.rasa_url
    web.status = status
    with pytest.raises(WisselMislukt, match=reden):
        huis.wissel(tmp_path / model)
    assert oud.leeft
    assert huis._processen["rasa"] is oud
    assert (huis.rasa_url, huis.model) == (eerste, tmp_path / "oud")
    assert web.gezegd[1:] == ([eerste] if status == 500 else []), "web is sent back to the old one"
    assert huis.gevallen() == []


def test_geen_wissel_in_een_huis_dat_stopt(huis: NepHuis, web: Web, tmp_path: Path) -> None:
    huis.stop()
    with pytest.raises(WisselMislukt, match="being stopped"):
        huis.wissel(tmp_path / "nieuw")
    assert web.gezegd == []
