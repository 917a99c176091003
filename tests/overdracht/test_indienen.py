"""Seeing what would be sent, agreeing to it, and sending it: what the server lets through and what not."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from sqlalchemy import select

from actions.overdracht.kluis import Kluis
from actions.overdracht.tabellen import overdracht, toestemming, toestemmingstekst
from actions.overdracht.veld import uit_json
from tests.overdracht.conftest import PERSOONLIJK, H, Huis, Maker


def _rijen(huis: Huis, tabel: Any = overdracht) -> list[Any]:
    with huis.bronnen.opslag.lees_naast() as verbinding:
        return list(verbinding.execute(select(tabel)).all())


def test_the_preview_is_what_is_stored_to_be_sent(huis: Huis) -> None:
    token = huis.gesprek()
    gezien = huis.voorbeeld(token)
    assert gezien.status_code == 200, gezien.text
    velden = {veld["label"]: veld["waarde"] for veld in gezien.json()["velden"]}
    assert velden["Naam"] == "Noor Verzonnen"
    assert velden["Telefoon"] == "0612345678"
    assert "650 euro" in velden[huis.bronnen.inhoud.vraag("kale_huur").label]
    assert velden["Huurtoeslag"].startswith("Waarschijnlijk wel, ")
    assert gezien.json()["ontvanger"] == "Team Inkomen van Voorbeeldstad"
    assert _rijen(huis) == []
    assert huis.stuur(token).status_code == 201
    (rij,) = _rijen(huis)
    bewaard = uit_json(Kluis([huis.sleutel]).open(rij.kenmerk, rij.inhoud))
    assert [(veld.label, veld.waarde) for veld in bewaard] == list(velden.items())


def test_a_preview_stores_nothing(huis: Huis) -> None:
    token = huis.gesprek()

    def geschreven() -> list[bytes]:
        return [(huis.map / "db" / f"proef.db{deel}").read_bytes() for deel in ("", "-wal")]

    voor = geschreven()
    assert huis.voorbeeld(token).status_code == 200
    assert geschreven() == voor


def test_without_consent_nothing_is_taken_in(huis: Huis) -> None:
    token = huis.gesprek()
    versie = huis.voorbeeld(token).json()["toestemming"]["versie"]
    for ja in (None, {}, {"gegeven": True}, {"versie": versie}, {"versie": versie, "gegeven": False}):
        nee = huis.stuur(token, ja)
        assert (nee.status_code, nee.json()["code"]) == (403, "toestemming_ontbreekt"), ja
    nee = huis.stuur(token, {"versie": "0" * 16, "gegeven": True})
    assert (nee.status_code, nee.json()["code"]) == (409, "toestemming_verouderd")
    assert _rijen(huis) == []
    assert _rijen(huis, toestemming) == []


def test_the_version_is_of_the_text_the_receiver_and_the_terms(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECHTOP_OPENKLANT_TOKEN_OPENSTAD", "x")
    versies = {
        huis.voorbeeld(huis.gesprek(slug)).json()["toestemming"]["versie"]
        for slug in ("voorbeeldstad", "postvak", "korter", "openstad")
    }
    assert len(versies) == 4
    token = huis.gesprek()
    een = huis.voorbeeld(token).json()["toestemming"]["versie"]
    assert huis.voorbeeld(token, naam=None, delen=[]).json()["toestemming"]["versie"] == een


def test_the_same_message_is_one_request(huis: Huis) -> None:
    token = huis.gesprek()
    eerste = huis.stuur(token)
    assert eerste.status_code == 201
    assert len(eerste.json()["kenmerk"]) == 10
    assert eerste.json()["kenmerk"].isdigit()
    assert eerste.json()["status"] == "wordt_verstuurd"
    tweede = huis.stuur(token, {"versie": "oud", "gegeven": True}, telefoon="onzin")
    assert (tweede.status_code, tweede.json()) == (201, eerste.json())
    assert len(_rijen(huis)) == 1
    assert huis.stuur(token, id="h2").json()["kenmerk"] != eerste.json()["kenmerk"]
    assert huis.stuur(huis.gesprek()).json()["intrekcode"] != eerste.json()["intrekcode"]


def test_the_proof_holds_nothing_of_the_request_and_leads_to_no_talk(huis: Huis) -> None:
    token = huis.gesprek()
    huis.stuur(token)
    (rij,) = _rijen(huis)
    (bewijs,) = _rijen(huis, toestemming)
    alles = str(bewijs._asdict())
    assert bewijs.kenmerk == rij.kenmerk
    assert bewijs.velden == [
        "onderwerp", "naam", "telefoon", "email", "beste_moment", "bericht", "feit:kale_huur", "uitkomst:huurtoeslag",
    ]  # fmt: skip
    for verboden in (*PERSOONLIJK, "650", rij.gesprek, token, "h1"):
        assert verboden not in alles
    (tekst,) = _rijen(huis, toestemmingstekst)
    gezien = huis.voorbeeld(token).json()
    assert tekst.versie == bewijs.versie == gezien["toestemming"]["versie"]
    assert gezien["toestemming"]["tekst"] in tekst.tekst


def test_nothing_of_a_resident_can_be_read_on_disk_or_in_the_log(
    huis: Huis, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        huis.ingediend()
        huis.stuur(huis.gesprek(), id="h3", telefoon="onzin", bericht="kachelkwestie 123456782")
    for woord in PERSOONLIJK:
        assert woord.encode() not in huis.bytes(), woord
        assert woord not in caplog.text, woord


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"telefoon": None, "email": None}, "telefoon"),
        ({"telefoon": "  ", "email": ""}, "telefoon"),
        ({"telefoon": "12"}, "telefoon"),
        ({"telefoon": "061234567"}, "telefoon"),
        ({"telefoon": "+31 6 1234 567"}, "telefoon"),
        ({"telefoon": "bel mij maar"}, "telefoon"),
        ({"email": "noor"}, "email"),
        ({"email": "noor@verzonnen"}, "email"),
        ({"email": "noor@verzonnen.example\nBcc: x@y.example"}, "email"),
        ({"email": "a" * 80 + "@b.example"}, "email"),
        ({"naam": "x" * 81}, "naam"),
        ({"naam": "Noor 123456782"}, "naam"),
        ({"bericht": "x" * 501}, "bericht"),
        ({"bericht": "mijn bsn is 123456782"}, "bericht"),
        ({"bericht": "123.456.782"}, "bericht"),
        ({"bericht": "stort op NL91 ABNA 0417 1643 00"}, "bericht"),
        ({"onderwerp": "bestaat-niet"}, "onderwerp"),
        ({"delen": ["feit:kale_huur", "feit:servicekosten"]}, "delen.1"),
        ({"delen": ["feit:overwaarde_woning"]}, "delen.0"),
        ({"delen": ["uitkomst:bijstand"]}, "delen.0"),
        ({"delen": ["kale_huur"]}, "delen.0"),
        ({"delen": ["geheim:alles"]}, "delen.0"),
        ({"beste_moment": "nacht"}, "beste_moment"),
        ({"beste_moment": None}, "beste_moment"),
        ({"bsn": "1"}, "bsn"),
        ({"telefoon": 612345678}, "telefoon"),
    ],
)
def test_what_may_not_be_sent_is_named(huis: Huis, anders: dict[str, Any], veld: str) -> None:
    token = huis.gesprek()
    for antwoord in (huis.voorbeeld(token, **anders), huis.stuur(token, **anders)):
        assert antwoord.status_code == 422, antwoord.text
        assert antwoord.headers["content-type"] == "application/problem+json"
        assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]
        assert antwoord.json()["fouten"][0]["reden"].endswith(".")
    assert _rijen(huis) == []


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("06-12345678", "0612345678"),
        ("(020) 123 45 67", "0201234567"),
        ("+31 6 12345678", "0612345678"),
        ("+31 (0)6 12345678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_a_telephone_number_as_open_klant_takes_it(huis: Huis, getypt: str, gelezen: str) -> None:
    velden = huis.voorbeeld(huis.gesprek(), telefoon=getypt).json()["velden"]
    assert gelezen in [veld["waarde"] for veld in velden]


def test_a_telephone_number_in_the_message_is_no_bsn(huis: Huis) -> None:
    antwoord = huis.voorbeeld(huis.gesprek(), bericht="Bel mij op +31 612345008 graag, of tel 612345008")
    assert antwoord.status_code == 200, antwoord.text


def test_no_income_goes_along_that_was_not_ticked(huis: Huis) -> None:
    token = huis.gesprek()
    zonder = huis.voorbeeld(token, delen=["uitkomst:zorgtoeslag", "uitkomst:huurtoeslag"]).text
    assert "21.000" not in zonder
    assert "21000" not in zonder
    assert "21.000" in huis.voorbeeld(token, delen=["feit:inkomen_jaar"]).text
    assert [v["label"] for v in huis.voorbeeld(token, delen=[], naam=None, bericht=None, email=None).json()["velden"]] == [
        "Onderwerp", "Telefoon", "Beste moment om te bellen",
    ]  # fmt: skip


def test_an_answer_that_the_rules_no_longer_read_is_not_shared(huis: Huis) -> None:
    token = huis.gesprek(woonsituatie="koop")
    nee = huis.voorbeeld(token)
    assert nee.status_code == 422
    assert [fout["veld"] for fout in nee.json()["fouten"]] == ["delen.0"]


def test_more_than_open_klant_holds_is_refused_and_never_cut(huis: Huis) -> None:
    from actions.overdracht import aanvraag

    delen = [f"feit:{feit}" for feit in ("leeftijd", "kale_huur", "inkomen_jaar", "vermogen")]
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(aanvraag, "TEKST_MAX", 60)
        nee = huis.voorbeeld(huis.gesprek(), delen=delen, bericht=None)
    assert [fout["veld"] for fout in nee.json()["fouten"]] == ["delen"]


@pytest.mark.parametrize("slug", ["niets", "leeg"])
def test_a_gemeente_that_takes_nothing_over_gives_its_number(huis: Huis, slug: str) -> None:
    antwoord = huis.voorbeeld(huis.gesprek(slug))
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "geen_overdracht")
    assert "14 0999" in antwoord.json()["detail"]


def test_a_form_of_the_gemeente_gets_nothing_in_its_address(huis: Huis) -> None:
    antwoord = huis.stuur(huis.gesprek("formulierstad"), {"versie": "x", "gegeven": True})
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "eigen_formulier")
    assert antwoord.json()["formulier"] == "https://formulier.example/contact"
    assert _rijen(huis) == []


def test_without_a_key_nothing_is_taken_in(maak_huis: Maker) -> None:
    huis = maak_huis(overdracht_sleutels=None)
    assert huis.voorbeeld(huis.gesprek()).json()["code"] == "geen_overdracht"


def test_an_unknown_talk(huis: Huis) -> None:
    for token in ("x", "A" * 43):
        assert huis.voorbeeld(token).status_code == 404
        assert huis.stuur(token, {"versie": "x", "gegeven": True}).status_code == 404


def test_h_of_these_tests_is_body_h() -> None:
    assert set(H) == {"id", "onderwerp", "naam", "telefoon", "email", "beste_moment", "bericht", "delen"}
