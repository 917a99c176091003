"""A calm word where one is due, and then a way on: after danger, for despair, for a death in the family."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from actions.gesprek import gevoel, nood, taal, uitleg
from actions.gesprek.afwisselen import afwisselend, wissel
from actions.gesprek.begrip import Begrip
from actions.gesprek.opdracht_lezen import exact
from actions.gesprek.opdrachten import opnieuw_of_begin
from actions.gesprek.vragen import vorm_van, vraag_opnieuw
from actions.gesprek.werk import Knop, Werk
from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, lees, lees_ook
from actions.lezen.gebeurtenis import hoor_verandering, partner_is_overleden

_DELEN = re.compile(r"[,;!\n]|\.(?!\d)|\bmaar\b")
_GEEN_ANTWOORD = frozenset(
    {
        "ja", "nee", "ok", "oke", "oké", "okay", "dank", "dankje", "dankjewel", "bedankt", "goed", "prima", "doe", "ik",
        "zal", "u", "je", "wel",
    }
)  # fmt: skip
"""Said right after a telephone number for help, these answer that, and not the question that was open."""

_GEEN_LOS_WOORD = 2


_ONDERWERP: Mapping[nood.Nood, str] = {
    "crisis": "crisis",
    "crisis_ander": "crisis",
    "geweld": "huiselijk-geweld",
}
"""Danger as the topic it is in the public contract."""


def is_gewoon(werk: Werk, tekst: str) -> bool:
    """An answer to the open question and nothing else, or a change in life that is told: no danger, whatever a model hears in it.
    "13" is the age of a child."""
    gelezen = _lees_open(werk, tekst)
    if isinstance(gelezen, Gelezen):
        return gelezen.vreemd <= (0 if isinstance(gelezen.waarde, bool | str) else 1)
    return gelezen is not None or hoor_verandering(tekst, werk.bronnen.vandaag()) is not None


def is_bedrag(werk: Werk, tekst: str) -> bool:
    """An amount, where one was asked."""
    gelezen = _lees_open(werk, tekst)
    return isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, Decimal)


def gevaar(werk: Werk, wat: nood.Nood, tekst: str) -> None:
    """The number to call and nothing else. The open question stays open and comes back when the resident goes on."""
    werk.bericht(wissel(werk, f"nood.{wat}"), faq=_ONDERWERP[wat])
    vreemd = taal.herken(tekst)
    if vreemd is not None:
        _in_taal(werk, f"andere_taal.{wat.removesuffix('_ander')}_{vreemd}", vreemd)
    werk.onthoud(na_nood=True)


def _in_taal(werk: Werk, groep: str, vreemd: taal.Taal) -> None:
    """A message of its own, so that it is read aloud in its own language."""
    werk.bericht(wissel(werk, groep), taal=vreemd)


def vang_op(werk: Werk, tekst: str, begrip: Begrip, zorg: nood.Zorg | None) -> str | None:
    """A calm word first, where one is due. Returns what is still to be read; None: nothing, the turn is made.

    `zorg`: what `nood` heard in the text.
    """
    na_nood = bool(werk.staat.extra.get("na_nood"))
    werk.onthoud(na_nood=None)
    if na_nood and set(tekst.lower().replace(",", " ").strip(" .!").split()) <= _GEEN_ANTWOORD:
        rustig_verder(werk)
        return None
    if exact(tekst) or uitleg.gevraagd(tekst):
        return tekst
    if zorg is None:
        over = _iets_anders(werk, tekst, begrip)
        if over != tekst:
            return over
        if na_nood and not _leest_als_antwoord(werk, tekst, begrip):
            rustig_verder(werk)
            return None
        return tekst
    if zorg != "overlijden":
        afwisselend(werk, f"nood.{zorg}")
    elif not werk.staat.extra.get("gecondoleerd"):
        # Who lost a partner is offered to see what that does, and not pushed.
        knop = Knop(werk.tekst("verandering.reken_uit"), {"doe": "gebeurtenis", "wat": "partner-overleden"})
        werk.bericht(werk.tekst("nood.overlijden"), knoppen=[knop] if partner_is_overleden(tekst) else [])
        werk.onthoud(gecondoleerd=True)
    rest = ", ".join(deel for deel in _DELEN.split(tekst) if deel.strip() and nood.zorg(deel) is None)
    if rest and (begrip.faq is not None or any(t.isdigit() for t in rest) or _is_antwoord(werk, rest)):
        return rest
    opnieuw_of_begin(werk)
    return None


def _leest_als_antwoord(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Is there anything in it to go on with? After danger "that I do not understand" would be cold."""
    return begrip.faq is not None or _lees_open(werk, tekst) is not None


def _lees_open(werk: Werk, tekst: str) -> Gelezen | Dubbelzinnig | None:
    """What it answers to the open question, if anything."""
    open_ = werk.staat.open_vraag
    gelezen = None if open_ is None else lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    return None if isinstance(gelezen, NietGelezen) else gelezen


def _is_antwoord(werk: Werk, tekst: str) -> bool:
    """Does what is left of a text answer the open question, or tell something we ask for? A bare "nee" belongs to the feeling."""
    if len(tekst.split()) < _GEEN_LOS_WOORD and not any(teken.isdigit() for teken in tekst):
        return False
    gelezen = _lees_open(werk, tekst)
    if isinstance(gelezen, Gelezen):
        return gelezen.vreemd <= 1
    return gelezen is not None or bool(lees_ook(tekst))


def _iets_anders(werk: Werk, tekst: str, begrip: Begrip) -> str | None:
    """A feeling, another language, something that is not ours. Returns what is still to be read; None: nothing."""
    buiten = gevoel.buiten(tekst)
    cijfers = any(teken.isdigit() for teken in tekst)
    gehoord = None if begrip.faq is not None else gevoel.hoor(tekst)
    if buiten == "mens":
        topic = begrip.faq or next(iter(begrip.misschien), None)
        afwisselend(werk, "gevoel.computer", faq=topic if topic == "wie-ben-je" else None)
    elif buiten == "talen" and taal.herken(tekst) is None:
        werk.bericht(wissel(werk, "gevoel.talen"))
        vreemd = taal.genoemd(tekst)
        _in_taal(werk, f"andere_taal.uitleg_{vreemd}", vreemd)
    elif buiten == "sturen" and begrip.faq is None and taal.herken(tekst) is None:
        afwisselend(werk, "gesprek.buiten_bereik")
    elif gehoord is not None and gehoord.rest and _is_antwoord(werk, gehoord.rest):
        werk.bericht(wissel(werk, f"gevoel.{gehoord.gevoel}"))
        return gehoord.rest
    elif begrip.faq is not None or (cijfers and _is_antwoord(werk, tekst)):
        return tekst
    elif (in_taal := taal.herken(tekst)) is not None and not cijfers:
        _in_taal(werk, f"andere_taal.uitleg_{in_taal}", in_taal)
    elif gehoord is not None and gehoord.alleen:
        afwisselend(werk, f"gevoel.{gehoord.gevoel}")
    elif buiten is not None and not cijfers:
        afwisselend(werk, "gesprek.buiten_bereik")
    else:
        return tekst
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
