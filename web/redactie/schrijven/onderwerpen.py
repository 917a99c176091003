"""Room `onderwerpen`: the list of topics, one topic as residents read it now, a new one, and taking one away.

Also every other text of the chatbot, as a file.
"""

from __future__ import annotations

import re
from functools import partial

from fastapi import APIRouter, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from content.gebeurtenis import Gebeurtenis
from content.schema import Faq, UitkomstTekst
from content.verwijzingen import ONMISBAAR
from web.draad import in_draad
from web.redactie.bewaren.bewaarplaats import PadOnbekend
from web.redactie.bewaren.concepten import Concept
from web.redactie.bewaren.concepten import Geweigerd as MagNiet
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.rechten import mag_wijzigen
from web.redactie.schrijven import faqvorm, overzicht
from web.redactie.schrijven.faqvorm import Faqvorm
from web.redactie.schrijven.leesbeeld import gevuld, naam_van, takken
from web.redactie.schrijven.nieuwnaam import bestaand, id_van
from web.redactie.schrijven.overzicht import pad_van
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, Geweigerd

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_MAPPEN = ("teksten", "vragen", "uitkomsten", "gebeurtenissen", "herkennen", "taal")
"""Texts that are no topic. Amounts and local rules have a room of their own."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "onderwerpen")
    inhoud, bronnen, plaats = redactie.bronnen.inhoud, redactie.bronnen, redactie.plaats

    async def begin(ik: Aangemeld, pad: str) -> Concept:
        """Raises Geweigerd (403 or 404)."""
        try:
            return await in_draad(redactie.concepten.begin, ik.wie, pad)
        except PadOnbekend:
            raise Geweigerd(404, "weg") from None
        except MagNiet:
            raise Geweigerd(403, "rol") from None

    def verder(concept: Concept) -> Response:
        return RedirectResponse(f"/redactie/concept/{concept.id}", 303)

    @router.get("/redactie/onderwerpen")
    async def lijst(ik: Ik, request: Verzoek) -> Response:
        zoek = request.query_params.get("zoek", "")[:200]
        op = request.query_params.get("op", "titel")
        op = op if op in overzicht.OP else "titel"
        om = request.query_params.get("om") == "ja"
        concepten = await in_draad(redactie.concepten.open_)
        werk = partial(overzicht.rijen, bronnen, plaats.map, ik.wie.gemeente, concepten, zoek, op, om=om)
        deel = request.headers.get("HX-Target") == "lijst"
        return kamer.geef(
            "onderwerpenlijst.html" if deel else "onderwerpen.html",
            ik,
            rijen=await in_draad(werk),
            kolommen=overzicht.OP,
            zoek=zoek,
            op=op,
            om=om,
            dagen=overzicht.DAGEN,
        )

    @router.get("/redactie/onderwerpen/nieuw")
    async def nieuw(ik: Ik, request: Verzoek) -> Response:
        zin = request.query_params.get("zin", "")[:500]
        return kamer.geef("nieuw.html", ik, titel="", zin=zin, alleen_hier=False, fout="")

    @router.post("/redactie/onderwerpen/nieuw")
    async def maak(ik: Ik) -> Response:
        titel, zin = " ".join(ik.veld("titel").split()), " ".join(ik.veld("zin").split())
        hier = ik.veld("voor") == "gemeente"
        id_ = id_van(titel)
        er_is = bestaand(titel, inhoud.faqs(ik.wie.gemeente))
        fout = "leeg" if not id_ else "bestaat" if er_is else ""
        if fout:
            return kamer.geef(
                "nieuw.html", ik, 422, titel=titel, zin=zin, alleen_hier=hier, fout=fout, id=er_is
            )
        concept = await begin(ik, pad_van(id_, ik.wie.gemeente if hier else None))
        if not concept.tekst:
            vorm = Faqvorm(
                titel=titel,
                nagekeken=bronnen.vandaag().isoformat(),
                voorbeelden=(zin,) if zin else (),
            )
            await _bewaar(redactie, ik, concept, faqvorm.schrijf("", vorm))
        return verder(concept)

    @router.get("/redactie/onderwerp/{id}")
    async def lees(ik: Ik, id: str) -> Response:
        alle = inhoud.faqs(ik.wie.gemeente)
        faq = alle.get(id)
        if faq is None:
            raise Geweigerd(404, "weg")
        gedeeld = inhoud.faqs()
        eigen = inhoud.faqs_eigen().get(ik.wie.gemeente, {})
        concepten = await in_draad(redactie.concepten.open_)
        telling = await in_draad(overzicht.geteld, bronnen, ik.wie.gemeente)
        rij = await in_draad(
            overzicht.een,
            bronnen,
            plaats.map,
            id,
            faq,
            ik.wie.gemeente,
            gedeeld,
            eigen,
            telling,
            concepten,
        )
        gewoon: Faq | None = gedeeld.get(id)
        zinnen = (*(gewoon.voorbeelden if gewoon else ()), *(faq.voorbeelden if rij.eigen else ()))
        return kamer.geef(
            "onderwerp.html",
            ik,
            rij=rij,
            antwoord=gevuld(redactie, faq.antwoord, ik.wie.gemeente),
            takken=takken(redactie, faq.vervolg, ik.wie.gemeente),
            gewoon=gevuld(redactie, gewoon.antwoord, ik.wie.gemeente) if gewoon and rij.eigen else None,
            zinnen=tuple(dict.fromkeys(zinnen)),
            anderen=[
                naam_van(redactie, slug)
                for slug, hun in inhoud.faqs_eigen().items()
                if id in hun and slug != ik.wie.gemeente
            ],
            regeling=_titel(inhoud.uitkomsten().get(faq.regeling or "")),
            gebeurtenis=_titel(inhoud.gebeurtenissen().get(faq.gebeurtenis or "")),
            pad=pad_van(id),
            eigen_pad=pad_van(id, ik.wie.gemeente),
            vast=id in ONMISBAAR,
            volgende=overzicht.volgende_check(faq),
            dagen=overzicht.DAGEN,
        )

    @router.post("/redactie/onderwerp/{id}/bewerk")
    async def bewerk(ik: Ik, id: str) -> Response:
        if not _ID.fullmatch(id):
            raise Geweigerd(404, "weg")
        eigen = ik.veld("voor") == "gemeente"
        pad = pad_van(id, ik.wie.gemeente if eigen else None)
        er = await in_draad(plaats.lees, pad)
        gewoon = await in_draad(plaats.lees, pad_van(id))
        if er is None and (not eigen or gewoon is None):
            raise Geweigerd(404, "weg")
        concept = await begin(ik, pad)
        if er is None and gewoon is not None and not concept.tekst:
            # An own answer begins as the common one. The sentences people say it with are the same everywhere.
            try:
                tekst = faqvorm.schrijf("", faqvorm.voor_gemeente(faqvorm.lees(gewoon.tekst)))
            except faqvorm.Onleesbaar:
                tekst = gewoon.tekst
            await _bewaar(redactie, ik, concept, tekst)
        return verder(concept)

    @router.get("/redactie/onderwerp/{id}/weghalen")
    async def zeker_weten(ik: Ik, id: str, request: Verzoek) -> Response:
        eigen = request.query_params.get("voor") == "gemeente"
        faq = (inhoud.faqs_eigen().get(ik.wie.gemeente, {}) if eigen else inhoud.faqs()).get(id)
        if faq is None:
            raise Geweigerd(404, "weg")
        return kamer.geef(
            "weghalen.html",
            ik,
            faq=faq,
            eigen=eigen,
            blijft=eigen and id in inhoud.faqs(),
            vast=id in ONMISBAAR and not eigen,
            fout=False,
        )

    @router.post("/redactie/onderwerp/{id}/weghalen")
    async def haal_weg(ik: Ik, id: str) -> Response:
        eigen = ik.veld("voor") == "gemeente"
        faq = (inhoud.faqs_eigen().get(ik.wie.gemeente, {}) if eigen else inhoud.faqs()).get(id)
        if faq is None or (id in ONMISBAAR and not eigen):
            raise Geweigerd(404, "weg")
        reden = ik.veld("reden").strip()
        if not reden:
            blijft = eigen and id in inhoud.faqs()
            return kamer.geef(
                "weghalen.html", ik, 422, faq=faq, eigen=eigen, blijft=blijft, vast=False, fout=True
            )
        concept = await begin(ik, pad_van(id, ik.wie.gemeente if eigen else None))
        await _bewaar(redactie, ik, concept, None, reden)
        return RedirectResponse(f"/redactie/concept/{concept.id}/bekijk", 303)

    @router.get("/redactie/bestanden")
    async def bestanden(ik: Ik, request: Verzoek) -> Response:
        zoek = request.query_params.get("zoek", "")[:200]
        paden = await in_draad(_zoek, redactie, ik, zoek)
        groepen = [(map_, [pad for pad in paden if pad.startswith(f"{map_}/")]) for map_ in _MAPPEN]
        return kamer.geef(
            "bestanden.html", ik, groepen=[g for g in groepen if g[1]], zoek=zoek, aantal=len(paden)
        )

    @router.post("/redactie/bestanden/bewerk")
    async def bewerk_bestand(ik: Ik) -> Response:
        pad = ik.veld("pad")
        try:
            er = await in_draad(plaats.lees, pad)
        except PadOnbekend:
            er = None
        if er is None:
            raise Geweigerd(404, "weg")
        return verder(await begin(ik, pad))


def _titel(een: UitkomstTekst | Gebeurtenis | None) -> str | None:
    return een.titel if een else None


async def _bewaar(
    redactie: Redactie, ik: Aangemeld, een: Concept, tekst: str | None, reden: str = ""
) -> None:
    await in_draad(redactie.concepten.bewaar, ik.wie, een.id, een.versie, tekst, reden or een.reden)


def _zoek(redactie: Redactie, ik: Aangemeld, zoek: str) -> list[str]:
    """Files with texts that this person may change, in which each of these words occurs."""
    woorden = zoek.lower().split()
    uit = []
    for pad in redactie.plaats.paden():
        if pad.partition("/")[0] not in _MAPPEN or not mag_wijzigen(ik.wie, pad):
            continue
        er = redactie.plaats.lees(pad) if woorden else None
        in_ = f"{pad}\n{er.tekst if er else ''}".lower()
        if all(woord in in_ for woord in woorden):
            uit.append(pad)
    return uit
