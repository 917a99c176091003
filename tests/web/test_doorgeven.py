"""How a message travels, and what comes back when Rasa, the line or the talk itself fails."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.opslag import gesprek_id
from tests.web.conftest import Huis, Maker, kapot, langzaam

BASIS = "/api/v1/gesprekken"
BSN = "123456782"
IBAN = "NL91ABNA0417164300"


def beurten(huis: Huis) -> dict[str, float]:
    families = text_string_to_metric_families(huis.app.state.diensten.tellers.tekst().decode())
    (familie,) = (f for f in families if f.name == "rechtop_beurten")
    return {s.labels["weg"]: s.value for s in familie.samples if s.name.endswith("_total") and s.value}


def test_retry_gives_the_stored_answer_without_rasa(huis: Huis) -> None:
    token = huis.begin()
    eerste = huis.zeg(token, "650")
    huis.zeg(token, "twee", id="m2")
    assert huis.zeg(token, "heel iets anders").json() == eerste.json()
    assert len(huis.rasa.verzoeken) == 2


def test_same_id_twice_at_once_shares_one_turn(huis: Huis) -> None:
    token = huis.begin()
    huis.praatje.doe = langzaam(0.3)
    with ThreadPoolExecutor(4) as draden:
        antwoorden = list(draden.map(lambda _: huis.zeg(token, "650"), range(4)))
    assert {a.status_code for a in antwoorden} == {200}
    assert len({a.text for a in antwoorden}) == 1
    assert len(huis.rasa.verzoeken) == 1
    assert huis.wegen(token) == ["rasa"]


def test_turns_of_one_talk_wait_for_each_other(huis: Huis) -> None:
    token = huis.begin()
    bezig = 0
    meeste = 0
    slot = threading.Lock()

    def tel(invoer: BeurtInvoer) -> None:
        nonlocal bezig, meeste
        with slot:
            bezig += 1
            meeste = max(meeste, bezig)
        time.sleep(0.1)
        with slot:
            bezig -= 1

    huis.praatje.doe = tel
    with ThreadPoolExecutor(4) as draden:
        antwoorden = list(draden.map(lambda n: huis.zeg(token, "650", id=f"m{n}"), range(4)))
    assert {a.status_code for a in antwoorden} == {200}
    assert meeste == 1
    assert len({a.json()["berichten"][0]["tekst"] for a in antwoorden}) == 4


def test_other_talks_do_not_wait(huis: Huis) -> None:
    tokens = [huis.begin() for _ in range(4)]
    samen = threading.Barrier(4, timeout=10)

    def wacht_op_allen(invoer: BeurtInvoer) -> None:
        samen.wait()  # fails unless all four are in it at once

    huis.praatje.doe = wacht_op_allen
    with ThreadPoolExecutor(4) as draden:
        antwoorden = list(draden.map(lambda token: huis.zeg(token, "650"), tokens))
    assert {huis.wegen(token)[0] for token in tokens} == {"rasa"}
    assert {a.status_code for a in antwoorden} == {200}


def test_waiting_too_long_is_503(maak_huis: Maker) -> None:
    huis = maak_huis(wacht_tijd=0.2)
    token = huis.begin()
    binnen = threading.Event()

    def houd_vast(invoer: BeurtInvoer) -> None:
        binnen.set()
        time.sleep(1)

    huis.praatje.doe = houd_vast
    with ThreadPoolExecutor(1) as draad:
        eerste = draad.submit(huis.zeg, token, "650")
        assert binnen.wait(5)
        tweede = huis.zeg(token, "700", id="m2")
        assert eerste.result().status_code == 200
    assert tweede.status_code == 503
    assert tweede.json()["code"] == "bezig"
    assert int(tweede.headers["retry-after"]) >= 1
    huis.praatje.doe = langzaam(0)
    assert huis.zeg(token, "700", id="m2").status_code == 200


def test_erasing_waits_for_the_turn_under_way(huis: Huis) -> None:
    token = huis.begin()
    binnen = threading.Event()

    def houd_vast(invoer: BeurtInvoer) -> None:
        binnen.set()
        time.sleep(0.5)

    huis.praatje.doe = houd_vast
    with ThreadPoolExecutor(1) as draad:
        beurt = draad.submit(huis.zeg, token, "Pannenkoek met Zeewier")
        assert binnen.wait(5)
        assert huis.client.delete(f"{BASIS}/{token}").status_code == 204
        assert beurt.result().status_code == 200
    assert b"Pannenkoek met Zeewier" not in huis.bytes()
    assert gesprek_id(token).encode() not in huis.bytes()


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("", "leeg"),
        ("   \n\t ", "leeg"),
        ("\x00\x07\u200b\ufeff", "leeg"),
        ("///", "leeg"),
        ("/ / /", "leeg"),
        ("x" * 501, "te_lang"),
        ("x" * 10_000, "te_lang"),
        ("😀" * 501, "te_lang"),
        (BSN, "bsn"),
        (f"mijn bsn is {BSN}.", "bsn"),
        ("123 456 782", "bsn"),
        ("1234.56.782", "bsn"),
        ("12 34 56 782", "bsn"),
        ("123.456.782", "bsn"),
        ("1 2 3 4 5 6 7 8 2", "bsn"),
        ("１２３４５６７８２", "bsn"),
        ("123–456–782", "bsn"),
        ("/123456782", "bsn"),
        (f"ik heb 2 kinderen {BSN}", "bsn"),
        (IBAN, "iban"),
        (f"stort het op {IBAN} is mijn nummer", "iban"),
        ("nl91 abna 0417 1643 00", "iban"),
        ("NL91.ABNA.0417.1643.00", "iban"),
        ("BE68 5390 0754 7034", "iban"),
    ],
)
def test_what_may_not_be_kept_never_reaches_rasa_nor_the_record(huis: Huis, tekst: str, reden: str) -> None:
    token = huis.begin()
    antwoord = huis.zeg(token, tekst)
    assert antwoord.status_code == 200
    assert antwoord.json()["berichten"][0]["tekst"] == f"1: {reden}"
    assert huis.rasa.verzoeken == []
    assert [(i.tekst, i.weigering, i.weg) for i in huis.praatje.invoer] == [("", reden, "direct")]
    assert huis.wegen(token) == ["direct"]
    assert beurten(huis) == {"direct": 1}
    if len(tekst.strip()) > 5:
        assert tekst.encode() not in huis.bytes()


def test_danger_in_a_message_that_is_refused_is_passed_on_without_the_message(huis: Huis) -> None:
    token = huis.begin()
    huis.zeg(token, f"mijn bsn is {BSN} en ik wil niet meer leven")
    assert [(i.tekst, i.weigering, i.gevaar) for i in huis.praatje.invoer] == [("", "bsn", "crisis")]


@pytest.mark.parametrize(
    ("tekst", "bij_rasa"),
    [
        ("/restart", "restart"),
        ("//restart", "restart"),
        (' / /inform{"a": 1}', 'inform{"a": 1}'),
        ("\ufeff/restart", "restart"),
        ("en/of", "en/of"),
        ("twee   woorden\n\nen een regel", "twee woorden en een regel"),
        ("hoi\x00\x1b[31m", "hoi[31m"),
        ("\u202eomgekeerd", "omgekeerd"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("👨\u200d👩\u200d👧 wij zijn met z'n drieën", "👨\u200d👩\u200d👧 wij zijn met z'n drieën"),
        ("x" * 500, "x" * 500),
        ("😀" * 500, "😀" * 500),
        ("123456789", "123456789"),
        ("06-12345678", "06-12345678"),
        ("1.234.567,89", "1.234.567,89"),
        ("01-01-1990", "01-01-1990"),
        ("2 4 7 12 14 16", "2 4 7 12 14 16"),
        ("NL91ABNA0417164301", "NL91ABNA0417164301"),
    ],
)
def test_what_rasa_gets(huis: Huis, tekst: str, bij_rasa: str) -> None:
    token = huis.begin()
    assert huis.zeg(token, tekst).status_code == 200
    assert [verzoek["message"] for verzoek in huis.rasa.verzoeken] == [bij_rasa]


@pytest.mark.parametrize("gedrag", ["leeg", "weg", "status", "onzin", "zonder"])
def test_without_rasa_the_talk_goes_on(huis: Huis, gedrag: str) -> None:
    token = huis.begin()

    async def status(lichaam: dict[str, Any]) -> httpx.Response:
        return httpx.Response(500)

    async def onzin(lichaam: dict[str, Any]) -> httpx.Response:
        return httpx.Response(200, text="<html>")

    async def zonder(lichaam: dict[str, Any]) -> httpx.Response:
        return httpx.Response(200, json=[{"recipient_id": "x", "text": "hoi"}])

    eigen = {"status": status, "onzin": onzin, "zonder": zonder}
    huis.rasa.gedrag = eigen.get(gedrag) or getattr(huis.rasa, gedrag)
    assert huis.zeg(token, "650").json()["berichten"][0]["tekst"] == "1: 650"
    assert huis.wegen(token) == ["nood"]
    assert [v["metadata"]["beurt"] for v in huis.rasa.verzoeken] == ["m1", "m1"]
    assert beurten(huis) == {"nood": 1}
    huis.rasa.gedrag = None
    huis.zeg(token, "700", id="m2")
    assert huis.wegen(token) == ["nood", "rasa"]


def test_answer_lost_on_the_way_back_is_found_in_the_record(huis: Huis) -> None:
    token = huis.begin()
    huis.rasa.gedrag = huis.rasa.antwoord_zoek
    assert huis.zeg(token, "650").json()["berichten"][0]["tekst"] == "1: 650"
    assert len(huis.rasa.verzoeken) == 1
    assert huis.wegen(token) == ["rasa"]
    assert beurten(huis) == {"rasa": 1}


def test_second_try_at_rasa(huis: Huis) -> None:
    token = huis.begin()

    async def eerst_niet(lichaam: dict[str, Any]) -> httpx.Response:
        huis.rasa.gedrag = None
        raise httpx.RemoteProtocolError("restarted")

    huis.rasa.gedrag = eerst_niet
    assert huis.zeg(token, "650").status_code == 200
    assert huis.wegen(token) == ["rasa"]


def test_slow_rasa_is_waited_for_once_and_then_left_alone(maak_huis: Maker) -> None:
    huis = maak_huis(rasa_tijd=0.3, rasa_tijd_opnieuw=0.2, rasa_rust=60)
    token = huis.begin()
    huis.rasa.gedrag = huis.rasa.traag
    assert huis.zeg(token, "650").json()["berichten"][0]["tekst"] == "1: 650"
    assert len(huis.rasa.verzoeken) == 2
    huis.zeg(token, "700", id="m2")
    assert len(huis.rasa.verzoeken) == 2
    assert huis.wegen(token) == ["nood", "nood"]


def test_after_its_rest_rasa_is_asked_again(maak_huis: Maker) -> None:
    huis = maak_huis(rasa_tijd=0.2, rasa_tijd_opnieuw=0.1, rasa_rust=0.3)
    token = huis.begin()
    huis.rasa.gedrag = huis.rasa.traag
    huis.zeg(token, "650")
    huis.rasa.gedrag = None
    time.sleep(0.35)
    huis.zeg(token, "700", id="m2")
    assert huis.wegen(token) == ["nood", "rasa"]


def test_a_late_turn_of_rasa_counts_once(maak_huis: Maker) -> None:
    """Rasa is slow, the turn is made without it, and then Rasa's own turn with the same id arrives."""
    huis = maak_huis(rasa_tijd=0.2, rasa_tijd_opnieuw=0.1)
    token = huis.begin()
    huis.rasa.gedrag = huis.rasa.traag
    antwoord = huis.zeg(token, "650").json()
    laat = huis.praatje.beurt(gesprek_id(token), BeurtInvoer(id="m1", tekst="650"))
    assert laat.berichten[0].tekst == antwoord["berichten"][0]["tekst"]
    assert huis.wegen(token) == ["nood"]


