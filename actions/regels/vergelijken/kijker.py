"""When each scheme is looked at, and how it stands then: without the change, with it, and with the incomes of the year alone.

Mostly in the first month of the change, or in that of the reference date when it is later. But
- what goes by the quarter is judged on its first day (AKW art. 11);
- childcare goes on for some months after work ends (Wko art. 1.6 lid 5);
- wealth counts from 1 January: where only that would make a difference, that day is looked at.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from actions.regels.jaar import kies_jaar
from actions.regels.kern import Oordeelstand, bepaal
from actions.regels.paden import basisfeiten
from actions.regels.regeling import Recht, Regeling, Uitkomst
from actions.regels.typen import Maand
from actions.regels.vergelijken.bedragen import KWARTALEN
from actions.regels.vergelijken.situatie import Situatie
from actions.regels.vergelijken.tijdlijn import VERMOGEN, Tijdlijn, later, maak_tijdlijn, zelfde_partner
from actions.regels.vergelijken.uitkomst import NIET, WEL
from content.parameters import Parameters

KINDEROPVANG: Final = "kinderopvangtoeslag"
_WERK: Final = ("werkt", "werkt_partner")


@dataclass(frozen=True, slots=True)
class Blik:
    """One scheme on one day."""

    vanaf: Maand
    """First month of the new amount, as the circumstances have it."""
    maand: Maand
    """The month that is looked at."""
    voor: Oordeelstand
    na: Oordeelstand
    inkomen: Oordeelstand
    """With the old circumstances and the income of the year with the change."""

    @property
    def gelijk(self) -> bool:
        return gelijk(self.voor.uitkomst, self.na.uitkomst)

    @property
    def rust_op(self) -> frozenset[str]:
        return frozenset(basisfeiten(self.voor.feiten | self.na.feiten))


@dataclass
class Kijker:
    """Looks at both situations. Keeps what was worked out, so it lives as long as one comparison."""

    voor: Situatie
    na: Situatie
    vol_jaar: Situatie
    peildatum: date
    ingangsdatum: date
    regelingen: tuple[str, ...]
    parameters: Parameters
    catalogus: Mapping[str, Regeling]
    _standen: dict[Hashable, dict[str, Oordeelstand]] = field(default_factory=dict)
    _lijnen: dict[int, Tijdlijn] = field(default_factory=dict)
    _blikken: dict[str, Blik] = field(default_factory=dict)

    @cached_property
    def vanaf(self) -> Maand:
        """First month of the new circumstances."""
        return self._lijn(self.peildatum.year).vanaf

    @cached_property
    def deze_maand(self) -> Maand:
        return Maand(self.peildatum.year, self.peildatum.month)

    @cached_property
    def maand(self) -> Maand:
        """The month both situations are looked at: the first of the new one, or this one when that is later."""
        return max(self.vanaf, self.deze_maand)

    def dag(self, maand: Maand) -> date:
        """The reference date in its own month, otherwise the first."""
        return self.peildatum if maand == self.deze_maand else date(maand.jaar, maand.maand, 1)

    @cached_property
    def veranderd(self) -> frozenset[str]:
        """The facts that differ, this year or only in a full year of the new situation."""
        oud = self.voor.feiten
        return frozenset(
            naam
            for nieuw in (self.na.feiten, self.vol_jaar.feiten)
            for naam in oud.keys() | nieuw.keys()
            if oud.get(naam) != nieuw.get(naam)
        )

    def lijn(self, id_: str, jaar: int) -> Tijdlijn:
        """The year for one scheme."""
        lijn = self._lijn(jaar)
        if id_ != KINDEROPVANG or not self._werk_stopt or not self._doorloop:
            return lijn
        doorgaand = lijn.erna.met({naam: self.voor.feiten[naam] for naam in self._werk_stopt})
        return replace(lijn, erna=doorgaand, daarna=(later(self.vanaf, self._doorloop), lijn.erna))

    def blik(self, id_: str) -> Blik:
        if id_ not in self._blikken:
            self._blikken[id_] = self._zoek(id_)
        return self._blikken[id_]

    def heel_jaar(self, id_: str) -> tuple[Uitkomst, Uitkomst]:
        """Twelve months in each situation, everybody as old as when both are looked at."""
        dag = self.dag(self.maand)
        oud, nieuw = (self._stand(situatie, id_, dag).uitkomst for situatie in self._bevroren)
        return oud, nieuw

    # --- what is looked at -----------------------------------------------------------------------------------------

    def _zoek(self, id_: str) -> Blik:
        vanaf = self.vanaf
        regeling = self.catalogus.get(id_)
        if regeling is not None and regeling.ritme == "kwartaal":
            vanaf = _kwartaal(vanaf, omhoog=True)
            return self._kijk(id_, vanaf, max(vanaf, _kwartaal(self.deze_maand)))
        if id_ == KINDEROPVANG and self._werk_stopt:
            vanaf = later(vanaf, self._doorloop)
        blik = self._kijk(id_, vanaf, max(vanaf, self.deze_maand))
        if blik.gelijk and self._vermogen_later:
            januari = Maand(self.maand.jaar + 1, 1)
            dan = self._kijk(id_, januari, januari)
            return blik if dan.gelijk else dan
        return blik

    def _kijk(self, id_: str, vanaf: Maand, maand: Maand) -> Blik:
        lijn, dag = self._lijn(maand.jaar), self.dag(maand)
        voor, na, inkomen = (
            self._stand(situatie, id_, dag, alleen=maand != self.maand)
            for situatie in (lijn.zonder, lijn.erna, lijn.ervoor)
        )
        return Blik(vanaf, maand, voor, na, inkomen)

    @cached_property
    def _vermogen_later(self) -> bool:
        """The wealth changes in the course of the year that is looked at."""
        return (
            not self.veranderd.isdisjoint(VERMOGEN)
            and zelfde_partner(self.voor, self.na)
            and self.vanaf.jaar == self.maand.jaar
            and self.vanaf.maand > 1
        )

    @cached_property
    def _werk_stopt(self) -> tuple[str, ...]:
        """Whose work, or what stands for it in the Wet kinderopvang, ends."""
        oud, nieuw = self.voor.feiten, self.na.feiten
        return tuple(naam for naam in _WERK if oud.get(naam) is True and nieuw.get(naam) is False)

    @cached_property
    def _doorloop(self) -> int:
        return int(self.parameters.op(KINDEROPVANG, self.peildatum).get("doorloop_na_werk_maanden", 0))

    @cached_property
    def _bevroren(self) -> tuple[Situatie, ...]:
        dag = self.dag(self.maand)
        return tuple(s.bevroren(dag).met({"partner_sinds": None}) for s in (self.voor, self.vol_jaar))

    def _lijn(self, jaar: int) -> Tijdlijn:
        if jaar not in self._lijnen:
            self._lijnen[jaar] = maak_tijdlijn(
                self.voor,
                self.na,
                jaar,
                self.ingangsdatum,
                self.parameters,
                peiljaar=self.peildatum.year,
                vol_jaar=self.vol_jaar,
            )
        return self._lijnen[jaar]

    def _stand(self, situatie: Situatie, regeling: str, dag: date, *, alleen: bool = False) -> Oordeelstand:
        """One scheme on one day; all schemes are worked out together unless only this one is looked at then."""
        toen = situatie.op(dag)
        if not self._regels_bekend(dag):
            # So far ahead nobody knows the amounts: those of now, for the people as they are then.
            toen = situatie.bevroren(dag).met({"partner_sinds": None}).op(self.peildatum)
            dag = self.peildatum
        sleutel = (frozenset(toen.feiten.items()), dag, regeling if alleen else None)
        if sleutel not in self._standen:
            uitslag = bepaal(
                toen.feiten,
                self.parameters,
                dag,
                (regeling,) if alleen else self.regelingen,
                geschat=toen.geschat,
                niet_scherper=toen.niet_scherper,
                catalogus=self.catalogus,
            )
            self._standen[sleutel] = {stand.uitkomst.regeling: stand for stand in uitslag.standen}
        return self._standen[sleutel][regeling]

    def _regels_bekend(self, dag: date) -> bool:
        """Some scheme has rules on this day, or none has today either."""
        alle = self.catalogus.values()
        return any(kies_jaar(self.parameters, r, dag) for r in alle) or not any(
            kies_jaar(self.parameters, r, self.peildatum) for r in alle
        )


def recht(u: Uitkomst) -> Recht:
    """In the month itself: a right that the other months of the year give, and this one not, is none here."""
    if u.recht == WEL and u.ritme == "maand" and u.bedrag_per_maand == 0:
        return NIET
    return u.recht


def gelijk(een: Uitkomst, ander: Uitkomst) -> bool:
    """The same right to the same payment."""
    return (recht(een), een.bedrag_per_keer) == (recht(ander), ander.bedrag_per_keer)


def _kwartaal(maand: Maand, *, omhoog: bool = False) -> Maand:
    """The first month of the quarter; of the next one when it has begun already, with `omhoog`."""
    begin = Maand(maand.jaar, max(m for m in KWARTALEN if m <= maand.maand))
    return later(begin, 3) if omhoog and begin < maand else begin
