"""Everything the calls of the API share, made once per app."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from actions.gesprek.bronnen import Bronnen
from actions.overdracht.bezorger import Bezorger
from actions.overdracht.overzichtpost import Overzichtpost
from actions.overdracht.uitbak import Uitbak
from actions.overdracht.wegen.keuze import Wegen
from web.codeloket import Codeloket
from web.doorgeven import Doorgever
from web.grenzen import Adres, Grenzen, adres_van
from web.instellingen import Instellingen
from web.meenemen import Meeneemloket
from web.motor import Motor
from web.rasa import Rasa
from web.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Diensten:
    instellingen: Instellingen
    bronnen: Bronnen
    motor: Motor
    rasa: Rasa
    grenzen: Grenzen
    tellers: Tellers
    doorgever: Doorgever
    uitbak: Uitbak
    bezorger: Bezorger | None
    """None: without a key nothing is handed over."""
    bezorgen: asyncio.Event
    """Set when there is something to deliver."""
    meenemen: Meeneemloket
    codeloket: Codeloket
    overzichtpost: Overzichtpost | None
    """None: without a mail server and a key no overview is mailed."""

    def adres(self, request: Request) -> Adres:
        """Where this request came from."""
        return adres_van(request.scope, self.instellingen.proxies)


def maak_diensten(instellingen: Instellingen, bronnen: Bronnen, rasa: Rasa, motor: Motor) -> Diensten:
    grenzen, tellers = Grenzen(instellingen), Tellers()
    doorgever = Doorgever(instellingen, bronnen, motor, rasa, grenzen, tellers)
    uitbak, bezorger = _overdracht(instellingen, bronnen, tellers)
    return Diensten(
        instellingen,
        bronnen,
        motor,
        rasa,
        grenzen,
        tellers,
        doorgever,
        uitbak=uitbak,
        bezorger=bezorger,
        bezorgen=asyncio.Event(),
        meenemen=Meeneemloket(instellingen, bronnen, grenzen),
        codeloket=Codeloket(instellingen, grenzen),
        overzichtpost=_overzichtpost(instellingen, bronnen),
    )


def _overdracht(
    instellingen: Instellingen, bronnen: Bronnen, tellers: Tellers
) -> tuple[Uitbak, Bezorger | None]:
    kluis = instellingen.kluis()
    if kluis is None:
        return Uitbak(bronnen, None, bronnen.nu), None
    wegen = Wegen(bronnen, kluis, bronnen.nu, instellingen.postkantoor(), os.environ)

    def tel(kanaal: str, wat: str) -> None:
        tellers.overdracht.labels(kanaal=kanaal, wat=wat).inc()

    bezorger = Bezorger(bronnen.opslag, kluis, wegen, bronnen.nu, tel)
    return Uitbak(bronnen, kluis, bronnen.nu, klaar=wegen.klaar), bezorger


def _overzichtpost(instellingen: Instellingen, bronnen: Bronnen) -> Overzichtpost | None:
    kantoor, sleutel = instellingen.postkantoor(), instellingen.sleutel
    if kantoor is None or sleutel is None or not sleutel.get_secret_value():
        return None
    return Overzichtpost(bronnen.opslag, kantoor, sleutel.get_secret_value(), bronnen.nu)


async def _diensten(request: Request) -> Diensten:
    # A coroutine, because FastAPI takes a plain function to a thread: more work than the function itself.
    return cast(Diensten, request.app.state.diensten)


MetDiensten = Annotated[Diensten, Depends(_diensten)]
