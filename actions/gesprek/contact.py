"""Contact with the gemeente: how to reach it, and that it can also call; and what it will be about.

Nothing is sent from the talk: that is done on the contact page, with the topic that is chosen here beforehand.
"""

from __future__ import annotations

from actions.gesprek import onderwerp, voorrang
from actions.gesprek.contactknop import MEDEWERKER, knop
from actions.gesprek.lokaal import hulpknop
from actions.gesprek.werk import Knop, Werk
from actions.overdracht.voorbeeld import EigenFormulier, GeenOverdracht, instelling
from content.lokaal.regeling import LOKAAL
from content.schema import Faq

_HIER_HELPT_EEN_MENS = frozenset({*LOKAAL, "bijstand", "schuldhulp", "schuldhulp-jongeren"})
"""Schemes that the gemeente decides about, and debts: a person helps more than a sum."""
_EVEN = 3
"""Turns in which an answer to a question of the resident's own is still what the talk is about."""


def geef(werk: Werk, over: str | None = None) -> None:
    """`over`: the topic that was asked for by name; else what the talk is about."""
    knoppen = hulpknop(werk)
    try:
        instelling(werk)
    except GeenOverdracht:
        werk.bericht(werk.tekst("gesprek.medewerker"), knoppen=knoppen, faq=MEDEWERKER)
    except EigenFormulier as formulier:
        tekst = werk.tekst("overdracht.aanbod.formulier", formulier=formulier.url)
        werk.bericht(tekst, knoppen=knoppen, faq=MEDEWERKER)
    else:
        werk.bericht(
            werk.tekst("overdracht.aanbod.tekst"),
            soort="overdracht",
            onderwerp=over if over is not None and _bestaat(werk, over) else _waarover(werk),
            knoppen=knoppen,
            faq=MEDEWERKER,
        )


def knop_bij(werk: Werk, id_: str, faq: Faq) -> list[Knop]:
    """Under the answer of a topic, where a person helps more than words. Never beside a number to call in danger."""
    if id_ in onderwerp.GEVAAR:
        return []
    if id_ == MEDEWERKER:
        hier = werk.gemeente.overdracht
        return [knop(werk, ())] if hier is not None and hier.neemt_aan else []
    van_hier = faq.regeling is not None and (
        faq.regeling in _HIER_HELPT_EEN_MENS or faq.regeling in werk.lokaal.regelingen
    )
    return [knop(werk, (id_,))] if van_hier or faq.stap == MEDEWERKER else []


def onthoud(werk: Werk) -> None:
    """What the messages of this turn are about, for who asks for contact after it."""
    for bericht in werk.berichten:
        eerder = werk.staat.extra.get("contact", {})
        if bericht.uitkomsten is not None:
            een = bericht.uitkomsten[0].regeling if len(bericht.uitkomsten) == 1 else None
            werk.onthoud(contact=None if een is None else {"uitkomst": een})
        elif bericht.faq is not None and bericht.faq != MEDEWERKER and _bestaat(werk, bericht.faq):
            werk.onthoud(contact={**eerder, "faq": bericht.faq, "beurt": werk.nr})


def _bestaat(werk: Werk, id_: str) -> bool:
    """A topic to hand over. Danger is none: others may see the screen."""
    inhoud = werk.bronnen.inhoud
    bekend = id_ in werk.catalogus or id_ in inhoud.uitkomsten() or id_ in inhoud.faqs(werk.staat.gemeente)
    return bekend and id_ not in onderwerp.GEVAAR


def _waarover(werk: Werk) -> str:
    """The topic that was answered a moment ago, the outcome that was shown last, the scheme that is being worked out."""
    gezien = werk.staat.extra.get("contact", {})
    even_geleden = "faq" in gezien and werk.nr - gezien["beurt"] <= _EVEN
    eerst, scope = voorrang.van(werk), werk.staat.scope
    kandidaten = (
        gezien["faq"] if even_geleden else None,
        gezien.get("uitkomst"),
        eerst[0] if len(eerst) == 1 else None,
        scope[0] if len(scope) == 1 else None,
    )
    return next((id_ for id_ in kandidaten if id_ is not None and _bestaat(werk, id_)), MEDEWERKER)
