"""The language check: is this a text that most residents can read?

`bekijk` is for the command line and for an editor's screen alike; it reads no files but its own word lists.
"""

from __future__ import annotations

from content.taal.lijsten import lijsten
from content.taal.regels import Bevinding, Ernst, Regel, Soort, bekijk_tekst
from content.taal.sjablonen import versies

__all__ = ["Bevinding", "Ernst", "Regel", "Soort", "bekijk"]


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
