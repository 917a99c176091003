"""Texts as residents read them, for the pages of editors."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from content.fouten import InhoudFout
from content.schema import Vervolg
from web.paginas import opmaak
from web.redactie.huis import Redactie


@dataclass(frozen=True, slots=True)
class Tak:
    """A choice of the follow-up with its answer, and what is asked after that."""

    label: str
    antwoord: Markup
    vraag: str
    takken: tuple[Tak, ...]


def gevuld(redactie: Redactie, tekst: str, gemeente: str | None) -> Markup:
    """With the amounts of today; as it stands where it cannot be filled in."""
    inhoud = redactie.bronnen.inhoud
    try:
        klaar = inhoud.render(tekst, datum=redactie.bronnen.vandaag(), gemeente=gemeente)
    except InhoudFout:
        klaar = tekst
    return opmaak.markdown(klaar, inhoud.tekst("widget.nieuw_tabblad"))


def takken(redactie: Redactie, vervolg: Vervolg | None, gemeente: str | None) -> tuple[Tak, ...]:
    if vervolg is None:
        return ()
    return tuple(
        Tak(
            keuze.label,
            gevuld(redactie, keuze.antwoord, gemeente),
            keuze.vervolg.vraag if keuze.vervolg else "",
            takken(redactie, keuze.vervolg, gemeente),
        )
        for keuze in vervolg.keuzes
    )


def naam_van(redactie: Redactie, slug: str) -> str:
    """Of a gemeente."""
    gemeente = redactie.bronnen.inhoud.gemeente(slug)
    return gemeente.naam if gemeente else slug
