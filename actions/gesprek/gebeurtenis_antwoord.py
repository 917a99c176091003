"""The answer to the open question in a message that tells of a change as well: "650, maar ik ga verhuizen"."""

from __future__ import annotations

import re
from typing import Any, Final

from actions.gesprek.antwoord import WEET_NIET, als_json
from actions.gesprek.geven import neem_aan
from actions.gesprek.vragen import vorm_van
from actions.gesprek.werk import Werk
from actions.lezen import Gelezen, lees
from actions.lezen.gebeurtenis import delen_van, hoor_verandering
from actions.regels.feiten import FEITEN

_JA_NEE: Final = re.compile(r"\s*(ja|nee|neen)\b", re.IGNORECASE)
_SOORTEN: Final = frozenset({"ja_nee", "aantal", "leeftijd", "keuze"})
"""Kinds of answer that a few words give whole. An income is asked on about, so it is left."""


def neem_mee(werk: Werk, tekst: str, *, al: bool) -> bool:
    """Keep what the message answers besides. True: it says of now what has happened ("ja, wij zijn net getrouwd"), so it is that
    answer and nothing else."""
    open_ = werk.staat.open_vraag
    if open_ is None or open_.vraag.partition(".")[0] not in FEITEN:
        return False
    vorm = vorm_van(werk, open_.vraag, open_.nummer)
    if vorm.soort == "ja_nee" and (gezegd := _JA_NEE.match(tekst)):
        neem_aan(werk, open_.vraag, open_.nummer, gezegd[1].lower() == "ja", verder=al)
        return al
    if vorm.soort not in _SOORTEN and open_.vraag != "kale_huur":
        return False
    for deel in delen_van(tekst):
        if hoor_verandering(deel, werk.bronnen.vandaag()) is None:
            gelezen = lees(vorm, deel)
            if isinstance(gelezen, Gelezen) and gelezen.vreemd <= 1 and gelezen.waarde != WEET_NIET:
                waarde: Any = als_json(gelezen.waarde)
                neem_aan(werk, open_.vraag, open_.nummer, waarde, verder=False)
                return False
    return False
