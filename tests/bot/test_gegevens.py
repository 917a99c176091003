"""What Rasa is trained with is sound by Rasa's own look: no sentence under two intents, no intent without sentences."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from ops.plekken import BOT, BOT_PYTHON, CONTENT
from ops.train import rasa_omgeving

pytestmark = pytest.mark.keten
_ALLEEN_EEN_KLIK = (
    "The intent 'keuze' is listed in the domain file, but is not found in the NLU training data"
)
"""A click comes in as /keuze and is never typed."""
_KEUR = (str(BOT / "licht.py"), "data", "validate", "--fail-on-warnings")
"""Rasa's own look at the sentences; it has no need of TensorFlow either."""


def _draai(*opdracht: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BOT_PYTHON), *opdracht],
        cwd=BOT,
        env=rasa_omgeving(),
        capture_output=True,
        text=True,
        check=False,
    )


def _klachten(uitvoer: str) -> list[str]:
    """Rasa's own warnings; those of the libraries under it are not about our data."""
    return [
        klacht
        for klacht in re.findall(r"UserWarning: (.+)", uitvoer)
        if "rasa" in uitvoer[: uitvoer.index(klacht)].splitlines()[-1] and _ALLEEN_EEN_KLIK not in klacht
    ]


def test_rasa_finds_nothing_wrong_with_its_data(tmp_path: Path) -> None:
    gemaakt = _draai(str(BOT / "genereer.py"), "--content", str(CONTENT), "--bouw", str(tmp_path))
    assert gemaakt.returncode == 0, gemaakt.stderr
    bekeken = _draai(
        *(*_KEUR, "--config", str(BOT / "config.yml")),
        *("--domain", str(tmp_path / "domain.yml"), "--data", str(tmp_path / "data")),
    )
    uitvoer = bekeken.stdout + bekeken.stderr
    assert bekeken.returncode == 0, uitvoer[-4000:]
    assert _klachten(uitvoer) == []


def test_a_sentence_under_two_topics_is_found(tmp_path: Path) -> None:
    """The look above sees what it is there for."""
    gemaakt = _draai(str(BOT / "genereer.py"), "--content", str(CONTENT), "--bouw", str(tmp_path))
    assert gemaakt.returncode == 0, gemaakt.stderr
    nlu = tmp_path / "data" / "nlu.yml"
    gegevens = yaml.safe_load(nlu.read_text(encoding="utf-8"))
    onderwerpen = [een for een in gegevens["nlu"] if een["intent"].startswith("faq_")]
    for een in onderwerpen[:2]:
        een["examples"] += "\n- dezelfde zin twee keer"
    nlu.write_text(yaml.safe_dump(gegevens, allow_unicode=True), encoding="utf-8")
    bekeken = _draai(
        *(*_KEUR, "--config", str(BOT / "config.yml")),
        *("--domain", str(tmp_path / "domain.yml"), "--data", str(tmp_path / "data")),
    )
    assert bekeken.returncode != 0
    assert "dezelfde zin twee keer" in bekeken.stdout + bekeken.stderr
