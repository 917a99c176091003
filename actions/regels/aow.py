"""Who has AOW age (AOW art. 7a). The age may have a fraction: 67 years and 3 months for who reaches it from 2028."""

from __future__ import annotations

from decimal import Decimal

from actions.regels.typen import Maand

_MAANDEN = 12


def heeft_aow_leeftijd(leeftijd: object, geboren: object, maand: Maand, grens: Decimal) -> bool | None:
    """Somebody of `leeftijd` completed years, born in month `geboren` (each a fact, which may be unknown), in a calendar month.

    `grens` is the AOW age in months. By the birth month when it is known; in the very month of the birthday, and without a
    birth month, by the age in years. None when those cannot tell.
    """
    if isinstance(geboren, Maand):
        oud = (maand.jaar - geboren.jaar) * _MAANDEN + maand.maand - geboren.maand
        if oud != grens:
            return oud > grens
    if isinstance(leeftijd, int):
        if leeftijd * _MAANDEN >= grens:
            return True
        if (leeftijd + 1) * _MAANDEN <= grens:
            return False
    return None
