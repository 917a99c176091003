"""Everything the calls of the API share, made once per app."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from actions.gesprek.bronnen import Bronnen
from actions.overdracht.uitbak import Uitbak
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
    bezorgen: asyncio.Event
    """Set when there is something to deliver."""
    meenemen: Meeneemloket

    def adres(self, request: Request) -> Adres:
        """Where this request came from."""
        return adres_van(request.scope, self.instellingen.proxies)


def maak_diensten(instellingen: Instellingen, bronnen: Bronnen, rasa: Rasa, motor: Motor) -> Diensten:
    grenzen, tellers = Grenzen(instellingen), Tellers()
    doorgever = Doorgever(instellingen, bronnen, motor, rasa, grenzen, tellers)
    return Diensten(
        instellingen,
        bronnen,
        motor,
        rasa,
        grenzen,
        tellers,
        doorgever,
        uitbak=Uitbak(bronnen, instellingen.kluis(), bronnen.nu),
        bezorgen=asyncio.Event(),
        meenemen=Meeneemloket(instellingen, bronnen, grenzen),
    )


async def _diensten(request: Request) -> Diensten:
    # A coroutine, because FastAPI takes a plain function to a thread: more work than the function itself.
    return cast(Diensten, request.app.state.diensten)


MetDiensten = Annotated[Diensten, Depends(_diensten)]
