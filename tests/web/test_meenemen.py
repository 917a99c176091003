"""Going on elsewhere, and being gone quickly, as the public contract (section 1) says it."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import ANDERE_SITE, DAG, EIGEN_SITE, VREEMDE_SITE, Huis, Maker, langzaam

BASIS = "/api/v1/gesprekken"
OPHALEN = f"{BASIS}/ophalen"
LOKAAL = ("127.0.0.1", 5000)


def maak(huis: Huis, token: str, **meer: Any) -> str:
    antwoord = huis.client.post(f"{BASIS}/{token}/meenemen", **meer)
    assert antwoord.status_code == 201, antwoord.text
    code = antwoord.json()["code"]
    assert isinstance(code, str)
    return code


def haal(huis: Huis, code: Any, **meer: Any) -> httpx.Response:
    antwoord: httpx.Response = huis.client.post(OPHALEN, json={"code": code}, **meer)
    return antwoord


def onbekend(antwoord: httpx.Response) -> None:
    assert antwoord.status_code == 404
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.json()["code"] == "code_onbekend"
    assert "15 minuten" in antwoord.json()["detail"]


def ander(code: str, nr: int = 0) -> str:
    """A code that can be one, and is not this one."""
    return code[:-1] + [t for t in "CDFHJKMNPQ" if t != code[-1]][nr]


def test_go_on_elsewhere(huis: Huis) -> None:
    token = huis.begin()
    antwoord = huis.client.post(f"{BASIS}/{token}/meenemen")
    assert antwoord.status_code == 201
    assert antwoord.json() == {"code": antwoord.json()["code"], "geldig_tot": "2026-11-20T12:15:00+00:00"}
    assert antwoord.headers["cache-control"] == "no-store"
    code = antwoord.json()["code"]
    gehaald = haal(huis, f" {code[:4].lower()}-{code[4:].lower()} ")
    assert gehaald.status_code == 200
    assert gehaald.headers["cache-control"] == "no-store"
    assert gehaald.json() == {
        "gesprek": token,
        "gemeente": "voorbeeldstad",
        "verloopt": "2026-11-21T12:00:00+00:00",
    }
    onbekend(haal(huis, code))
    assert huis.zeg(token, "hoi").status_code == 200


def test_both_devices_see_what_was_said_on_the_other(huis: Huis) -> None:
    token = huis.begin()
    elders = haal(huis, maak(huis, token)).json()["gesprek"]
    huis.zeg(elders, "650", gezien="b0v", id="telefoon-1")
    stand = huis.client.get(f"{BASIS}/{token}").json()
    assert [b["tekst"] for b in stand["berichten"]][-2:] == ["1: 650", "En nu?"]
    # The first device has not seen that question yet, and says what it has seen.
    huis.zeg(token, "34", gezien="b0v", id="computer-1")
    assert huis.rasa.verzoeken[-1]["metadata"]["gezien"] == "b0v"


def test_wrong_used_replaced_expired_erased(huis: Huis) -> None:
    token = huis.begin()
    code = maak(huis, token)
    onbekend(haal(huis, ander(code)))
    nieuwer = maak(huis, token)
    onbekend(haal(huis, code))
    huis.klok.nu += timedelta(minutes=15)
    onbekend(haal(huis, nieuwer))
    laatste = maak(huis, token)
    assert huis.client.delete(f"{BASIS}/{token}").status_code == 204
    onbekend(haal(huis, laatste))


def test_no_code_for_a_talk_that_is_not_there(huis: Huis) -> None:
    token = huis.begin()
    huis.klok.nu += DAG
    for geen in (token, "x" * 43, "kort"):
        antwoord = huis.client.post(f"{BASIS}/{geen}/meenemen")
        assert antwoord.status_code == 404
        assert antwoord.json()["code"] == "gesprek_onbekend"


def test_the_sixth_wrong_code_of_an_address(maak_huis: Maker) -> None:
    huis = maak_huis(proxies="203.0.113.0/24")
    token = huis.begin()
    code = maak(huis, token)
    for nr in range(5):
        onbekend(haal(huis, ander(code, nr)))
        onbekend(haal(huis, "geen code"))  # what cannot be a code is no try
    for geprobeerd in (ander(code, 6), code):  # right or wrong: nobody is told
        vol = haal(huis, geprobeerd)
        assert vol.status_code == 429
        assert vol.json()["code"] == "te_veel_pogingen"
        assert 0 < int(vol.headers["retry-after"]) <= 15 * 60
    elders = {"X-Forwarded-For": "198.51.100.4"}
    assert haal(huis, code, headers=elders).json()["gesprek"] == token


def test_right_codes_do_not_count(huis: Huis) -> None:
    token = huis.begin()
    for _ in range(8):
        assert haal(huis, maak(huis, token)).status_code == 200


def test_tries_at_once_do_not_slip_through(huis: Huis) -> None:
    code = maak(huis, huis.begin())
    fout = [code[:-2] + a + b for a in "CDF" for b in "HJK" if a + b != code[-2:]]
    with ThreadPoolExecutor(8) as pool:
        statussen = [antwoord.status_code for antwoord in pool.map(lambda c: haal(huis, c), fout)]
    assert sorted(statussen) == [404] * 5 + [429] * (len(fout) - 5)


def test_the_same_code_twice_at_once_opens_once(huis: Huis) -> None:
    code = maak(huis, huis.begin())
    with ThreadPoolExecutor(4) as pool:
        statussen = [antwoord.status_code for antwoord in pool.map(lambda c: haal(huis, c), [code] * 4)]
    assert sorted(statussen) == [200, 404, 404, 404]


def test_locally_loose_but_not_for_all_addresses_together(maak_huis: Maker) -> None:
    huis = maak_huis(LOKAAL, grenzen_lokaal="los", ophaal_pogingen_samen=8, codes_per_uur=1)
    token = huis.begin()
    maak(huis, token)
    code = maak(huis, token)
    for nr in range(8):
        onbekend(haal(huis, ander(code, nr)))
    vol = haal(huis, code)
    assert vol.status_code == 429
    assert vol.json()["code"] == "te_veel_ophalen"
    assert int(vol.headers["retry-after"]) >= 1


def test_codes_of_one_talk(maak_huis: Maker) -> None:
    huis = maak_huis(codes_per_uur=2)
    een, twee = huis.begin(), huis.begin()
    for _ in range(2):
        code = maak(huis, een)
    vol = huis.client.post(f"{BASIS}/{een}/meenemen")
    assert (vol.status_code, vol.json()["code"]) == (429, "te_veel_codes")
    assert int(vol.headers["retry-after"]) >= 1
    maak(huis, twee)
    assert haal(huis, code).status_code == 200  # the refusal did not take the last one away


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [({}, "code"), ({"code": 5}, "code"), ({"code": None}, "code"), ({"code": "x" * 101}, "code"),
     ({"code": "K7PMXQR4", "extra": 1}, "extra"), ([], ""), ("K7PMXQR4", "")],
)  # fmt: skip
def test_not_of_this_form(huis: Huis, lichaam: Any, veld: str) -> None:
    antwoord = huis.client.post(OPHALEN, json=lichaam)
    assert antwoord.status_code == 422
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]
    assert "K7PMXQR4" not in antwoord.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=120), st.text(alphabet="CDFHJcdfhj34679 -", min_size=8, max_size=9)))
def test_any_text_as_a_code(huis: Huis, tekst: str) -> None:
    assert haal(huis, tekst).status_code in (404, 422, 429)


def test_half_a_character_is_no_text(huis: Huis) -> None:
    antwoord = huis.client.post(
        OPHALEN, content=b'{"code": "\\ud800AAAAAAA"}', headers={"content-type": "application/json"}
    )
    assert antwoord.status_code in (404, 422)


def test_a_page_of_another_gemeente_does_not_get_it(huis: Huis) -> None:
    code = maak(huis, huis.begin(), headers={"Origin": EIGEN_SITE})
    for site in (ANDERE_SITE, VREEMDE_SITE):
        geweigerd = haal(huis, code, headers={"Origin": site})
        assert (geweigerd.status_code, geweigerd.json()["code"]) == (403, "herkomst")
    gehaald = haal(huis, code, headers={"Origin": EIGEN_SITE})
    assert gehaald.status_code == 200
    assert gehaald.headers["access-control-allow-origin"] == EIGEN_SITE


def test_neither_code_nor_token_on_disk_or_in_a_log(huis: Huis, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = huis.begin()
    code = maak(huis, token)
    haal(huis, ander(code))
    huis.client.post(OPHALEN, json={"code": [code]})
    haal(huis, code, headers={"Origin": VREEMDE_SITE})
    assert code.encode() not in huis.bytes()
    assert token.encode() not in huis.bytes()
    assert haal(huis, code).status_code == 200
    huis.client.post(f"{BASIS}/{token}/weg")
    regels = [r.getMessage() for r in caplog.records if r.name == "rechtop.web"]
    assert any("/api/v1/gesprekken/ophalen" in regel for regel in regels)
    assert any("/api/v1/gesprekken/{gesprek}/weg" in regel for regel in regels)
    assert not [regel for regel in regels if code in regel or token in regel]


# Being gone quickly

_LICHAMEN: list[dict[str, Any]] = [
    {},
    {"content": b"", "headers": {"content-type": "text/plain;charset=UTF-8"}},
    {"content": b"weg", "headers": {"content-type": "text/plain;charset=UTF-8"}},
    {"data": {"gesprek": "weg"}},
    {"files": {"gesprek": b"weg"}},
    {"json": {"niet": "gevraagd"}},
    {"content": b"{kapot", "headers": {"content-type": "application/json"}},
    {"content": bytes(range(256)), "headers": {"content-type": "application/octet-stream"}},
    {"content": b"x" * 65_536, "headers": {"content-type": "onzin"}},
]


@pytest.mark.parametrize("lichaam", _LICHAMEN)
def test_a_beacon_erases_whatever_it_carries(huis: Huis, lichaam: dict[str, Any]) -> None:
    token = huis.begin()
    huis.zeg(token, "Pannenkoek met Zeewier")
    maak(huis, token)
    for _ in range(2):
        antwoord = huis.client.post(f"{BASIS}/{token}/weg", **lichaam)
        assert (antwoord.status_code, antwoord.content) == (204, b"")
    assert huis.client.get(f"{BASIS}/{token}").status_code == 404
    assert b"Pannenkoek met Zeewier" not in huis.bytes()


@pytest.mark.parametrize("token", ["x" * 43, "kort", "é" * 43, "x" * 5000])
def test_a_beacon_tells_nothing(huis: Huis, token: str) -> None:
    antwoord = huis.client.post(f"{BASIS}/{token}/weg")
    assert (antwoord.status_code, antwoord.content) == (204, b"")


@pytest.mark.parametrize(
    ("herkomst", "mag"),
    [(EIGEN_SITE, True), (None, True), ("null", True), ("http://testserver", True),
     (ANDERE_SITE, False), (VREEMDE_SITE, False)],
)  # fmt: skip
def test_a_beacon_of_a_foreign_page_erases_nothing(huis: Huis, herkomst: str | None, mag: bool) -> None:
    token = huis.begin()
    koppen = {"content-type": "text/plain;charset=UTF-8"} | ({"Origin": herkomst} if herkomst else {})
    antwoord = huis.client.post(f"{BASIS}/{token}/weg", content=b"", headers=koppen)
    assert antwoord.status_code == (204 if mag else 403)
    assert huis.client.get(f"{BASIS}/{token}").status_code == (404 if mag else 200)


def test_a_page_without_a_name_may_do_nothing_else(huis: Huis) -> None:
    token = huis.begin()
    koppen = {"Origin": "null"}
    for antwoord in (
        huis.client.get(f"{BASIS}/{token}", headers=koppen),
        huis.client.delete(f"{BASIS}/{token}", headers=koppen),
        huis.client.post(f"{BASIS}/{token}/meenemen", headers=koppen),
        huis.client.post(f"{BASIS}/{token}/berichten", json={"id": "weg", "tekst": "hoi"}, headers=koppen),
    ):
        assert antwoord.status_code == 403
    assert huis.client.get(f"{BASIS}/{token}").status_code == 200


def test_a_beacon_during_a_turn(maak_huis: Maker) -> None:
    """Nobody can send it again: when the turn takes longer than others wait, the talk is erased under its hands."""
    huis = maak_huis(wacht_tijd=0.1)
    token = huis.begin()
    huis.praatje.doe = langzaam(0.6)
    with ThreadPoolExecutor(1) as pool:
        beurt = pool.submit(huis.zeg, token, "Pannenkoek met Zeewier")
        while not huis.rasa.verzoeken:
            pass
        assert huis.client.post(f"{BASIS}/{token}/weg").status_code == 204
        assert beurt.result().status_code in (200, 404)
    assert huis.client.get(f"{BASIS}/{token}").status_code == 404
    assert b"Pannenkoek met Zeewier" not in huis.bytes()


def test_where_snel_weg_leads(huis: Huis) -> None:
    def adres(slug: str) -> str:
        return str(huis.client.get(f"/widget-teksten.json?gemeente={slug}").json()["gemeente"]["snel_weg"])

    assert adres("voorbeeldstad") == adres("anderstad") == "https://www.knmi.nl/"


def test_in_the_api_description(huis: Huis) -> None:
    paden = huis.client.get("/openapi.json").json()["paths"]
    assert "201" in paden[f"{BASIS}/{{gesprek}}/meenemen"]["post"]["responses"]
    assert "200" in paden[OPHALEN]["post"]["responses"]
    weg = paden[f"{BASIS}/{{gesprek}}/weg"]["post"]
    assert "204" in weg["responses"]
    assert "requestBody" not in weg


def test_a_secret_of_the_installation_outlives_a_restart(maak_huis: Maker, tmp_path: Path) -> None:
    geheim = "g" * 40
    huis = maak_huis(sleutel=geheim)
    token = huis.begin()
    code = maak(huis, token)
    assert haal(maak_huis(sleutel=geheim), code).json()["gesprek"] == token
