"""The list of topics: who answers for each, when it was checked, how it reads, how often it is asked and did not help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from actions.gesprek import tellen
from actions.gesprek.bronnen import Bronnen
from content.lokaal.controle import NAKIJKEN_NA
from content.schema import Faq
from web.redactie.bewaren.concepten import Concept
from web.redactie.schrijven.schrijfhulp import Taal, taal, van_faq

DAGEN: Final = 30
"""Counts are of this many days, today included."""
OP: Final = ("titel", "eigenaar", "nagekeken", "taal", "gevraagd", "hielp_niet")
"""What the list can be put in order by."""
_GROOTSTE_EERST = frozenset({"gevraagd", "hielp_niet", "taal"})
_ERNST = {"goed": 0, "let_op": 1, "fout": 2}


@dataclass(frozen=True, slots=True)
class Geteld:
    """Of the last `DAGEN` days, in one gemeente."""

    gevraagd: int = 0
    hielp: int = 0
    hielp_niet: int = 0


@dataclass(frozen=True, slots=True)
class Rij:
    id: str
    faq: Faq
    taal: Taal
    geteld: Geteld
    te_laat: bool
    """Its last check is too long ago."""
    eigen: bool
    """This gemeente answers it in its own words."""
    alleen_hier: bool
    concepten: tuple[Concept, ...]
    """Drafts that are not done."""


def pad_van(id_: str, gemeente: str | None = None) -> str:
    return f"faq/{gemeente}/{id_}.md" if gemeente else f"faq/{id_}.md"


def titels(faqs: Mapping[str, Faq]) -> dict[str, str]:
    """Topic → title, in the order of the titles: to choose from."""
    return dict(sorted(((id_, faq.titel) for id_, faq in faqs.items()), key=lambda paar: paar[1]))


def geteld(bronnen: Bronnen, gemeente: str) -> Mapping[str, Geteld]:
    """Topic → counts. Topics that nobody asked about are not there."""
    vandaag = bronnen.vandaag()
    with bronnen.opslag.lees_naast() as verbinding:
        rijen = tellen.lees(verbinding, vandaag - timedelta(days=DAGEN - 1), vandaag)
    uit: dict[str, Geteld] = {}
    for rij in rijen:
        if rij.gemeente == gemeente:
            er = uit.get(rij.onderwerp, Geteld())
            uit[rij.onderwerp] = Geteld(
                er.gevraagd + rij.gevraagd, er.hielp + rij.hielp, er.hielp_niet + rij.hielp_niet
            )
    return uit


def rijen(
    bronnen: Bronnen,
    map_: Path,
    gemeente: str,
    concepten: tuple[Concept, ...],
    zoek: str = "",
    op: str = "titel",
    *,
    om: bool = False,
) -> list[Rij]:
    """Every topic as this gemeente answers it, in which all words of `zoek` occur; by `op`, `om`: the other way round."""
    telling = geteld(bronnen, gemeente)
    gedeeld, eigen = bronnen.inhoud.faqs(), bronnen.inhoud.faqs_eigen().get(gemeente, {})
    woorden = zoek.lower().split()
    uit = [
        een(bronnen, map_, id_, faq, gemeente, gedeeld, eigen, telling, concepten)
        for id_, faq in bronnen.inhoud.faqs(gemeente).items()
        if _heeft(faq, gedeeld.get(id_), woorden)
    ]
    uit.sort(key=lambda rij: rij.faq.titel.lower())
    return sorted(uit, key=lambda rij: _waarde(rij, op), reverse=om != (op in _GROOTSTE_EERST))


def een(
    bronnen: Bronnen,
    map_: Path,
    id_: str,
    faq: Faq,
    gemeente: str,
    gedeeld: Mapping[str, Faq],
    eigen: Mapping[str, Faq],
    telling: Mapping[str, Geteld],
    concepten: tuple[Concept, ...],
) -> Rij:
    paden = {pad_van(id_), pad_van(id_, gemeente)}
    dagen = (bronnen.vandaag() - faq.nagekeken).days
    return Rij(
        id_,
        faq,
        taal(map_, pad_van(id_, gemeente if id_ in eigen else None), van_faq(faq)),
        telling.get(id_, Geteld()),
        te_laat=dagen > NAKIJKEN_NA,
        eigen=id_ in eigen,
        alleen_hier=id_ not in gedeeld,
        concepten=tuple(concept for concept in concepten if concept.pad in paden),
    )


def _heeft(faq: Faq, gedeeld: Faq | None, woorden: list[str]) -> bool:
    # An own answer need not repeat the sentences people say it with.
    zinnen = (*faq.voorbeelden, *(gedeeld.voorbeelden if gedeeld else ()))
    tekst = "\n".join((faq.id, faq.titel, faq.eigenaar, faq.antwoord, *zinnen)).lower()
    return all(woord in tekst for woord in woorden)


def _waarde(rij: Rij, op: str) -> Any:
    match op:
        case "eigenaar":
            return rij.faq.eigenaar.lower()
        case "nagekeken":
            return rij.faq.nagekeken
        case "taal":
            # Hard ones first: by what stops a publication, then by the score.
            return (_ERNST[rij.taal.oordeel], -(100 if rij.taal.score is None else rij.taal.score))
        case "gevraagd":
            return rij.geteld.gevraagd
        case "hielp_niet":
            return rij.geteld.hielp_niet
    return rij.faq.titel.lower()


def volgende_check(faq: Faq) -> date:
    return faq.nagekeken + timedelta(days=NAKIJKEN_NA)
