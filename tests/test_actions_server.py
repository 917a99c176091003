"""The webhook in Rasa's contract: what Rasa sends becomes a turn, what goes wrong an error."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from actions import server
from actions.contract import Bericht, BeurtAntwoord, Tussenstand, Voortgang
from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend

BRONNEN = cast(Bronnen, object())
ANTWOORD = BeurtAntwoord(
    berichten=[Bericht(id="m1", van="bot", soort="tekst", tekst="Goed.")],
    voortgang=Voortgang(beantwoord=1, nog_ongeveer=2),
    tussenstand=Tussenstand(
        aantal=0, bedrag_per_maand=Decimal(0), waarvan_al_ontvangen=Decimal(0), onder_voorbehoud=False
    ),
)
Beurt = Callable[[Bronnen, str, BeurtInvoer], BeurtAntwoord]


def verzoek(tekst: str | None = "hallo", **metadata: str | None) -> dict[str, Any]:
    """As Rasa 3.6.21 sends it, with fields that we do not read."""
    return {
        "next_action": "action_beurt",
        "sender_id": "abc123",
        "version": "3.6.21",
        "tracker": {
            "sender_id": "abc123",
            "slots": {},
            "events": [{"event": "user", "text": tekst}],
            "latest_message": {
                "text": tekst,
                "intent": {"name": "begroeting", "confidence": 0.9},
                "entities": [],
                "intent_ranking": [
                    {"name": "begroeting", "confidence": 0.9},
                    {"name": "ja", "confidence": 0.1},
                    {"name": None, "confidence": 0.0},
                ],
                "metadata": {"beurt": "b1", "model_id": "x"} | metadata,
            },
        },
    }


@pytest.fixture
def klant(monkeypatch: pytest.MonkeyPatch) -> Callable[[Beurt], TestClient]:
    def _maak(beurt: Beurt) -> TestClient:
        monkeypatch.setattr(server, "beurt", beurt)
        return TestClient(server.maak_app(BRONNEN))

    return _maak


def test_een_zin_wordt_een_beurt(klant: Callable[[Beurt], TestClient]) -> None:
    gezien: list[tuple[Bronnen, str, BeurtInvoer]] = []

    def beurt(bronnen: Bronnen, gesprek: str, invoer: BeurtInvoer) -> BeurtAntwoord:
        gezien.append((bronnen, gesprek, invoer))
        return ANTWOORD

    antwoord = klant(beurt).post("/webhook", json=verzoek("hallo daar", gezien="m7"))
    assert antwoord.status_code == 200
    assert antwoord.json() == {
        "events": [],
        "responses": [
            {
                "custom": {
                    "berichten": [{"id": "m1", "van": "bot", "soort": "tekst", "tekst": "Goed."}],
                    "voortgang": {"beantwoord": 1, "nog_ongeveer": 2},
                    "tussenstand": {
                        "aantal": 0,
                        "bedrag_per_maand": "0.00",
                        "waarvan_al_ontvangen": "0.00",
                        "onder_voorbehoud": False,
                    },
                }
            }
        ],
    }
    intenties = (("begroeting", 0.9), ("ja", 0.1))
    invoer = BeurtInvoer(id="b1", tekst="hallo daar", gezien="m7", intenties=intenties, weg="rasa")
    assert gezien == [(BRONNEN, "abc123", invoer)]


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        ("keuze", BeurtInvoer("b1", None, keuze="k-3")),
        ("wijzig", BeurtInvoer("b1", None, wijzig="k-3")),
    ],
)
def test_een_klik_heeft_geen_tekst(
    klant: Callable[[Beurt], TestClient], wat: str, verwacht: BeurtInvoer
) -> None:
    gezien: list[BeurtInvoer] = []

    def beurt(_bronnen: Bronnen, _gesprek: str, invoer: BeurtInvoer) -> BeurtAntwoord:
        gezien.append(invoer)
        return ANTWOORD

    klant(beurt).post("/webhook", json=verzoek("/keuze", **{wat: "k-3"}))
    assert gezien == [verwacht]


def test_een_gesprek_dat_er_niet_is(klant: Callable[[Beurt], TestClient]) -> None:
    def beurt(_bronnen: Bronnen, gesprek: str, _invoer: BeurtInvoer) -> BeurtAntwoord:
        raise GesprekOnbekend(gesprek)

    antwoord = klant(beurt).post("/webhook", json=verzoek())
    assert antwoord.status_code == 404
    assert antwoord.json() == {"error": "No such talk", "action_name": "action_beurt"}


def test_een_fout_noemt_geen_zin(
    klant: Callable[[Beurt], TestClient], caplog: pytest.LogCaptureFixture
) -> None:
    def beurt(_bronnen: Bronnen, _gesprek: str, invoer: BeurtInvoer) -> BeurtAntwoord:
        raise ValueError(f"kan {invoer.tekst} niet aan")

    antwoord = klant(beurt).post("/webhook", json=verzoek("mijn zebrapad"))
    assert antwoord.status_code == 500
    assert antwoord.json() == {"error": "ValueError", "action_name": "action_beurt"}
    assert "zebrapad" not in caplog.text
    assert "ValueError" in caplog.text
    assert "test_actions_server.py" in caplog.text, "the place is named"


@pytest.mark.parametrize("weg", ["next_action", "sender_id", "tracker"])
def test_wat_geen_verzoek_van_rasa_is(klant: Callable[[Beurt], TestClient], weg: str) -> None:
    def beurt(_bronnen: Bronnen, _gesprek: str, _invoer: BeurtInvoer) -> BeurtAntwoord:
        raise AssertionError("no turn")

    inhoud = verzoek("mijn zebrapad")
    del inhoud[weg]
    antwoord = klant(beurt).post("/webhook", json=inhoud)
    assert antwoord.status_code == 400
    assert antwoord.json() == {"error": f"Not a request of Rasa: {weg}", "action_name": "action_beurt"}


def test_zonder_client_id_geen_beurt(klant: Callable[[Beurt], TestClient]) -> None:
    """Someone on the machine who talks to Rasa directly: without the gateway's metadata nothing happens."""
    inhoud = verzoek("mijn zebrapad")
    inhoud["tracker"]["latest_message"]["metadata"] = {}
    antwoord = klant(lambda *_: ANTWOORD).post("/webhook", json=inhoud)
    assert antwoord.status_code == 400
    assert "zebrapad" not in antwoord.text


