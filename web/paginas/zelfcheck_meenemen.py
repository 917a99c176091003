"""Going on with a talk on another device, without JavaScript: the page with the code, and `/verder` where it is typed."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from actions.gesprek.bronnen import NEDERLAND
from actions.gesprek.meenemen import Code
from content.schema import Gemeente
from web.diensten import MetDiensten
from web.fouten import Probleem
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck import NIEUW, adres, naar, stand_van
from web.paginas.zelfcheck_pagina import Paginas
from web.paginas.zelfcheck_vorm import velden, weiger_vreemd_formulier

_GROEP = 4
"""Signs of a code that stand together: four can be held in mind."""
_EIGEN_FOUTEN = frozenset({404, 429})
"""Errors that belong to the field of the code."""


def maak_meenemen(bronnen: MetInhoud) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    paginas = Paginas(bronnen)

    def code_pagina(gemeente: Gemeente, gesprek: str, request: Request, code: Code | None) -> Response:
        groepen = [code.code[i : i + _GROEP] for i in range(0, len(code.code), _GROEP)] if code else []
        return paginas.geef(
            "zelfcheck_meenemen.html",
            gemeente,
            naar=adres(gemeente.slug, gesprek),
            groepen=groepen,
            tijd=code.geldig_tot.astimezone(NEDERLAND).strftime("%H.%M") if code else "",
            waar=f"{request.headers.get('host', '')}/verder",
        )

    @router.get("/zelfcheck/{slug}/{gesprek}/meenemen")
    async def vraag_code(slug: str, gesprek: str, request: Request, diensten: MetDiensten) -> Response:
        _, gemeente = await stand_van(diensten, gesprek)
        if slug != gemeente.slug:
            return naar(f"{adres(gemeente.slug, gesprek)}/meenemen")
        return code_pagina(gemeente, gesprek, request, None)

    @router.post("/zelfcheck/{slug}/{gesprek}/meenemen")
    async def maak_code(slug: str, gesprek: str, request: Request, diensten: MetDiensten) -> Response:  # noqa: ARG001
        _, gemeente = await stand_van(diensten, gesprek)
        weiger_vreemd_formulier(request.scope, gemeente)
        code = await diensten.meenemen.maak(gesprek, diensten.adres(request))
        return code_pagina(gemeente, gesprek, request, code)

    def verder_pagina(
        gemeente: Gemeente | None,
        getypt: str = "",
        fout: str | None = None,
        status: int = 200,
        koppen: dict[str, str] | None = None,
    ) -> Response:
        return paginas.geef(
            "zelfcheck_verder.html", gemeente, status=status, koppen=koppen, getypt=getypt, fout=fout
        )

    @router.get("/verder")
    def verder(gemeente: str = "") -> Response:
        return verder_pagina(bronnen.inhoud.gemeente(gemeente))

    @router.post("/verder")
    async def haal(request: Request, diensten: MetDiensten) -> Response:
        gestuurd = await velden(request)
        getypt = gestuurd.get("code", [""])[-1]
        gemeente = bronnen.inhoud.gemeente(gestuurd.get("gemeente", [""])[-1])
        if not getypt.strip():
            leeg = bronnen.inhoud.tekst("widget.code_leeg", gemeente=gemeente)
            return verder_pagina(gemeente, fout=leeg, status=422)

        def mag(slug: str) -> None:
            van = bronnen.inhoud.gemeente(slug)
            if van is not None:
                weiger_vreemd_formulier(request.scope, van)

        try:
            opgehaald = await diensten.meenemen.haal(getypt, diensten.adres(request), mag)
        except Probleem as probleem:
            if probleem.status not in _EIGEN_FOUTEN:
                raise
            woorden = paginas.fout(probleem, gemeente)
            return verder_pagina(gemeente, getypt, woorden, probleem.status, probleem.koppen)
        return naar(adres(opgehaald.gemeente, opgehaald.gesprek) + NIEUW)

    return router
