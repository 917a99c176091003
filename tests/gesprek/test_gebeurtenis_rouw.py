"""Who tells that the partner died reads a calm word first, and may see what it does."""

from __future__ import annotations

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat

KNOP = "Reken uit wat er verandert"


@pytest.mark.parametrize(
    ("zin", "aangeboden"),
    [
        ("mijn man is vorige week overleden", True),
        ("mijn vrouw is op 3 oktober overleden", True),
        ("mijn moeder is vorige week overleden", False),
    ],
)
def test_na_het_overlijden_van_de_partner(bronnen: Bronnen, zin: str, aangeboden: bool) -> None:
    praat = Praat(bronnen, "voorbeeldstad")
    eerste = praat.zeg(zin).berichten[0]
    assert "Gecondoleerd" in eerste.tekst
    assert (KNOP in [k.label for k in eerste.keuzes or ()]) is aangeboden
    if aangeboden:
        begin = praat.klik_op(KNOP).berichten[0]
        assert "Ik reken rustig met u uit" in begin.tekst
        assert "Gecondoleerd" not in begin.tekst
