"""One more example sentence for a topic: in the draft of whoever adds it, which is begun where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from actions.gesprek import nood
from actions.gesprek.onderwerp import GEVAAR
from content.inhoud import Inhoud
from web.redactie.bewaren.concepten import Concept, Ingehaald
from web.redactie.bewaren.concepten import Geweigerd as ConceptGeweigerd
from web.redactie.huis import Redactie
from web.redactie.schrijven import faqvorm, overzicht
from web.redactie.schrijven.faqvorm import Faqvorm, Onleesbaar
from web.toegang.accounts import Medewerker

_LEEST_RASA = re.compile(r"\[[^\]]+\][({]|^/|\n")
"""Signs that Rasa would read as something else (bot/genereer.py)."""
Waarom = Literal[
    "onbekend", "recht", "onleesbaar", "weg", "gevaar", "tekens", "staat_al", "elders", "ingehaald"
]


class KanNiet(Exception):
    """Why nothing was added. `wat`: the topic that has the sentence already, or the sentence."""

    def __init__(self, waarom: Waarom, wat: str = "") -> None:
        self.waarom: Waarom = waarom
        self.wat = wat
        super().__init__(waarom)


def pad_van(redactie: Redactie, wie: Medewerker, onderwerp: str) -> str | None:
    """The file with the examples of a topic; of one that only this gemeente has, its own file. None: there is no such topic."""
    inhoud = redactie.bronnen.inhoud
    if onderwerp in inhoud.faqs():
        return overzicht.pad_van(onderwerp)
    return overzicht.pad_van(onderwerp, wie.gemeente) if onderwerp in inhoud.faqs(wie.gemeente) else None


def zet_erbij(
    redactie: Redactie, wie: Medewerker, onderwerp: str, zinnen: Iterable[str], reden: str
) -> Concept:
    """Add these; what stands there already is passed over. `reden`: why, where the draft has no reason yet. Raises KanNiet."""
    pad = pad_van(redactie, wie, onderwerp)
    if pad is None:
        raise KanNiet("onbekend")
    nieuw = [" ".join(zin.split()) for zin in zinnen]
    for zin in nieuw:
        keur(redactie.bronnen.inhoud, onderwerp, zin)
    try:
        concept = redactie.concepten.begin(wie, pad)
        if concept.tekst is None:
            raise KanNiet("weg")
        vorm = faqvorm.lees(concept.tekst)
        tekst = faqvorm.schrijf(concept.tekst, met(vorm, nieuw))
        return redactie.concepten.bewaar(wie, concept.id, concept.versie, tekst, concept.reden or reden)
    except ConceptGeweigerd:
        raise KanNiet("recht") from None
    except Onleesbaar:
        raise KanNiet("onleesbaar") from None
    except Ingehaald:
        raise KanNiet("ingehaald") from None


def met(vorm: Faqvorm, zinnen: Iterable[str]) -> Faqvorm:
    """With these below its examples. Raises KanNiet when it has them all."""
    er = {zin.casefold() for zin in vorm.voorbeelden}
    nieuw = {zin.casefold(): zin for zin in zinnen if zin.casefold() not in er}
    if not nieuw:
        raise KanNiet("staat_al")
    return replace(vorm, voorbeelden=(*vorm.voorbeelden, *nieuw.values()))


def keur(inhoud: Inhoud, onderwerp: str, zin: str) -> None:
    """May this be an example of this topic? Raises KanNiet."""
    if not zin or _LEEST_RASA.search(zin):
        raise KanNiet("tekens", zin)
    if onderwerp not in GEVAAR and nood.herken(zin) is not None:
        # A model that learns such words with another topic hears danger less well.
        raise KanNiet("gevaar", zin)
    ander = van_wie(inhoud, zin) - {onderwerp}
    if ander:
        raise KanNiet("elders", min(ander))


def van_wie(inhoud: Inhoud, zin: str) -> set[str]:
    """The topics that have this sentence as an example already."""
    gezocht = zin.casefold()
    alle = [
        *inhoud.faqs().items(),
        *(paar for eigen in inhoud.faqs_eigen().values() for paar in eigen.items()),
    ]
    return {id_ for id_, faq in alle if any(een.casefold() == gezocht for een in faq.voorbeelden)}
