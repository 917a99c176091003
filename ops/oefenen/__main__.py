"""Train on the examples as they are now, test, and switch: `python -m ops.oefenen`. Nothing to do: ends at once.

`make start` runs this whenever an example changed. Without `make start` a timer can: `--wissel` names the program that
starts the new Rasa and ends the old (docs/oefenen.md).
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from actions.gesprek.opslag import Opslag
from content.inhoudmap import inhoudmap
from ops.fouten import WisselMislukt
from ops.oefenen.logboek import Logboek
from ops.oefenen.modellen import Modellen, afdruk_van
from ops.oefenen.oordeel import Misser, Oordeel
from ops.oefenen.ronde import Handen, Ronden, ToetsMislukt
from ops.plekken import GEGEVENS, WORTEL
from ops.train import genereer, train

_RUSTIG = 15
"""Talks go first."""


def _wissel_door(opdracht: str) -> Callable[[Path], None]:
    """By a program, that gets the path of the model."""

    def wissel(model: Path) -> None:
        klaar = subprocess.run([opdracht, str(model)], capture_output=True, text=True, check=False)
        if klaar.returncode:
            raise WisselMislukt(f"{opdracht} ended with {klaar.returncode}: {klaar.stderr[-2000:]}")

    return wissel


def _wissel_vraag(model: Path) -> None:
    """By whoever started us: a line on stdout asks, a line on stdin answers."""
    print(json.dumps({"wissel": str(model)}), flush=True)
    antwoord: dict[str, Any] = json.loads(sys.stdin.readline() or "{}")
    if not antwoord.get("gelukt"):
        raise WisselMislukt(antwoord.get("reden", "nobody answered"))


def _toets(content: Path, modellen: Modellen, apart: Path | None) -> Callable[..., Oordeel]:
    """The test in a process of its own."""

    def toets(kandidaat: Path, afdruk: str, oud: Path | None, meld: Callable[[float], None]) -> Oordeel:
        opdracht = [
            *(sys.executable, "-m", "ops.oefenen.toets", "--content", str(content.resolve())),
            *("--modellen", str(modellen.map), "--nieuw", str(kandidaat), "--afdruk", afdruk),
            *(() if oud is None else ("--oud", str(oud))),
            *(() if apart is None else ("--apart", str(apart))),
        ]
        with subprocess.Popen(opdracht, cwd=WORTEL, text=True, stdout=subprocess.PIPE) as proces:
            assert proces.stdout is not None
            uit: Oordeel | None = None
            for regel in proces.stdout:
                wat = json.loads(regel)
                if "deel" in wat:
                    meld(wat["deel"])
                else:
                    uit = _lees_oordeel(wat["oordeel"])
        if uit is None or proces.returncode:
            raise ToetsMislukt(f"ended with {proces.returncode}")
        return uit

    return toets


def _lees_oordeel(ruw: dict[str, Any]) -> Oordeel:
    missers = tuple(Misser(**een) for een in ruw.pop("missers"))
    return Oordeel(missers=missers, waar=tuple(ruw.pop("waar")), **ruw)


def _uitgave(content: Path) -> Callable[[], str | None]:
    """The newest publication, where content has a history."""

    def uitgave() -> str | None:
        # Here, because it brings a library along that is of no use where nothing changed.
        from dulwich.errors import NotGitRepository

        from web.redactie.bewaren.boek import Boek

        try:
            return Boek(content).hoofd().id.decode()
        except (NotGitRepository, KeyError):
            return None

    return uitgave


def main() -> int:
    """0: all is as it should be. 1: the last training failed or was refused."""
    keuzes = argparse.ArgumentParser(
        prog="python -m ops.oefenen", description=(__doc__ or "").splitlines()[0]
    )
    keuzes.add_argument("--content", type=Path, default=inhoudmap(os.environ))
    keuzes.add_argument("--gegevens", type=Path, default=Path(os.environ.get("RECHTOP_GEGEVENS") or GEGEVENS))
    keuzes.add_argument(
        "--dient", help="the model that serves now; by default the last that this took into service"
    )
    keuzes.add_argument("--apart", type=Path, help="other sentences to test with")
    keuzes.add_argument("--wissel", help="program that takes a model into service; without it stdout asks")
    wat = keuzes.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    os.nice(_RUSTIG)

    gegevens = wat.gegevens.resolve()
    modellen = Modellen(gegevens / "modellen")
    adres = os.environ.get("RECHTOP_DATABASE") or f"sqlite:///{gegevens / 'rechtop.db'}"
    opslag = Opslag(adres, lambda: datetime.now(UTC))
    opslag.migreer()
    logboek = Logboek(opslag, lambda: datetime.now(UTC), _uitgave(wat.content))
    handen = Handen(
        genereer,
        train,
        _toets(wat.content, modellen, wat.apart),
        _wissel_door(wat.wissel) if wat.wissel else _wissel_vraag,
    )
    dient = afdruk_van(Path(wat.dient)) if wat.dient else modellen.stand().dient
    try:
        uit = Ronden(wat.content, modellen, logboek, handen, dient).tot_alles_klopt()
    finally:
        opslag.sluit()
    return 0 if uit in ("niets", "klaar") else 1


if __name__ == "__main__":
    sys.exit(main())
