"""What the talk says after handing over: once, in the record, without anything of the request; and when it did not arrive."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from actions.gesprek.opslag import gesprek_id
from actions.overdracht.rijen import geef_op
from actions.overdracht.tabellen import overdracht
from tests.overdracht.conftest import PERSOONLIJK, H, Huis


def _berichten(huis: Huis, token: str) -> list[dict[str, Any]]:
    uit: list[dict[str, Any]] = huis.client.get(f"/api/v1/gesprekken/{token}").json()["berichten"]
    return uit


def _zeg(huis: Huis, token: str, id_: str, **wat: Any) -> list[dict[str, Any]]:
    antwoord = huis.client.post(f"/api/v1/gesprekken/{token}/berichten", json={"id": id_, **wat})
    assert antwoord.status_code == 200, antwoord.text
    uit: list[dict[str, Any]] = antwoord.json()["berichten"]
    return uit


def _met_vraag(huis: Huis) -> tuple[str, list[dict[str, Any]]]:
    """A talk in which a question waits."""
    nieuw = huis.client.post("/api/v1/gesprekken", json={"gemeente": "voorbeeldstad"})
    token = nieuw.json()["gesprek"]
    return token, _zeg(huis, token, "m1", keuze="start")


def _stuur(huis: Huis, token: str, **anders: Any) -> httpx.Response:
    versie = huis.voorbeeld(token, delen=[]).json()["toestemming"]["versie"]
    uit = huis.stuur(token, {"versie": versie, "gegeven": True}, **{"delen": [], **anders})
    assert uit.status_code == 201, uit.text
    return uit


def test_it_is_told_with_when_and_the_question_comes_back(huis: Huis) -> None:
    """Friday afternoon: after the weekend, and what was promised."""
    token, eerst = _met_vraag(huis)
    _stuur(huis, token)
    *_, gezegd, vraag = _berichten(huis, token)
    assert gezegd["soort"] == "tekst"
    assert "onderweg naar Team Inkomen van Voorbeeldstad" in gezegd["tekst"]
    assert "op zijn vroegst maandag 23 november tussen 9.00 en 12.00 uur" in gezegd["tekst"]
    assert "op dinsdag 24 november of eerder" in gezegd["tekst"]
    assert "geen medewerker" in gezegd["tekst"]
    assert (vraag["soort"], vraag["vraag"]) == ("vraag", eerst[-1]["vraag"])
    assert huis.client.get(f"/api/v1/gesprekken/{token}").json()["open_vraag"]["id"] == vraag["id"]


def test_inside_opening_hours_it_can_be_today(huis: Huis) -> None:
    huis.klok.nu = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    token = huis.gesprek()
    _stuur(huis, token, beste_moment="geen_voorkeur")
    assert "De gemeente kan u vandaag nog bellen." in _berichten(huis, token)[-1]["tekst"]


def test_with_an_e_mail_address_only_nobody_calls(huis: Huis) -> None:
    token = huis.gesprek()
    _stuur(huis, token, telefoon=" ")
    tekst = _berichten(huis, token)[-1]["tekst"]
    assert "De gemeente stuurt u een e-mail." in tekst
    assert "bellen" not in tekst


def test_a_gemeente_that_tells_nothing_promises_nothing(huis: Huis) -> None:
    token = huis.gesprek("postvak")
    _stuur(huis, token)
    tekst = _berichten(huis, token)[-1]["tekst"]
    assert "De gemeente neemt contact met u op." in tekst
    assert "vroegst" not in tekst


def test_nothing_of_the_request_is_in_the_talk(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    uit = _stuur(huis, token).json()
    bewaard = json.dumps(huis.client.get(f"/api/v1/gesprekken/{token}").json())
    gesprek = huis.bronnen.opslag.lees(gesprek_id(token))
    assert gesprek is not None
    bewaard += repr(gesprek)
    for verboden in (*PERSOONLIJK, uit["kenmerk"], uit["intrekcode"]):
        assert verboden not in bewaard


def test_the_same_request_again_adds_nothing(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    eerst = _berichten(huis, token)
    _stuur(huis, token)
    assert _berichten(huis, token) == eerst
    _stuur(huis, token, id="h2")
    assert len(_berichten(huis, token)) == len(eerst) + 2


def test_what_is_refused_leaves_no_word_in_the_talk(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    eerst = _berichten(huis, token)
    assert huis.stuur(token, None, delen=[]).status_code == 403
    assert huis.stuur(token, {"versie": "0" * 16, "gegeven": True}, delen=[]).status_code == 409
    assert huis.stuur(token, None, delen=[], telefoon="12", email=None).status_code == 422
    assert _berichten(huis, token) == eerst


def test_who_did_not_see_it_yet_still_answers_the_question_on_screen(huis: Huis) -> None:
    token, eerst = _met_vraag(huis)
    _stuur(huis, token)
    _stuur(huis, token, id="h2")
    verder = _zeg(huis, token, "m2", tekst="40", gezien=eerst[-1]["id"])
    assert "andere vraag" not in verder[0]["tekst"]
    assert verder[-1]["vraag"] != eerst[-1]["vraag"]
    nog_eens = _zeg(huis, token, "m3", tekst="ja", gezien=eerst[-1]["id"])
    assert "U zag nog een andere vraag" in nog_eens[0]["tekst"]


# --- it did not arrive ----------------------------------------------------------------------------------------------


def _te_laat(huis: Huis) -> None:
    """The term is over: it is given up, as the loop that delivers does."""
    with huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.execute(update(overdracht).values(uiterlijk=huis.klok.nu))
        assert geef_op(verbinding, huis.klok.nu, set())


def test_at_the_next_turn_it_is_told_once_and_the_turn_goes_on(huis: Huis) -> None:
    token, eerst = _met_vraag(huis)
    _stuur(huis, token)
    _te_laat(huis)
    antwoord = _zeg(huis, token, "m2", tekst="40")
    assert "niet gelukt" in antwoord[0]["tekst"]
    assert "14 0000" in antwoord[0]["tekst"]
    assert antwoord[-1]["soort"] == "vraag"
    assert antwoord[-1]["vraag"] != eerst[-1]["vraag"]
    assert "niet gelukt" not in json.dumps(_zeg(huis, token, "m3", tekst="ja"))


def test_what_is_under_way_or_arrived_is_not_told(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    assert "niet gelukt" not in json.dumps(_zeg(huis, token, "m2", tekst="40"))
    with huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.execute(update(overdracht).values(stand="verstuurd", taak=None))
    assert "niet gelukt" not in json.dumps(_zeg(huis, token, "m3", tekst="ja"))


def test_one_of_two_that_did_not_arrive(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    _te_laat(huis)
    _stuur(huis, token, id="h2")
    assert "niet gelukt" in _zeg(huis, token, "m2", tekst="40")[0]["tekst"]
    assert "niet gelukt" not in json.dumps(_zeg(huis, token, "m3", tekst="nee"))
    _te_laat(huis)
    assert "niet gelukt" in _zeg(huis, token, "m4", tekst="nee")[0]["tekst"]


@pytest.mark.parametrize("zin", ["ik wil niet meer leven", "mijn man slaat mij"])
def test_in_danger_it_waits(huis: Huis, zin: str) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    _te_laat(huis)
    assert "niet gelukt" not in json.dumps(_zeg(huis, token, "m2", tekst=zin))
    assert "niet gelukt" in _zeg(huis, token, "m3", tekst="40")[0]["tekst"]


def test_beginning_again_does_not_lose_it(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    _zeg(huis, token, "m2", keuze="opnieuw")
    _zeg(huis, token, "m3", tekst="ja")
    _te_laat(huis)
    assert "niet gelukt" in _zeg(huis, token, "m4", keuze="start")[0]["tekst"]


def test_the_record_keeps_what_is_needed_and_lets_it_go(huis: Huis) -> None:
    token, _ = _met_vraag(huis)
    _stuur(huis, token)
    _te_laat(huis)
    _zeg(huis, token, "m2", tekst="40")
    gesprek = huis.bronnen.opslag.lees(gesprek_id(token))
    assert gesprek is not None
    assert H["id"] not in json.dumps(dict(gesprek.staat.extra))
