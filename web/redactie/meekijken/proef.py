"""One draft in its place: the real talk, on the content with this one file as its writer has it.

Everything of it is thrown away: its record is a file of its own, nothing is counted, handed over or mailed.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import httpx
from fastapi import FastAPI

from actions.contract import BeurtAntwoord, naar_json
from actions.gesprek import beurt as gesprek
from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag, gesprek_id
from actions.gesprek.rekenen import tussenstand, voortgang
from actions.gesprek.staat import Staat
from actions.gesprek.werk import Werk
from actions.server import ACTIE, RasaVerzoek
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.schema import Vervolg
from web.api import agenda, gesprekken, meenemen, overdracht
from web.contact.pagina import maak_contact
from web.diensten import maak_diensten
from web.draad import in_draad
from web.fouten import zet_afhandeling
from web.instellingen import Instellingen
from web.motor import motor_van
from web.paginas.demo import maak_widget
from web.paginas.overzicht import maak_overzicht
from web.rasa import Rasa
from web.redactie.rechten import onderwerp_van

_KLIK = "klik"
Rangschik = Callable[[str], Awaitable[list[tuple[str, float]] | None]]
"""What the model that residents talk to makes of a sentence (`Rasa.proef`)."""


class Proef:
    """`vorm`: an empty record that is up to date. Every method may be called from any thread, and blocks."""

    def __init__(
        self,
        bronnen: Bronnen,
        instellingen: Instellingen,
        map_: Path,
        vorm: Path,
        rangschik: Rangschik,
        gemeente: str,
        pad: str,
    ) -> None:
        self.gemeente = gemeente
        self.pad = pad
        self._slot = threading.Lock()
        self._stempels = count(1)
        self._onderwerp = onderwerp_van(pad) if pad.startswith("faq/") else None
        self._tijdelijk = tempfile.TemporaryDirectory(prefix="rechtop-proef-")
        hier = Path(self._tijdelijk.name)
        self._map = hier / "content"
        # The draft is about everybody's answer: one of this gemeente alone would hide it.
        eigen = f"faq/{gemeente}/{self._onderwerp}.md"
        self.eigen_weggelaten = eigen != pad and (map_ / eigen).exists()
        _leg_klaar(map_, self._map, pad)
        if self.eigen_weggelaten:
            (self._map / eigen).unlink()
        shutil.copyfile(vorm, hier / "gesprek.db")
        self._opslag = Opslag(f"sqlite:///{hier / 'gesprek.db'}", bronnen.nu)
        inhoud = Inhoud(self._map, bronnen.parameters, kijk_elke=float("inf"), naast=bronnen.inhoud)
        self._bronnen = replace(bronnen, opslag=self._opslag, inhoud=inhoud)
        self.app = _maak_app(self._bronnen, instellingen, rangschik)

    def zet(self, tekst: str) -> None:
        """Put this text in place. Raises InhoudFout, also for what only shows when it is said."""
        with self._slot:
            bestand = self._map / self.pad
            bestand.write_text(tekst, encoding="utf-8")
            # What is typed fast may have the same size and the same moment as what was there.
            os.utime(bestand, ns=(0, next(self._stempels)))
            self._bronnen.inhoud.ververs()
            self._zeg_alles()

    def open(self) -> str:
        """A new talk, in which the topic has just been answered. Gives its token."""
        if self._onderwerp is None:
            return gesprek.begin(self._bronnen, self.gemeente, False)[0]
        keuze = f"faq:{self._onderwerp}"
        titel = self._bronnen.inhoud.faq(self._onderwerp, self.gemeente).titel
        werk = Werk(self._bronnen, Staat(self.gemeente, extra={"labels": {keuze: titel}}), 0)
        leeg = BeurtAntwoord(
            berichten=[],
            voortgang=voortgang(werk.uitslag, werk.staat),
            tussenstand=tussenstand(werk.uitslag, werk.staat),
        )
        token, _ = self._opslag.nieuw(werk.staat, naar_json(leeg), False)
        gesprek.beurt(self._bronnen, gesprek_id(token), BeurtInvoer(id=_KLIK, tekst=None, keuze=keuze))
        return token

    def sluit(self) -> None:
        self._opslag.sluit()
        self._tijdelijk.cleanup()

    def _zeg_alles(self) -> None:
        """Say every part of the topic once, as a talk does."""
        token = self.open()
        if self._onderwerp is None:
            return
        _, werk = gesprek.lees(self._bronnen, gesprek_id(token))
        for tekst in _antwoorden(self._bronnen.inhoud.faq(self._onderwerp, self.gemeente).vervolg):
            werk.render(tekst)


def kan(pad: str) -> bool:
    """Whether a talk shows what is in this file."""
    return pad.partition("/")[0] in SOORTEN


def _leg_klaar(van: Path, naar: Path, pad: str) -> None:
    """Links to the folders that stay, a copy of the one that this file is in."""
    naar.mkdir()
    for deel in SOORTEN:
        if deel == pad.partition("/")[0]:
            shutil.copytree(van / deel, naar / deel)
        elif (van / deel).is_dir():
            (naar / deel).symlink_to((van / deel).resolve())
    (naar / pad).parent.mkdir(parents=True, exist_ok=True)


def _antwoorden(vervolg: Vervolg | None) -> Iterator[str]:
    for keuze in () if vervolg is None else vervolg.keuzes:
        yield keuze.antwoord
        yield from _antwoorden(keuze.vervolg)


def _maak_app(bronnen: Bronnen, instellingen: Instellingen, rangschik: Rangschik) -> FastAPI:
    """The talk API and the pages that the widget leads to."""
    # Without keys and a mail server nothing leaves this talk.
    stil = dict.fromkeys(
        ("sleutel", "sleutel_oud", "overdracht_sleutels", "smtp_host", "smtp_afzender", "content")
    )
    binnen = instellingen.model_copy(update=stil)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    rasa = Rasa(_Kort(bronnen, rangschik), instellingen.rasa_url, rust=instellingen.rasa_rust)
    app.state.diensten = maak_diensten(binnen, bronnen, rasa, motor_van(bronnen))
    zet_afhandeling(app, bronnen.inhoud)
    praat = (gesprekken.router, meenemen.router, agenda.router, overdracht.van_gesprek)
    for deel in (*praat, maak_widget(bronnen), maak_overzicht(bronnen), maak_contact(bronnen)):
        app.include_router(deel)
    return app


class _Kort(httpx.AsyncBaseTransport):
    """In the place of Rasa and the action server: the turn is made here. Of Rasa only the ranking of what was typed is asked,
    as for a sentence that somebody tries; without it the talk goes on as it does when Rasa is away."""

    def __init__(self, bronnen: Bronnen, rangschik: Rangschik) -> None:
        self._bronnen = bronnen
        self._rangschik = rangschik

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        lichaam = json.loads(request.content)
        meta, rangen = lichaam["metadata"], []
        if meta["keuze"] is None and meta["wijzig"] is None:
            gevonden = await self._rangschik(lichaam["message"])
            if gevonden is None:
                return httpx.Response(200, json=[])
            rangen = [{"name": naam, "confidence": kans} for naam, kans in gevonden]
        bericht = {"text": lichaam["message"], "intent_ranking": rangen, "metadata": meta}
        verzoek = RasaVerzoek.model_validate(
            {"next_action": ACTIE, "sender_id": lichaam["sender"], "tracker": {"latest_message": bericht}}
        )
        try:
            antwoord = await in_draad(gesprek.beurt, self._bronnen, verzoek.sender_id, verzoek.invoer())
        except gesprek.GesprekOnbekend:
            return httpx.Response(200, json=[])
        return httpx.Response(200, json=[{"custom": naar_json(antwoord)}])
