"""The gate tells hard from easy: the same message in the words of an office is held back, in plain words it passes.

Thresholds came from measurements on public texts (content/taal/regels.py). This keeps them, and the lists of words, honest.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from content.taal import Bevinding, bekijk, meting

PAREN: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    Path(__file__).with_name("paren.yml").read_text("utf-8")
)


def fouten(tekst: str) -> list[Bevinding]:
    return [b for b in bekijk(tekst, "antwoord") if b.ernst == "fout"]


@pytest.mark.parametrize("naam", PAREN)
def test_the_hard_one_is_held_back_and_the_easy_one_passes(naam: str) -> None:
    makkelijk, moeilijk = fouten(PAREN[naam]["makkelijk"]), fouten(PAREN[naam]["moeilijk"])
    assert makkelijk == []
    assert len({b.regel for b in moeilijk}) >= 2, "held back for one reason only"
    assert any(b.alternatief for b in moeilijk), "no plainer word is named"


@pytest.mark.parametrize("naam", PAREN)
def test_the_figures_lie_apart(naam: str) -> None:
    makkelijk, moeilijk = meting(PAREN[naam]["makkelijk"]), meting(PAREN[naam]["moeilijk"])
    assert makkelijk is not None
    assert moeilijk is not None
    assert makkelijk.zipf is not None
    assert moeilijk.zipf is not None
    assert makkelijk.leesbaar >= 75 > 50 > moeilijk.leesbaar
    assert makkelijk.per_zin <= 10 < 13 < moeilijk.per_zin
    assert makkelijk.zipf >= 4.6 > moeilijk.zipf
    assert makkelijk.zeldzaam <= moeilijk.zeldzaam


def test_short_sentences_do_not_hide_hard_words() -> None:
    """What sentence length alone would let through."""
    kort = (
        PAREN["bijzondere_bijstand"]["moeilijk"]
        .replace(", ", ". ")
        .replace(" en ", ". ")
        .replace(" om ", ". ")
    )
    assert {"jargon", "leesbaarheid"} <= {b.regel for b in fouten(kort)}


@pytest.mark.parametrize("soort", ["moeilijk", "makkelijk"])
def test_each_sentence_on_its_own(soort: str) -> None:
    """In a bubble the formulas say nothing; length and words have to do it."""
    zinnen = [zin for paar in PAREN.values() for zin in paar[soort].replace("? ", ". ").split(". ")]
    stuk = sum(bool([b for b in bekijk(zin, "bubbel") if b.ernst == "fout"]) for zin in zinnen)
    aandeel = stuk / len(zinnen)
    assert aandeel >= 0.9 if soort == "moeilijk" else aandeel == 0, aandeel
