"""Gross to net and net to gross, as an estimate with its margin.

"Gross" is fiscal income over the calendar year: holiday pay included, own pension premium already off. That is what the
toetsingsinkomen of a toeslag is made of. "Net" is what comes in on the account over that year.

The pension premium is taken off before tax ("ingehouden op uw brutosalaris, dus ze kosten u netto minder", PMA 2021), so it
lowers gross and net alike: from net to fiscal income it changes nothing, and there is no margin for it. From the wage in a
contract it does matter, see :func:`fiscaal_uit_contractloon`.

The margin is the distance to the farthest reading (see `lezingen`), its own slack included, up to whole euros and at least one.
It says how far the tax rules leave room. It does not cover a resident's mistake in the amount, an untaxed travel allowance in
the net, or what an employer takes off after tax. Of an own business "gross" is the taxable profit: the deductions that come
before it have no source here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from actions.regels.inkomen.belasting import NUL
from actions.regels.inkomen.belastingregels import HONDERD, Belastingregels
from actions.regels.inkomen.lezingen import lezingen, onzeker
from actions.regels.inkomen.netto import CENT, MAANDEN
from actions.regels.inkomen.profiel import Inkomensprofiel

PENSIOENPREMIE_HOOGSTENS = Decimal("0.08")
"""Own share of the pension premium as part of the whole wage: from nothing to this. Two published shares, 6.27% above a
franchise of 12 650 (ABP, at 60 458) and 9.48% above one of 14 544 (PMA 2021), are 5 to 7.2% of a wage of 40 000 to 60 000."""
_NAUWKEURIG = Decimal("0.001")
_EEN = Decimal(1)


@dataclass(frozen=True, slots=True)
class Omrekening:
    """An estimate in euros a year. `bruto` and `netto` belong together; `laag` and `hoog` bound the one that was asked for."""

    bruto: Decimal
    netto: Decimal
    laag: Decimal
    hoog: Decimal
    marge: Decimal
    """Whole euros: the asked amount is at most this much lower or higher."""
    jaar: int
    """Year of the tax rules."""
    eerder_jaar: bool = False
    """The year asked for has no rules yet; those of `jaar` were used."""
    onzeker: bool = False
    """Better asked or checked by a person than shown as one amount."""
    waarom: tuple[str, ...] = ()
    """Codes of what makes it uncertain."""


def netto_uit_bruto(
    profiel: Inkomensprofiel,
    bruto: Decimal,
    regels: Belastingregels,
    *,
    vakantiedeel: Decimal | None = None,
) -> Omrekening:
    """What a gross year (at least 0) brings in. `vakantiedeel`: see :func:`vakantiedeel_van`."""
    alle = lezingen(profiel, regels, vakantiedeel=vakantiedeel)
    gevonden = [lezing.netto(bruto) for lezing in alle]
    randen = [
        netto + kant
        for lezing, netto in zip(alle, gevonden, strict=True)
        for kant in _kanten(lezing.speling(bruto))
    ]
    netto = gevonden[0]
    return _omrekening(netto, randen, bruto, netto, regels, onzeker(profiel, bruto, regels))


def bruto_uit_netto(
    profiel: Inkomensprofiel,
    netto: Decimal,
    regels: Belastingregels,
    *,
    vakantiedeel: Decimal | None = None,
) -> Omrekening:
    """The gross year that brings in `netto` euros a year (at least 0), holiday pay included in both."""
    alle = lezingen(profiel, regels, vakantiedeel=vakantiedeel)
    gevonden = [omgekeerd(lezing.netto, netto) for lezing in alle]
    randen = list(gevonden)
    for lezing, bruto in zip(alle, gevonden, strict=True):
        minder, meer = lezing.speling(bruto)
        randen += [omgekeerd(lezing.netto, netto - meer), omgekeerd(lezing.netto, netto + minder)]
    bruto = gevonden[0]
    return _omrekening(bruto, randen, bruto, netto, regels, onzeker(profiel, bruto, regels))


def bruto_uit_maandloon_netto(
    profiel: Inkomensprofiel,
    netto_maand: Decimal,
    regels: Belastingregels,
    vakantiegeld: Callable[[Decimal], Decimal],
) -> Omrekening:
    """The gross year, holiday pay included, from the net of an ordinary month without it.

    The month's slip is taxed as if the year were twelve such months, so that is turned back first and the holiday pay is added
    to the gross. How the holiday pay itself is taxed then does not matter. `vakantiegeld`: what comes on top of a gross year.
    """
    kaal = bruto_uit_netto(profiel, netto_maand * MAANDEN, regels)
    bruto = kaal.bruto + vakantiegeld(kaal.bruto)
    netto = lezingen(profiel, regels)[0].netto(bruto)
    randen = [rand + vakantiegeld(rand) for rand in (kaal.laag, kaal.hoog)]
    return _omrekening(bruto, randen, bruto, netto, regels, kaal.waarom)


def fiscaal_uit_contractloon(contractloon: Decimal) -> tuple[Decimal, Decimal]:
    """Lowest and highest fiscal income a year with this gross wage in the contract, as the own pension premium is not known.

    For a toeslag the highest is the safe estimate: too high an income never leads to paying back.
    """
    return contractloon * (_EEN - PENSIOENPREMIE_HOOGSTENS), contractloon


def vakantiedeel_van(vakantiebijslag_pct: Decimal) -> Decimal:
    """Part of a gross year that is holiday pay, when it is this percentage of the rest (8 gives 8/108)."""
    return vakantiebijslag_pct / (HONDERD + vakantiebijslag_pct)


def omgekeerd(netto_van: Callable[[Decimal], Decimal], netto: Decimal) -> Decimal:
    """The gross for which `netto_van` gives `netto`, to a tenth of a cent of net. What is below zero is not taxed.

    `netto_van` must rise and never exceed its argument; ValueError when it does not rise (a rate of 100% or more). It is made
    of straight pieces, so a straight line between the bounds soon hits exactly; halving in turn keeps it from creeping.
    """
    if netto <= NUL:
        return NUL
    laag, hoog = netto, 2 * netto
    bij_laag, bij_hoog = netto_van(laag), netto_van(hoog)
    while bij_hoog < netto:
        laag, bij_laag = hoog, bij_hoog
        hoog *= 2
        bij_hoog = netto_van(hoog)
        if bij_hoog <= bij_laag:
            raise ValueError(f"net does not rise between {laag} and {hoog} gross: a rate of 100% or more")
    halveer = False
    while netto - bij_laag > _NAUWKEURIG and hoog - laag > _NAUWKEURIG:
        deel = Decimal("0.5") if halveer else (netto - bij_laag) / (bij_hoog - bij_laag)
        midden = laag + (hoog - laag) * deel
        bij_midden = netto_van(midden)
        if abs(bij_midden - netto) <= _NAUWKEURIG:
            return midden
        if bij_midden < netto:
            laag, bij_laag = midden, bij_midden
        else:
            hoog, bij_hoog = midden, bij_midden
        halveer = not halveer
    return laag


def _kanten(speling: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    minder, meer = speling
    return -minder, meer


def _omrekening(
    gevraagd: Decimal,
    randen: Sequence[Decimal],
    bruto: Decimal,
    netto: Decimal,
    regels: Belastingregels,
    waarom: tuple[str, ...],
) -> Omrekening:
    laag, hoog = min(gevraagd, *randen), max(gevraagd, *randen)
    verst = max(gevraagd - laag, hoog - gevraagd)
    return Omrekening(
        bruto=_cent(bruto),
        netto=_cent(netto),
        laag=_cent(laag),
        hoog=_cent(hoog),
        marge=max(_EEN, verst.to_integral_value(ROUND_CEILING)),
        jaar=regels.jaar,
        eerder_jaar=regels.eerder_jaar,
        onzeker=bool(waarom),
        waarom=waarom,
    )


def _cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(CENT, ROUND_HALF_UP)
