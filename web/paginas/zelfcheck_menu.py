"""What a resident can do with a talk besides talking, without JavaScript: take it along, keep it, erase it, leave at once."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from actions.gesprek.agenda import agenda
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from actions.regels.bewijs import als_bestand, bestandsnaam
from web.api.modellen import is_token
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad
from web.fouten import Probleem
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck import adres, naar, stand_van
from web.paginas.zelfcheck_pagina import Paginas
from web.paginas.zelfcheck_vorm import weiger_vreemd_formulier

WIS_OPSLAG = {"Clear-Site-Data": '"storage"'}
"""What the chat window may have kept on this device."""
_WEG_TIJD = 0.5
"""Seconds that "snel weg" waits for the erasing; after that the resident is gone already, and it goes on."""


def maak_menu(bronnen: MetInhoud) -> APIRouter:
    """The pages around the talk. Before those of the talk itself: "gewist" is no token."""
    router = APIRouter(include_in_schema=False)
    paginas = Paginas(bronnen)
    lopend: set[asyncio.Task[bool]] = set()
    """Talks that are being erased; held, so that no such task is thrown away halfway."""

    @router.get("/zelfcheck/{slug}/gewist")
    def gewist(slug: str) -> Response:
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            raise Probleem(404, "gemeente_onbekend")
        return paginas.geef("zelfcheck_gewist.html", gemeente)

    @router.get("/zelfcheck/{slug}/{gesprek}/wissen")
    async def vraag_wissen(slug: str, gesprek: str, diensten: MetDiensten) -> Response:
        return await pagina("zelfcheck_wissen.html", slug, gesprek, diensten)

    @router.post("/zelfcheck/{slug}/{gesprek}/wissen")
    async def wis(slug: str, gesprek: str, request: Request, diensten: MetDiensten) -> Response:  # noqa: ARG001
        _, gemeente = await stand_van(diensten, gesprek)
        weiger_vreemd_formulier(request.scope, gemeente)
        if not await diensten.doorgever.wis(gesprek_id(gesprek)):
            raise GesprekOnbekend
        return naar(f"{adres(gemeente.slug)}/gewist")

    @router.get("/zelfcheck/{slug}/{gesprek}/weg")
    async def over_weg(slug: str, gesprek: str, diensten: MetDiensten) -> Response:
        return await pagina("zelfcheck_weg.html", slug, gesprek, diensten)

    @router.post("/zelfcheck/{slug}/{gesprek}/weg")
    async def weg(slug: str, gesprek: str, request: Request, diensten: MetDiensten) -> Response:
        """Whatever happens to the talk, the resident gets away."""
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            raise Probleem(404, "gemeente_onbekend")
        weiger_vreemd_formulier(request.scope, gemeente)
        if is_token(gesprek):
            taak = asyncio.create_task(diensten.doorgever.wis_nu(gesprek_id(gesprek)))
            lopend.add(taak)
            taak.add_done_callback(lopend.discard)
            await asyncio.wait({taak}, timeout=_WEG_TIJD)
        return RedirectResponse(gemeente.contact.snel_weg, 303, WIS_OPSLAG)

    @router.get("/zelfcheck/{slug}/{gesprek}/bewijs")
    async def bewijs(slug: str, gesprek: str, diensten: MetDiensten) -> Response:  # noqa: ARG001
        await stand_van(diensten, gesprek)
        inhoud = await in_draad(diensten.motor.bewijs, gesprek_id(gesprek))
        return _bestand(als_bestand(inhoud), bestandsnaam(inhoud), "application/json")

    @router.get("/zelfcheck/{slug}/{gesprek}/agenda")
    async def dagen(slug: str, gesprek: str, diensten: MetDiensten) -> Response:  # noqa: ARG001
        await stand_van(diensten, gesprek)
        inhoud = await in_draad(agenda, diensten.bronnen, gesprek_id(gesprek))
        if inhoud is None:
            raise Probleem(404, "geen_agenda")
        return _bestand(inhoud, "rechtop.ics", "text/calendar; charset=utf-8")

    async def pagina(sjabloon: str, slug: str, gesprek: str, diensten: Diensten) -> Response:
        _, gemeente = await stand_van(diensten, gesprek)
        plek = adres(gemeente.slug, gesprek)
        if slug != gemeente.slug:
            return naar(plek)
        return paginas.geef(sjabloon, gemeente, naar=plek, gesprek=gesprek)

    return router


def _bestand(inhoud: str | bytes, naam: str, soort: str) -> Response:
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return Response(inhoud, media_type=soort, headers=koppen)
