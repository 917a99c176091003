"""`/overzicht/{gesprek}`: a talk as a page to keep, to print or to take along. It works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

from actions.contract_vergelijken import Vergelijking, Werken
from actions.gesprek import kromme_beeld
from actions.gesprek.blad import Blad, blad
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from content.inhoud import Inhoud
from content.opmaak import datum, euro, getal
from content.schema import Gemeente
from web.api.modellen import is_token
from web.draad import in_draad
from web.paginas import bedragen
from web.paginas.bundel import kale_css
from web.paginas.demo import telefoon_link
from web.paginas.sjablonen import WEB, inline, maak_sjablonen

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
    sjablonen.filters.update(euro=euro, datum=datum, getal=getal)
    stijl = _stijl(WEB / "static" / "overzicht.css")

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

    @router.get("/static/overzicht.css")
    def css() -> Response:
        return Response(stijl, media_type="text/css; charset=utf-8", headers={"Cache-Control": "no-cache"})

    return router


def _html(sjablonen: Environment, naam: str, status: int, **gegevens: object) -> HTMLResponse:
    html = sjablonen.get_template(naam).render(**gegevens)
    return HTMLResponse(html, status, {"Content-Security-Policy": CSP})


def _gegevens(inhoud: Inhoud, gezien: Blad, gesprek: str) -> dict[str, object]:
    """Everything the template needs: words, and outcomes by what they are."""
    overzicht = gezien.overzicht

    def woord(naam: str) -> str:
        return inhoud.tekst(f"widget.{naam}", gemeente=gezien.gemeente)

    vergelijking, werken = overzicht.vergelijking, overzicht.werken
    return {
        "t": _woorden(inhoud, gezien.gemeente),
        "w": lambda naam, **waarden: bedragen.vul(woord, naam, **waarden),
        "k": lambda naam, **waarden: gezien.tekst(f"kromme.{naam}", **waarden),
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
        "vergelijking": vergelijking,
        "anders": []
        if vergelijking is None
        else [
            SimpleNamespace(v=v, cellen=bedragen.cellen(woord, v))
            for v in vergelijking.verschillen
            if not bedragen.blijft_gelijk(v)
        ],
        "gelijk": []
        if vergelijking is None
        else [v.titel for v in vergelijking.verschillen if bedragen.blijft_gelijk(v)],
        "verschil": lambda anders: bedragen.verschil(woord, anders),
        "agenda": f"/api/v1/gesprekken/{gesprek}/agenda" if _heeft_datum(vergelijking) else None,
        "werken": werken,
        # Made by us: shapes and escaped words only.
        "beeld": Markup(overzicht.beeld) if overzicht.beeld else None,  # noqa: S704
        "tabel": None if werken is None else kromme_beeld.tabel(werken),
        "plekken": [] if werken is None else kromme_beeld.plekken(werken),
        "zinnen": [] if werken is None else kromme_beeld.zinnen(gezien.tekst, werken),
        "tijdelijk": [] if werken is None else list(_tijdelijk(inhoud, werken)),
        "over_het_geheel": []
        if werken is None
        else [een.tekst for een in werken.let_op if kromme_beeld.over_het_geheel(een)],
    }


def _heeft_datum(vergelijking: Vergelijking | None) -> bool:
    if vergelijking is None:
        return False
    dagen = [m.uiterlijk for m in vergelijking.melden] + [n.uiterlijk for n in vergelijking.nieuw_aanvragen]
    return any(dagen)


def _tijdelijk(inhoud: Inhoud, werken: Werken) -> Iterator[str]:
    """A sentence per stretch of months, over all hours that have it."""
    for maanden in sorted({een.tot_en_met_maand for een in werken.tijdelijk}):
        samen = [een for een in werken.tijdelijk if een.tot_en_met_maand == maanden and een.extra > 0]
        if samen:
            yield inhoud.tekst(
                "overzichtpagina.eerste_maanden",
                aantal=maanden,
                van=min(een.uren for een in samen),
                tot=max(een.uren for een in samen),
                laag=round(min(een.extra for een in samen)),
                hoog=round(max(een.extra for een in samen)),
            )


def _woorden(inhoud: Inhoud, gemeente: Gemeente | None) -> object:
    """Words of `content/teksten/overzichtpagina.yml`, with simple Markdown as inline HTML."""

    def t(naam: str, **waarden: Any) -> Markup:
        id_ = f"demo.{naam}" if naam in _GEDEELD else f"overzichtpagina.{naam}"
        return inline(inhoud.tekst(id_, gemeente=gemeente, **waarden))

    return t


def _stijl(pad: Path) -> bytes:
    return kale_css(pad.read_text(encoding="utf-8")).encode()
