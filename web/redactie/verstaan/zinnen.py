"""`/redactie/zinnen`: what people ask and the chatbot does not understand, where the gemeente wants to know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi import Request as Verzoek
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from actions.zinnen import bewaren
from actions.zinnen.opvangen import eigen_woorden
from web.draad import in_draad
from web.getal import getal
from web.redactie.bewaren.concepten import Concept, Ingehaald
from web.redactie.bewaren.concepten import Geweigerd as ConceptGeweigerd
from web.redactie.buren import buren_van
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.schrijven import faqvorm
from web.redactie.schrijven.faqvorm import Faqvorm
from web.redactie.schrijven.nieuwnaam import bestaand, id_van
from web.redactie.schrijven.overzicht import pad_van, titels
from web.redactie.verstaan.soorten import MINSTENS, Soort, soorten
from web.redactie.verstaan.voorbeeldzin import KanNiet, keur, zet_erbij
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld

_GEDAAN = frozenset({"erbij", "nieuw", "weg"})
_PER_ZIN = 3
"""Neighbours that have a say in which topic a sentence may belong to."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was filled in for one kind."""

    soort: str
    zinnen: tuple[str, ...]
    onderwerp: str
    titel: str


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "zinnen")
    inhoud = redactie.bronnen.inhoud

    def staat_aan(ik: Aangemeld) -> bool:
        gemeente = inhoud.gemeente(ik.wie.gemeente)
        return gemeente is not None and gemeente.zinnen_bewaren

    async def geef(ik: Aangemeld, status: int = 200, **meer: object) -> HTMLResponse:
        rijen = await in_draad(_lees, redactie, ik.wie) if staat_aan(ik) else ()
        return kamer.geef(
            "zinnen.html",
            ik,
            status,
            aan=staat_aan(ik),
            soorten=[(een, await in_draad(_voorstel, redactie, een)) for een in rijen],
            titels=titels(inhoud.faqs(ik.wie.gemeente)),
            dagen=bewaren.BEWAREN.days,
            minstens=MINSTENS,
            **{"kan_niet": None, "gedaan": None, "concept": None, "keuze": None, **meer},
        )

    async def weiger(ik: Aangemeld, status: int, waarom: str, onderwerp: str | None = None) -> Response:
        """With everything filled in as it was; `onderwerp`: but this topic chosen."""
        zinnen = tuple(ik.velden.get("zin", ()))
        keuze = Keuze(ik.veld("soort"), zinnen, onderwerp or ik.veld("onderwerp"), ik.veld("titel"))
        return await geef(ik, status, kan_niet=waarom, keuze=keuze)

    async def gekozen(ik: Aangemeld) -> tuple[Soort, list[str]] | None:
        """The kind that a form names, and which of its sentences were ticked. None: it is gone."""
        rijen = await in_draad(_lees, redactie, ik.wie) if staat_aan(ik) else ()
        soort = next((een for een in rijen if ik.veld("soort") in een.ids), None)
        if soort is None:
            return None
        return soort, [zin for zin in soort.zinnen if zin in ik.velden.get("zin", ())]

    async def klaar(ik: Aangemeld, soort: Soort, wat: str, concept: Concept | None = None) -> Response:
        await in_draad(_leg_weg, redactie, ik.wie, soort)
        nr = "" if concept is None else f"&concept={concept.id}"
        return RedirectResponse(f"/redactie/zinnen?gedaan={wat}{nr}", 303)

    @router.get("/redactie/zinnen")
    async def lijst(ik: Ik, request: Verzoek) -> Response:
        gedaan, nr = (request.query_params.get(naam, "") for naam in ("gedaan", "concept"))
        return await geef(
            ik,
            gedaan=gedaan if gedaan in _GEDAAN else None,
            concept=getal(nr),
        )

    @router.post("/redactie/zinnen/onderwerp")
    async def bij_onderwerp(ik: Ik) -> Response:
        keuze = await gekozen(ik)
        if keuze is None:
            return await weiger(ik, 409, "verdwenen")
        soort, zinnen = keuze
        if not zinnen:
            return await weiger(ik, 422, "geen_zin")
        reden = inhoud.tekst("redactie_zinnen.reden")
        try:
            concept = await in_draad(zet_erbij, redactie, ik.wie, ik.veld("onderwerp"), zinnen, reden)
        except KanNiet as fout:
            return await weiger(ik, 409, fout.waarom)
        return await klaar(ik, soort, "erbij", concept)

    @router.post("/redactie/zinnen/nieuw")
    async def nieuw_onderwerp(ik: Ik) -> Response:
        keuze = await gekozen(ik)
        if keuze is None:
            return await weiger(ik, 409, "verdwenen")
        soort, zinnen = keuze
        titel = " ".join(ik.veld("titel").split())[:200]
        id_ = id_van(titel)
        if not zinnen or not id_:
            return await weiger(ik, 422, "geen_titel" if zinnen else "geen_zin")
        er_is = bestaand(titel, inhoud.faqs(ik.wie.gemeente))
        if er_is:
            return await weiger(ik, 422, "bestaat", er_is)
        try:
            concept = await in_draad(_begin, redactie, ik.wie, id_, titel, zinnen)
        except KanNiet as fout:
            return await weiger(ik, 409, fout.waarom)
        return await klaar(ik, soort, "nieuw", concept)

    @router.post("/redactie/zinnen/weg")
    async def doe_weg(ik: Ik) -> Response:
        keuze = await gekozen(ik)
        if keuze is None:
            return await weiger(ik, 409, "verdwenen")
        return await klaar(ik, keuze[0], "weg")


