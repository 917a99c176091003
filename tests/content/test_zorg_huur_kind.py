"""Numbers that answers repeat are those the rules reckon with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from content.parameters import laad_parameters
from ops.plekken import CONTENT


def test_highest_share_of_childcare_is_the_first_row() -> None:
    """Once there is a table of another year than 2026, its first row must be in the answers too."""
    p = laad_parameters(CONTENT / "parameters")
    dag = date(2026, 6, 1)
    rijen = p.tabel("kinderopvangtoeslag", "eerste_kind", dag)
    antwoord = p.op("zorg-huur-kind", dag)
    assert rijen is not None
    assert rijen[0] == (antwoord["kinderopvang_hoogste_pct_tot"], antwoord["kinderopvang_hoogste_pct"])
    assert antwoord["kinderopvang_hoogste_pct_tot"] > Decimal(0)
