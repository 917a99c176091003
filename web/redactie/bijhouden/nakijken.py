"""`/redactie/nakijken`: what is due for a check, and what a new release had otherwise. "Nog steeds goed" is one click."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi import Request as Verzoek
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from web.draad import in_draad
from web.redactie.bewaren import afwijkend
from web.redactie.bewaren.afwijkend import Afwijking
from web.redactie.bewaren.bewaarplaats import PadOnbekend
from web.redactie.bewaren.concepten import Concept, Ingehaald
from web.redactie.bewaren.concepten import Geweigerd as ConceptGeweigerd
from web.redactie.bewaren.zaad import ZAAD
from web.redactie.bijhouden.nakijklijst import Punt, aflopend, punten
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.lokaal.vorm import Onleesbaar as BladOnleesbaar
from web.redactie.lokaal.wijzigen import zet_nagekeken
from web.redactie.rechten import mag_wijzigen
from web.redactie.schrijven import faqvorm
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, Geweigerd


class KanNiet(Exception):
    """The date cannot be put in by itself: the file is edited as it is."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "nakijken")

    def afwijkingen(wie: Medewerker) -> tuple[Afwijking, ...]:
        """Those of files this person may change, as far as they still are otherwise."""
        return tuple(
            een
            for een in afwijkend.lees(redactie.plaats.boek.beheer)
            if mag_wijzigen(wie, een.pad) and not _gelijk(redactie, een.pad)
        )

    def geef(ik: Aangemeld, request: Verzoek, status: int = 200, **meer: object) -> HTMLResponse:
        vandaag = redactie.bronnen.vandaag()
        alle = punten(redactie.bronnen.inhoud, ik.wie.gemeente, vandaag)
        van = request.query_params.get("eigenaar", "")
        eigenaars = sorted({punt.eigenaar for punt in alle})
        gekozen = [punt for punt in alle if van in ("", punt.eigenaar)]
        gemeente = redactie.bronnen.inhoud.gemeente(ik.wie.gemeente)
        velden: dict[str, object] = {
            "te_laat": [punt for punt in gekozen if punt.stand == "te_laat"],
            "binnenkort": [punt for punt in gekozen if punt.stand == "binnenkort"],
            "goed": [punt for punt in gekozen if punt.stand == "goed"],
            "eigenaars": eigenaars,
            "van": van,
            "mag": {punt.pad for punt in gekozen if mag_wijzigen(ik.wie, punt.pad)},
            "aflopend": aflopend(redactie.bronnen.parameters, vandaag),
            "afwijkingen": afwijkingen(ik.wie),
            "mail": gemeente.redactie if gemeente else None,
            "gedaan": None,
            "kan_niet": None,
        }
        return kamer.geef("nakijken.html", ik, status, **{**velden, **meer})

    @router.get("/redactie/nakijken")
    async def lijst(ik: Ik, request: Verzoek) -> HTMLResponse:
        return await in_draad(geef, ik, request)

    @router.post("/redactie/nakijken/goed")
    async def nog_goed(ik: Ik, request: Verzoek) -> Response:
        def doe() -> Response:
            alle = punten(redactie.bronnen.inhoud, ik.wie.gemeente, redactie.bronnen.vandaag())
            deze = (ik.veld("pad"), ik.veld("regeling"))
            punt = next((p for p in alle if (p.pad, p.regeling) == deze), None)
            if punt is None or not mag_wijzigen(ik.wie, punt.pad):
                raise Geweigerd(404, "weg")
            try:
                concept = _zet(redactie, bladen, ik.wie, punt)
            except KanNiet:
                return geef(ik, request, 409, kan_niet=punt)
            return geef(ik, request, gedaan=(punt, concept))

        return await in_draad(doe)

    @router.post("/redactie/nakijken/laat")
    async def laat_zo(ik: Ik) -> Response:
        def doe() -> None:
            pad, veld = ik.veld("pad"), ik.veld("veld")
            if not mag_wijzigen(ik.wie, pad) or not ik.wie.mag("publicist", "beheerder"):
                raise Geweigerd(403, "rol")
            boek = redactie.plaats.boek
            with boek.slot():
                alle = afwijkend.lees(boek.beheer)
                afwijkend.bewaar(boek.beheer, [een for een in alle if (een.pad, een.veld) != (pad, veld)])

        await in_draad(doe)
        return RedirectResponse("/redactie/nakijken", 303)


def _zet(redactie: Redactie, bladen: Bladen, wie: Medewerker, punt: Punt) -> Concept:
    """The date of today in the draft of this person. Raises KanNiet."""
    vandaag = redactie.bronnen.vandaag()
    reden = bladen.inhoud.tekst("redactie_nakijken.reden")
    try:
        concept = redactie.concepten.begin(wie, punt.pad)
        if concept.tekst is None:
            raise KanNiet
        if punt.regeling:
            tekst = zet_nagekeken(concept.tekst, punt.regeling, vandaag)
        else:
            vorm = faqvorm.lees(concept.tekst)
            tekst = faqvorm.schrijf(concept.tekst, replace(vorm, nagekeken=vandaag.isoformat()))
        return redactie.concepten.bewaar(wie, concept.id, concept.versie, tekst, concept.reden or reden)
    except (PadOnbekend, ConceptGeweigerd, Ingehaald, faqvorm.Onleesbaar, BladOnleesbaar) as fout:
        raise KanNiet from fout


def _gelijk(redactie: Redactie, pad: str) -> bool:
    """It is again as it came with this release."""
    hier, daar = redactie.plaats.map / pad, ZAAD / pad
    er = hier.is_file(), daar.is_file()
    return er == (False, False) or (er == (True, True) and hier.read_bytes() == daar.read_bytes())
