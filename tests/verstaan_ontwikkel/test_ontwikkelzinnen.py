"""The development set: whole, and unknown to the model."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from rapidfuzz import fuzz, process

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from ops.nlu.zinnen import Zin, lees_zinnen
from ops.plekken import BOT, CONTENT

ZINNEN = Path(__file__).with_name("zinnen.yml")
KOPIE = 92.0
"""Per cent likeness, whatever the order of the words, from which two sentences are the same."""
STEMMEN = set("LNOTBDVKSF")


@pytest.fixture(scope="module")
def zinnen() -> tuple[Zin, ...]:
    return lees_zinnen(ZINNEN)


def test_every_topic_has_eight_sentences_and_out_of_reach_a_hundred_and_fifty(
    zinnen: tuple[Zin, ...],
) -> None:
    aantallen = Counter(zin.naam for zin in zinnen)
    assert aantallen.pop("buiten_bereik") >= 150
    assert len(aantallen) >= 87
    assert [naam for naam, aantal in aantallen.items() if aantal < 8] == []


def test_all_voices_speak() -> None:
    ruw = yaml.safe_load(ZINNEN.read_text("utf-8"))["onderwerpen"]
    stemmen = Counter(een["stem"] for reeks in ruw.values() for een in reeks)
    assert set(stemmen) == STEMMEN
    assert min(stemmen.values()) >= 25


def test_no_sentence_is_a_near_copy_of_one_the_model_learns_from(zinnen: tuple[Zin, ...]) -> None:
    geleerd = [
        zin.casefold()
        for faq in Inhoud(CONTENT, laad_parameters(CONTENT / "parameters")).faqs().values()
        for zin in faq.voorbeelden
    ]
    for pad in (BOT / "opdrachten").glob("*.yml"):
        geleerd += [
            str(zin).casefold()
            for zin in yaml.load(pad.read_text("utf-8"), Loader=yaml.BaseLoader)["voorbeelden"]
        ]
    kopie = [
        (zin.tekst, gevonden[0])
        for zin in zinnen
        if (
            gevonden := process.extractOne(
                zin.tekst.casefold(), geleerd, scorer=fuzz.token_sort_ratio, score_cutoff=KOPIE
            )
        )
    ]
    assert kopie == []
