"""Origins, security headers, problem+json for whatever goes wrong, and a log that gives nothing away."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from tests.web.conftest import ANDERE_SITE, EIGEN_SITE, VREEMDE_SITE, Huis, Maker
from web.koppen import KOPPEN

BASIS = "/api/v1/gesprekken"
ACAO = "access-control-allow-origin"


def is_probleem(antwoord: httpx.Response, status: int, code: str) -> None:
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"] == "application/problem+json"
    lichaam = antwoord.json()
    assert lichaam["status"] == status
    assert lichaam["code"] == code
    assert lichaam["type"] == f"urn:rechtop:fout:{code}"
    assert lichaam["title"]
    assert lichaam["title"] != f"titel.{code}"
    assert lichaam["detail"].endswith(".")
    for naam, waarde in KOPPEN.items():
        assert antwoord.headers[naam] == waarde


@pytest.mark.parametrize("herkomst", [EIGEN_SITE, "http://testserver", None])
def test_own_site_and_programs_may_begin(huis: Huis, herkomst: str | None) -> None:
    koppen = {"Origin": herkomst} if herkomst else {}
    antwoord = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad"}, headers=koppen)
    assert antwoord.status_code == 201
    assert antwoord.headers.get(ACAO) == (EIGEN_SITE if herkomst == EIGEN_SITE else None)
    assert ("Origin" in antwoord.headers.get("vary", "")) == (herkomst == EIGEN_SITE)


@pytest.mark.parametrize("herkomst", [VREEMDE_SITE, ANDERE_SITE, "null", "", EIGEN_SITE + ".kwaad.example"])
def test_other_sites_may_not(huis: Huis, herkomst: str) -> None:
    antwoord = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad"}, headers={"Origin": herkomst})
    is_probleem(antwoord, 403, "herkomst")
    assert ACAO not in antwoord.headers


def test_the_gemeente_of_the_talk_decides(huis: Huis) -> None:
    token = huis.begin("anderstad")
    for methode, pad in (("GET", ""), ("GET", "/overzicht"), ("GET", "/bewijs"), ("DELETE", "")):
        antwoord = huis.client.request(methode, f"{BASIS}/{token}{pad}", headers={"Origin": EIGEN_SITE})
        is_probleem(antwoord, 403, "herkomst")
        assert ACAO not in antwoord.headers
    antwoord = huis.client.get(f"{BASIS}/{token}", headers={"Origin": ANDERE_SITE})
    assert antwoord.status_code == 200
    assert antwoord.headers[ACAO] == ANDERE_SITE


def test_a_page_may_read_that_its_talk_is_gone(huis: Huis) -> None:
    antwoord = huis.client.get(f"{BASIS}/{'x' * 43}", headers={"Origin": EIGEN_SITE})
    is_probleem(antwoord, 404, "gesprek_onbekend")
    assert antwoord.headers[ACAO] == EIGEN_SITE


def test_a_page_may_read_that_it_asks_too_often(maak_huis: Maker) -> None:
    huis = maak_huis(gesprekken_per_uur=1)
    huis.begin()
    antwoord = huis.client.post(BASIS, json={"gemeente": "voorbeeldstad"}, headers={"Origin": EIGEN_SITE})
    is_probleem(antwoord, 429, "te_veel_gesprekken")
    assert antwoord.headers[ACAO] == EIGEN_SITE
    assert antwoord.headers["access-control-expose-headers"] == "Retry-After"


def test_preflight(huis: Huis) -> None:
    token = huis.begin()
    vraag = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for pad in (BASIS, f"{BASIS}/{token}/berichten", f"{BASIS}/{token}"):
        goed = huis.client.options(pad, headers={"Origin": EIGEN_SITE, **vraag})
        assert goed.status_code == 204
        assert goed.headers[ACAO] == EIGEN_SITE
        assert "POST" in goed.headers["access-control-allow-methods"]
        assert "DELETE" in goed.headers["access-control-allow-methods"]
        assert goed.headers["access-control-allow-headers"] == "Content-Type"
        assert "access-control-allow-credentials" not in goed.headers
        fout = huis.client.options(pad, headers={"Origin": VREEMDE_SITE, **vraag})
        is_probleem(fout, 403, "herkomst")
        assert ACAO not in fout.headers


@pytest.mark.parametrize("pad", [BASIS, f"{BASIS}/x/berichten", "/api/v1/berekening", "/api/v1/lees"])
@pytest.mark.parametrize(
    "lichaam",
    [b"geen json", b"", b"\xff\xfe", b"[" * 50_000, b'{"id": "m1", "tekst": "\\ud800"', b"{" + b"9" * 9999],
)
def test_not_json(huis: Huis, pad: str, lichaam: bytes) -> None:
    adres = pad.replace("/x/", f"/{huis.begin()}/")
    antwoord = huis.client.post(adres, content=lichaam, headers={"Content-Type": "application/json"})
    is_probleem(antwoord, 422, antwoord.json()["code"])
    assert antwoord.json()["code"] in ("geen_json", "ongeldig")


def test_only_json(huis: Huis) -> None:
    """A form or plain text could be sent by any page without asking first."""
    for soort in ("text/plain", "application/x-www-form-urlencoded"):
        lichaam = b'{"gemeente": "voorbeeldstad"}'
        antwoord = huis.client.post(BASIS, content=lichaam, headers={"Content-Type": soort})
        is_probleem(antwoord, 422, "ongeldig")


def test_half_an_emoji(huis: Huis) -> None:
    lichaam = b'{"id": "m1", "tekst": "\\ud83d hoi"}'
    adres = f"{BASIS}/{huis.begin()}/berichten"
    antwoord = huis.client.post(adres, content=lichaam, headers={"Content-Type": "application/json"})
    assert antwoord.status_code in (200, 422)


def test_no_such_page_or_method(huis: Huis) -> None:
    is_probleem(huis.client.get("/api/v1/bestaat-niet"), 404, "niet_gevonden")
    is_probleem(huis.client.get("/bestaat-niet"), 404, "niet_gevonden")
    antwoord = huis.client.put(BASIS, json={})
    is_probleem(antwoord, 405, "methode")
    assert "POST" in antwoord.headers["allow"]


def test_an_unforeseen_error(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = huis.begin()

    def stuk(id_: str) -> str:
        raise RuntimeError("zeer geheim")

    monkeypatch.setattr(huis.bronnen.opslag, "_lezer", None)
    antwoord = huis.client.get(f"{BASIS}/{token}", headers={"Origin": "http://testserver"})
    is_probleem(antwoord, 500, "kapot")
    assert token not in caplog.text


def test_no_cookie_and_no_words_in_the_log(huis: Huis, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = huis.begin()
    antwoorden: list[Any] = [
        huis.zeg(token, "Pannenkoek 1234,56"),
        huis.client.get(f"{BASIS}/{token}"),
        huis.client.get("/gezond"),
        huis.client.get("/openapi.json"),
        huis.client.post("/api/v1/berekening", json={"feiten": {"inkomen_jaar": "98765.43"}}),
        huis.client.delete(f"{BASIS}/{token}"),
    ]
    for antwoord in antwoorden:
        assert "set-cookie" not in antwoord.headers
        assert antwoord.headers["cache-control"] == "no-store"
        assert antwoord.headers["referrer-policy"] == "no-referrer"
        assert antwoord.headers["x-robots-tag"] == "noindex"
        assert antwoord.headers["x-content-type-options"] == "nosniff"
    ons = [regel for regel in caplog.records if not regel.name.startswith(("httpx", "httpcore", "asyncio"))]
    tekst = "\n".join(regel.getMessage() for regel in ons)
    assert "POST /api/v1/gesprekken/{gesprek}/berichten 200" in tekst
    for geheim in (token, "Pannenkoek", "1234", "98765"):
        assert geheim not in tekst


def test_metrics_hold_templates_only(huis: Huis) -> None:
    token = huis.begin()
    huis.client.get(f"{BASIS}/{token}")
    huis.client.get("/onbekend/geheim")
    huis.client.request("GEHEIM", "/gezond")
    tekst = huis.app.state.diensten.tellers.tekst().decode()
    assert 'route="/api/v1/gesprekken/{gesprek}"' in tekst
    assert token not in tekst
    assert "geheim" not in tekst.lower()
