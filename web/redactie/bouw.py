"""The rooms of `/redactie` together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.responses import RedirectResponse, Response

from actions.gesprek.bronnen import Bronnen
from web.draad import in_draad
from web.instellingen import Instellingen
from web.paginas.sjablonen import WEB
from web.paginas.statisch import Bestand
from web.redactie.bijhouden import nakijken
from web.redactie.huis import Redactie, maak_huis
from web.redactie.kamer import MAG_SCHRIJVEN
from web.redactie.lokaal import pagina as lokaal
from web.redactie.meekijken import voorbeeld
from web.redactie.publiceren import bekijk, botsing, conceptenlijst, geschiedenis
from web.redactie.schrijven import bewerken, onderwerpen
from web.redactie.verstaan import probeer, trainen, zinnen
from web.toegang.bladen import Bladen
from web.toegang.wie import Geweigerd

_KAMERS: tuple[Callable[[APIRouter, Bladen, Redactie], None], ...] = (
    onderwerpen.voeg_toe,
    bewerken.voeg_toe,
    lokaal.voeg_toe,
    nakijken.voeg_toe,
    probeer.voeg_toe,
    zinnen.voeg_toe,
    voorbeeld.voeg_toe,
    conceptenlijst.voeg_toe,
    bekijk.voeg_toe,
    botsing.voeg_toe,
    geschiedenis.voeg_toe,
    trainen.voeg_toe,
)
"""Each adds its own pages. Order matters where one address could be read as another."""
_SCRIPTS = ("htmx.min.js", "bewerken.js", "proef.js")


def maak_redactie(bladen: Bladen, instellingen: Instellingen, bronnen: Bronnen) -> APIRouter:
    redactie = maak_huis(instellingen, bronnen)

    @asynccontextmanager
    async def leven(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            if redactie is not None:
                await in_draad(redactie.keurder.sluit)

    router = APIRouter(include_in_schema=False, lifespan=leven)
    if redactie is None:
        for pad in ("/redactie", "/redactie/{rest:path}"):
            router.add_api_route(pad, _dicht, dependencies=[MAG_SCHRIJVEN])
        return router

    @router.get("/redactie", dependencies=[MAG_SCHRIJVEN])
    async def begin() -> Response:
        return RedirectResponse("/redactie/onderwerpen", 303)

    for kamer in _KAMERS:
        kamer(router, bladen, redactie)
    for naam in _SCRIPTS:
        script = Bestand.van(
            (WEB / "static" / "redactie" / naam).read_text(encoding="utf-8"), "text/javascript"
        )
        router.add_api_route(f"/static/redactie/{naam}", script.antwoord, methods=["GET"])
    return router


async def _dicht() -> Response:
    """Raises Geweigerd: this house has no content that can be changed on screens."""
    raise Geweigerd(503, "geen_bewaarplaats")
