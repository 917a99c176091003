"""Yes or no for the outside, and the details for the inside."""

from __future__ import annotations

import asyncio
from typing import Literal

import httpx
from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from web.api.modellen import Gezond
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad

router = APIRouter(tags=["gezondheid"])
_TIJD = 2.0


class Details(BaseModel):
    """`degraded`: residents are helped, but without Rasa: loose sentences are not understood."""

    status: Literal["ok", "degraded", "down"]
    opslag: bool
    inhoud: bool
    rasa: bool
    actions: bool
    laatste_bericht_via_rasa: bool | None
    """None before the first message."""


async def _opslag(diensten: Diensten) -> bool:
    try:
        async with asyncio.timeout(_TIJD):
            return await in_draad(diensten.bronnen.opslag.gezond)
    except TimeoutError:
        return False


def _inhoud(diensten: Diensten) -> bool:
    return bool(diensten.bronnen.inhoud.gemeenten())


@router.get("/gezond", response_model=Gezond)
async def gezond(diensten: MetDiensten) -> Response:
    """Whether a resident can be helped: 200 or 503. Without Rasa the answer is still yes."""
    goed = _inhoud(diensten) and await _opslag(diensten)
    return JSONResponse({"gezond": goed}, 200 if goed else 503)


async def details(diensten: Diensten, client: httpx.AsyncClient) -> Details:
    """The state of every part, asked now. `client` has the base address of the action server."""
    opslag, rasa, actions = await asyncio.gather(_opslag(diensten), diensten.rasa.leeft(), _actions(client))
    inhoud = _inhoud(diensten)
    laatste = diensten.rasa.laatste_gelukt
    status: Literal["ok", "degraded", "down"] = "ok"
    if not (opslag and inhoud):
        status = "down"
    elif not (rasa and actions) or diensten.rasa.rust:
        status = "degraded"
    return Details(
        status=status,
        opslag=opslag,
        inhoud=inhoud,
        rasa=rasa,
        actions=actions,
        laatste_bericht_via_rasa=laatste,
    )


async def _actions(client: httpx.AsyncClient) -> bool:
    try:
        async with asyncio.timeout(_TIJD):
            return (await client.get("/gezond")).status_code == httpx.codes.OK
    except (TimeoutError, httpx.HTTPError):
        return False
