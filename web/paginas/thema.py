"""`/static/thema/{slug}.css`: the colours of a gemeente's file, for every page that speaks for it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from content.schema import Gemeente
from web.paginas.sjablonen import MetInhoud
from web.paginas.statisch import Bestand

CSS = "text/css; charset=utf-8"


def maak_thema(bronnen: MetInhoud) -> APIRouter:
    """The route. Made anew for every request: an edited colour is live at once. Unknown gemeente: 404."""
    router = APIRouter(include_in_schema=False)

    @router.get("/static/thema/{slug}.css")
    def thema(slug: str, request: Request) -> Response:
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            raise HTTPException(404)
        return Bestand.van(thema_css(gemeente), CSS).antwoord(request)

    return router


def thema_css(gemeente: Gemeente) -> str:
    """The `--rechtop-*` of the gemeente on `:root`. Names and values were checked when its file was read."""
    regels = "".join(f"{naam}:{waarde};" for naam, waarde in gemeente.kleuren.items())
    return f":root{{{regels}}}\n"
