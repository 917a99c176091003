"""Amounts in words, with the words of the chat window (`content/teksten/widget.yml`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.contract import Uitkomst
from content.opmaak import euro

Woord = Callable[[str], str]
"""From the name of a text of the window to its words, with `{name}` still open."""
_OPEN = re.compile(r"\{(\w+)\}")


def vul(woord: Woord, naam: str, **waarden: object) -> str:
    """The text with `{name}` filled in, as the window does it."""
    return _OPEN.sub(lambda open_: str(waarden[open_[1]]), woord(naam))


def bedrag(woord: Woord, u: Uitkomst) -> str | None:
    """How much; None when there is no amount. Nothing is never shown as 0 euro."""
    voorlopig = u.voorlopig.bedrag_per_maand if u.recht == "onbekend" and u.voorlopig else None
    ritme = "maand" if voorlopig else u.ritme
    hoeveel = voorlopig or (u.bedrag_per_maand if ritme == "maand" else u.bedrag_per_keer)
    if not hoeveel or u.recht == "waarschijnlijk_niet":
        return None
    keer = euro(hoeveel)
    if not (ritme == "eenmalig" and u.vorm != "geld"):
        keer = vul(woord, f"bedrag_{ritme}", bedrag=keer)
    return vul(woord, f"som_{u.vorm}", bedrag=_zo_zeker(woord, u, keer))


def heel_jaar(woord: Woord, u: Uitkomst) -> str | None:
    """Over the whole year, where it is paid by the month or the quarter."""
    if not u.bedrag_per_jaar or u.jaar is None or u.ritme not in ("maand", "kwartaal"):
        return None
    return vul(woord, "heel_jaar", jaar=u.jaar, bedrag=_zo_zeker(woord, u, euro(u.bedrag_per_jaar)))


def _zo_zeker(woord: Woord, u: Uitkomst, hoeveel: str) -> str:
    soort = "tot_en_met" if u.tot_en_met else "ongeveer" if u.schatting else "precies"
    return vul(woord, f"bedrag_{soort}", bedrag=hoeveel)
