"""Watches the examples, and starts a training when one changed. A thread of the house, that hardly does anything itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ops.oefenen.stempels import Stempels, stempels
from ops.plekken import WORTEL

_ELKE = 1.0
"""Seconds between two looks."""
_GEDULD = 10.0


class Wachter:
    """`opdracht`: the program of a round (`python -m ops.oefenen ...`), given anew each time. `wissel` takes a model into
    service, and raises an exception when that did not work."""

    def __init__(
        self,
        content: Path,
        opdracht: Callable[[], Sequence[str]],
        omgeving: Mapping[str, str],
        log: Path,
        wissel: Callable[[Path], None],
        elke: float = _ELKE,
    ) -> None:
        self._content = content
        self._opdracht = opdracht
        self._omgeving = omgeving
        self._log = log
        self._wissel = wissel
        self._elke = elke
        self._stop = threading.Event()
        self._slot = threading.Lock()
        self._kind: subprocess.Popen[str] | None = None
        self._draad = threading.Thread(target=self._kijk, name="wachter", daemon=True)

    def start(self) -> None:
        self._draad.start()

    def stop(self) -> None:
        """Ends the training that is under way. Can be called twice."""
        self._stop.set()
        with self._slot:
            self._sein(signal.SIGTERM)
        if self._draad.is_alive() and threading.current_thread() is not self._draad:
            self._draad.join(_GEDULD)
        with self._slot:
            self._sein(signal.SIGKILL)

    def _kijk(self) -> None:
        # The first round is always due: something may have changed, or been left half, while nobody watched.
        gedaan: Stempels | None = None
        vorige = stempels(self._content)
        while not self._stop.wait(self._elke):
            nu = stempels(self._content)
            # Whoever saves ten files at once is given the time to.
            if nu != gedaan and nu == vorige:
                self._ronde()
                gedaan = nu
            vorige = nu

    def _ronde(self) -> None:
        with self._log.open("a", encoding="utf-8") as log:
            with self._slot:
                if self._stop.is_set():
                    return
                self._kind = subprocess.Popen(
                    list(self._opdracht()),
                    cwd=WORTEL,
                    env=dict(self._omgeving),
                    text=True,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    start_new_session=True,
                )
            kind = self._kind
            assert kind.stdin is not None
            assert kind.stdout is not None
            for regel in kind.stdout:
                with suppress(ValueError, BrokenPipeError):
                    vraag = json.loads(regel)
                    antwoord = self._vervang(Path(vraag["wissel"]))
                    print(json.dumps(antwoord), file=kind.stdin, flush=True)
            kind.wait()
            with self._slot:
                self._kind = None

    def _vervang(self, model: Path) -> dict[str, object]:
        try:
            self._wissel(model)
        except Exception as fout:
            # Whatever it was: the old model goes on, and the round writes down why.
            return {"gelukt": False, "reden": f"{type(fout).__name__}: {fout}"}
        return {"gelukt": True}

    def _sein(self, sein: signal.Signals) -> None:
        if self._kind is not None and self._kind.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._kind.pid, sein)