def _lees(redactie: Redactie, wie: Medewerker) -> tuple[Soort, ...]:
    bronnen = redactie.bronnen
    with bronnen.opslag.lees_naast() as verbinding:
        zinnen = bewaren.lees(verbinding, wie.gemeente, bronnen.vandaag())
    if len(zinnen) < MINSTENS:
        return ()
    return soorten(zinnen, buren_van(bronnen.inhoud), eigen_woorden(bronnen.inhoud))


def _leg_weg(redactie: Redactie, wie: Medewerker, soort: Soort) -> None:
    with redactie.bronnen.opslag.schrijf() as verbinding:
        bewaren.leg_weg(verbinding, wie.gemeente, soort.ids)


def _voorstel(redactie: Redactie, soort: Soort) -> str | None:
    """The topic whose examples are most like these sentences."""
    buren = buren_van(redactie.bronnen.inhoud)
    punten: defaultdict[str, float] = defaultdict(float)
    for zin in soort.zinnen:
        for buur in buren.bij(zin, _PER_ZIN):
            punten[buur.onderwerp] += buur.gelijkenis
    return max(punten, key=lambda id_: punten[id_], default=None)


def _begin(redactie: Redactie, wie: Medewerker, id_: str, titel: str, zinnen: list[str]) -> Concept:
    """A draft of a new topic with these sentences. Raises KanNiet."""
    for zin in zinnen:
        keur(redactie.bronnen.inhoud, id_, zin)
    nagekeken = redactie.bronnen.vandaag().isoformat()
    vorm = Faqvorm(titel=titel, nagekeken=nagekeken, voorbeelden=tuple(zinnen))
    reden = redactie.bronnen.inhoud.tekst("redactie_zinnen.reden")
    try:
        concept = redactie.concepten.begin(wie, pad_van(id_))
        if concept.tekst:
            raise KanNiet("ingehaald")
        return redactie.concepten.bewaar(wie, concept.id, concept.versie, faqvorm.schrijf("", vorm), reden)
    except ConceptGeweigerd:
        raise KanNiet("recht") from None
    except Ingehaald:
        raise KanNiet("ingehaald") from None
