"""What an address may send: how often, and how much at once. Both before anything is read or parsed."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from content.inhoud import Inhoud
from web.fouten import Probleem, antwoord
from web.grenzen import Grenzen, adres_van
from web.instellingen import Instellingen

_TEKSTEN = "/redactie/"
"""Here editors send whole files."""
_TEKSTEN_MAX = 512 * 1024


class Poort:
    """ASGI middleware: 429 for an address that asks too often, 413 for a body that is too large."""

    def __init__(self, app: ASGIApp, instellingen: Instellingen, inhoud: Inhoud, grenzen: Grenzen) -> None:
        self._app = app
        self._instellingen = instellingen
        self._inhoud = inhoud
        self._grenzen = grenzen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            self._grenzen.verzoek(adres_van(scope, self._instellingen.proxies))
            lichaam = await self._lees(Headers(scope=scope), receive, self._hoogstens(scope["path"]))
        except Probleem as fout:
            await antwoord(self._inhoud, fout)(scope, receive, send)
            return
        await self._app(scope, _opnieuw(lichaam, receive), send)

    def _hoogstens(self, pad: str) -> int:
        gewoon = self._instellingen.lichaam_max
        return max(gewoon, _TEKSTEN_MAX) if pad.startswith(_TEKSTEN) else gewoon

    async def _lees(self, koppen: Headers, receive: Receive, hoogstens: int) -> bytes:
        te_groot = Probleem(413, "te_groot", koppen={"Connection": "close"})
        lengte = koppen.get("content-length", "0")
        if not lengte.isdigit() or int(lengte) > hoogstens:
            raise te_groot
        delen = bytearray()
        while True:
            bericht = await receive()
            delen += bericht.get("body", b"")
            if len(delen) > hoogstens:
                raise te_groot
            if not bericht.get("more_body", False):
                return bytes(delen)


def _opnieuw(lichaam: bytes, receive: Receive) -> Receive:
    gegeven = False

    async def ontvang() -> Message:
        nonlocal gegeven
        if gegeven:
            return await receive()
        gegeven = True
        return {"type": "http.request", "body": lichaam, "more_body": False}

    return ontvang
