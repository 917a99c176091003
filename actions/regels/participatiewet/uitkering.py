"""From norm and income to what is paid: the month, the year and the lines of the sum (Pw art. 19 and 45).

Bijstand is the norm less the income. Of it, a percentage is held back every month and paid in June as vakantietoeslag (art. 19
lid 3): the month is what comes in each month, to the cent, half up; the year holds it all, vakantietoeslag included, month by
month with the norm of its own half-year and the ages of its own month. A norm that is not published yet is taken to stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet.norm import (
    Bedragen,
    artikel,
    bedragen,
    deelt_kosten,
    halfjaren,
    kostendelers,
    norm,
    norm_rust_op,
)
from actions.regels.regeling import Stap, Voorwaarde, Waarden
from actions.regels.waarden import NUL, Bereik, Oordeel, grootste, kies, meer_dan, minstens, som

HONDERD = Decimal(100)
_HALF = 6


@dataclass(frozen=True)
class Uitkering:
    """What a household gets when every other condition holds."""

    norm: Bereik
    inkomen: Bereik
    """Net a month, before exemptions."""
    telt: Bereik
    """What of it counts."""
    recht: Oordeel
    """The income, without exemptions, is under the norm."""
    per_maand: Bereik
    """Vakantietoeslag included."""
    vakantietoeslag: Bereik
    maand: Bereik
    jaar: Bereik

    def onder_de_norm(self) -> Voorwaarde:
        return Voorwaarde("inkomen_te_hoog", self.recht, "Pw art. 19 lid 1 en 2")


def van_bron(p: Waarden) -> Bedragen:
    """The amounts of the bijstand on the day of these parameters, whichever scheme they are for."""
    return p.eenmaal(_van_bron)


def _van_bron(p: Waarden) -> Bedragen:
    return bedragen(p.bron, p.datum)


def _halfjaren(p: Waarden) -> tuple[Bedragen, Bedragen]:
    return halfjaren(p.bron, p.datum)


def reken(
    h: Huishouden,
    nu: Maandstand,
    p: Waarden,
    n: Bedragen,
    inkomen: Bereik,
    telt: Bereik,
    geldt: Callable[[Maandstand], Oordeel],
) -> Uitkering:
    """`nu`: ages on the reference date; `n`: see `van_bron`; `geldt`: who is of the age for this scheme, in one month."""
    norm_nu = norm(h, nu, n)
    recht = meer_dan(norm_nu - inkomen, NUL)
    per_maand = kies(recht, grootste(norm_nu - telt, NUL), NUL)
    deel = n["vakantietoeslag_pct"] / HONDERD
    maand = (per_maand * (1 - deel)).cent_rekenkundig()
    eerder = _voor_eerdere_maanden(h, nu, n)

    def in_een_maand(stand: Maandstand, half: Bedragen) -> Bereik:
        als_nu = stand is nu and half is n and eerder is h
        bedrag = per_maand if als_nu else _bedrag(norm(eerder, stand, half), inkomen, telt)
        return kies(geldt(stand), bedrag, NUL)

    per_jaar = [in_een_maand(stand, half) * aantal for stand, half, aantal in _delen(eerder, nu, p)]
    return Uitkering(
        norm_nu, inkomen, telt, recht, per_maand, per_maand - maand, maand, som(per_jaar).cent_rekenkundig()
    )


def _voor_eerdere_maanden(h: Huishouden, nu: Maandstand, n: Bedragen) -> Huishouden:
    """Who is 21 today is not asked about the parents for the months before: those count without the raise of art. 20 lid 3."""
    vanaf = n["leeftijd_norm_21"]
    was_jonger = any(stand.leeftijd.laag < vanaf for stand in h.maanden)
    if (
        h.feiten.get("ouders_dragen_bij") is not None
        or not was_jonger
        or not minstens(nu.leeftijd, vanaf).waarde
    ):
        return h
    return h.met_antwoord("ouders_dragen_bij", waarde=True)


def _bedrag(norm_: Bereik, inkomen: Bereik, telt: Bereik) -> Bereik:
    return kies(meer_dan(norm_ - inkomen, NUL), grootste(norm_ - telt, NUL), NUL)


def _delen(h: Huishouden, nu: Maandstand, p: Waarden) -> Iterator[tuple[Maandstand, Bedragen, Decimal]]:
    """The months of the year that are alike for the norm, one of them for all, and how many."""
    halven = p.eenmaal(_halfjaren)
    aantallen: dict[tuple[Maandstand, int], int] = {}
    eerste = 0
    for stand, een_ervan in zip(h.maanden, _gelijken(h, nu, halven[0]), strict=True):
        laatste = eerste + stand.aantal
        for nummer in range(len(halven)):
            aantal = min(laatste, (nummer + 1) * _HALF) - max(eerste, nummer * _HALF)
            if aantal > 0:
                sleutel = (een_ervan, nummer if halven[0] is not halven[1] else 0)
                aantallen[sleutel] = aantallen.get(sleutel, 0) + aantal
        eerste = laatste
    for (stand, nummer), aantal in aantallen.items():
        yield stand, halven[nummer], Decimal(aantal)


def _gelijken(h: Huishouden, nu: Maandstand, n: Bedragen) -> Iterator[Maandstand]:
    """For each run of months one that has the same norm: today if that does, as its norm is known already."""
    if h.maanden == (nu,):
        yield nu
        return
    gezien = {norm_rust_op(h, nu, n): nu}
    for stand in h.maanden:
        yield gezien.setdefault(norm_rust_op(h, stand, n), stand)


def stappen(h: Huishouden, nu: Maandstand, n: Bedragen, u: Uitkering, artikel_vrij: str) -> tuple[Stap, ...]:
    """The lines of the sum."""
    delers = kostendelers(h, nu, n)
    samen_delen = (
        (Stap("kostendelers", None, "Pw art. 22a", {"aantal": delers.laag}),)
        if deelt_kosten(h, nu, n).waarde and delers.exact
        else ()
    )
    vrij = (
        (Stap("vrijlating", u.inkomen - u.telt, artikel_vrij),)
        if u.inkomen.exact and u.telt.exact and u.telt.laag < u.inkomen.laag
        else ()
    )
    return (
        *samen_delen,
        Stap("norm", u.norm, artikel(h, nu, n)),
        Stap("inkomen", u.inkomen, "Pw art. 31 en 32"),
        *vrij,
        Stap("bijstand", u.per_maand, "Pw art. 19 lid 2"),
        Stap("vakantietoeslag", u.vakantietoeslag, "Pw art. 19 lid 3"),
        Stap("maand", u.maand, "Pw art. 19 lid 3"),
        Stap("jaar", u.jaar, "Pw art. 19"),
    )
