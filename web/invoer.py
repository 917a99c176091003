"""What a resident typed, made safe to pass on: only as text, and numbers that name a person refused."""

from __future__ import annotations

from actions.gesprek.staat import Weigering
from actions.nummers import noemt_bsn, noemt_iban
from actions.schoon import EMOJI_LIJM, schoon

__all__ = ["schoon", "weigering", "zonder_schuine_streep"]


def zonder_schuine_streep(tekst: str) -> str:
    """Without leading slashes: Rasa obeys `/restart` and the like, a resident's text is only text."""
    return tekst.lstrip("/ ")


def weigering(tekst: str, *, langste: int) -> Weigering | None:
    """Why this (clean) text may not be passed on or kept; None when it may."""
    if not tekst or not tekst.replace(EMOJI_LIJM, "").strip():
        return "leeg"
    if len(tekst) > langste:
        return "te_lang"
    if noemt_bsn(tekst):
        return "bsn"
    if noemt_iban(tekst):
        return "iban"
    return None
