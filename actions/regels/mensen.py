"""Who lives there, and how old, month by month.

Age works month by month (Awir art. 5: from the month after the birthday). Where only whole years are known, the age on the
reference date holds all year. A toeslagpartner counts month by month too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, TypeVar, TypeVarTuple

from actions.regels.feiten import FEITEN
from actions.regels.typen import WEET_NIET, Maand, Medebewoner, leeftijd_in_maand
from actions.regels.waarden import (
    GEEN,
    JA,
    NEE,
    NUL,
    Bereik,
    Oordeel,
    een_van,
    kies,
    meer_dan,
    minder_dan,
    minstens,
    som,
)
from content.parameters import Rijen

_EEN, _ACHTTIEN = Decimal(1), Decimal(18)
NOG_NIET_GEBOREN, LAATSTE_KINDERJAAR = Decimal(-1), Decimal(17)
"""The last ages in whole years before birth, and as a child."""
_IS_GEBOREN: Rijen = ((NOG_NIET_GEBOREN, NUL), (None, _EEN))
_IS_KIND: Rijen = ((NOG_NIET_GEBOREN, NUL), (LAATSTE_KINDERJAAR, _EEN), (None, NUL))
T = TypeVar("T")
Ts = TypeVarTuple("Ts")

MEESTE_IN_LIJST = 20
"""Lists take at most this many entries (contract section 1)."""
FEITEN_OVER_MENSEN = frozenset(
    {
        "leeftijd", "geboortemaand", "partner", "partner_sinds", "leeftijd_partner", "geboortemaand_partner",
        "kinderen", "kinderen_geboortemaand", "medebewoners",
    }
)  # fmt: skip
"""Everything that is read here: with another answer to anything else, the same people live there."""


@dataclass(slots=True)
class Medebewonerstand:
    """A co-resident in one month. Every field may be open."""

    nummer: Final[int]
    """Place in the list, from 0."""
    leeftijd: Final[Bereik]
    leeftijd_1_januari: Final[Bereik]
    is_kind: Final[Oordeel]
    is_ouder: Final[Oordeel]
    telt_mee: Final[Oordeel]
    """False for a subtenant with a written contract who is no parent or child (Awir art. 2 lid 1 e)."""
    boven_vermogensgrens: Final[Oordeel]
    studeert: Final[Oordeel]
    huurcontract: Final[Oordeel]
    tweede_graad: Final[Oordeel]
    """Parent, child, brother or sister."""


@dataclass(eq=False)
class Maandstand:
    """Who is there, and how old, in a run of months that are all alike. Equal only to itself."""

    aantal: Final[int]
    """How many months of the year are like this."""
    nu: Final[bool]
    """The month of the reference date is one of them."""
    partner: Final[Oordeel]
    """There is a toeslagpartner. Benefits that look at the reference date alone use the fact `partner`."""
    leeftijd: Final[Bereik]
    leeftijd_partner: Final[Bereik]
    kinderen: Final[tuple[Bereik, ...] | None]
    """Ages of the children, below zero for one not born yet; None while it is not known how many there are."""
    medebewoners: Final[tuple[Medebewonerstand, ...] | None]
    _gevonden: Final[dict[Hashable, Any]] = field(default_factory=dict, init=False, repr=False)

    def eenmaal(self, functie: Callable[[Maandstand, *Ts], T], *argumenten: *Ts) -> T:
        """`functie(self, …)`, worked out once: for what several schemes ask, and what rests on nothing else."""
        sleutel = (functie, *argumenten)
        if sleutel not in self._gevonden:
            self._gevonden[sleutel] = functie(self, *argumenten)
        gevonden: T = self._gevonden[sleutel]
        return gevonden

    @cached_property
    def aantal_kinderen(self) -> Bereik:
        """Children who are there, 0 to 17 years old."""
        if self.kinderen is None:
            return Bereik(NUL, Decimal(MEESTE_IN_LIJST), frozenset({"kinderen"}), frozenset({"kinderen"}))
        return som(leeftijd.uit_tabel(_IS_KIND) for leeftijd in self.kinderen) + _spoor("kinderen")

    @cached_property
    def aantal_inwonende_kinderen(self) -> Bereik:
        """Children who were born: one who turns 18 during the year still lives there."""
        if self.kinderen is None:
            return self.aantal_kinderen
        return som(leeftijd.uit_tabel(_IS_GEBOREN) for leeftijd in self.kinderen) + _spoor("kinderen")

    @cached_property
    def aantal_medebewoners(self) -> Bereik:
        if self.medebewoners is None:
            return Bereik(
                NUL, Decimal(MEESTE_IN_LIJST), frozenset({"medebewoners"}), frozenset({"medebewoners"})
            )
        return som(kies(m.telt_mee, _EEN, NUL) for m in self.medebewoners) + _spoor("medebewoners")

    @cached_property
    def meerpersoons(self) -> Oordeel:
        """More than one person at the address: a partner, a child or a co-resident who counts."""
        return een_van(
            (
                self.partner,
                meer_dan(self.aantal_inwonende_kinderen, NUL),
                meer_dan(self.aantal_medebewoners, NUL),
            )
        )

    @cached_property
    def drie_of_meer(self) -> Oordeel:
        """Three persons or more at the address. Subtenants do not count."""
        samen = kies(self.partner, Decimal(2), _EEN)
        return minstens(samen + self.aantal_inwonende_kinderen + self.aantal_medebewoners, Decimal(3))


def is_kind(leeftijd: Bereik) -> Oordeel:
    """Born, and not 18 yet."""
    return minstens(leeftijd, NUL) & minder_dan(leeftijd, _ACHTTIEN)


@dataclass(frozen=True)
class Mensen:
    """The people of one household in the year of the reference date. See `Huishouden` for the facts and for `ruim`."""

    feiten: Mapping[str, object]
    peildatum: date
    ruim: bool = False
    """Let every birth month be possible that fits an age given in whole years."""
    bekend_vandaag: Maandstand | None = None
    """What `vandaag` gives, when that was worked out already: the same whatever birth months are possible."""

    @cached_property
    def met_elke_verjaardag(self) -> Mensen:
        """The same people, every birth month possible that fits an age given in whole years."""
        return replace(self, ruim=True, bekend_vandaag=self.vandaag)

    def ook_bij(self, feiten: Mapping[str, object], peildatum: date) -> Mensen:
        """The people by other facts or on another day, looked at in the same way."""
        return Mensen(feiten, peildatum, self.ruim)

    @cached_property
    def maanden(self) -> tuple[Maandstand, ...]:
        """The twelve calendar months of the year of the reference date, months that are alike taken together."""
        # Ages can only change after the month of a birthday, or, where every birth month is possible, after this month.
        breuken = {m.maand for m in self.geboortemaanden} | ({self.peildatum.month} if self.ruim else set())
        sinds = self.feiten.get("partner_sinds")
        if sinds is WEET_NIET:
            breuken.add(self.peildatum.month)
        elif isinstance(sinds, Maand) and sinds.jaar == self.peildatum.year:
            breuken.add(sinds.maand)
        eerste, standen = 1, []
        for laatste in sorted({*breuken, 12}):
            nu = eerste <= self.peildatum.month <= laatste
            standen.append(self._stand(eerste, laatste - eerste + 1, nu=nu))
            eerste = laatste + 1
        return tuple(standen)

    def _stand(self, maand: int, aantal: int, *, nu: bool) -> Maandstand:
        return Maandstand(
            aantal=aantal,
            nu=nu,
            partner=self._partner(maand),
            leeftijd=self._leeftijd("leeftijd", "geboortemaand", maand),
            leeftijd_partner=self._leeftijd("leeftijd_partner", "geboortemaand_partner", maand),
            kinderen=self._kinderen(maand),
            medebewoners=self._medebewoners(maand),
        )

    def _partner(self, maand: int) -> Oordeel:
        """A toeslagpartner in one calendar month: from the month after it began (Awir art. 5).

        All year while nobody said since when (assumed). Who does not know the month has a partner for certain only after the
        month of the reference date.
        """
        nu = gegeven_oordeel(self.feiten, "partner")
        if not nu.waarde:
            return nu
        sinds, spoor = self.feiten.get("partner_sinds"), nu.feiten | {"partner_sinds"}
        if isinstance(sinds, Maand):
            return Oordeel(sinds < (self.peildatum.year, maand), GEEN, spoor)
        if sinds is WEET_NIET and maand <= self.peildatum.month:
            return Oordeel(None, frozenset({"partner_sinds"}), spoor)
        return Oordeel(True, GEEN, spoor)

    @cached_property
    def geboortemaanden(self) -> tuple[Maand, ...]:
        """Every birth month that is known, whoever's."""
        gevonden: list[Maand] = []
        for naam in ("geboortemaand", "geboortemaand_partner", "kinderen_geboortemaand", "medebewoners"):
            waarde = self.feiten.get(naam)
            for item in (waarde,) if isinstance(waarde, Maand) or not isinstance(waarde, tuple) else waarde:
                maand = getattr(item, "geboortemaand", item)
                if isinstance(maand, Maand):
                    gevonden.append(maand)
        return tuple(gevonden)

    @cached_property
    def nu(self) -> Maandstand:
        """The month of the reference date."""
        return next(stand for stand in self.maanden if stand.nu)

    @cached_property
    def vandaag(self) -> Maandstand:
        """Ages on the reference date itself, where a law looks at the day and not at the first of the next month (as the Pw
        does). So an age that was given says more than a birth month."""
        if self.bekend_vandaag is not None:
            return self.bekend_vandaag
        if not self.ruim and not self.geboortemaanden:
            return self.nu
        weg = {"kinderen_geboortemaand"}
        for achter in ("", "_partner"):
            if isinstance(self.feiten.get(f"leeftijd{achter}"), int):
                weg.add(f"geboortemaand{achter}")
        feiten = {naam: waarde for naam, waarde in self.feiten.items() if naam not in weg}
        bewoners = feiten.get("medebewoners")
        if isinstance(bewoners, tuple):
            feiten["medebewoners"] = tuple(
                replace(b, geboortemaand=None)
                if isinstance(b, Medebewoner) and isinstance(b.leeftijd, int)
                else b
                for b in bewoners
            )
        return Mensen(feiten, self.peildatum).nu

    def _leeftijd(self, feit: str, maandfeit: str, maand: int) -> Bereik:
        geboren = self.feiten.get(maandfeit)
        if isinstance(geboren, Maand):
            return vast_met_spoor(leeftijd_in_maand(geboren, self.peildatum.year, maand), maandfeit)
        return self._leeftijd_in_jaren(self.feiten.get(feit), feit, maandfeit, maand)

    def _leeftijd_in_jaren(self, leeftijd: object, pad: str, maandpad: str, maand: int) -> Bereik:
        """An age in whole years, in one month of the year."""
        if not isinstance(leeftijd, int):
            laagste, hoogste = (NUL, Decimal(17)) if pad.startswith("kinderen") else (NUL, Decimal(120))
            if pad == "leeftijd_partner":
                laagste = Decimal(18)
            return Bereik(laagste, hoogste, frozenset({pad}), frozenset({pad}))
        if not self.ruim:
            return vast_met_spoor(leeftijd, pad)
        # Up to the month of the reference date the birthday may still have to come; after it, it may have been.
        laag = leeftijd - 1 if maand <= self.peildatum.month else leeftijd
        return Bereik(Decimal(laag), Decimal(laag + 1), frozenset({maandpad}), frozenset({pad}))

    def _kinderen(self, maand: int) -> tuple[Bereik, ...] | None:
        leeftijden = self.feiten.get("kinderen")
        if not isinstance(leeftijden, tuple):
            return None
        maanden = self.feiten.get("kinderen_geboortemaand")
        geboren = maanden if isinstance(maanden, tuple) else (None,) * len(leeftijden)
        return tuple(
            vast_met_spoor(leeftijd_in_maand(m, self.peildatum.year, maand), "kinderen_geboortemaand")
            if isinstance(m, Maand)
            else self._leeftijd_in_jaren(
                leeftijd, f"kinderen.{i}.leeftijd", f"kinderen_geboortemaand.{i}", maand
            )
            for i, (leeftijd, m) in enumerate(zip(leeftijden, geboren, strict=True))
        )

    def _medebewoners(self, maand: int) -> tuple[Medebewonerstand, ...] | None:
        lijst = self.feiten.get("medebewoners")
        if not isinstance(lijst, tuple):
            return None
        return tuple(
            self._in_maand(stand, mens, maand)
            for stand, mens in zip(self._medebewoners_1_januari, lijst, strict=True)
        )

    def _in_maand(self, stand: Medebewonerstand, mens: Medebewoner, maand: int) -> Medebewonerstand:
        leeftijd = self._leeftijd_medebewoner(mens, f"medebewoners.{stand.nummer}", maand)
        return stand if leeftijd == stand.leeftijd else replace(stand, leeftijd=leeftijd)

    @cached_property
    def _medebewoners_1_januari(self) -> tuple[Medebewonerstand, ...]:
        """During the year only their ages change."""
        lijst = self.feiten.get("medebewoners")
        assert isinstance(lijst, tuple)
        return tuple(self._medebewoner(i, mens) for i, mens in enumerate(lijst))

    def _medebewoner(self, nummer: int, mens: Medebewoner) -> Medebewonerstand:
        pad = f"medebewoners.{nummer}"
        leeftijd = self._leeftijd_medebewoner(mens, pad, 1)
        eerste_graad = _is_een_van(mens.relatie, f"{pad}.relatie", "kind", "ouder")
        return Medebewonerstand(
            nummer=nummer,
            leeftijd=leeftijd,
            leeftijd_1_januari=leeftijd,
            is_kind=_is_een_van(mens.relatie, f"{pad}.relatie", "kind"),
            is_ouder=_is_een_van(mens.relatie, f"{pad}.relatie", "ouder"),
            telt_mee=eerste_graad | ~_ja(mens.huurcontract, f"{pad}.huurcontract"),
            boven_vermogensgrens=_ja(mens.boven_vermogensgrens, f"{pad}.boven_vermogensgrens"),
            studeert=_ja(mens.studeert, f"{pad}.studeert"),
            huurcontract=_ja(mens.huurcontract, f"{pad}.huurcontract"),
            tweede_graad=_is_een_van(mens.relatie, f"{pad}.relatie", "kind", "ouder", "broer_zus"),
        )

    def _leeftijd_medebewoner(self, mens: Medebewoner, pad: str, maand: int) -> Bereik:
        if isinstance(mens.geboortemaand, Maand):
            return vast_met_spoor(
                leeftijd_in_maand(mens.geboortemaand, self.peildatum.year, maand), f"{pad}.geboortemaand"
            )
        return self._leeftijd_in_jaren(mens.leeftijd, f"{pad}.leeftijd", f"{pad}.geboortemaand", maand)


