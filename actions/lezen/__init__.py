"""Reading what a resident typed: one small reader per kind of answer. It never guesses.

`lees` looks only at the words; which question is open and what the answer means for the talk is decided elsewhere.
"""

from actions.lezen.een_voor_een import volwassenen_genoemd
from actions.lezen.kind import lees_kind
from actions.lezen.leeftijden import aantal_kinderen
from actions.lezen.lezer import (
    REDENEN_DUBBELZINNIG,
    REDENEN_NIET_GELEZEN,
    Dubbelzinnig,
    Gelezen,
    Lezing,
    NietGelezen,
    Vraagvorm,
    is_van_iets_anders,
    lees,
)
from actions.lezen.ook import kinderen_genoemd, lees_ook
from actions.lezen.vulwoorden import PARTNERWOORDEN

__all__ = [
    "PARTNERWOORDEN",
    "REDENEN_DUBBELZINNIG",
    "REDENEN_NIET_GELEZEN",
    "Dubbelzinnig",
    "Gelezen",
    "Lezing",
    "NietGelezen",
    "Vraagvorm",
    "aantal_kinderen",
    "is_van_iets_anders",
    "kinderen_genoemd",
    "lees",
    "lees_kind",
    "lees_ook",
    "volwassenen_genoemd",
]
