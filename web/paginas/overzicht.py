"""`/overzicht/{gesprek}`: a talk as a page to keep, to print or to take along. It works without JavaScript."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from actions.gesprek.blad import Blad, blad
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from web.api.modellen import is_token
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad
from web.paginas.overzicht_beeld import Mailstand, gegevens, paginawoorden
from web.paginas.overzicht_pdf import Drukkerij, TeDruk, maak_drukker
from web.paginas.sjablonen import WEB, maak_sjablonen
from web.paginas.statisch import Bestand
from web.paginas.verklein import kale_css

CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
BESTANDSNAAM = "rechtop-overzicht.pdf"
_STIJLEN = ("overzicht.css", "sommen.css")


def maak_overzicht(bronnen: Bronnen) -> APIRouter:
    """The page, the same as PDF, and its styles."""
    router = APIRouter(include_in_schema=False)
    sjablonen = maak_sjablonen(lstrip_blocks=True)
    drukkerij = Drukkerij(maak_drukker)

    def melding(sjabloon: str, status: int, gezien: Blad | None = None) -> HTMLResponse:
        gemeente = None if gezien is None else gezien.gemeente
        t = paginawoorden(bronnen.inhoud, gemeente, gezien)
        return _html(sjablonen, sjabloon, status, t=t, gemeente=gemeente)

    @router.get("/overzicht/{gesprek}")
    async def overzicht(gesprek: str, diensten: MetDiensten) -> HTMLResponse:
        try:
            gezien = await lees(bronnen, gesprek)
        except GesprekOnbekend:
            return melding("geen_overzicht.html", 404)
        pdf = f"/overzicht/{gesprek}/pdf" if await drukkerij.drukker() else None
        mail = await mailstand(diensten, gezien, gesprek)
        return _html(sjablonen, "overzicht.html", 200, **gegevens(bronnen.inhoud, gezien, gesprek, pdf, mail))

    @router.get("/overzicht/{gesprek}/pdf")
    async def als_pdf(gesprek: str) -> Response:
        try:
            gezien = await lees(bronnen, gesprek)
        except GesprekOnbekend:
            return melding("geen_overzicht.html", 404)
        drukker = await drukkerij.drukker()
        if drukker is None:
            return melding("geen_pdf.html", 404, gezien)
        html = sjablonen.get_template("overzicht_pdf.html").render(
            **gegevens(bronnen.inhoud, gezien, gesprek, None)
        )
        try:
            pdf = await drukker.druk(html)
        except TeDruk:
            antwoord = melding("pdf_druk.html", 503, gezien)
            antwoord.headers["Retry-After"] = "10"
            return antwoord
        naam = f'attachment; filename="{BESTANDSNAAM}"'
        return Response(pdf, media_type="application/pdf", headers={"Content-Disposition": naam})

    for naam in _STIJLEN:
        css = (WEB / "static" / naam).read_text(encoding="utf-8")
        bestand = Bestand.van(kale_css(css), "text/css; charset=utf-8")
        router.add_api_route(f"/static/{naam}", bestand.antwoord, methods=["GET"])
    return router


async def lees(bronnen: Bronnen, gesprek: str) -> Blad:
    """Raises GesprekOnbekend."""
    if not is_token(gesprek):
        raise GesprekOnbekend
    return await in_draad(blad, bronnen, gesprek_id(gesprek))


async def mailstand(diensten: Diensten, gezien: Blad, gesprek: str) -> Mailstand:
    """Only where the gemeente wants it, there is a mail server, and there is something to send."""
    if diensten.overzichtpost is None or not gezien.gemeente.overzicht_mail or not gezien.opening:
        return "uit"
    return "gedaan" if await in_draad(diensten.overzichtpost.is_gemaild, gesprek_id(gesprek)) else "mag"


def _html(sjablonen: Environment, naam: str, status: int, **waarden: object) -> HTMLResponse:
    html = sjablonen.get_template(naam).render(**waarden)
    return HTMLResponse(html, status, {"Content-Security-Policy": CSP})
