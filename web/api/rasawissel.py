"""Another Rasa takes over. On the internal port, for whoever starts and ends the processes (`ops/huis.py`)."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

import httpx
from fastapi import APIRouter, HTTPException, Request
from pydantic import AfterValidator, BaseModel

from web.rasa import Rasa


def _is_lokaal(naam: str) -> bool:
    try:
        return naam == "localhost" or ip_address(naam).is_loopback
    except ValueError:
        return False


def _lokaal_adres(adres: str) -> str:
    try:
        url = httpx.URL(adres)
    except httpx.InvalidURL as fout:
        raise ValueError(str(fout)) from fout
    kaal = url.path in ("", "/") and not (url.userinfo or url.query or url.fragment)
    if url.scheme != "http" or url.port not in range(1, 65536) or not kaal or not _is_lokaal(url.host):
        raise ValueError("only http://<loopback>:<port>")
    return adres


class Wissel(BaseModel):
    adres: Annotated[str, AfterValidator(_lokaal_adres)]


class Gewisseld(BaseModel):
    onderweg: int
    """Messages that the Rasa before this one has still to answer."""


def maak_rasawissel(rasa: Rasa) -> APIRouter:
    router = APIRouter()

    @router.post("/intern/rasa")
    async def wissel(request: Request, naar: Wissel) -> Gewisseld:
        """Ask again until nothing is under way; then the old one can be ended."""
        if request.client is None or not _is_lokaal(request.client.host):
            # Where the figures are read from elsewhere, nobody there says where residents' messages go.
            raise HTTPException(403)
        return Gewisseld(onderweg=rasa.wissel(naar.adres))

    return router