def test_een_onbekende_actie(klant: Callable[[Beurt], TestClient]) -> None:
    antwoord = klant(lambda *_: ANTWOORD).post("/webhook", json=verzoek() | {"next_action": "action_anders"})
    assert antwoord.status_code == 404


def test_gezond(klant: Callable[[Beurt], TestClient]) -> None:
    app = klant(lambda *_: ANTWOORD)
    assert app.get("/gezond").status_code == 200
    assert app.get("/docs").status_code == app.get("/openapi.json").status_code == 404


def test_een_proef_krijgt_alleen_de_ranglijst(klant: Callable[[Beurt], TestClient], caplog: Any) -> None:
    """An editor tries a sentence: no turn is made, and nothing of it is read, kept or logged."""

    def beurt(_bronnen: Bronnen, _gesprek: str, _invoer: BeurtInvoer) -> BeurtAntwoord:
        raise AssertionError("no turn")

    inhoud = verzoek("mijn zebrapad")
    inhoud["tracker"]["latest_message"]["metadata"] = {"proef": True}
    with caplog.at_level("DEBUG"):
        antwoord = klant(beurt).post("/webhook", json=inhoud)
    assert antwoord.json() == {
        "events": [],
        "responses": [{"custom": {"rangschikking": [["begroeting", 0.9], ["ja", 0.1]]}}],
    }
    assert "zebrapad" not in caplog.text


@pytest.mark.parametrize("wat", [False, "ja", 1, {}])
def test_alleen_een_echte_proef_is_een_proef(klant: Callable[[Beurt], TestClient], wat: Any) -> None:
    inhoud = verzoek("mijn zebrapad")
    inhoud["tracker"]["latest_message"]["metadata"] = {"proef": wat}
    antwoord = klant(lambda *_: ANTWOORD).post("/webhook", json=inhoud)
    assert antwoord.status_code == 400
