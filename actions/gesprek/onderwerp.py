"""What was just told about: counted for the editors, and kept so that "reken maar uit" and the words of a follow-up choice are
understood a moment later."""

from __future__ import annotations

from collections.abc import Sequence

from actions.gesprek.tellen import Wat
from actions.gesprek.werk import Werk

GEVAAR = frozenset({"crisis", "huiselijk-geweld"})
"""Never counted, in a small place even a number could point at somebody; and never what contact is about."""
_EVEN = 3
"""Turns. After more of them "dit" is something else."""


def beantwoord(werk: Werk, faq_id: str) -> None:
    """A topic was answered; what is then said about it ("dit helpt mij") counts once."""
    _tel(werk, faq_id, "gevraagd")
    werk.onthoud(beantwoord=faq_id)


def beoordeel(werk: Werk, oordeel: Wat) -> None:
    """The resident says whether the last answer helped."""
    faq_id = werk.staat.extra.get("beantwoord")
    if faq_id is not None:
        _tel(werk, faq_id, oordeel)
        werk.onthoud(beantwoord=None)


def nog_te_beoordelen(werk: Werk, faq_id: str) -> bool:
    """Was this topic the last one answered, and did the resident not say yet whether that helped?"""
    return werk.staat.extra.get("beantwoord") == faq_id


def _tel(werk: Werk, faq_id: str, wat: Wat) -> None:
    if faq_id not in GEVAAR:
        werk.geteld.append((faq_id, wat))


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