def gegeven_oordeel(feiten: Mapping[str, object], naam: str) -> Oordeel:
    """A yes/no fact; the assumed value when it is absent and the rules assume one."""
    waarde = feiten.get(naam)
    if isinstance(waarde, bool):
        return Oordeel(waarde, GEEN, frozenset({naam}))
    aangenomen = FEITEN[naam].aangenomen
    if waarde is None and isinstance(aangenomen, bool):
        return Oordeel(aangenomen, GEEN, frozenset({naam}))
    return Oordeel(None, frozenset({naam}), frozenset({naam}))


def vast_met_spoor(waarde: int, pad: str) -> Bereik:
    bedrag = Decimal(waarde)
    return Bereik(bedrag, bedrag, GEEN, frozenset({pad}))


def _spoor(pad: str) -> Bereik:
    """Nothing, but resting on this fact: an empty list is an answer too."""
    return Bereik(NUL, NUL, GEEN, frozenset({pad}))


def _ja(waarde: object, pad: str) -> Oordeel:
    if isinstance(waarde, bool):
        return Oordeel(waarde, GEEN, frozenset({pad}))
    return Oordeel(None, frozenset({pad}), frozenset({pad}))


def _is_een_van(waarde: object, pad: str, *keuzes: str) -> Oordeel:
    if isinstance(waarde, str):
        return JA if waarde in keuzes else NEE
    return Oordeel(None, frozenset({pad}), frozenset({pad}))
