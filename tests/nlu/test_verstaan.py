"""The trained model with the talk behind it, on sentences it never learnt from."""

from __future__ import annotations

import pytest

from ops.nlu.__main__ import APART, meet
from ops.nlu.cijfers import Gemeten, cijfers
from ops.nlu.zinnen import GEVAAR, lees_zinnen
from ops.train import zorg_voor_model


@pytest.fixture(scope="module")
def gemeten() -> list[Gemeten]:
    return meet(lees_zinnen(APART), zorg_voor_model())


def test_the_bars_of_the_design(gemeten: list[Gemeten]) -> None:
    uit = cijfers(gemeten)
    assert uit.model_eerste >= 0.85
    assert uit.model_drie >= 0.95
    assert uit.fout_en_zeker <= 0.03
    assert uit.geweigerd >= 0.90


def test_danger_is_always_found(gemeten: list[Gemeten]) -> None:
    gemist = [m.zin.tekst for m in gemeten if m.zin.naam in GEVAAR and not m.goed_in_een_keer]
    assert not gemist
