"""`/redactie/concept/{nr}/botsing`: somebody else changed the same file. Their text, mine, what was before; and a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from web.draad import in_draad
from web.redactie.bewaren.bewaarplaats import Botsing
from web.redactie.bewaren.concepten import Concept, Geweigerd, Ingehaald
from web.redactie.bewaren.drieweg import meng
from web.redactie.bewaren.samen import Allebei, Stuk, botsingen, tekst_van, voeg_samen
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.publiceren.stroom import klok, stand_van
from web.redactie.rechten import mag_wijzigen
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld

_WEG = ""
"""In a form: the id of what stands there now, when nothing does."""


@dataclass(frozen=True, slots=True)
class Samen:
    """What was before (None: nobody knows), theirs and mine (None: no file), and the two put together."""

    was: str | None
    hun: str | None
    gezien: str
    mijn: str | None
    stukken: tuple[Stuk, ...]
    geheel: str | None
    """The merged text when nothing is left to choose; None: see `allebei`."""

    @property
    def allebei(self) -> tuple[Allebei, ...]:
        return botsingen(self.stukken)


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "concepten")

    async def blad(ik: Aangemeld, nr: str, status: int = 200, **meer: Any) -> Response:
        stand = await stand_van(redactie, ik.wie, nr)
        een = stand.concept
        if not een.is_open or not stand.botst:
            return RedirectResponse(f"/redactie/concept/{een.id}/bekijk", 303)
        samen = await in_draad(_samen, redactie, een)
        kijker = redactie.kijker(ik.wie.gemeente)
        verschillen = {
            naam: await in_draad(kijker.verschil, een.pad, samen.was, tekst)
            for naam, tekst in (("hun", samen.hun), ("mijn", samen.mijn))
            if samen.was is not None
        }
        return kamer.geef(
            "botsing.html",
            ik,
            status,
            stand=stand,
            samen=samen,
            door=await in_draad(_door, redactie, een),
            verschillen=verschillen,
            kiest=_kiest(ik.wie, een),
            klok=klok(kamer, ik),
            **{"fout": None, "getypt": None, **meer},
        )

    @router.get("/redactie/concept/{nr}/botsing")
    async def botsing(ik: Ik, nr: str) -> Response:
        return await blad(ik, nr)

    @router.post("/redactie/concept/{nr}/botsing")
    async def kies(ik: Ik, nr: str) -> Response:
        stand = await stand_van(redactie, ik.wie, nr)
        een, gezien = stand.concept, ik.veld("gezien")
        tekst = await in_draad(_gekozen, redactie, ik, een, gezien)
        try:
            gekozen = await in_draad(
                redactie.concepten.kies,
                ik.wie,
                een.id,
                ik.getal("versie"),
                None if gezien == _WEG else gezien,
                tekst,
            )
        except Geweigerd as fout:
            return await blad(ik, nr, 403, fout=fout.reden, getypt=tekst)
        except Ingehaald:
            return await blad(ik, nr, 409, fout="ingehaald", getypt=tekst)
        except Botsing:
            return await blad(ik, nr, 409, fout="weer_anders", getypt=tekst)
        return RedirectResponse(f"/redactie/concept/{gekozen.id}/bekijk?gedaan=samengevoegd", 303)


def _kiest(wie: Medewerker, een: Concept) -> bool:
    return wie.id == een.auteur and mag_wijzigen(wie, een.pad) and een.is_schrijfbaar


def _door(redactie: Redactie, een: Concept) -> str | None:
    """Who published it last. None: it was changed by hand."""
    if een.pad in redactie.plaats.buiten():
        return None
    laatste = next(iter(redactie.plaats.geschiedenis(een.pad, aantal=1)), None)
    return laatste.auteur if laatste else None


def _samen(redactie: Redactie, een: Concept, gezien: str | None = None) -> Samen:
    """`gezien`: theirs as it was shown, by its id; else as it is now."""
    plaats = redactie.plaats
    basis = None if een.basis is None else plaats.met_id(een.pad, een.basis)
    nu = plaats.lees(een.pad) if gezien is None else plaats.met_id(een.pad, gezien)
    if nu is not None:
        plaats.onthoud(nu)
    # A new file of both began with nothing, and that is known.
    was = basis.tekst if basis else "" if een.basis is None else None
    hun, mijn = nu.tekst if nu else None, een.tekst
    stukken: tuple[Stuk, ...] = ()
    geheel: str | None = None
    if hun is not None and mijn is not None:
        stukken = voeg_samen(was, hun, mijn)
        gemengd = meng(een.pad, was, mijn, hun) if een.basis is not None and was is not None else None
        if gemengd is not None and not gemengd.anders:
            geheel = gemengd.tekst
        elif not botsingen(stukken):
            geheel = tekst_van(stukken, {})
    return Samen(was, hun, nu.id if nu else _WEG, mijn, stukken, geheel)


def _gekozen(redactie: Redactie, ik: Aangemeld, een: Concept, gezien: str) -> str | None:
    """The text that was chosen in the form."""
    keuze = ik.veld("keuze")
    if keuze == "mijn":
        return een.tekst
    samen = _samen(redactie, een, gezien)
    if keuze == "hun":
        return samen.hun
    if "geheel" in ik.velden:
        return ik.veld("geheel")
    typte = {een.nr: ik.veld(f"stuk_{een.nr}") for een in samen.allebei if f"stuk_{een.nr}" in ik.velden}
    return tekst_van(samen.stukken, {nr: tekst.replace("\r\n", "\n") for nr, tekst in typte.items()})
