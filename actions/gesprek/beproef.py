"""What the talk does with a sentence, for an editor who tries it: the turn itself is made, and nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from actions.contract import Bericht
from actions.gesprek import nood
from actions.gesprek.begrip import begrijp
from actions.gesprek.beurt import BeurtInvoer, proefbeurt
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.onderwerp import GEVAAR
from actions.gesprek.opdracht_lezen import exact
from actions.gesprek.opdrachten import UITVOEREN

Soort = Literal["gevaar", "zorg", "antwoord", "bedoelt_u", "opdracht", "niet_begrepen", "verteld", "anders"]
"""Danger; what asks for a kind word; a topic answered at once; topics offered; a command; not understood; something told about
oneself; anything else that has an answer of its own (a feeling, another language, not ours)."""


@dataclass(frozen=True, slots=True)
class Proef:
    soort: Soort
    berichten: tuple[Bericht, ...]
    """What the resident would read."""
    onderwerp: str | None = None
    """The topic that is answered."""
    misschien: tuple[str, ...] = ()
    """Topics that are offered."""
    opdracht: str | None = None
    gehoord: bool = False
    """The patterns of danger caught it (or what only sounds like it), before the model has a say."""


def beproef(
    bronnen: Bronnen,
    gemeente: str,
    zin: str,
    intenties: tuple[tuple[str, float], ...],
    *,
    letterlijk: bool = False,
) -> Proef:
    """`intenties`: the ranking of the model; empty when there is none. The sentence is one that may be read (`web.invoer`)."""
    invoer = BeurtInvoer("proef", zin, intenties=intenties, letterlijk=letterlijk)
    werk = proefbeurt(bronnen, gemeente, invoer)
    gehoord = nood.kijk(zin)
    berichten = tuple(werk.berichten)
    onderwerp = next((b.faq for b in berichten if b.faq is not None), None)

    uit = partial(Proef, berichten=berichten, gehoord=gehoord is not None)
    if onderwerp in GEVAAR:
        return uit("gevaar", onderwerp=onderwerp)
    if nood.als_zorg(gehoord) is not None:
        return uit("zorg", onderwerp=onderwerp)
    if onderwerp is not None:
        return uit("antwoord", onderwerp=onderwerp)
    if werk.onbegrepen:
        aanbod = (k.id for b in berichten for k in b.keuzes or () if k.id.startswith("faq:"))
        misschien = tuple(id_.removeprefix("faq:") for id_ in aanbod)
        return uit("bedoelt_u" if misschien else "niet_begrepen", misschien=misschien)
    if werk.staat.feiten:
        return uit("verteld")
    opdracht = None if letterlijk else exact(zin)
    if opdracht is None and werk.staat.scope:
        opdracht = "start"
    opdracht = opdracht or begrijp(intenties, bronnen.inhoud.faqs(gemeente)).opdracht
    if opdracht in UITVOEREN or opdracht in ("ja", "nee"):
        return uit("opdracht", opdracht=opdracht)
    return uit("anders")
