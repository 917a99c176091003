"""The check in a frame on a page of the gemeente: the page inside the frame, and the script that places the button.

Only pages of origins in the gemeente's file may frame it (CSP `frame-ancestors`); see docs/besluiten/0030-venster.md.
"""

from __future__ import annotations

import json

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from content.inhoud import Inhoud
from content.schema import Gemeente
from web.paginas.sjablonen import WEB, MetInhoud, maak_sjablonen
from web.paginas.statisch import Bestand
from web.paginas.verklein import kale_css, verklein

JS, CSS = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
_MAP = WEB / "static" / "venster"
_PLEK = 'JSON.parse("{}")'
"""In knop.js: what becomes the words and colours of one gemeente."""
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)


def maak_venster(bronnen: MetInhoud) -> APIRouter:
    """`/venster/{gemeente}`, `/venster/{gemeente}.js` and their files."""
    router = APIRouter(include_in_schema=False)
    sjabloon = maak_sjablonen().get_template("venster.html")
    stijl = kale_css(_lees("knop.css"))
    script = verklein(_lees("knop.js"))
    if script.count(_PLEK) != 1:
        raise ValueError(f"knop.js has no single {_PLEK}")
    vast = {
        "/static/venster/knop.css": Bestand.van(stijl, CSS),
        "/static/venster/blad.css": Bestand.van(kale_css(_lees("blad.css")), CSS),
        "/static/venster/binnen.js": Bestand.van(verklein(_lees("binnen.js")), JS),
    }

    @router.get("/venster/{slug}.js")
    def knop(slug: str, request: Request) -> Response:
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            raise HTTPException(404)
        gegevens = knop_gegevens(bronnen.inhoud, gemeente) | {"stijl": stijl}
        return Bestand.van(script.replace(_PLEK, json.dumps(gegevens)), JS).antwoord(request)

    @router.get("/venster/{slug}")
    def venster(slug: str) -> HTMLResponse:
        inhoud = bronnen.inhoud
        gemeente = inhoud.gemeente(slug)
        # A wrong name must be read by who typed it, on whatever page of a gemeente that is.
        van = [gemeente] if gemeente else inhoud.gemeenten().values()
        herkomst = sorted({een for deze in van for een in deze.toegestane_herkomst})

        def t(naam: str) -> str:
            return inhoud.tekst(naam, gemeente=gemeente)

        html = sjabloon.render(t=t, gemeente=gemeente, herkomst=" ".join(herkomst))
        koppen = {
            "Content-Security-Policy": _CSP + " ".join(["'self'", *herkomst]),
            "X-Frame-Options": "",
            "Cache-Control": "no-cache",
        }
        return HTMLResponse(html, 200 if gemeente else 404, koppen)

    @router.get("/static/venster/{naam}")
    def bestand(naam: str, request: Request) -> Response:
        gevonden = vast.get(f"/static/venster/{naam}")
        if gevonden is None:
            raise HTTPException(404)
        return gevonden.antwoord(request)

    return router


def knop_gegevens(inhoud: Inhoud, gemeente: Gemeente) -> dict[str, object]:
    """What knop.js knows of one gemeente (`Gegevens` there, without its style)."""
    woorden = {
        "knop": "widget.knop_open",
        "titel": "widget.titel",
        "sluiten": "widget.sluiten",
        "laden": "insluiten.laden",
        "eigen_pagina": "insluiten.eigen_pagina",
    }
    return {
        "gemeente": gemeente.slug,
        **{naam: inhoud.tekst(id, gemeente=gemeente) for naam, id in woorden.items()},
        "herkomst": list(gemeente.toegestane_herkomst),
        "snel_weg": gemeente.contact.snel_weg,
        "kleuren": dict(gemeente.kleuren),
    }


def _lees(naam: str) -> str:
    return (_MAP / naam).read_text(encoding="utf-8")
