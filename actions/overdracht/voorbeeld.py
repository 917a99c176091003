"""What the resident reads before anything is sent: the lines, who gets them, what for, how long, and what is agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.gesprek.werk import Werk
from actions.overdracht.toestemming import Tekst, versie_van
from actions.overdracht.veld import Veld
from content.lokaal.instelling import Overdracht


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    velden: tuple[Veld, ...]
    ontvanger: str
    doel: str
    bewaartermijn: str
    toestemming: Tekst


class GeenOverdracht(Exception):
    """This gemeente takes no questions over, or its way out is not set up: the resident gets its telephone number."""


class EigenFormulier(Exception):
    """The gemeente has a form of its own. Nothing is sent; nothing of the talk is put into the address."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__("the gemeente has a form of its own")


def instelling(werk: Werk) -> Overdracht:
    """How the gemeente of this talk takes questions over. Raises GeenOverdracht, EigenFormulier."""
    gekozen = werk.gemeente.overdracht
    if gekozen is not None and gekozen.verwijst_door:
        assert gekozen.formulier is not None
        raise EigenFormulier(gekozen.formulier)
    if gekozen is None or not gekozen.neemt_aan:
        raise GeenOverdracht
    return gekozen


def voorbeeld(werk: Werk, regels: Sequence[Veld]) -> Voorbeeld:
    """Raises as `instelling` does."""
    hier = instelling(werk)
    bewaren = hier.bewaren
    doel = werk.tekst("overdracht.doel")
    bewaartermijn = werk.tekst(
        "overdracht.bewaartermijn",
        balie=hier.kanaal == "balie",
        uren=bewaren.afleveren_uren,
        dagen=bewaren.verzoek_dagen,
        maanden=bewaren.bewijs_maanden,
    )
    tekst = werk.tekst("overdracht.toestemming", ontvanger=hier.ontvanger, verklaring=hier.privacyverklaring)
    # Who gets it, what for and how long are part of what is agreed to, also where the text does not repeat them.
    versie = versie_van(tekst, hier.ontvanger, doel, bewaartermijn)
    return Voorbeeld(tuple(regels), hier.ontvanger, doel, bewaartermijn, Tekst(versie, tekst))
