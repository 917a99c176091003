"""`/redactie/lokaal`: the amounts and rules of a gemeente and of the regions it rests on, each with its source and date.

A change goes the way of every other: a draft, that somebody else looks at. Before that the manager sees what example households
get by it, on any day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from fastapi import APIRouter
from fastapi import Request as Verzoek
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from content.lokaal.herkomst import Zekerheid
from web.draad import in_draad
from web.redactie.bewaren.boek import id_van
from web.redactie.bewaren.concepten import Concept, Ingehaald
from web.redactie.bewaren.concepten import Geweigerd as ConceptGeweigerd
from web.redactie.huis import Redactie
from web.redactie.kamer import Beheerder, Kamer
from web.redactie.kind import KeurenMislukt
from web.redactie.lokaal import landelijk
from web.redactie.lokaal.invoer import Invoer, dag_van, lees_invoer
from web.redactie.lokaal.rekenproef import Huishouden, Vraag, vergelijk
from web.redactie.lokaal.vorm import Onleesbaar, Regelingvorm, lees, regelingen
from web.redactie.lokaal.wijzigen import schrijf, zet_verwacht
from web.redactie.rechten import mag_wijzigen
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, Geweigerd

_SOORTEN = ("gemeenten", "regios")


@dataclass(frozen=True, slots=True)
class Regel:
    """A scheme in a file."""

    vorm: Regelingvorm
    geldt: bool
    """Not laid over by a file closer to the gemeente."""
    twijfel: str | None
    """Why a resident is told to ask: see `content.lokaal.herkomst.Twijfel`."""


@dataclass(frozen=True, slots=True)
class Bestand:
    pad: str
    naam: str
    eigen: bool
    regels: tuple[Regel, ...]
    concept: Concept | None
    """The open draft of whoever looks."""
    onleesbaar: bool = False


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "lokaal")

    def mijn(wie: Medewerker, pad: str) -> Concept | None:
        eigen = [een for een in redactie.concepten.open_(pad) if een.auteur == wie.id]
        return next((een for een in reversed(eigen) if een.is_schrijfbaar), None)

    def tekst_van(wie: Medewerker, pad: str) -> tuple[str, Concept | None]:
        """As this person has it before them: their draft, else what holds. Raises Geweigerd (404)."""
        concept = mijn(wie, pad)
        if concept is not None and concept.tekst is not None:
            return concept.tekst, concept
        nu = redactie.plaats.lees(pad)
        if nu is None:
            raise Geweigerd(404, "weg")
        return nu.tekst, None

    def overzicht(wie: Medewerker) -> tuple[Bestand, ...]:
        lokaal = redactie.bronnen.inhoud.lokaal(wie.gemeente)
        if lokaal is None:
            return ()
        vandaag = redactie.bronnen.vandaag()
        uit = []
        lagen = [(f"gemeenten/{wie.gemeente}.yml", lokaal.gemeente.naam)]
        lagen += [(f"regios/{regio.id}.yml", regio.naam) for regio in reversed(lokaal.lagen)]
        for pad, naam in lagen:
            nu = redactie.plaats.lees(pad)
            concept = mijn(wie, pad)
            eigen = pad.startswith("gemeenten/")
            regels: list[Regel] = []
            try:
                for id_ in regelingen(nu.tekst) if nu else ():
                    hier = lokaal.regelingen.get(id_)
                    geldt = hier is not None and hier.bestand == pad
                    twijfel = hier.data.op(vandaag).twijfel(vandaag) if hier and geldt else None
                    regels.append(
                        Regel(lees(nu.tekst if nu else "", id_), geldt, twijfel.reden if twijfel else None)
                    )
            except Onleesbaar:
                uit.append(Bestand(pad, naam, eigen, (), concept, onleesbaar=True))
                continue
            uit.append(Bestand(pad, naam, eigen, tuple(regels), concept))
        return tuple(uit)

    @router.get("/redactie/lokaal")
    async def alles(ik: Beheerder) -> HTMLResponse:
        return kamer.geef("lokaal.html", ik, bestanden=await in_draad(overzicht, ik.wie))

    @router.get("/redactie/lokaal/landelijk")
    async def van_het_rijk(ik: Beheerder) -> HTMLResponse:
        vandaag = redactie.bronnen.vandaag()
        alle = await in_draad(landelijk.lees, redactie.plaats.map / "parameters", vandaag)
        return kamer.geef("landelijk.html", ik, alle=alle, vandaag=vandaag)

    # --- one scheme --------------------------------------------------------------------------------------------------

    def geef_vorm(
        ik: Aangemeld, pad: str, id_: str, invoer: Invoer | None = None, status: int = 200
    ) -> Response:
        tekst, concept = tekst_van(ik.wie, pad)
        straks = invoer.straks if invoer else ""
        try:
            vorm = lees(tekst, id_, straks or None)
        except Onleesbaar:
            raise Geweigerd(404, "weg") from None
        echt = redactie.bronnen.inhoud.gemeente(ik.wie.gemeente)
        zekerheden = [z for z in get_args(Zekerheid) if z != "verzonnen" or not (echt and echt.bestaat)]
        return kamer.geef(
            "lokaalregeling.html",
            ik,
            status,
            pad=pad,
            vorm=vorm,
            invoer=invoer or Invoer.van(vorm, bladen.inhoud.tekst("redactie_lokaal.reden", titel=vorm.titel)),
            stand=id_van(tekst.encode()),
            concept=concept,
            zekerheden=zekerheden,
            vandaag=redactie.bronnen.vandaag(),
        )

    def pad_van(ik: Aangemeld, soort: str, naam: str) -> str:
        """Raises Geweigerd."""
        pad = f"{soort}/{naam}.yml"
        if soort not in _SOORTEN or not mag_wijzigen(ik.wie, pad):
            raise Geweigerd(404, "weg")
        return pad

    @router.get("/redactie/lokaal/{soort}/{naam}/{id_}")
    async def een_regeling(ik: Beheerder, soort: str, naam: str, id_: str, request: Verzoek) -> Response:
        pad, straks = pad_van(ik, soort, naam), request.query_params.get("straks", "")

        def maak() -> Response:
            if not straks:
                return geef_vorm(ik, pad, id_)
            try:
                vorm = lees(tekst_van(ik.wie, pad)[0], id_, straks)
            except Onleesbaar:
                raise Geweigerd(404, "weg") from None
            reden = bladen.inhoud.tekst("redactie_lokaal.reden", titel=vorm.titel)
            return geef_vorm(ik, pad, id_, Invoer.van(vorm, reden, straks))

        return await in_draad(maak)

    @router.post("/redactie/lokaal/{soort}/{naam}/{id_}")
    async def verander(ik: Beheerder, soort: str, naam: str, id_: str) -> Response:
        pad = pad_van(ik, soort, naam)
        return await in_draad(_verander, ik, pad, id_)

    def _verander(ik: Aangemeld, pad: str, id_: str) -> Response:
        tekst, _ = tekst_van(ik.wie, pad)
        straks = ik.veld("straks")
        try:
            vorm = lees(tekst, id_, straks or None)
        except Onleesbaar:
            raise Geweigerd(404, "weg") from None
        invoer = lees_invoer(ik.velden, vorm, redactie.bronnen.vandaag(), straks)
        if ik.veld("stand") != id_van(tekst.encode()):
            return geef_vorm(ik, pad, id_, invoer.met_fout("blad", "ingehaald"), 409)
        if invoer.fouten or invoer.wijziging is None:
            return geef_vorm(ik, pad, id_, invoer, 422)
        try:
            nieuw = schrijf(tekst, id_, invoer.wijziging, straks or None)
        except Onleesbaar as fout:
            waarom = str(fout) if str(fout) in ("gedeeld", "straks") else "vorm"
            return geef_vorm(ik, pad, id_, invoer.met_fout("blad", waarom), 422)
        try:
            concept = redactie.concepten.begin(ik.wie, pad)
            if concept.tekst != tekst:
                return geef_vorm(ik, pad, id_, invoer.met_fout("blad", "ingehaald"), 409)
            reden = _samen(concept.reden, invoer.reden)
            redactie.concepten.bewaar(ik.wie, concept.id, concept.versie, nieuw, reden)
        except Ingehaald:
            return geef_vorm(ik, pad, id_, invoer.met_fout("blad", "ingehaald"), 409)
        except ConceptGeweigerd:
            raise Geweigerd(403, "rol") from None
        dag = f"&dag={invoer.wijziging.vanaf}" if invoer.wijziging.vanaf or straks else ""
        if straks:
            dag = f"&dag={straks}"
        return RedirectResponse(f"/redactie/lokaal/proef?concept={concept.id}{dag}", 303)

    # --- what households get -----------------------------------------------------------------------------------------

    def proef(wie: Medewerker, nr: str, dag: date | None) -> tuple[Concept | None, tuple[Huishouden, ...]]:
        """Raises KeurenMislukt, Geweigerd."""
        concept = concept_van(wie, nr) if nr else None
        wijzigingen = {} if concept is None else {concept.pad: concept.tekst}
        if concept is None:
            vraag = Vraag(wie.gemeente, redactie.bronnen.vandaag(), dag or redactie.bronnen.vandaag())
        else:
            vraag = Vraag(wie.gemeente, dag, dag)
        return concept, vergelijk(redactie.plaats.map, wijzigingen, vraag)

    def concept_van(wie: Medewerker, nr: str) -> Concept:
        """A draft of amounts that this person may see. Raises Geweigerd (404)."""
        concept = redactie.concept(wie, nr)
        if not concept.is_open:
            raise Geweigerd(404, "weg")
        return concept

    # Registered before the page of one scheme could read it as its address: that has one more part.
    @router.get("/redactie/lokaal/proef")
    async def huishoudens(ik: Beheerder, request: Verzoek) -> Response:
        nr, getypt = request.query_params.get("concept", ""), request.query_params.get("dag", "").strip()
        dag = dag_van(getypt)
        mis = bool(getypt) and dag is None
        concept: Concept | None = None
        uit: tuple[Huishouden, ...] = ()
        mislukt = False
        try:
            concept, uit = await in_draad(proef, ik.wie, nr, dag)
        except KeurenMislukt:
            concept, mislukt = await in_draad(concept_van, ik.wie, nr) if nr else None, True
        return kamer.geef(
            "lokaalproef.html",
            ik,
            422 if mis else 200,
            concept=concept,
            huishoudens=uit,
            dag=dag,
            getypt=getypt,
            mis=mis,
            mislukt=mislukt,
            vandaag=redactie.bronnen.vandaag(),
        )

    @router.post("/redactie/lokaal/verwacht")
    async def verwacht(ik: Beheerder) -> Response:
        nr = ik.veld("concept")

        def pas_aan() -> None:
            concept, uit = proef(ik.wie, nr, None)
            alle = [
                (m.nr, m.regeling, m.veld, m.waarde)
                for een in uit
                for m in een.missers
                if m.waarde is not None
            ]
            if concept is None or concept.tekst is None or ik.veld("versie") != str(concept.versie):
                raise Geweigerd(409, "weg")
            tekst = zet_verwacht(concept.tekst, alle)
            redactie.concepten.bewaar(ik.wie, concept.id, concept.versie, tekst, concept.reden)

        try:
            await in_draad(pas_aan)
        except (KeurenMislukt, Onleesbaar, Ingehaald, ConceptGeweigerd):
            raise Geweigerd(409, "weg") from None
        return RedirectResponse(f"/redactie/lokaal/proef?concept={nr}", 303)


def _samen(eerder: str, nu: str) -> str:
    """Why, when more than one thing was changed in the same draft."""
    return nu if not eerder or eerder == nu else eerder if nu in eerder else f"{eerder}\n{nu}"
