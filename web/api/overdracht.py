"""Handing over to the gemeente (public contract, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, ParamSpec, TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field, StrictBool, StringConstraints

from actions.contract import Model, naar_json
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from actions.overdracht import voorbeeld as getoond
from actions.overdracht.aanvraag import Aanvraag, Ongeldig
from actions.overdracht.rijen import Stand
from actions.overdracht.toestemming import ToestemmingOntbreekt, ToestemmingVerouderd
from actions.overdracht.uitbak import Toegang
from web.api.modellen import Id, Verzoek, is_token
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad
from web.fouten import Probleem
from web.overdracht import dien_in as neem_aan
from web.overdracht import fouten, stand_in_woorden

van_gesprek = APIRouter(prefix="/api/v1/gesprekken", tags=["overdracht"])
router = APIRouter(prefix="/api/v1/overdracht", tags=["overdracht"])

P = ParamSpec("P")
T = TypeVar("T")
Ruw = Annotated[str, StringConstraints(max_length=2000)]
"""Longer than what may be sent: the reason is told in words, with the number of characters."""
Deel = Annotated[str, StringConstraints(max_length=200)]
_MEESTE_DELEN = 100


class OverdrachtVerzoek(Verzoek):
    """Body H of the contract."""

    id: Id
    onderwerp: Annotated[str, StringConstraints(max_length=200)]
    naam: Ruw | None = None
    telefoon: Ruw | None = None
    email: Ruw | None = None
    beste_moment: Literal["ochtend", "middag", "geen_voorkeur"] = "geen_voorkeur"
    bericht: Ruw | None = None
    delen: Annotated[list[Deel], Field(max_length=_MEESTE_DELEN, default_factory=list)]

    def aanvraag(self) -> Aanvraag:
        return Aanvraag(
            id=self.id,
            onderwerp=self.onderwerp,
            naam=self.naam,
            telefoon=self.telefoon,
            email=self.email,
            beste_moment=self.beste_moment,
            bericht=self.bericht,
            delen=tuple(self.delen),
        )


class ToestemmingVerzoek(Verzoek):
    versie: Annotated[str, StringConstraints(max_length=100)] | None = None
    gegeven: StrictBool = False


class IndienVerzoek(OverdrachtVerzoek):
    """H with consent. Without it the answer is 403, not that a field is missing."""

    toestemming: ToestemmingVerzoek | None = None


class CodeVerzoek(Verzoek):
    intrekcode: Annotated[str, StringConstraints(max_length=100)]


class VeldModel(Model):
    label: str
    waarde: str


class ToestemmingModel(Model):
    versie: str
    tekst: str


class VoorbeeldModel(Model):
    velden: list[VeldModel]
    ontvanger: str
    doel: str
    bewaartermijn: str
    toestemming: ToestemmingModel


class Ontvangst(Model):
    kenmerk: str
    intrekcode: str
    status: Stand


class StatusModel(Model):
    kenmerk: str
    status: Stand
    tekst: str
    """What that means for the resident (an addition of ours)."""


@van_gesprek.post("/{gesprek}/overdracht/voorbeeld", response_model=VoorbeeldModel)
async def voorbeeld(gesprek: str, verzoek: OverdrachtVerzoek, diensten: MetDiensten) -> Response:
    """Field by field exactly what would be sent. Stores nothing."""
    uit = await _doe(diensten, gesprek, diensten.uitbak.voorbeeld, gesprek, verzoek.aanvraag())
    model = VoorbeeldModel(
        velden=[VeldModel(label=veld.label, waarde=veld.waarde) for veld in uit.velden],
        ontvanger=uit.ontvanger,
        doel=uit.doel,
        bewaartermijn=uit.bewaartermijn,
        toestemming=ToestemmingModel(versie=uit.toestemming.versie, tekst=uit.toestemming.tekst),
    )
    return JSONResponse(naar_json(model))


@van_gesprek.post("/{gesprek}/overdracht", status_code=201, response_model=Ontvangst)
async def dien_in(gesprek: str, verzoek: IndienVerzoek, request: Request, diensten: MetDiensten) -> Response:
    """Send it, with consent. The same `id` again gives the same answer and is one request. Too many in a day: 429."""
    ja = verzoek.toestemming or ToestemmingVerzoek()
    uit = await _doe(
        diensten,
        gesprek,
        neem_aan,
        diensten,
        request,
        gesprek,
        verzoek.aanvraag(),
        ja.versie,
        gegeven=ja.gegeven,
    )
    diensten.bezorgen.set()
    ontvangst = Ontvangst(kenmerk=uit.kenmerk, intrekcode=uit.intrekcode, status=uit.stand)
    return JSONResponse(naar_json(ontvangst), 201)


@router.post("/{kenmerk}/status", response_model=StatusModel)
async def status(kenmerk: str, verzoek: CodeVerzoek, request: Request, diensten: MetDiensten) -> Response:
    """How it stands with a request. A wrong code: 403; five of them: an hour 429. An unknown number is a wrong code."""
    return await _met_code(diensten, request, diensten.uitbak.status, kenmerk, verzoek.intrekcode)


@router.post("/{kenmerk}/intrekken", response_model=StatusModel)
async def trek_in(kenmerk: str, verzoek: CodeVerzoek, request: Request, diensten: MetDiensten) -> Response:
    """Withdraw it: what was not delivered is erased, what was is taken back at the gemeente."""
    antwoord = await _met_code(diensten, request, diensten.uitbak.trek_in, kenmerk, verzoek.intrekcode)
    diensten.bezorgen.set()
    return antwoord


async def _doe(
    diensten: Diensten, gesprek: str, functie: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Do it in a thread, for a talk that is there; what is wrong comes out as a problem."""
    if not is_token(gesprek):
        raise GesprekOnbekend
    inhoud = diensten.bronnen.inhoud
    try:
        return await in_draad(functie, *args, **kwargs)
    except Ongeldig as fout:
        raise Probleem(422, "ongeldig", fouten=fouten(inhoud, fout)) from None
    except ToestemmingOntbreekt:
        raise Probleem(403, "toestemming_ontbreekt") from None
    except ToestemmingVerouderd:
        raise Probleem(409, "toestemming_verouderd") from None
    except getoond.EigenFormulier as fout:
        raise Probleem(409, "eigen_formulier", ook={"formulier": fout.url}) from None
    except getoond.GeenOverdracht:
        slug = await in_draad(diensten.bronnen.opslag.gemeente, gesprek_id(gesprek))
        raise Probleem(409, "geen_overdracht", gemeente=slug) from None


async def _met_code(
    diensten: Diensten, request: Request, functie: Callable[[str, str], Toegang], kenmerk: str, code: str
) -> Response:
    uit = await diensten.codeloket.open(functie, kenmerk, code, diensten.adres(request))
    woorden = stand_in_woorden(diensten.bronnen.inhoud, uit.gemeente, uit)
    return JSONResponse(naar_json(StatusModel(kenmerk=uit.kenmerk, status=uit.stand, tekst=woorden)))
