"""What is a BSN or an IBAN, and what only looks like one."""

from __future__ import annotations

import pytest
from stdnum.nl import bsn

from actions.nummers import noemt_bsn, noemt_iban

BSN = "123456782"
MOBIEL = next(f"6{n:08d}" for n in range(12345000, 12346000) if bsn.is_valid(f"6{n:08d}"))
"""A mobile number without its nought that passes the check of a BSN."""
VAST = next(f"20{n:07d}" for n in range(1234500, 1235500) if bsn.is_valid(f"20{n:07d}"))
"""A number in Amsterdam, likewise."""


@pytest.mark.parametrize(
    "tekst",
    [
        BSN,
        f"mijn nummer is {BSN}",
        "123 456 782",
        "123.456.782",
        "1234-56-782",
        f"Bel mij op 0612345678. Ik ben {BSN}.",
        f"u kunt mij bellen, mijn bsn is {BSN}",
        f"burgerservicenummer: +31 {MOBIEL}",
        f"tel 0612345678 en {BSN}",
    ],
)
def test_a_bsn(tekst: str) -> None:
    assert noemt_bsn(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        f"+31 {MOBIEL}",
        f"+31{MOBIEL}",
        f"0031 {MOBIEL}",
        f"+31 (0) {MOBIEL}",
        f"+31 {VAST[:2]} {VAST[2:5]} {VAST[5:]}",
        f"bel mij op {MOBIEL}",
        f"Mijn telefoonnummer is {MOBIEL}",
        f"0{MOBIEL}",
        "123456789",
        "ik heb 1.234.567,82 euro",
        "",
    ],
)
def test_no_bsn(tekst: str) -> None:
    assert not noemt_bsn(tekst)


def test_the_numbers_of_these_tests_would_pass_the_check_alone() -> None:
    assert noemt_bsn(MOBIEL)
    assert noemt_bsn(VAST)


@pytest.mark.parametrize("tekst", ["NL91ABNA0417164300", "mijn rekening: NL91 ABNA 0417 1643 00 graag"])
def test_an_iban(tekst: str) -> None:
    assert noemt_iban(tekst)
    assert not noemt_iban(tekst.replace("91", "92"))
