"""When the gemeente gets in touch, in words: the same for the talk, the contact page and the answer about a request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht.aanvraag import Moment
from actions.overdracht.bellen import MIDDAG, Belmoment, eerste, uiterlijk
from content.lokaal.instelling import Overdracht


def wanneer(
    tekst: Callable[..., str], overdracht: Overdracht, nu: datetime, moment: Moment, *, telefoon: bool
) -> str:
    """One to three sentences; empty when the gemeente tells nothing. `tekst` gives a text by its id and values (`Werk.tekst`).

    `telefoon` false: there is an e-mail address only, so nobody calls. `nu` is an aware moment.
    """
    if not telefoon:
        return tekst("overdracht.wanneer.e_mail")
    return " ".join(_zinnen(tekst, overdracht, nu, moment))


def _zinnen(tekst: Callable[..., str], overdracht: Overdracht, nu: datetime, moment: Moment) -> Iterator[str]:
    begin = eerste(overdracht, nu, moment)
    if begin is None:
        if overdracht.binnen_werkdagen is not None:
            yield tekst("overdracht.wanneer.beloofd", aantal=overdracht.binnen_werkdagen)
        return
    laatste = uiterlijk(overdracht, nu)
    gekozen = moment
    if laatste is not None and begin.dag > laatste:
        # The part of the day that was asked for comes after the promised day. The promise holds, at any part of the day.
        begin, gekozen = eerste(overdracht, nu) or begin, "geen_voorkeur"
    yield _vroegst(tekst, begin, nu)
    if laatste is not None:
        naam = "nog_die_dag" if laatste == begin.dag else "uiterlijk"
        yield tekst(f"overdracht.wanneer.{naam}", dag=laatste)
    if gekozen != moment or not _in(begin, moment):
        yield tekst("overdracht.wanneer.ander_deel")


def _vroegst(tekst: Callable[..., str], begin: Belmoment, nu: datetime) -> str:
    if begin.nu:
        return tekst("overdracht.wanneer.nu")
    vandaag = begin.dag == nu.astimezone(NEDERLAND).date()
    naam = "vandaag" if vandaag else "later"
    return tekst(f"overdracht.wanneer.{naam}", dag=begin.dag, van=begin.van, tot=begin.tot)


def _in(begin: Belmoment, moment: Moment) -> bool:
    """Is this the part of the day that was asked for?"""
    return moment == "geen_voorkeur" or (begin.van < MIDDAG) == (moment == "ochtend")
