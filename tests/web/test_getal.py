"""Numbers that somebody sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.getal import getal


@given(st.integers(0, 999_999_999))
def test_a_number(waarde: int) -> None:
    assert getal(str(waarde)) == waarde


@pytest.mark.parametrize(
    "gestuurd", ["", "x", "-1", "+1", "1.0", " 1", "1_0", "²", "٣", "1234567890", "9" * 5000]
)
def test_no_number_of_ours(gestuurd: str) -> None:
    assert getal(gestuurd) is None
