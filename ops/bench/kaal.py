"""A bare Rasa beside the house: the same sentences and pipeline, everything else as Rasa comes.

Stock in-memory tracker, stock REST channel, stock session settings, and an action server that does nothing.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from ops.plekken import BOT, BOT_PYTHON, BOUW, WORTEL
from ops.proces import Proces, vrije_poorten, wacht_op
from ops.train import rasa_omgeving, train


def train_kaal(map_: Path) -> tuple[Path, float]:
    """Trains on our data with Rasa's own session settings. Gives the model and how long it took, in seconds.

    The session settings take no part in the training, so this is also how long ours takes.
    """
    bouw, model = map_ / "bouw", map_ / "kaal.tar.gz"
    shutil.copytree(BOUW, bouw)
    domein = yaml.safe_load((bouw / "domain.yml").read_text("utf-8"))
    domein.pop("session_config", None)
    (bouw / "domain.yml").write_text(yaml.safe_dump(domein, allow_unicode=True), "utf-8")
    begin = time.perf_counter()
    train(model, bouw)
    return model, time.perf_counter() - begin


@contextmanager
def kale_rasa(map_: Path, model: Path) -> Iterator[str]:
    """Its address while it runs. Raises StartMislukt."""
    poort, acties = vrije_poorten(2)
    eindpunten, kanalen = map_ / "endpoints.yml", map_ / "credentials.yml"
    eindpunten.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{acties}/webhook\n", "utf-8")
    kanalen.write_text("rest:\n", "utf-8")
    omgeving = rasa_omgeving()
    del omgeving["PYTHONPATH"]
    processen = [
        Proces(
            "empty actions",
            [sys.executable, "-m", "ops.bench.lege_acties", str(acties)],
            WORTEL,
            omgeving,
            map_ / "lege_acties.log",
            f"http://127.0.0.1:{acties}/gezond",
        ),
        Proces(
            "bare Rasa",
            [
                *(str(BOT_PYTHON), "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(poort)),
                *("--model", str(model), "--endpoints", str(eindpunten), "--credentials", str(kanalen)),
            ],
            BOT,
            omgeving,
            map_ / "kaal.log",
            # Answers only when the model is loaded: Rasa opens its port last.
            f"http://127.0.0.1:{poort}/",
            geduld=120,
        ),
    ]
    try:
        for proces in processen:
            proces.start()
        wacht_op(processen)
        yield f"http://127.0.0.1:{poort}"
    finally:
        for proces in reversed(processen):
            proces.stop()
