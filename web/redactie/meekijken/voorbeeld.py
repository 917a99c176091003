"""The live preview: a draft, saved while it is being typed, in the widget that residents see.

The frame comes with the session. The widget itself sends no cookies, so its talk has a key in its address that
nobody can guess and that ends with the preview, and with the last session of whose it is.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.draad import in_draad
from web.fouten import Probleem
from web.redactie.bewaren.concepten import Concept
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer, koppen
from web.redactie.meekijken.proef import kan
from web.redactie.meekijken.proefhuis import Blik, Mis, Proefhuis
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, diensten_van, toegang_van

_KOPPEN = {**koppen("self"), "X-Frame-Options": "SAMEORIGIN"}
"""A frame on a page of ours, and on no other."""
_ALLES = ["GET", "HEAD", "POST", "DELETE"]


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "voorbeeld")
    huis = Proefhuis(redactie.bronnen, redactie.instellingen, redactie.plaats.map)

    @router.get("/redactie/proef/{nr}")
    async def frame(nr: str, ik: Ik, request: Request) -> Response:
        """What is in the frame."""
        concept = await in_draad(redactie.concept, ik.wie, nr)
        if concept.tekst is None or not kan(concept.pad):
            return _blad(kamer, ik, waarom="voorbeeld_kan_niet" if concept.tekst else "voorbeeld_weg")
        await in_draad(huis.zet, ik.wie, concept, diensten_van(request).rasa.proef, ook_als_eerder=True)
        huis.bewaak()
        return _blad(kamer, ik, concept=concept, blik=await in_draad(huis.kijk, ik.wie, concept))

    @router.get("/redactie/proef/{nr}/kader")
    async def kader(nr: str, ik: Ik, request: Request) -> Response:
        """For htmx, after something was saved: a new frame, or nothing when it would be the same."""
        concept = await in_draad(redactie.concept, ik.wie, nr)
        if not kan(concept.pad) or not await in_draad(
            huis.zet, ik.wie, concept, diensten_van(request).rasa.proef
        ):
            return Response(status_code=204)
        blik = await in_draad(huis.kijk, ik.wie, concept)
        return kamer.geef("voorbeelddeel.html", ik, concept=concept, opnieuw=True, mis=isinstance(blik, Mis))

    async def gesprek(request: Request, sleutel: str, rest: str) -> Response:
        gevonden = huis.app(sleutel)
        if gevonden is None or not await in_draad(toegang_van(request).is_binnen, gevonden[1]):
            raise Probleem(404, "gesprek_onbekend")
        return _Doorgang(gevonden[0], f"/{rest}")

    router.add_api_route("/redactie/proef/{nr}/{sleutel}/{rest:path}", gesprek, methods=_ALLES)


class _Doorgang(Response):
    """Another app gives the answer, at an address of its own. What it says of itself reaches neither log nor figures."""

    def __init__(self, app: ASGIApp, pad: str) -> None:
        super().__init__()
        self._app = app
        self._pad = pad

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        erbij = {"path": self._pad, "raw_path": self._pad.encode(), "root_path": "", "path_params": {}}
        alleen_dit = {k: v for k, v in scope.items() if k not in _VAN_DE_ROUTE}
        await self._app({**alleen_dit, **erbij, "state": {}}, receive, send)


_VAN_DE_ROUTE = frozenset({"app", "app_root_path", "endpoint", "route", "router"})


def _blad(
    kamer: Kamer,
    ik: Aangemeld,
    *,
    concept: Concept | None = None,
    blik: Blik | Mis | None = None,
    waarom: str = "voorbeeld_mislukt",
) -> Response:
    """The page in the frame: the widget, the faults, or why there is nothing to see."""
    fouten = blik.fouten if isinstance(blik, Mis) else ()
    toon = blik if isinstance(blik, Blik) else None
    antwoord = kamer.geef("proef.html", ik, concept=concept, blik=toon, fouten=fouten, waarom=waarom)
    antwoord.headers.update(_KOPPEN)
    return antwoord
