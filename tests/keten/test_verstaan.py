"""What residents say in between, through the trained model: topics, commands in words, and what is not ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.keten.huishoudens import ALLEENSTAANDE_OUDER
from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]
VRAGEN = ("leeftijd", "partner", "kale_huur")
"""A number, yes or no, an amount: a sentence must not be taken for an answer to any of them."""


@pytest.mark.parametrize("vraag", VRAGEN)
@pytest.mark.parametrize(
    ("zin", "faq"),
    [
        ("wat is huurtoeslag precies?", "huurtoeslag"),
        ("hoeveel huurtoeslag kan ik krijgen", "huurtoeslag"),
        ("moet ik toeslagen terugbetalen?", "toeslag-terugbetalen"),
        ("ik ben bang dat ik het later moet terugbetalen", "toeslag-terugbetalen"),
        ("wat doen jullie met mijn gegevens", "privacy"),
        ("zijn mijn antwoorden veilig bij jullie", "privacy"),
    ],
)
def test_a_topic_in_between_is_answered_and_the_question_returns(
    gesprek: Nieuw, vraag: str, zin: str, faq: str
) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag(vraag, ALLEENSTAANDE_OUDER)
    feiten = klant.feiten()
    klant.zeg(zin)
    assert klant.faq == faq, klant.tekst
    assert klant.open == (vraag, None)
    assert klant.feiten() == feiten
    verder = klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open != (vraag, None), verder


@pytest.mark.parametrize(
    ("zin", "faq"),
    [("kan ik huurtoeslag krijgen", "huurtoeslag"), ("is dit gesprek anoniem?", "privacy")],
)
def test_a_topic_before_the_check_is_answered(gesprek: Nieuw, zin: str, faq: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert klant.faq == faq, klant.tekst
    klant.zeg("start")
    assert klant.open == ("leeftijd", None)


@pytest.mark.parametrize(
    ("zin", "daarna"),
    [
        ("ik wil een vraag terug", "woonsituatie"),
        ("kun je de vraag herhalen", "kale_huur"),
        ("ik wil opnieuw beginnen", "bevestig:opnieuw"),
        ("ik wil er nu mee ophouden", "bevestig:stop"),
        ("geen flauw idee eigenlijk", "medebewoners"),
    ],
)
def test_a_command_in_words_is_done(gesprek: Nieuw, zin: str, daarna: str) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("kale_huur", ALLEENSTAANDE_OUDER)
    klant.zeg(zin)
    assert klant.open is not None
    assert klant.open[0] == daarna, klant.tekst
    assert klant.faq is None


def test_why_in_words_is_answered_for_this_very_question(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("kale_huur", ALLEENSTAANDE_OUDER)
    klant.zeg("waarom vragen jullie dat")
    assert "hangt af van uw kale huur" in klant.tekst
    assert klant.open == ("kale_huur", None)


def test_an_overview_in_words(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("kale_huur", ALLEENSTAANDE_OUDER)
    klant.zeg("laat mijn antwoorden zien")
    assert "34 jaar" in klant.tekst
    assert "30.000 euro" in klant.tekst
    assert klant.open == ("kale_huur", None)


@pytest.mark.parametrize("vraag", [None, *VRAGEN])
@pytest.mark.parametrize(
    "zin",
    [
        "ik wil een nieuw paspoort",
        "hoe laat gaat de bus naar het station?",
        "kan ik hier ook mijn rijbewijs verlengen",
        "vertel een grap",
    ],
)
def test_what_is_not_ours_gets_no_topic_and_is_no_answer(gesprek: Nieuw, vraag: str | None, zin: str) -> None:
    klant = gesprek()
    if vraag is not None:
        klant.klik("start")
        klant.tot_vraag(vraag, ALLEENSTAANDE_OUDER)
    feiten = klant.feiten()
    klant.zeg(zin)
    assert klant.faq is None
    assert klant.berichten[0]["tekst"].startswith("Daar weet ik niets van")
    assert (klant.open and klant.open[0]) == vraag
    assert klant.feiten() == feiten


def test_a_sentence_that_only_looks_like_a_choice_is_no_answer(gesprek: Nieuw) -> None:
    """ "Buren" (neighbours) is one letter from "huren" (to rent), and a word of its own."""
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("woonsituatie", ALLEENSTAANDE_OUDER)
    klant.zeg("zien mijn buren dit")
    assert "woonsituatie" not in klant.feiten()
    assert klant.open == ("woonsituatie", None), klant.tekst
