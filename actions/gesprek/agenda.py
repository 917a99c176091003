"""The dates of the last comparison of a talk as a calendar file: what to apply for and what to report, each on its last day.

A calendar is often shared at home. So it names the scheme or the payer, and nothing of what changes in somebody's life.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from actions.contract_vergelijken import Vergelijking
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend
from content.schema import Gemeente

_HERINNER = (timedelta(days=-6, hours=-15), timedelta(hours=-15))
"""Before the midnight a day begins with: at nine in the morning, a week ahead and the day before."""


@dataclass(frozen=True, slots=True)
class Dag:
    """One last day. `sleutel` stays the same when the date moves, so that a calendar replaces it."""

    datum: date
    sleutel: str
    kop: str
    uitleg: str


def agenda(bronnen: Bronnen, gesprek_id: str) -> bytes | None:
    """The file, or None when there is no date to come. Raises GesprekOnbekend."""
    gesprek = bronnen.opslag.lees(gesprek_id)
    if gesprek is None:
        raise GesprekOnbekend
    gemeente = bronnen.inhoud.gemeente(gesprek.staat.gemeente)
    bewaard = gesprek.staat.extra.get("vergelijking")
    if bewaard is None or gemeente is None:
        return None
    vergelijking = Vergelijking.model_validate(bewaard)
    dagen = [dag for dag in _dagen(bronnen, vergelijking, gemeente) if dag.datum >= bronnen.vandaag()]
    return _bestand(bronnen, gesprek_id, dagen, gemeente) if dagen else None


def _dagen(bronnen: Bronnen, vergelijking: Vergelijking, gemeente: Gemeente) -> Iterator[Dag]:
    tekst = bronnen.inhoud.tekst
    for nieuw in vergelijking.nieuw_aanvragen:
        if nieuw.uiterlijk is not None:
            yield Dag(
                date.fromisoformat(nieuw.uiterlijk),
                f"aanvragen {nieuw.regeling}",
                tekst("agenda.aanvragen", gemeente=gemeente, regeling=nieuw.titel),
                tekst("agenda.uitleg_aanvragen", gemeente=gemeente, bij=nieuw.bij, url=nieuw.url),
            )
    gehad = set()
    for melding in vergelijking.melden:
        if melding.uiterlijk is not None and (melding.bij, melding.uiterlijk) not in gehad:
            gehad.add((melding.bij, melding.uiterlijk))
            yield Dag(
                date.fromisoformat(melding.uiterlijk),
                f"doorgeven {melding.bij} {sum(bij == melding.bij for bij, _ in gehad)}",
                tekst("agenda.doorgeven", gemeente=gemeente, bij=melding.bij),
                tekst("agenda.uitleg_doorgeven", gemeente=gemeente, bij=melding.bij),
            )


def _bestand(bronnen: Bronnen, gesprek_id: str, dagen: list[Dag], gemeente: Gemeente) -> bytes:
    # Asked for once in many talks, and slow to import.
    from icalendar import Alarm, Calendar, Event

    kalender = Calendar()
    kalender.add("prodid", "-//Rechtop//NL")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", bronnen.inhoud.tekst("agenda.naam", gemeente=gemeente))
    for dag in dagen:
        een = Event()
        een.add("uid", f"{sha256(f'{gesprek_id} {dag.sleutel}'.encode()).hexdigest()[:32]}@rechtop")
        een.add("dtstamp", bronnen.nu())
        een.add("dtstart", dag.datum)
        een.add("dtend", dag.datum + timedelta(days=1))
        een.add("summary", dag.kop)
        een.add("description", dag.uitleg)
        een.add("class", "PRIVATE")
        een.add("transp", "TRANSPARENT")
        for vooraf in _HERINNER:
            wekker = Alarm()
            wekker.add("action", "DISPLAY")
            wekker.add("description", dag.kop)
            wekker.add("trigger", vooraf)
            een.add_component(wekker)
        kalender.add_component(een)
    inhoud: bytes = kalender.to_ical()
    return inhoud
