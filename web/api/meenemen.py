"""Going on with a talk on another device (public contract, section 1). The code travels in bodies only: paths end up in logs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from actions.contract import naar_json
from actions.gesprek.opslag import GesprekOnbekend
from web.api.modellen import Meeneemcode, Opgehaald, OphaalVerzoek, is_token
from web.diensten import MetDiensten
from web.herkomst import weiger_vreemd

router = APIRouter(prefix="/api/v1/gesprekken", tags=["gesprek"])


@router.post("/{gesprek}/meenemen", status_code=201, response_model=Meeneemcode)
async def meenemen(gesprek: str, request: Request, diensten: MetDiensten) -> Response:
    """A code to type on another device: works once, for some minutes. An earlier code of this talk works no more."""
    if not is_token(gesprek):
        raise GesprekOnbekend
    code = await diensten.meenemen.maak(gesprek, diensten.adres(request))
    antwoord = Meeneemcode(code=code.code, geldig_tot=code.geldig_tot.isoformat(timespec="seconds"))
    return JSONResponse(naar_json(antwoord), 201)


@router.post("/ophalen", response_model=Opgehaald)
async def ophalen(verzoek: OphaalVerzoek, request: Request, diensten: MetDiensten) -> Response:
    """The talk of a code. Both devices go on with the same token. Wrong, used or expired code: 404, without telling which."""

    def mag(slug: str) -> None:
        gemeente = diensten.bronnen.inhoud.gemeente(slug)
        weiger_vreemd(request.scope, () if gemeente is None else gemeente.toegestane_herkomst)

    opgehaald = await diensten.meenemen.haal(verzoek.code, diensten.adres(request), mag)
    antwoord = Opgehaald(
        gesprek=opgehaald.gesprek,
        gemeente=opgehaald.gemeente,
        verloopt=opgehaald.verloopt.isoformat(timespec="seconds"),
    )
    return JSONResponse(naar_json(antwoord))
