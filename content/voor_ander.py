"""The words of a question when the talk is about somebody else than who types: "Hoe oud is uw moeder?".

A text that speaks to the resident ("u") needs a second one about that person; a text that does not ("Zeg ja of nee.") is good
for both. So an editor cannot forget one, and never has to write one that would be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from content.vorm import Model, Tekst

TEKSTEN = ("vraag", "kort", "waarom", "voorbeeld", "label", "hulp", "hoe_vinden", "weergave")
"""The texts of a question that can speak to the resident."""
NAMEN = ("persoon", "Persoon", "zij", "Zij")
"""What stands for the person in such a text: "uw moeder" and "zij", each with and without a capital. Of whom no pronoun can be
known (a cliënt) both are the same words. There is no word for "haar": "het inkomen van {{ persoon }}"."""

ALTIJD_OVER = "voor_wie."
"""Texts of this group are said while the talk is about somebody."""
_ANDER = "ander"
_SJABLOON = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_NAAM = re.compile(r"\{\{\s*(" + "|".join(NAMEN) + r")\s*\}\}")
_TOT_U = re.compile(r"(?<![\w.])(?:uw|u|uzelf)\b|\bdeze persoon\b", re.IGNORECASE)
"""Spoken to the resident. "Deze persoon" too: it is how the talk calls somebody it knows nothing else of."""
_IK = re.compile(r"\b(?:ik|mij|mijn|mezelf|wij|we|ons|onze)\b", re.IGNORECASE)
"""On a button the resident speaks."""


class AnderTekst(Model):
    """The texts of a question about somebody else: those that differ, or that only then are needed."""

    vraag: Tekst | None = None
    kort: Tekst | None = None
    waarom: Tekst | None = None
    voorbeeld: Tekst | None = None
    label: Tekst | None = None
    hulp: Tekst | None = None
    hoe_vinden: Tekst | None = None
    weergave: Tekst | None = None


def spreekt_aan(tekst: str, *, knop: bool = False) -> str | None:
    """The first word with which a text speaks to who types, or as who types (on a button); None when it does not."""
    kaal = _SJABLOON.sub(" … ", tekst)
    gevonden = _TOT_U.search(kaal) or (_IK.search(kaal) if knop else None)
    return gevonden[0] if gevonden else None


def gebreken(
    teksten: Mapping[str, str | None], ander: Model, knoppen: Mapping[str, tuple[str, str | None]]
) -> Iterator[str]:
    """What is missing or wrong in the words about somebody else. `knoppen`: field → what a button says, and says then."""
    paren = [(veld, tekst, getattr(ander, veld), False) for veld, tekst in teksten.items()]
    paren += [(veld, label, anders, True) for veld, (label, anders) in knoppen.items()]
    for veld, tekst, anders, knop in paren:
        waar = f"'ander' bij '{veld}'" if knop else f"'ander.{veld}'"
        woord = spreekt_aan(tekst or "", knop=knop)
        if anders is None and woord is not None:
            yield f"{waar} ontbreekt: '{veld}' zegt '{woord}'. Schrijf dezelfde tekst over {{{{ persoon }}}}"
        elif anders is not None and (woord := spreekt_aan(anders, knop=knop)):
            yield f"{waar} zegt '{woord}'. Dat is wie dit invult. Schrijf {{{{ persoon }}}}"


def vul(tekst: str, namen: Mapping[str, str]) -> str:
    """The text with the person's names in it; the rest of the template stays."""
    return _NAAM.sub(lambda m: namen[m[1]], tekst)


def over_een_ander(id: str) -> str:
    """Where the words about somebody else stand for a text of the talk: "ook.leeftijd" → "ook.ander.leeftijd"."""
    groep, _, naam = id.partition(".")
    return f"{groep}.{_ANDER}.{naam}"


def over_zichzelf(id: str) -> str | None:
    """The text of the talk for which these are the words about somebody else; None when they are not."""
    groep, _, naam = id.partition(".")
    eerst, _, rest = naam.partition(".")
    return f"{groep}.{rest}" if eerst == _ANDER and rest else None
