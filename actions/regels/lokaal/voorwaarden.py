"""The other conditions of a local scheme: wealth, age, children, years of low income, and further facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

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
from actions.regels.participatiewet import middelen, norm
from actions.regels.waarden import GEEN, NEE, Bereik, Oordeel, een_van, minder_dan, minstens
from content.lokaal.toets import Kinderen, Leeftijden, Vermogen
from content.vorm import ONBEKEND

EISEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "woonsituatie": "eis_woonsituatie",
        "studeert": "eis_studeert",
        "medische_beperking": "eis_medische_beperking",
        "chronisch_ziek": "eis_chronisch_ziek",
        "eigen_risico_op": "eis_eigen_risico_op",
        "energie_hoog": "eis_energie_hoog",
        "belastingaanslag": "eis_belastingaanslag",
        "schulden": "eis_schulden",
        "huurachterstand": "eis_huurachterstand",
        "zorgverzekerd": "eis_zorgverzekerd",
        "bijzondere_kosten": "eis_bijzondere_kosten",
    }
)
"""Fact → the reason when it is not as the scheme asks."""

Gevraagd = bool | str | tuple[str, ...]
"""What is asked of a fact: see `content.lokaal.toets.Eisen`."""


def vermogen(s: Situatie, eis: Vermogen) -> Toets:
    """Wealth of today less debts (Pw art. 34)."""
    return Toets("vermogen_te_hoog", _vermogen(s, eis))


def _vermogen(s: Situatie, eis: Vermogen) -> Lezingen:
    match eis.grens:
        case "geen":
            return HOUDT
        case "onbekend":
            return DUISTER
        case "bijstand":
            return zeker(middelen.vermogen_binnen_grens(s.h, s.stand, s.n).oordeel)
        case _:
            assert eis.bedragen is not None
            return alle_lezingen(
                middelen.bezit_hoogstens(s.h, grens) for grens in per_huishouden(s, eis.bedragen)
            )


def leeftijd(s: Situatie, eis: Leeftijden) -> Iterator[Toets]:
    if eis.van is not None:
        waarden = {"leeftijd": Decimal(eis.van)} if isinstance(eis.van, int) else {}
        yield Toets("te_jong", _vanaf(s, eis.van), waarden)
    if eis.tot is not None:
        yield Toets("te_oud", _tot(s, eis.tot))


def binnen(s: Situatie, eis: Leeftijden | None) -> Lezingen:
    """The applicant has one of these ages."""
    if eis is None:
        return HOUDT
    jong = HOUDT if eis.van is None else _vanaf(s, eis.van)
    return jong if eis.tot is None else jong & _tot(s, eis.tot)


def _vanaf(s: Situatie, van: int | str) -> Lezingen:
    if isinstance(van, int):
        return zeker(minstens(s.stand.leeftijd, Decimal(van)))
    return zeker(norm.aow_leeftijd(s.stand.leeftijd, s.n)) if van == "aow" else DUISTER


def _tot(s: Situatie, tot: int | str) -> Lezingen:
    """Up to and including these years; "aow": until the day before."""
    if isinstance(tot, int):
        return zeker(minder_dan(s.stand.leeftijd, Decimal(tot + 1)))
    return zeker(~norm.aow_leeftijd(s.stand.leeftijd, s.n)) if tot == "aow" else DUISTER


def kinderen(s: Situatie, eis: Kinderen) -> Toets:
    return Toets("geen_kind", met_kind(s, eis))


def met_kind(s: Situatie, eis: Kinderen | None) -> Lezingen:
    """At least one child of these ages lives at home."""
    if eis is None:
        return HOUDT
    spoor = frozenset({"kinderen"})
    if s.stand.kinderen is None:
        return zeker(Oordeel(None, spoor, spoor))
    elk = [kind(jaren, eis) for jaren in s.stand.kinderen]
    geen = Oordeel(False, GEEN, spoor)
    return Lezingen(een_van((geen, *(k.ruim for k in elk))), een_van((geen, *(k.streng for k in elk))))


def kind(jaren: Bereik, eis: Kinderen) -> Lezingen:
    """A child has one of these ages. A limit that is not known takes every child that the other one lets in, or none."""
    van = Decimal(0) if eis.van == ONBEKEND else Decimal(eis.van)
    tot = Decimal(17) if eis.tot == ONBEKEND else Decimal(eis.tot)
    ruim = minstens(jaren, van) & minder_dan(jaren, tot + 1)
    return Lezingen(ruim, NEE if ONBEKEND in (eis.van, eis.tot) else ruim)


def jaren_laag(s: Situatie, jaren: Decimal | str) -> Toets:
    """So long the income has been low enough."""
    if isinstance(jaren, Decimal):
        genoeg = zeker(minstens(s.h.geld("jaren_laag_inkomen"), jaren))
        return Toets("te_kort_laag_inkomen", genoeg, {"jaren": jaren})
    return Toets("te_kort_laag_inkomen", DUISTER)


def eisen(s: Situatie, gevraagd: Mapping[str, Gevraagd]) -> Iterator[Toets]:
    """All of these facts are as asked."""
    for feit, waarde in gevraagd.items():
        yield Toets(EISEN[feit], _feit(s, feit, waarde))


def een_van_deze(s: Situatie, gevraagd: Mapping[str, Gevraagd]) -> Toets:
    """At least one of these facts is as asked."""
    elk = [_feit(s, feit, waarde) for feit, waarde in gevraagd.items()]
    beide = Lezingen(een_van(k.ruim for k in elk), een_van(k.streng for k in elk))
    return Toets("geen_van_de_eisen", beide)


def _feit(s: Situatie, feit: str, waarde: Gevraagd) -> Lezingen:
    match waarde:
        case bool():
            oordeel = s.h.ja(feit)
            return zeker(oordeel if waarde else ~oordeel)
        case str():
            return DUISTER
        case _ if feit == "bijzondere_kosten":
            return zeker(_een_van_de_kosten(s, waarde))
        case _:
            return zeker(s.h.is_een_van(feit, *waarde))


def _een_van_de_kosten(s: Situatie, kosten: tuple[str, ...]) -> Oordeel:
    gegeven, spoor = s.h.feiten.get("bijzondere_kosten"), frozenset({"bijzondere_kosten"})
    if not isinstance(gegeven, tuple):
        return Oordeel(None, spoor, spoor)
    return Oordeel(any(een in kosten for een in gegeven), GEEN, spoor)
