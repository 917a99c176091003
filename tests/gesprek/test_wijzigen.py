"""Changing an answer: whatever is changed and whenever, the talk goes on as if it had been said so at once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from actions.gesprek.antwoord import LIJSTEN, feit_van
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.staat import Staat
from actions.gesprek.vragen import VERMOGENS
from actions.regels.afleiden import NETTO_VAN
from actions.regels.catalogus import REGELINGEN
from tests.gesprek.conftest import VANDAAG
from tests.gesprek.huishoudens import KNOP, WEET_NIET, Bewoner, bewoner, veranderd
from tests.gesprek.praat import Praat

STAD = "voorbeeldstad"
"""Has every local scheme; Kaalstad has none."""
LOKAAL = (
    "gratis-ov", "voedselbank", "schuldhulp", "schuldhulp-jongeren", "individuele-inkomenstoeslag", "studietoeslag",
    "bijzondere-bijstand", "gemeentepolis", "kwijtschelding", "meedoenregeling", "kind-school-sport", "energiekosten",
    "chronisch-ziek", "voorbeeldstad:computer",
)  # fmt: skip
_ZELFDE_INKOMEN = {
    **{bruto: (netto,) for bruto, netto in NETTO_VAN.items()},
    **{n: (b,) for b, n in NETTO_VAN.items()},
}
toevallen = st.integers(0, 10**9).map(Random)


def _keer(aantal: int) -> settings:
    return settings(
        max_examples=aantal,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],  # the seed of a talk does not shrink
        suppress_health_check=list(HealthCheck),
    )


class Gesprek:
    """A talk of one resident, in one scope."""

    def __init__(self, bronnen: Bronnen, gemeente: str, start: str, wie: Bewoner) -> None:
        self.praat = Praat(bronnen, gemeente)
        self.wie = wie
        self.alles = start == "start"
        self.gevraagd: list[tuple[str, int | None]] = []
        self.praat.klik(start)

    @property
    def staat(self) -> Staat:
        gelezen = self.praat.bronnen.opslag.lees(self.praat.id)
        assert gelezen is not None
        return gelezen.staat

    def antwoord(self) -> None:
        """Answer the open question."""
        praat, bericht = self.praat, self.praat.vraag
        assert bericht is not None
        assert bericht.vraag is not None
        vraag, nummer = bericht.vraag, bericht.nummer
        self.gevraagd.append((vraag, nummer))
        labels = [keuze.label for keuze in bericht.keuzes or ()]
        zin = self.wie.zinnen.get(vraag)
        erin = next((label for label in labels if "zit er al in" in label), None)
        if self.gevraagd[-4:] == [(vraag, nummer)] * 4:
            praat.klik("weet_niet")  # said in a way that cannot be converted
        elif vraag == "opvang.kind" and nummer is not None:
            plaats = self.wie.feiten["opvang"][nummer - 1]["kind"]
            praat.klik_op(next(label for label in labels if f"Kind {plaats + 1} " in label))
        elif erin is not None:
            praat.klik_op(erin)
        elif zin == KNOP and (knop := self._stuk(vraag)) is not None:
            praat.klik(knop)
        elif zin not in (None, KNOP) and not bericht.tekst.endswith(" zo?"):
            praat.zeg(str(zin))
        elif (label := self._label(vraag, nummer)) is not None:
            praat.zeg(label)
        else:
            praat.antwoord(self.wie.feiten)

    def _stuk(self, vraag: str) -> str | None:
        """The button of the stretch that the amount lies in."""
        if self.wie.feiten[vraag] == WEET_NIET:
            return None
        bedrag = Decimal(self.wie.feiten[vraag])
        for aanbod in reversed(self.staat.aanbod):
            waarde = aanbod.betekenis.get("waarde")
            if aanbod.betekenis.get("vraag") != vraag or not isinstance(waarde, dict):
                continue
            if Decimal(waarde["van"]) <= bedrag and (
                waarde["tot"] is None or bedrag <= Decimal(waarde["tot"])
            ):
                return aanbod.id if any(k.id == aanbod.id for k in self.praat.vraag.keuzes or ()) else None  # type: ignore[union-attr]
        return None

    def _label(self, vraag: str, nummer: int | None) -> str | None:
        """A choice by its own words."""
        feit, _, veld = vraag.partition(".")
        waarde = self.wie.feiten.get(feit)
        if veld and nummer is not None and isinstance(waarde, list):
            waarde = waarde[nummer - 1].get(veld)
        if not isinstance(waarde, str):
            return None
        keuzes = self.praat.bronnen.inhoud.vraag(vraag).keuzes
        label = next((k.label for k in keuzes if k.waarde == waarde), None)
        return None if label is None or "{" in label else label

    def verder(self, hoogstens: int = 80) -> None:
        """To the end (of the whole check: of all rounds), or as many answers."""
        for _ in range(hoogstens):
            if self.praat.open is not None:
                self.antwoord()
            elif not self.alles or not self.praat._gaat_verder():
                return
        assert hoogstens < 80, f"the talk does not end: {self.gevraagd}"

    def wijzig(self, feit: str, wie: Bewoner) -> None:
        """Change an answer, and give the new one."""
        self.wie = wie
        self.gevraagd.append((f"wijzig:{feit}", None))
        self.praat.klik(f"wijzig:{feit}")
        assert self.praat.open is not None
        assert self.praat.open[0] == feit, (feit, self.praat.tekst)
        self.antwoord()
        if (
            feit in LIJSTEN
            and "wist ik nog" in self.praat.tekst
            and self.staat.feiten[feit] != wie.feiten[feit]
        ):
            self.wijzig(feit, wie)  # others than those of before
        while "tussen" in self.staat.extra or "grensvraag" in self.staat.extra:
            self.antwoord()  # said in parts

    def stapel_af(self, feit: str) -> None:
        """Back to the question that was asked to change this."""
        gezegd = {stap[0] for stap in self.staat.extra["stappen"]}
        vragen = (feit,) if feit in gezegd else _ZELFDE_INKOMEN.get(feit, (feit,))
        for _ in range(20):
            self.praat.zeg("terug")
            if self.praat.open is not None and self.praat.open[0] in vragen:
                return
        raise AssertionError(f"no way back to {feit}: {self.praat.tekst}")

    def gezien(self) -> dict[str, Any]:
        """What there is to know at the end: outcomes, answers, total, and what is still to be asked."""
        overzicht = self.praat.overzicht
        return {
            **{
                u.regeling: (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar, u.voorlopig)
                for u in overzicht.uitkomsten
            },
            "gezegd": dict(self.staat.feiten),
            "feiten": {f.feit: f.waarde for f in overzicht.feiten},
            "totaal": (overzicht.tussenstand.bedrag_per_maand, overzicht.tussenstand.aantal),
            "nog": (self.praat.laatste.voortgang.nog_ongeveer,),
        }


def _verschil(een: dict[str, Any], ander: dict[str, Any]) -> dict[str, Any]:
    """What differs. An answer that only one of the talks has seen is no difference: who told more has more that decided it. Where
    something is not known, one answer more may decide what stays open without; and a "weet ik niet" that the other talk never
    asked for, or a stretch that it asked by other limits, may leave open what is decided there."""
    onzeker = WEET_NIET in str(een["feiten"])
    alleen_hier = {
        feit: waarde for feit, waarde in een["feiten"].items() if waarde != ander["feiten"].get(feit)
    }
    ruimer = WEET_NIET in str(alleen_hier) or any(isinstance(w, dict) for w in alleen_hier.values())
    verschil = {
        wat: (een[wat], ander[wat])
        for wat in een
        if wat not in ("feiten", "gezegd", "totaal")
        and een[wat] != ander[wat]
        and not (onzeker and ander[wat][0] == "onbekend")
        and not (ruimer and een[wat][0] == "onbekend")
    }
    if not (onzeker or ruimer) and een["totaal"] != ander["totaal"]:
        verschil["totaal"] = een["totaal"], ander["totaal"]
    beide = (een["feiten"].keys() & ander["feiten"].keys()).difference(VERMOGENS)  # a stretch may be narrower
    gelijk = {feit: _gelijk_gemaakt(een["feiten"][feit], ander["feiten"][feit]) for feit in beide}
    return verschil | {feit: paar for feit, paar in gelijk.items() if paar[0] != paar[1]}


def _gelijk_gemaakt(een: Any, ander: Any) -> tuple[Any, Any]:
    """Of people: what both talks have asked."""
    if not (isinstance(een, list) and isinstance(ander, list) and len(een) == len(ander)):
        return een, ander
    paren = [
        ({k: x[k] for k in x.keys() & y.keys()}, {k: y[k] for k in x.keys() & y.keys()})
        if isinstance(x, dict) and isinstance(y, dict)
        else (x, y)
        for x, y in zip(een, ander, strict=True)
        if x is not None and y is not None
    ]
    return [x for x, _ in paren], [y for _, y in paren]


def _speel(
    bronnen: Bronnen, gemeente: str, start: str, toeval: Random, tot: Sequence[int] = (4, 8, 12, 16, 80, 80)
) -> Gesprek:
    """A talk to a random point, or to the end."""
    wie = bewoner(toeval, VANDAAG)
    gesprek = Gesprek(bronnen, gemeente, start, wie)
    gesprek.verder(toeval.choice(tot))
    return gesprek


def _wijzig_iets(gesprek: Gesprek, toeval: Random) -> str | None:
    """Change a given answer that is shown. None when there is none."""
    gezegd = gesprek.staat.feiten
    # Of what is said twice (a year and its month, January and today) the first is changed.
    dubbel = {netto for bruto, netto in NETTO_VAN.items() if gezegd.get(bruto, WEET_NIET) != WEET_NIET}
    dubbel |= {"vermogen_nu"} if "vermogen" in gezegd else set()
    feiten = [
        f.feit
        for f in gesprek.praat.overzicht.feiten
        if f.feit in gesprek.wie.feiten and f.feit not in dubbel
    ]
    if not feiten:
        return None
    feit = toeval.choice(feiten)
    anders = veranderd(gesprek.wie, feit, toeval, VANDAAG)
    gesprek.wijzig(feit, anders)
    return feit


def _als_nieuw(gesprek: Gesprek, start: str) -> None:
    """To the end; then it is as a fresh talk of this household."""
    gesprek.verder()
    vers = Gesprek(gesprek.praat.bronnen, gesprek.praat.gemeente, start, gesprek.wie)
    vers.verder()
    verschil = _verschil(gesprek.gezien(), vers.gezien())
    assert not verschil, verschil


OMVANGEN = [("kaalstad", "start"), (STAD, "start")]
EEN = [(STAD, f"start:{regeling}") for regeling in (*REGELINGEN, *LOKAAL)]


@pytest.mark.parametrize(("gemeente", "start"), OMVANGEN)
@_keer(14)
@given(toeval=toevallen)
def test_a_changed_answer_is_as_if_it_was_said_at_once(
    bronnen: Bronnen, gemeente: str, start: str, toeval: Random
) -> None:
    speel_een_wijziging(bronnen, gemeente, start, toeval)


@pytest.mark.parametrize(("gemeente", "start"), EEN)
@_keer(1)
@given(toeval=toevallen)
def test_a_changed_answer_counts_for_every_scheme_by_itself(
    bronnen: Bronnen, gemeente: str, start: str, toeval: Random
) -> None:
    speel_een_wijziging(bronnen, gemeente, start, toeval)


def speel_een_wijziging(bronnen: Bronnen, gemeente: str, start: str, toeval: Random) -> None:
    gesprek = _speel(bronnen, gemeente, start, toeval)
    if _wijzig_iets(gesprek, toeval):
        _als_nieuw(gesprek, start)


@_keer(12)
@given(toeval=toevallen)
def test_two_changes_in_a_row_are_as_if_both_were_said_at_once(bronnen: Bronnen, toeval: Random) -> None:
    speel_twee(bronnen, *toeval.choice((*OMVANGEN, *EEN)), toeval)


def speel_twee(bronnen: Bronnen, gemeente: str, start: str, toeval: Random) -> None:
    gesprek = _speel(bronnen, gemeente, start, toeval)
    if _wijzig_iets(gesprek, toeval):
        gesprek.verder(toeval.choice((0, 0, 1, 2, 4)))
        _wijzig_iets(gesprek, toeval)
        _als_nieuw(gesprek, start)


@_keer(12)
@given(toeval=toevallen)
def test_changing_back_loses_nothing(bronnen: Bronnen, toeval: Random) -> None:
    speel_terug_veranderd(bronnen, *toeval.choice((*OMVANGEN, *EEN)), toeval)


def speel_terug_veranderd(bronnen: Bronnen, gemeente: str, start: str, toeval: Random) -> None:
    gesprek = _speel(bronnen, gemeente, start, toeval, tot=(80,))
    eerst, wie, eerder = gesprek.gezien(), gesprek.wie, set(gesprek.gevraagd)
    feit = _wijzig_iets(gesprek, toeval)
    if feit is None:
        return
    gesprek.verder(toeval.choice((0, 1, 80)))
    gesprek.gevraagd.clear()
    gesprek.wijzig(feit, wie)
    gesprek.verder()
    verschil = _verschil(eerst, gesprek.gezien())
    assert not verschil, verschil
    weer = {
        vraag
        for vraag in gesprek.gevraagd
        if feit_van(vraag[0]) not in (feit, *_ZELFDE_INKOMEN.get(feit, ()))
    }
    assert not weer & eerder, weer & eerder


@_keer(12)
@given(toeval=toevallen)
def test_back_after_a_change(bronnen: Bronnen, toeval: Random) -> None:
    speel_terug(bronnen, *toeval.choice((*OMVANGEN, *EEN)), toeval)


def speel_terug(bronnen: Bronnen, gemeente: str, start: str, toeval: Random) -> None:
    gesprek = _speel(bronnen, gemeente, start, toeval, tot=(80,))
    eerst, wie = gesprek.gezien(), gesprek.wie
    feiten = list(eerst["feiten"])
    if feiten:
        gesprek.praat.klik(f"wijzig:{toeval.choice(feiten)}")
        gesprek.praat.zeg("terug")  # rather not
        assert gesprek.gezien() == eerst
    feit = _wijzig_iets(gesprek, toeval)
    if feit is None:
        return
    gesprek.verder(toeval.choice((0, 1, 80)))
    gesprek.stapel_af(feit)
    gesprek.wie = wie
    gesprek.antwoord()
    gesprek.verder()
    verschil = _verschil(eerst, gesprek.gezien())
    assert not verschil, verschil
