"""Reading one answer for other programs (contract section 2b): the same reader as the talk's."""

from __future__ import annotations

from typing import Any

from actions.gesprek.antwoord import WEET_NIET, als_json
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.gebeurtenis_woorden import eerste_van_volgende_maand
from actions.gesprek.ook import eigen_en_ook, over_u
from actions.gesprek.opvang import uurprijs
from actions.gesprek.staat import Staat
from actions.gesprek.vragen import KIND_IN_OPVANG, vorm_van
from actions.gesprek.werk import Werk
from actions.lezen import Dubbelzinnig, Gelezen, aantal_kinderen, lees, lees_ook


def kan_lezen(bronnen: Bronnen, feit: str) -> bool:
    """Is there a reader for this fact (or field of a list item)? A question about several facts at once has none,
    nor has one whose choices are the children of a talk."""
    return feit in bronnen.inhoud.vragen() and not feit.startswith("groep.") and feit != KIND_IN_OPVANG


def lees_feit(bronnen: Bronnen, feit: str, tekst: str) -> dict[str, Any]:
    """{"waarde": …}, or {"waarde": null, "uitleg", "lezingen"} when it cannot honestly be read in one way.

    `feit` must be one that `kan_lezen`.
    """
    # Outside a talk there is no gemeente; the words to read by are the same for all.
    werk = Werk(bronnen, Staat(gemeente=min(bronnen.inhoud.gemeenten())), 0)
    verteld = dict(lees_ook(tekst, over_u=over_u(feit)))
    eigen = lees(vorm_van(werk, feit), uurprijs(feit, tekst))
    leeftijden = aantal_kinderen(tekst) if feit == "kinderen" else None
    if isinstance(leeftijden, tuple):
        verteld["kinderen"], eigen = leeftijden, Gelezen(len(leeftijden), 0)
    elif leeftijden is not None:
        eigen = Gelezen(leeftijden, 0)
    gelezen, ernaast = eigen_en_ook(feit, verteld, eigen)
    ook = {naam: als_json(waarde) for naam, waarde in ernaast.items() if _is_heel(naam, waarde)}
    if isinstance(leeftijden, tuple):
        ook["kinderen.leeftijd"] = als_json(leeftijden)
    if isinstance(gelezen, Gelezen) and (gelezen.vreemd <= 1 or ook):
        waarde = gelezen.waarde if gelezen.waarde == WEET_NIET else als_json(gelezen.waarde)
        return {"waarde": waarde, "ook": ook}
    if isinstance(gelezen, Dubbelzinnig):
        return {
            "waarde": None,
            "uitleg": _uitleg(bronnen, feit, "dubbelzinnig", gelezen.reden),
            "lezingen": [{"waarde": als_json(lz.waarde), "label": lz.label} for lz in gelezen.lezingen],
            "ook": ook,
        }
    reden = "geen_antwoord" if isinstance(gelezen, Gelezen) else gelezen.reden
    return {
        "waarde": None,
        "uitleg": _uitleg(bronnen, feit, "niet_gelezen", reden),
        "lezingen": [],
        "ook": ook,
    }


def _uitleg(bronnen: Bronnen, feit: str, groep: str, reden: str) -> str:
    """Why it could not be read; of a day there are words of its own."""
    vandaag = bronnen.vandaag()
    if bronnen.inhoud.vraag(feit).invoer.type == "datum":
        groep = "wanneer"
    return bronnen.inhoud.tekst(f"{groep}.{reden}", datum=vandaag, eerste=eerste_van_volgende_maand(vandaag))


def _is_heel(feit: str, waarde: object) -> bool:
    """Has the value all that the fact needs? Not children without their ages, nor others at home without their incomes."""
    return feit != "medebewoners" and not (isinstance(waarde, tuple) and None in waarde)
