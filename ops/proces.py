"""One process of the house: start, wait until it answers, stop, kill. Only ever touches what it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx


class StartMislukt(RuntimeError):
    """A process did not come up; the message holds the last lines of its log."""


class PoortBezet(StartMislukt):
    """Another program listens on a port that we need."""


def vrije_poorten(aantal: int) -> list[int]:
    """Ports on loopback that were free a moment ago, all different."""
    stopcontacten = [socket.socket() for _ in range(aantal)]
    try:
        for stopcontact in stopcontacten:
            stopcontact.bind(("127.0.0.1", 0))
        return [int(stopcontact.getsockname()[1]) for stopcontact in stopcontacten]
    finally:
        for stopcontact in stopcontacten:
            stopcontact.close()


def is_vrij(poort: int) -> bool:
    """Whether a server could listen on this port of loopback now."""
    with socket.socket() as stopcontact:
        # As servers do: a port whose last connections are still fading away counts as free.
        stopcontact.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            stopcontact.bind(("127.0.0.1", poort))
        except OSError:
            return False
    return True


@dataclass(slots=True)
class Proces:
    """A server process in a process group of its own."""

    naam: str
    opdracht: Sequence[str]
    map: Path
    omgeving: Mapping[str, str]
    """The whole environment; nothing is inherited."""
    log: Path
    gereed: str
    """Address that answers 200 once the process can work."""
    geduld: float = 30.0
    """Seconds it may take to come up."""
    _kind: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def pid(self) -> int | None:
        return self._kind.pid if self._kind else None

    @property
    def leeft(self) -> bool:
        return self._kind is not None and self._kind.poll() is None

    @property
    def gevallen(self) -> int | None:
        """The exit code when it ended without being asked to, else None."""
        return self._kind.poll() if self._kind else None

    def start(self) -> None:
        """Starts without waiting; see `wacht`. Raises PoortBezet."""
        if self.leeft:
            raise StartMislukt(f"{self.naam} is running already")
        poort = httpx.URL(self.gereed).port
        if poort is not None and not is_vrij(poort):
            raise PoortBezet(f"{self.naam} cannot start: port {poort} is taken by another program.")
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as uitvoer:
            self._kind = subprocess.Popen(
                list(self.opdracht),
                cwd=self.map,
                env=dict(self.omgeving),
                stdin=subprocess.DEVNULL,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wacht(self) -> None:
        """Returns when it answers. Raises StartMislukt when it ends, or is silent for `geduld` seconds."""
        wacht_op([self])

    def antwoordt(self) -> bool:
        """Whether it can work now."""
        try:
            return httpx.get(self.gereed, timeout=2, trust_env=False).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    def stop(self, geduld: float = 10.0) -> None:
        """Asks it to end; ends it when it has not after `geduld` seconds. Nothing when it is not running."""
        if self._kind is None:
            return
        if self.leeft:
            self._sein(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._kind.wait(geduld)
        self.kill9()

    def kill9(self) -> None:
        """Ends it and its children at once, as a power cut would."""
        if self._kind is None:
            return
        self._sein(signal.SIGKILL)
        self._kind.wait()
        self._kind = None

    def _sein(self, sein: signal.Signals) -> None:
        assert self._kind is not None
        # The group outlives its leader while a child of it lives; when all are gone there is nothing to do.
        with suppress(ProcessLookupError):
            os.killpg(self._kind.pid, sein)

    def laatste_regels(self, aantal: int = 25) -> str:
        """The end of the log, with its path."""
        try:
            regels = self.log.read_text("utf-8", errors="replace").splitlines()[-aantal:]
        except FileNotFoundError:
            regels = []
        return "\n".join([f"Last lines of {self.log}:", *(f"  {regel}" for regel in regels)])


def wacht_op(processen: Sequence[Proces]) -> None:
    """Returns when all answer. Raises StartMislukt as soon as one ends, or is silent for its `geduld`."""
    begin = time.monotonic()
    open_ = list(processen)
    while open_:
        for proces in processen:
            if not proces.leeft:
                raise StartMislukt(
                    f"{proces.naam} ended with code {proces.gevallen}.\n{proces.laatste_regels()}"
                )
        open_ = [proces for proces in open_ if not proces.antwoordt()]
        for proces in open_:
            if time.monotonic() - begin > proces.geduld:
                raise StartMislukt(
                    f"{proces.naam} did not answer at {proces.gereed} within {proces.geduld:.0f} s.\n"
                    + proces.laatste_regels()
                )
        time.sleep(0.1)
