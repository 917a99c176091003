"""Who lives on bijstand: read from the facts alone, so that an income may follow from it."""

from __future__ import annotations

from collections.abc import Mapping

PERSONEN = ("", "_partner")
"""Ending of the facts of the applicant and of the partner."""


def krijgt_bijstand(feiten: Mapping[str, object], achter: str) -> bool:
    """This person lives on bijstand. Two together get it together: who says `geen` or was not asked yet gets half of it."""
    eigen = feiten.get(f"inkomen_soort{achter}")
    return eigen == "bijstand" or (
        feiten.get(f"inkomen_soort{_ander(achter)}") == "bijstand"
        and eigen in (None, "geen")
        and is_samen(feiten)
    )


def alleen_bijstand(feiten: Mapping[str, object], achter: str) -> bool:
    """Bijstand is all the income there is: of two together both live on it."""
    return krijgt_bijstand(feiten, achter) and (
        not is_samen(feiten) or krijgt_bijstand(feiten, _ander(achter))
    )


def is_samen(feiten: Mapping[str, object]) -> bool:
    return feiten.get("partner") is True or feiten.get("gezamenlijke_huishouding") is True


def _ander(achter: str) -> str:
    return PERSONEN[1 - PERSONEN.index(achter)]
