"""An amount that is said of something else than was asked: "ik verdien 1900" is no rent.

Only what is plain counts: the sentence names another thing that amounts are told of, and not the one that was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

Waarvan = Literal["huur", "servicekosten", "inkomen", "inkomen_partner", "vermogen", "kinderen"]
"""What a question about an amount, or about how many, is about."""

_WOORDEN: Final[Mapping[str, re.Pattern[str]]] = {
    "huur": re.compile(r"\b(?:kale|netto|bruto)?\s?(?:huur|huren|huurprijs|huurbedrag)\b"),
    "servicekosten": re.compile(r"\b(?:service|servicekosten|lift|schoonmaak|huismeester)\b"),
    "inkomen": re.compile(
        r"\b(?:verdien\w*|inkomen|inkomsten|loon|salaris|uitkering|bijstand|aow|pensioen|ww|wia|wajong|winst|omzet)\b"
    ),
    "vermogen": re.compile(
        # "1.400 op mijn rekening" is what comes in.
        r"\b(?:spaar\w*|gespaard|sparen|bank|(?<!op mijn )(?<!op me )(?<!op mn )(?<!op de )rekening|vermogen|bezit\w*"
        r"|beleg\w*|aandelen|crypto)\b"
    ),
    "auto": re.compile(r"\b(?:auto|scooter|motor|brommer)\b"),
    "zorg": re.compile(r"\b(?:zorgverzekering|zorgpremie|premie|ziektekosten\w*|eigen risico)\b"),
    "schuld": re.compile(r"\b(?:schuld\w*|lening|leningen|rood staan|achterstand)\b"),
}
_ANDERS: Final[Mapping[Waarvan, tuple[str, ...]]] = {
    "huur": ("inkomen", "vermogen", "auto", "zorg", "schuld"),
    "servicekosten": ("huur", "inkomen", "vermogen", "auto", "zorg", "schuld"),
    "inkomen": ("huur", "vermogen", "auto", "zorg", "schuld"),
    "inkomen_partner": ("huur", "vermogen", "auto", "zorg", "schuld"),
    "vermogen": ("huur", "inkomen", "auto", "zorg", "schuld"),
    "kinderen": (),
}
_EIGEN: Final[Mapping[Waarvan, tuple[str, ...]]] = {
    "huur": ("huur", "servicekosten"),
    "servicekosten": ("servicekosten",),
    "inkomen": ("inkomen",),
    "inkomen_partner": ("inkomen",),
    "vermogen": ("vermogen",),
    "kinderen": (),
}
_ANDER_MENS: Final = re.compile(
    r"\b(?:zoon|dochter|moeder|vader|ouders|broer|zus|huisgenoot|buurman|buurvrouw|kind|kinderen)\s+(?:\w+\s+){0,2}?betaal\w*"
)
_OOK_IK: Final = re.compile(r"\b(?:ik|wij|we|samen)\b")
_MET_ZIJN_ALLEN: Final = re.compile(r"\b(?:wij|we)\s+(?:zijn|wonen)\s+(?:hier\s+)?met\b")
"""Everybody at home, not the children."""
_ALLEEN_SERVICE: Final = re.compile(
    r"\W*(?:de |mijn |me )?(?:service ?kosten|gas|energie|stroom|water)\b(?!.*\bhuur)"
)
_OVER_MIJZELF: Final = re.compile(
    r"\bik\s+(?:\w+\s+){0,1}?(?:verdien\w*|krijg|ontvang)\b"
    r"|\bmijn\s+(?:eigen\s+)?(?:inkomen|loon|salaris|uitkering|aow|pensioen|bijstand)\b"
)
_OVER_DE_PARTNER: Final = re.compile(
    r"\b(?:man|vrouw|partner|vriend|vriendin|echtgenoot|echtgenote|hij|zij|ze|hem|haar|zijn|die)\b"
)


def van_iets_anders(waarvan: Waarvan, tekst: str) -> bool:
    """Is an amount in this text (lower case) plainly said of something else than was asked?"""
    if waarvan == "huur" and _ANDER_MENS.search(tekst) and not _OOK_IK.search(tekst):
        return True
    if waarvan == "kinderen":
        return bool(_MET_ZIJN_ALLEN.search(tekst)) and "kind" not in tekst
    if waarvan == "huur" and _ALLEEN_SERVICE.match(tekst):
        return True
    if waarvan == "inkomen_partner" and _OVER_MIJZELF.search(tekst) and not _OVER_DE_PARTNER.search(tekst):
        return True
    if any(_WOORDEN[eigen].search(tekst) for eigen in _EIGEN[waarvan]):
        return False
    return any(_WOORDEN[ander].search(tekst) for ander in _ANDERS[waarvan])
