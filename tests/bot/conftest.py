"""A real Rasa with the project's model; for our action server stands one that writes down what it is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from ops.huis import RASA_GEREED, rasa_opdracht
from ops.plekken import BOT
from ops.proces import Proces, vrije_poorten
from ops.train import rasa_omgeving, zorg_voor_model


@dataclass(slots=True)
class Luisteraar:
    """Answers every turn with one message that names its number."""

    verzoeken: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200
    gebeurtenissen: Any = ()

    def antwoord(self, verzoek: dict[str, Any]) -> dict[str, Any]:
        self.verzoeken.append(verzoek)
        if self.status != 200:
            return {"error": "kapot", "action_name": "action_beurt"}
        return {"events": self.gebeurtenissen, "responses": [{"custom": {"nummer": len(self.verzoeken)}}]}


def _maak_server(luisteraar: Luisteraar) -> ThreadingHTTPServer:
    class Afhandeling(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            verzoek = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            inhoud = json.dumps(luisteraar.antwoord(verzoek)).encode()
            self.send_response(luisteraar.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(inhoud)))
            self.end_headers()
            self.wfile.write(inhoud)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return ThreadingHTTPServer(("127.0.0.1", 0), Afhandeling)


@dataclass(frozen=True, slots=True)
class EchteRasa:
    url: str
    proces: Proces
    luisteraar: Luisteraar

    def zeg(self, afzender: str, tekst: str, **metadata: str) -> Any:
        """What Rasa's REST channel answers to one message."""
        bericht = {"sender": afzender, "message": tekst, "metadata": metadata}
        antwoord = httpx.post(f"{self.url}/webhooks/rest/webhook", json=bericht, timeout=30, trust_env=False)
        assert antwoord.status_code == 200
        return antwoord.json()


@pytest.fixture(scope="session")
def _gestarte_rasa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EchteRasa]:
    luisteraar = Luisteraar()
    server = _maak_server(luisteraar)
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    (poort,) = vrije_poorten(1)
    url = f"http://127.0.0.1:{poort}"
    proces = Proces(
        naam="rasa",
        opdracht=rasa_opdracht(zorg_voor_model(), poort),
        map=BOT,
        omgeving=rasa_omgeving()
        | {"RECHTOP_ACTIONS_WEBHOOK": f"http://127.0.0.1:{server.server_port}/webhook"},
        log=tmp_path_factory.mktemp("rasa") / "rasa.log",
        gereed=url + RASA_GEREED,
        geduld=240,
    )
    try:
        proces.start()
        proces.wacht()
        yield EchteRasa(url, proces, luisteraar)
    finally:
        proces.stop()
        server.shutdown()
        server.server_close()


@pytest.fixture
def rasa(_gestarte_rasa: EchteRasa) -> EchteRasa:
    """One Rasa for all tests, with an empty notebook for each."""
    _gestarte_rasa.luisteraar.verzoeken.clear()
    _gestarte_rasa.luisteraar.status = 200
    _gestarte_rasa.luisteraar.gebeurtenissen = ()
    return _gestarte_rasa
