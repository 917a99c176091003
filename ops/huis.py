"""The three processes together: web, actions and Rasa. For `make start` and the end-to-end tests."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, get_args

from actions.overdracht.kluis import Kluis
from ops.inhoud import zaai
from ops.plekken import BOT, BOT_PYTHON, WORTEL
from ops.proces import PoortBezet, Proces, is_vrij, vrije_poorten, wacht_op
from ops.train import rasa_omgeving, zorg_voor_model

Naam = Literal["actions", "rasa", "web"]
NAMEN: tuple[Naam, ...] = get_args(Naam)
_GEDULD: dict[Naam, float] = {"actions": 120, "rasa": 240, "web": 120}
"""Seconds. Only a net for what hangs: what falls is noticed at once, and a busy machine may take minutes."""
RASA_GEREED = "/webhooks/rest/gereed"
"""200 once the model is loaded (`bot/stil.py`); `/version` belongs to the HTTP API, which is off."""


@dataclass(frozen=True, slots=True)
class Poorten:
    """Ports on loopback; 0 = any free one."""

    web: int = 0
    intern: int = 0
    actions: int = 0
    rasa: int = 0


class Huis:
    """Starts, watches and ends the three processes.

        with Huis(map_gegevens) as huis:
            httpx.post(f"{huis.web_url}/api/v1/gesprekken", ...)

    `map_gegevens` gets the database (unless RECHTOP_DATABASE says otherwise), the secrets and
    `log/<name>.log`. `omgeving` is added to our own environment for web and actions. `model` is trained when
    not given. Raises StartMislukt (with the last log lines) when one process does not come up; then the
    others are stopped.
    """

    def __init__(
        self,
        map_gegevens: Path,
        poorten: Poorten | None = None,
        omgeving: Mapping[str, str] | None = None,
        model: Path | None = None,
    ) -> None:
        self.map_gegevens = map_gegevens.resolve()
        self.poorten = _vul_in(poorten or Poorten())
        self.model = model
        self._omgeving = dict(omgeving or {})
        self._processen: dict[Naam, Proces] = {}

    @property
    def web_url(self) -> str:
        """The address residents use."""
        return f"http://127.0.0.1:{self.poorten.web}"

    @property
    def intern_url(self) -> str:
        return f"http://127.0.0.1:{self.poorten.intern}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.poorten.actions}"

    @property
    def rasa_url(self) -> str:
        return f"http://127.0.0.1:{self.poorten.rasa}"

    def start(self) -> None:
        """Starts all three at once and returns when each of them answers."""
        if not is_vrij(self.poorten.intern):
            raise PoortBezet(f"web cannot start: port {self.poorten.intern} is taken by another program.")
        zaai(self._content())
        self._processen = self._maak_processen(self.model or zorg_voor_model(self._content()))
        try:
            for proces in self._processen.values():
                proces.start()
            wacht_op(list(self._processen.values()))
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends what runs. Can be called twice."""
        for proces in reversed(self._processen.values()):
            proces.stop()

    def kill9(self, naam: Naam) -> None:
        """Ends one process without warning; the others stay."""
        self._processen[naam].kill9()

    def herstart(self, *namen: Naam, **omgeving: str) -> None:
        """Starts these again on the same ports (ending them first), and waits until all answer.

        `omgeving`: settings that are different from now on.
        """
        processen = [self._processen[naam] for naam in namen]
        for proces in processen:
            proces.stop()
            proces.omgeving = {**proces.omgeving, **omgeving}
            proces.start()
        wacht_op(processen)

    def gevallen(self) -> list[str]:
        """For each process that ended by itself: its name, exit code and last log lines."""
        return [
            f"{proces.naam} ended with code {proces.gevallen}.\n{proces.laatste_regels()}"
            for proces in self._processen.values()
            if proces.gevallen is not None
        ]

    def log(self, naam: Naam) -> str:
        """All that this process wrote since the house was made."""
        return self._processen[naam].log.read_text("utf-8", errors="replace")

    def pid(self, naam: Naam) -> int | None:
        return self._processen[naam].pid

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.stop()

    def _content(self) -> Path | None:
        gekozen = self._omgeving.get("RECHTOP_CONTENT") or os.environ.get("RECHTOP_CONTENT")
        return Path(gekozen) if gekozen else None

    def _maak_processen(self, model: Path) -> dict[Naam, Proces]:
        poorten = self.poorten
        eigen = {
            "RECHTOP_DATABASE": f"sqlite:///{self.map_gegevens / 'rechtop.db'}",
            **sleutels(self.map_gegevens),
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            **self._omgeving,
            "RECHTOP_WEB_POORT": str(poorten.web),
            "RECHTOP_INTERN_POORT": str(poorten.intern),
            "RECHTOP_ACTIONS_POORT": str(poorten.actions),
            "RECHTOP_RASA_URL": self.rasa_url,
            "RECHTOP_ACTIONS_URL": self.actions_url,
        }
        rasa = rasa_omgeving() | {"RECHTOP_ACTIONS_WEBHOOK": f"{self.actions_url}/webhook"}

        def proces(
            naam: Naam, opdracht: list[str], waar: Path, env: Mapping[str, str], gereed: str
        ) -> Proces:
            log = self.map_gegevens / "log" / f"{naam}.log"
            log.unlink(missing_ok=True)
            return Proces(naam, opdracht, waar, env, log, gereed, geduld=_GEDULD[naam])

        return {
            "actions": proces(
                *("actions", [sys.executable, "-m", "actions.server"], WORTEL, eigen),
                f"{self.actions_url}/gezond",
            ),
            "rasa": proces(
                "rasa", rasa_opdracht(model, poorten.rasa), BOT, rasa, f"{self.rasa_url}{RASA_GEREED}"
            ),
            "web": proces("web", [sys.executable, "-m", "web"], WORTEL, eigen, f"{self.web_url}/gezond"),
        }


def rasa_opdracht(model: Path, poort: int) -> list[str]:
    """Rasa's command line: loopback only, without the HTTP API, and without TensorFlow (`bot/licht.py`). For `bot/` with
    `rasa_omgeving()`."""
    return [
        *(str(BOT_PYTHON), str(BOT / "licht.py"), "run", "-i", "127.0.0.1", "-p", str(poort)),
        *("--model", str(model)),
        *("--endpoints", str(BOT / "endpoints.yml"), "--credentials", str(BOT / "credentials.yml")),
    ]


def sleutels(map_gegevens: Path) -> dict[str, str]:
    """The secrets in `sleutels.env`; those that are not in it yet are made. Only its owner can read the file."""
    pad = map_gegevens / "sleutels.env"
    map_gegevens.mkdir(parents=True, exist_ok=True)
    nieuw = {
        "RECHTOP_SLEUTEL": secrets.token_urlsafe(32),
        "RECHTOP_OVERDRACHT_SLEUTELS": Kluis.nieuwe_sleutel(),
    }
    beschrijver = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(beschrijver, "r+") as bestand:
        regels = (regel.strip() for regel in bestand)
        bekend = dict(regel.split("=", 1) for regel in regels if "=" in regel and not regel.startswith("#"))
        erbij = {naam: waarde for naam, waarde in nieuw.items() if naam not in bekend}
        bestand.writelines(f"{naam}={waarde}\n" for naam, waarde in erbij.items())
    return bekend | erbij


def _vul_in(poorten: Poorten) -> Poorten:
    vrij = iter(vrije_poorten(4))
    return Poorten(
        *(poort or next(vrij) for poort in (poorten.web, poorten.intern, poorten.actions, poorten.rasa))
    )
