"""How people say how many hours and what price of childcare.

Hours per week, where a month is asked, are shown as a month and confirmed, never converted silently. A price is per hour anyway.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.regels.typen import MEESTE_UREN

_PER_WEEK = re.compile(
    r"(?<![0-9,.])(?P<uren>[0-9]{1,3}(?:[,.][0-9]{1,2})?)\s*(?:uur|uren|u)?\s*(?:per|in de|elke|p/?|/)\s*(?:week|wk|w)\b",
    re.IGNORECASE,
)
_WEKEN_PER_MAAND = Decimal(52) / Decimal(12)
_URENVRAAG = "opvang.uren_maand"
_PER_UUR = re.compile(r"\s*(?:\bper|\bp|/)\s*/?\s*(?:uur|u)\b\.?", re.IGNORECASE)
_PUNT_ALS_KOMMA = re.compile(r"(?<![0-9.,])([0-9]{1,2})\.([0-9]{2})(?![0-9.,])")


def uurprijs(vraag: str, tekst: str) -> str:
    """Where the price of an hour is asked: the text without "per uur", and with "10.20" as what it can only mean there."""
    if vraag != "opvang.uurprijs":
        return tekst
    return _PUNT_ALS_KOMMA.sub(r"\1,\2", _PER_UUR.sub(" ", tekst))


def antwoord(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Ask whether the month was understood. False when no hours per week stand in the text: then it is read as usual."""
    gevonden = _PER_WEEK.search(tekst) if open_.vraag == _URENVRAAG else None
    if gevonden is None:
        return False
    per_week = Decimal(gevonden["uren"].replace(",", "."))
    uren = (per_week * _WEKEN_PER_MAAND).to_integral_value(ROUND_HALF_UP)
    if uren > MEESTE_UREN:
        return False
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("opvang.uren_per_week", per_week=per_week, uren=uren),
        [
            Knop(
                werk.tekst("opvang.uren_ja", uren=uren),
                {"vraag": open_.vraag, "nummer": open_.nummer, "waarde": str(uren)},
            )
        ],
    )
    return True
