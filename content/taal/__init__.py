"""The language check: is this a text that most residents can read?

`bekijk` is for the command line and for an editor's screen alike; it reads no files but its own word lists.
"""

from __future__ import annotations

from content.taal.lijsten import lijsten
from content.taal.meting import Meting, meet
from content.taal.ontleden import zinnen
from content.taal.regels import Bevinding, Ernst, Regel, Soort, bekijk_tekst, getypte_getallen
from content.taal.sjablonen import versies

__all__ = ["Bevinding", "Ernst", "Meting", "Regel", "Soort", "aantal_zinnen", "bekijk", "getypt", "meting"]


def bekijk(tekst: str, soort: Soort = "bubbel", *, bij: str = "") -> list[Bevinding]:
    """What is to be mended in a text (Markdown, may be a template: every branch is looked at, values are not).

    `bij` is what the resident sees together with it, where a term may be explained. Errors first.
    """
    gevonden = {
        bevinding: None
        for versie in versies(tekst)
        for bevinding in bekijk_tekst(versie, soort, versies(bij)[0], lijsten())
    }
    return sorted(gevonden, key=lambda b: b.ernst != "fout")


def getypt(tekst: str) -> list[Bevinding]:
    """Percentages, terms, days and years that stand typed in a template, though they change."""
    return list(
        dict.fromkeys(b for versie in versies(tekst) for b in getypte_getallen(versie, lijsten().vast))
    )


def meting(tekst: str) -> Meting | None:
    """The figures of a text (of a template: with every `if` taken). None when there are no words in it."""
    return meet(zinnen(versies(tekst)[0]), lijsten())


def aantal_zinnen(tekst: str) -> int:
    """How many sentences a template can become, each counted once."""
    return len({zin.tekst for versie in versies(tekst) for zin in zinnen(versie)})
