"""`/account`: what a person changes of their own account. Everything that matters asks for the password again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from web.draad import in_draad
from web.toegang import eigen
from web.toegang.aanmeldbladen import minuten, van_app
from web.toegang.bladen import Bladen
from web.toegang.eigen import Bezwaar
from web.toegang.pogingen import Wacht
from web.toegang.wachtwoord import KORTST
from web.toegang.wie import Aangemeld, Geweigerd, MetMedewerker, diensten_van

Ik = Annotated[Aangemeld, Depends(MetMedewerker())]
_GEDAAN = frozenset({"wachtwoord", "app", "sessies"})


def maak_account(bladen: Bladen) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    async def blad(
        ik: Aangemeld,
        *,
        status: int = 200,
        deel: str = "",
        bezwaar: Bezwaar | None = None,
        wacht: int | None = None,
        gedaan: str | None = None,
    ) -> Response:
        over, andere = await in_draad(eigen.tel, ik.toegang, ik.sessie)
        return bladen.geef(
            "account.html",
            ik,
            hier="account",
            status=status,
            deel=deel,
            bezwaar=bezwaar,
            wacht=wacht,
            gedaan=gedaan,
            over=over,
            andere=andere,
            kortst=KORTST,
        )

    async def fout(ik: Aangemeld, deel: str, reden: Bezwaar | Wacht) -> Response:
        if isinstance(reden, Wacht):
            return await blad(ik, status=429, deel=deel, wacht=minuten(reden.tot, ik.toegang.nu()))
        return await blad(ik, status=422, deel=deel, bezwaar=reden)

    @router.get("/account")
    async def toon(ik: Ik, request: Verzoek) -> Response:
        gedaan = request.query_params.get("gedaan")
        return await blad(ik, gedaan=gedaan if gedaan in _GEDAAN else None)

    @router.post("/account/wachtwoord")
    async def wachtwoord(ik: Ik, request: Verzoek) -> Response:
        oud, nieuw, nogmaals = (ik.veld(naam) for naam in ("oud", "nieuw", "nogmaals"))
        try:
            await in_draad(
                eigen.wijzig_wachtwoord, ik.toegang, ik.sessie, oud, nieuw, nogmaals, _adres(request)
            )
        except (Bezwaar, Wacht) as reden:
            return await fout(ik, "wachtwoord", reden)
        return RedirectResponse("/account?gedaan=wachtwoord", 303)

    @router.post("/account/app")
    async def begin_app(ik: Ik, request: Verzoek) -> Response:
        try:
            await in_draad(eigen.begin_app, ik.toegang, ik.sessie, ik.veld("wachtwoord"), _adres(request))
        except (Bezwaar, Wacht) as reden:
            return await fout(ik, "app", reden)
        return RedirectResponse("/account/app", 303)

    @router.get("/account/app")
    def nieuwe_app(ik: Ik) -> Response:
        app = eigen.nieuwe_app(ik.toegang, ik.sessie)
        if app is None:
            return RedirectResponse("/account", 303)
        return bladen.geef("app.html", ik, hier="account", bezwaar=None, **van_app(bladen, app))

    @router.post("/account/app/bevestig")
    async def bevestig_app(ik: Ik) -> Response:
        app = eigen.nieuwe_app(ik.toegang, ik.sessie)
        if app is None:
            raise Geweigerd(404, "weg")
        try:
            await in_draad(eigen.bevestig_app, ik.toegang, ik.sessie, ik.veld("code"))
        except Bezwaar as bezwaar:
            return bladen.geef(
                "app.html", ik, hier="account", status=422, bezwaar=bezwaar, **van_app(bladen, app)
            )
        return RedirectResponse("/account?gedaan=app", 303)

    @router.post("/account/herstelcodes")
    async def herstelcodes(ik: Ik, request: Verzoek) -> Response:
        try:
            nieuw = await in_draad(
                eigen.herstelcodes, ik.toegang, ik.sessie, ik.veld("wachtwoord"), _adres(request)
            )
        except (Bezwaar, Wacht) as reden:
            return await fout(ik, "herstelcodes", reden)
        return bladen.geef("herstelcodes.html", ik, codes=nieuw, verder="/account")

    @router.post("/account/sessies")
    async def sessies(ik: Ik) -> Response:
        await in_draad(eigen.beeindig_andere, ik.toegang, ik.sessie)
        return RedirectResponse("/account?gedaan=sessies", 303)

    return router


def _adres(request: Verzoek) -> str:
    return diensten_van(request).adres(request).sleutel
