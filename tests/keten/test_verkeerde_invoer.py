"""What cannot be right gets a clear sentence or a clear error, and nothing is lost or kept that should not be."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER
from tests.keten.hulp import in_database, in_logs, laat_verlopen
from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]


def is_probleem(antwoord: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert antwoord.status_code == status, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    probleem: dict[str, Any] = antwoord.json()
    assert probleem["status"] == status
    assert probleem["code"] == code
    assert probleem["title"]
    assert probleem["detail"]
    return probleem


def zin_en_niets_verloren(klant: Klant, tekst: str) -> None:
    """Typing this gets a sentence, and the open question and all facts are as they were."""
    open_, feiten = klant.open, klant.feiten()
    klant.zeg(tekst)
    assert len(klant.berichten) >= 2, klant.tekst
    assert klant.berichten[0]["tekst"].strip()
    assert klant.open == open_, klant.tekst
    assert klant.feiten() == feiten


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [
        ("leeftijd", "😀😀😀"),
        ("leeftijd", "<script>alert(1)</script>"),
        ("leeftijd", "<b>34</b><img src=x onerror=alert(1)>"),
        ("leeftijd", '/inform{"leeftijd": 34}'),
        ("leeftijd", '{"leeftijd": [1, 2]}'),
        ("leeftijd", "300"),
        ("leeftijd", "-5"),
        ("leeftijd", "x" * 500),
        ("kale_huur", "-650"),
        ("kale_huur", "min 650 euro"),
        ("kale_huur", "😀"),
        ("inkomen_jaar", "1000000000 per jaar"),
        ("inkomen_jaar", "een miljard per jaar"),
        ("inkomen_jaar", "-20000 per jaar"),
        ("kinderen", "200"),
        ("kinderen", "-1"),
        ("partner", "'; drop table gesprek; --"),
        ("vermogen", "{{ 7 * 7 }}"),
    ],
)
def test_rubbish_gets_a_sentence_and_loses_nothing(gesprek: Nieuw, vraag: str, tekst: str) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag(vraag, ALLEENSTAANDE_OUDER)
    zin_en_niets_verloren(klant, tekst)
    klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open != (vraag, None), klant.tekst


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [("", "geen tekst"), (" \t\n", "geen tekst"), ("x" * 10_000, "te lang"), ("ja " * 170, "te lang")],
    ids=["empty", "blank", "10,000 characters", "510 characters"],
)
def test_empty_and_too_long_are_said_and_not_read(
    gesprek: Nieuw, andere_wegen: Counter[str], tekst: str, woord: str
) -> None:
    andere_wegen["direct"] = 1
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("partner", ALLEENSTAANDE_OUDER)
    zin_en_niets_verloren(klant, tekst)
    assert woord in klant.tekst


def test_restart_with_a_slash_is_only_text(gesprek: Nieuw) -> None:
    """Rasa would forget everything at this message; here the resident is asked first, at most."""
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("woonsituatie", ALLEENSTAANDE_OUDER)
    feiten = klant.feiten()
    klant.zeg("/restart")
    assert klant.berichten[0]["tekst"]
    assert klant.feiten() == feiten
    if klant.open != ("woonsituatie", None):
        assert klant.open == ("bevestig:opnieuw", None)
        klant.zeg("nee")
    assert klant.open == ("woonsituatie", None)
    assert klant.feiten() == feiten


def test_twelve_children_count_all_twelve(gesprek: Nieuw) -> None:
    huishouden = {**ALLEENSTAANDE_OUDER, "kinderen": list(range(1, 13))}
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("kinderen", huishouden)
    klant.zeg("twaalf")
    assert klant.open == ("kinderen.leeftijd", None)
    klant.tot_het_einde(huishouden)
    assert klant.feiten()["kinderen"] == huishouden["kinderen"]
    # 12 x 2,580 + 3,416 (no partner) + 724 (the one of 12) - 7.6% of (30,000 - 29,736), over twelve months
    assert klant.bedragen()["kindgebonden-budget"] == "2923.00"


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn bsn is 111222333",
        "111222333",
        "bsn 111.222.333",
        "mijn rekening is NL91ABNA0417164300",
        "nl91 abna 0417 1643 00 is mijn rekeningnummer",
    ],
)
def test_numbers_that_name_a_person_are_refused_and_kept_nowhere(
    huis: Huis, gesprek: Nieuw, andere_wegen: Counter[str], tekst: str
) -> None:
    andere_wegen["direct"] = 1
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("inkomen_jaar", ALLEENSTAANDE_OUDER)
    zin_en_niets_verloren(klant, tekst)
    assert "niet bewaard" in klant.tekst
    zocht = ("111222333", "111.222.333", "0417164300", "0417 1643 00", tekst)
    assert in_database(huis, *zocht) == []
    assert in_logs(huis, *zocht) == []
    assert tekst not in str(klant.stand())


def test_a_made_up_or_expired_token_is_an_unknown_talk(
    huis: Huis, http: httpx.Client, gesprek: Nieuw
) -> None:
    verlopen = gesprek()
    verlopen.klik("start")
    laat_verlopen(huis, verlopen.token)
    antwoorden = []
    for token in (verlopen.token, secrets.token_urlsafe(32), "x", "%00", "a" * 5000):
        pad = f"/api/v1/gesprekken/{token}"
        antwoorden += [
            http.get(pad),
            http.get(f"{pad}/overzicht"),
            http.post(f"{pad}/berichten", json={"id": "m1", "tekst": "34"}),
            http.delete(pad),
        ]
    for antwoord in antwoorden:
        is_probleem(antwoord, 404, "gesprek_onbekend")
    assert len({antwoord.text for antwoord in antwoorden}) == 1, "the answer tells which it was"


def test_a_foreign_page_may_not_talk(huis: Huis, http: httpx.Client, gesprek: Nieuw) -> None:
    vreemd = {"Origin": "https://kwaad.example"}
    is_probleem(
        http.post("/api/v1/gesprekken", json={"gemeente": "voorbeeldstad"}, headers=vreemd), 403, "herkomst"
    )
    klant = gesprek()
    klant.klik("start")
    antwoorden = [
        http.post(f"{klant.pad}/berichten", json={"id": "m1", "tekst": "34"}, headers=vreemd),
        http.get(klant.pad, headers=vreemd),
        http.delete(klant.pad, headers=vreemd),
    ]
    for antwoord in antwoorden:
        is_probleem(antwoord, 403, "herkomst")
        assert "access-control-allow-origin" not in antwoord.headers
    assert klant.feiten() == {}
    # The page of the gateway itself, and one that the gemeente allows.
    for eigen in (huis.web_url, "http://localhost:8000"):
        assert http.get(klant.pad, headers={"Origin": eigen}).status_code == 200


@pytest.mark.parametrize(
    ("lichaam", "code", "veld"),
    [
        (b"{", "geen_json", None),
        (b"\xff\xfe", "geen_json", None),
        (b"[]", "ongeldig", ""),
        (b'{"tekst": "34"}', "ongeldig", "id"),
        (b'{"id": "m1"}', "ongeldig", ""),
        (b'{"id": "m1", "tekst": "34", "keuze": "start"}', "ongeldig", ""),
        (b'{"id": "m1", "tekst": 34}', "ongeldig", "tekst"),
        (b'{"id": "m1", "tekst": "34", "zomaar": 1}', "ongeldig", "zomaar"),
        (b'{"id": "../etc", "tekst": "34"}', "ongeldig", "id"),
    ],
)
def test_a_body_of_another_form(gesprek: Nieuw, lichaam: bytes, code: str, veld: str | None) -> None:
    klant = gesprek()
    klant.klik("start")
    antwoord = klant.http.post(
        f"{klant.pad}/berichten", content=lichaam, headers={"Content-Type": "application/json"}
    )
    probleem = is_probleem(antwoord, 422, code)
    if veld is not None:
        assert [f["veld"] for f in probleem["fouten"]] == [veld]
    assert klant.feiten() == {}


def test_a_body_too_large_and_a_gemeente_unknown(http: httpx.Client, gesprek: Nieuw) -> None:
    is_probleem(gesprek().stuur(tekst="x" * 70_000), 413, "te_groot")
    is_probleem(http.post("/api/v1/gesprekken", json={"gemeente": "nergens"}), 404, "gemeente_onbekend")
    is_probleem(http.get("/api/v1/bestaat-niet"), 404, "niet_gevonden")


def test_a_talk_holds_150_messages(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start:zorgtoeslag")
    for _ in range(149):
        klant.laatste = klant.stuur(keuze="herhaal").json()
    probleem = is_probleem(klant.stuur(tekst="34"), 429, "gesprek_vol")
    assert "150" in probleem["detail"]
    assert klant.stand()["open_vraag"]["vraag"] == "leeftijd"
