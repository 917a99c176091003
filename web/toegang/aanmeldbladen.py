"""`/aanmelden`, setting up an account, and `/afmelden`. Plain forms, no script."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from web.draad import in_draad
from web.paginas.zelfcheck_vorm import velden
from web.toegang import codes, eigen, koekje
from web.toegang.bladen import Bladen
from web.toegang.eigen import Bezwaar, Voorbij
from web.toegang.pogingen import Wacht
from web.toegang.toegang import Mislukt, Toegang
from web.toegang.volgende import begin_van, veilig
from web.toegang.wachtwoord import KORTST
from web.toegang.wie import (
    Aangemeld,
    Geweigerd,
    MetMedewerker,
    diensten_van,
    toegang_van,
    weiger_ander_adres,
)


def minuten(tot: datetime, nu: datetime) -> int:
    """How long somebody still has to wait, in whole minutes."""
    return max(1, math.ceil((tot - nu).total_seconds() / 60))


def maak_aanmelden(bladen: Bladen, *, oidc: bool) -> APIRouter:
    """`oidc`: there is also a button to log in with the account of the gemeente."""
    router = APIRouter(include_in_schema=False)

    @router.get("/aanmelden")
    async def toon(request: Request) -> Response:
        toegang = toegang_van(request)
        volgende = veilig(request.query_params.get("volgende"))
        sessie = await in_draad(toegang.sessie, koekje.lees(request, diensten_van(request).instellingen))
        if sessie is not None:
            return RedirectResponse(volgende or begin_van(sessie.wie), 303)
        return inlogblad(bladen, request, volgende, oidc=oidc)

    @router.post("/aanmelden")
    async def meld_aan(request: Request) -> Response:
        toegang, diensten = toegang_van(request), diensten_van(request)
        weiger_ander_adres(request)
        gestuurd = await velden(request)
        login, wachtwoord, code, naar = (
            gestuurd.get(naam, [""])[-1] for naam in ("login", "wachtwoord", "code", "volgende")
        )
        volgende = veilig(naar)
        try:
            adres = diensten.adres(request).sleutel
            sleutel = await in_draad(toegang.aanmelden, login, wachtwoord, code, adres)
        except Mislukt:
            return inlogblad(bladen, request, volgende, oidc=oidc, status=401, fout="mislukt", login=login)
        except Wacht as nog:
            over = minuten(nog.tot, toegang.nu())
            antwoord = inlogblad(
                bladen, request, volgende, oidc=oidc, status=429, fout="wachten", wacht=over, login=login
            )
            antwoord.headers["Retry-After"] = str(over * 60)
            return antwoord
        return await kom_binnen(request, toegang, sleutel, volgende)

    @router.get("/aanmelden/instellen/{code}")
    async def instellen(code: str, request: Request) -> Response:
        return _instelblad(bladen, await _app(toegang_van(request), code))

    @router.post("/aanmelden/instellen/{code}")
    async def stel_in(code: str, request: Request) -> Response:
        toegang = toegang_van(request)
        weiger_ander_adres(request)
        app, gestuurd = await _app(toegang, code), await velden(request)
        nieuw, nogmaals, appcode = (gestuurd.get(naam, [""])[-1] for naam in ("nieuw", "nogmaals", "code"))
        try:
            herstel = await in_draad(eigen.stel_in, toegang, code, nieuw, nogmaals, appcode)
        except Bezwaar as bezwaar:
            return _instelblad(bladen, app, bezwaar)
        except Voorbij:
            raise Geweigerd(404, "voorbij") from None
        return bladen.geef("herstelcodes.html", codes=herstel, verder="/aanmelden")

    @router.post("/afmelden")
    async def afmelden(request: Request, wie: Annotated[Aangemeld, Depends(MetMedewerker())]) -> Response:
        uit = getattr(request.app.state, "oidc_uit", None)
        bij_aanbieder = None if uit is None else await uit(wie)
        await in_draad(wie.toegang.afmelden, wie.sessie)
        antwoord = bladen.geef("afgemeld.html", bij_aanbieder=bij_aanbieder)
        koekje.wis(request, antwoord, diensten_van(request).instellingen)
        return antwoord

    return router


def inlogblad(
    bladen: Bladen,
    request: Request,
    volgende: str | None,
    *,
    oidc: bool,
    status: int = 200,
    fout: str | None = None,
    wacht: int | None = None,
    login: str = "",
) -> Response:
    """The page to log in, with what went wrong: `mislukt`, `wachten`, or the name of a text."""
    lokaal = not koekje.is_veilig(request, diensten_van(request).instellingen)
    return bladen.geef(
        "aanmelden.html",
        status=status,
        volgende=volgende,
        oidc=oidc,
        lokaal=lokaal,
        fout=fout,
        wacht=wacht,
        login=login,
    )


async def kom_binnen(
    request: Request, toegang: Toegang, sleutel: str, volgende: str | None
) -> RedirectResponse:
    """To the first page, with a new session in the place of the one this browser had."""
    instellingen = diensten_van(request).instellingen
    await in_draad(toegang.vergeet_sessie, koekje.lees(request, instellingen))
    sessie = await in_draad(toegang.sessie, sleutel)
    antwoord = RedirectResponse(volgende or (begin_van(sessie.wie) if sessie else "/account"), 303)
    koekje.zet(request, antwoord, instellingen, sleutel)
    return antwoord


async def _app(toegang: Toegang, code: str) -> eigen.App:
    try:
        return await in_draad(eigen.instelling, toegang, code)
    except Voorbij:
        raise Geweigerd(404, "voorbij") from None


def _instelblad(bladen: Bladen, app: eigen.App, bezwaar: Bezwaar | None = None) -> Response:
    gemeente = bladen.inhoud.gemeente(app.wie.gemeente)
    return bladen.geef(
        "instellen.html",
        status=200 if bezwaar is None else 422,
        gemeente=gemeente,
        wie=app.wie,
        kortst=KORTST,
        bezwaar=bezwaar,
        **van_app(bladen, app),
    )


def van_app(bladen: Bladen, app: eigen.App) -> dict[str, Any]:
    """The secret as picture and as text."""
    titel = str(bladen.woorden(None)("qr"))
    # Made by segno from an address of ours: no HTML of anybody else is in it.
    return {"beeld": Markup(codes.beeld(app.adres, titel)), "geheim": codes.in_groepen(app.geheim)}  # noqa: S704
