"""Registered childcare as the Wet kinderopvang (Wko) counts it: hours and costs per child and month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from actions.regels.huishouden import Huishouden
from actions.regels.regeling import Waarden
from actions.regels.typen import MEESTE_UREN, MEESTE_UURPRIJS, OPVANG_SOORTEN, Opvang
from actions.regels.waarden import (
    GEEN,
    JA,
    NUL,
    Bereik,
    Feiten,
    Oordeel,
    een_van,
    hoogstens,
    kleinste,
    som,
    vast,
)

MEESTE_UREN_PER_KIND = "max_uren_per_kind_per_maand"
TE_OUD = "zeker_voortgezet_onderwijs_vanaf"
"""From this age a child has certainly left primary school, see `kinderopvangtoeslag`."""
MISSCHIEN_MIDDELBAAR_VANAF = 11
"""From this age a child may be at secondary school: told, and nothing is decided by it. Ours; the law names no age."""
UURPRIJZEN = {soort: f"maximum_uurprijs_{soort}" for soort in OPVANG_SOORTEN}
"""Per kind of care the name of its highest hourly price."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One entry: one child in one kind of care."""

    kind: int | None
    """Place in the list of children; None while it is open."""
    uren: Bereik
    """Hours a month, not limited yet."""
    prijs: Bereik
    """Euros per hour, at most the highest price of its kind."""
    pad: str


@dataclass(frozen=True, slots=True)
class Kindopvang:
    """One child: what counts of its care, per month."""

    uren: Bereik
    kosten: Bereik
    """Euros, rounded to the cent."""
    boven_maximum: bool
    """More hours than count, spread over several kinds of care."""


def plekken(h: Huishouden, p: Waarden) -> tuple[Plek, ...] | None:
    """All childcare of the household; None while it is not known whether there is any."""
    lijst = h.feiten.get("opvang")
    if not isinstance(lijst, tuple):
        return None
    kinderen = h.feiten.get("kinderen")
    enig = isinstance(kinderen, tuple) and len(kinderen) == 1
    alle = (
        _plek(item if isinstance(item, Opvang) else Opvang(), f"opvang.{nummer}", p, enig_kind=enig)
        for nummer, item in enumerate(lijst)
    )
    return tuple(plek for plek in alle if not _van_te_oud_kind(plek, kinderen, p))


def _van_te_oud_kind(plek: Plek, kinderen: object, p: Waarden) -> bool:
    if plek.kind is None or not isinstance(kinderen, tuple) or plek.kind >= len(kinderen):
        return False
    leeftijd = kinderen[plek.kind]
    return isinstance(leeftijd, int) and leeftijd >= p[TE_OUD]


def jong_genoeg(h: Huishouden, p: Waarden) -> Oordeel:
    """At least one child is young enough for childcare. Without children, or while it is open whether there are any, that is not
    what the right fails on."""
    kinderen = h.feiten.get("kinderen")
    if not isinstance(kinderen, tuple) or not kinderen:
        return JA
    return een_van(
        Oordeel(leeftijd < p[TE_OUD], GEEN, frozenset({pad}))
        if isinstance(leeftijd, int)
        else Oordeel(None, frozenset({pad}), frozenset({pad}))
        for pad, leeftijd in ((f"kinderen.{nummer}.leeftijd", jaren) for nummer, jaren in enumerate(kinderen))
    )


def misschien_middelbaar(leeftijden: Iterable[object]) -> bool:
    """One of these children may be at secondary school already: then its care does not count."""
    return any(isinstance(jaren, int) and jaren >= MISSCHIEN_MIDDELBAAR_VANAF for jaren in leeftijden)


def _plek(item: Opvang, pad: str, p: Waarden, *, enig_kind: bool) -> Plek:
    kind = item.kind if isinstance(item.kind, int) else None
    prijs = _getal(item.uurprijs, f"{pad}.uurprijs", MEESTE_UURPRIJS)
    return Plek(
        kind=0 if enig_kind else kind,
        uren=_getal(item.uren_maand, f"{pad}.uren_maand", MEESTE_UREN),
        prijs=kleinste(prijs, _hoogste_prijs(item.soort, f"{pad}.soort", p)),
        pad=pad,
    )


