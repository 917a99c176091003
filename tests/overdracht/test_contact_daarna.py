"""After sending: how it stands, stopping it on the page or with number and code, limits, and what the outside sees."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.gesprek.opslag import gesprek_id
from actions.gesprek.staat import Beurt
from tests.overdracht.conftest import Huis, Maker
from tests.overdracht.contactpagina import Inwoner, rijen
from tests.web.formulier import Bezoeker, Pagina

EIGEN_SITE = "http://localhost:8000"


@pytest.fixture
def inwoner(huis: Huis) -> Inwoner:
    return Inwoner(huis, huis.gesprek())


def test_stopping_asks_once_and_says_what_it_did(inwoner: Inwoner) -> None:
    pagina = inwoner.druk(inwoner.verstuurd(), "Stop mijn vraag")
    assert "Weet u het zeker?" in pagina.titel
    assert pagina.links["Nee, laat mijn vraag staan"] == inwoner.hier
    assert rijen(inwoner.huis)[0].stand == "wordt_verstuurd"
    pagina = inwoner.druk(pagina, "Ja, stop mijn vraag")
    (rij,) = rijen(inwoner.huis)
    assert (rij.stand, rij.inhoud) == ("ingetrokken", None)
    assert "Uw vraag is gewist. De gemeente neemt geen contact meer met u op." in pagina.tekst
    assert "Stop mijn vraag" not in pagina.knoppen
    assert "Stuur nog een vraag" in pagina.knoppen


def test_another_talk_cannot_stop_it_and_wrong_codes_of_others_do_not_hinder(inwoner: Inwoner) -> None:
    pagina = inwoner.verstuurd()
    (rij,) = rijen(inwoner.huis)
    ander = Inwoner(inwoner.huis, inwoner.huis.gesprek())
    assert (
        ander.bezoeker.stuur(ander.hier, [("stap", "stop_ja"), ("kenmerk", rij.kenmerk)]).status_code == 422
    )
    for _ in range(5):
        inwoner.huis.status({"kenmerk": rij.kenmerk, "intrekcode": ""}, "KKKKKKKK")
    assert inwoner.huis.status({"kenmerk": rij.kenmerk, "intrekcode": ""}, "KKKKKKKK").status_code == 429
    assert rijen(inwoner.huis)[0].stand == "wordt_verstuurd"
    inwoner.druk(inwoner.druk(pagina, "Stop mijn vraag"), "Ja, stop mijn vraag")
    assert rijen(inwoner.huis)[0].stand == "ingetrokken"


def test_given_up_is_told_with_the_number_and_a_way_to_ask_again(inwoner: Inwoner) -> None:
    inwoner.verstuurd()
    bezorger = inwoner.huis.app.state.diensten.bezorger
    inwoner.huis.klok.verder(hours=73)
    token = inwoner.huis.gesprek()
    with inwoner.huis.bronnen.opslag.schrijf() as verbinding:
        from actions.overdracht.tabellen import overdracht

        verbinding.execute(overdracht.update().values(gesprek=gesprek_id(token)))
    bezorger.ronde()
    pagina = Inwoner(inwoner.huis, token).open()
    assert "Het is niet gelukt" in pagina.titel
    assert pagina.links["14 0000"] == "tel:140000"
    pagina = inwoner.druk(pagina, "Stuur uw vraag opnieuw")
    assert "Stuur uw vraag naar de gemeente" in pagina.titel


def test_the_topic_is_that_of_the_last_offer_to_call(inwoner: Inwoner) -> None:
    huis = inwoner.huis
    assert inwoner.open().veld("onderwerp") == "medewerker"
    berichten = [
        {"id": "b1", "van": "bot", "soort": "tekst", "tekst": "…", "faq": "deurwaarder-beslag"},
        {"id": "b2", "van": "bot", "soort": "overdracht", "tekst": "…", "onderwerp": "zorgtoeslag"},
        {"id": "b3", "van": "bot", "soort": "overdracht", "tekst": "…", "onderwerp": "huurtoeslag"},
        {"id": "b4", "van": "bot", "soort": "tekst", "tekst": "…", "faq": "bezwaar"},
    ]
    with huis.bronnen.opslag.transactie(gesprek_id(inwoner.token)) as transactie:
        antwoord: dict[str, Any] = {"berichten": berichten, "voortgang": {}, "tussenstand": {}}
        staat = replace(transactie.gesprek.staat)
        transactie.bewaar(staat, Beurt(transactie.volgend_nr, "m1", None, antwoord, "direct"))
    onderwerpen = [o.id for o in huis.app.state.diensten.uitbak.contact(inwoner.token).onderwerpen]
    assert onderwerpen == ["huurtoeslag", "bezwaar", "deurwaarder-beslag", "zorgtoeslag", "medewerker"]
    assert inwoner.open().veld("onderwerp") == "huurtoeslag"


def test_a_gemeente_cannot_be_flooded(maak_huis: Maker) -> None:
    huis = maak_huis(overdrachten_per_gesprek=2, overdrachten_per_adres=3)
    inwoner = Inwoner(huis, huis.gesprek())
    pagina = inwoner.voorbeeld()
    for _ in range(3):
        inwoner.druk(pagina, "Ja, stuur dit")  # the same one again: counted once
    assert len(rijen(huis)) == 1
    assert huis.stuur(inwoner.token, id="tweede").status_code == 201
    derde = huis.stuur(inwoner.token, id="derde")
    assert (derde.status_code, derde.json()["code"]) == (429, "te_veel_overdrachten")
    assert "14 0000" in derde.json()["detail"]
    assert int(derde.headers["retry-after"]) > 3600
    velden = [("telefoon", "0612345678"), ("onderwerp", "huurtoeslag"), ("versie", pagina.veld("versie"))]
    pagina = Pagina(inwoner.bezoeker.stuur(inwoner.hier, [("stap", "stuur"), ("id", "derde"), *velden]))
    assert pagina.antwoord.status_code == 429
    assert "Deze vraag is niet verstuurd" in pagina.titel
    assert pagina.links["14 0000"] == "tel:140000"
    ander = huis.gesprek()
    assert huis.stuur(ander).status_code == 201
    assert huis.stuur(huis.gesprek()).status_code == 429, "of this address"
    assert len(rijen(huis)) == 3


def test_number_and_code_are_enough(inwoner: Inwoner) -> None:
    pagina = inwoner.verstuurd()
    (rij,) = rijen(inwoner.huis)
    code = inwoner.huis.app.state.diensten.uitbak.contact(inwoner.token).eerder[0].code
    assert code[:4] in pagina.tekst
    bezoeker = Bezoeker(inwoner.huis.client)
    leeg = inwoner.druk(bezoeker.open("/intrekken"), "Verder")
    assert leeg.antwoord.status_code == 422
    assert {"Vul uw nummer in.", "Vul uw code in."} <= set(leeg.links)
    kenmerk = f"{rij.kenmerk[:4]} {rij.kenmerk[4:8]} {rij.kenmerk[8:]}"
    getypt = {"kenmerk": kenmerk, "code": f"{code[:4]} {code[4:]}".lower()}
    pagina = inwoner.druk(inwoner.vul(bezoeker.open("/intrekken"), **getypt), "Verder")
    assert "Uw vraag is onderweg naar Team Inkomen van Voorbeeldstad." in pagina.tekst
    assert pagina.links["14 0000"] == "tel:140000"
    pagina = inwoner.druk(pagina, "Stop mijn vraag")
    assert "Weet u het zeker?" in pagina.titel
    pagina = inwoner.druk(pagina, "Ja, stop mijn vraag")
    assert "Uw vraag is gewist." in pagina.tekst
    assert rijen(inwoner.huis)[0].stand == "ingetrokken"
    assert pagina.url.endswith("/intrekken")


def test_a_wrong_code_an_unknown_number_and_a_lock_are_told_as_the_api_does(inwoner: Inwoner) -> None:
    inwoner.verstuurd()
    (rij,) = rijen(inwoner.huis)
    bezoeker = Bezoeker(inwoner.huis.client)
    gezien = []
    for kenmerk in ("9999999999", *[rij.kenmerk] * 6):
        pagina = inwoner.vul(bezoeker.open("/intrekken"), kenmerk=kenmerk, code="KKKK-KKKK")
        pagina = inwoner.druk(pagina, "Verder")
        gezien.append((pagina.antwoord.status_code, next(w for w, n in pagina.links.items() if n == "#code")))
        assert pagina.veld("kenmerk") == kenmerk
    onjuist = "Deze code hoort niet bij dit nummer. Kijk of u alles goed heeft overgenomen."
    assert gezien[:6] == [(403, onjuist)] * 6
    assert gezien[6][0] == 429
    assert gezien[6][1].startswith("U heeft te vaak een verkeerde code ingevuld.")
    assert gezien[6][1].endswith("Dat kan weer over 60 minuten.")
    assert pagina.antwoord.headers["retry-after"]


@pytest.mark.parametrize("pad", ["", "?van=widget"])
def test_the_headers_let_only_the_gemeente_frame_it(inwoner: Inwoner, pad: str) -> None:
    koppen = inwoner.huis.client.get(f"/contact/{inwoner.token}{pad}").headers
    assert koppen["cache-control"] == "no-store"
    assert koppen["referrer-policy"] == "no-referrer"
    assert koppen["x-robots-tag"] == "noindex"
    csp = dict(deel.split(" ", 1) for deel in koppen["content-security-policy"].split("; "))
    if pad:
        assert csp["frame-ancestors"] == f"'self' http://127.0.0.1:8000 {EIGEN_SITE}"
        assert csp["script-src"] == "'self'"
        assert "x-frame-options" not in koppen
    else:
        assert csp["frame-ancestors"] == "'none'"
        assert "script-src" not in csp
        assert koppen["x-frame-options"] == "DENY"


def test_in_the_chat_window_it_is_slim_all_the_way(huis: Huis) -> None:
    inwoner = Inwoner(huis, huis.gesprek(), slim=True)
    pagina = inwoner.open()
    assert "Snel weg" not in pagina.knoppen
    assert [script["src"] for script in pagina.scripts] == ["/static/contact/binnen.js"]
    assert EIGEN_SITE in pagina.antwoord.text
    pagina = inwoner.voorbeeld()
    formulier, knop = pagina.knoppen["Ja, stuur dit"]
    antwoord = inwoner.bezoeker.stuur(formulier.actie, [*formulier.velden, (knop.naam, knop.waarde)])
    assert antwoord.headers["location"] == f"{inwoner.hier}#verstuurd"
    assert "Sluiten" in inwoner.open().links


def test_a_talk_that_is_gone_has_the_page_of_the_house(inwoner: Inwoner) -> None:
    for pad in ("/contact/geen-token", f"/contact/{'A' * 43}"):
        pagina = inwoner.bezoeker.open(pad)
        assert (pagina.antwoord.status_code, "Dit gesprek is er niet meer" in pagina.titel) == (404, True)
    slim = inwoner.huis.client.get(f"/contact/{'A' * 43}?van=widget")
    assert EIGEN_SITE in slim.headers["content-security-policy"]
    assert "x-frame-options" not in slim.headers
    pagina = inwoner.vul(inwoner.open(), bericht="Mijn lange verhaal")
    inwoner.huis.client.delete(f"/api/v1/gesprekken/{inwoner.token}")
    pagina = inwoner.druk(pagina, "Verder")
    assert pagina.antwoord.status_code == 404
    assert "Mijn lange verhaal" in pagina.tekst, "what was typed is not lost"


@pytest.mark.parametrize("koppen", [{"Origin": "https://kwaad.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_foreign_page_sends_no_form_here(inwoner: Inwoner, koppen: dict[str, str]) -> None:
    inwoner.verstuurd()
    (rij,) = rijen(inwoner.huis)
    bezoeker = Bezoeker(inwoner.huis.client, {"Origin": "null", **koppen})
    for pad in (inwoner.hier, "/intrekken"):
        assert bezoeker.stuur(pad, [("stap", "stop_ja"), ("kenmerk", rij.kenmerk)]).status_code == 403
    assert rijen(inwoner.huis)[0].stand == "wordt_verstuurd"


def test_what_is_no_form_of_ours_is_refused(inwoner: Inwoner) -> None:
    for velden in ([], [("stap", "iets")], [("stap", "vraag"), ("bericht", "x" * 20_000)]):
        assert inwoner.bezoeker.stuur(inwoner.hier, velden).status_code == 422
