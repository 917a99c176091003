"""One of the two situations that are compared: its facts, and how its people are on another day.

A birth month tells an age on any day (as the toeslagen count: from the month after the birthday). An age without one holds for
twelve months from the day it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from actions.regels.afleiden import Afleider
from actions.regels.huishouden import Huishouden
from actions.regels.inlezen import OngeldigeFeiten, lees_feiten
from actions.regels.opgave import Opgave, lees_schatting
from actions.regels.typen import Maand, Medebewoner, Schatting, leeftijd_in_maand
from content.parameters import Parameters

_OVER_DE_DAG = frozenset({"leeftijd_past_niet", "maand_in_toekomst"})
"""Faults that say: on this day nobody is so old."""
_WIE = (("leeftijd", "geboortemaand"), ("leeftijd_partner", "geboortemaand_partner"))
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Situatie:
    """Typed facts (see `inlezen.lees_feiten`) with how they were told."""

    feiten: Mapping[str, object]
    dag: date
    """The day on which the ages hold."""
    geschat: Mapping[str, Schatting] = field(default_factory=dict)
    niet_scherper: frozenset[str] = frozenset()
    stil: bool = False
    """Nobody grows older: see `bevroren`."""

    def met(self, feiten: Mapping[str, object], geschat: Mapping[str, Schatting] | None = None) -> Situatie:
        """With other answers to some questions (None: not answered); how the old ones were told goes with them."""
        over = {pad: hoe for pad, hoe in self.geschat.items() if pad not in feiten}
        nieuw = {naam: w for naam, w in {**self.feiten, **feiten}.items() if w is not None}
        return replace(self, feiten=nieuw, geschat={**over, **(geschat or {})})

    def op(self, dag: date) -> Situatie:
        """The same people on another day."""
        maanden = _teller(dag) - _teller(self.dag)
        if not maanden:
            return self
        if self.stil:
            return replace(self, feiten={**self.feiten, **_zonder_verjaardag(self.feiten, dag)}, dag=dag)
        jaren = int(maanden / 12)  # towards zero: an age holds for the months around the day it was given
        return replace(self, feiten={**self.feiten, **_leeftijden(self.feiten, dag, jaren)}, dag=dag)

    def bevroren(self, dag: date) -> Situatie:
        """The people of this day, for ever as old as they are then."""
        toen = self.op(dag)
        return replace(toen, feiten={**toen.feiten, **_zonder_verjaardag(toen.feiten, dag)}, stil=True)

    def huishouden(self, dag: date, parameters: Parameters) -> Huishouden:
        """As the rules see it on a day. The ages must be those of that day."""
        afleider = Afleider(self.feiten, parameters, dag, geschat=self.geschat)
        return Huishouden(
            self.feiten, dag, niet_scherper=self.niet_scherper, afleider=afleider, geschat=self.geschat
        )

    def bedrag(self, naam: str, parameters: Parameters) -> tuple[Decimal, Schatting | None] | None:
        """An amount that was given or follows from another, with how it was told; None when neither."""
        waarde = self.feiten.get(naam)
        if isinstance(waarde, Decimal):
            return waarde, self.geschat.get(naam)
        if waarde is not None:
            return None
        uit = Afleider(self.feiten, parameters, self.dag, geschat=self.geschat).van(naam)
        if uit is None or uit.open:
            return None
        return uit.waarde, Schatting(uit.uit, uit.laag, uit.hoog) if uit.hoog else None


def lees_situatie(opgave: Opgave, ook_op: date, *, intern: bool = True) -> Situatie:
    """The facts of one situation. Ages may be those of the reference date or, where these do not fit, of `ook_op`: a child that
    is still to be born, or who is of age by then.

    Raises OngeldigeFeiten when the facts cannot be right on either day.
    """
    dag = opgave.peildatum
    try:
        feiten = lees_feiten(opgave.feiten, dag, intern=intern)
    except OngeldigeFeiten as fout:
        if any(een.code not in _OVER_DE_DAG for een in fout.fouten):
            raise
        dag = ook_op
        try:
            feiten = lees_feiten(opgave.feiten, dag, intern=intern)
        except OngeldigeFeiten:
            raise fout from None
    geschat = {pad: lees_schatting(hoe) for pad, hoe in opgave.geschat.items()}
    return Situatie(feiten, dag, geschat, opgave.niet_scherper)


def _teller(dag: date) -> int:
    """Months from year 0."""
    return dag.year * 12 + dag.month


def _leeftijden(feiten: Mapping[str, object], dag: date, jaren: int) -> dict[str, object]:
    """Every age on another day; `jaren`: whole years between, for who has no birth month."""

    def dan(leeftijd: object, geboren: object) -> object:
        if isinstance(geboren, Maand):
            return leeftijd_in_maand(geboren, dag.year, dag.month)
        return leeftijd + jaren if isinstance(leeftijd, int) else leeftijd

    gevonden: dict[str, object] = {}
    for naam, maandnaam in _WIE:
        if naam in feiten:
            gevonden[naam] = dan(feiten[naam], feiten.get(maandnaam))
    kinderen = feiten.get("kinderen")
    if isinstance(kinderen, tuple):
        gevonden["kinderen"] = tuple(
            dan(leeftijd, geboren)
            for leeftijd, geboren in zip(kinderen, _geboren(feiten, kinderen), strict=True)
        )
    bewoners = feiten.get("medebewoners")
    if isinstance(bewoners, tuple):
        gevonden["medebewoners"] = tuple(
            _met(b, leeftijd=dan(b.leeftijd, b.geboortemaand)) if isinstance(b, Medebewoner) else b
            for b in bewoners
        )
    return gevonden


def _zonder_verjaardag(feiten: Mapping[str, object], dag: date) -> dict[str, object]:
    """Birth months by which nobody has a birthday in the year of this day: who was born in December is as old all year as in the
    first months."""

    def december(leeftijd: object, geboren: object) -> object:
        if isinstance(geboren, Maand) and isinstance(leeftijd, int):
            return Maand(dag.year - 1 - leeftijd, _DECEMBER)
        return geboren

    gevonden: dict[str, object] = {
        maandnaam: december(feiten.get(naam), feiten[maandnaam])
        for naam, maandnaam in _WIE
        if maandnaam in feiten
    }
    kinderen = feiten.get("kinderen")
    if isinstance(kinderen, tuple) and "kinderen_geboortemaand" in feiten:
        gevonden["kinderen_geboortemaand"] = tuple(
            december(leeftijd, geboren)
            for leeftijd, geboren in zip(kinderen, _geboren(feiten, kinderen), strict=True)
        )
    bewoners = feiten.get("medebewoners")
    if isinstance(bewoners, tuple):
        gevonden["medebewoners"] = tuple(
            _met(b, geboortemaand=december(b.leeftijd, b.geboortemaand)) if isinstance(b, Medebewoner) else b
            for b in bewoners
        )
    return gevonden


def _met(mens: Medebewoner, **anders: Any) -> Medebewoner:
    return replace(mens, **anders)


def _geboren(feiten: Mapping[str, object], kinderen: tuple[object, ...]) -> tuple[object, ...]:
    maanden = feiten.get("kinderen_geboortemaand")
    return maanden if isinstance(maanden, tuple) else (None,) * len(kinderen)
