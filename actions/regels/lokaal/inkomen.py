"""Is the income of a household low enough for a local scheme?

The limit is a percentage of the norm of the Participatiewet (art. 20 to 22a; see `participatiewet.norm`), of the reference wage
(WML art. 8 lid 1 b), or an amount. A norm is net, per month, with vakantietoeslag; income is counted the same way
(`middelen.netto_inkomen`), gross as a twelfth of the year.

Without holiday pay on both sides ("zonder"): from net income the law's own share goes off (Pw art. 19 lid 3), from gross the
share of WML art. 15. So against a norm or the reference wage it makes no difference, and an amount is raised by that share.
What the data do not say (net or gross, holiday pay, kostendelers, under 21) is read in every way it can be meant.
Gap: an income of which no holiday pay is part (own business) is compared with an amount that is raised a little too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TypeVar

from actions.regels.huishouden import Huishouden
from actions.regels.lokaal.toets import (
    DUISTER,
    HOUDT,
    Lezingen,
    Situatie,
    Toets,
    alle_lezingen,
    per_huishouden,
    zeker,
)
from actions.regels.participatiewet import middelen
from actions.regels.participatiewet.norm import Bedragen, norm
from actions.regels.participatiewet.soort import PERSONEN, alleen_bijstand
from actions.regels.personen import jaarinkomen
from actions.regels.waarden import NUL, Bereik, een_van, hoogstens, kies, vast
from content.lokaal.toets import Inkomen
from content.vorm import ONBEKEND

WML, VAKANTIEBIJSLAG = "minimumloon.referentiemaandloon", "loon.vakantiebijslag_pct"
_NORMEN = ("norm_bijstand", "norm_bijstand_aow_als_aow")
BIJNA_PROCENT = Decimal(110)
"""Up to this part of a limit a gemeente is asked for maatwerk (docs/besluiten/0017)."""
_HONDERD, _MAANDEN = Decimal(100), Decimal(12)
T = TypeVar("T", bound=str)


def toets(s: Situatie, eis: Inkomen) -> Toets:
    lezingen = van_eis(s, eis)
    grenzen = {grens for _, grens in mogelijk(s, eis)} if lezingen.ruim.waarde is False else set()
    bekend = len(grenzen) == 1 and all(grens.exact for grens in grenzen) and eis.soort == "netto"
    return Toets("inkomen_te_hoog", lezingen, {"grens": grenzen.pop().laag} if bekend else {})


def van_eis(s: Situatie, eis: Inkomen, deel: Decimal = _HONDERD) -> Lezingen:
    """The income is at most the limit; with `deel`, at most that percentage of it."""
    if eis.van == "geen":
        return HOUDT
    if ONBEKEND in (eis.van, eis.procent) and eis.van != "bedrag":
        return DUISTER
    if (
        eis.van in _NORMEN
        and isinstance(eis.procent, Decimal)
        and eis.procent >= _HONDERD
        and alleen_bijstand(s.h.feiten, "")
    ):
        # Bijstand fills an income up to the norm and no further, whatever else the data may mean.
        return zeker(een_van(s.h.is_een_van(f"inkomen_soort{achter}", "bijstand") for achter in PERSONEN))
    return alle_lezingen(hoogstens(inkomen * _HONDERD, grens * deel) for inkomen, grens in mogelijk(s, eis))


def net_erboven(s: Situatie, eis: Inkomen) -> bool:
    """Above the limit for certain, and by so little that asking for maatwerk makes sense."""
    return van_eis(s, eis).ruim.waarde is False and van_eis(s, eis, BIJNA_PROCENT).ruim.waarde is True


def mogelijk(s: Situatie, eis: Inkomen) -> Iterator[tuple[Bereik, Bereik]]:
    """Income and limit, in every way the data can be meant. Per month, holiday pay in both."""
    for soort in _opties(eis.soort, ("netto", "bruto")):
        inkomen = netto(s) if soort == "netto" else _bruto(s)
        for grens in _grenzen(s, eis, soort):
            yield inkomen, grens


def _opties(waarde: T | str, alle: tuple[T, ...]) -> tuple[T | str, ...]:
    return alle if waarde == ONBEKEND else (waarde,)


def netto(s: Situatie) -> Bereik:
    """Of both of a couple together, per month with holiday pay; bijstand itself left out."""
    partner = middelen.van_partner(s.h, lambda: middelen.netto_inkomen(s.h, "_partner"))
    return middelen.netto_inkomen(s.h, "") + partner


def _bruto(s: Situatie) -> Bereik:
    partner = middelen.van_partner(s.h, lambda: jaarinkomen(s.h, "_partner"))
    return (jaarinkomen(s.h, "") + partner) / _MAANDEN


def _grenzen(s: Situatie, eis: Inkomen, soort: str) -> Iterable[Bereik]:
    if eis.van == "bedrag":
        return _van_bedragen(s, eis, soort)
    assert isinstance(eis.procent, Decimal)
    deel = eis.procent / _HONDERD
    if eis.van == "wettelijk_minimumloon":
        return (vast(s.p[WML] * _met_vakantiebijslag(s) * deel),)
    return tuple(grens * deel for grens in _normen(s, eis))


def _met_vakantiebijslag(s: Situatie) -> Decimal:
    return 1 + s.p[VAKANTIEBIJSLAG] / _HONDERD


def _van_bedragen(s: Situatie, eis: Inkomen, soort: str) -> Iterator[Bereik]:
    assert eis.bedragen is not None
    grenzen = per_huishouden(s, eis.bedragen)
    if eis.bedragen_aow is not None:
        vanaf_aow = per_huishouden(s, eis.bedragen_aow)
        grenzen = (kies(s.aow, vanaf_aow[0], grenzen[0]), kies(s.aow, vanaf_aow[1], grenzen[1]))
    erbij = 1 / (1 - s.n["vakantietoeslag_pct"] / _HONDERD) if soort == "netto" else _met_vakantiebijslag(s)
    for vakantiegeld in _opties(eis.vakantiegeld, ("met", "zonder")):
        for grens in grenzen:
            yield _verhoogd(grens, erbij) if vakantiegeld == "zonder" else grens


def _verhoogd(grens: Bereik, deel: Decimal) -> Bereik:
    return grens.monotoon(lambda bedrag: bedrag * deel)


def _normen(s: Situatie, eis: Inkomen) -> tuple[Bereik, ...]:
    """The norm of this household, in every way the data can be meant. The same for every scheme that means it so."""
    return s.h.eenmaal(_elke_norm, s.h.peildatum, s.n, eis.van, eis.kostendelersnorm, eis.jonger_dan_21)


def _elke_norm(
    h: Huishouden, _dag: date, n: Bedragen, van: str, kostendelersnorm: str, jonger_dan_21: str
) -> tuple[Bereik, ...]:
    zonder_anderen = h.met_antwoord("medebewoners", ())
    n = n if van == "norm_bijstand_aow_als_aow" else _zonder_aow(n)
    wie = {"telt": h, "telt_niet": zonder_anderen}
    bedragen = {"eigen_norm": n, "norm_21": Bedragen(n | {"leeftijd_norm_21": NUL})}
    return tuple(
        norm(wie[delers], wie[delers].vandaag, bedragen[jong])
        for delers, jong in product(
            _opties(kostendelersnorm, tuple(wie)), _opties(jonger_dan_21, tuple(bedragen))
        )
    )


def _zonder_aow(n: Bedragen) -> Bedragen:
    """The norm of art. 21 also for who is older."""
    als_jonger = {
        "norm_alleenstaande_aow": n["norm_alleenstaande"],
        "norm_gehuwden_aow": n["norm_gehuwden"],
    }
    return Bedragen(n | als_jonger)
