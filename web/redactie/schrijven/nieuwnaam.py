"""How the file of a new topic is called, and whether the topic is there already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from content.schema import Faq

_LANGSTE = 40
"""Characters of a file name."""


def id_van(titel: str) -> str:
    """The name of the file of a topic with this title: "Krijg ik één keer geld?" → "krijg-ik-een-keer-geld"."""
    woorden = _woorden(titel)
    uit = ""
    for woord in woorden:
        if len(uit) + len(woord) > _LANGSTE:
            break
        uit = f"{uit}-{woord}" if uit else woord
    return uit or (woorden[0][:_LANGSTE] if woorden else "")


def bestaand(titel: str, faqs: Mapping[str, Faq]) -> str | None:
    """The topic that has this title, or would stand in the same file."""
    id_, woorden = id_van(titel), _woorden(titel)
    if id_ in faqs:
        return id_
    return next((een for een, faq in faqs.items() if _woorden(faq.titel) == woorden), None)


def _woorden(titel: str) -> list[str]:
    """Without capitals, accents and signs."""
    kaal = unicodedata.normalize("NFKD", titel.lower())
    return re.findall(r"[a-z0-9]+", "".join(t for t in kaal if not unicodedata.combining(t)))
