"""Does this turn have a sentence that editors may learn from?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from actions.gesprek import gevoel, nood
from actions.gesprek.begrip import MISSCHIEN, faq_id
from actions.gesprek.onderwerp import GEVAAR
from actions.gesprek.staat import Staat
from actions.gesprek.werk import Werk
from actions.zinnen.zeef import zeef
from content.herkennen.letters import plat
from content.inhoud import Inhoud

if TYPE_CHECKING:
    from actions.gesprek.beurt import BeurtInvoer

_AL = "zin_bewaard"
"""In `Staat.extra`: this talk gave its one sentence. So as many sentences are as many talks, without a talk being named."""
_BEGIN = re.compile(r"^(?:(?:hoi|hallo|dag|en|maar|oh?|ja|nee|sorry|vraagje|even)[ ,!.]+)*")
_VRAAGWOORD = re.compile(r"(?:hoe|wat|waar|wanneer|waarom|wie|welke?|hoeveel|hoelang|waarvoor|waarheen)\b")
_VRAAGZIN = re.compile(
    r"(?:kan|kunnen|mag|mogen|moet|moeten|krijg|krijgt|krijgen|heb|hebt|heeft|is|zijn|bestaat|geldt|telt|wordt|betaalt|helpt|doet|doen|kun|"
    r"weet|weten|geven|geeft|komt) (?:ik|je|jij|jullie|u|wij|we|er|dat|dit|het|de|een|mijn|iemand|iedereen)\b"
)
_KORTSTE_VRAAG = 4
"""Words."""
_VRAAGT_OM = re.compile(
    r"(?:ik|wij|we) (?:wil|willen|zoek|zoeken|zou|vraag)\b|(?:hulp|informatie|info|uitleg|vraag|vragen) (?:bij|met|over|voor)\b"
)
_OVER_MENSEN = frozenset(
    {
        "ik",
        "'k",
        "k",
        "mij",
        "me",
        "mijn",
        "mn",
        "m'n",
        "wij",
        "we",
        "ons",
        "onze",
        "hij",
        "zij",
        "ze",
        "hem",
        "haar",
        "hun",
        "hen",
    }
)


def uit_beurt(werk: Werk, eerst: Staat, invoer: BeurtInvoer) -> str | None:
    """The sentence to keep; and from then on this talk gives none any more."""
    if werk.onbegrepen is None or invoer.tekst is None or not werk.gemeente.zinnen_bewaren:
        return None
    # Without a ranking nothing is known of what was not understood; and where something was taken in, the rest belongs to it.
    if invoer.weg != "rasa" or not invoer.intenties or invoer.letterlijk or werk.staat.feiten != eerst.feiten:
        return None
    vraagt = is_eigen_vraag if werk.onbegrepen == "bij_vraag" else vraagt_iets
    if werk.staat.extra.get(_AL) or not vraagt(invoer.tekst):
        return None
    gevaar = sum(kans for naam, kans in invoer.intenties if faq_id(naam) in GEVAAR)
    if gevaar >= MISSCHIEN or nood.kijk(invoer.tekst) is not None or gevoel.hoor(invoer.tekst) is not None:
        return None
    zin = zeef(invoer.tekst, eigen_woorden(werk.bronnen.inhoud))
    if zin is not None:
        werk.onthoud(**{_AL: True})
    return zin


def vraagt_iets(tekst: str) -> bool:
    """It asks or wants something, or names a subject. What only tells of a person is no matter for editors."""
    rest = _zonder_begin(tekst)
    return (
        is_eigen_vraag(tekst) or _VRAAGT_OM.match(rest) is not None or _OVER_MENSEN.isdisjoint(rest.split())
    )


def is_eigen_vraag(tekst: str) -> bool:
    """A question of the resident's own, and no answer to ours: an answer tells something of a person."""
    rest = _zonder_begin(tekst)
    if len(rest.split()) < _KORTSTE_VRAAG:
        return False
    return _VRAAGWOORD.match(rest) is not None or _VRAAGZIN.match(rest) is not None


def _zonder_begin(tekst: str) -> str:
    kaal = plat(tekst)
    begin = _BEGIN.match(kaal)
    return kaal if begin is None else kaal[begin.end() :]


def eigen_woorden(inhoud: Inhoud) -> frozenset[str]:
    """Every word of an example sentence."""
    return _woorden(tuple(faq.voorbeelden for faq in inhoud.faqs().values()))


@lru_cache(maxsize=1)
def _woorden(per_onderwerp: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    zinnen = (plat(zin) for zinnen in per_onderwerp for zin in zinnen)
    return frozenset(woord for zin in zinnen for woord in re.findall(r"[a-z]+", zin))
