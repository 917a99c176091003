"""Trying a sentence: what the talk would do with it, and making it an example."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from tests.web.conftest import Huis
from tests.web.redactie.kantoor import Kantoor, Redacteur
from web.redactie.schrijven import faqvorm

BLAD, ERBIJ = "/redactie/probeer", "/redactie/probeer/voorbeeld"


def woorden(html: str) -> str:
    """What there is to read on a page."""
    zonder = re.sub(r"<(script|style|select).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", zonder)).split())


def probeer(wie: Redacteur, zin: str) -> str:
    antwoord = wie.doe(BLAD, zin=zin)
    assert antwoord.status_code == 200, antwoord.text
    return woorden(antwoord.text)


def rangschik(kantoor: Kantoor, *rangen: tuple[str, float]) -> None:
    kantoor.huis.rasa.rangschikking = list(rangen)


def test_the_first_page_asks_for_a_sentence(kantoor: Kantoor) -> None:
    assert "Typ een zin" in woorden(kantoor.schrijver.kijk(BLAD).text)


def test_a_sentence_that_is_answered_at_once_with_the_next_two_and_why(kantoor: Kantoor) -> None:
    rangen = (("faq_voedselbank", 0.81), ("faq_geen_geld_nu", 0.1), ("begroeting", 0.05), ("faq_aio", 0.01))
    rangschik(kantoor, *rangen)
    tekst = probeer(kantoor.schrijver, "waar krijg ik gratis eten")
    faqs = kantoor.huis.bronnen.inhoud.faqs("voorbeeldstad")
    assert "Hij geeft meteen het antwoord van één onderwerp" in tekst
    assert f"81 procent zeker: {faqs['voedselbank'].titel}" in tekst
    assert f"10 procent zeker: {faqs['geen-geld-nu'].titel}" in tekst
    assert "5 procent zeker: groeten" in tekst
    assert "1 procent zeker: " not in tekst.replace("81 procent", "")
    [waarom] = re.findall(
        r"81 procent zeker.*? Dit lijkt op een voorbeeld van dit onderwerp: (.*?) Zet de zin", tekst
    )
    assert any(zin in waarom for zin in faqs["voedselbank"].voorbeelden)
    # And what the resident would read.
    assert "voedselbank" in tekst.split("Dit leest de inwoner")[1].lower()


def test_in_words_what_the_talk_does(kantoor: Kantoor) -> None:
    for zin, rangen, doet in (
        ("wat kost zoiets", [("faq_digid", 0.3), ("faq_aio", 0.25)], "De chatbot twijfelt"),
        ("wat kost zoiets", [("faq_digid", 0.05), ("faq_aio", 0.05)], "De chatbot begrijpt dit niet"),
        ("stop", [], "De chatbot ziet dit als een opdracht"),
        ("dag chatbot", [("begroeting", 0.9)], "Opdracht: groeten"),
        ("mijn man is overleden", [], "De chatbot hoort verdriet of zorgen"),
        ("ik ben 34 en ik heb geen partner", [], "De inwoner vertelt iets over zichzelf"),
        ("i need help with money please", [], "De chatbot geeft hier een vast antwoord op"),
        ("ik wil beginnen met de check", [("start", 0.9)], "Opdracht: beginnen met rekenen"),
    ):
        rangschik(kantoor, *rangen)
        assert doet in probeer(kantoor.schrijver, zin), zin


def test_danger_says_that_an_example_changes_nothing(kantoor: Kantoor) -> None:
    rangschik(kantoor, ("faq_digid", 0.9))
    tekst = probeer(kantoor.schrijver, "ik wil niet meer leven")
    assert "De chatbot hoort gevaar" in tekst
    assert "Een voorbeeld erbij verandert dat niet" in tekst
    assert "Zet de zin bij" not in tekst.split("Voorbeelden die er het meest")[0]
    assert "alleen bij een onderwerp over gevaar" in tekst


def test_what_the_chatbot_does_not_read_goes_to_no_model(kantoor: Kantoor) -> None:
    for zin, waarom in (
        ("", "Er staat niets in"),
        ("mijn bsn is 123456782", "op een BSN lijkt"),
        ("a" * 501, "De zin is te lang"),
    ):
        antwoord = kantoor.schrijver.doe(BLAD, zin=zin)
        assert waarom in woorden(antwoord.text)
        assert "123456782" not in antwoord.text
    assert kantoor.huis.rasa.verzoeken == []


def test_without_rasa_it_says_so_and_shows_the_rest(kantoor: Kantoor) -> None:
    kantoor.huis.rasa.gedrag = kantoor.huis.rasa.weg
    tekst = probeer(kantoor.schrijver, "krijg ik hurtoeslag voor mijn kamer")
    assert "Het model dat zinnen herkent, antwoordt nu niet" in tekst
    assert "huurtoeslag kamer" in tekst
    # A try of an editor says nothing about how Rasa does for residents.
    assert kantoor.huis.app.state.diensten.rasa.laatste_gelukt is None
    assert not kantoor.huis.app.state.diensten.rasa.rust


def test_nothing_of_it_is_kept(kantoor: Kantoor) -> None:
    rangschik(kantoor, ("faq_digid", 0.3))
    probeer(kantoor.schrijver, "waar staat het zebrapadverhaal")
    assert b"zebrapadverhaal" not in kantoor.huis.bytes()
    [gestuurd] = kantoor.huis.rasa.verzoeken
    assert gestuurd["metadata"] == {"proef": True}


def test_one_click_makes_it_an_example_in_a_draft(kantoor: Kantoor) -> None:
    rangschik(kantoor, ("faq_voedselbank", 0.4), ("faq_aio", 0.3))
    noor = kantoor.schrijver
    antwoord = noor.doe(ERBIJ, zin="waar haal ik gratis pakketten op", onderwerp="voedselbank")
    assert "De zin staat nu in uw concept" in woorden(antwoord.text)
    [concept] = kantoor.concepten.open_("faq/voedselbank.md")
    assert f'href="/redactie/concept/{concept.id}"' in antwoord.text
    assert faqvorm.lees(concept.tekst or "").voorbeelden[-1] == "waar haal ik gratis pakketten op"
    assert concept.reden == "Voorbeeldzin erbij: waar haal ik gratis pakketten op"
    # One line more in the file, and residents notice nothing yet.
    oud = kantoor.lees("faq/voedselbank.md")
    assert set((concept.tekst or "").splitlines()) - set(oud.splitlines()) == {
        "  - waar haal ik gratis pakketten op"
    }
    # A second one goes into the same draft, whatever else was written in it.
    noor.doe(ERBIJ, zin="waar is het uitgiftepunt", onderwerp="voedselbank")
    [nog] = kantoor.concepten.open_("faq/voedselbank.md")
    assert nog.id == concept.id
    assert faqvorm.lees(nog.tekst or "").voorbeelden[-2:] == (
        "waar haal ik gratis pakketten op",
        "waar is het uitgiftepunt",
    )


def test_what_cannot_be_an_example(kantoor: Kantoor) -> None:
    for zin, onderwerp, waarom in (
        ("ik wil niet meer leven", "voedselbank", "Deze zin gaat over gevaar"),
        ("waar kan ik eten halen", "verzonnen", "Dit onderwerp is er niet"),
        ("waar [is](dit)", "voedselbank", "tekens die de chatbot niet kan leren"),
        ("Hoe zit het met mijn privacy", "voedselbank", "De zin staat al bij een ander onderwerp"),
        ("hoe zit het met mijn privacy", "privacy", "De zin staat al bij dit onderwerp"),
    ):
        antwoord = kantoor.schrijver.doe(ERBIJ, zin=zin, onderwerp=onderwerp)
        assert antwoord.status_code == 409
        assert waarom in woorden(antwoord.text)
    # Danger belongs with danger.
    goed = kantoor.schrijver.doe(ERBIJ, zin="ik wil echt niet meer verder leven", onderwerp="crisis")
    assert goed.status_code == 200
    [concept] = [een for een in kantoor.concepten.open_() if een.tekst != kantoor.lees(een.pad)]
    assert concept.pad == "faq/crisis.md"


def test_a_draft_that_is_no_form_any_more_is_left_as_it_is(kantoor: Kantoor) -> None:
    noor = kantoor.schrijver
    eigen = kantoor.concept(noor, "faq/voedselbank.md", "zo maar iets\n", "reden")
    antwoord = noor.doe(ERBIJ, zin="waar haal ik gratis pakketten op", onderwerp="voedselbank")
    assert "niet als formulier te lezen" in woorden(antwoord.text)
    assert kantoor.concepten.lees(eigen.id).tekst == "zo maar iets\n"


def test_only_for_who_may_write(kantoor: Kantoor) -> None:
    assert kantoor.wie("bel", "balie").doe(BLAD, zin="hallo").status_code == 403
    assert kantoor.gebouw.browser().kijk(BLAD).status_code == 303


@pytest.mark.parametrize(
    "lichaam",
    [
        {"tekst": "hallo", "proef": True},
        {"tekst": "hallo", "metadata": {"proef": True}},
        {"tekst": "hallo", "id": {"proef": True}},
    ],
)
def test_a_resident_cannot_ask_for_a_ranking(huis: Huis, lichaam: dict[str, Any]) -> None:
    token = huis.begin()
    antwoord = huis.client.post(f"/api/v1/gesprekken/{token}/berichten", json={"id": "m1", **lichaam})
    assert antwoord.status_code == 422
    assert huis.rasa.verzoeken == []


@pytest.mark.parametrize("tekst", ['/proef{"proef": true}', '{"proef": true}', "/keuze"])
def test_what_a_resident_types_is_only_text(huis: Huis, tekst: str) -> None:
    token = huis.begin()
    assert "berichten" in huis.zeg(token, tekst).json()
    assert all("proef" not in verzoek["metadata"] for verzoek in huis.rasa.verzoeken)
