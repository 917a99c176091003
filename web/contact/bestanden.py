"""The style and the script of the contact pages."""

from __future__ import annotations

from fastapi import APIRouter

from web.paginas.sjablonen import WEB
from web.paginas.statisch import Bestand
from web.paginas.verklein import kale_css, verklein

_MAP = WEB / "static" / "contact"


def maak_bestanden() -> APIRouter:
    router = APIRouter(include_in_schema=False)
    css = Bestand.van(kale_css((_MAP / "contact.css").read_text(encoding="utf-8")), "text/css; charset=utf-8")
    js = Bestand.van(
        verklein((_MAP / "binnen.js").read_text(encoding="utf-8")), "text/javascript; charset=utf-8"
    )
    router.add_api_route("/static/contact/contact.css", css.antwoord, methods=["GET"])
    router.add_api_route("/static/contact/binnen.js", js.antwoord, methods=["GET"])
    return router