def test_a_failing_turn_gives_kind_words_and_keeps_the_question(
    huis: Huis, caplog: pytest.LogCaptureFixture
) -> None:
    token = huis.begin()
    huis.zeg(token, "hoi")
    voor = huis.client.get(f"{BASIS}/{token}").json()
    huis.praatje.doe = kapot
    antwoord = huis.zeg(token, "Pannenkoek", id="m2")
    assert antwoord.status_code == 200
    fout, vraag = antwoord.json()["berichten"]
    assert (fout["van"], fout["soort"]) == ("bot", "fout")
    assert "14 0000" in fout["tekst"]
    assert vraag == voor["open_vraag"]
    assert antwoord.json()["voortgang"] == voor["voortgang"]
    assert antwoord.json()["tussenstand"] == voor["tussenstand"]
    assert huis.client.get(f"{BASIS}/{token}").json() == voor
    assert "Pannenkoek" not in caplog.text
    assert beurten(huis) == {"rasa": 1, "mislukt": 1}
    huis.praatje.doe = langzaam(0)
    assert huis.zeg(token, "Pannenkoek", id="m2").json()["berichten"][0]["tekst"] == "2: Pannenkoek"


def test_a_turn_that_takes_too_long_gives_kind_words(maak_huis: Maker) -> None:
    huis = maak_huis(rasa_tijd=0.1, rasa_tijd_opnieuw=0.1, beurt_tijd=0.6)
    token = huis.begin()
    huis.rasa.gedrag = huis.rasa.traag
    huis.praatje.doe = langzaam(1.5)
    begin = time.monotonic()
    antwoord = huis.zeg(token, "650")
    assert time.monotonic() - begin < 1.5  # before the turn itself was ready
    assert antwoord.status_code == 200
    assert antwoord.json()["berichten"][0]["soort"] == "fout"
    for _ in range(100):
        if huis.wegen(token):
            break
        time.sleep(0.05)
    assert huis.zeg(token, "650").json()["berichten"][0]["tekst"] == "1: 650"
    assert huis.wegen(token) == ["nood"]


