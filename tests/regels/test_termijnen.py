"""Days that stand in answers are those the rules reckon with."""

from __future__ import annotations

from datetime import date

import pytest

from actions.regels.catalogus import REGELINGEN
from content.parameters import laad_parameters
from ops.plekken import CONTENT


@pytest.mark.parametrize("regeling", ["zorgtoeslag", "huurtoeslag", "kindgebonden-budget"])
def test_last_day_for_last_year(regeling: str) -> None:
    waarden = laad_parameters(CONTENT / "parameters").waarden["termijnen"]
    (waarde,) = [w for w in waarden if w.naam == "toeslag_vorig_jaar" and w.van.year == 2026]
    laatste = REGELINGEN[regeling].uiterlijk(2025)
    assert laatste == date(2026, int(waarde.waarde), int(waarde.waarde * 100 % 100))
