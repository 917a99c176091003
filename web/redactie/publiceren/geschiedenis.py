"""`/redactie/geschiedenis` and `/redactie/uitgave/{id}`: what was published, by whom and why, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from web.draad import in_draad
from web.redactie.bewaren.bewaarplaats import (
    BEGIN,
    BUITEN,
    RELEASE,
    Botsing,
    NietGekeurd,
    PadOnbekend,
    Uitgave,
)
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.publiceren.keurder import Uitslag
from web.redactie.publiceren.stroom import klok, soort_van
from web.redactie.publiceren.verschil import Verschil
from web.redactie.rechten import mag_terugdraaien, mag_zien
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.spoor import Soort
from web.toegang.wie import Aangemeld, Geweigerd

_PER_BLAD = 30
_HEEL = 8
"""So many files of one publication are shown as residents see them; of more only the names."""
_REDENEN = {BUITEN: "reden_buiten", BEGIN: "reden_begin", RELEASE: "reden_release"}
"""What Rechtop itself wrote as a reason, to the name of its words."""
_GEDAAN = ("gepubliceerd", "teruggedraaid", "opgenomen")


@dataclass(frozen=True, slots=True)
class Blik:
    """One publication, as this person may see it."""

    uitgave: Uitgave
    namen: tuple[tuple[str, str], ...]
    """Path and name of each of its files."""
    verschillen: tuple[Verschil, ...]
    later: tuple[str, ...]
    """Files that were changed since: with these it cannot be taken back."""
    is_begin: bool
    terug: bool
    """This person may take it back, and it can be."""
    niet: str | None
    """Why not (`niet_terug_<reden>`)."""
    wijzigingen: dict[str, str | None]
    """What its files become when it is taken back."""
    zinnen: bool
    """Examples changed: the chatbot learns them."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "concepten")

    async def lijst(ik: Aangemeld, request: Verzoek, pad: str | None) -> Response:
        voor = request.query_params.get("voor")
        try:
            alle = await in_draad(redactie.plaats.geschiedenis, pad, aantal=_PER_BLAD + 1, voor=voor or None)
        except PadOnbekend:
            raise Geweigerd(404, "weg") from None
        if pad is not None and not (mag_zien(ik.wie, pad) and (alle or voor)):
            raise Geweigerd(404, "weg")
        naam = None if pad is None else await in_draad(_naam, redactie, ik.wie, pad)
        return kamer.geef(
            "geschiedenis.html",
            ik,
            uitgaven=[u for u in alle[:_PER_BLAD] if _zichtbaar(ik.wie, u)],
            ouder=alle[_PER_BLAD - 1].id if len(alle) > _PER_BLAD else None,
            pad=pad,
            naam=naam,
            redenen=_REDENEN,
            klok=klok(kamer, ik),
        )

    @router.get("/redactie/geschiedenis")
    async def alles(ik: Ik, request: Verzoek) -> Response:
        return await lijst(ik, request, None)

    @router.get("/redactie/geschiedenis/{pad:path}")
    async def van_een(ik: Ik, pad: str, request: Verzoek) -> Response:
        return await lijst(ik, request, pad)

    async def kijk(ik: Aangemeld, id_: str, *, om: bool = False) -> Blik:
        blik = await in_draad(_blik, redactie, ik.wie, id_, om=om)
        if blik is None:
            raise Geweigerd(404, "weg")
        return blik

    async def keur(blik: Blik, *, opnieuw: bool = False) -> Uitslag:
        over = f"uitgave {blik.uitgave.id}"
        return await in_draad(redactie.keurder.vraag, over, blik.wijzigingen, opnieuw=opnieuw)

    def geef(ik: Aangemeld, sjabloon: str, blik: Blik, status: int = 200, **meer: Any) -> Response:
        return kamer.geef(
            sjabloon,
            ik,
            status,
            blik=blik,
            redenen=_REDENEN,
            klok=klok(kamer, ik),
            **{"gedaan": None, "fout": None, **meer},
        )

    async def zeker_weten(
        ik: Aangemeld, blik: Blik, status: int = 200, *, sjabloon: str = "terugdraaien.html", **meer: Any
    ) -> Response:
        if not blik.terug:
            return geef(ik, "uitgave.html", blik, 403 if blik.niet == "rol" else 409, fout=blik.niet)
        uitslag = await keur(blik, opnieuw=bool(meer.pop("opnieuw", False)))
        return geef(
            ik,
            sjabloon,
            blik,
            status,
            uitslag=uitslag,
            keuring=soort_van(uitslag),
            keuring_paden=tuple(blik.wijzigingen),
            **{"klaar": False, **meer},
        )

    @router.get("/redactie/uitgave/{id_}")
    async def uitgave(ik: Ik, id_: str, request: Verzoek) -> Response:
        gedaan = request.query_params.get("gedaan")
        return geef(ik, "uitgave.html", await kijk(ik, id_), gedaan=gedaan if gedaan in _GEDAAN else None)

    @router.get("/redactie/uitgave/{id_}/terug")
    async def terug(ik: Ik, id_: str, request: Verzoek) -> Response:
        blik = await kijk(ik, id_, om=True)
        return await zeker_weten(ik, blik, opnieuw="opnieuw" in request.query_params)

    @router.get("/redactie/uitgave/{id_}/keuring")
    async def keuring(ik: Ik, id_: str, request: Verzoek) -> Response:
        """The part of the page about the check, for htmx."""
        blik = await kijk(ik, id_, om=True)
        if "hx-request" not in request.headers or not blik.terug:
            return RedirectResponse(f"/redactie/uitgave/{blik.uitgave.id}/terug", 303)
        return await zeker_weten(ik, blik, sjabloon="terugkeuring.html", klaar=True)

    @router.post("/redactie/uitgave/{id_}/terug")
    async def draai_terug(ik: Ik, id_: str) -> Response:
        blik = await kijk(ik, id_, om=True)
        if not blik.terug:
            return await zeker_weten(ik, blik)
        gekeurd = await in_draad(redactie.keurder.weet, blik.wijzigingen)
        reden = str(
            redactie.bronnen.inhoud.tekst(
                "redactie_concepten.reden_terug", waarom=_reden(redactie, blik.uitgave)
            )
        )
        try:
            if gekeurd is None or not gekeurd.goed:
                raise NietGekeurd
            nieuw = await in_draad(
                redactie.plaats.draai_terug, id_, auteur=ik.wie.naam, reden=reden, goed=gekeurd.stand
            )
        except NietGekeurd:
            return await zeker_weten(ik, await kijk(ik, id_, om=True), 409, fout="niet_gekeurd")
        except Botsing:
            return await zeker_weten(ik, await kijk(ik, id_, om=True), 409)
        if nieuw is None:
            raise Geweigerd(404, "weg")
        await ik.noteer(Soort.UITGAVE_TERUGGEDRAAID, id_[:10])
        return RedirectResponse(f"/redactie/uitgave/{nieuw.id}?gedaan=teruggedraaid", 303)


