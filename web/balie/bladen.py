"""The pages of `/balie`: the list of requests, one request, and what can be done with it. Everything works without JavaScript."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from actions.overdracht.codes import is_kenmerk
from actions.overdracht.postvak import Anders, Beller, Vraag, Weg
from web.balie.werk import DADEN, PER_BLAD, Daad, Werk
from web.balie.woorden import Klok, reden, weg_kop
from web.draad import in_draad
from web.getal import getal
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, Geweigerd, MetMedewerker

Ik = Annotated[Aangemeld, Depends(MetMedewerker("balie"))]
_TOON = "afgehandeld"
_BLIJFT = frozenset({"neem"})
"""After these one goes on with the same request; after all others with the list."""


def maak_balie(bladen: Bladen, werk: Werk) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    def geef(sjabloon: str, ik: Aangemeld, status: int = 200, **gegevens: Any) -> Response:
        gemeente = bladen.inhoud.gemeente(ik.wie.gemeente)
        klok = Klok(bladen.woorden(gemeente, "balie"), ik.toegang.nu())
        return bladen.geef(
            sjabloon, ik, hier="balie", kamer="balie", status=status, klok=klok, reden=reden, **gegevens
        )

    async def eigen(ik: Aangemeld, kenmerk: str) -> None:
        """It is, or was, a request of the own gemeente. Raises Geweigerd (404)."""
        gemeente = await in_draad(werk.gemeente_van, kenmerk) if is_kenmerk(kenmerk) else None
        if gemeente is None:
            raise Geweigerd(404, "weg")
        ik.eis_gemeente(gemeente)

    async def blad_van(ik: Aangemeld, kenmerk: str, *, anders: bool = False) -> Response:
        """The request, opened. `anders`: what was asked is not done, because somebody else was first."""
        eerder = await in_draad(werk.laatste, kenmerk) if anders else None
        geopend = await in_draad(werk.open, ik.wie, kenmerk)
        return geef(
            "vraag.html",
            ik,
            409 if anders else 200,
            geopend=geopend,
            mijn=geopend.rij.vraag.is_van(_beller(ik)),
            anders=anders,
            eerder=eerder,
        )

    def is_weg(ik: Aangemeld, weg: Weg) -> Response:
        return geef("weg.html", ik, 404, kop=weg_kop(weg.stand))

    @router.get("/balie")
    async def lijst(ik: Ik, request: Verzoek) -> Response:
        afgehandeld = request.query_params.get("toon") == _TOON
        blad = getal(request.query_params.get("blad", "")) or 1
        uit = await in_draad(werk.lijst, ik.wie, blad, afgehandeld=afgehandeld)
        gedaan = request.query_params.get("gedaan")
        return geef(
            "lijst.html",
            ik,
            lijst=uit,
            afgehandeld=afgehandeld,
            blad=min(blad, uit.bladen),
            per_blad=PER_BLAD,
            gedaan=gedaan if gedaan in DADEN else None,
        )

    @router.get("/balie/{kenmerk}")
    async def vraag(ik: Ik, kenmerk: str) -> Response:
        await eigen(ik, kenmerk)
        try:
            return await blad_van(ik, kenmerk)
        except Weg as weg:
            return is_weg(ik, weg)

    @router.get("/balie/{kenmerk}/wissen")
    async def zeker_weten(ik: Ik, kenmerk: str) -> Response:
        await eigen(ik, kenmerk)
        try:
            deze = await in_draad(werk.kijk, ik.wie, kenmerk)
        except Weg as weg:
            return is_weg(ik, weg)
        if not _mag_wissen(deze, ik):
            return await blad_van(ik, kenmerk, anders=True)
        return geef("wissen.html", ik, vraag=deze)

    @router.post("/balie/{kenmerk}/gezien")
    async def gezien(ik: Ik, kenmerk: str) -> Response:
        await eigen(ik, kenmerk)
        await in_draad(werk.leg_weg, ik.wie, kenmerk)
        return RedirectResponse("/balie", 303)

    def doet(daad: Daad) -> Callable[..., Awaitable[Response]]:
        async def doe(ik: Ik, kenmerk: str) -> Response:
            await eigen(ik, kenmerk)
            try:
                try:
                    await in_draad(werk.doe, ik.wie, kenmerk, daad, ik.getal("versie"))
                except Anders:
                    eerder = await in_draad(werk.laatste, kenmerk)
                    # The same button pressed twice is one press.
                    if eerder is None or (eerder.medewerker, eerder.soort) != (ik.wie.id, DADEN[daad]):
                        return await blad_van(ik, kenmerk, anders=True)
            except Weg as weg:
                return is_weg(ik, weg)
            return RedirectResponse(f"/balie/{kenmerk}" if daad in _BLIJFT else f"/balie?gedaan={daad}", 303)

        return doe

    for daad in DADEN:
        router.add_api_route(f"/balie/{{kenmerk}}/{daad.replace('_', '-')}", doet(daad), methods=["POST"])
    return router


def _beller(ik: Aangemeld) -> Beller:
    return Beller(ik.wie.id, ik.wie.naam)


def _mag_wissen(vraag: Vraag, ik: Aangemeld) -> bool:
    return vraag.door is None or vraag.is_van(_beller(ik))
