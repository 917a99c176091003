"""What residents read about how long a talk is kept is what is done when nothing is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.staat import Staat

_TERMIJN = re.compile(r"\b(\d+) (uur|minuten)\b")
_BEURT = {"berichten": [{"id": "b1", "van": "bot", "soort": "tekst", "tekst": "Hallo"}]}


@pytest.fixture
def bronnen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bronnen]:
    monkeypatch.setenv("RECHTOP_DATABASE", f"sqlite:///{tmp_path / 'gesprekken.db'}")
    for naam in ("RECHTOP_BEWAREN_UREN", "RECHTOP_BEWAREN_GEDEELD_MINUTEN", "RECHTOP_CONTENT"):
        monkeypatch.delenv(naam, raising=False)
    gemaakt = Bronnen.uit_omgeving()
    yield gemaakt
    gemaakt.opslag.sluit()


def _bewaard(bronnen: Bronnen, gedeeld: bool) -> timedelta:
    """How long a new talk is kept, to the minute."""
    _, verloopt = bronnen.opslag.nieuw(Staat("voorbeeldstad"), _BEURT, gedeeld)
    return timedelta(minutes=round((verloopt - datetime.now(UTC)) / timedelta(minutes=1)))


def test_the_texts_name_the_time_a_talk_is_kept(bronnen: Bronnen) -> None:
    uren = str(round(_bewaard(bronnen, False) / timedelta(hours=1)))
    minuten = str(round(_bewaard(bronnen, True) / timedelta(minutes=1)))
    for id in ("privacy", "gegevens-wissen"):
        genoemd = set(_TERMIJN.findall(bronnen.inhoud.faq(id).model_dump_json()))
        assert genoemd == {(uren, "uur"), (minuten, "minuten")}, id
    assert f"na {minuten} minuten" in bronnen.inhoud.teksten()["begin.keuze"]
