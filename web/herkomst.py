"""Which pages may talk to us: the origins that a gemeente allows, for its own talks only. Programs send no origin."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from web.draad import in_draad
from web.fouten import Probleem, antwoord

_API = "/api/"
_GESPREKKEN = "/api/v1/gesprekken"
_WEG = re.compile(rf"{_GESPREKKEN}/[^/]+/weg")
"""A page that is being left sends `Origin: null` when its own referrer policy says so (as that of our pages does). Who knows
the token may erase; a page that hides its name must be able to."""
_GEWEIGERD = "rechtop.herkomst_geweigerd"
_VOORAF = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "600",
}


def weiger_vreemd(scope: Scope, toegestaan: Collection[str]) -> None:
    """Raises Probleem (403) when the page that asks is not one of these, and not ours."""
    koppen = Headers(scope=scope)
    herkomst = koppen.get("origin")
    if herkomst is not None and not _van_ons(herkomst, koppen) and herkomst not in toegestaan:
        scope[_GEWEIGERD] = True
        raise Probleem(403, "herkomst")


def _van_ons(herkomst: str, koppen: Headers) -> bool:
    # Only the host: before a proxy that ends TLS, http here is https there.
    return bool(urlsplit(herkomst).netloc) and urlsplit(herkomst).netloc == koppen.get("host")


class Herkomst:
    """ASGI middleware: refuses foreign pages, answers preflights, and lets allowed pages read the answers (CORS)."""

    def __init__(self, app: ASGIApp, bronnen: Bronnen) -> None:
        self._app = app
        self._bronnen = bronnen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        koppen = Headers(scope=scope)
        herkomst = koppen.get("origin")
        pad: str = scope["path"]
        verborgen = herkomst == "null" and _WEG.fullmatch(pad) is not None
        if not pad.startswith(_API) or herkomst is None or verborgen or _van_ons(herkomst, koppen):
            await self._app(scope, receive, send)
            return
        vooraf = scope["method"] == "OPTIONS" and "access-control-request-method" in koppen
        if herkomst in await in_draad(self._toegestaan, pad):
            verder: ASGIApp = Response(status_code=204, headers=_VOORAF) if vooraf else self._app
            await verder(scope, receive, _met(send, scope, herkomst))
        elif vooraf or pad.startswith(_GESPREKKEN):
            await antwoord(self._bronnen.inhoud, Probleem(403, "herkomst"))(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _toegestaan(self, pad: str) -> set[str]:
        """The origins for this address: of an existing talk those of its gemeente, else those of any gemeente.

        Also for a talk that is gone: the page must be able to read that it is, and start a new one.
        """
        inhoud = self._bronnen.inhoud
        token = pad.removeprefix(f"{_GESPREKKEN}/").split("/")[0] if pad.startswith(f"{_GESPREKKEN}/") else ""
        slug = self._bronnen.opslag.gemeente(gesprek_id(token)) if token else None
        gemeente = inhoud.gemeente(slug) if slug else None
        if gemeente is not None:
            return set(gemeente.toegestane_herkomst)
        return {herkomst for een in inhoud.gemeenten().values() for herkomst in een.toegestane_herkomst}


def _met(send: Send, scope: Scope, herkomst: str) -> Send:
    async def verstuur(bericht: Message) -> None:
        if bericht["type"] == "http.response.start" and not scope.get(_GEWEIGERD):
            koppen = MutableHeaders(scope=bericht)
            koppen["Access-Control-Allow-Origin"] = herkomst
            koppen["Access-Control-Expose-Headers"] = "Retry-After"
            koppen.add_vary_header("Origin")
        await send(bericht)

    return verstuur
