"""What one has today may be said by what it was on 1 January: "hetzelfde"."""

from __future__ import annotations

import re

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.geven import neem_aan
from actions.gesprek.overzicht import in_woorden
from actions.gesprek.staat import OpenVraag
from actions.gesprek.werk import Werk
from actions.lezen.woorden import schoon

_EERDER = {"vermogen_nu": "vermogen"}
"""A question of today → what was asked of an earlier day."""
_HETZELFDE = re.compile(
    r"(?:ja,? |nog |nog steeds |ongeveer |dat is )*(?:het ?zelfde|dezelfde|zelfde|gelijk|evenveel|niet veranderd|geen verschil)"
    r"(?: als (?:toen|eerst|in januari|op 1 januari)| gebleven| bedrag)?"
)


def antwoord(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Take what was said before and say it back. False when that is not what the text says, or nothing was said before."""
    eerder = _EERDER.get(open_.vraag)
    waarde = WEET_NIET if eerder is None else werk.staat.feiten.get(eerder, WEET_NIET)
    if eerder is None or waarde == WEET_NIET or not _HETZELFDE.fullmatch(schoon(tekst).strip(" .!")):
        return False
    werk.zeg("gesprek.genoteerd", waarde=in_woorden(werk, eerder))
    neem_aan(werk, open_.vraag, open_.nummer, waarde)
    return True
