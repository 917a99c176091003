"""What comes in on the account is not quite what the tax return says. Every way to read it that our sources leave open.

A :class:`Lezing` gives, for a gross year, the net that comes in within that year. The first reading is the estimate; the
others only widen its margin. There is more than one reading when a fact is not known:

- the payer may or may not apply the credits (`loonheffingskorting` None);
- sick pay is work or it is not; who pays the health levy over Wajong; the year in which AOW age is reached;
- nobody withholds tax (own business, alimony): "net" is before the tax bill or after it.

Each reading has some slack of its own, as what is withheld differs from the year's tax:

- wage tables round the month down to a multiple of 4.50 and the year's tax down to a whole euro, so at most as much tax less
  as over 12 x 4.50 euros, and one euro;
- holiday pay is taxed by itself, at the rate of the last euro of the wage without it (the table of the bijzonder tarief has no
  source here; the year's result is the same after the tax return).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from actions.regels.inkomen.belasting import NUL
from actions.regels.inkomen.belastingregels import Belastingregels
from actions.regels.inkomen.netto import belasting_na_kortingen, belasting_zonder_kortingen, zelf_betaalde_zvw
from actions.regels.inkomen.profiel import (
    MISSCHIEN_ARBEID,
    MISSCHIEN_ZVW,
    NIET_INGEHOUDEN,
    Inkomensprofiel,
)

TABELSTAP_JAAR = 12 * Decimal("4.50")
"""A wage table rounds the month down to a multiple of 4.50; this rule gives the SVB's published nets to the cent."""
TABEL_EURO = Decimal(1)
_EURO = Decimal(1)


@dataclass(frozen=True, slots=True)
class Lezing:
    """One way in which a gross year comes in as net. `ingehouden`: tax and levy are off; `kortingen`: with the credits."""

    profiel: Inkomensprofiel
    regels: Belastingregels
    kortingen: bool
    ingehouden: bool
    vakantiedeel: Decimal | None
    """Part of the gross year that is holiday pay; None when none is in it, or not known."""

    def netto(self, bruto: Decimal) -> Decimal:
        """Net over the year, euros, not rounded; continuous and strictly rising."""
        return bruto - self._belasting(bruto) - self._zvw(bruto)

    def speling(self, bruto: Decimal) -> tuple[Decimal, Decimal]:
        """How much less and how much more than `netto` may come in (both at least 0), euros a year."""
        if self.profiel.soort in NIET_INGEHOUDEN:
            return NUL, NUL
        lager = max(NUL, bruto - TABELSTAP_JAAR)
        tabel = self._belasting(bruto) - max(NUL, self._belasting(lager) - TABEL_EURO)
        apart = self._vakantiegeld_apart(bruto)
        return max(NUL, -apart), tabel + max(NUL, apart)

    def _vakantiegeld_apart(self, bruto: Decimal) -> Decimal:
        """What taxing the holiday pay by itself adds to the net."""
        if self.vakantiedeel is None:
            return NUL
        vakantiegeld = bruto * self.vakantiedeel
        zonder = bruto - vakantiegeld
        van_de_laatste_euro = self.netto(zonder) - self.netto(zonder - _EURO)
        return self.netto(zonder) + vakantiegeld * van_de_laatste_euro - self.netto(bruto)

    def _belasting(self, bruto: Decimal) -> Decimal:
        if not self.ingehouden:
            return NUL
        belasting = belasting_na_kortingen if self.kortingen else belasting_zonder_kortingen
        return belasting(self.profiel, bruto, self.regels)

    def _zvw(self, bruto: Decimal) -> Decimal:
        return zelf_betaalde_zvw(self.profiel, bruto, self.regels) if self.ingehouden else NUL


def lezingen(
    profiel: Inkomensprofiel, regels: Belastingregels, *, vakantiedeel: Decimal | None = None
) -> tuple[Lezing, ...]:
    """All readings of one income, the estimate first."""
    kortingen = (True, False) if profiel.loonheffingskorting is None else (profiel.loonheffingskorting,)
    gevonden = [
        Lezing(variant, regels, korting, ingehouden=True, vakantiedeel=vakantiedeel)
        for korting in kortingen
        for variant in _varianten(profiel)
    ]
    if profiel.soort in NIET_INGEHOUDEN:
        gevonden.append(Lezing(profiel, regels, kortingen=True, ingehouden=False, vakantiedeel=None))
    return tuple(gevonden)


def onzeker(profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels) -> tuple[str, ...]:
    """Why this conversion is more than an ordinary estimate; empty when it is not."""
    redenen = {
        "aow_dit_jaar": profiel.wordt_dit_jaar_aow,
        "belasting_niet_ingehouden": profiel.soort in NIET_INGEHOUDEN,
        "loonheffingskorting_onbekend": profiel.loonheffingskorting is None,
        "soort_niet_scherp": len(tuple(_varianten(replace(profiel, wordt_dit_jaar_aow=False)))) > 1,
        # the one known maximum is more than twice the first bracket, so below that bracket a cap cannot bite
        "zvw_maximum_onbekend": regels.zvw_maximum is None
        and profiel.zelf_zvw(bruto) > regels["schijf1_tot"],
    }
    return tuple(reden for reden, geldt in redenen.items() if geldt)


def _varianten(profiel: Inkomensprofiel) -> Iterator[Inkomensprofiel]:
    """The profile itself first, then what it may be instead."""
    yield profiel
    if profiel.soort in MISSCHIEN_ARBEID and profiel.arbeidsinkomen is None:
        yield replace(profiel, soort="loon")
    if profiel.soort in MISSCHIEN_ZVW and profiel.betaalt_zvw is None:
        yield replace(profiel, betaalt_zvw=True)
    if profiel.wordt_dit_jaar_aow:
        anders = replace(profiel, aow_leeftijd=not profiel.aow_leeftijd, wordt_dit_jaar_aow=False)
        yield from _varianten(anders)
