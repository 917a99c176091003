"""The guide for editors shows every picture that is made, and no other."""

from __future__ import annotations

import re

from ops.plaatjes import NAMEN, PLAATJES


def test_elk_plaatje_staat_in_de_uitleg_en_is_er() -> None:
    uitleg = (PLAATJES.parent / "redactie.md").read_text(encoding="utf-8")
    getoond = re.findall(r"!\[[^\]]{10,}\]\(plaatjes/([a-z]+)\.png\)", uitleg)
    assert sorted(getoond) == sorted(NAMEN)
    assert {bestand.stem for bestand in PLAATJES.glob("*.png")} == set(NAMEN)


def test_de_plaatjes_zijn_klein() -> None:
    assert all(bestand.stat().st_size < 120_000 for bestand in PLAATJES.glob("*.png"))
