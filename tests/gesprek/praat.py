"""A resident for tests: talks with the turn function itself, and answers questions from a household's facts."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.contract import Bericht, BeurtAntwoord, Overzicht, Uitkomst
from actions.gesprek.beurt import BeurtInvoer, begin, beurt, overzicht
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from ops.nlu.gesprekken import getypt


@dataclass
class Praat:
    """One talk."""

    bronnen: Bronnen
    gemeente: str = "kaalstad"
    vorig_jaar: bool = False
    """Look at the question about last year too; who does not, has reached the end at the outcomes."""
    id: str = ""
    laatste: BeurtAntwoord = field(init=False)

    def __post_init__(self) -> None:
        token, self.laatste, _ = begin(self.bronnen, self.gemeente, False)
        self.id = gesprek_id(token)

    def zeg(self, tekst: str, **rest: Any) -> BeurtAntwoord:
        return self._doe(BeurtInvoer(uuid.uuid4().hex, tekst, **rest))

    def klik(self, keuze: str) -> BeurtAntwoord:
        return self._doe(BeurtInvoer(uuid.uuid4().hex, None, keuze=keuze))

    def klik_op(self, label: str) -> BeurtAntwoord:
        """Click the button that says this, anywhere on screen."""
        return self.klik(self.knop(label))

    def knop(self, label: str) -> str:
        knoppen = {k.label: k.id for b in self.laatste.berichten for k in b.keuzes or ()}
        return knoppen[label]

    def _doe(self, invoer: BeurtInvoer) -> BeurtAntwoord:
        self.laatste = beurt(self.bronnen, self.id, invoer)
        *eerder, laatste = self.laatste.berichten
        if not self.vorig_jaar and eerder and (laatste.vraag or "").startswith("was_vorig_jaar_zelfde"):
            self.laatste = self.laatste.model_copy(update={"berichten": eerder})
        return self.laatste

    @property
    def vraag(self) -> Bericht | None:
        """The question that waits."""
        laatste = self.laatste.berichten[-1]
        return laatste if laatste.soort == "vraag" else None

    @property
    def open(self) -> tuple[str, int | None] | None:
        return (
            None if self.vraag is None or self.vraag.vraag is None else (self.vraag.vraag, self.vraag.nummer)
        )

    @property
    def tekst(self) -> str:
        """Everything the bot said in the last turn."""
        return "\n".join(b.tekst for b in self.laatste.berichten)

    @property
    def overzicht(self) -> Overzicht:
        return overzicht(self.bronnen, self.id)

    def uitkomsten(self) -> dict[str, Uitkomst]:
        return {u.regeling: u for u in self.overzicht.uitkomsten}

    def antwoord(self, huishouden: Mapping[str, Any]) -> BeurtAntwoord:
        """Answer the open question from a household's facts, by typing."""
        assert self.open is not None, self.tekst
        assert self.vraag is not None
        if self.vraag.tekst.endswith(" zo?"):
            return self.zeg("ja")  # an income per month: was it so all year?
        if self.vraag.invoer is not None and self.vraag.invoer.type == "meerkeuze":
            return self.zeg(self.aangekruist(huishouden))
        return self.zeg(getypt(huishouden, *self.open))

    def aangekruist(self, huishouden: Mapping[str, Any]) -> str:
        """What the tick boxes of the open question give as text."""
        assert self.vraag is not None
        assert self.vraag.vraag is not None
        gekozen = huishouden.get(self.vraag.vraag, [f for f in self.vraag.feiten or () if huishouden.get(f)])
        keuzes = self.bronnen.inhoud.vraag(self.vraag.vraag).keuzes
        return ", ".join(k.label for k in keuzes if k.waarde in gekozen) or "geen van deze"

    def tot_het_einde(
        self, huishouden: Mapping[str, Any], *, start: str | None = "start", verder: bool = False
    ) -> int:
        """Answer until no question is open; with `verder` through all rounds. Returns how many were asked."""
        if start is not None:
            self.klik(start)
        aantal = 0
        while self.open is not None or (verder and self._gaat_verder()):
            if self.open is not None:
                self.antwoord(huishouden)
                aantal += 1
            assert aantal < 60, "the talk does not end"
        return aantal

    def _gaat_verder(self) -> bool:
        knoppen = {k.id for b in self.laatste.berichten for k in b.keuzes or ()}
        if "verder" in knoppen:
            self.klik("verder")
        return "verder" in knoppen
