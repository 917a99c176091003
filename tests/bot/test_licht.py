"""Rasa runs without TensorFlow, and says so to whoever needs it after all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ops.plekken import BOT, BOT_PYTHON
from ops.train import rasa_omgeving
from tests.bot.conftest import EchteRasa

pytestmark = pytest.mark.keten


def test_wat_rasa_niet_nodig_heeft_is_niet_geladen(rasa: EchteRasa) -> None:
    assert rasa.zeg("iemand", "wat is huurtoeslag", beurt="b1")
    bestanden = Path(f"/proc/{rasa.proces.pid}/maps").read_text("utf-8")
    assert "/sklearn/" in bestanden, "not the process that understands sentences"
    for naam in ("/tensorflow/", "/jaxlib/", "/h5py"):
        assert naam not in bestanden


@pytest.mark.parametrize(
    "wil",
    [
        "import tensorflow.keras",
        "import rasa.nlu.classifiers.diet_classifier",
        "from rasa.utils.train_utils import RasaBatchDataGenerator; RasaBatchDataGenerator(None, 1)",
    ],
)
def test_wie_tensorflow_wil_hoort_waar_het_bleef(wil: str) -> None:
    """As a pipeline would that asks for one of Rasa's own neural networks."""
    klaar = subprocess.run(
        [str(BOT_PYTHON), "-c", f"import licht; licht.zonder_tensorflow(); {wil}"],
        cwd=BOT, env=rasa_omgeving(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 1
    assert klaar.stderr.splitlines()[-1].endswith("is not loaded when Rasa runs: see bot/licht.py")
