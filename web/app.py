"""The two apps of the gateway: the public one, and the internal one with figures and details of health."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import httpx
from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response
from starlette.middleware import Middleware

from actions.gesprek.bronnen import Bronnen
from actions.overdracht import overzichtpost
from actions.overdracht.bewaartermijn import ruim_op
from actions.zinnen import bewaren as zinnen
from web.api import (
    agenda,
    berekening,
    gesprekken,
    gezondheid,
    lezen,
    meenemen,
    overdracht,
    vergelijking,
    werken,
)
from web.api.rasawissel import maak_rasawissel
from web.balie.waak import waak
from web.bezorgen import bezorg_steeds
from web.contact.bestanden import maak_bestanden
from web.contact.intrekken import maak_intrekken
from web.contact.pagina import maak_contact
from web.diensten import Diensten, maak_diensten
from web.draad import in_draad
from web.fouten import MEDIATYPE, ProbleemModel, zet_afhandeling
from web.herkomst import Herkomst
from web.instellingen import Instellingen
from web.koppen import Koppen
from web.lichaam import Poort
from web.motor import Motor, motor_van
from web.ontbreekt import meld_wat_ontbreekt
from web.paginas.demo import maak_router
from web.paginas.foutpagina import Foutpagina
from web.paginas.overzicht import maak_overzicht
from web.paginas.overzicht_mail import maak_overzichtmail
from web.paginas.zelfcheck import maak_zelfcheck
from web.paginas.zelfcheck_meenemen import maak_meenemen
from web.paginas.zelfcheck_menu import maak_menu
from web.rasa import Rasa
from web.redactie.bewaren import concepten
from web.redactie.bijhouden.herinner import herinner
from web.toegang.bouw import zet_toegang
from web.toegang.toegang import Toegang

_log = logging.getLogger(__name__)

_PROBLEEM = {"content": {MEDIATYPE: {"schema": {"$ref": "#/components/schemas/ProbleemModel"}}}}
_ANTWOORDEN: dict[int | str, dict[str, object]] = {
    422: {"description": "Not a body of this form", **_PROBLEEM},
    "default": {"description": "Anything else", "model": ProbleemModel},
}


def maak_app(
    instellingen: Instellingen,
    bronnen: Bronnen,
    rasa_transport: httpx.AsyncBaseTransport,
    motor: Motor | None = None,
) -> FastAPI:
    """The public app. `rasa_transport` carries what is sent to Rasa; `motor` replaces the talk itself (for tests).

    While it runs, what expired is erased from time to time, and what was handed over is delivered.
    """
    rasa = Rasa(rasa_transport, instellingen.rasa_url, rust=instellingen.rasa_rust)
    diensten = maak_diensten(instellingen, bronnen, rasa, motor or motor_van(bronnen))

    @asynccontextmanager
    async def leven(app: FastAPI) -> AsyncIterator[None]:
        meld_wat_ontbreekt(instellingen, bronnen.inhoud, os.environ)
        taken = [asyncio.create_task(_ruim_op(diensten, app.state.toegang))]
        if diensten.bezorger is not None:
            taken.append(asyncio.create_task(bezorg_steeds(diensten, diensten.bezorger)))
        try:
            yield
        finally:
            for taak in taken:
                taak.cancel()
                with suppress(asyncio.CancelledError):
                    await taak

    app = FastAPI(
        title="Rechtop",
        version="1",
        docs_url=None,  # these pages load from elsewhere
        redoc_url=None,
        lifespan=leven,
        middleware=[
            Middleware(Foutpagina, bronnen=bronnen),
            Middleware(Koppen, inhoud=bronnen.inhoud, tellers=diensten.tellers),
            Middleware(Herkomst, bronnen=bronnen),
            Middleware(Poort, instellingen=instellingen, inhoud=bronnen.inhoud, grenzen=diensten.grenzen),
        ],
    )
    app.state.diensten = diensten
    zet_afhandeling(app, bronnen.inhoud)
    praat = (gesprekken.router, meenemen.router, agenda.router)
    overdragen = (overdracht.van_gesprek, overdracht.router)
    for deel in (*praat, *overdragen, berekening.router, vergelijking.router, werken.router, lezen.router):
        app.include_router(deel, responses=_ANTWOORDEN)
    app.include_router(gezondheid.router)
    app.include_router(maak_router(bronnen))
    app.include_router(maak_overzicht(bronnen))
    app.include_router(maak_overzichtmail(bronnen))
    app.include_router(maak_menu(bronnen))
    app.include_router(maak_meenemen(bronnen))
    app.include_router(maak_zelfcheck(bronnen))
    app.include_router(maak_contact(bronnen))
    app.include_router(maak_intrekken(bronnen))
    app.include_router(maak_bestanden())
    zet_toegang(app, instellingen, bronnen)
    return app


def maak_intern(openbaar: FastAPI, actions_client: httpx.AsyncClient) -> FastAPI:
    """The internal app about the public one, for loopback. `actions_client` has the action server's address."""
    diensten: Diensten = openbaar.state.diensten
    app = FastAPI(title="Rechtop intern", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(diensten.tellers.tekst(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.get("/gezond")
    async def gezond() -> Response:
        stand = await gezondheid.details(diensten, actions_client)
        return JSONResponse(stand.model_dump(), 503 if stand.status == "down" else 200)

    app.include_router(maak_rasawissel(diensten.rasa))
    return app


async def _ruim_op(diensten: Diensten, toegang: Toegang | None) -> None:
    instellingen = diensten.instellingen
    kantoor, adres = instellingen.postkantoor(), instellingen.openbaar_adres
    while True:
        try:
            await in_draad(waak, diensten.bronnen, diensten.tellers, kantoor, adres)
        except Exception as fout:
            _log.error("nobody looked at the inbox: %s", type(fout).__name__)
        try:
            diensten.tellers.gewist.inc(await in_draad(diensten.bronnen.opslag.wis_verlopen))
            await in_draad(ruim_op, diensten.bronnen.opslag, diensten.bronnen.nu())
            await in_draad(overzichtpost.vergeet, diensten.bronnen.opslag, diensten.bronnen.nu())
            await in_draad(zinnen.ruim_op, diensten.bronnen)
            klaar_voor = diensten.bronnen.nu() - timedelta(days=instellingen.concept_dagen)
            await in_draad(concepten.vergeet, diensten.bronnen.opslag, klaar_voor)
        except Exception as fout:
            # A clean-up that fails must not be the last one.
            _log.error("what expired was not erased: %s", type(fout).__name__)
        try:
            await in_draad(herinner, diensten.bronnen, kantoor, adres)
        except Exception as fout:
            _log.error("no reminder was sent to the editors: %s", type(fout).__name__)
        try:
            if toegang is not None:
                await in_draad(toegang.ruim_op)
        except Exception as fout:
            _log.error("ended sessions were not erased: %s", type(fout).__name__)
        await asyncio.sleep(diensten.instellingen.opruimen_elke)
