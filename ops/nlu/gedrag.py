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


class Proef:
    """What the talk does with sentences, each as the first of a talk of its own. The beginning is worked out once."""

    def __init__(self, bronnen: Bronnen) -> None:
        self._bronnen = bronnen
        token, _, _ = begin(bronnen, gemeente_van(bronnen), False)
        gesprek = bronnen.opslag.lees(gesprek_id(token))
        assert gesprek is not None
        self._staat, self._eerste = gesprek.staat, gesprek.beurten[0].antwoord

    def van(self, tekst: str, ranglijst: Ranglijst) -> Gedrag:
        """Type this sentence in a fresh talk."""
        token, _ = self._bronnen.opslag.nieuw(self._staat, self._eerste, False)
        invoer = BeurtInvoer(uuid.uuid4().hex, tekst, intenties=tuple(ranglijst))
        berichten = beurt(self._bronnen, gesprek_id(token), invoer).berichten
        beantwoord = next((b.faq for b in berichten if b.faq is not None), None)
        aangeboden = [
            k.id.removeprefix("faq:") for b in berichten for k in b.keuzes or () if k.id.startswith("faq:")
        ]
        return Gedrag(beantwoord, () if beantwoord else tuple(aangeboden))


def gemeente_van(bronnen: Bronnen) -> str:
    """Where the talks are held: the made-up gemeente, or the first there is."""
    alle = sorted(bronnen.inhoud.gemeenten())
    return GEMEENTE if GEMEENTE in alle or not alle else alle[0]
