"""Which child is meant."""

from __future__ import annotations

from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, lees_kind


def test_a_child_in_the_words_of_a_parent() -> None:
    kinderen: dict[int, int | None] = {0: 2, 1: 6, 2: None}
    for zin, plaats in (
        ("kind 2", 1),
        ("de tweede", 1),
        ("van 2 jaar", 0),
        ("de oudste", 1),
        ("3", 2),
        ("6", 1),
    ):
        assert lees_kind(zin, kinderen) == Gelezen(plaats, 0), zin
    assert isinstance(lees_kind("2", kinderen), Dubbelzinnig)
    assert isinstance(lees_kind("allebei", kinderen), NietGelezen)
    assert isinstance(lees_kind("2 en 6", kinderen), NietGelezen)
