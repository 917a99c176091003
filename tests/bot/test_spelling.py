"""Typing errors and groups of words: the parts of understanding that need no Rasa."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from ops.plekken import BOT


@pytest.fixture
def spelling(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BOT))
    return importlib.import_module("spelling")


@pytest.fixture
def woordgroepen(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BOT))
    return importlib.import_module("woordgroepen")


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("toselag", "toeslag"),  # two letters changed about
        ("huurtoeslg", "huurtoeslag"),  # one left out
        ("kwijtschleding", "kwijtschelding"),
        ("zorgtoeslagg", "zorgtoeslag"),
        ("uitkerinf", "uitkering"),  # one beside it
        ("kwijtsheldingg", "kwijtschelding"),  # in a long word one left out and one too many
        ("toeslag", "toeslag"),
        ("zin", "zin"),  # too short to tell
        ("xylofonist", "xylofonist"),
        ("15000", "15000"),
    ],
)
def test_a_typing_error_is_the_known_word_it_is_nearest_to(spelling: Any, getypt: str, bedoeld: str) -> None:
    bekend = ["huurtoeslag", "zorgtoeslag", "kwijtschelding", "beslagvrije", "zien", "15001"]
    assert spelling.Spelling([*bekend, *bekend]).bedoeld(getypt) == bedoeld


def test_what_stands_once_may_be_an_error_itself(spelling: Any) -> None:
    ken = spelling.Spelling(["zwembadje", "trampoline", "trampoline"])
    assert ken.bedoeld("zwembatje") == "zwembatje"
    assert ken.bedoeld("trampolien") == "trampoline"


def test_the_commonest_of_two_words_as_near_is_meant(spelling: Any) -> None:
    ken = spelling.Spelling(["tafel", "tafel", "wafel", "wafel", "wafel"])
    assert ken.bedoeld("kafel") == "wafel"


def test_no_word_is_too_long(spelling: Any) -> None:
    lang = "toeslag" * 70
    assert spelling.Spelling([]).bedoeld(lang) == lang


@pytest.mark.parametrize(
    ("a", "b", "letters"), [("", "abc", 3), ("ab", "ba", 1), ("abc", "abc", 0), ("kat", "kast", 1)]
)
def test_distance(spelling: Any, a: str, b: str, letters: int) -> None:
    assert spelling.afstand(a, b) == letters == spelling.afstand(b, a)


def test_words_that_mean_the_same_share_a_group(woordgroepen: Any) -> None:
    groepen = woordgroepen.groepen
    assert set(groepen("creche")) & set(groepen("kdv")) & set(groepen("gastouderbureau"))
    assert "geld" in groepen("centen")
    assert groepen("xylofoon") == ()


def test_groups_are_written_as_they_are_looked_up(spelling: Any, woordgroepen: Any) -> None:
    for groep, reeks in woordgroepen.GROEPEN.items():
        woorden = reeks.split()
        assert len(set(woorden)) == len(woorden), groep
        for woord in woorden:
            assert spelling.woorden(spelling.kaal(woord)) == [woord.rstrip("*")], (groep, woord)
