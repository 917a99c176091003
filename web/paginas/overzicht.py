"""`/overzicht/{gesprek}`: a talk as a page to keep, to print or to take along. It works without JavaScript."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

from actions.gesprek.blad import Blad, blad
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from content.inhoud import Inhoud
from content.schema import Gemeente
from web.api.modellen import is_token
from web.draad import in_draad
from web.paginas import bedragen
from web.paginas.bundel import kale_css
from web.paginas.demo import telefoon_link
from web.paginas.sjablonen import WEB, inline, maak_sjablonen
from web.paginas.sommen import Woorden, gewerkt, vergeleken, woorden
from web.paginas.statisch import Bestand

CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_GEDEELD = frozenset({"naar_inhoud", "nep", "gemeente", "contact_bel", "contact_open"})
"""Words that stand on every page (`content/teksten/demo.yml`)."""
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def maak_overzicht(bronnen: Bronnen) -> APIRouter:
    """The page and its style."""
    router = APIRouter(include_in_schema=False)
    sjablonen = maak_sjablonen(lstrip_blocks=True)

    @router.get("/overzicht/{gesprek}")
    async def overzicht(gesprek: str) -> HTMLResponse:
        try:
            if not is_token(gesprek):
                raise GesprekOnbekend
            gezien = await in_draad(blad, bronnen, gesprek_id(gesprek))
        except GesprekOnbekend:
            return _html(
                sjablonen, "geen_overzicht.html", 404, t=_woorden(bronnen.inhoud, None), gemeente=None
            )
        return _html(sjablonen, "overzicht.html", 200, **_gegevens(bronnen.inhoud, gezien, gesprek))

    for naam in ("overzicht.css", "sommen.css"):
        router.add_api_route(f"/static/{naam}", _stijl(naam).antwoord, methods=["GET"])
    return router


def _html(sjablonen: Environment, naam: str, status: int, **gegevens: object) -> HTMLResponse:
    html = sjablonen.get_template(naam).render(**gegevens)
    return HTMLResponse(html, status, {"Content-Security-Policy": CSP})


def _gegevens(inhoud: Inhoud, gezien: Blad, gesprek: str) -> dict[str, object]:
    """Everything the template needs: words, and outcomes by what they are."""
    overzicht = gezien.overzicht

    def woord(naam: str) -> str:
        return inhoud.tekst(f"widget.{naam}", gemeente=gezien.gemeente)

    return {
        "t": _woorden(inhoud, gezien.gemeente),
        "gemeente": gezien.gemeente,
        "tel": telefoon_link(gezien.gemeente),
        "gemaakt": gezien.gemaakt,
        "verloopt": gezien.verloopt.astimezone(),
        "nog_vragen": gezien.nog_vragen,
        # Rendered with HTML switched off.
        "opening": Markup(_MARKDOWN.render(gezien.opening)),  # noqa: S704
        "groepen": {
            recht: [
                SimpleNamespace(u=u, bedrag=bedragen.bedrag(woord, u), heel_jaar=bedragen.heel_jaar(woord, u))
                for u in overzicht.uitkomsten
                if u.recht == recht
            ]
            for recht in ("waarschijnlijk_wel", "onbekend", "waarschijnlijk_niet")
        },
        "feiten": overzicht.feiten,
        "vergeleken": overzicht.vergelijking and vergeleken(inhoud, gezien.gemeente, overzicht.vergelijking),
        "agenda": f"/api/v1/gesprekken/{gesprek}/agenda",
        "gewerkt": overzicht.werken
        and gewerkt(inhoud, gezien.gemeente, overzicht.werken, overzicht.beeld, gezien.tekst),
    }


def _woorden(inhoud: Inhoud, gemeente: Gemeente | None) -> Woorden:
    """Words of this page and those that stand on every page."""
    eigen = woorden(inhoud, gemeente)

    def t(naam: str, **waarden: Any) -> Markup | str:
        return (
            inline(inhoud.tekst(f"demo.{naam}", gemeente=gemeente))
            if naam in _GEDEELD
            else eigen(naam, **waarden)
        )

    return t


def _stijl(naam: str) -> Bestand:
    css = (WEB / "static" / naam).read_text(encoding="utf-8")
    return Bestand.van(kale_css(css), "text/css; charset=utf-8")
