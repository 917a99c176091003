"""Whom the talk is about when that is not who types: a relation ("moeder"), never a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from content.herkennen import patronen
from content.inhoud import Inhoud
from content.voor_ander import NAMEN

SLEUTEL: Final = "voor_wie"
"""Where a talk remembers the relation, in `Staat.extra`."""
IEMAND: Final = "persoon"
"""The relation of somebody nothing else is known of."""


def namen(inhoud: Inhoud, relatie: str) -> Mapping[str, str]:
    """What stands in texts for a person of this relation; one for each of `content.voor_ander.NAMEN`."""
    naam = inhoud.tekst(f"voor_wie.naam.{relatie}")
    zij = voornaamwoord(relatie) or naam
    return dict(zip(NAMEN, (naam, naam[0].upper() + naam[1:], zij, zij[0].upper() + zij[1:]), strict=True))


def voornaamwoord(relatie: str) -> str | None:
    """ "zij" or "hij"; None when that is not known."""
    bekend = patronen("voor_wie").soorten
    return next((woord for woord in ("zij", "hij") if f"<{relatie}>" in bekend[woord]), None)
