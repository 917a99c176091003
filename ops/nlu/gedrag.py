"""What the talk does with a sentence that is typed before anything was asked."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from actions.gesprek.beurt import BeurtInvoer, begin, beurt
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id

Ranglijst = Sequence[tuple[str, float]]
GEMEENTE = "voorbeeldstad"


@dataclass(frozen=True, slots=True)
class Gedrag:
    """What a resident gets to see."""

    antwoord: str | None
    """The topic that was answered without asking back."""
    keuzes: tuple[str, ...]
    """The topics offered ("bedoelt u …?")."""


def van(bronnen: Bronnen, tekst: str, ranglijst: Ranglijst) -> Gedrag:
    """Type this sentence in a fresh talk."""
    token, _, _ = begin(bronnen, GEMEENTE, False)
    invoer = BeurtInvoer(uuid.uuid4().hex, tekst, intenties=tuple(ranglijst))
    berichten = beurt(bronnen, gesprek_id(token), invoer).berichten
    beantwoord = next((b.faq for b in berichten if b.faq is not None), None)
    aangeboden = [
        k.id.removeprefix("faq:") for b in berichten for k in b.keuzes or () if k.id.startswith("faq:")
    ]
    return Gedrag(beantwoord, () if beantwoord else tuple(aangeboden))
