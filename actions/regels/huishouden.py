"""The household as the rules see it: every fact as a value that may still be open.

Who lives there month by month: see `mensen`. An income that was not given may follow from another one, as an estimate. `ruimer`
gives the same household with every birth month that fits and every estimate as wide as its margin: so the kernel can tell
whether it matters.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from actions.regels.feiten import FEITEN
from actions.regels.mensen import (
    FEITEN_OVER_MENSEN,
    MEESTE_IN_LIJST,
    Maandstand,
    Medebewonerstand,
    Mensen,
    gegeven_oordeel,
    is_kind,
    vast_met_spoor,
)
from actions.regels.paden import basisfeit, met_waarde, weet_niet
from actions.regels.typen import Maand, Medebewoner, Schatting
from actions.regels.waarden import GEEN, NUL, Bereik, Oordeel

if TYPE_CHECKING:
    # An income may follow from a norm, and a norm from a household.
    from actions.regels.afleiden import Afgeleid, Afleider

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

__all__ = ["MEESTE_IN_LIJST", "Huishouden", "Maandstand", "Medebewonerstand", "is_kind"]


@dataclass(frozen=True)
class Huishouden:
    """Typed facts (see `inlezen.lees_feiten`) on a reference date."""

    feiten: Mapping[str, object]
    peildatum: date
    ruime_bedragen: bool = False
    """Let a converted income be anything within its margin."""
    afleider: Afleider | None = None
    """Derives absent facts from others; without it they are open."""
    niet_scherper: frozenset[str] = frozenset()
    """Facts that hold a range which the resident cannot narrow."""
    geschat: Mapping[str, Schatting] = field(default_factory=dict)
    """Paths of amounts that were converted from what the resident said."""
    bekende_mensen: Mensen | None = None
    """Who lives there, when that is known already or is looked at in another way."""
    _gelezen: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was read from these facts, whatever amounts are derived or however wide: every scheme asks for the same again."""
    _bedragen: dict[str, Bereik] = field(default_factory=dict, init=False, repr=False, compare=False)
    _antwoorden: dict[tuple[str, object], Huishouden] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def gegeven(self) -> frozenset[str]:
        """The facts that were given, "weet niet" included."""
        return frozenset(naam for naam, waarde in self.feiten.items() if waarde is not None)

    @cached_property
    def mensen(self) -> Mensen:
        return self.bekende_mensen or Mensen(self.feiten, self.peildatum)

    @cached_property
    def maanden(self) -> tuple[Maandstand, ...]:
        """The twelve calendar months of the year of the reference date, months that are alike taken together."""
        return self.mensen.maanden

    @cached_property
    def nu(self) -> Maandstand:
        """The month of the reference date."""
        return self.mensen.nu

    @cached_property
    def vandaag(self) -> Maandstand:
        """Ages on the reference date itself."""
        return self.mensen.vandaag

    @cached_property
    def ruimer(self) -> Huishouden:
        """The same household with its estimates as wide as they honestly are."""
        return replace(self, ruime_bedragen=True, bekende_mensen=self.mensen.met_elke_verjaardag)

    @cached_property
    def met_marges(self) -> Huishouden:
        """The same household with its incomes as wide as they honestly are, for when no birthday matters."""
        return replace(self, ruime_bedragen=True, bekende_mensen=self.mensen)

    def op(self, peildatum: date) -> Huishouden:
        """The same household on another day of the year."""
        return replace(self, peildatum=peildatum, bekende_mensen=self.mensen.ook_bij(self.feiten, peildatum))

    def met_antwoord(self, pad: str, waarde: object) -> Huishouden:
        """The same household with another answer to one question. What follows from other facts stays as it is."""
        sleutel = (pad, waarde)
        if sleutel not in self._antwoorden:
            feiten, mensen = met_waarde(self.feiten, pad, waarde), self.mensen
            if basisfeit(pad) in FEITEN_OVER_MENSEN:
                mensen = mensen.ook_bij(feiten, self.peildatum)
            self._antwoorden[sleutel] = replace(self, feiten=feiten, bekende_mensen=mensen, _gelezen={})
        return self._antwoorden[sleutel]

    def afgeleid(self, naam: str) -> Afgeleid | None:
        """The estimate of a fact that was not given, when it follows from another."""
        return None if self.afleider is None else self.afleider.van(naam)

    def weet_niet(self, pad: str) -> bool:
        """The resident was asked for this and does not know (more)."""
        return pad in self.niet_scherper or weet_niet(self.feiten, pad)

    def ja(self, naam: str) -> Oordeel:
        """A yes/no fact; the assumed value when it is absent and the rules assume one."""
        if naam not in self._gelezen:
            self._gelezen[naam] = gegeven_oordeel(self.feiten, naam)
        oordeel: Oordeel = self._gelezen[naam]
        return oordeel

    def is_een_van(self, naam: str, *keuzes: str) -> Oordeel:
        """A choice is one of these values."""
        sleutel = (naam, keuzes)
        if sleutel not in self._gelezen:
            waarde, spoor = self.feiten.get(naam), frozenset({naam})
            bekend = isinstance(waarde, str)
            self._gelezen[sleutel] = (
                Oordeel(waarde in keuzes, GEEN, spoor) if bekend else Oordeel(None, spoor, spoor)
            )
        oordeel: Oordeel = self._gelezen[sleutel]
        return oordeel

    def eenmaal(self, functie: Callable[[Huishouden, *Ts], T], *argumenten: *Ts) -> T:
        """`functie(self, …)`, worked out once: for what several schemes ask; not for what rests on an amount or the day."""
        sleutel = (functie, *argumenten)
        if sleutel not in self._gelezen:
            self._gelezen[sleutel] = functie(self, *argumenten)
        gevonden: T = self._gelezen[sleutel]
        return gevonden

    def geld(self, naam: str) -> Bereik:
        """An amount in euros: exact, a range (`vermogen`), or anything within the bounds while it is open."""
        if naam not in self._bedragen:
            self._bedragen[naam] = self._geld(naam)
        return self._bedragen[naam]

    def _geld(self, naam: str) -> Bereik:
        waarde = self.feiten.get(naam)
        spoor = frozenset({naam})
        if isinstance(waarde, Decimal):
            return self._gegeven_bedrag(waarde, naam)
        definitie = FEITEN[naam]
        assert definitie.minimum is not None
        assert definitie.maximum is not None
        if waarde is None and (afgeleid := self.afgeleid(naam)) is not None:
            spoor = frozenset({naam, afgeleid.uit})
            if afgeleid.open:
                return Bereik(afgeleid.laag, afgeleid.hoog, afgeleid.open, spoor | afgeleid.open)
            if not self.ruime_bedragen or afgeleid.laag == afgeleid.hoog:
                return Bereik(afgeleid.waarde, afgeleid.waarde, GEEN, spoor)
            return Bereik(afgeleid.laag, afgeleid.hoog, frozenset({naam}), spoor)
        if isinstance(waarde, tuple):
            van, tot = waarde
            hoog = definitie.maximum if tot is None else tot
            return Bereik(van, hoog, GEEN if van == hoog else spoor, spoor)
        return Bereik(definitie.minimum, definitie.maximum, spoor, spoor)

    def _gegeven_bedrag(self, waarde: Decimal, pad: str) -> Bereik:
        """An amount that was given; as wide as its margin when everything that is possible counts."""
        schatting = self.geschat.get(pad) if self.ruime_bedragen else None
        if schatting is None or schatting.laag is None or schatting.hoog is None:
            return Bereik(waarde, waarde, GEEN, frozenset({pad}))
        return Bereik(schatting.laag, schatting.hoog, frozenset({pad}), frozenset({pad}))

    def inkomen_medebewoner(self, nummer: int) -> Bereik:
        """Toetsingsinkomen of a co-resident, euros a year."""
        pad = f"medebewoners.{nummer}.inkomen_jaar"
        lijst = self.feiten.get("medebewoners")
        mens = lijst[nummer] if isinstance(lijst, tuple) else None
        if isinstance(mens, Medebewoner) and isinstance(mens.inkomen_jaar, Decimal):
            return self._gegeven_bedrag(mens.inkomen_jaar, pad)
        maximum = FEITEN["inkomen_jaar"].maximum
        assert maximum is not None
        return Bereik(NUL, maximum, frozenset({pad}), frozenset({pad}))

    def geboortejaar(self, achter: str) -> Bereik:
        """The calendar year of birth of the applicant ("") or the partner ("_partner"). An age leaves one of two years open."""
        feit, maandfeit = f"leeftijd{achter}", f"geboortemaand{achter}"
        geboren, leeftijd = self.feiten.get(maandfeit), self.feiten.get(feit)
        if isinstance(geboren, Maand):
            return vast_met_spoor(geboren.jaar, maandfeit)
        if not isinstance(leeftijd, int):
            spoor = frozenset({feit})
            oudste = FEITEN["leeftijd"].maximum
            assert oudste is not None
            return Bereik(self.peildatum.year - oudste - 1, Decimal(self.peildatum.year), spoor, spoor)
        laatste = self.peildatum.year - leeftijd
        if (self.peildatum.month, self.peildatum.day) == (12, 31):
            return vast_met_spoor(laatste, feit)  # everybody has had this year's birthday
        return Bereik(Decimal(laatste - 1), Decimal(laatste), frozenset({maandfeit}), frozenset({feit}))
