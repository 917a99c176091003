"""`/aanmelden/oidc`: to the provider of the gemeente, and back with somebody or with a sentence why not."""

from __future__ import annotations

import secrets
from datetime import timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import delete, insert, select

from web.draad import in_draad
from web.toegang import accounts, koekje, sessies
from web.toegang.aanmeldbladen import inlogblad, kom_binnen
from web.toegang.bladen import Bladen
from web.toegang.kluis import KluisDicht
from web.toegang.oidc import Aanbieder, OidcMislukt, OidcWeg, Persoon, Ronde
from web.toegang.spoor import Soort, noteer
from web.toegang.tabellen import oidc_ronde
from web.toegang.toegang import Mislukt, Toegang
from web.toegang.volgende import veilig
from web.toegang.wie import Aangemeld, diensten_van, toegang_van

_GELDIG = timedelta(minutes=10)
"""How long a round along the provider may take."""


def maak_oidc(bladen: Bladen, aanbieder: Aanbieder) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    def fout(request: Request, tekst: str, status: int) -> Response:
        antwoord = inlogblad(bladen, request, None, oidc=True, status=status, fout=tekst)
        koekje.wis_ronde(request, antwoord, diensten_van(request).instellingen)
        return antwoord

    async def buiten(request: Request, toegang: Toegang, tekst: str, status: int) -> Response:
        """The provider does not let this person in (any more): a session that came from it ends as well."""
        sleutel = koekje.lees(request, diensten_van(request).instellingen)
        sessie = await in_draad(toegang.sessie, sleutel)
        if sessie is not None and sessie.id_token is not None:
            await in_draad(toegang.vergeet_sessie, sleutel)
        return fout(request, tekst, status)

    @router.get("/aanmelden/oidc")
    async def heen(request: Request) -> Response:
        toegang = toegang_van(request)
        try:
            ronde = await aanbieder.begin()
        except OidcWeg:
            return fout(request, "oidc_weg", 503)
        browser = secrets.token_urlsafe(32)
        volgende = veilig(request.query_params.get("volgende"))
        await in_draad(_bewaar, toegang, ronde, browser, volgende)
        antwoord = RedirectResponse(ronde.naar, 303)
        duur = int(_GELDIG.total_seconds())
        koekje.zet_ronde(request, antwoord, diensten_van(request).instellingen, browser, duur)
        return antwoord

    @router.get("/aanmelden/oidc/terug")
    async def terug(request: Request) -> Response:
        toegang, vraag = toegang_van(request), dict(request.query_params)
        browser = koekje.lees_ronde(request, diensten_van(request).instellingen)
        inhoud = await in_draad(_neem, toegang, vraag.get("state", ""), browser or "")
        if inhoud is None:
            return fout(request, "oidc_mislukt", 401)
        nonce, verificatie, volgende = inhoud
        try:
            persoon = await aanbieder.rond_af(vraag, nonce, verificatie)
            if persoon is None or bladen.inhoud.gemeente(persoon.gemeente) is None:
                await in_draad(toegang.noteer, Soort.GEWEIGERD, None)
                return await buiten(request, toegang, "oidc_geen_rol", 403)
            sleutel = await in_draad(_binnen, toegang, aanbieder.issuer, persoon)
        except OidcWeg:
            return fout(request, "oidc_weg", 503)
        except (OidcMislukt, Mislukt):
            await in_draad(toegang.noteer, Soort.MISLUKT, None)
            return await buiten(request, toegang, "oidc_mislukt", 401)
        antwoord = await kom_binnen(request, toegang, sleutel, veilig(volgende))
        koekje.wis_ronde(request, antwoord, diensten_van(request).instellingen)
        return antwoord

    return router


async def afmeldadres(aanbieder: Aanbieder, wie: Aangemeld) -> str | None:
    """Where this person logs out at the provider as well."""
    if wie.sessie.id_token is None:
        return None
    try:
        id_token = wie.toegang.kluis.open(_van(wie.wie.id), wie.sessie.id_token)
    except KluisDicht:
        return None
    return await aanbieder.afmeldadres(id_token)


def _bewaar(toegang: Toegang, ronde: Ronde, browser: str, volgende: str | None) -> None:
    state = toegang.kluis.merk("state", ronde.state)
    rij = {
        "state": state,
        "browser": toegang.kluis.merk("browser", browser),
        "inhoud": toegang.kluis.verzegel(state, [ronde.nonce, ronde.verificatie, volgende]),
        "geldig_tot": toegang.nu() + _GELDIG,
    }
    with toegang.opslag.schrijf() as verbinding:
        verbinding.execute(delete(oidc_ronde).where(oidc_ronde.c.geldig_tot <= toegang.nu()))
        verbinding.execute(insert(oidc_ronde).values(rij))


def _neem(toegang: Toegang, state: str, browser: str) -> tuple[str, str, str | None] | None:
    """What was kept of a round, once: for the browser that began it, within its time."""
    merk = toegang.kluis.merk("state", state)
    with toegang.opslag.schrijf() as verbinding:
        rij = verbinding.execute(
            select(oidc_ronde).where(
                oidc_ronde.c.state == merk,
                oidc_ronde.c.browser == toegang.kluis.merk("browser", browser),
                oidc_ronde.c.geldig_tot > toegang.nu(),
            )
        ).one_or_none()
        weg = verbinding.execute(delete(oidc_ronde).where(oidc_ronde.c.state == merk)).rowcount
    if rij is None or weg != 1:
        return None
    try:
        nonce, verificatie, volgende = toegang.kluis.open(merk, rij.inhoud)
    except KluisDicht:
        return None
    return nonce, verificatie, volgende


def _binnen(toegang: Toegang, issuer: str, persoon: Persoon) -> str:
    """The account of this person, made or brought up to date, and a session. Raises Mislukt when it is blocked."""
    with toegang.opslag.schrijf() as verbinding:
        nu = toegang.nu()
        bekend = accounts.vind(verbinding, persoon.sub, issuer)
        if bekend is not None and bekend.geblokkeerd:
            raise Mislukt
        nieuw = {"naam": persoon.naam, "gemeente": persoon.gemeente, "rollen": persoon.rollen}
        if bekend is None:
            id_ = accounts.maak(
                verbinding, nu, login=persoon.sub, bron=issuer, naam=persoon.naam,
                gemeente=persoon.gemeente, rollen=persoon.rollen,
            )  # fmt: skip
        else:
            id_ = bekend.id
        accounts.zet(verbinding, id_, laatst_aangemeld=nu, **nieuw)
        wie = accounts.vind(verbinding, persoon.sub, issuer)
        if bekend is None:
            noteer(verbinding, nu, Soort.ACCOUNT_GEMAAKT, wie)
        elif bekend.rollen != persoon.rollen or bekend.gemeente != persoon.gemeente:
            noteer(verbinding, nu, Soort.ACCOUNT_VERANDERD, wie)
        noteer(verbinding, nu, Soort.AANGEMELD, wie)
        return sessies.begin(verbinding, id_, nu, toegang.kluis.verzegel(_van(id_), persoon.id_token))


def _van(wie: int) -> str:
    return f"id_token {wie}"
