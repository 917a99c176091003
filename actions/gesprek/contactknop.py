"""The offer of contact with the gemeente: a button, and never more than one in a turn.

Its id is `medewerker` where the talk is stuck, `contact` under outcomes and answers, and `contact:huurtoeslag` where these are
about one thing. What it brings stands in `contact.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from actions.contract import Bericht
from actions.gesprek.werk import Knop, Werk, vaste_knop

MEDEWERKER = "medewerker"
"""Also the topic of who wants to talk to somebody, about whatever it is."""
CONTACT = "contact"


def iemand(werk: Werk) -> Knop:
    """Where nothing was understood, or nothing can be worked out."""
    return vaste_knop(MEDEWERKER, werk.tekst("knop.medewerker"))


def knop(werk: Werk, over: Sequence[str]) -> Knop:
    """Under outcomes and answers. `over`: the schemes or the topic these are about."""
    id_ = f"{CONTACT}:{over[0]}" if len(over) == 1 else CONTACT
    return vaste_knop(id_, werk.tekst("knop.medewerker"))


def is_aanbod(keuze: str) -> bool:
    """Does this choice bring contact?"""
    return keuze.partition(":")[0] in (MEDEWERKER, CONTACT)


def een_keer(berichten: Sequence[Bericht]) -> list[Bericht]:
    """The messages of a turn with one offer at most. What was just given needs no button beside it; of two buttons the one under
    a few words stays, not the one at the end of a list of outcomes."""
    met = [nr for nr, b in enumerate(berichten) if any(is_aanbod(k.id) for k in b.keuzes or ())]
    kort = [nr for nr in met if berichten[nr].uitkomsten is None]
    gegeven = any(b.soort == "overdracht" for b in berichten)
    blijft = None if gegeven or not met else (kort or met)[-1]
    return [b if nr == blijft or nr not in met else _zonder(b) for nr, b in enumerate(berichten)]


def _zonder(bericht: Bericht) -> Bericht:
    keuzes = [k for k in bericht.keuzes or () if not is_aanbod(k.id)]
    return bericht.model_copy(update={"keuzes": keuzes or None})
