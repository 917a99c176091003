"""When does the gemeente call back? From its opening hours, and the public holidays of the Netherlands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht.aanvraag import Moment
from content.lokaal.instelling import Open, Overdracht

MIDDAG = time(12)
_VERST = 60
"""Days to look ahead: longer than any gemeente is closed."""
_GEWOON = 2
"""Working days after which staff see a request as late, where the gemeente promises nothing."""


@dataclass(frozen=True, slots=True)
class Belmoment:
    """A stretch of a day in which somebody may call. `nu`: it has begun already, on the day it was asked."""

    dag: date
    van: time
    tot: time
    nu: bool = False


def eerste(overdracht: Overdracht, nu: datetime, moment: Moment = "geen_voorkeur") -> Belmoment | None:
    """The first stretch in which the call may come, at the part of the day that was asked for where the gemeente calls then.

    None: the gemeente does not tell when it calls. `nu` is an aware moment.
    """
    hier = nu.astimezone(NEDERLAND)
    for gevraagd in (moment, "geen_voorkeur"):
        for dag, open_ in _open_dagen(overdracht, hier.date()):
            for deel in _deel(open_, gevraagd):
                vandaag = dag == hier.date()
                if not vandaag or hier.time() < deel.tot:
                    return Belmoment(dag, deel.van, deel.tot, vandaag and deel.van <= hier.time())
    return None


def uiterlijk(overdracht: Overdracht, ingediend: datetime) -> date | None:
    """The last day on which the gemeente promised to call. None: it promised nothing (`binnen_werkdagen`)."""
    return (
        None
        if overdracht.binnen_werkdagen is None
        else _werkdag(overdracht, ingediend, overdracht.binnen_werkdagen)
    )


def te_laat_na(overdracht: Overdracht | None, ingediend: datetime) -> date:
    """After this day a request that nobody handled is late, for staff: the promise, else two days on which it is open."""
    if overdracht is None:
        return ingediend.astimezone(NEDERLAND).date() + timedelta(days=_GEWOON)
    return _werkdag(overdracht, ingediend, overdracht.binnen_werkdagen or _GEWOON)


def _werkdag(overdracht: Overdracht, ingediend: datetime, aantal: int) -> date:
    """The `aantal`-th day on which the gemeente calls, after the day of the request."""
    begin = ingediend.astimezone(NEDERLAND).date()
    dagen = (dag for dag, _ in _open_dagen(overdracht, begin) if dag > begin)
    return next(islice(dagen, aantal - 1, None), begin + timedelta(days=aantal))


def _open_dagen(overdracht: Overdracht, vanaf: date) -> Iterator[tuple[date, tuple[Open, ...]]]:
    if not overdracht.openingstijden:
        return
    for nr in range(_VERST):
        dag = vanaf + timedelta(days=nr)
        open_ = overdracht.open_op(dag)
        if open_ and dag not in overdracht.gesloten and dag not in feestdagen(dag.year):
            yield dag, open_


def _deel(open_: tuple[Open, ...], moment: Moment) -> Iterator[Open]:
    for deel in open_:
        if moment == "geen_voorkeur":
            yield deel
        elif moment == "ochtend" and deel.van < MIDDAG:
            yield Open(van=deel.van, tot=min(deel.tot, MIDDAG))
        elif moment == "middag" and deel.tot > MIDDAG:
            yield Open(van=max(deel.van, MIDDAG), tot=deel.tot)


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The public holidays, goede vrijdag among them; 5 mei only once in five years (a gemeente names its own: `gesloten`)."""
    # Eleven megabytes: only for whoever asks for contact.
    from holidays.countries.netherlands import Netherlands

    return frozenset(Netherlands(years=jaar))  # type: ignore[no-untyped-call]
