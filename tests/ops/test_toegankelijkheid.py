"""docs/toegankelijkheid.md promises only what is proved: every criterion once, and every test and check it names exists."""

from __future__ import annotations

import re

from ops.plekken import WORTEL
from tests.browser.keuringen import KEURINGEN

DOCUMENT = (WORTEL / "docs" / "toegankelijkheid.md").read_text("utf-8")
A = re.findall(
    r"\S+",
    """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2""",
)
AA = re.findall(
    r"\S+",
    """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3""",
)
"""WCAG 2.2, https://www.w3.org/TR/WCAG22/ (4.1.1 is no longer in it)."""
ZONDER_TEST = {"niet van toepassing", "nagelezen, geen test"}


def _rijen() -> list[tuple[str, str]]:
    """(criterion, proof) of the table."""
    return re.findall(r"^\| (\d\.\d\.\d+) \|[^|\n]*\| ([^|\n]+) \|$", DOCUMENT, re.MULTILINE)


def test_elk_criterium_een_keer() -> None:
    assert len(A) == 31
    assert len(AA) == 24
    assert sorted(criterium for criterium, _ in _rijen()) == sorted(A + AA)


def test_elk_bewijs_bestaat() -> None:
    tests = "\n".join(pad.read_text("utf-8") for pad in (WORTEL / "tests").rglob("test_*.py"))
    bestaan = set(re.findall(r"^def (test_\w+)\(", tests, re.MULTILINE))
    assert set(re.findall(r"`(test_\w+)`", DOCUMENT)) - bestaan == set()
    assert set(re.findall(r"keuring `(\w+)`", DOCUMENT)) <= set(KEURINGEN)
    for criterium, bewijs in _rijen():
        assert re.search(r"`\w+`", bewijs) or bewijs in ZONDER_TEST, criterium


def test_elke_keuring_staat_beschreven() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", DOCUMENT, re.MULTILINE)) == set(KEURINGEN)
