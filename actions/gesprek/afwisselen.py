"""Sentences that are said more than once in a talk, but never the same twice in a row."""

from __future__ import annotations

from actions.gesprek import contactknop
from actions.gesprek.werk import Werk


def wissel(werk: Werk, groep: str, **waarden: object) -> str:
    """The next of the sentences "<groep>_1", "<groep>_2" …; after the last comes the first."""
    zinnen = sorted(id_ for id_ in werk.bronnen.inhoud.teksten() if id_.rstrip("0123456789") == f"{groep}_")
    keer = gezegd(werk, groep)
    werk.onthoud(gezegd={**werk.staat.extra.get("gezegd", {}), groep: keer + 1})
    return werk.tekst(zinnen[keer % len(zinnen)], **waarden)


def gezegd(werk: Werk, groep: str) -> int:
    """How often a sentence of this group was said in this talk."""
    return int(werk.staat.extra.get("gezegd", {}).get(groep, 0))


def afwisselend(werk: Werk, groep: str, *, faq: str | None = None) -> None:
    """The next sentence of a group as a message. From the second time on with a person to speak to. `faq`: its topic."""
    mens = [contactknop.iemand(werk)] if gezegd(werk, groep) else []
    werk.bericht(wissel(werk, groep), knoppen=mens, faq=faq)
