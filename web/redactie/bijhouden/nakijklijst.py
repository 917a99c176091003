"""What an editor has to look at again, and when: topics, schemes of the gemeente and its regions, amounts of the law that end.

Only of what stands in `Inhoud`: no history is opened for it, because the reminders are made in every house.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from content import onderwerpen
from content.inhoud import Inhoud
from content.lokaal.controle import NAKIJKEN_NA
from content.parameters import Parameters

STRAKS = timedelta(days=30)
"""So long before it is due it is shown as coming."""
EINDIGT = timedelta(days=60)
"""So long before an amount of the law ends without a next one it is shown."""
Stand = Literal["te_laat", "binnenkort", "goed"]


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing that was looked at on a day, and is to be looked at again."""

    pad: str
    regeling: str
    """Within the file; "" for a topic."""
    titel: str
    eigenaar: str
    nagekeken: date
    bron: date | None
    """The newest date of its sources, where they have dates."""
    waarom: Literal["nagekeken", "geldig_tot"]
    voor: date
    """The last day on which it is in time."""
    stand: Stand


@dataclass(frozen=True, slots=True)
class Aflopend:
    """Amounts of the law of one scheme that end, with nothing after them yet."""

    regeling: str
    laatste: date
    aantal: int
    stand: Stand


def punten(inhoud: Inhoud, slug: str, vandaag: date) -> tuple[Punt, ...]:
    """What this gemeente looks after, what is due first at the top."""
    alle = [*_onderwerpen(inhoud, slug, vandaag), *_regelingen(inhoud, slug, vandaag)]
    return tuple(sorted(alle, key=lambda p: (p.voor, p.eigenaar, p.titel)))


def aflopend(parameters: Parameters, vandaag: date) -> tuple[Aflopend, ...]:
    """Only what held within the last year: what ended longer ago is history."""
    per: dict[tuple[str, date], int] = {}
    for regeling, waarden in parameters.waarden.items():
        laatste: dict[str, date] = {}
        for waarde in waarden:
            laatste[waarde.naam] = max(waarde.tot, laatste.get(waarde.naam, waarde.tot))
        for dag in laatste.values():
            if vandaag - timedelta(days=NAKIJKEN_NA) < dag <= vandaag + EINDIGT:
                per[regeling, dag] = per.get((regeling, dag), 0) + 1
    return tuple(
        Aflopend(regeling, dag, aantal, "te_laat" if dag < vandaag else "binnenkort")
        for (regeling, dag), aantal in sorted(per.items(), key=lambda een: (een[0][1], een[0][0]))
    )


def _onderwerpen(inhoud: Inhoud, slug: str, vandaag: date) -> Iterator[Punt]:
    eigen = {slug: inhoud.faqs_eigen().get(slug, {})}
    for pad, faq in onderwerpen.bestanden(inhoud.faqs(), eigen):
        yield _punt(pad, "", faq.titel, faq.eigenaar, faq.nagekeken, None, None, vandaag)


def _regelingen(inhoud: Inhoud, slug: str, vandaag: date) -> Iterator[Punt]:
    lokaal = inhoud.lokaal(slug)
    for id_, een in lokaal.regelingen.items() if lokaal else ():
        data = een.data
        # What is prepared goes on where this ends.
        eindigt = None if data.straks else data.geldig_tot
        bron = max((bron.datum for bron in (*data.bron, *data.bron_bedragen) if bron.datum), default=None)
        yield _punt(een.bestand, id_, data.titel, data.eigenaar, data.nagekeken, bron, eindigt, vandaag)


def _punt(
    pad: str,
    regeling: str,
    titel: str,
    eigenaar: str,
    nagekeken: date,
    bron: date | None,
    eindigt: date | None,
    vandaag: date,
) -> Punt:
    voor = nagekeken + timedelta(days=NAKIJKEN_NA)
    ends = eindigt is not None and eindigt < voor
    laatste = eindigt if ends and eindigt is not None else voor
    stand: Stand = "te_laat" if laatste < vandaag else "binnenkort" if laatste <= vandaag + STRAKS else "goed"
    waarom: Literal["nagekeken", "geldig_tot"] = "geldig_tot" if ends else "nagekeken"
    return Punt(pad, regeling, titel, eigenaar, nagekeken, bron, waarom, laatste, stand)
