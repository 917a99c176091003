"""The colours of a gemeente on every page."""

from __future__ import annotations

from tests.web.conftest import Huis


def test_de_kleuren_van_de_gemeente_staan_op_de_wortel(huis: Huis) -> None:
    antwoord = huis.client.get("/static/thema/voorbeeldstad.css")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "text/css; charset=utf-8"
    gemeente = huis.bronnen.inhoud.gemeente("voorbeeldstad")
    assert gemeente is not None
    assert gemeente.kleuren
    for naam, waarde in gemeente.kleuren.items():
        assert f"{naam}:{waarde};" in antwoord.text
    assert antwoord.text.startswith(":root{")


def test_een_gemeente_zonder_kleuren_houdt_de_gewone(huis: Huis) -> None:
    assert huis.client.get("/static/thema/anderstad.css").text == ":root{}\n"


def test_een_onbekende_gemeente_heeft_geen_kleuren(huis: Huis) -> None:
    assert huis.client.get("/static/thema/nergens.css").status_code == 404


def test_elke_pagina_van_de_gemeente_leest_ze(huis: Huis) -> None:
    token = huis.begin()
    for pad in ("/", "/zelfcheck/voorbeeldstad", f"/overzicht/{token}"):
        assert 'href="/static/thema/voorbeeldstad.css"' in huis.client.get(pad).text, pad
    assert "/static/thema/" not in huis.client.get("/zelfcheck/nergens").text


def test_een_bekende_versie_komt_niet_nog_eens(huis: Huis) -> None:
    etag = huis.client.get("/static/thema/voorbeeldstad.css").headers["etag"]
    opnieuw = huis.client.get("/static/thema/voorbeeldstad.css", headers={"If-None-Match": etag})
    assert opnieuw.status_code == 304
