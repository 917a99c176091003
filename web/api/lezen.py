"""Reading one answer (public contract, section 2b). The talk uses the same reader. Nothing is kept."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from actions.gesprek.lees_feit import kan_lezen, lees_feit
from actions.schoon import schoon
from web.api.modellen import Gelezen, LeesVerzoek
from web.diensten import MetDiensten
from web.draad import in_draad
from web.fouten import Probleem, reden

router = APIRouter(tags=["lezen"])


@router.post("/api/v1/lees", response_model=Gelezen)
async def lees(verzoek: LeesVerzoek, diensten: MetDiensten) -> Response:
    """What the text says as an answer to the question for this fact; null with words why not. It never guesses."""
    inhoud = diensten.bronnen.inhoud
    if not kan_lezen(diensten.bronnen, verzoek.feit):
        raise Probleem(422, "ongeldig", fouten=[("feit", reden(inhoud, "onbekend_feit"))])
    tekst = schoon(verzoek.tekst)
    langste = diensten.instellingen.tekst_max
    if len(tekst) > langste:
        uitleg = inhoud.tekst("fouten.tekst_te_lang", aantal=langste)
        return JSONResponse({"waarde": None, "uitleg": uitleg, "lezingen": []})
    return JSONResponse(await in_draad(lees_feit, diensten.bronnen, verzoek.feit, tekst))
