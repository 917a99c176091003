"""The talk API as the public contract (section 1) says it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DAG, Huis

BASIS = "/api/v1/gesprekken"


def test_begin(huis: Huis) -> None:
    antwoord = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad", "gedeelde_computer": False})
    assert antwoord.status_code == 201
    assert antwoord.json().keys() == {"gesprek", "berichten", "verloopt"}
    assert antwoord.json()["verloopt"] == "2026-11-21T12:00:00+00:00"
    assert antwoord.json()["berichten"][0]["van"] == "bot"
    gedeeld = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad", "gedeelde_computer": True})
    assert gedeeld.json()["verloopt"] == "2026-11-20T12:30:00+00:00"
    assert gedeeld.json()["gesprek"] != antwoord.json()["gesprek"]


def test_unknown_gemeente(huis: Huis) -> None:
    antwoord = huis.client.post(BASIS, json={"gemeente": "nergenshuizen"})
    assert antwoord.status_code == 404
    assert antwoord.json()["code"] == "gemeente_onbekend"


def test_message_goes_through_rasa(huis: Huis) -> None:
    token = huis.begin()
    antwoord = huis.zeg(token, "650 euro", gezien="b0v")
    assert antwoord.status_code == 200
    assert antwoord.json().keys() == {"berichten", "voortgang", "tussenstand"}
    assert antwoord.json()["tussenstand"]["bedrag_per_maand"] == "129.00"
    (verzoek,) = huis.rasa.verzoeken
    assert verzoek["message"] == "650 euro"
    assert verzoek["metadata"] == {
        "beurt": "m1",
        "keuze": None,
        "wijzig": None,
        "gezien": "b0v",
        "letterlijk": False,
    }
    assert verzoek["sender"] != token
    assert len(verzoek["sender"]) == 64
    assert huis.wegen(token) == ["rasa"]


def test_click_and_change_travel_without_words(huis: Huis) -> None:
    token = huis.begin()
    huis.zeg(token, keuze="k17", id="m1")
    huis.zeg(token, wijzig={"feit": "kale_huur"}, id="m2")
    assert [(v["message"], v["metadata"]["keuze"], v["metadata"]["wijzig"]) for v in huis.rasa.verzoeken] == [
        ("/keuze", "k17", None),
        ("/keuze", None, "kale_huur"),
    ]


def test_state_and_overview(huis: Huis) -> None:
    token = huis.begin()
    huis.zeg(token, "hoi")
    stand = huis.client.get(f"{BASIS}/{token}")
    assert stand.status_code == 200
    assert stand.json().keys() == {
        "gemeente", "berichten", "open_vraag", "voortgang", "tussenstand", "verloopt",
    }  # fmt: skip
    assert stand.json()["open_vraag"]["vraag"] == "leeftijd"
    overzicht = huis.client.get(f"{BASIS}/{token}/overzicht")
    assert overzicht.json().keys() == {"feiten", "uitkomsten", "tussenstand"}


def test_erase(huis: Huis) -> None:
    token = huis.begin()
    huis.zeg(token, "Pannenkoek met Zeewier")
    assert b"Pannenkoek met Zeewier" in huis.bytes()
    assert huis.client.delete(f"{BASIS}/{token}").status_code == 204
    assert b"Pannenkoek met Zeewier" not in huis.bytes()
    assert huis.client.delete(f"{BASIS}/{token}").status_code == 404
    assert huis.client.get(f"{BASIS}/{token}").status_code == 404
    assert huis.zeg(token, "hoi", id="m2").status_code == 404


@pytest.mark.parametrize("token", ["x" * 43, "kort", "é" * 43, "x" * 5000, "..%2F..%2Fetc", "a" * 64])
def test_made_up_tokens(huis: Huis, token: str) -> None:
    for antwoord in (
        huis.client.get(f"{BASIS}/{token}"),
        huis.client.get(f"{BASIS}/{token}/overzicht"),
        huis.client.get(f"{BASIS}/{token}/bewijs"),
        huis.client.delete(f"{BASIS}/{token}"),
        huis.zeg(token, "hoi"),
    ):
        assert antwoord.status_code == 404
        assert antwoord.headers["content-type"] == "application/problem+json"
    assert huis.rasa.verzoeken == []


def test_expired_says_the_same_as_made_up(huis: Huis) -> None:
    token = huis.begin()
    huis.zeg(token, "hoi")
    huis.klok.nu += DAG
    verlopen = huis.client.get(f"{BASIS}/{token}")
    verzonnen = huis.client.get(f"{BASIS}/{'x' * 43}")
    assert verlopen.status_code == 404
    assert verlopen.json() == verzonnen.json()
    assert huis.zeg(token, "hoi", id="m2").json() == verzonnen.json()


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        ({"id": "m1"}, ""),
        ({"id": "m1", "tekst": "a", "keuze": "b"}, ""),
        ({"id": "m1", "tekst": None}, ""),
        ({"id": "m1", "tekst": 5}, "tekst"),
        ({"id": "m1", "tekst": ["a"]}, "tekst"),
        ({"tekst": "a"}, "id"),
        ({"id": "", "tekst": "a"}, "id"),
        ({"id": "begin", "tekst": "a"}, "id"),
        ({"id": "a b", "tekst": "a"}, "id"),
        ({"id": "m1", "keuze": ""}, "keuze"),
        ({"id": "m1", "wijzig": "kale_huur"}, "wijzig"),
        ({"id": "m1", "wijzig": {"feit": "kale_huur", "x": 1}}, "wijzig.x"),
        ({"id": "m1", "tekst": "a", "bsn": "123456782"}, "bsn"),
        ({"id": "m1", "tekst": "a", "gezien": 7}, "gezien"),
    ],
)
def test_wrong_bodies_name_the_field(huis: Huis, lichaam: dict[str, object], veld: str) -> None:
    token = huis.begin()
    antwoord = huis.client.post(f"{BASIS}/{token}/berichten", json=lichaam)
    assert antwoord.status_code == 422
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]
    assert "123456782" not in antwoord.text
    assert huis.rasa.verzoeken == []


@pytest.mark.parametrize("waarde", ["true", 1, None])
def test_shared_computer_is_yes_or_no(huis: Huis, waarde: object) -> None:
    antwoord = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad", "gedeelde_computer": waarde})
    assert antwoord.status_code == 422
    assert antwoord.json()["fouten"][0]["veld"] == "gedeelde_computer"


def test_health(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    assert huis.client.get("/gezond").json() == {"gezond": True}
    huis.rasa.gedrag = huis.rasa.weg
    huis.zeg(huis.begin(), "hoi")
    assert huis.client.get("/gezond").status_code == 200
    (huis.map / "db" / "proef.db").rename(huis.map / "db" / "weg.db")
    huis.bronnen.opslag.sluit()
    assert huis.client.get("/gezond").status_code == 503


def test_openapi_names_every_call_and_model(huis: Huis) -> None:
    schema = huis.client.get("/openapi.json").json()
    assert schema["paths"].keys() == {
        f"{BASIS}",
        f"{BASIS}/{{gesprek}}",
        f"{BASIS}/{{gesprek}}/berichten",
        f"{BASIS}/{{gesprek}}/overzicht",
        f"{BASIS}/{{gesprek}}/bewijs",
        f"{BASIS}/{{gesprek}}/agenda",
        f"{BASIS}/{{gesprek}}/meenemen",
        f"{BASIS}/{{gesprek}}/weg",
        f"{BASIS}/{{gesprek}}/overdracht/voorbeeld",
        f"{BASIS}/{{gesprek}}/overdracht",
        f"{BASIS}/ophalen",
        "/api/v1/overdracht/{kenmerk}/status",
        "/api/v1/overdracht/{kenmerk}/intrekken",
        "/api/v1/berekening",
        "/api/v1/vergelijking",
        "/api/v1/werken",
        "/api/v1/lees",
        "/gezond",
    }
    modellen = schema["components"]["schemas"]
    assert {
        "BeurtAntwoord",
        "GesprekStand",
        "Overzicht",
        "Bewijs",
        "Bericht",
        "Uitkomst",
        "ProbleemModel",
    } <= modellen.keys()
    assert "HTTPValidationError" not in modellen
    antwoorden = schema["paths"][f"{BASIS}/{{gesprek}}/berichten"]["post"]["responses"]
    assert antwoorden["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/BeurtAntwoord")
    assert list(antwoorden["422"]["content"]) == ["application/problem+json"]


def test_a_talk_survives_the_gateway(huis: Huis, maak_huis: object) -> None:
    token = huis.begin()
    huis.zeg(token, "hoi")
    assert callable(maak_huis)
    tweede: Huis = maak_huis()
    assert isinstance(tweede.client, TestClient)
    assert tweede.client.get(f"{BASIS}/{token}").json() == huis.client.get(f"{BASIS}/{token}").json()
    assert tweede.zeg(token, "iets anders").json() == huis.zeg(token, "hoi").json()
    assert len(tweede.rasa.verzoeken) == 0


@pytest.mark.parametrize("pad", ["/", "/zelfcheck/voorbeeldstad", "/widget.js", "/widget/element.js"])
def test_pages_and_widget_are_served(huis: Huis, pad: str) -> None:
    antwoord = huis.client.get(pad)
    assert antwoord.status_code == 200
    assert antwoord.headers["referrer-policy"] == "no-referrer"
    assert "unsafe-inline" not in antwoord.headers["content-security-policy"]
    assert "set-cookie" not in antwoord.headers