def _reden(redactie: Redactie, uitgave: Uitgave) -> str:
    eigen = _REDENEN.get(uitgave.reden)
    return (
        uitgave.reden if eigen is None else str(redactie.bronnen.inhoud.tekst(f"redactie_concepten.{eigen}"))
    )


def _zichtbaar(wie: Medewerker, uitgave: Uitgave) -> bool:
    return not uitgave.paden or any(mag_zien(wie, pad) for pad in uitgave.paden)


def _naam(redactie: Redactie, wie: Medewerker, pad: str) -> str:
    nu = redactie.plaats.lees(pad)
    return redactie.kijker(wie.gemeente).naam(pad, nu.tekst if nu else None)


def _blik(redactie: Redactie, wie: Medewerker, id_: str, *, om: bool) -> Blik | None:
    """`om`: shown the other way round, as taking it back."""
    plaats, kijker = redactie.plaats, redactie.kijker(wie.gemeente)
    uitgave = plaats.uitgave(id_)
    if uitgave is None or not _zichtbaar(wie, uitgave):
        return None
    voor = plaats.voor(id_)
    paden = [pad for pad in uitgave.paden if mag_zien(wie, pad)]
    later = () if voor is None else plaats.later_veranderd(id_)
    niet = _waarom_niet(wie, uitgave, later, is_begin=voor is None)
    verschillen: list[Verschil] = []
    namen: list[tuple[str, str]] = []
    for pad in paden:
        versie = plaats.bij(id_, pad)
        na, eerder = versie.tekst if versie else None, (voor or {}).get(pad)
        namen.append((pad, kijker.naam(pad, na or eerder)))
        if voor is not None and len(paden) <= _HEEL:
            verschillen.append(kijker.verschil(pad, *((na, eerder) if om else (eerder, na))))
    return Blik(
        uitgave=uitgave,
        namen=tuple(namen),
        verschillen=tuple(verschillen),
        later=tuple(pad for pad in later if mag_zien(wie, pad)),
        is_begin=voor is None,
        terug=niet is None,
        niet=niet,
        wijzigingen=voor or {},
        zinnen=any(een.zinnen_bij or een.zinnen_weg for een in verschillen),
    )


def _waarom_niet(wie: Medewerker, uitgave: Uitgave, later: tuple[str, ...], *, is_begin: bool) -> str | None:
    if is_begin:
        return "begin"
    if not mag_terugdraaien(wie, uitgave.paden):
        return "rol"
    if not uitgave.paden:
        return "leeg"
    return "later" if later else None