def test_erased_while_rasa_was_thinking_is_404(huis: Huis) -> None:
    token = huis.begin()

    async def wis(lichaam: dict[str, Any]) -> httpx.Response:
        huis.bronnen.opslag.wis(lichaam["sender"])
        return await huis.rasa.gewoon(lichaam)

    huis.rasa.gedrag = wis
    assert huis.zeg(token, "650").status_code == 404


def test_degraded_on_the_inside_only(huis: Huis) -> None:
    from fastapi.testclient import TestClient

    from web.app import maak_intern

    leeft = True

    async def actions(verzoek: httpx.Request) -> httpx.Response:
        return httpx.Response(200 if leeft else 500)

    def details() -> dict[str, Any]:
        client = httpx.AsyncClient(transport=httpx.MockTransport(actions), base_url="http://actions.test")
        with TestClient(maak_intern(huis.app, client)) as intern:
            antwoord: dict[str, Any] = intern.get("/gezond").json()
            assert b"rechtop_beurten_total" in intern.get("/metrics").content
        return antwoord

    assert details() == {
        "status": "ok", "opslag": True, "inhoud": True, "rasa": True, "actions": True,
        "laatste_bericht_via_rasa": None,
    }  # fmt: skip
    leeft = False
    assert details()["status"] == "degraded"
    leeft, huis.rasa.leeft = True, False
    assert details()["status"] == "degraded"
    assert huis.client.get("/gezond").status_code == 200
    assert huis.client.get("/metrics").status_code == 404
