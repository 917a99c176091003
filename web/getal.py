"""A whole number that somebody sent, in an address or in a form."""

from __future__ import annotations

_MEESTE_CIJFERS = 9
"""More than any number of ours has, and few enough for every database."""


def getal(gestuurd: str) -> int | None:
    """0 and up. None: it is no number, or larger than any of ours."""
    goed = gestuurd.isascii() and gestuurd.isdigit() and len(gestuurd) <= _MEESTE_CIJFERS
    return int(gestuurd) if goed else None
