"""What is told in passing is read when it is certain, and only then."""

from __future__ import annotations

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

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "ook.yml").read_text(encoding="utf-8"))
ALLES = [*DATA["verteld"], *DATA["deels"], *([tekst, {}] for tekst in DATA["niets"])]


def _json(waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return str(waarde)
    return list(waarde) if isinstance(waarde, tuple) else waarde


@pytest.mark.parametrize(("tekst", "verwacht"), ALLES, ids=[regel[0] for regel in ALLES])
def test_what_is_told_in_passing(tekst: str, verwacht: Mapping[str, Any]) -> None:
    assert {feit: _json(waarde) for feit, waarde in lees_ook(tekst).items()} == verwacht


def test_enough_of_them_hold_nothing() -> None:
    assert len(ALLES) >= 60
    assert len(DATA["niets"]) * 3 >= len(ALLES)


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
