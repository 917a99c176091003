"""The receipt over HTTP: a file to keep, of which nothing is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from actions.gesprek.opslag import gesprek_id
from actions.gesprek.staat import Beurt, Staat
from actions.regels.herreken import herreken, lees_bewijs
from content.lokaal.versie import versie
from tests.web.conftest import DAG, Huis, Maker
from web.koppen import KOPPEN

BASIS = "/api/v1/gesprekken"
FEITEN: dict[str, Any] = {"leeftijd": 34, "partner": False, "inkomen_jaar": "30000", "vermogen": "1000"}
GETYPT = "Ik ben Pannenkoek met Zeewier"


def met_feiten(huis: Huis) -> str:
    """A talk that knows these facts, in which something was typed."""
    token = huis.begin()
    huis.zeg(token, GETYPT)
    with huis.bronnen.opslag.transactie(gesprek_id(token)) as transactie:
        staat = Staat(
            "voorbeeldstad", FEITEN, {"inkomen_jaar": {"uit": "maand"}}, ("zorgtoeslag", "huurtoeslag")
        )
        transactie.bewaar(staat, Beurt(transactie.volgend_nr, "m9", None, {}, "direct"))
    return token


def test_a_file_to_keep(huis: Huis) -> None:
    antwoord = huis.client.get(f"{BASIS}/{met_feiten(huis)}/bewijs")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "application/json"
    naam = "rechtop-bewijs-2026-11-20.json"
    assert antwoord.headers["content-disposition"] == f'attachment; filename="{naam}"'
    assert {koppen: antwoord.headers[koppen] for koppen in KOPPEN} == dict(KOPPEN)
    bewijs = antwoord.json()
    assert bewijs["feiten"] == FEITEN
    assert bewijs["geschat"] == {"inkomen_jaar": {"uit": "maand"}}
    assert bewijs["gemaakt_op"] == "2026-11-20T12:00:00+00:00"
    assert [u["regeling"] for u in bewijs["uitkomsten"]] == ["zorgtoeslag", "huurtoeslag"]
    assert [u["bedrag_per_maand"] for u in bewijs["uitkomsten"]] == ["126.00", None]
    assert all(zin.endswith(".") for zin in bewijs["uitleg"])


def test_it_can_be_computed_anew_without_the_talk(huis: Huis) -> None:
    token = met_feiten(huis)
    tekst = huis.client.get(f"{BASIS}/{token}/bewijs").text
    assert huis.client.delete(f"{BASIS}/{token}").status_code == 204
    bewijs, bronnen = lees_bewijs(tekst), huis.bronnen
    assert bewijs.gemeente == "voorbeeldstad"
    lokaal = bronnen.inhoud.lokaal("voorbeeldstad")
    assert lokaal is not None
    hier = bronnen.catalogus("voorbeeldstad")
    uitslag = herreken(bewijs, bronnen.parameters, bronnen.regels, hier, versie(lokaal))
    assert (uitslag.versies, uitslag.uitkomsten) == ((), ())


def test_the_parameters_version_is_that_of_the_calculation(huis: Huis) -> None:
    bewijs = huis.client.get(f"{BASIS}/{met_feiten(huis)}/bewijs").json()
    berekening = huis.client.post("/api/v1/berekening", json={"feiten": {}}).json()
    assert bewijs["parameters"] == berekening["parameters"]


def test_no_token_no_words_no_contact(huis: Huis) -> None:
    token = met_feiten(huis)
    tekst = huis.client.get(f"{BASIS}/{token}/bewijs").text
    gemeente = huis.bronnen.inhoud.gemeente("voorbeeldstad")
    assert gemeente is not None
    for geheim in (token, gesprek_id(token), "Pannenkoek", gemeente.contact.telefoon, gemeente.contact.adres):
        assert geheim not in tekst


def test_nothing_of_it_is_kept(huis: Huis) -> None:
    token = met_feiten(huis)
    eerder = huis.bronnen.opslag.lees(gesprek_id(token))
    bewijs = huis.client.get(f"{BASIS}/{token}/bewijs").json()
    assert huis.bronnen.opslag.lees(gesprek_id(token)) == eerder
    for spoor in (bewijs["hash"], bewijs["regels"]["versie"], "rechtop-bewijs"):
        assert spoor.encode() not in huis.bytes()


def test_before_anything_was_said(huis: Huis) -> None:
    bewijs = huis.client.get(f"{BASIS}/{huis.begin()}/bewijs").json()
    assert bewijs["feiten"] == {}
    assert {u["recht"] for u in bewijs["uitkomsten"]} == {"onbekend"}


@pytest.mark.parametrize("wat", ["verlopen", "gewist"])
def test_a_talk_that_is_gone_has_no_receipt(huis: Huis, wat: str) -> None:
    token = met_feiten(huis)
    if wat == "verlopen":
        huis.klok.nu += DAG
    else:
        huis.client.delete(f"{BASIS}/{token}")
    antwoord = huis.client.get(f"{BASIS}/{token}/bewijs")
    assert antwoord.status_code == 404
    assert antwoord.json() == huis.client.get(f"{BASIS}/{'x' * 43}").json()


def test_it_counts_as_a_request(maak_huis: Maker) -> None:
    huis = maak_huis(verzoeken_per_minuut=3)
    token = huis.begin()
    statussen = [huis.client.get(f"{BASIS}/{token}/bewijs").status_code for _ in range(3)]
    assert statussen == [200, 200, 429]


def test_the_document_says_what_it_is(huis: Huis) -> None:
    schema = huis.client.get("/openapi.json").json()
    antwoord = schema["paths"][f"{BASIS}/{{gesprek}}/bewijs"]["get"]["responses"]["200"]
    assert json.dumps(antwoord).count("/Bewijs") == 1
