"""`/contact/{gesprek}`: a question from this talk handed over to the gemeente, step by step, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from actions.gesprek.opslag import GesprekOnbekend
from actions.overdracht.aanvraag import BERICHT_MAX, MOMENTEN, Ongeldig, lees_telefoon
from actions.overdracht.bellen import uiterlijk
from actions.overdracht.codes import is_kenmerk
from actions.overdracht.contact import Contact, Eerder
from actions.overdracht.toestemming import ToestemmingOntbreekt, ToestemmingVerouderd
from actions.overdracht.uitbak import CodeFout
from actions.overdracht.voorbeeld import EigenFormulier, GeenOverdracht, Voorbeeld
from actions.overdracht.wanneer import wanneer
from web.api.modellen import is_token
from web.contact.bladen import Bladen, Plek
from web.contact.vorm import Vorm
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad
from web.fouten import Probleem
from web.overdracht import TE_STOPPEN, dien_in, fouten, stand_in_woorden
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck_vorm import weiger_vreemd_formulier

Fouten = Sequence[tuple[str, str]]
"""(field, what is wrong with it in words)."""
VERSTUURD = "#verstuurd"
"""Behind the address after something was sent: the script in the chat window then tells so."""
_OP_BLAD = ("onderwerp", "bericht", "telefoon", "email", "naam")
"""The fields of the first page, as they stand on it."""
_MET_MELDING = {403: "toestemming_ontbreekt", 409: "toestemming_verouderd"}


def maak_contact(bronnen: MetInhoud) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    bladen = Bladen(bronnen)

    @router.get("/contact/{gesprek}")
    async def toon(gesprek: str, request: Request, diensten: MetDiensten) -> Response:
        contact, plek = await _lees(diensten, request, gesprek)
        if contact.eerder:
            return _klaar(bladen, plek, contact)
        if contact.overdracht is None:
            return _kan_niet(bladen, plek, contact)
        return _vraag(bladen, plek, contact, Vorm.nieuw(contact.onderwerpen[0].id))

    @router.post("/contact/{gesprek}")
    async def doe(gesprek: str, request: Request, diensten: MetDiensten) -> Response:
        contact, plek = await _lees(diensten, request, gesprek)
        weiger_vreemd_formulier(request.scope, contact.gemeente)
        vorm = await Vorm.uit(request)
        if vorm.stap in ("stop", "stop_ja"):
            return await _stop(bladen, plek, contact, vorm, diensten)
        if vorm.stap == "nee":
            return bladen.contact("nee.html", plek)
        if contact.overdracht is None:
            return _kan_niet(bladen, plek, contact, status=409)
        vorm = replace(vorm, onderwerp=vorm.onderwerp or contact.onderwerpen[0].id)
        if vorm.stap == "vraag":
            return _vraag(bladen, plek, contact, vorm)
        try:
            if vorm.stap == "stuur":
                return await _stuur(bladen, plek, contact, vorm, diensten, request)
            getoond = await in_draad(diensten.uitbak.voorbeeld, gesprek, vorm.aanvraag())
        except Ongeldig as fout:
            return _opnieuw(bladen, plek, contact, vorm, fouten(bladen.inhoud, fout))
        except (GeenOverdracht, EigenFormulier):
            return _kan_niet(bladen, plek, contact, status=409)
        if vorm.stap == "voorbeeld" or not contact.deelbaar:
            return _voorbeeld(bladen, plek, contact, vorm, getoond, diensten)
        return _meesturen(bladen, plek, contact, vorm)

    return router


async def _lees(diensten: Diensten, request: Request, gesprek: str) -> tuple[Contact, Plek]:
    """Raises GesprekOnbekend."""
    if not is_token(gesprek):
        raise GesprekOnbekend
    contact = await in_draad(diensten.uitbak.contact, gesprek)
    return contact, Plek(gesprek, contact.gemeente, request.query_params.get("van") == "widget")


def _vraag(bladen: Bladen, plek: Plek, contact: Contact, vorm: Vorm, mis: Fouten = ()) -> HTMLResponse:
    return bladen.contact(
        "vraag.html",
        plek,
        status=422 if mis else 200,
        contact=contact,
        vorm=vorm,
        mis=_eerste(mis),
        momenten=MOMENTEN,
        langste=BERICHT_MAX,
        stappen=3 if contact.deelbaar else 2,
    )


def _eerste(mis: Fouten) -> dict[str, str]:
    """Of each field what is wrong first."""
    uit: dict[str, str] = {}
    for veld, woorden in mis:
        uit.setdefault(veld, woorden)
    return uit


def _meesturen(bladen: Bladen, plek: Plek, contact: Contact, vorm: Vorm, mis: Fouten = ()) -> HTMLResponse:
    gewoon = {regel.id for regel in contact.deelbaar if regel.gevoelig is None}
    aan = set(vorm.delen)
    if vorm.stap == "alles":
        aan |= gewoon
    elif vorm.stap == "niets":
        aan = set()
    return bladen.contact(
        "meesturen.html",
        plek,
        status=422 if mis else 200,
        contact=contact,
        vorm=vorm,
        aan=aan,
        alles=bool(gewoon) and gewoon <= aan,
        mis={"delen": mis[0][1]} if mis else {},
    )


def _opnieuw(bladen: Bladen, plek: Plek, contact: Contact, vorm: Vorm, mis: Fouten) -> HTMLResponse:
    """Back to the page with what is wrong; nothing that was typed is lost."""
    eigen = [een for een in mis if een[0] in _OP_BLAD]
    if eigen:
        eigen.sort(key=lambda een: _OP_BLAD.index(een[0]))
        return _vraag(bladen, plek, contact, vorm, eigen)
    verder = vorm.stap in ("meesturen", "alles", "niets")
    return _meesturen(bladen, plek, contact, vorm, () if verder else mis)


def _voorbeeld(
    bladen: Bladen,
    plek: Plek,
    contact: Contact,
    vorm: Vorm,
    getoond: Voorbeeld,
    diensten: Diensten,
    status: int = 200,
) -> HTMLResponse:
    """Exactly what would be sent, and the question whether to. `status` 403 or 409: it says what was wrong with the consent."""
    assert contact.overdracht is not None
    bel = bool(vorm.telefoon and lees_telefoon(vorm.telefoon))
    melding = _MET_MELDING.get(status)
    return bladen.contact(
        "voorbeeld.html",
        plek,
        status=status,
        contact=contact,
        vorm=vorm,
        getoond=getoond,
        melding=None if melding is None else bladen.inhoud.tekst(f"fouten.{melding}"),
        wanneer=wanneer(
            contact.tekst, contact.overdracht, diensten.bronnen.nu(), vorm.beste_moment, telefoon=bel
        ),
        stappen=3 if contact.deelbaar else 2,
    )


async def _stuur(
    bladen: Bladen, plek: Plek, contact: Contact, vorm: Vorm, diensten: Diensten, request: Request
) -> Response:
    """Raises Ongeldig, GeenOverdracht, EigenFormulier."""
    aanvraag = vorm.aanvraag()
    try:
        await in_draad(
            dien_in, diensten, request, plek.gesprek, aanvraag, vorm.versie, gegeven=vorm.versie is not None
        )
    except (ToestemmingOntbreekt, ToestemmingVerouderd) as fout:
        getoond = await in_draad(diensten.uitbak.voorbeeld, plek.gesprek, aanvraag)
        status = 403 if isinstance(fout, ToestemmingOntbreekt) else 409
        return _voorbeeld(bladen, plek, contact, vorm, getoond, diensten, status)
    except Probleem as fout:
        if fout.status != 429:
            raise
        woorden = bladen.fout(fout, contact.gemeente)
        return bladen.contact("genoeg.html", plek, status=429, koppen=fout.koppen, woorden=woorden)
    diensten.bezorgen.set()
    return RedirectResponse(plek.hier + VERSTUURD, 303)


def _klaar(bladen: Bladen, plek: Plek, contact: Contact) -> HTMLResponse:
    """What became of what this talk handed over."""
    return bladen.contact(
        "klaar.html",
        plek,
        contact=contact,
        te_stoppen=TE_STOPPEN,
        woorden=lambda een: stand_in_woorden(bladen.inhoud, contact.gemeente.slug, een),
        wanneer=lambda een: _belofte(contact, een),
    )


def _belofte(contact: Contact, een: Eerder) -> str:
    """When the gemeente gets in touch, as far as it promised: the part of the day that was chosen is not kept here."""
    if een.stand == "afgehandeld":
        return ""
    if not een.telefoon:
        return contact.tekst("overdracht.wanneer.e_mail")
    laatste = None if contact.overdracht is None else uiterlijk(contact.overdracht, een.ingediend)
    return "" if laatste is None else contact.tekst("overdracht.wanneer.uiterlijk", dag=laatste)


async def _stop(bladen: Bladen, plek: Plek, contact: Contact, vorm: Vorm, diensten: Diensten) -> Response:
    """Asks once whether it is sure; then it is done, and the page says what became of it."""
    een = next((een for een in contact.eerder if een.kenmerk == vorm.kenmerk), None)
    if een is None or not is_kenmerk(vorm.kenmerk):
        raise Probleem(422, "geen_formulier")
    if vorm.stap == "stop" and een.stand in TE_STOPPEN:
        return bladen.contact("stop.html", plek, contact=contact, een=een)
    if vorm.stap == "stop_ja":
        try:
            await in_draad(diensten.uitbak.trek_in_van, plek.gesprek, vorm.kenmerk)
        except CodeFout:
            raise Probleem(422, "geen_formulier") from None
        diensten.bezorgen.set()
    return RedirectResponse(plek.hier, 303)


def _kan_niet(bladen: Bladen, plek: Plek, contact: Contact, status: int = 200) -> HTMLResponse:
    return bladen.contact("kan_niet.html", plek, status=status, contact=contact)