def _hoogste_prijs(soort: object, pad: str, p: Waarden) -> Bereik:
    spoor = frozenset({pad})
    if isinstance(soort, str):
        return Bereik(p[UURPRIJZEN[soort]], p[UURPRIJZEN[soort]], GEEN, spoor)
    prijzen = [p[naam] for naam in UURPRIJZEN.values()]
    return Bereik(min(prijzen), max(prijzen), spoor, spoor)


def _getal(waarde: object, pad: str, hoogste: Decimal) -> Bereik:
    spoor = frozenset({pad})
    if isinstance(waarde, Decimal):
        return Bereik(waarde, waarde, GEEN, spoor)
    return Bereik(NUL, hoogste, spoor, spoor)


def per_kind(alle: tuple[Plek, ...], p: Waarden) -> tuple[Kindopvang, ...] | None:
    """The care of each child, in the order of the children; None while it is open which child an entry is of."""
    if len(alle) == 1:
        return (_kindopvang(alle, p),)
    kinderen = {plek.kind for plek in alle}
    if None in kinderen:
        return None
    bekend = sorted(kind for kind in kinderen if kind is not None)
    return tuple(_kindopvang(tuple(plek for plek in alle if plek.kind == kind), p) for kind in bekend)


def _kindopvang(van_kind: tuple[Plek, ...], p: Waarden) -> Kindopvang:
    """Hours up to the maximum, times the price. With several kinds of care over the maximum together, each counts for its share
    of the hours: the law does not say which hours go first."""
    meeste = p[MEESTE_UREN_PER_KIND]
    samen = som(plek.uren for plek in van_kind)
    uren = kleinste(samen, meeste)
    if len(van_kind) == 1:
        return Kindopvang(uren, (uren * van_kind[0].prijs).cent_rekenkundig(), boven_maximum=False)
    past = hoogstens(samen, meeste)
    if past.waarde:
        kosten = som(plek.uren * plek.prijs for plek in van_kind)
    elif samen.exact:
        deel = meeste / samen.laag
        kosten = som(plek.uren.monotoon(lambda uren: uren * deel) * plek.prijs for plek in van_kind)
    else:
        kosten = uren * _uiterste_prijzen(van_kind)
    return Kindopvang(uren, kosten.cent_rekenkundig(), boven_maximum=past.waarde is False)


def _uiterste_prijzen(van_kind: tuple[Plek, ...]) -> Bereik:
    """Whatever the hours turn out to be, the mean price lies between these."""
    prijzen = [plek.prijs for plek in van_kind]
    laag, hoog = min(prijs.laag for prijs in prijzen), max(prijs.hoog for prijs in prijzen)
    # The hours weigh the prices, so what is open of them matters as long as the prices differ.
    alles = [*prijzen, *(plek.uren for plek in van_kind)]
    open_ = GEEN.union(*(bereik.open for bereik in alles)) if laag != hoog else GEEN
    return Bereik(laag, hoog, open_, GEEN.union(*(bereik.feiten for bereik in alles)))


def hoogste_kosten(alle: tuple[Plek, ...], p: Waarden) -> Bereik:
    """Costs while it is open which child each entry is of: from nothing to every entry on its own."""
    hoog = som((kleinste(plek.uren, p[MEESTE_UREN_PER_KIND]) * plek.prijs).cent_omhoog() for plek in alle)
    paden = frozenset(f"{plek.pad}.kind" for plek in alle if plek.kind is None)
    return Bereik(NUL, hoog.hoog, hoog.open | paden, hoog.feiten | paden) if hoog.hoog else vast(0)


def heeft_opvang(alle: tuple[Plek, ...] | None) -> Oordeel:
    spoor: Feiten = frozenset({"opvang"})
    if alle is None:
        return Oordeel(None, spoor, spoor)
    return Oordeel(bool(alle), GEEN, spoor)
