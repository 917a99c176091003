"""The outermost layer: security headers on every answer, one line in the log per request, no exception gets out.

The log gets the template of the route, never the path (a token is in it) and never what an exception says.
"""

from __future__ import annotations

import logging
import time
import traceback
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from content.inhoud import Inhoud
from web.fouten import Probleem, antwoord
from web.tellers import Tellers

_log = logging.getLogger("rechtop.web")

KOPPEN = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
        "Cache-Control": "no-store",
    }
)
"""On every answer, unless the answer has its own; one that is empty there is left out."""


class Koppen:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, inhoud: Inhoud, tellers: Tellers) -> None:
        self._app = app
        self._inhoud = inhoud
        self._tellers = tellers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin = time.perf_counter()
        status: int | None = None

        async def verstuur(bericht: Message) -> None:
            nonlocal status
            if bericht["type"] == "http.response.start":
                status = bericht["status"]
                koppen = MutableHeaders(scope=bericht)
                for naam, waarde in KOPPEN.items():
                    if not koppen.setdefault(naam, waarde):
                        del koppen[naam]
            await send(bericht)

        try:
            await self._app(scope, receive, verstuur)
        except Exception as fout:
            plaatsen = "".join(traceback.format_tb(fout.__traceback__))
            _log.error("%s\n%s", type(fout).__name__, plaatsen)
            if status is None:
                await antwoord(self._inhoud, Probleem(500, "kapot"))(scope, receive, verstuur)
        finally:
            self._noteer(scope, status, time.perf_counter() - begin)

    def _noteer(self, scope: Scope, status: int | None, duur: float) -> None:
        route = getattr(scope.get("route"), "path", None) or "-"
        methode = scope["method"] if scope["method"] in _METHODEN else "-"
        _log.info("%s %s %s %.0f ms", methode, route, status, duur * 1000)
        self._tellers.verzoeken.labels(methode=methode, route=route, status=str(status)).inc()
        self._tellers.duur.labels(methode=methode, route=route).observe(duur)


_METHODEN = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
