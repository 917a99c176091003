"""`/zelfcheck/{gemeente}`: the talk as a page that works without JavaScript. Plain forms, the same messages as the API."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import SimpleNamespace

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from actions.contract import GesprekStand
from actions.gesprek import beurt
from actions.gesprek.nood import herken
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from content.schema import Gemeente
from web.api.modellen import is_token
from web.diensten import Diensten, MetDiensten
from web.draad import in_draad
from web.fouten import Probleem
from web.invoer import schoon, weigering
from web.paginas import bedragen, opmaak
from web.paginas.demo import DEMO
from web.paginas.sjablonen import MetInhoud
from web.paginas.zelfcheck_beeld import Beeld, beeld
from web.paginas.zelfcheck_pagina import MET_WIDGET, Paginas
from web.paginas.zelfcheck_vorm import Vorm, velden, weiger_vreemd_formulier

NIEUW = "#nieuw"
"""Where the new messages stand on the page."""
_TERUG_TE_ZETTEN = frozenset({403, 422, 429, 500, 503})
"""Errors after which the talk is still there: it is shown again, with what was typed."""


@dataclass(frozen=True, slots=True)
class Fout:
    """What went wrong, in words. `bij`: the id of the field it belongs to; `opnieuw`: the fields to send once more."""

    tekst: str
    bij: str | None = None
    opnieuw: tuple[tuple[str, str], ...] = ()
    vol: bool = False
    """This talk takes no more messages."""


def adres(slug: str, gesprek: str = "") -> str:
    return f"/zelfcheck/{slug}/{gesprek}".rstrip("/")


def naar(plek: str) -> RedirectResponse:
    return RedirectResponse(plek, 303)


async def stand_van(diensten: Diensten, gesprek: str) -> tuple[GesprekStand, Gemeente]:
    """The talk behind a token. Raises GesprekOnbekend."""
    if not is_token(gesprek):
        raise GesprekOnbekend
    stand = await in_draad(diensten.motor.stand, gesprek_id(gesprek))
    gemeente = diensten.bronnen.inhoud.gemeente(stand.gemeente)
    if gemeente is None:
        raise GesprekOnbekend
    return stand, gemeente


def maak_zelfcheck(bronnen: MetInhoud) -> APIRouter:
    """The pages of the talk itself. Those around it: `zelfcheck_menu`."""
    router = APIRouter(include_in_schema=False)
    paginas = Paginas(bronnen)

    @router.get("/zelfcheck/{slug}")
    def start(slug: str, request: Request) -> Response:
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            return paginas.geef("geen_gemeente.html", None, status=404)
        zonder = "zonder" in request.query_params
        return paginas.geef(
            "zelfcheck.html",
            gemeente,
            meer=() if zonder else MET_WIDGET,
            zonder=zonder,
            demo=DEMO,
            naar=adres(slug),
        )

    @router.post("/zelfcheck/{slug}")
    async def begin(slug: str, request: Request, diensten: MetDiensten) -> Response:
        gemeente = bronnen.inhoud.gemeente(slug)
        if gemeente is None:
            return paginas.geef("geen_gemeente.html", None, status=404)
        weiger_vreemd_formulier(request.scope, gemeente)
        gedeeld = "gedeeld" in await velden(request)
        diensten.grenzen.nieuw_gesprek(diensten.adres(request))
        gesprek, _, _ = await in_draad(diensten.motor.begin, slug, gedeeld)
        return naar(adres(slug, gesprek) + NIEUW)

    @router.get("/zelfcheck/{slug}/{gesprek}")
    async def toon(slug: str, gesprek: str, diensten: MetDiensten) -> Response:
        stand, gemeente = await stand_van(diensten, gesprek)
        if slug != gemeente.slug:
            return naar(adres(gemeente.slug, gesprek) + NIEUW)
        gezien = await in_draad(_beeld, diensten, gemeente, stand, gesprek)
        return _pagina(paginas, gemeente, gesprek, gezien)

    @router.post("/zelfcheck/{slug}/{gesprek}")
    async def zeg(slug: str, gesprek: str, request: Request, diensten: MetDiensten) -> Response:  # noqa: ARG001
        stand, gemeente = await stand_van(diensten, gesprek)
        vorm: Vorm | None = None
        try:
            weiger_vreemd_formulier(request.scope, gemeente)
            vorm = Vorm.uit(await velden(request), lijst_max=diensten.instellingen.lijst_max)
            fout = await _vooraf(paginas, gemeente, diensten, stand, vorm)
            if fout is None:
                antwoord = await diensten.doorgever.bericht(
                    gesprek_id(gesprek), vorm.inkomend(), diensten.adres(request)
                )
                stand, gemeente = await stand_van(diensten, gesprek)
                fout = _niet_bewaard(antwoord, stand, vorm)
            if fout is None:
                return naar(adres(gemeente.slug, gesprek) + NIEUW)
            status, koppen = 200, None
        except Probleem as probleem:
            if probleem.status not in _TERUG_TE_ZETTEN or probleem.code == "herkomst":
                raise
            fout = _fout(paginas, gemeente, probleem, vorm)
            status, koppen = probleem.status, probleem.koppen
        gezien = await in_draad(_beeld, diensten, gemeente, stand, gesprek)
        return _pagina(paginas, gemeente, gesprek, gezien, fout, vorm, status=status, koppen=koppen)

    return router


def _beeld(diensten: Diensten, gemeente: Gemeente, stand: GesprekStand, gesprek: str) -> Beeld:
    def tekst() -> Callable[..., str]:
        return beurt.lees(diensten.bronnen, gesprek_id(gesprek))[1].tekst

    return beeld(diensten.bronnen.inhoud, gemeente, stand, tekst)


def _pagina(
    paginas: Paginas,
    gemeente: Gemeente,
    gesprek: str,
    gezien: Beeld,
    fout: Fout | None = None,
    vorm: Vorm | None = None,
    *,
    status: int = 200,
    koppen: dict[str, str] | None = None,
) -> Response:
    plek = adres(gemeente.slug, gesprek)
    return paginas.geef(
        "zelfcheck_gesprek.html",
        gemeente,
        status=status,
        koppen=koppen,
        beeld=gezien,
        fout=fout,
        naar=plek,
        agenda=f"{plek}/agenda",
        gesprek=gesprek,
        # Sent again after an error it is the same message: then it keeps its id.
        s=SimpleNamespace(id=vorm.id if vorm else uuid.uuid4().hex, gezien=gezien.gezien, naar=plek),
        getypt=(vorm.tekst or "") if vorm and vorm.is_tekst else "",
        aan=(vorm.vakjes or ()) if vorm else (),
    )


async def _vooraf(
    paginas: Paginas, gemeente: Gemeente, diensten: Diensten, stand: GesprekStand, vorm: Vorm
) -> Fout | None:
    """What the chat window says itself, before anything is sent: nothing typed or ticked, or too much."""

    def woord(naam: str) -> str:
        return paginas.inhoud.tekst(f"widget.{naam}", gemeente=gemeente)

    getypt = vorm.getypt
    if getypt is None:
        return None
    bij = "antwoord" if vorm.is_tekst else "vakjes"
    langste = diensten.instellingen.tekst_max
    nee = weigering(schoon(getypt), langste=langste)
    if nee == "leeg":
        if bij == "antwoord":
            return Fout(woord("fout_leeg"), bij)
        return Fout(bedragen.vul(woord, "meerkeuze_leeg", geen=_geen(stand)), bij)
    # Danger is heard in a long text as well: then it goes on, and gets its answer.
    if nee == "te_lang" and not await in_draad(herken, getypt):
        return Fout(bedragen.vul(woord, "fout_te_lang", aantal=langste, nu=len(schoon(getypt))), bij)
    return None


def _geen(stand: GesprekStand) -> str:
    """The words of the choice that means none of them."""
    open_vraag = stand.open_vraag
    geen = open_vraag.invoer.geen if open_vraag and open_vraag.invoer else None
    return next((k.label for k in (open_vraag.keuzes or ()) if k.id == geen), "") if open_vraag else ""


def _niet_bewaard(antwoord: object, stand: GesprekStand, vorm: Vorm) -> Fout | None:
    """The excuse for a turn that failed: it stands nowhere in the talk, so it is said here."""
    assert isinstance(antwoord, dict)
    bekend = {b.id for b in stand.berichten}
    excuus = [b for b in antwoord["berichten"] if b["soort"] == "fout" and b["id"] not in bekend]
    if not excuus:
        return None
    return replace(_bij_veld(vorm), tekst=opmaak.plat(excuus[0]["tekst"]))


def _fout(paginas: Paginas, gemeente: Gemeente, probleem: Probleem, vorm: Vorm | None) -> Fout:
    woorden = paginas.fout(probleem, gemeente)
    if probleem.code == "gesprek_vol":
        return Fout(woorden, vol=True)
    return replace(_bij_veld(vorm) if vorm else Fout(""), tekst=woorden)


def _bij_veld(vorm: Vorm) -> Fout:
    """Where the words belong; a click has no field, so it gets a button to try again."""
    if vorm.is_tekst:
        return Fout("", "antwoord")
    if vorm.getypt is not None:
        return Fout("", "vakjes")
    velden = (("id", vorm.id), ("gezien", vorm.gezien), ("keuze", vorm.keuze), ("wijzig", vorm.wijzig))
    return Fout("", None, tuple((naam, waarde) for naam, waarde in velden if waarde))
