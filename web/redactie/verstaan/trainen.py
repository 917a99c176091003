"""`/redactie/trainen`: what the chatbot learns from new examples, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from web.draad import in_draad
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.schrijven.overzicht import titels
from web.redactie.verstaan import oefeningen
from web.redactie.verstaan.oefeningen import Oefening
from web.toegang.bladen import Bladen

CIJFERS = ("in_een_keer", "in_drie", "fout_en_zeker", "geweigerd", "gevaar")
"""Those that mean something to who writes, in the order of what people notice first."""
_DEEL = "oefening_stand.html"
_BEGINT = 120
"""Seconds after a publication in which a training may still begin. Later there was nothing to train, or nobody who does."""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure before and after, as people write it."""

    naam: str
    voor: str | None
    na: str
    slechter: bool


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "trainen")

    def lees(aantal: int) -> list[Oefening]:
        with redactie.bronnen.opslag.lees_naast() as verbinding:
            return oefeningen.lijst(verbinding, aantal=aantal)

    @router.get("/redactie/trainen")
    async def lijst(ik: Ik) -> HTMLResponse:
        alle = await in_draad(lees, 20)
        return kamer.geef(
            "trainen.html",
            ik,
            oefening=next(iter(alle), None),
            sinds=0,
            alle=[(een, cijfers_van(een)) for een in alle if not een.onderweg],
            titels=titels(redactie.bronnen.inhoud.faqs(ik.wie.gemeente)),
        )

    @router.get("/redactie/trainen/stand")
    async def stand(
        ik: Ik,
        gezien: Annotated[str, Query(max_length=60)] = "",
        sinds: Annotated[int, Query(ge=0, le=2**33)] = 0,
    ) -> Response:
        """How far the newest is; with `sinds` the newest after that moment. Nothing when the page shows that already."""
        oefening = next(iter(await in_draad(lees, 1)), None)
        if oefening is not None and oefening.begonnen.timestamp() < sinds:
            oefening = None
        if oefening is None and redactie.bronnen.nu().timestamp() < sinds + _BEGINT:
            return Response(status_code=204) if gezien == "straks" else kamer.geef(_DEEL, ik, sinds=sinds)
        if oefening is not None and oefening.merk == gezien:
            return Response(status_code=204)
        return kamer.geef(_DEEL, ik, oefening=oefening, sinds=sinds)


def cijfers_van(oefening: Oefening) -> list[Cijfer]:
    """The figures of the test; none when it did not come to that."""
    nieuw: Mapping[str, Any] = oefening.cijfers.get("nieuw") or {}
    oud: Mapping[str, Any] = oefening.cijfers.get("oud") or {}
    waar = oefening.cijfers.get("waar", ())
    return [
        Cijfer(naam, _procent(oud[naam]) if naam in oud else None, _procent(nieuw[naam]), naam in waar)
        for naam in CIJFERS
        if naam in nieuw
    ]


def _procent(deel: float) -> str:
    return f"{deel * 100:.1f}".removesuffix(".0").replace(".", ",")
