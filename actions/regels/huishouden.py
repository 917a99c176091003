"""The household as the rules see it: every fact as a value that may still be open.

Age works month by month (Awir art. 5: from the month after the birthday). Where only whole years are known, the age on the
reference date holds all year. A toeslagpartner counts month by month too. An income that was not given may follow from another
one, as an estimate. `ruimer` gives the same household with every birth month that fits and every estimate as wide as its
margin: so the kernel can tell whether it matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from actions.regels.feiten import FEITEN
from actions.regels.paden import weet_niet
from actions.regels.typen import WEET_NIET, Maand, Medebewoner, Schatting, leeftijd_in_maand
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
    minstens,
    som,
    vast,
)

if TYPE_CHECKING:
    # An income may follow from a norm, and a norm from a household.
    from actions.regels.afleiden import Afgeleid, Afleider

MEESTE_IN_LIJST = 20
"""Lists take at most this many entries (contract section 1)."""


@dataclass(frozen=True, slots=True)
class Medebewonerstand:
    """A co-resident in one month. Every field may be open."""

    leeftijd: Bereik
    leeftijd_1_januari: Bereik
    inkomen: Bereik
    is_kind: Oordeel
    is_ouder: Oordeel
    telt_mee: Oordeel
    """False for a subtenant with a written contract who is no parent or child (Awir art. 2 lid 1 e)."""
    boven_vermogensgrens: Oordeel
    studeert: Oordeel
    huurcontract: Oordeel
    tweede_graad: Oordeel
    """Parent, child, brother or sister."""


@dataclass(frozen=True)
class Maandstand:
    """Who is there, and how old, in a run of months that are all alike."""

    aantal: int
    """How many months of the year are like this."""
    nu: bool
    """The month of the reference date is one of them."""
    partner: Oordeel
    """There is a toeslagpartner. Benefits that look at the reference date alone use the fact `partner`."""
    leeftijd: Bereik
    leeftijd_partner: Bereik
    kinderen: tuple[Bereik, ...] | None
    """Ages of the children, below zero for one not born yet; None while it is not known how many there are."""
    medebewoners: tuple[Medebewonerstand, ...] | None

    @cached_property
    def aantal_kinderen(self) -> Bereik:
        """Children who are there, 0 to 17 years old."""
        if self.kinderen is None:
            return Bereik(NUL, Decimal(MEESTE_IN_LIJST), frozenset({"kinderen"}), frozenset({"kinderen"}))
        return som(kies(is_kind(leeftijd), vast(1), vast(0)) for leeftijd in self.kinderen) + _spoor(
            "kinderen"
        )

    @cached_property
    def aantal_inwonende_kinderen(self) -> Bereik:
        """Children who were born: one who turns 18 during the year still lives there."""
        if self.kinderen is None:
            return self.aantal_kinderen
        return som(kies(minstens(leeftijd, NUL), vast(1), vast(0)) for leeftijd in self.kinderen) + _spoor(
            "kinderen"
        )

    @cached_property
    def aantal_medebewoners(self) -> Bereik:
        if self.medebewoners is None:
            return Bereik(
                NUL, Decimal(MEESTE_IN_LIJST), frozenset({"medebewoners"}), frozenset({"medebewoners"})
            )
        return som(kies(m.telt_mee, vast(1), vast(0)) for m in self.medebewoners) + _spoor("medebewoners")


def is_kind(leeftijd: Bereik) -> Oordeel:
    """Born, and not 18 yet."""
    return minstens(leeftijd, NUL) & ~minstens(leeftijd, Decimal(18))


@dataclass(frozen=True)
class Huishouden:
    """Typed facts (see `inlezen.lees_feiten`) on a reference date."""

    feiten: Mapping[str, object]
    peildatum: date
    ruime_leeftijd: bool = False
    """Let every birth month be possible that fits an age given in whole years."""
    ruime_bedragen: bool = False
    """Let a converted income be anything within its margin."""
    afleider: Afleider | None = None
    """Derives absent facts from others; without it they are open."""
    niet_scherper: frozenset[str] = frozenset()
    """Facts that hold a range which the resident cannot narrow."""
    geschat: Mapping[str, Schatting] = field(default_factory=dict)
    """Paths of amounts that were converted from what the resident said."""
    _oordelen: dict[str, Oordeel] = field(default_factory=dict, init=False, repr=False, compare=False)
    _bedragen: dict[str, Bereik] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `ja` and `geld` gave: every scheme asks for the same facts again."""

    @cached_property
    def ruimer(self) -> Huishouden:
        """The same household with its estimates as wide as they honestly are."""
        return replace(self, ruime_leeftijd=True, ruime_bedragen=True)

    @cached_property
    def met_marges(self) -> Huishouden:
        """The same household with its incomes as wide as they honestly are, for when no birthday matters."""
        return replace(self, ruime_bedragen=True)

    def afgeleid(self, naam: str) -> Afgeleid | None:
        """The estimate of a fact that was not given, when it follows from another."""
        return None if self.afleider is None else self.afleider.van(naam)

    def weet_niet(self, pad: str) -> bool:
        """The resident was asked for this and does not know (more)."""
        return pad in self.niet_scherper or weet_niet(self.feiten, pad)

    def ja(self, naam: str) -> Oordeel:
        """A yes/no fact; the assumed value when it is absent and the rules assume one."""
        if naam not in self._oordelen:
            self._oordelen[naam] = self._ja(naam)
        return self._oordelen[naam]

    def _ja(self, naam: str) -> Oordeel:
        waarde = self.feiten.get(naam)
        if isinstance(waarde, bool):
            return Oordeel(waarde, GEEN, frozenset({naam}))
        aangenomen = FEITEN[naam].aangenomen
        if waarde is None and isinstance(aangenomen, bool):
            return Oordeel(aangenomen, GEEN, frozenset({naam}))
        return Oordeel(None, frozenset({naam}), frozenset({naam}))

    def is_een_van(self, naam: str, *keuzes: str) -> Oordeel:
        """A choice is one of these values."""
        waarde = self.feiten.get(naam)
        if isinstance(waarde, str):
            return Oordeel(waarde in keuzes, GEEN, frozenset({naam}))
        return Oordeel(None, frozenset({naam}), frozenset({naam}))

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

    @cached_property
    def maanden(self) -> tuple[Maandstand, ...]:
        """The twelve calendar months of the year of the reference date, months that are alike taken together."""
        # Ages can only change after the month of a birthday, or, where every birth month is possible, after this month.
        breuken = {m.maand for m in self.geboortemaanden()} | (
            {self.peildatum.month} if self.ruime_leeftijd else set()
        )
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
        nu = self.ja("partner")
        if not nu.waarde:
            return nu
        sinds, spoor = self.feiten.get("partner_sinds"), nu.feiten | {"partner_sinds"}
        if isinstance(sinds, Maand):
            return Oordeel(sinds < (self.peildatum.year, maand), GEEN, spoor)
        if sinds is WEET_NIET and maand <= self.peildatum.month:
            return Oordeel(None, frozenset({"partner_sinds"}), spoor)
        return Oordeel(True, GEEN, spoor)

    def geboortemaanden(self) -> Iterator[Maand]:
        """Every birth month that is known, whoever's."""
        for naam in ("geboortemaand", "geboortemaand_partner", "kinderen_geboortemaand", "medebewoners"):
            waarde = self.feiten.get(naam)
            for item in (waarde,) if isinstance(waarde, Maand) or not isinstance(waarde, tuple) else waarde:
                maand = getattr(item, "geboortemaand", item)
                if isinstance(maand, Maand):
                    yield maand

    @property
    def nu(self) -> Maandstand:
        """The month of the reference date."""
        return next(stand for stand in self.maanden if stand.nu)

    def _leeftijd(self, feit: str, maandfeit: str, maand: int) -> Bereik:
        geboren = self.feiten.get(maandfeit)
        if isinstance(geboren, Maand):
            return _vast_met_spoor(leeftijd_in_maand(geboren, self.peildatum.year, maand), maandfeit)
        return self._leeftijd_in_jaren(self.feiten.get(feit), feit, maandfeit, maand)

    def _leeftijd_in_jaren(self, leeftijd: object, pad: str, maandpad: str, maand: int) -> Bereik:
        """An age in whole years, in one month of the year."""
        if not isinstance(leeftijd, int):
            laagste, hoogste = (NUL, Decimal(17)) if pad.startswith("kinderen") else (NUL, Decimal(120))
            if pad == "leeftijd_partner":
                laagste = Decimal(18)
            return Bereik(laagste, hoogste, frozenset({pad}), frozenset({pad}))
        if not self.ruime_leeftijd:
            return _vast_met_spoor(leeftijd, pad)
        # Up to the month of the reference date the birthday may still have to come; after it, it may have been.
        laag = leeftijd - 1 if maand <= self.peildatum.month else leeftijd
        return Bereik(Decimal(laag), Decimal(laag + 1), frozenset({maandpad}), frozenset({pad}))

    def geboortejaar(self, achter: str) -> Bereik:
        """The calendar year of birth of the applicant ("") or the partner ("_partner"). An age leaves one of two years open."""
        feit, maandfeit = f"leeftijd{achter}", f"geboortemaand{achter}"
        geboren, leeftijd = self.feiten.get(maandfeit), self.feiten.get(feit)
        if isinstance(geboren, Maand):
            return _vast_met_spoor(geboren.jaar, maandfeit)
        if not isinstance(leeftijd, int):
            spoor = frozenset({feit})
            oudste = FEITEN["leeftijd"].maximum
            assert oudste is not None
            return Bereik(self.peildatum.year - oudste - 1, Decimal(self.peildatum.year), spoor, spoor)
        laatste = self.peildatum.year - leeftijd
        if (self.peildatum.month, self.peildatum.day) == (12, 31):
            return _vast_met_spoor(laatste, feit)  # everybody has had this year's birthday
        return Bereik(Decimal(laatste - 1), Decimal(laatste), frozenset({maandfeit}), frozenset({feit}))

    def _kinderen(self, maand: int) -> tuple[Bereik, ...] | None:
        leeftijden = self.feiten.get("kinderen")
        if not isinstance(leeftijden, tuple):
            return None
        maanden = self.feiten.get("kinderen_geboortemaand")
        geboren = maanden if isinstance(maanden, tuple) else (None,) * len(leeftijden)
        return tuple(
            _vast_met_spoor(leeftijd_in_maand(m, self.peildatum.year, maand), "kinderen_geboortemaand")
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
        return tuple(self._medebewoner(i, mens, maand) for i, mens in enumerate(lijst))

    def _medebewoner(self, nummer: int, mens: Medebewoner, maand: int) -> Medebewonerstand:
        pad = f"medebewoners.{nummer}"
        eerste_graad = _is_een_van(mens.relatie, f"{pad}.relatie", "kind", "ouder")
        return Medebewonerstand(
            leeftijd=self._leeftijd_medebewoner(mens, pad, maand),
            leeftijd_1_januari=self._leeftijd_medebewoner(mens, pad, 1),
            inkomen=self._inkomen_medebewoner(mens.inkomen_jaar, f"{pad}.inkomen_jaar"),
            is_kind=_is_een_van(mens.relatie, f"{pad}.relatie", "kind"),
            is_ouder=_is_een_van(mens.relatie, f"{pad}.relatie", "ouder"),
            telt_mee=eerste_graad | ~_ja(mens.huurcontract, f"{pad}.huurcontract"),
            boven_vermogensgrens=_ja(mens.boven_vermogensgrens, f"{pad}.boven_vermogensgrens"),
            studeert=_ja(mens.studeert, f"{pad}.studeert"),
            huurcontract=_ja(mens.huurcontract, f"{pad}.huurcontract"),
            tweede_graad=_is_een_van(mens.relatie, f"{pad}.relatie", "kind", "ouder", "broer_zus"),
        )

    def _inkomen_medebewoner(self, waarde: object, pad: str) -> Bereik:
        if isinstance(waarde, Decimal):
            return self._gegeven_bedrag(waarde, pad)
        maximum = FEITEN["inkomen_jaar"].maximum
        assert maximum is not None
        return Bereik(NUL, maximum, frozenset({pad}), frozenset({pad}))

    def _leeftijd_medebewoner(self, mens: Medebewoner, pad: str, maand: int) -> Bereik:
        if isinstance(mens.geboortemaand, Maand):
            return _vast_met_spoor(
                leeftijd_in_maand(mens.geboortemaand, self.peildatum.year, maand), f"{pad}.geboortemaand"
            )
        return self._leeftijd_in_jaren(mens.leeftijd, f"{pad}.leeftijd", f"{pad}.geboortemaand", maand)


def meerpersoons(stand: Maandstand) -> Oordeel:
    """More than one person at the address: a partner, a child or a co-resident who counts."""
    return een_van(
        (
            stand.partner,
            meer_dan(stand.aantal_inwonende_kinderen, NUL),
            meer_dan(stand.aantal_medebewoners, NUL),
        )
    )


def _vast_met_spoor(waarde: int, pad: str) -> Bereik:
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
