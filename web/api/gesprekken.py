"""The talk API (public contract, section 1)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from actions.contract import BeurtAntwoord, Bewijs, GesprekStand, Overzicht, naar_json
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from actions.regels.bewijs import als_bestand, bestandsnaam
from web.api.modellen import BerichtVerzoek, NieuwGesprek, NieuwGesprekVerzoek, is_token
from web.diensten import MetDiensten
from web.doorgeven import Inkomend
from web.draad import in_draad
from web.fouten import Probleem
from web.herkomst import weiger_vreemd

router = APIRouter(prefix="/api/v1/gesprekken", tags=["gesprek"])


async def _id(gesprek: str) -> str:
    """The id in the record. A token that cannot be one is an unknown talk, not a mistake in the request."""
    # A coroutine for the same reason as in `web.diensten`.
    if not is_token(gesprek):
        raise GesprekOnbekend
    return gesprek_id(gesprek)


Gesprek = Annotated[str, Depends(_id)]


@router.post("", status_code=201, response_model=NieuwGesprek)
async def begin(verzoek: NieuwGesprekVerzoek, request: Request, diensten: MetDiensten) -> Response:
    """Start a talk. Unknown gemeente: 404."""
    gemeente = diensten.bronnen.inhoud.gemeente(verzoek.gemeente)
    if gemeente is None:
        raise Probleem(404, "gemeente_onbekend")
    weiger_vreemd(request.scope, gemeente.toegestane_herkomst)
    diensten.grenzen.nieuw_gesprek(diensten.adres(request))
    token, eerste, verloopt = await in_draad(
        diensten.motor.begin, verzoek.gemeente, verzoek.gedeelde_computer
    )
    nieuw = NieuwGesprek(
        gesprek=token, berichten=eerste.berichten, verloopt=verloopt.isoformat(timespec="seconds")
    )
    return JSONResponse(naar_json(nieuw), 201)


@router.post("/{gesprek}/berichten", response_model=BeurtAntwoord)
async def bericht(
    gesprek: Gesprek, verzoek: BerichtVerzoek, request: Request, diensten: MetDiensten
) -> Response:
    """One message of the resident, and the answer to it. The same `id` again gives the same answer."""
    inkomend = Inkomend(
        id=verzoek.id,
        tekst=verzoek.tekst,
        keuze=verzoek.keuze,
        wijzig=verzoek.wijzig.feit if verzoek.wijzig else None,
        gezien=verzoek.gezien,
    )
    return JSONResponse(await diensten.doorgever.bericht(gesprek, inkomend, diensten.adres(request)))


@router.get("/{gesprek}", response_model=GesprekStand)
async def stand(gesprek: Gesprek, diensten: MetDiensten) -> Response:
    """The whole talk. 404 when expired, erased or unknown, without telling which."""
    return JSONResponse(naar_json(await in_draad(diensten.motor.stand, gesprek)))


@router.get("/{gesprek}/overzicht", response_model=Overzicht)
async def overzicht(gesprek: Gesprek, diensten: MetDiensten) -> Response:
    """All answers and outcomes."""
    return JSONResponse(naar_json(await in_draad(diensten.motor.overzicht, gesprek)))


@router.get("/{gesprek}/bewijs", response_model=Bewijs)
async def bewijs(gesprek: Gesprek, diensten: MetDiensten) -> Response:
    """The receipt, as a file to keep. Nothing of it is kept here."""
    inhoud = await in_draad(diensten.motor.bewijs, gesprek)
    koppen = {"Content-Disposition": f'attachment; filename="{bestandsnaam(inhoud)}"'}
    return Response(als_bestand(inhoud), media_type="application/json", headers=koppen)


@router.post("/{gesprek}/weg", status_code=204)
async def weg(gesprek: str, diensten: MetDiensten) -> Response:
    """Erase as DELETE does, for a page that is being left (`sendBeacon`): any body or none. Always 204: it tells nothing."""
    if is_token(gesprek):
        await diensten.doorgever.wis_nu(gesprek_id(gesprek))
    return Response(status_code=204)


@router.delete("/{gesprek}", status_code=204)
async def wis(gesprek: Gesprek, diensten: MetDiensten) -> Response:
    """Erase the talk from every store. A second time: 404."""
    if not await diensten.doorgever.wis(gesprek):
        raise GesprekOnbekend
    return Response(status_code=204)
