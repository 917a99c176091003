"""Whatever is typed: the talk never fails, takes no answer outside the bounds, and reads as POST /api/v1/lees does."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.lees_feit import lees_feit
from actions.regels.feiten import FEITEN
from tests.gesprek.praat import Praat
from tests.lezen.test_antwoorden import DATA
from tests.lezen.test_eigenschappen import teksten

_GETYPT = sorted(
    {
        regel[0]
        for naam in DATA["vormen"]
        for lijst in ("gelezen", "dubbelzinnig", "niet_gelezen")
        for regel in DATA[naam][lijst]
    }
)


def _getallen(waarde: Any) -> list[Decimal]:
    if isinstance(waarde, dict):
        return [getal for deel in waarde.values() for getal in _getallen(deel)]
    if isinstance(waarde, list):
        return [getal for deel in waarde for getal in _getallen(deel)]
    if isinstance(waarde, bool) or not isinstance(waarde, int | str):
        return []
    try:
        return [Decimal(waarde)]
    except ArithmeticError:
        return []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(beurten=st.lists(st.one_of(teksten, st.sampled_from(_GETYPT)), min_size=1, max_size=8))
def test_whatever_is_typed_stays_within_the_bounds(bronnen: Bronnen, beurten: list[str]) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    for tekst in beurten:
        praat.zeg(tekst)
        assert praat.laatste.berichten
    for feit in praat.overzicht.feiten:
        if feit.feit in ("medebewoners", "opvang") or feit.feit not in FEITEN:
            continue
        definitie = FEITEN[feit.feit]
        for getal in _getallen(feit.waarde):
            # "Meer dan" the maximum is the one bound that may lie just above it.
            assert definitie.minimum is None or getal >= definitie.minimum
            assert definitie.maximum is None or getal <= definitie.maximum + Decimal("0.01")


@pytest.mark.parametrize(
    "tekst", [regel[0] for lijst in ("gelezen", "niet_gelezen") for regel in DATA["leeftijd"][lijst]]
)
def test_reading_one_answer_is_what_the_talk_reads(bronnen: Bronnen, tekst: str) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    praat.zeg(tekst)
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    gelezen = lees_feit(bronnen, "leeftijd", tekst)["waarde"]
    if gelezen != "weet_niet":
        assert feiten.get("leeftijd") == gelezen


@pytest.mark.parametrize(
    ("feit", "tekst", "waarde", "ook"),
    [
        ("kale_huur", "achttienhonderd vijftig", "1850.00", {}),
        ("kinderen", "2 van 7 en 11", 2, {"kinderen.leeftijd": [7, 11]}),
        ("kinderen", "tweeling van 2 en een baby", 3, {"kinderen.leeftijd": [2, 2, 0]}),
        ("kinderen", "een dochter van 4 en ik ben 30", 1, {"leeftijd": 30}),
        ("kinderen", "2 van 4", None, {}),
        ("geboortemaand", "twaalf maart negentientweeënnegentig", "1992-03", {}),
        ("netto_inkomen_maand", "1900 bruto", None, {}),
        ("vermogen", "nog geen 1000", {"van": "0.00", "tot": "999.99"}, {}),
    ],
)
def test_reading_one_answer(bronnen: Bronnen, feit: str, tekst: str, waarde: Any, ook: Any) -> None:
    gelezen = lees_feit(bronnen, feit, tekst)
    assert (gelezen["waarde"], gelezen["ook"]) == (waarde, ook)
