"""A calm word where one is due, and then a way on: after danger, for despair, for a death in the family."""

from __future__ import annotations

import re

from actions.gesprek import nood
from actions.gesprek.begrip import Begrip
from actions.gesprek.opdrachten import exact, opnieuw_of_begin
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.werk import Werk, vaste_knop

_DELEN = re.compile(r"[,;!\n]|\.(?!\d)")
_GEEN_ANTWOORD = frozenset(
    {
        "ja", "nee", "ok", "oke", "oké", "okay", "dank", "dankje", "dankjewel", "bedankt", "goed", "prima", "doe", "ik",
        "zal", "u", "je", "wel",
    }
)  # fmt: skip
"""Said right after a telephone number for help, these answer that, and not the question that was open."""


def gevaar(werk: Werk, wat: nood.Nood) -> None:
    """The number to call and nothing else. The open question stays open and comes back when the resident goes on."""
    werk.zeg(f"nood.{wat}")
    werk.onthoud(na_nood=True)


def vang_op(werk: Werk, tekst: str, begrip: Begrip) -> str | None:
    """A calm word first, where one is due. Returns what is still to be read; None: nothing, the turn is made."""
    na_nood = bool(werk.staat.extra.get("na_nood"))
    werk.onthoud(na_nood=None)
    if na_nood and set(tekst.lower().replace(",", " ").strip(" .!").split()) <= _GEEN_ANTWOORD:
        rustig_verder(werk)
        return None
    zorg = None if exact(tekst) else nood.zorg(tekst)
    if zorg is None:
        return tekst
    if zorg != "overlijden":
        afwisselend(werk, f"nood.{zorg}")
    elif not werk.staat.extra.get("gecondoleerd"):
        werk.zeg("nood.overlijden")
        werk.onthoud(gecondoleerd=True)
    rest = ", ".join(deel for deel in _DELEN.split(tekst) if deel.strip() and nood.zorg(deel) is None)
    if rest and (begrip.faq is not None or any(teken.isdigit() for teken in rest)):
        return rest
    opnieuw_of_begin(werk)
    return None


def rustig_verder(werk: Werk) -> None:
    """After danger: no hurry, and the question as it was first asked."""
    if werk.staat.open_vraag is None:
        werk.zeg("nood.verder_los")
        opnieuw_of_begin(werk)
    else:
        werk.zeg("nood.verder")
        vraag_opnieuw(werk, kort=False)


def afwisselend(werk: Werk, groep: str) -> None:
    """The next of the sentences "<groep>_1", "<groep>_2" …: never the same twice in a row. From the second time on with a
    person to speak to."""
    zinnen = sorted(id_ for id_ in werk.bronnen.inhoud.teksten() if id_.startswith(f"{groep}_"))
    al_gezegd = dict(werk.staat.extra.get("gezegd", {}))
    keer = int(al_gezegd.get(groep, 0))
    werk.onthoud(gezegd={**al_gezegd, groep: keer + 1})
    mens = [vaste_knop("medewerker", werk.tekst("knop.medewerker"))] if keer else []
    werk.bericht(werk.tekst(zinnen[keer % len(zinnen)]), knoppen=mens)
