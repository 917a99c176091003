"""What a model makes of sentences, asked one by one; what was asked before is remembered."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from ops.nlu.gedrag import Ranglijst
from ops.plekken import BOT, BOT_PYTHON
from ops.train import rasa_omgeving


class Rangen:
    """`bewaard`: a file with what this model made of sentences before; the model itself is loaded only when it is not enough.

    Raises OSError when the model cannot be asked.
    """

    def __init__(self, model: Path, bewaard: Path) -> None:
        self._model = model
        self._bewaard = bewaard
        self._bekend: dict[str, Ranglijst] = _lees(bewaard)
        self._begin = len(self._bekend)
        self._proces: subprocess.Popen[str] | None = None

    def van(self, tekst: str) -> Ranglijst:
        gevonden = self._bekend.get(tekst)
        if gevonden is None:
            gevonden = self._bekend[tekst] = self._vraag(tekst)
        return gevonden

    def bewaar(self) -> None:
        if len(self._bekend) > self._begin:
            tijdelijk = self._bewaard.with_name(f".{self._bewaard.name}.{os.getpid()}")
            tijdelijk.write_text(json.dumps(self._bekend, ensure_ascii=False), "utf-8")
            tijdelijk.replace(self._bewaard)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if self._proces is not None:
            self._uit.close()
            assert self._proces.stdin is not None
            self._proces.stdin.close()
            self._proces.terminate()
            self._proces.wait()

    def _vraag(self, tekst: str) -> Ranglijst:
        if self._proces is None:
            self._start()
        assert self._proces is not None
        assert self._proces.stdin is not None
        print(json.dumps(tekst), file=self._proces.stdin, flush=True)
        regel = self._uit.readline()
        if not regel:
            raise OSError(f"{self._model.name} gave no ranking, and ended with {self._proces.wait()}")
        return [(naam, kans) for naam, kans in json.loads(regel)]

    def _start(self) -> None:
        lezen, schrijven = os.pipe()
        # Not over stdout: Rasa itself prints there.
        opdracht = [str(BOT_PYTHON), "rangschik.py", "--regels", str(self._model), f"/dev/fd/{schrijven}"]
        self._proces = subprocess.Popen(
            opdracht,
            cwd=BOT,
            env=rasa_omgeving(),
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=(schrijven,),
        )
        os.close(schrijven)
        self._uit = os.fdopen(lezen)


@contextmanager
def rangen(model: Path, bewaard: Path) -> Iterator[Rangen]:
    """As a context; what was asked is remembered when all went well."""
    with Rangen(model, bewaard) as een:
        yield een
        een.bewaar()


def _lees(pad: Path) -> dict[str, Ranglijst]:
    try:
        ruw = json.loads(pad.read_text("utf-8"))
        return {tekst: [(naam, kans) for naam, kans in ranglijst] for tekst, ranglijst in ruw.items()}
    except (FileNotFoundError, ValueError):
        return {}
