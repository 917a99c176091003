"""What every room of `/redactie` works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dulwich.errors import NotGitRepository

from actions.gesprek.bronnen import Bronnen
from web.getal import getal
from web.instellingen import Instellingen
from web.redactie.bewaren.bewaarplaats import Bewaarplaats
from web.redactie.bewaren.concepten import Concept, Concepten, ConceptWeg
from web.redactie.publiceren.keurder import Keurder
from web.redactie.publiceren.verschil import Kijker
from web.redactie.rechten import Regels, mag_wijzigen
from web.toegang.accounts import Medewerker
from web.toegang.wie import Geweigerd


@dataclass(frozen=True, slots=True)
class Redactie:
    instellingen: Instellingen
    bronnen: Bronnen
    plaats: Bewaarplaats
    concepten: Concepten
    regels: Regels
    keurder: Keurder

    def kijker(self, gemeente: str) -> Kijker:
        """Shows texts as the residents of this gemeente see them today."""
        return Kijker(self.bronnen.inhoud, gemeente, self.bronnen.vandaag(), self._tekst)

    def concept(
        self, wie: Medewerker, nr: str, mag: Callable[[Medewerker, str], bool] = mag_wijzigen
    ) -> Concept:
        """The draft with this number in an address. Blocks. Raises Geweigerd (404): it is not there, or not for this person."""
        getypt = getal(nr)
        try:
            concept = None if getypt is None else self.concepten.lees(getypt)
        except ConceptWeg:
            concept = None
        if concept is None or not mag(wie, concept.pad):
            raise Geweigerd(404, "weg")
        return concept

    def _tekst(self, pad: str) -> str | None:
        versie = self.plaats.lees(pad)
        return versie.tekst if versie else None


def maak_huis(instellingen: Instellingen, bronnen: Bronnen) -> Redactie | None:
    """None: content has no repository of its own (RECHTOP_CONTENT), so nothing can be changed on screens."""
    if instellingen.content is None:
        return None
    try:
        plaats = Bewaarplaats(instellingen.content)
    except NotGitRepository:
        return None
    regels = Regels(vier_ogen=instellingen.vier_ogen)
    concepten = Concepten(bronnen.opslag, plaats, bronnen.nu, regels)
    keurder = Keurder(plaats, bronnen.vandaag)
    return Redactie(instellingen, bronnen, plaats, concepten, regels, keurder)
