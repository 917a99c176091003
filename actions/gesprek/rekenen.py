"""From what a talk remembers to outcomes: the bridge between the record's JSON and the rules."""

from __future__ import annotations

import logging
from dataclasses import replace
from decimal import Decimal

from actions.contract import Tussenstand, Voortgang
from actions.gesprek.antwoord import feit_van
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.groepen import samen
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.staat import Staat
from actions.regels.kern import Uitslag
from actions.regels.opgave import Opgave
from actions.regels.paden import is_maand, veldnaam

_log = logging.getLogger(__name__)

VAN_DE_PARTNER = ("inkomen_partner_jaar", "leeftijd_partner")


def opgave(bronnen: Bronnen, staat: Staat) -> Opgave:
    """What this talk asks of the rules today."""
    return Opgave(
        feiten=staat.feiten,
        peildatum=bronnen.vandaag(),
        regelingen=_in_omvang(bronnen, staat),
        geschat=staat.geschat,
        niet_scherper=frozenset(staat.extra.get("niet_scherper", ())),
    )


def _in_omvang(bronnen: Bronnen, staat: Staat) -> tuple[str, ...]:
    """The schemes to work out. One that its gemeente took away during the talk is no longer there."""
    catalogus = bronnen.catalogus(staat.gemeente)
    return tuple(id_ for id_ in staat.scope if id_ in catalogus) or tuple(catalogus)


def reken(bronnen: Bronnen, staat: Staat) -> Uitslag:
    """All schemes in scope on the facts of this talk.

    Raises OngeldigeFeiten when the facts contradict each other.
    """
    uitslag = opgave(bronnen, staat).reken(bronnen.parameters, bronnen.catalogus(staat.gemeente))
    meld_rekenfouten(uitslag)
    return uitslag


def wordt_gewijzigd(staat: Staat, vraag: str) -> bool:
    """Does this question ask for an answer that was given before, and is about to be replaced?"""
    wijziging = staat.extra.get("wijziging")
    if wijziging is None or wijziging["gegeven"]:
        return False
    return bool(feit_van(vraag) == wijziging["feit"])


def zonder(bronnen: Bronnen, staat: Staat, feit: str) -> Uitslag:
    """As if this had not been answered yet: what its question can still decide."""
    feiten = {naam: waarde for naam, waarde in staat.feiten.items() if naam != feit}
    return reken(bronnen, replace(staat, feiten=feiten))


def meld_rekenfouten(uitslag: Uitslag) -> None:
    """Log which schemes could not be computed: the scheme and the kind of error, never a fact."""
    for uitkomst in uitslag.uitkomsten:
        if uitkomst.fout is not None:
            _log.error("%s could not be computed: %s", uitkomst.regeling, uitkomst.fout)


def vraag_van(pad: str) -> tuple[str, int | None]:
    """The question that fills a path, and the number of the list item from 1 (None when it is about all items at once)."""
    delen = pad.split(".")
    if delen[0] == "kinderen" and len(delen) > 1:
        return "kinderen.leeftijd", None
    nummer = next((int(deel) + 1 for deel in delen if deel.isdigit()), None)
    return veldnaam(pad), nummer


GENOEG_GEVRAAGD = 20
"""After so many answers nothing is asked any more that would only make an estimate exact: nobody should give up over it."""


def open_vragen(uitslag: Uitslag, staat: Staat) -> tuple[tuple[str, int | None], ...]:
    """Everything still worth asking, as questions, in order."""
    genoeg = len(staat.extra.get("stappen", ())) >= GENOEG_GEVRAAGD
    paden = uitslag.nodige_paden if genoeg else uitslag.open_paden
    return tuple(samen(dict.fromkeys(vraag_van(pad) for pad in paden)))


def voortgang(uitslag: Uitslag, staat: Staat) -> Voortgang:
    """How many questions were answered and about how many are left."""
    nog = [
        vraag
        for vraag, _ in open_vragen(uitslag, staat)
        if not (vraag in VAN_DE_PARTNER and "partner" not in staat.feiten)
        and not (is_maand(vraag) and "leeftijd" not in staat.feiten)
    ]
    return Voortgang(
        beantwoord=len(staat.extra.get("stappen", ())), nog_ongeveer=len(nog) if staat.scope else 0
    )


def tussenstand(uitslag: Uitslag, staat: Staat) -> Tussenstand:
    """The running total (contract section 1)."""
    al = ontvangen(staat)
    som, waarvan, aantal, voorbehoud = Decimal(0), Decimal(0), 0, False
    for u in uitslag.uitkomsten if staat.scope else ():
        bedrag = u.bedrag_per_maand if u.recht == "waarschijnlijk_wel" else None
        if u.voorlopig is not None:
            bedrag = u.voorlopig.bedrag_per_maand
        if not bedrag or u.vorm != "geld" or u.tot_en_met:
            continue
        aantal += 1
        som += bedrag
        waarvan += bedrag if u.regeling in al else Decimal(0)
        voorbehoud = voorbehoud or u.voorlopig is not None or u.schatting
    return Tussenstand(
        aantal=aantal, bedrag_per_maand=som, waarvan_al_ontvangen=waarvan, onder_voorbehoud=voorbehoud
    )
