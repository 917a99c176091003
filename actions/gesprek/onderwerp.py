"""What was just told about: so that "reken maar uit" and the words of a follow-up choice are understood a moment later."""

from __future__ import annotations

from collections.abc import Sequence

from actions.gesprek.werk import Werk

_EVEN = 3
"""Turns. After more of them "dit" is something else."""


def onthoud_regeling(werk: Werk, regeling: str) -> None:
    werk.onthoud(zojuist={"regeling": regeling, "beurt": werk.nr})


def regeling_van_zojuist(werk: Werk) -> str | None:
    """The scheme that was told about a moment ago."""
    zojuist = werk.staat.extra.get("zojuist")
    if zojuist is None or werk.nr - zojuist["beurt"] > _EVEN or zojuist["regeling"] not in werk.catalogus:
        return None
    return str(zojuist["regeling"])


def net_verteld(werk: Werk) -> bool:
    """Was the last turn about a scheme?"""
    return regeling_van_zojuist(werk) is not None and werk.staat.extra["zojuist"]["beurt"] == werk.nr - 1


def onthoud_vervolg(werk: Werk, waar: tuple[str, Sequence[int]] | None) -> None:
    """The follow-up question that is on screen now: of which topic, after which choices; None: there is none."""
    if waar is None:
        werk.onthoud(vervolg=None)
    else:
        werk.onthoud(vervolg={"faq": waar[0], "pad": list(waar[1]), "beurt": werk.nr})


def wachtend_vervolg(werk: Werk) -> tuple[str, Sequence[int]] | None:
    """The follow-up question that was asked a moment ago."""
    wacht = werk.staat.extra.get("vervolg")
    if wacht is None or werk.nr - wacht["beurt"] > _EVEN:
        return None
    return str(wacht["faq"]), wacht["pad"]
