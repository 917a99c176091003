"""The mail that reminds a team of what it has to look at again: once a week at most, and only when there is something."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, delete, select, update

from actions.gesprek.bronnen import NEDERLAND, Bronnen
from actions.gesprek.database import voeg_in
from actions.overdracht.post import NietVerstuurd, Postkantoor, maak_brief, verstuur
from content.schema import Gemeente
from web.redactie.bijhouden.nakijklijst import Punt, punten
from web.redactie.tabellen import nakijkpost as t

_log = logging.getLogger(__name__)
_TIJD = 20.0
"""Seconds for one mail."""
_VANAF = 8
"""Not before this hour: a mail of the week comes on Monday morning, or as soon as there is something."""
_MEESTE = 20
"""So many titles in one mail."""


def herinner(bronnen: Bronnen, kantoor: Postkantoor | None, adres: str | None) -> int:
    """One look; blocks. Gives how many mails went. `adres`: how staff reach this house."""
    if kantoor is None:
        return 0
    nu = bronnen.nu().astimezone(NEDERLAND)
    if nu.hour < _VANAF:
        return 0
    week = nu.date() - timedelta(days=nu.weekday())
    return sum(
        _team(bronnen, kantoor, adres, gemeente, team, aan, week)
        for gemeente in bronnen.inhoud.gemeenten().values()
        if gemeente.redactie is not None
        for team, aan in (("", gemeente.redactie.email), *gemeente.redactie.teams.items())
    )


def _team(
    bronnen: Bronnen,
    kantoor: Postkantoor,
    adres: str | None,
    gemeente: Gemeente,
    team: str,
    aan: str,
    week: date,
) -> bool:
    """`team` "": everything that no team of its own has an address for."""
    assert gemeente.redactie is not None
    with bronnen.opslag.lees_naast() as verbinding:
        deze = (t.c.gemeente == gemeente.slug, t.c.team == team)
        vorige = verbinding.scalar(select(t.c.week).where(*deze))
    if vorige is not None and vorige >= week:
        return False
    andere = gemeente.redactie.teams.keys()
    open_ = [
        punt
        for punt in punten(bronnen.inhoud, gemeente.slug, bronnen.vandaag())
        if punt.stand == "te_laat" and (punt.eigenaar == team if team else punt.eigenaar not in andere)
    ]
    if not open_:
        return False
    with bronnen.opslag.schrijf() as verbinding:
        if not _neem(verbinding, gemeente.slug, team, week):
            return False  # another process was first
    if _stuur(bronnen, kantoor, adres, gemeente, team, aan, week, open_):
        return True
    with bronnen.opslag.schrijf() as verbinding:
        _zet_terug(verbinding, gemeente.slug, team, vorige)
    return False


def _stuur(
    bronnen: Bronnen,
    kantoor: Postkantoor,
    adres: str | None,
    gemeente: Gemeente,
    team: str,
    aan: str,
    week: date,
    open_: Sequence[Punt],
) -> bool:
    inhoud = bronnen.inhoud
    tekst = inhoud.tekst(
        "redactie_nakijken.post_tekst",
        gemeente=gemeente,
        aantal=len(open_),
        titels=[punt.titel for punt in open_[:_MEESTE]],
        meer=max(len(open_) - _MEESTE, 0),
        adres=f"{adres}/redactie/nakijken" if adres else "",
    )
    onderwerp = inhoud.tekst("redactie_nakijken.post_onderwerp", gemeente=gemeente, aantal=len(open_))
    # The same Message-ID when it is tried again: mailboxes throw away a second one.
    nr = sorted(["", *(gemeente.redactie.teams if gemeente.redactie else ())]).index(team)
    brief = maak_brief(kantoor, aan, onderwerp, tekst, f"nakijken.{gemeente.slug}.{nr}.{week}", bronnen.nu())
    try:
        verstuur(kantoor, brief, _TIJD)
    except NietVerstuurd as fout:
        _log.warning("the editors of %s could not be mailed: %s", gemeente.slug, fout.reden)
        return False
    return True


def _neem(verbinding: Connection, slug: str, team: str, week: date) -> bool:
    """Write down that the mail of this week goes. False when it went."""
    rij = voeg_in(t, verbinding.dialect.name).values(gemeente=slug, team=team, week=week)
    weer = rij.on_conflict_do_update(
        index_elements=["gemeente", "team"], set_={"week": week}, where=t.c.week < week
    )
    return verbinding.execute(weer).rowcount == 1


def _zet_terug(verbinding: Connection, slug: str, team: str, vorige: date | None) -> None:
    deze = (t.c.gemeente == slug, t.c.team == team)
    if vorige is None:
        verbinding.execute(delete(t).where(*deze))
    else:
        verbinding.execute(update(t).where(*deze).values(week=vorige))
