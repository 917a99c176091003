"""Room `bewerken`: writing in a draft. A topic is a form; any other file is its text.

What is typed is kept: it is saved while typing (with JavaScript), whatever is wrong with it; what cannot be saved is shown
again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from content.schema import Stap
from web.draad import in_draad
from web.getal import getal
from web.redactie.bewaren.bewaarplaats import Versie
from web.redactie.bewaren.concepten import Concept, ConceptWeg, Ingehaald, net
from web.redactie.bewaren.concepten import Geweigerd as MagNiet
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.rechten import gemeente_van, onderwerp_van
from web.redactie.schrijven import faqvorm, invullen, schrijfhulp, vormvelden
from web.redactie.schrijven.bestandtips import Regeltip, tips_van
from web.redactie.schrijven.faqvorm import Bron, Faqvorm, Onleesbaar
from web.redactie.schrijven.leesbeeld import gevuld, naam_van
from web.redactie.schrijven.zinnentips import tips_bij
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, Geweigerd

STAPPEN: tuple[Stap, ...] = ("start", "overzicht", "medewerker", "hulp_dichtbij")
_BEWAARD = "bewaard"
"""Heard in the page by what looks at the draft: the live preview."""


@dataclass(frozen=True, slots=True)
class Werk:
    """A draft as its page shows it. `vorm` None: it is edited as a file, and `waarom_geen` says why a topic has no form."""

    concept: Concept
    tekst: str
    vorm: Faqvorm | None
    waarom_geen: str = ""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "bewerken")
    inhoud, bronnen, plaats = redactie.bronnen.inhoud, redactie.bronnen, redactie.plaats

    def hulp(ik: Aangemeld, werk: Werk) -> dict[str, Any]:
        """What is to be said of what stands there."""
        gemeente, vandaag = ik.wie.gemeente, bronnen.vandaag()
        if werk.vorm is None:
            regels = tips_van(werk.concept.pad, werk.tekst)
            fouten = sum(een.fout for een in regels)
            return {
                "regels": regels,
                "fouten": fouten,
                "raad": len(regels) - fouten,
                "zintips": (),
                "tips": {},
            }
        tips = schrijfhulp.per_veld(inhoud, plaats.map, werk.concept.pad, werk.vorm, gemeente, vandaag)
        zintips = tips_bij(inhoud, onderwerp_van(werk.concept.pad), werk.vorm.voorbeelden)
        fouten, raad = schrijfhulp.ergste(tips)
        regels_: tuple[Regeltip, ...] = ()
        return {
            "tips": tips,
            "zintips": zintips,
            "fouten": fouten,
            "raad": raad + len(zintips),
            "regels": regels_,
        }

    def rest(ik: Aangemeld, werk: Werk) -> dict[str, Any]:
        """What stands beside the form."""
        if werk.vorm is None:
            return {}
        gemeente, vandaag = ik.wie.gemeente, bronnen.vandaag()
        id_, eigen = onderwerp_van(werk.concept.pad), gemeente_van(werk.concept.pad) is not None
        gewoon = inhoud.faqs().get(id_)
        anders = [slug for slug, hun in inhoud.faqs_eigen().items() if id_ in hun]
        return {
            "eigen": eigen,
            "gewoon": gewoon if eigen else None,
            "gewoon_gevuld": gevuld(redactie, gewoon.antwoord, gemeente) if gewoon and eigen else None,
            "gemeenten": [] if eigen else [naam_van(redactie, slug) for slug in anders],
            "gebruikt": invullen.in_gebruik(inhoud, plaats.map, werk.vorm, gemeente, vandaag),
            "keuzes": invullen.keuzes(
                inhoud, plaats.map, bronnen.parameters, "", werk.vorm.regeling, vandaag
            ),
            "regelingen": sorted(
                ((k, een.titel) for k, een in inhoud.uitkomsten().items()), key=lambda paar: paar[1]
            ),
            "gebeurtenissen": sorted(
                ((k, een.titel) for k, een in inhoud.gebeurtenissen().items() if een.uitrekenen),
                key=lambda paar: paar[1],
            ),
            "stappen": STAPPEN,
            "bronnen": (*werk.vorm.bronnen, Bron()),
            "datum_goed": not werk.vorm.nagekeken or _is_dag(werk.vorm.nagekeken),
        }

    def alles(ik: Aangemeld, werk: Werk) -> dict[str, Any]:
        concept = werk.concept
        botst = redactie.concepten.botst(concept) is not None
        er = plaats.lees(concept.pad)
        return {
            **hulp(ik, werk),
            **rest(ik, werk),
            "concept": concept,
            "tekst": werk.tekst,
            "vorm": werk.vorm,
            "waarom_geen": werk.waarom_geen,
            "id": onderwerp_van(concept.pad),
            "botst": botst,
            "nieuw": concept.basis is None,
            "er": er is not None,
            "meeste_keuzes": vormvelden.MEESTE_KEUZES,
            "diepst": vormvelden.DIEPST,
        }

    async def blad(ik: Aangemeld, werk: Werk, status: int = 200, **meer: Any) -> Response:
        gegevens = {"bij": "", "weg": "", "ander": None, **await in_draad(alles, ik, werk), **meer}
        return kamer.geef(
            "concept_onderwerp.html" if werk.vorm else "concept_bestand.html", ik, status, **gegevens
        )

    async def dicht(ik: Aangemeld, concept: Concept, werk: Werk) -> Response:
        """It cannot be written in any more; what was typed is shown, so that it can be kept."""
        return kamer.geef("concept_dicht.html", ik, 409, concept=concept, getypt=werk.tekst)

    def bewaar(ik: Aangemeld, werk: Werk, versie: int, reden: str) -> Concept:
        """Raises Ingehaald, MagNiet, ConceptWeg. What did not change is not saved again."""
        concept = werk.concept
        if (werk.tekst, reden) == (concept.tekst, concept.reden) and concept.is_schrijfbaar:
            return concept
        return redactie.concepten.bewaar(ik.wie, concept.id, versie, werk.tekst, reden)

    @router.get("/redactie/concept/{nr}")
    async def schrijf(ik: Ik, nr: str, request: Verzoek) -> Response:
        concept = await in_draad(redactie.concept, ik.wie, nr)
        if concept.auteur != ik.wie.id or not concept.is_schrijfbaar or concept.tekst is None:
            return RedirectResponse(f"/redactie/concept/{concept.id}/bekijk", 303)
        antwoord = await blad(ik, _werk(concept, concept.tekst), bij=request.query_params.get("bij", ""))
        if "HX-Request" in request.headers:
            # A part of the page was made anew, after a button.
            antwoord.headers["HX-Trigger"] = _BEWAARD
        return antwoord

    @router.post("/redactie/concept/{nr}")
    async def bewaren(ik: Ik, nr: str) -> Response:
        concept = await in_draad(redactie.concept, ik.wie, nr)
        knop = ik.veld("doe")
        werk, plek, weg = _gestuurd(concept, ik.velden, knop, bronnen.vandaag())
        try:
            concept = await in_draad(bewaar, ik, werk, ik.getal("versie"), ik.veld("reden").strip())
        except Ingehaald as fout:
            if not fout.nu.is_schrijfbaar or fout.nu.auteur != ik.wie.id:
                return await dicht(ik, fout.nu, werk)
            # The next time it is the version on screen that is replaced, and its writer has seen it.
            nu = Werk(fout.nu, werk.tekst, werk.vorm, werk.waarom_geen)
            return await blad(ik, nu, 409, ander=fout.nu.tekst or "")
        except (MagNiet, ConceptWeg):
            return await dicht(ik, concept, werk)
        if knop == "bekijk":
            return RedirectResponse(f"/redactie/concept/{concept.id}/bekijk", 303)
        if weg:
            antwoord = await blad(ik, Werk(concept, werk.tekst, werk.vorm), bij=plek, weg=weg)
            antwoord.headers["HX-Trigger"] = _BEWAARD
            return antwoord
        bij = f"?bij={plek}#{anker(plek)}" if plek else ""
        return RedirectResponse(f"/redactie/concept/{concept.id}{bij}", 303)

    @router.post("/redactie/concept/{nr}/typt")
    async def typt(ik: Ik, nr: str) -> Response:
        """While typing: save, and say what is to be mended. Parts of the page, each for its own place."""
        concept = await in_draad(redactie.concept, ik.wie, nr)
        werk, _, _ = _gestuurd(concept, ik.velden, "", bronnen.vandaag())
        stand = "bewaard"
        try:
            concept = await in_draad(bewaar, ik, werk, ik.getal("versie"), ik.veld("reden").strip())
        except (Ingehaald, MagNiet, ConceptWeg):
            stand = "niet"
        nu = Werk(concept, werk.tekst, werk.vorm, werk.waarom_geen)
        antwoord = kamer.geef(
            "concept_typt.html",
            ik,
            concept=concept,
            stand=stand,
            vorm=werk.vorm,
            **await in_draad(hulp, ik, nu),
        )
        if stand == "bewaard":
            antwoord.headers["HX-Trigger"] = _BEWAARD
        return antwoord

    @router.get("/redactie/concept/{nr}/doorloop")
    async def doorloop(ik: Ik, nr: str, request: Verzoek) -> Response:
        """The draft as residents go through it, one choice at a time."""
        concept = await in_draad(redactie.concept, ik.wie, nr)
        try:
            vorm = faqvorm.lees(concept.tekst or "")
        except Onleesbaar:
            raise Geweigerd(404, "weg") from None

        def vul(tekst: str) -> Markup:
            return gevuld(redactie, tekst, ik.wie.gemeente)

        gekozen, vervolg, weg = [], vorm.vervolg, []
        for deel in request.query_params.get("weg", "").split("."):
            plek = (getal(deel) or 0) - 1
            if vervolg is None or not 0 <= plek < len(vervolg.keuzes):
                break
            keuze = vervolg.keuzes[plek]
            weg.append(str(plek + 1))
            gekozen.append((vul(vervolg.vraag), keuze.label, vul(keuze.antwoord)))
            vervolg = keuze.vervolg
        return kamer.geef(
            "doorloop.html",
            ik,
            concept=concept,
            vorm=vorm,
            antwoord=vul(vorm.antwoord),
            gekozen=gekozen,
            vraag=vul(vervolg.vraag) if vervolg else None,
            keuzes=vervolg.keuzes if vervolg else (),
            weg=".".join(weg),
            terug=".".join(weg[:-1]),
        )

    @router.post("/redactie/concept/{nr}/houden")
    async def houden(ik: Ik, nr: str) -> Response:
        """A draft that takes a file away becomes one that changes it."""
        concept = await in_draad(redactie.concept, ik.wie, nr)
        er: Versie | None = await in_draad(plaats.lees, concept.pad)
        if concept.tekst is None and er is not None:
            try:
                await in_draad(
                    redactie.concepten.bewaar, ik.wie, concept.id, ik.getal("versie"), er.tekst, ""
                )
            except (Ingehaald, MagNiet):
                return RedirectResponse(f"/redactie/concept/{concept.id}/bekijk", 303)
        return RedirectResponse(f"/redactie/concept/{concept.id}", 303)

    @router.get("/redactie/bedragen")
    async def bedragen(ik: Ik, request: Verzoek) -> Response:
        """Amounts that may stand in an answer."""
        zoek = request.query_params.get("zoek", "")[:100]
        regeling = request.query_params.get("regeling", "") or None
        gevonden = await in_draad(
            invullen.keuzes, inhoud, plaats.map, bronnen.parameters, zoek, regeling, bronnen.vandaag()
        )
        deel = request.headers.get("HX-Target") == "bedragen"
        return kamer.geef(
            "bedragenlijst.html" if deel else "bedragen.html",
            ik,
            keuzes=gevonden,
            zoek=zoek,
            regeling=regeling or "",
            meeste=invullen.MEESTE,
        )


def _werk(concept: Concept, tekst: str) -> Werk:
    if not concept.pad.startswith("faq/"):
        return Werk(concept, tekst, None)
    try:
        return Werk(concept, tekst, faqvorm.lees(tekst) if tekst else Faqvorm())
    except Onleesbaar as fout:
        return Werk(concept, tekst, None, str(fout))


def _gestuurd(
    concept: Concept, velden: Mapping[str, list[str]], knop: str, vandaag: date
) -> tuple[Werk, str, str]:
    """What the form says, where to go on, and what was taken away."""
    oud = concept.tekst or ""
    if "tekst" in velden:
        return _werk(concept, net(velden["tekst"][-1])), "", ""
    nu = _werk(concept, oud)
    if nu.vorm is None:
        return nu, "", ""
    vorm = vormvelden.lees(velden, nu.vorm)
    if knop == "nagekeken:vandaag":
        gedaan = vormvelden.nagekeken(vorm, vandaag)
    else:
        gedaan = vormvelden.doe(vorm, knop, velden.get("terug", [""])[-1])
    # The same letters stay the same file: nothing was changed by looking.
    tekst = oud if oud and gedaan.vorm == nu.vorm else faqvorm.schrijf(oud, gedaan.vorm)
    return Werk(concept, tekst, gedaan.vorm), gedaan.plek, gedaan.weg


def anker(plek: str) -> str:
    """The id of a part of the page; without points, which mean something else to a style sheet."""
    return plek.replace(".", "-")


def _is_dag(tekst: str) -> bool:
    try:
        return date.fromisoformat(tekst).isoformat() == tekst
    except ValueError:
        return False
