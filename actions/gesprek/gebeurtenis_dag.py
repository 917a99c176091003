"""The answer to "from which day on?", typed."""

from __future__ import annotations

from actions.gesprek import niet_begrepen
from actions.gesprek.begrip import Begrip
from actions.gesprek.gebeurtenis_woorden import DAG, eerste_van_volgende_maand, is_gebeurd
from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.lezen import Dubbelzinnig, Gelezen
from actions.lezen.vorm import WEET_NIET
from actions.lezen.wanneer import lees_wanneer

_TOE_TE_LATEN_VREEMD = 2


def antwoord(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> bool:
    """Take the day, ask which of two, or say what is wrong with it. False when the text is about something else."""
    vandaag = werk.bronnen.vandaag()
    gelezen = lees_wanneer(tekst, vandaag, al=is_gebeurd(werk.staat))
    if isinstance(gelezen, Gelezen):
        if gelezen.vreemd > _TOE_TE_LATEN_VREEMD and begrip.iets_anders:
            return False
        dag = gelezen.waarde if gelezen.waarde == WEET_NIET else gelezen.waarde.isoformat()
        neem_aan(werk, DAG, None, dag)
        return True
    if begrip.iets_anders:
        return False
    uitleg = werk.tekst(f"wanneer.{gelezen.reden}", eerste=eerste_van_volgende_maand(vandaag))
    if isinstance(gelezen, Dubbelzinnig) and gelezen.lezingen:
        knoppen = [
            Knop(lz.label, {"vraag": DAG, "nummer": None, "waarde": lz.waarde.isoformat()})
            for lz in gelezen.lezingen
        ]
        vraag_tussendoor(werk, open_, uitleg, knoppen)
    else:
        niet_begrepen.uitleg_opnieuw(werk, uitleg)
    return True
