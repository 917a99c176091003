"""An error at the address of a page is a page: a resident who fills in a plain form never sees problem+json.

What was typed is not lost: the page holds it, ready to be sent again.
"""

from __future__ import annotations

import json
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.fouten import MEDIATYPE
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck_pagina import VAN_WIDGET, WACHT_MAX, Paginas, csp
from web.paginas.zelfcheck_vorm import VELDEN_MEEST, is_formulier, ontleed

_PAGINAS = re.compile(r"/(?:zelfcheck|verder|overzicht|contact|intrekken)(?:/|$)")
_GEMEENTE = re.compile(r"/zelfcheck/([^/]+)")
_API = "/api/"
_NOG_EENS = frozenset({429, 500, 503})
"""Errors that pass: the same form may well work in a while."""
_LEES_MAX = 16 * 1024
"""Bytes of a form that are kept for the page."""
_MEE = (
    *("id", "gezien", "keuze", "vak", "wijzig", "gedeeld", "code", "tekst"),
    *(
        "stap",
        "onderwerp",
        "naam",
        "telefoon",
        "email",
        "beste_moment",
        "bericht",
        "delen",
        "versie",
        "kenmerk",
    ),
)
_CONTACT = "/contact/"


class Foutpagina:
    """ASGI middleware, the outermost: turns a problem into a page."""

    def __init__(self, app: ASGIApp, bronnen: MetInhoud) -> None:
        self._app = app
        self._paginas = Paginas(bronnen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_pagina(scope):
            await self._app(scope, receive, send)
            return
        await _Vertaling(self._paginas, scope, receive, send).doe(self._app)


def _is_pagina(scope: Scope) -> bool:
    pad: str = scope["path"]
    if _PAGINAS.match(pad):
        return True
    return not pad.startswith(_API) and "text/html" in Headers(scope=scope).get("accept", "")


class _Vertaling:
    """One request."""

    def __init__(self, paginas: Paginas, scope: Scope, receive: Receive, send: Send) -> None:
        self._paginas = paginas
        self._scope = scope
        self._receive = receive
        self._send = send
        self._gelezen = bytearray()
        self._alles_gelezen = False
        self._begin: Message | None = None
        self._probleem = bytearray()

    async def doe(self, app: ASGIApp) -> None:
        await app(self._scope, self._ontvang, self._verstuur)

    async def _ontvang(self) -> Message:
        bericht = await self._receive()
        if bericht["type"] == "http.request":
            deel = bericht.get("body", b"")
            self._gelezen += deel[: max(0, _LEES_MAX + 1 - len(self._gelezen))]
            self._alles_gelezen = not bericht.get("more_body", False)
        else:
            self._alles_gelezen = True
        return bericht

    async def _verstuur(self, bericht: Message) -> None:
        if bericht["type"] == "http.response.start":
            if Headers(raw=bericht["headers"]).get("content-type", "").startswith(MEDIATYPE):
                self._begin = bericht
                return
        elif self._begin is not None:
            self._probleem += bericht.get("body", b"")
            if not bericht.get("more_body", False):
                await self._geef(self._begin)
            return
        await self._send(bericht)

    async def _geef(self, begin: Message) -> None:
        probleem = json.loads(self._probleem)
        status = int(begin["status"])
        koppen = MutableHeaders(raw=begin["headers"])
        slug = _GEMEENTE.match(self._scope["path"])
        gemeente = self._paginas.inhoud.gemeente(slug[1]) if slug else None
        later = koppen.get("retry-after", "")
        velden = await self._velden() if status in _NOG_EENS or probleem["code"] == "gesprek_onbekend" else {}
        pagina = self._paginas.geef(
            "zelfcheck_fout.html",
            gemeente,
            status=status,
            kop=probleem["title"],
            tekst=probleem["detail"],
            straks=int(later) if later.isdigit() and int(later) <= WACHT_MAX else None,
            naar=self._hier if status in _NOG_EENS else None,
            is_formulier=bool(velden),
            velden=[(naam, waarde) for naam in _MEE if naam != "tekst" for waarde in velden.get(naam, ())],
            getypt=" ".join(velden.get("tekst", velden.get("bericht", ()))),
            met_veld="tekst" in velden,
        )
        for naam in ("content-type", "content-length", "content-security-policy"):
            koppen[naam] = pagina.headers[naam]
        if self._in_kader:
            # Which gemeente it is about is not known here: any of them may show what went wrong.
            van = self._paginas.inhoud.gemeenten().values()
            herkomst = sorted({een for deze in van for een in deze.toegestane_herkomst})
            koppen["content-security-policy"] = csp(kader=" ".join(("'self'", *herkomst)))
            del koppen["x-frame-options"]
        await self._send({**begin, "headers": koppen.raw})
        await self._send({"type": "http.response.body", "body": pagina.body})

    @property
    def _in_kader(self) -> bool:
        """A page that the chat window frames."""
        pad: str = self._scope["path"]
        return pad.startswith(_CONTACT) and bool(self._scope["query_string"] == VAN_WIDGET.encode())

    @property
    def _hier(self) -> str:
        return str(self._scope["path"]) + (f"?{VAN_WIDGET}" if self._in_kader else "")

    async def _velden(self) -> dict[str, list[str]]:
        """What the form held; empty when it was no form, or is too large to hold on to."""
        if self._scope["method"] != "POST" or not is_formulier(Headers(scope=self._scope)):
            return {}
        while not self._alles_gelezen and len(self._gelezen) <= _LEES_MAX:
            await self._ontvang()
        try:
            return {} if len(self._gelezen) > _LEES_MAX else ontleed(bytes(self._gelezen), VELDEN_MEEST)
        except ValueError:
            return {}
