"""`/beheer/spoor`: who did what, for the manager of the own gemeente."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from web.draad import in_draad
from web.getal import getal
from web.toegang import beheer
from web.toegang.bladen import Bladen
from web.toegang.spoor import Soort
from web.toegang.wie import Aangemeld, MetMedewerker

_PER_BLAD = 100


def maak_spoor(bladen: Bladen) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/beheer/spoor")
    async def spoor(
        request: Request, wie: Annotated[Aangemeld, Depends(MetMedewerker("beheerder"))]
    ) -> Response:
        vanaf = getal(request.query_params.get("voor", ""))
        regels = await in_draad(beheer.regels, wie.toegang, wie.wie.gemeente, vanaf, _PER_BLAD + 1)
        ouder = regels[_PER_BLAD - 1].nr if len(regels) > _PER_BLAD else None
        await wie.noteer(Soort.SPOOR_BEKEKEN)
        return bladen.geef("spoor.html", wie, hier="spoor", regels=regels[:_PER_BLAD], ouder=ouder)

    return router
