"""`/overzicht/{gesprek}/mail`: the outcome to the resident's own e-mail address. It works without JavaScript.

The address stands on the screen of who typed it and in the mail, and nowhere else.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from dataclasses import dataclass, field

from anyio import CapacityLimiter, move_on_after, to_thread
from fastapi import APIRouter, Request, Response

from actions.gesprek.blad import Blad
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from actions.overdracht.aanvraag import is_email
from actions.overdracht.overzichtpost import AlGemaild, NogBezig, Overzichtpost, TeVaak
from actions.overdracht.post import NietVerstuurd
from actions.schoon import schoon
from web.diensten import Diensten, MetDiensten
from web.fouten import Probleem
from web.paginas.overzicht import lees, mailstand
from web.paginas.overzicht_beeld import mailwoorden
from web.paginas.overzicht_brief import Brief, brief
from web.paginas.zelfcheck import adres as gespreksadres
from web.paginas.zelfcheck_pagina import Paginas
from web.paginas.zelfcheck_vorm import id_van, velden, weiger_vreemd_formulier

_log = logging.getLogger("rechtop.web")

TEGELIJK = 4
"""Mails that are being sent; each holds a thread for as long as the mail server takes."""
WACHT_SECONDEN = 8.0
"""For a turn; then it is too busy."""
BEZIG_SECONDEN = 25.0
"""How long a second click waits for what became of the first."""
_KIJK_ELKE = 0.25


class _Druk(Exception):
    """No turn came in time."""


@dataclass(frozen=True, slots=True)
class _Mis:
    """Why nothing was sent: the name of its words, and the answer."""

    naam: str
    status: int
    koppen: dict[str, str] = field(default_factory=dict)


def maak_overzichtmail(bronnen: Bronnen) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    paginas = Paginas(bronnen)
    plaatsen = CapacityLimiter(TEGELIJK)

    def pagina(
        wat: str,
        gezien: Blad,
        gesprek: str,
        *,
        status: int = 200,
        koppen: dict[str, str] | None = None,
        getypt: str = "",
        fout: str | None = None,
    ) -> Response:
        return paginas.geef(
            "overzicht_mail.html",
            gezien.gemeente,
            status=status,
            koppen=koppen,
            wat=wat,
            m=mailwoorden(gezien),
            naar=gespreksadres(gezien.gemeente.slug, gesprek),
            terug=f"/overzicht/{gesprek}",
            brief=brief(bronnen.inhoud, gezien) if wat == "vorm" else None,
            id=uuid.uuid4().hex,
            getypt=getypt,
            fout=fout,
        )

    @router.get("/overzicht/{gesprek}/mail")
    async def vraag(gesprek: str, diensten: MetDiensten) -> Response:
        gezien = await lees(bronnen, gesprek)
        stand = await mailstand(diensten, gezien, gesprek)
        if stand == "uit":
            raise Probleem(404, "niet_gevonden")
        return pagina("al" if stand == "gedaan" else "vorm", gezien, gesprek)

    @router.post("/overzicht/{gesprek}/mail")
    async def stuur(gesprek: str, request: Request, diensten: MetDiensten) -> Response:
        gezien = await lees(bronnen, gesprek)
        weiger_vreemd_formulier(request.scope, gezien.gemeente)
        gestuurd = await velden(request)
        post = diensten.overzichtpost
        if post is None or await mailstand(diensten, gezien, gesprek) == "uit":
            raise Probleem(404, "niet_gevonden")
        getypt = schoon(gestuurd.get("email", [""])[-1])
        client_id = id_van(gestuurd)

        def mis(woorden: str, status: int, koppen: dict[str, str] | None = None) -> Response:
            return pagina("vorm", gezien, gesprek, status=status, koppen=koppen, getypt=getypt, fout=woorden)

        fout = _mis_getypt(getypt)
        if fout is None:
            try:
                diensten.grenzen.overzichtmail(diensten.adres(request))
                fout = await _stuur(post, plaatsen, diensten, gezien, (gesprek, client_id, getypt))
            except Probleem as probleem:
                return mis(paginas.fout(probleem, gezien.gemeente), probleem.status, probleem.koppen)
            except AlGemaild:
                return pagina("al", gezien, gesprek, status=409)
        if fout is None:
            return pagina("klaar", gezien, gesprek, getypt=getypt)
        return mis(gezien.tekst(f"overzichtmail.fout.{fout.naam}"), fout.status, fout.koppen)

    return router


def _mis_getypt(getypt: str) -> _Mis | None:
    if not getypt:
        return _Mis("leeg", 422)
    return None if is_email(getypt) else _Mis("vorm", 422)


async def _stuur(
    post: Overzichtpost,
    plaatsen: CapacityLimiter,
    diensten: Diensten,
    gezien: Blad,
    wat: tuple[str, str, str],
) -> _Mis | None:
    """Send, and say what went wrong; None: it is on its way. Raises AlGemaild, GesprekOnbekend."""
    gesprek, client_id, getypt = wat
    te_sturen = brief(diensten.bronnen.inhoud, gezien)
    try:
        await _om_de_beurt(post, plaatsen, (gesprek_id(gesprek), client_id, getypt), te_sturen)
    except TeVaak:
        return _Mis("te_vaak", 429)
    except (_Druk, NogBezig):
        return _Mis("druk", 503, {"Retry-After": "10"})
    except NietVerstuurd as fout:
        diensten.tellers.overzichtmail.labels(wat="mislukt").inc()
        _log.warning("an overview could not be mailed (%s): %s", gezien.gemeente.slug, fout.reden)
        return _Mis("geweigerd", 422) if fout.adres_geweigerd else _Mis("niet_gelukt", 502)
    diensten.tellers.overzichtmail.labels(wat="verstuurd").inc()
    return None


async def _om_de_beurt(
    post: Overzichtpost, plaatsen: CapacityLimiter, wie: tuple[str, str, str], te_sturen: Brief
) -> None:
    """In a thread, a few at a time. A second click gets what became of the first."""
    plaats = object()
    with move_on_after(WACHT_SECONDEN) as gewacht:
        await plaatsen.acquire_on_behalf_of(plaats)
    if gewacht.cancelled_caught:
        raise _Druk
    try:
        tot = asyncio.get_running_loop().time() + BEZIG_SECONDEN
        while True:
            try:
                # Not left behind when the resident goes away: what was sent must be noted.
                await to_thread.run_sync(lambda: post.stuur(*wie, te_sturen.onderwerp, te_sturen.tekst))
                return
            except NogBezig:
                if asyncio.get_running_loop().time() > tot:
                    raise
            await asyncio.sleep(_KIJK_ELKE)
    finally:
        plaatsen.release_on_behalf_of(plaats)
