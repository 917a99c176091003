"""The demo page of a gemeente that does not exist, and the files of the widget."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from content.inhoud import Inhoud
from content.schema import Gemeente
from web.paginas.bundel import bundel
from web.paginas.sjablonen import WEB, MetInhoud, inline, maak_sjablonen, nummer
from web.paginas.statisch import OPENBAAR, Bestand
from web.paginas.thema import maak_thema
from web.paginas.venster import maak_venster
from web.paginas.verklein import kale_css, verklein
from web.paginas.voorbeeld import maak_voorbeeld

DEMO = "voorbeeldstad"
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_GROEP = "widget."
_VAN_DE_KROMME = ("uren", "totaal", "netto_loon", "uitkering", "toeslagen", "gemeente", "kosten", "nu_merk")
"""The words of `content/teksten/kromme.yml` that the window needs beside the picture."""


def maak_router(bronnen: MetInhoud) -> APIRouter:
    """`/`, the colours of a gemeente and the files of the widget and of these pages."""
    router = APIRouter(include_in_schema=False)
    router.include_router(maak_thema(bronnen))
    router.include_router(maak_venster(bronnen))
    router.include_router(maak_voorbeeld(bronnen, DEMO))
    router.include_router(maak_widget(bronnen))
    sjablonen = maak_sjablonen()

    @router.get("/")
    def demo() -> HTMLResponse:
        gemeente = bronnen.inhoud.gemeente(DEMO)
        t = partial(_tekst, bronnen.inhoud, gemeente)
        html = sjablonen.get_template("demo.html").render(
            t=t, gemeente=gemeente, tel=telefoon_link(gemeente), demo=DEMO
        )
        return HTMLResponse(html, 200, {"Content-Security-Policy": CSP, "Cache-Control": "no-cache"})

    return router


def maak_widget(bronnen: MetInhoud) -> APIRouter:
    """What the widget asks for: its words and its files."""
    router = APIRouter(include_in_schema=False)

    @router.get("/widget-teksten.json")
    def widget_teksten(gemeente: str, request: Request) -> Response:
        gegevens = bronnen.inhoud.gemeente(gemeente)
        if gegevens is None:
            # Readable on the page of who typed the name wrong.
            raise HTTPException(404, headers=OPENBAAR)
        inhoud = json.dumps(widget_woorden(bronnen.inhoud, gegevens), ensure_ascii=False)
        return Bestand.van(inhoud, "application/json").antwoord(request)

    for adres, bestand in _bestanden().items():
        router.add_api_route(adres, _geef(bestand), methods=["GET"])
    return router


def widget_woorden(inhoud: Inhoud, gemeente: Gemeente) -> dict[str, object]:
    """Everything the widget needs to speak for this gemeente: all texts of `content/teksten/widget.yml`, filled in."""
    namen = [id for id in inhoud.teksten() if id.startswith(_GROEP)]
    return {
        "teksten": {id.removeprefix(_GROEP): inhoud.tekst(id, gemeente=gemeente) for id in namen}
        | {f"kromme_{naam}": inhoud.tekst(f"kromme.{naam}", gemeente=gemeente) for naam in _VAN_DE_KROMME},
        "gemeente": {
            "slug": gemeente.slug,
            "naam": gemeente.naam,
            "telefoon": gemeente.contact.telefoon,
            "telefoon_link": telefoon_link(gemeente),
            "kleuren": dict(gemeente.kleuren),
            "snel_weg": gemeente.contact.snel_weg,
            "neemt_over": gemeente.neemt_over,
        },
        "herkomst": list(gemeente.toegestane_herkomst),
    }


def telefoon_link(gemeente: Gemeente | None) -> str | None:
    """`tel:` address of the gemeente's number as people write it."""
    return None if gemeente is None else "tel:" + nummer(gemeente.contact.telefoon)


def _tekst(inhoud: Inhoud, gemeente: Gemeente | None, naam: str) -> Markup:
    """A text of `content/teksten/demo.yml`."""
    return inline(inhoud.tekst(f"demo.{naam}", gemeente=gemeente))


@cache
def _bestanden() -> Mapping[str, Bestand]:
    """Made once: making a script small costs a second."""
    statisch = WEB / "static"
    js, css = "text/javascript; charset=utf-8", "text/css; charset=utf-8"

    def lees(naam: str) -> str:
        maak = kale_css if naam.endswith(".css") else verklein
        return maak((statisch / naam).read_text(encoding="utf-8"))

    return {
        "/widget.js": Bestand.van(lees("widget.js"), js),
        "/widget/element.js": Bestand.van(bundel(statisch / "widget", "element"), js),
        "/widget.css": Bestand.van(lees("widget.css"), css),
        "/static/demo.css": Bestand.van(lees("demo.css"), css),
        "/static/pagina.css": Bestand.van(lees("pagina.css"), css),
        "/static/voorbeeld.css": Bestand.van(lees("voorbeeld.css"), css),
        "/static/wapen.svg": Bestand.van((statisch / "wapen.svg").read_text("utf-8"), "image/svg+xml"),
    }


def _geef(bestand: Bestand) -> Callable[[Request], Response]:
    def geef(request: Request) -> Response:
        return bestand.antwoord(request)

    return geef
