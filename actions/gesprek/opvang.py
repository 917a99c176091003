"""How people say which children go to childcare, how many hours, and at what price.

Hours per week, where a month is asked, are shown as a month and confirmed, never converted silently. A price is per hour anyway.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import KIND_IN_OPVANG, kinderen_op_plaats, vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.lezen import Gelezen, lees_kind
from actions.lezen.woorden import schoon
from actions.regels.typen import MEESTE_UREN

_WIE = "opvang"
_GEZEGD = {"1": 1, "een": 1, "eentje": 1, "2": 2, "twee": 2, "bei": 2, "3": 3, "drie": 3, "4": 4, "vier": 4}
_ALLE = re.compile(
    r"(?:ja,? )?(?:ze )?(?:gaan )?(?:alle ?(?:maal|(?P<aantal>bei|twee|drie|vier|2|3|4))|beiden?|alle kinderen)"
)
_DEEL = re.compile(rf"(?P<aantal>{'|'.join(_GEZEGD)}) van (?:de|mijn|me|mn) (?P<alle>{'|'.join(_GEZEGD)})")
_EEN_KIND = re.compile(
    r"(?:ja,? )?(?:alleen |enkel )?(?:(?:de|mijn|mn|me) (?:oudste|jongste|kleinste|kleine)(?: (?:zoon|dochter|kind))?"
    r"|(?:die|degene|mijn (?:zoon|dochter)|de) van \d{1,2}(?: jaar)?)"
)
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
    """An answer that no reader of one number can make out. False when it is not one of these: then it is read as usual."""
    if open_.vraag == _WIE:
        return _wie(werk, tekst)
    return open_.vraag == _URENVRAAG and _per_week(werk, open_, tekst)


def _wie(werk: Werk, tekst: str) -> bool:
    """ "Allebei", "1 van de 2", or one child: "alleen de jongste", "die van 4"."""
    kinderen = kinderen_op_plaats(werk)
    if not kinderen:
        return False
    kaal = schoon(tekst).strip(" .!")
    allemaal = _ALLE.fullmatch(kaal)
    if allemaal and _GEZEGD.get(allemaal["aantal"], len(kinderen)) == len(kinderen):
        neem_aan(werk, _WIE, None, len(kinderen))
        return True
    deel = _DEEL.fullmatch(kaal)
    if deel and _GEZEGD[deel["alle"]] == len(kinderen) >= _GEZEGD[deel["aantal"]]:
        neem_aan(werk, _WIE, None, _GEZEGD[deel["aantal"]])
        return True
    if not _EEN_KIND.fullmatch(kaal):
        return False
    gelezen = lees_kind(f" {kaal} ", kinderen)
    if not isinstance(gelezen, Gelezen):
        return False
    neem_aan(werk, _WIE, None, 1, verder=False)
    neem_aan(werk, KIND_IN_OPVANG, 1, gelezen.waarde)
    return True


def _per_week(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Ask whether the month was understood. False when no hours per week stand in the text."""
    gevonden = _PER_WEEK.search(tekst)
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
