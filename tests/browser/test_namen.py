"""Every approved list of names belongs to a state that still exists, and every state has one."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path

from tests.browser.keuringen import NAMEN, Staat


def _staten() -> Counter[str]:
    """The names of all states in the files of this folder: their `STATEN`, and each state once for the file that makes it."""
    hier = Path(__file__).parent
    lijsten: dict[int, tuple[Staat, ...]] = {}
    for bestand in sorted(hier.glob("*.py")):
        staten = getattr(import_module(f"{__package__}.{bestand.stem}"), "STATEN", ())
        # A list that another file imports is the same list.
        lijsten[id(staten)] = tuple(staten)
    return Counter(staat.naam for staten in lijsten.values() for staat in staten)


def test_elke_goedgekeurde_lijst_hoort_bij_een_staat() -> None:
    staten = _staten()
    assert staten, "no states found"
    bestanden = {bestand.stem for bestand in NAMEN.iterdir()}
    assert bestanden - set(staten) == set(), "approved names of states that no longer exist: remove the files"
    assert set(staten) - bestanden == set(), "states without approved names: pytest --keur-namen"


def test_geen_twee_staten_delen_een_naam() -> None:
    """They would be held against the same approved names."""
    assert [naam for naam, keer in _staten().items() if keer > 1] == []
