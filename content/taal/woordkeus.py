"""How common a word is, how many syllables it has, and what it is made of."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma
from wordfreq import zipf_frequency

_KLINKERS = re.compile(
    r"eeuw|ieuw|ëi|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|ui|ij|ei|au|ou|eu|[aeiouyäëïöüáéèêíóúà]",
    re.IGNORECASE,
)
ZELDZAAM = 3.0
"""Zipf below which a word is rare: fewer than once in a million words."""
_DEEL = 3.6
"""A part of a compound must be well known itself."""

FUNCTIEWOORDEN = frozenset(
    """aan al alle alleen als altijd ander andere anders ben bent bij binnen boven daar daarna daarom dan dat de deze die
    dit doet door dus een eens eerst elk elke en er erg ergens geen geweest had hadden heb hebben hebt heeft het hier
    hij hoe hoeveel hun ieder iedere iemand iets ik in is ja je kan kon kunnen kunt maar mag meer meest met mij mijn
    minder mogen moet moeten na naar naast nee niemand niet niets nog nooit nu of om omdat onder ons onze ook op over
    per samen sinds soms staan staat te tegen terug tijdens toch toen tot totdat tussen u uit uw vaak van vanaf veel
    via vinden voor vooral waar waarom wanneer want waren was wat we weinig wel welk welke werd werden wie wij wil
    wilt worden wordt zal ze zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zulke zullen zult""".split()  # noqa: SIM905
)
"""Words that hold a sentence together; not counted as content words."""


def lettergrepen(woord: str) -> int:
    """Syllables by groups of vowels: right for 37 of 40 words counted by hand."""
    return max(1, len(_KLINKERS.findall(woord)))


@lru_cache(maxsize=20_000)
def zipf(woord: str) -> float:
    """Zipf frequency in Dutch: 7 is "de", 3 is once in a million words, 0 is unknown."""
    return zipf_frequency(woord, "nl")


@lru_cache(maxsize=20_000)
def bekendheid(woord: str, bekend: frozenset[str]) -> float:
    """Zipf of the word, of its base form, or of the rarest part of a compound of well-known parts: the highest.

    Words in `bekend` count as well known, also as a part.
    """
    if woord in bekend:
        return 7.0
    basis = simplemma.lemmatize(woord, lang="nl").lower()
    beste = max(zipf(woord), 7.0 if basis in bekend else zipf(basis))
    if beste >= ZELDZAAM:
        return beste
    return max([beste, *(_samenstelling(w, bekend) for w in {woord, basis})])


def _samenstelling(woord: str, bekend: frozenset[str], diepte: int = 0) -> float:
    """The rarest part when the word can be cut into well-known parts, else 0."""

    def deel(stuk: str) -> float:
        if stuk in bekend:
            return 7.0
        eigen = zipf(stuk)
        if eigen >= _DEEL or diepte:
            return eigen
        return max(eigen, _samenstelling(stuk, bekend, 1))

    beste = 0.0
    for plek in range(3, len(woord) - 2):
        links, rechts = woord[:plek], woord[plek:].lstrip("-")
        for kop in {links, links.removesuffix("-"), links.removesuffix("s"), links.removesuffix("en")}:
            if len(kop) >= 3 and len(rechts) >= 3:
                score = min(deel(kop), deel(rechts))
                if score >= _DEEL:
                    beste = max(beste, score)
    return beste
