"""Handing over, as the API and the pages do it: with limits, and in the same words."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from fastapi import Request

from actions.gesprek.opslag import gesprek_id
from actions.overdracht.aanvraag import Aanvraag, Ongeldig
from actions.overdracht.rijen import Stand
from actions.overdracht.uitbak import Ingediend
from content.inhoud import Inhoud
from content.schema import Gemeente
from web.diensten import Diensten

TE_STOPPEN: frozenset[Stand] = frozenset({"wordt_verstuurd", "verstuurd", "afgehandeld"})
"""States in which there is something to stop."""


class MetStand(Protocol):
    """A request that somebody may see."""

    @property
    def kanaal(self) -> str: ...
    @property
    def stand(self) -> Stand: ...
    @property
    def geprobeerd(self) -> bool: ...


def dien_in(
    diensten: Diensten,
    request: Request,
    token: str,
    aanvraag: Aanvraag,
    versie: str | None,
    *,
    gegeven: bool,
) -> Ingediend:
    """As `Uitbak.dien_in`, within the limits of the talk and the address. Raises also Probleem (429)."""
    mag = partial(diensten.grenzen.overdracht, gesprek_id(token), diensten.adres(request))
    return diensten.uitbak.dien_in(token, aanvraag, versie, gegeven=gegeven, mag=mag)


def fouten(inhoud: Inhoud, fout: Ongeldig) -> list[tuple[str, str]]:
    """(field, what is wrong with it in words)."""
    return [(veld, inhoud.tekst(f"overdracht.fout.{code}", **waarden)) for veld, code, waarden in fout.fouten]


def stand_in_woorden(inhoud: Inhoud, slug: str, uit: MetStand) -> str:
    """What became of a request, for the resident. `slug`: of its gemeente."""
    # What was mailed can only be asked back.
    per_mail = uit.kanaal == "e-mail" and uit.stand == "ingetrokken" and uit.geprobeerd
    naam = "ingetrokken_mail" if per_mail else uit.stand
    gemeente = inhoud.gemeente(slug)
    return inhoud.tekst(
        f"overdracht.stand.{naam}", gemeente=gemeente, ontvanger=ontvanger_van(gemeente, slug)
    )


def ontvanger_van(gemeente: Gemeente | None, slug: str) -> str:
    """Who gets requests there."""
    overdracht = None if gemeente is None else gemeente.overdracht
    return slug if overdracht is None else overdracht.ontvanger
