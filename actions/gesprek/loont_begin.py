"""Does work pay: from words and buttons to working it out."""

from __future__ import annotations

from decimal import Decimal

from actions.gesprek import gebeurtenis, loont, opdrachten, voorrang
from actions.gesprek.begrip import Begrip
from actions.gesprek.loont_lezen import uren_in
from actions.gesprek.verder import alles_tot_en_met, ga_verder, huidige_ronde
from actions.gesprek.werk import Werk

ONDERWERP = "loont-werken"


def begin(werk: Werk, uren: Decimal | None = None) -> None:
    """Work it out. First how it is now, as far as that is not known yet; what was answered is not asked again."""
    loont.laat_los(werk)
    verandering = gebeurtenis.bezig(werk)
    if verandering is not None and verandering["fase"] != "klaar":
        gebeurtenis.laat_los(werk)  # work is about how it is now
    alles_tot_en_met(werk, loont.RONDE)
    loont.begin(werk, {})
    if uren is not None:
        loont.neem_bij(werk, uren)
    if voorrang.vragen(werk) or huidige_ronde(werk) is not None:
        werk.zeg("loont.eerst")
    ga_verder(werk)


def vooraf(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """ "Wat als ik 24 uur ga werken?": the topic, with the hours already in it."""
    open_ = werk.staat.open_vraag
    if begrip.faq != ONDERWERP or (open_ is not None and loont.is_van(open_.vraag)):
        return False
    uren = uren_in(tekst)
    if uren is None:
        return False
    begin(werk, uren)
    return True


def andere_uren(werk: Werk) -> None:
    _opnieuw(werk, loont.UREN)


def ander_loon(werk: Werk) -> None:
    _opnieuw(werk, loont.LOON)


def _opnieuw(werk: Werk, vraag: str) -> None:
    """The same with another answer to one question; the others stay."""
    if loont.bezig(werk) is None:
        opdrachten.opnieuw_of_begin(werk)
        return
    loont.vergeet(werk, vraag)
    ga_verder(werk)
