"""The dates of a talk as a calendar file (an addition of ours to the talk API)."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from actions.gesprek.agenda import agenda
from web.api.gesprekken import Gesprek
from web.diensten import MetDiensten
from web.draad import in_draad
from web.fouten import Probleem

router = APIRouter(prefix="/api/v1/gesprekken", tags=["gesprek"])
_KOPPEN = {"Content-Disposition": 'attachment; filename="rechtop.ics"'}


@router.get(
    "/{gesprek}/agenda",
    response_class=Response,
    responses={
        200: {"description": "The dates", "content": {"text/calendar": {"schema": {"type": "string"}}}}
    },
)
async def geef_agenda(gesprek: Gesprek, diensten: MetDiensten) -> Response:
    """What to apply for and report after the last change that was compared, each on its last day. Nothing: 404."""
    inhoud = await in_draad(agenda, diensten.bronnen, gesprek)
    if inhoud is None:
        raise Probleem(404, "geen_agenda")
    return Response(inhoud, media_type="text/calendar; charset=utf-8", headers=_KOPPEN)
