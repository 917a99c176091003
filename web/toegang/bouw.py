"""The login of staff as a part of the public app."""

from __future__ import annotations

from functools import partial

from fastapi import FastAPI

from actions.gesprek.bronnen import Bronnen
from web.balie.bladen import maak_balie
from web.balie.werk import Werk
from web.instellingen import Instellingen
from web.paginas.sjablonen import WEB
from web.paginas.statisch import Bestand
from web.paginas.verklein import kale_css
from web.redactie.bouw import maak_redactie
from web.toegang.aanmeldbladen import maak_aanmelden
from web.toegang.accountbladen import maak_account
from web.toegang.bladen import Bladen
from web.toegang.oidc import Aanbieder
from web.toegang.oidcbladen import afmeldadres, maak_oidc
from web.toegang.spoorbladen import maak_spoor
from web.toegang.toegang import Toegang, maak_toegang
from web.toegang.wachtwoord import Hasser
from web.toegang.wie import Geweigerd, NaarAanmelden


def zet_toegang(
    app: FastAPI, instellingen: Instellingen, bronnen: Bronnen, hasser: Hasser | None = None
) -> Toegang | None:
    """Add the pages of staff. Gives what has to be cleaned up from time to time; None: this house has no key."""
    bladen = Bladen(bronnen.inhoud)
    toegang = maak_toegang(instellingen, bronnen.opslag, bronnen.nu, hasser)
    app.state.toegang = toegang
    app.add_exception_handler(Geweigerd, bladen.geweigerd)
    app.add_exception_handler(NaarAanmelden, bladen.naar_aanmelden)
    oidc, adres = instellingen.oidc, instellingen.openbaar_adres
    app.include_router(maak_aanmelden(bladen, oidc=oidc.aanbieder is not None))
    if oidc.aanbieder is not None and adres is not None:
        aanbieder = Aanbieder(oidc, adres, bronnen.nu)
        app.state.oidc_uit = partial(afmeldadres, aanbieder)
        app.include_router(maak_oidc(bladen, aanbieder))
    balie = maak_balie(bladen, Werk(bronnen, instellingen.kluis()))
    redactie = maak_redactie(bladen, instellingen, bronnen)
    for deel in (maak_account(bladen), balie, redactie, maak_spoor(bladen)):
        app.include_router(deel)
    for naam in ("toegang.css", "balie.css", "redactie.css"):
        css = kale_css((WEB / "static" / naam).read_text(encoding="utf-8"))
        stijl = Bestand.van(css, "text/css; charset=utf-8")
        app.add_api_route(f"/static/{naam}", stijl.antwoord, methods=["GET"], include_in_schema=False)
    return toegang
