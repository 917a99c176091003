"""`/redactie/concept/{nr}/bekijk`: what a draft changes for residents, the check, and what can be done with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from web.draad import in_draad
from web.redactie.bewaren.bewaarplaats import Botsing, NietGekeurd
from web.redactie.bewaren.concepten import Concept, Geweigerd, Ingehaald
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.publiceren.keurder import Uitslag
from web.redactie.publiceren.stroom import Stand, klok, soort_van, stand_van
from web.redactie.rechten import is_lokaal
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld

_GEDAAN = ("voorgelegd", "samengevoegd", "teruggehaald")
Daad = Callable[[Aangemeld, Stand], Awaitable[str]]
"""Does it, and says where to go on. Raises Geweigerd, Ingehaald, Botsing, NietGekeurd."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "concepten")

    async def keur(stand: Stand, *, opnieuw: bool = False) -> Uitslag | None:
        """What the check says; it begins when nobody knows. None: there is nothing to check."""
        een = stand.concept
        if not een.is_open or stand.botst or stand.kan.niet == "ongewijzigd":
            return None
        return await in_draad(
            redactie.keurder.vraag, f"concept {een.id}", {een.pad: een.tekst}, opnieuw=opnieuw
        )

    async def blad(
        ik: Aangemeld,
        stand: Stand,
        status: int = 200,
        *,
        sjabloon: str = "bekijk.html",
        opnieuw: bool = False,
        **meer: Any,
    ) -> Response:
        uitslag = await keur(stand, opnieuw=opnieuw)
        return kamer.geef(
            sjabloon,
            ik,
            status,
            stand=stand,
            uitslag=uitslag,
            keuring=None if uitslag is None else soort_van(uitslag),
            keuring_paden=(stand.concept.pad,),
            klok=klok(kamer, ik),
            vier_ogen=redactie.regels.vier_ogen,
            proef=stand.concept.is_open and is_lokaal(stand.concept.pad) and ik.wie.mag("beheerder"),
            **{"fout": None, "gedaan": None, "getypt": "", "klaar": False, **meer},
        )

    @router.get("/redactie/concept/{nr}/bekijk")
    async def bekijk(ik: Ik, nr: str, request: Verzoek) -> Response:
        stand = await stand_van(redactie, ik.wie, nr)
        gedaan = request.query_params.get("gedaan")
        return await blad(
            ik,
            stand,
            gedaan=gedaan if gedaan in _GEDAAN else None,
            opnieuw="opnieuw" in request.query_params,
        )

    @router.get("/redactie/concept/{nr}/keuring")
    async def keuring(ik: Ik, nr: str, request: Verzoek) -> Response:
        """The part of the page about the check, for htmx."""
        stand = await stand_van(redactie, ik.wie, nr)
        if "hx-request" not in request.headers:
            return RedirectResponse(f"/redactie/concept/{stand.concept.id}/bekijk", 303)
        return await blad(ik, stand, sjabloon="keuring.html", klaar=True)

    @router.get("/redactie/concept/{nr}/weggooien")
    async def zeker_weten(ik: Ik, nr: str) -> Response:
        stand = await stand_van(redactie, ik.wie, nr)
        if not stand.kan.intrekken:
            return await blad(ik, stand, 403, fout="stand" if not stand.concept.is_open else "recht")
        return kamer.geef("weggooien.html", ik, stand=stand, klok=klok(kamer, ik))

    async def leg_voor(ik: Aangemeld, stand: Stand) -> str:
        een = await met_reden(ik, stand.concept)
        await in_draad(redactie.concepten.leg_voor, ik.wie, een.id, een.versie)
        return f"/redactie/concept/{een.id}/bekijk?gedaan=voorgelegd"

    async def haal_terug(ik: Aangemeld, stand: Stand) -> str:
        een = stand.concept
        await in_draad(redactie.concepten.haal_terug, ik.wie, een.id, ik.getal("versie"))
        return f"/redactie/concept/{een.id}/bekijk?gedaan=teruggehaald"

    async def stuur_terug(ik: Aangemeld, stand: Stand) -> str:
        een = stand.concept
        await in_draad(
            redactie.concepten.stuur_terug, ik.wie, een.id, ik.getal("versie"), ik.veld("opmerking")
        )
        return "/redactie/concepten?gedaan=teruggestuurd"

    async def gooi_weg(ik: Aangemeld, stand: Stand) -> str:
        een = stand.concept
        await in_draad(redactie.concepten.trek_in, ik.wie, een.id, ik.getal("versie"))
        return "/redactie/concepten?gedaan=weggegooid"

    async def publiceer(ik: Aangemeld, stand: Stand) -> str:
        een = stand.concept
        if een.versie != ik.getal("versie"):
            raise Ingehaald(een)
        if een.auteur == ik.wie.id and een.stand != "ter_beoordeling" and stand.kan.publiceren:
            een = await met_reden(ik, een)
        gekeurd = await in_draad(redactie.keurder.weet, {een.pad: een.tekst})
        if gekeurd is None or not gekeurd.goed:
            raise NietGekeurd
        _, uitgave = await in_draad(
            redactie.concepten.geef_uit, ik.wie, een.id, een.versie, goed=gekeurd.stand
        )
        return f"/redactie/uitgave/{uitgave.id}?gedaan=gepubliceerd"

    async def met_reden(ik: Aangemeld, een: Concept) -> Concept:
        """The draft with the reason that was typed beside the button."""
        if "reden" not in ik.velden or ik.veld("reden").strip() == een.reden:
            if een.versie != ik.getal("versie"):
                raise Ingehaald(een)
            return een
        return await in_draad(
            redactie.concepten.bewaar, ik.wie, een.id, ik.getal("versie"), een.tekst, ik.veld("reden")
        )

    def doet(daad: Daad) -> Callable[..., Awaitable[Response]]:
        async def doe(ik: Ik, nr: str) -> Response:
            stand = await stand_van(redactie, ik.wie, nr)
            getypt = ik.veld("opmerking") or ik.veld("reden")
            reden: str
            try:
                return RedirectResponse(await daad(ik, stand), 303)
            except Geweigerd as fout:
                status, reden = 422 if fout.reden in ("geen_reden", "ongewijzigd") else 403, fout.reden
            except Ingehaald as fout:
                al = fout.nu
                # The same button pressed twice is one press.
                if al.stand == "gepubliceerd" and al.beoordelaar == ik.wie.id and daad is publiceer:
                    return RedirectResponse(f"/redactie/uitgave/{al.uitgave}?gedaan=gepubliceerd", 303)
                status, reden = 409, "ingehaald"
            except Botsing:
                status, reden = 409, "botst"
            except NietGekeurd:
                status, reden = 409, "niet_gekeurd"
            return await blad(ik, await stand_van(redactie, ik.wie, nr), status, fout=reden, getypt=getypt)

        return doe

    daden: dict[str, Daad] = {
        "leg-voor": leg_voor,
        "haal-terug": haal_terug,
        "stuur-terug": stuur_terug,
        "weggooien": gooi_weg,
        "publiceren": publiceer,
    }
    for naam, daad in daden.items():
        router.add_api_route(f"/redactie/concept/{{nr}}/{naam}", doet(daad), methods=["POST"])
