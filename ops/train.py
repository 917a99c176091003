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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from content.inhoudmap import inhoudmap
from ops.plekken import BOT, BOT_PYTHON, BOUW, MODELLEN


class TrainenMislukt(RuntimeError):
    """Generating or training failed; the message holds what the tool said."""


class ZinnenOnbruikbaar(TrainenMislukt):
    """There are mistakes in the sentences; the message has one per line. `pijplijn` as in `genereer`."""

    def __init__(self, fouten: str, pijplijn: str) -> None:
        self.pijplijn = pijplijn
        super().__init__(fouten)


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
    MODELLEN.mkdir(parents=True, exist_ok=True)
    with een_tegelijk(MODELLEN / ".slot"):
        afdruk, _ = genereer(content or inhoudmap(os.environ), BOUW)
        model = MODELLEN / f"{afdruk}.tar.gz"
        if not model.exists():
            _train(model)
    return model


@contextmanager
def een_tegelijk(slot: Path) -> Iterator[None]:
    """Waits until nobody else, in whatever process, holds this lock."""
    with slot.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def genereer(content: Path, bouw: Path) -> tuple[str, str]:
    """Make the training data in `bouw`. Gives the fingerprint that names the model, and that of the pipeline alone: a model
    of another pipeline does not fit this code. Raises ZinnenOnbruikbaar, TrainenMislukt."""
    mappen = ("--content", str(content.resolve()), "--bouw", str(bouw.resolve()))
    klaar = _draai([str(BOT_PYTHON), str(BOT / "genereer.py"), *mappen])
    pijplijn, *afdruk = klaar.stdout.split()[:2] or [""]
    if klaar.returncode or not afdruk:
        soort = f"genereer.py ended with {klaar.returncode}"
        if klaar.returncode == 1 and pijplijn and "Traceback" not in klaar.stderr:
            raise ZinnenOnbruikbaar(klaar.stderr.strip(), pijplijn)
        raise TrainenMislukt(f"{soort}:\n{klaar.stderr[-4000:]}")
    return afdruk[0], pijplijn


def _train(model: Path) -> None:
    print("Training Rasa on the sentences as they are now (about half a minute) ...", flush=True)
    begin = time.monotonic()
    train(model, BOUW)
    grootte = model.stat().st_size / 1e6
    print(f"Trained in {time.monotonic() - begin:.0f} s: {model.name} ({grootte:.1f} MB)", flush=True)


def train(model: Path, bouw: Path, intussen: Callable[[], None] | None = None) -> None:
    """Trains on `bouw/domain.yml` and `bouw/data` and leaves the model at this path; `intussen` is called each second.

    Raises TrainenMislukt."""
    # Into a folder of its own first: a model half written must never carry the name of a whole one.
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=".bezig-") as tijdelijk:
        klaar = _draai(
            [
                *(str(BOT_PYTHON), str(BOT / "oefen.py"), "train"),
                *("--domain", str(bouw / "domain.yml"), "--data", str(bouw / "data")),
                *("--config", str(BOT / "config.yml"), "--out", tijdelijk, "--fixed-model-name", "model"),
            ],
            intussen,
        )
        if klaar.returncode:
            raise TrainenMislukt(
                f"rasa train ended with {klaar.returncode}:\n{klaar.stdout[-4000:]}{klaar.stderr[-4000:]}"
            )
        gemaakt = Path(tijdelijk) / "model.tar.gz"
        if not gemaakt.exists():
            raise TrainenMislukt("rasa train ended well but left no model")
        gemaakt.replace(model)


def _draai(
    opdracht: list[str], intussen: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    try:
        kind = subprocess.Popen(
            opdracht, cwd=BOT, env=rasa_omgeving(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except FileNotFoundError as fout:
        raise TrainenMislukt(f"{opdracht[0]} is missing; run `make` to set up the environments") from fout
    with kind:
        try:
            while True:
                try:
                    uit, mis = kind.communicate(timeout=1)
                    return subprocess.CompletedProcess(opdracht, kind.returncode, uit, mis)
                except subprocess.TimeoutExpired:
                    if intussen is not None:
                        intussen()
        except BaseException:
            kind.kill()
            raise


def main() -> int:
    try:
        print(zorg_voor_model())
    except TrainenMislukt as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
