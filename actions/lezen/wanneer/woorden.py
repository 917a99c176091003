"""Words in which people say when something changes, and typing errors made good. Data and small look-ups only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from actions.lezen.vulwoorden import MAANDEN, woordgroep
from actions.lezen.woorden import lijkt_op
from content.herkennen.gewoon import is_gewoon

Richting = Literal["komt", "was"]

_TELWOORDEN = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien"
)
_RANGWOORDEN = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende"
)
_EEN_TOT_NEGENTIEN, _RANG = tuple(_TELWOORDEN.split()), tuple(_RANGWOORDEN.split())


def _getallen() -> Mapping[str, int]:
    uit = dict(zip(_EEN_TOT_NEGENTIEN, range(1, 20), strict=True)) | {"n": 1}
    for tien, naam in ((20, "twintig"), (30, "dertig")):
        uit[naam] = tien
        for los, woord in enumerate(_EEN_TOT_NEGENTIEN[:9], start=1):
            uit[f"{woord}en{naam}"] = tien + los
    return uit


GETALLEN: Final = _getallen()
"""Number words up to 39: of days, weeks, months."""
RANG: Final = {
    **{woord: nr for nr, woord in enumerate(_RANG, start=1)},
    **{f"{woord}ste": nr for woord, nr in GETALLEN.items() if nr >= 20},
}
"""The same as ordinals."""
DAGEN: Final = {
    woord: nr
    for nr, woorden in enumerate(
        (
            "maandag ma maandagmorgen",
            "dinsdag di",
            "woensdag wo",
            "donderdag do",
            "vrijdag vr vrijdagmiddag",
            "zaterdag za",
            "zondag zo",
        )
    )
    for woord in woorden.split()
}
KORTE_DAGEN: Final = frozenset({"ma", "di", "wo", "do", "vr", "za", "zo"})
"""Words of their own too: a day only right before a date."""
KORTE_MAANDEN: Final = frozenset({"jan", "mar"})
"""Names and words of their own too: a month only after a day, or after one of `VOOR_MAAND`."""
VOOR_MAAND: Final = woordgroep(
    "in vanaf per sinds tot begin half eind einde rond omstreeks ingang ingaande volgende komende"
)
LOS: Final = {
    "vandaag": 0, "nu": 0, "meteen": 0, "direct": 0, "onmiddellijk": 0, "heden": 0, "vanavond": 0,
    "vanmiddag": 0, "vanochtend": 0,
    "morgen": 1, "morge": 1, "morgenochtend": 1, "morgenavond": 1, "overmorgen": 2, "gisteren": -1, "gister": -1, "gistere": -1,
    "gisteravond": -1, "gisterenavond": -1, "gisterochtend": -1, "eergisteren": -2, "eergister": -2,
}  # fmt: skip
"""Days from today."""
NU: Final = frozenset({"nu", "meteen", "direct", "heden", "onmiddellijk"})
"""Said of anything: inside a sentence a day only after a word like "vanaf"."""
EENHEDEN: Final = {
    **dict.fromkeys(("dag", "dagen", "dgn", "daagjes"), "dag"),
    **dict.fromkeys(("week", "weken", "wk", "wkn", "weekje", "weekjes"), "week"),
    **dict.fromkeys(("maand", "maanden", "mnd", "mnden", "maandje", "maandjes"), "maand"),
    **dict.fromkeys(("jaar", "jaren", "jr", "jaartje"), "jaar"),
    **dict.fromkeys(("kwartaal", "kwartalen"), "kwartaal"),
    **dict.fromkeys(("weekend", "weekeinde"), "weekend"),
}
DEZE: Final = {
    **dict.fromkeys(("deze", "dit", "dezelfde"), 0),
    **dict.fromkeys(("volgende", "volgend", "volg", "vlgnd", "komende", "komend", "aankomende", "aankomend", "eerstvolgende"), 1),
    **dict.fromkeys(("aanstaande", "aanstaand"), 1),
    **dict.fromkeys(("vorige", "vorig", "afgelopen", "verleden", "jongstleden"), -1),
}  # fmt: skip
"""Which one, from this one on."""
DELEN: Final = {
    **dict.fromkeys(("begin", "start", "beginnend"), "begin"),
    **dict.fromkeys(("half", "halverwege", "medio", "midden"), "half"),
    **dict.fromkeys(("eind", "einde", "ende", "eindje"), "eind"),
}
VOORAAN: Final = woordgroep(
    "vanaf vanf vanaaf vannaf per sinds sindsdien in op tot ingaande ingaand af voor na rond omstreeks tegen sedert met ingang"
)
"""Right before a day or month."""
KOMT: Final = woordgroep(
    "aanstaande aanstaand komende komend aankomende aankomend volgende volgend eerstvolgende straks gaan ga gaat "
    "word wordt worden"
)
WAS: Final = woordgroep("sinds sedert geleden afgelopen vorige vorig verleden jongstleden jl al was geworden")
VAAG: Final = woordgroep(
    "binnenkort straks ooit later spoedig eerdaags zomer lente voorjaar herfst najaar winter vakantie zomervakantie "
    "kerstvakantie pasen pinksteren carnaval onlangs recent recentelijk laatst kort pas tijdje poosje eens weleens snel gauw "
    "zsm zodra wanneer als ramadan suikerfeest"
)
"""No day, but about when."""
VULLING: Final = VOORAAN | woordgroep(
    "wordt word begint gaat ga gaan dan woon wonen we wij samen datum dag om de het een is was van eind dit deze maand week "
    "jaar nou hopelijk verwacht verwachten uitgerekend waarschijnlijk vermoedelijk denk geboren getrouwd verhuizen verhuis "
    "trouwen trouw start beginnen ingegaan gestopt stopt ontslagen al o dacht eigenlijk zal zijn krijg krijgen zeg maar ergens "
    "uiterlijk precies"
)
"""Around a day it says nothing more."""
ONBEKEND: Final = tuple(
    tuple(zin.split())
    for zin in (
        "nog niet bekend",
        "nog onbekend",
        "weten we niet",
        "weten we nog niet",
        "weten wij niet",
        "weten wij nog niet",
        "weet nog niet",
        "weet ik nog niet",
        "nog niet zeker",
        "geen datum",
        "niet duidelijk",
        "nog geen idee",
        "hangt ervan af",
        "staat niet vast",
        "nog niet vast",
        "staat nog niet",
    )
)
"""Besides "weet ik niet"."""

_MEER: Final = frozenset(
    [
        "geleden",
        "terug",
        "anderhalf",
        "anderhalve",
        "halve",
        "kerst",
        "kerstmis",
        "nieuwjaar",
        "jaarwisseling",
        *VAAG,
        *VULLING,
    ]
)
_BEKEND: Final = (
    frozenset(MAANDEN) | frozenset(DAGEN) | frozenset(LOS) | frozenset(EENHEDEN) | frozenset(DEZE) | frozenset(DELEN) | VOORAAN
    | _MEER | frozenset(RANG) | frozenset(GETALLEN)
)  # fmt: skip


@lru_cache(maxsize=4096)
def recht(woord: str) -> str:
    """The word as it is meant: a typing error in one we know made good."""
    if woord in _BEKEND or len(woord) < 5 or is_gewoon(woord):
        return woord
    return lijkt_op(woord, _BEKEND) or woord
