"""Facts that follow from others: the gross year from the net month, and the other way round; both from the norm for who lives
on bijstand (of two together each half).

An answer of the resident always wins. What is derived is an estimate with its bounds: `Huishouden` uses the estimate, and its
bounds where the question is whether the margin matters (see `nodig`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from actions.regels.aow import heeft_aow_leeftijd
from actions.regels.inkomen.belastingregels import HONDERD, Belastingregels, belastingregels
from actions.regels.inkomen.omrekenen import (
    Omrekening,
    bruto_uit_maandloon_netto,
    bruto_uit_netto,
    netto_uit_bruto,
)
from actions.regels.inkomen.profiel import SOORTEN, Inkomensprofiel, Soort
from actions.regels.participatiewet.norm import halve_norm
from actions.regels.participatiewet.soort import alleen_bijstand
from actions.regels.typen import DELEN, Maand, Schatting
from content.parameters import Parameters

_MAANDEN = Decimal(12)
_CENT = Decimal("0.01")
_ZONDER_VAKANTIEGELD = frozenset({"eigen_bedrijf", "alimentatie", "studiefinanciering", "geen"})
_MET_AOW = frozenset({"aow", "pensioen"})
_Richting = Literal["bruto", "netto"]
_PAREN: Mapping[str, tuple[str, _Richting]] = {
    "inkomen_jaar": ("netto_inkomen_maand", "bruto"),
    "inkomen_partner_jaar": ("netto_inkomen_partner_maand", "bruto"),
    "netto_inkomen_maand": ("inkomen_jaar", "netto"),
    "netto_inkomen_partner_maand": ("inkomen_partner_jaar", "netto"),
}
"""Derived fact → the fact it follows from, and which way is converted."""
AFGELEID = frozenset(_PAREN)
NETTO_VAN = {bruto: uit for bruto, (uit, richting) in _PAREN.items() if richting == "bruto"}
"""Gross year → the fact that holds the same income as it comes in on the account."""
NETTO = frozenset(NETTO_VAN.values())
"""Of a pair, the one worth asking when the margin matters: people know what comes in on their account."""


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """An estimate with its bounds, in the unit of the fact; `uit` is the fact it follows from."""

    waarde: Decimal
    laag: Decimal
    hoog: Decimal
    uit: str
    open: frozenset[str] = frozenset()
    """What is not known yet of where it follows from: then it is anything from `laag` to `hoog`."""


@dataclass
class Afleider:
    """Derives facts of one household, each at most once. Keeps what it found, so it lives as long as one calculation."""

    feiten: Mapping[str, object]
    parameters: Parameters
    peildatum: date
    geschat: Mapping[str, Schatting] = field(default_factory=dict)
    """How given amounts were converted from what was said: from a year of parts no month follows, and bounds travel along."""
    _gevonden: dict[str, Afgeleid | None] = field(default_factory=dict)

    def van(self, naam: str) -> Afgeleid | None:
        """The derived value of an absent fact, or None when it cannot be derived."""
        if naam not in _PAREN:
            return None
        if naam not in self._gevonden:
            self._gevonden[naam] = self._leid_af(naam)
        return self._gevonden[naam]

    def _leid_af(self, naam: str) -> Afgeleid | None:
        uit, richting = _PAREN[naam]
        partner = "_partner" if "partner" in naam else ""
        soort = self.feiten.get(f"inkomen_soort{partner}")
        bron = self.feiten.get(uit)
        regels = belastingregels(self.parameters, self.peildatum)
        if alleen_bijstand(self.feiten, partner) and not isinstance(bron, Decimal):
            return self._uit_norm(richting, partner, regels)
        hoe = self.geschat.get(uit)
        if hoe is not None and hoe.uit == DELEN:
            return None
        if soort == "geen":
            return Afgeleid(Decimal(0), Decimal(0), Decimal(0), f"inkomen_soort{partner}")
        if not isinstance(bron, Decimal) or regels is None or soort == "studiefinanciering":
            return None
        gevonden = self._ruimste(richting, bron, partner, soort, regels)
        if hoe is not None and hoe.laag is not None and hoe.hoog is not None:
            laagste, hoogste = (
                self._ruimste(richting, grens, partner, soort, regels) for grens in (hoe.laag, hoe.hoog)
            )
            gevonden = replace(gevonden, laag=laagste.laag, hoog=hoogste.hoog)
        return replace(gevonden, uit=uit)

    def _ruimste(
        self, richting: _Richting, bron: Decimal, partner: str, soort: object, regels: Belastingregels
    ) -> Afgeleid:
        """The likeliest way this person is taxed, with the bounds of all of them."""
        gevonden = [
            self._reken(richting, bron, profiel, regels) for profiel in self._profielen(partner, soort)
        ]
        return replace(gevonden[0], laag=min(a.laag for a in gevonden), hoog=max(a.hoog for a in gevonden))

    def _uit_norm(self, richting: _Richting, partner: str, regels: Belastingregels | None) -> Afgeleid | None:
        """Bijstand comes on top of nothing, so the income is the norm. None while that rests on something the resident does
        not know."""
        uit = f"inkomen_soort{partner}"
        if self.feiten.get(uit) != "bijstand":
            uit = "inkomen_soort" if partner else "inkomen_soort_partner"
        netto = halve_norm(self.feiten, self.parameters, self.peildatum, heel_jaar=richting == "bruto")
        if netto is None:
            return None
        if richting == "netto":
            return Afgeleid(netto.laag, netto.laag, netto.hoog, uit, netto.open)
        if regels is None:
            return None
        (profiel,) = self._profielen(partner, "bijstand")
        dag = self.parameters.tijdvak(self.peildatum)

        def bruto(bedrag: Decimal) -> Omrekening:
            if profiel.arbeidsinkomen is not None:
                return bruto_uit_netto(profiel, bedrag, regels)
            return self.parameters.eenmaal(_bruto_bij_norm, profiel, bedrag, dag)

        laag = bruto(netto.laag)
        hoog = laag if netto.exact else bruto(netto.hoog)
        return Afgeleid(laag.bruto, laag.laag, hoog.hoog, uit, netto.open)

    def vakantiegeld(self, bruto_jaar: Decimal, partner: str = "") -> Decimal | None:
        """The holiday pay on top of a gross year without it; zero for what never has any, None when it cannot be told.

        By the percentage that wages have at least (WML art. 15); for who has AOW what comes with a full AOW, as a pension has
        none of its own. `partner` is "_partner" for the partner's income.
        """
        soort = self.feiten.get(f"inkomen_soort{partner}")
        if soort in _ZONDER_VAKANTIEGELD:
            return Decimal(0)
        if soort in _MET_AOW or (not isinstance(soort, str) and self._heeft_aow_leeftijd(partner)):
            samen = bool(partner) or self.feiten.get("partner") is True
            bij_aow = self._laatst_bekend("aow", f"vakantiegeld_{'gehuwd' if samen else 'alleenstaande'}")
            if bij_aow is not None:
                return bij_aow * _MAANDEN
        procent = self._laatst_bekend("loon", "vakantiebijslag_pct")
        return None if procent is None else (bruto_jaar * procent / HONDERD).quantize(_CENT)

    def met_vakantiegeld(self, netto_maand: Decimal, partner: str = "") -> Decimal | None:
        """What comes in a month on average when holiday pay comes on top of this net month; None without tax rules.

        `partner` is "_partner" for the partner's income.
        """
        regels = belastingregels(self.parameters, self.peildatum)
        if regels is None or self.vakantiegeld(netto_maand, partner) is None:
            return None
        profiel = self._profielen(partner, self.feiten.get(f"inkomen_soort{partner}"))[0]
        om = bruto_uit_maandloon_netto(
            profiel, netto_maand, regels, lambda bruto: self.vakantiegeld(bruto, partner) or Decimal(0)
        )
        return (om.netto / _MAANDEN).quantize(_CENT)

    def bruto_jaar(self, netto_jaar: Decimal, partner: str = "") -> Afgeleid | None:
        """The gross year that brings in this net year; None when it cannot be told."""
        soort = self.feiten.get(f"inkomen_soort{partner}")
        regels = belastingregels(self.parameters, self.peildatum)
        if regels is None or soort in ("studiefinanciering", "geen"):
            return None
        return self._ruimste("bruto", netto_jaar / _MAANDEN, partner, soort, regels)

    def _laatst_bekend(self, regeling: str, naam: str) -> Decimal | None:
        """The value on the reference date, or the last one before it within a year."""
        vandaag = self.peildatum
        dagen = (vandaag, date(vandaag.year, 6, 30), date(vandaag.year, 1, 1), date(vandaag.year - 1, 12, 31))
        waarden = (self.parameters.op(regeling, dag).get(naam) for dag in dagen if dag <= vandaag)
        return next((waarde for waarde in waarden if waarde is not None), None)

    def profiel(self, soort: object, arbeidsinkomen: Decimal | None, partner: str = "") -> Inkomensprofiel:
        """How this person is taxed with an income of this kind (a value of `inkomen_soort`), of which so much is from work."""
        return replace(self._profielen(partner, soort)[0], arbeidsinkomen=arbeidsinkomen)

    def _heeft_aow_leeftijd(self, partner: str) -> bool:
        grens = self._laatst_bekend("aow", "leeftijd_maanden")
        if grens is None:
            return False
        maand = Maand(self.peildatum.year, self.peildatum.month)
        leeftijd, geboren = (self.feiten.get(f"{naam}{partner}") for naam in ("leeftijd", "geboortemaand"))
        return heeft_aow_leeftijd(leeftijd, geboren, maand, grens) is True

    def _profielen(self, partner: str, soort: object) -> list[Inkomensprofiel]:
        """How this person is taxed; while the kind of income is not known, every likely way, the likeliest first."""
        aow = self._heeft_aow_leeftijd(partner)
        if isinstance(soort, str) and soort in SOORTEN:
            soorten: tuple[str, ...] = (soort,)
        else:
            soorten = ("pensioen", "loon") if aow else ("loon", "ww")
        arbeid = self.feiten.get("arbeidsinkomen_partner_jaar" if partner else "arbeidsinkomen_jaar")
        return [
            Inkomensprofiel(
                soort=cast(Soort, s),
                arbeidsinkomen=arbeid if isinstance(arbeid, Decimal) else None,
                aow_leeftijd=aow,
                alleenstaand_aow=aow and self.feiten.get("partner") is False,
            )
            for s in soorten
        ]

    @staticmethod
    def _reken(
        richting: _Richting, bron: Decimal, profiel: Inkomensprofiel, regels: Belastingregels
    ) -> Afgeleid:
        if richting == "bruto":
            om = bruto_uit_netto(profiel, bron * _MAANDEN, regels)
            return _afgeleid(om, om.bruto, Decimal(1))
        om = netto_uit_bruto(profiel, bron, regels)
        return _afgeleid(om, om.netto, _MAANDEN)


def _bruto_bij_norm(
    parameters: Parameters, profiel: Inkomensprofiel, netto: Decimal, datum: date
) -> Omrekening:
    """There are few norms, so who lives on bijstand is one of few cases."""
    regels = belastingregels(parameters, datum)
    assert regels is not None
    return bruto_uit_netto(profiel, netto, regels)


def _afgeleid(om: Omrekening, waarde: Decimal, deler: Decimal) -> Afgeleid:
    def cent(bedrag: Decimal) -> Decimal:
        return max(bedrag / deler, Decimal(0)).quantize(_CENT)

    return Afgeleid(cent(waarde), cent(om.laag), cent(om.hoog), "")
