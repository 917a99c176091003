"""`/redactie/trainen`: what the chatbot learns from new examples, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from web.draad import in_draad
from web.redactie import oefeningen
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.oefeningen import Oefening
from web.toegang.bladen import Bladen

CIJFERS = ("in_een_keer", "in_drie", "fout_en_zeker", "geweigerd", "gevaar")
"""Those that mean something to who writes, in the order of what people notice first."""
_STAPPEN = 5
"""In so many steps the bar moves: each is read out to who does not see it."""


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
        faqs = redactie.bronnen.inhoud.faqs(ik.wie.gemeente)
        titels = {id_: faq.titel for id_, faq in faqs.items()}
        return kamer.geef(
            "trainen.html",
            ik,
            oefening=next(iter(alle), None),
            alle=[(een, cijfers_van(een)) for een in alle],
            titels=titels,
        )

    @router.get("/redactie/trainen/stand")
    async def stand(ik: Ik, gezien: Annotated[str, Query(max_length=60)] = "") -> Response:
        """How far the newest is. Nothing when that is what the page shows already."""
        oefening = next(iter(await in_draad(lees, 1)), None)
        if oefening is not None and merk(oefening) == gezien:
            return Response(status_code=204)
        return kamer.geef("oefening_stand.html", ik, oefening=oefening)


def merk(oefening: Oefening) -> str:
    """What a page that shows this has seen. In the template as well (`redactie/oefening_stand.html`)."""
    return f"{oefening.nr}-{oefening.stap}-{oefening.deel * _STAPPEN // 100}"


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
