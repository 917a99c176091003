"""The three processes together: web, actions and Rasa. For `make start` and the end-to-end tests."""

from __future__ import annotations

import os
import secrets
import sys
import threading
import time
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, get_args

import httpx

from actions.overdracht.kluis import Kluis
from content.inhoudmap import eigen_inhoud, inhoudmap
from ops.fouten import WisselMislukt
from ops.inhoud import zaai
from ops.oefenen.modellen import Modellen
from ops.oefenen.wachter import Wachter
from ops.plekken import BOT, BOT_PYTHON, WORTEL
from ops.proces import PoortBezet, Proces, StartMislukt, is_vrij, vrije_poorten, wacht_op
from ops.train import rasa_omgeving

Naam = Literal["actions", "rasa", "web"]
NAMEN: tuple[Naam, ...] = get_args(Naam)
_GEDULD: dict[Naam, float] = {"actions": 120, "rasa": 240, "web": 120}
"""Seconds. Only a net for what hangs: what falls is noticed at once, and a busy machine may take minutes."""
RASA_GEREED = "/webhooks/rest/gereed"
"""200 once the model is loaded (`bot/stil.py`); `/version` belongs to the HTTP API, which is off."""
_LEEGLOPEN = 30.0
"""Seconds. Only a net: a message takes some tens of milliseconds, and web itself gives up sooner."""


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
    `log/<name>.log`. `omgeving` is added to our own environment for web and actions. `model`: the one to
    start with; by default the last good one, or one that is trained now. `oefenen`: watch the examples, train
    when they change, and let a better model take over (`ops/oefenen`), measured with the sentences of `apart`.
    Raises StartMislukt (with the last log lines) when one process does not come up; then the others are
    stopped.
    """

    def __init__(
        self,
        map_gegevens: Path,
        poorten: Poorten | None = None,
        omgeving: Mapping[str, str] | None = None,
        model: Path | None = None,
        *,
        oefenen: bool = False,
        apart: Path | None = None,
    ) -> None:
        self.map_gegevens = map_gegevens.resolve()
        self.poorten = _vul_in(poorten or Poorten())
        self.model = model
        """What Rasa understands sentences with now."""
        self._omgeving = dict(omgeving or {})
        self._processen: dict[Naam, Proces] = {}
        self._oefenen = oefenen
        self._apart = apart
        self._wachter: Wachter | None = None
        self._nieuwe: Proces | None = None
        """A second Rasa, that does not serve yet."""
        self._stopt = False
        self._slot = threading.RLock()
        """Held by whoever starts, ends or replaces a process."""

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
        self.model = self.model or Modellen(self._modellen).kies(self._bron())
        self._processen = self._maak_processen(self.model)
        try:
            for proces in self._processen.values():
                proces.start()
            wacht_op(list(self._processen.values()))
        except BaseException:
            self.stop()
            raise
        if self._oefenen:
            self._wachter = self._maak_wachter()
            self._wachter.start()

    def stop(self) -> None:
        """Ends what runs. Can be called twice."""
        self._stopt = True
        if self._nieuwe is not None:
            self._nieuwe.stop()  # whoever waits for it gives up
        if self._wachter is not None:
            self._wachter.stop()
        with self._slot:
            for proces in reversed(self._processen.values()):
                proces.stop()

    def wissel(self, model: Path) -> None:
        """A second Rasa with this model takes over: no talk is lost and no message waits for it.

        It starts on another port, gets a message to warm up, and then web sends everybody there. The old one answers what it has
        and is ended. Raises WisselMislukt: then the old one goes on.
        """
        with self._slot:
            oud = self._processen["rasa"]
            poort = vrije_poorten(1)[0]
            nieuw = self._maak_rasa(model, poort)
            self._nieuwe = nieuw
            gezegd = False
            try:
                if self._stopt:
                    raise WisselMislukt("the house is being stopped")
                nieuw.start()
                nieuw.wacht()
                adres = f"http://127.0.0.1:{poort}"
                _warm_op(adres)
                gezegd = True
                onderweg = self._zeg_web(adres)
            except BaseException as fout:
                if gezegd:
                    with suppress(httpx.HTTPError):
                        self._zeg_web(self.rasa_url)  # it may have heard us, and we not its answer
                nieuw.stop()
                if isinstance(fout, StartMislukt | httpx.HTTPError):
                    raise WisselMislukt(f"{type(fout).__name__}: {fout}") from fout
                raise
            finally:
                self._nieuwe = None
            # From here on the new one serves, whatever comes.
            self._processen["rasa"] = nieuw
            self.model, self.poorten = model, replace(self.poorten, rasa=poort)
            web = self._processen["web"]
            web.omgeving = {**web.omgeving, "RECHTOP_RASA_URL": adres}
            einde = time.monotonic() + _LEEGLOPEN
            try:
                while onderweg and time.monotonic() < einde:
                    time.sleep(0.05)
                    onderweg = self._zeg_web(adres)
            except httpx.HTTPError:
                pass  # web fell: nothing is under way any more
            finally:
                oud.stop()

    def _zeg_web(self, adres: str) -> int:
        """Rasa is there. Gives how many messages the one before has still to answer."""
        antwoord = httpx.post(
            f"{self.intern_url}/intern/rasa", json={"adres": adres}, timeout=5, trust_env=False
        )
        return int(antwoord.raise_for_status().json()["onderweg"])

    def kill9(self, naam: Naam) -> None:
        """Ends one process without warning; the others stay."""
        self._processen[naam].kill9()

    def herstart(self, *namen: Naam, **omgeving: str) -> None:
        """Starts these again on the same ports (ending them first), and waits until all answer.

        `omgeving`: settings that are different from now on.
        """
        with self._slot:
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
        return eigen_inhoud({**os.environ, **self._omgeving})

    def _bron(self) -> Path:
        return inhoudmap({**os.environ, **self._omgeving})

    @property
    def _modellen(self) -> Path:
        return self.map_gegevens / "modellen"

    def _log(self, naam: str) -> Path:
        return self.map_gegevens / "log" / f"{naam}.log"

    def omgeving(self) -> dict[str, str]:
        """The environment of what is ours."""
        poorten = self.poorten
        content = self._content()
        return {
            "RECHTOP_DATABASE": f"sqlite:///{self.map_gegevens / 'rechtop.db'}",
            **sleutels(self.map_gegevens),
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            **self._omgeving,
            **({} if content is None else {"RECHTOP_CONTENT": str(content)}),
            "RECHTOP_WEB_POORT": str(poorten.web),
            "RECHTOP_INTERN_POORT": str(poorten.intern),
            "RECHTOP_ACTIONS_POORT": str(poorten.actions),
            "RECHTOP_RASA_URL": self.rasa_url,
            "RECHTOP_ACTIONS_URL": self.actions_url,
        }

    def _maak_processen(self, model: Path) -> dict[Naam, Proces]:
        eigen = self.omgeving()
        for naam in (*NAMEN, "oefenen"):
            self._log(naam).unlink(missing_ok=True)

        def proces(naam: Naam, module: str, url: str) -> Proces:
            opdracht = [sys.executable, "-m", module]
            log, gereed = self._log(naam), f"{url}/gezond"
            return Proces(naam, opdracht, WORTEL, eigen, log, gereed, geduld=_GEDULD[naam])

        return {
            "actions": proces("actions", "actions.server", self.actions_url),
            "rasa": self._maak_rasa(model, self.poorten.rasa),
            "web": proces("web", "web", self.web_url),
        }

    def _maak_rasa(self, model: Path, poort: int) -> Proces:
        omgeving = rasa_omgeving() | {"RECHTOP_ACTIONS_WEBHOOK": f"{self.actions_url}/webhook"}
        gereed = f"http://127.0.0.1:{poort}{RASA_GEREED}"
        opdracht = rasa_opdracht(model, poort)
        return Proces("rasa", opdracht, BOT, omgeving, self._log("rasa"), gereed, geduld=_GEDULD["rasa"])

    def _maak_wachter(self) -> Wachter:
        # Of what is ours the training needs only the record.
        alles = self.omgeving()
        eigen = {naam: waarde for naam, waarde in alles.items() if not naam.startswith("RECHTOP_")}
        eigen["RECHTOP_DATABASE"] = alles["RECHTOP_DATABASE"]
        bron = self._bron()

        def opdracht() -> list[str]:
            return [
                *(sys.executable, "-m", "ops.oefenen", "--content", str(bron)),
                *("--gegevens", str(self.map_gegevens), "--dient", str(self.model)),
                *(() if self._apart is None else ("--apart", str(self._apart))),
            ]

        return Wachter(bron, opdracht, eigen, self._log("oefenen"), self.wissel)


def _warm_op(adres: str) -> None:
    """One sentence all the way, that belongs to no talk. Raises StartMislukt when it is not understood at all."""
    lichaam = {
        "sender": f"proef-{uuid.uuid4().hex}",
        "message": "wat is huurtoeslag",
        "metadata": {"proef": True},
    }
    antwoord = httpx.post(f"{adres}/webhooks/rest/webhook", json=lichaam, timeout=30, trust_env=False)
    delen = antwoord.raise_for_status().json()
    if not any(deel.get("custom", {}).get("rangschikking") for deel in delen):
        raise StartMislukt("the new Rasa is up, but makes nothing of a sentence")


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
