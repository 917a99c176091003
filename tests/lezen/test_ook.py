"""What is told in passing is read when it is certain, and only then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.lezen.ook import VOLGORDE, lees_ook
from tests.lezen.test_eigenschappen import zinnen

MAP = Path(__file__).parent
DATA: dict[str, Any] = yaml.safe_load((MAP / "ook.yml").read_text(encoding="utf-8"))
MEER: dict[str, Any] = yaml.safe_load((MAP / "ook_meer.yml").read_text(encoding="utf-8"))
VERDER = [*MEER["verteld"], *MEER["met_iets_anders"]]
ALLES = [*DATA["verteld"], *DATA["deels"], *([tekst, {}] for tekst in DATA["niets"]), *VERDER]


def _json(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return str(waarde)
    return list(waarde) if isinstance(waarde, tuple) else waarde


@pytest.mark.parametrize(("tekst", "verwacht"), ALLES, ids=[regel[0] for regel in ALLES])
def test_what_is_told_in_passing(tekst: str, verwacht: Mapping[str, Any]) -> None:
    assert {feit: _json(waarde) for feit, waarde in lees_ook(tekst).items()} == verwacht


def test_enough_of_them_hold_nothing() -> None:
    assert len(ALLES) >= 60
    assert (len(DATA["niets"]) + len(MEER["met_iets_anders"])) * 3 >= len(ALLES)


def test_enough_of_them_tell_several_facts_or_hold_what_must_be_left() -> None:
    assert len(VERDER) >= 40
    assert len(MEER["met_iets_anders"]) * 3 >= len(VERDER)
    assert all(len(feiten) > 1 or len(feiten.get("kinderen", ())) > 1 for _, feiten in MEER["verteld"])
    assert len({re.sub(r"\d+", "0", regel[0].lower()) for regel in ALLES}) == len(ALLES)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("zit in de bijstand", {}),
        ("34 jaar", {}),
        ("alleenstaand", {}),
        ("huurhuis", {}),
        ("hij zit in de ww en ik ben 40", {"leeftijd": 40}),
    ],
)
def test_while_a_question_about_someone_else_waits_words_alone_are_not_about_the_resident(
    tekst: str, verwacht: Mapping[str, Any]
) -> None:
    assert lees_ook(tekst, over_u=False) == verwacht


@settings(max_examples=150, deadline=None)
@given(st.one_of(zinnen, st.text(max_size=120)), st.booleans())
def test_never_fails_and_stays_within_what_it_promises(tekst: str, over_u: bool) -> None:
    gelezen = lees_ook(tekst, over_u=over_u)
    assert [feit for feit in VOLGORDE if feit in gelezen] == list(gelezen)
    assert all(leeftijd is None or 0 <= leeftijd < 18 for leeftijd in gelezen.get("kinderen", ()))


@pytest.mark.parametrize("zin", [regel[0] for regel in DATA["verteld"]][::3])
@pytest.mark.parametrize(
    "vooraf", ["stel ", "wat als ik zeg ", "zou het uitmaken: ", "krijg ik meer als ik zeg: "]
)
def test_a_supposed_sentence_is_never_taken(zin: str, vooraf: str) -> None:
    assert lees_ook(vooraf + zin) == {}
