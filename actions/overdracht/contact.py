"""What the page of handing over shows of a talk: how its gemeente is reached, its topics and lines, and what was sent before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from actions.gesprek.contactknop import MEDEWERKER
from actions.gesprek.staat import Gesprek
from actions.gesprek.werk import Werk
from actions.overdracht import codes, rijen
from actions.overdracht.aanvraag import onderwerp_in_woorden
from actions.overdracht.deelbaar import Deelbaar, deelbaar
from actions.overdracht.rijen import Stand
from actions.overdracht.voorbeeld import EigenFormulier, GeenOverdracht
from content.lokaal.instelling import Overdracht
from content.schema import Gemeente


@dataclass(frozen=True, slots=True)
class Eerder:
    """A request of this talk, and how it stands."""

    kenmerk: str
    code: str
    """To withdraw it with: who has the talk has the code."""
    stand: Stand
    kanaal: str
    geprobeerd: bool
    """Something may have been sent already, when this was last done."""
    ingediend: datetime
    telefoon: bool
    """There is a number to call."""


@dataclass(frozen=True, slots=True)
class Onderwerp:
    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class Contact:
    gemeente: Gemeente
    overdracht: Overdracht | None
    """None: nothing can be handed over here."""
    formulier: str | None
    """The gemeente has a form of its own, at this address."""
    onderwerpen: tuple[Onderwerp, ...]
    """What this talk is about; the first is what was asked about last, or no topic in particular."""
    deelbaar: tuple[Deelbaar, ...]
    eerder: tuple[Eerder, ...]
    """The newest first."""
    tekst: Callable[..., str]
    """Words about whom the talk is about, by text id and values."""


def eerder(verbinding: Connection, token: str, gesprek: str) -> tuple[Eerder, ...]:
    """What this talk handed over. `gesprek`: its id, that the token is of."""
    return tuple(
        Eerder(
            kenmerk=rij.kenmerk,
            code=codes.intrekcode(token, rij.client_id),
            stand=rij.stand,
            kanaal=rij.kanaal,
            geprobeerd=rij.pogingen > 0,
            ingediend=rij.ingediend,
            telefoon="telefoon" in (rij.velden or ()),
        )
        for rij in rijen.van_gesprek(verbinding, gesprek)
    )


def bouw(
    werk: Werk, gesprek: Gesprek, eerder: tuple[Eerder, ...], neemt_aan: Callable[[], Overdracht]
) -> Contact:
    """`neemt_aan` raises GeenOverdracht, EigenFormulier."""
    overdracht, formulier = None, None
    try:
        overdracht = neemt_aan()
    except EigenFormulier as eigen:
        formulier = eigen.url
    except GeenOverdracht:
        pass
    regels = deelbaar(werk)
    return Contact(
        gemeente=werk.gemeente,
        overdracht=overdracht,
        formulier=formulier,
        onderwerpen=tuple(_onderwerpen(werk, gesprek, regels)),
        deelbaar=regels,
        eerder=eerder,
        tekst=werk.tekst,
    )


def _onderwerpen(werk: Werk, gesprek: Gesprek, regels: Sequence[Deelbaar]) -> Iterator[Onderwerp]:
    """What the last offer to call was about, what was asked about (the newest first), what was worked out, and anything else."""
    gezegd = [b for beurt in reversed(gesprek.beurten) for b in reversed(beurt.antwoord["berichten"])]
    uitgerekend = [r.veld.wat for r in regels if r.veld.soort == "uitkomst" and r.veld.wat]
    gevraagd = tuple(_gevraagd(gezegd))
    # Of who asked about nothing in particular no topic is guessed.
    for id_ in dict.fromkeys(
        (*gevraagd, *uitgerekend, MEDEWERKER) if gevraagd else (MEDEWERKER, *uitgerekend)
    ):
        titel = onderwerp_in_woorden(werk, id_)
        if titel is not None:
            yield Onderwerp(id_, titel)


def _gevraagd(gezegd: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """`gezegd`: the messages of the talk, the newest first."""
    yield from [b["onderwerp"] for b in gezegd if b["soort"] == "overdracht" and b.get("onderwerp")][:1]
    yield from [b["faq"] for b in gezegd if b.get("faq")]
