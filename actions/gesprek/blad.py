"""A talk as one sheet to keep or print: the overview, with what stands above it and how long it can be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from actions.contract import Overzicht
from actions.gesprek import beurt, verder
from actions.gesprek.bronnen import Bronnen
from content.schema import Gemeente


@dataclass(frozen=True, slots=True)
class Blad:
    gemeente: Gemeente
    opening: str
    """Total and first step (Markdown); empty when nothing was answered yet."""
    overzicht: Overzicht
    """Outcomes with what helps most first."""
    nog_vragen: bool
    gemaakt: date
    verloopt: datetime
    tekst: Callable[..., str]
    """Words about whom the talk is about, by text id and values."""


def blad(bronnen: Bronnen, gesprek_id: str) -> Blad:
    """Raises GesprekOnbekend."""
    gesprek, werk = beurt.lees(bronnen, gesprek_id, van_nu=True)
    overzicht = beurt.overzicht_van(werk)
    volgorde = [u.regeling for u in sorted(werk.uitslag.uitkomsten, key=verder.hoogste_eerst)]
    uitkomsten = sorted(overzicht.uitkomsten, key=lambda u: volgorde.index(u.regeling))
    return Blad(
        gemeente=werk.gemeente,
        opening=verder.opening(werk) if overzicht.feiten else "",
        overzicht=overzicht.model_copy(update={"uitkomsten": uitkomsten}),
        nog_vragen=gesprek.staat.open_vraag is not None,
        gemaakt=bronnen.vandaag(),
        verloopt=gesprek.verloopt,
        tekst=werk.tekst,
    )
