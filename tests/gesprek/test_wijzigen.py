"""Changing an answer: whatever is changed and whenever, the talk goes on as if it had been said so at once."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.gesprek.bronnen import Bronnen
from actions.regels.catalogus import REGELINGEN
from tests.gesprek.conftest import VANDAAG
from tests.gesprek.huishoudens import Bewoner, bewoner, veranderd
from tests.gesprek.praat import Praat

STAD = "voorbeeldstad"
"""Has every local scheme; Kaalstad has none."""
LOKAAL = (
    "gratis-ov", "voedselbank", "schuldhulp", "schuldhulp-jongeren", "individuele-inkomenstoeslag", "studietoeslag",
    "bijzondere-bijstand", "gemeentepolis", "kwijtschelding", "meedoenregeling", "kind-school-sport", "energiekosten",
    "chronisch-ziek", "voorbeeldstad:computer",
)  # fmt: skip
toevallen = st.integers(0, 10**9).map(Random)


def _keer(aantal: int) -> settings:
    return settings(
        max_examples=aantal,
        deadline=None,
        derandomize=True,
        database=None,
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

    def antwoord(self) -> None:
        """Answer the open question."""
        praat = self.praat
        assert praat.open is not None
        vraag, nummer = praat.open
        self.gevraagd.append(praat.open)
        if vraag == "opvang.kind" and nummer is not None:
            plaats = self.wie.feiten["opvang"][nummer - 1]["kind"]
            praat.klik_op(next(k.label for k in praat.vraag.keuzes or () if f"Kind {plaats + 1} " in k.label))  # type: ignore[union-attr]
        elif any("zit er al in" in k.label for k in praat.vraag.keuzes or ()):  # type: ignore[union-attr]
            praat.klik_op(next(k.label for k in praat.vraag.keuzes or () if "zit er al in" in k.label))  # type: ignore[union-attr]
        elif vraag in self.wie.zinnen and not praat.tekst.endswith(" zo?"):
            praat.zeg(self.wie.zinnen[vraag])
        elif (label := self._label(vraag, nummer)) is not None:
            praat.zeg(label)
        else:
            praat.antwoord(self.wie.feiten)

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
        self.praat.klik(f"wijzig:{feit}")
        assert self.praat.open is not None
        assert self.praat.open[0] == feit, (feit, self.praat.tekst)
        self.antwoord()

    def gezien(self) -> dict[str, Any]:
        """What there is to know at the end: outcomes, answers, total, and what is still to be asked."""
        overzicht = self.praat.overzicht
        return {
            **{
                u.regeling: (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar, u.voorlopig)
                for u in overzicht.uitkomsten
            },
            "feiten": {f.feit: f.waarde for f in overzicht.feiten},
            "totaal": (overzicht.tussenstand.bedrag_per_maand, overzicht.tussenstand.aantal),
            "nog": self.praat.laatste.voortgang.nog_ongeveer,
        }


def _verschil(een: dict[str, Any], ander: dict[str, Any]) -> dict[str, Any]:
    """What differs. An answer that only one of the talks has seen is no difference: who told more has more that decided it."""
    verschil = {wat: (een[wat], ander[wat]) for wat in een if wat != "feiten" and een[wat] != ander[wat]}
    beide = een["feiten"].keys() & ander["feiten"].keys()
    return verschil | {
        feit: (een["feiten"][feit], ander["feiten"][feit])
        for feit in beide
        if een["feiten"][feit] != ander["feiten"][feit]
    }


def _speel(bronnen: Bronnen, gemeente: str, start: str, toeval: Random) -> Gesprek:
    """A talk to a random point, or to the end."""
    wie = bewoner(toeval, bronnen.parameters, VANDAAG)
    gesprek = Gesprek(bronnen, gemeente, start, wie)
    gesprek.verder(toeval.choice((4, 8, 12, 16, 80, 80)))
    return gesprek


def _wijzig_iets(gesprek: Gesprek, toeval: Random) -> str | None:
    """Change a given answer that is shown. None when there is none."""
    feiten = [f.feit for f in gesprek.praat.overzicht.feiten if f.feit in gesprek.wie.feiten]
    if not feiten:
        return None
    feit = toeval.choice(feiten)
    anders = veranderd(gesprek.wie, feit, toeval, gesprek.praat.bronnen.parameters, VANDAAG)
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
@_keer(25)
@given(toeval=toevallen)
def test_a_changed_answer_is_as_if_it_was_said_at_once(
    bronnen: Bronnen, gemeente: str, start: str, toeval: Random
) -> None:
    gesprek = _speel(bronnen, gemeente, start, toeval)
    if _wijzig_iets(gesprek, toeval):
        _als_nieuw(gesprek, start)
