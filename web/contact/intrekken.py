"""`/intrekken`: how it stands with a question that was handed over, and stopping it, with its number and code. Needs no talk.

Both travel in bodies only: addresses end up in logs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from actions.overdracht.uitbak import Toegang
from web.contact.bladen import Bladen
from web.diensten import Diensten, MetDiensten
from web.fouten import Probleem
from web.overdracht import TE_STOPPEN, stand_in_woorden
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck_vorm import velden, weiger_vreemd_formulier

_EIGEN_FOUTEN = frozenset({403, 429})
_LANGST = 100
"""Characters of what was typed that are shown again."""


def maak_intrekken(bronnen: MetInhoud) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    bladen = Bladen(bronnen)

    @router.get("/intrekken")
    def vraag() -> Response:
        return _vraag(bladen)

    @router.post("/intrekken")
    async def doe(request: Request, diensten: MetDiensten) -> Response:
        weiger_vreemd_formulier(request.scope, None)
        gestuurd = await velden(request)
        stap, getypt, code = (gestuurd.get(naam, [""])[-1] for naam in ("stap", "kenmerk", "code"))
        kenmerk = re.sub(r"[\s.\-]", "", getypt)
        leeg = [
            (veld, waarde) for veld, waarde in (("nummer", kenmerk), ("code", code.strip())) if not waarde
        ]
        if leeg:
            mis = {veld: bladen.inhoud.tekst(f"intrekken.{veld}_leeg") for veld, _ in leeg}
            return _vraag(bladen, getypt, code, mis, 422)
        try:
            uit = await diensten.codeloket.open(_werk(diensten, stap), kenmerk, code, diensten.adres(request))
        except Probleem as fout:
            if fout.status not in _EIGEN_FOUTEN:
                raise
            mis = {"code": _woorden(bladen, fout)}
            return _vraag(bladen, getypt, code, mis, fout.status, fout.koppen)
        if stap == "stop_ja":
            diensten.bezorgen.set()
        return _stand(bladen, uit, code, zeker=stap == "stop")

    return router


def _werk(diensten: Diensten, stap: str) -> Callable[[str, str], Toegang]:
    return diensten.uitbak.trek_in if stap == "stop_ja" else diensten.uitbak.status


def _woorden(bladen: Bladen, fout: Probleem) -> str:
    """As the API says it, and when it can be tried again."""
    woorden = bladen.inhoud.tekst(f"fouten.{fout.code}")
    later = fout.koppen.get("Retry-After")
    if later is None:
        return woorden
    return f"{woorden} {bladen.inhoud.tekst('intrekken.wacht', minuten=math.ceil(int(later) / 60))}"


def _vraag(
    bladen: Bladen,
    getypt: str = "",
    code: str = "",
    mis: dict[str, str] | None = None,
    status: int = 200,
    koppen: dict[str, str] | None = None,
) -> HTMLResponse:
    return bladen.blad(
        "contact/intrekken.html",
        None,
        status=status,
        koppen=koppen,
        getypt=getypt[:_LANGST],
        code=code[:_LANGST],
        mis=mis or {},
    )


def _stand(bladen: Bladen, uit: Toegang, code: str, *, zeker: bool) -> HTMLResponse:
    """`zeker`: ask first whether it is sure."""
    te_stoppen = uit.stand in TE_STOPPEN
    return bladen.blad(
        "contact/intrekken_stop.html" if zeker and te_stoppen else "contact/intrekken_stand.html",
        bladen.inhoud.gemeente(uit.gemeente),
        uit=uit,
        code=code,
        te_stoppen=te_stoppen,
        woorden=stand_in_woorden(bladen.inhoud, uit.gemeente, uit),
    )
