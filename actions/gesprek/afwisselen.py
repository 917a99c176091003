"""Sentences that are said more than once in a talk, but never the same twice in a row."""

from __future__ import annotations

from actions.gesprek.werk import Werk, vaste_knop


def afwisselend(werk: Werk, groep: str) -> None:
    """The next of the sentences "<groep>_1", "<groep>_2" …: never the same twice in a row. From the second time on with a
    person to speak to."""
    zinnen = sorted(id_ for id_ in werk.bronnen.inhoud.teksten() if id_.startswith(f"{groep}_"))
    al_gezegd = dict(werk.staat.extra.get("gezegd", {}))
    keer = int(al_gezegd.get(groep, 0))
    werk.onthoud(gezegd={**al_gezegd, groep: keer + 1})
    mens = [vaste_knop("medewerker", werk.tekst("knop.medewerker"))] if keer else []
    werk.bericht(werk.tekst(zinnen[keer % len(zinnen)]), knoppen=mens)
