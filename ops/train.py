"""Trains Rasa when, and only when, its sentences or its pipeline changed: `python -m ops.train`.

The model is named by the fingerprint of everything that goes into it (`bot/genereer.py`), so "is there a
model for what is in the files now?" is one look in `bot/modellen/`.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.plekken import BOT, BOT_PYTHON, BOUW, CONTENT, MODELLEN


class TrainenMislukt(RuntimeError):
    """Generating or training failed; the message holds what the tool said."""


def rasa_omgeving() -> dict[str, str]:
    """The environment of every Rasa process: no telemetry, quiet, finds our store, none of our secrets."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("RECHTOP_")}
    omgeving.update(
        PYTHONPATH=str(BOT),
        RASA_TELEMETRY_ENABLED="false",
        LOG_LEVEL="WARNING",
        TF_CPP_MIN_LOG_LEVEL="3",
        CUDA_VISIBLE_DEVICES="-1",
        PYTHONUNBUFFERED="1",
    )
    return omgeving


def zorg_voor_model(content: Path | None = None) -> Path:
    """Path of the model for the files as they are now; trains first when it is not there (some 20 s).

    `content`: the content folder, by default RECHTOP_CONTENT or the project's own. Two calls at once
    train once.
    Raises TrainenMislukt.
    """
    bron = content or Path(os.environ.get("RECHTOP_CONTENT") or CONTENT)
    MODELLEN.mkdir(parents=True, exist_ok=True)
    with _een_tegelijk(MODELLEN / ".slot"):
        model = MODELLEN / f"{_genereer(bron)}.tar.gz"
        if not model.exists():
            _train(model)
    return model


@contextmanager
def _een_tegelijk(slot: Path) -> Iterator[None]:
    with slot.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def _genereer(content: Path) -> str:
    opdracht = [str(BOT_PYTHON), str(BOT / "genereer.py"), "--content", str(content), "--bouw", str(BOUW)]
    uitvoer = _draai(opdracht, BOT)
    return uitvoer.strip()


def _train(model: Path) -> None:
    print("Training Rasa on the sentences as they are now (about half a minute) ...", flush=True)
    begin = time.monotonic()
    train(model, BOUW)
    grootte = model.stat().st_size / 1e6
    print(f"Trained in {time.monotonic() - begin:.0f} s: {model.name} ({grootte:.1f} MB)", flush=True)


def train(model: Path, bouw: Path) -> None:
    """Trains on `bouw/domain.yml` and `bouw/data` and leaves the model at this path. Raises TrainenMislukt."""
    # Into a folder of its own first: a model half written must never carry the name of a whole one.
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=".bezig-") as tijdelijk:
        _draai(
            [
                *(str(BOT_PYTHON), "-m", "rasa", "train"),
                *("--domain", str(bouw / "domain.yml"), "--data", str(bouw / "data")),
                *("--config", str(BOT / "config.yml"), "--out", tijdelijk, "--fixed-model-name", "model"),
            ],
            BOT,
        )
        gemaakt = Path(tijdelijk) / "model.tar.gz"
        if not gemaakt.exists():
            raise TrainenMislukt("rasa train ended well but left no model")
        gemaakt.replace(model)


def _draai(opdracht: list[str], map_: Path) -> str:
    try:
        klaar = subprocess.run(
            opdracht, cwd=map_, env=rasa_omgeving(), capture_output=True, text=True, check=False
        )
    except FileNotFoundError as fout:
        raise TrainenMislukt(f"{opdracht[0]} is missing; run `make` to set up the environments") from fout
    if klaar.returncode:
        raise TrainenMislukt(
            f"{Path(opdracht[1]).name} failed:\n{klaar.stdout[-4000:]}{klaar.stderr[-4000:]}"
        )
    return klaar.stdout


def main() -> int:
    try:
        print(zorg_voor_model())
    except TrainenMislukt as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
