"""From norm and income to what is paid: the month, the year and the lines of the sum (Pw art. 19 and 45).

Bijstand is the norm less the income. Of it, a percentage is held back every month and paid in June as vakantietoeslag (art. 19
lid 3): the month is what comes in each month, to the cent, half up; the year holds it all, vakantietoeslag included, month by
month with the norm of its own half-year and the ages of its own month. A norm that is not published yet is taken to stay.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
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
    return bedragen(p.bron, p.datum)


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

    per_jaar = (in_een_maand(stand, half) * aantal for stand, half, aantal in _delen(eerder, p))
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


def _delen(h: Huishouden, p: Waarden) -> Iterator[tuple[Maandstand, Bedragen, Decimal]]:
    """The months of the year that are deel for the norm, one of them for all, and how many."""
    halven = halfjaren(p.bron, p.datum)
    aantallen: dict[Hashable, int] = {}
    een_ervan: dict[Hashable, tuple[Maandstand, Bedragen]] = {}
    eerste = 0
    for stand in h.maanden:
        laatste = eerste + stand.aantal
        gelijk = norm_rust_op(h, stand, halven[0])
        for nummer, half in enumerate(halven):
            aantal = min(laatste, (nummer + 1) * _HALF) - max(eerste, nummer * _HALF)
            if aantal > 0:
                sleutel = (gelijk, nummer if halven[0] is not halven[1] else 0)
                aantallen[sleutel] = aantallen.get(sleutel, 0) + aantal
                een_ervan.setdefault(sleutel, (stand, half))
        eerste = laatste
    for deel, (stand, half) in een_ervan.items():
        yield stand, half, Decimal(aantallen[deel])


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
