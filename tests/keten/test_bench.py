"""What the bench does with the three processes is really done: somebody hands a question over, and it arrives."""

from __future__ import annotations

from actions.overdracht.codes import is_kenmerk
from ops.bench.huis import draag_over, geheugen
from ops.huis import NAMEN, Huis


def test_er_is_iets_overgedragen_voor_er_gemeten_wordt(huis: Huis) -> None:
    assert is_kenmerk(draag_over(huis))
    metingen = geheugen(huis)
    assert [meting.wat for meting in metingen[:-1]] == [f"memory of {naam}" for naam in NAMEN]
    assert all((meting.waarde or 0) > 20 for meting in metingen)
