"""Reading yes or no."""

from __future__ import annotations

from itertools import groupby

from actions.lezen.vorm import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import ALGEMEEN, JA_NEE, woordgroep
from actions.lezen.woorden import delen, teksten, tel_vreemd, van_mij

_JA = woordgroep("ja jah jaja jep jup yes yep yeah jawel jazeker uiteraard idd zekerweten")
_NEE = woordgroep("nee neen nein nope no neej neeh nah nop nooit neehoor geenszins")
ZWAK_JA = woordgroep("klopt waar zeker natuurlijk tuurlijk absoluut inderdaad zo")
"""Yes by themselves, no after or before "niet" ("klopt niet", "zeker niet")."""
_ALLEEN_JA = ZWAK_JA - {"waar", "zo"}
_NIET = frozenset({"niet", "geen"})
_DUIM_OMHOOG, _DUIM_OMLAAG = "\U0001f44d", "\U0001f44e"
_VOORBIJ = woordgroep("elkaar scheiden scheiding overleden vroeger geweest was ex lat latrelatie ooit")
"""With one of these "getrouwd" is no plain yes."""
_HALF = woordgroep("half soms deels beetje misschien gedeeltelijk beide allebei regelmatig bijna wisselt")
_STIL = woordgroep(
    "ik dat het volgens mij dacht zo is ben heb heeft hebben doe hoor nog ook echt dus van denk wij we er"
)
"""What may stand next to a bare "niet": "ik niet", "dat heb ik niet". "Ik snap het niet" is no answer."""

_NA_ALLEEN = woordgroep("met zonder en of in sinds vanaf thuis hier want omdat maar")
"""After these, "alleen" still is about being alone. Before any other thing it means "only": "alleen aow"."""

Uitspraak = tuple[bool, int]


def _kort(woord: str) -> str:
    """ "jaaaa" → "ja"; "nee" → "ne"."""
    return "".join(letter for letter, _ in groupby(woord))


_KORT_JA = frozenset(_kort(woord) for woord in _JA - {"idd"})
_KORT_NEE = frozenset(_kort(woord) for woord in _NEE)


def zegt_ja(woord: str) -> bool:
    """Is this a word for yes, also drawn out?"""
    return woord in _JA or _kort(woord) in _KORT_JA


def zegt_nee(woord: str) -> bool:
    """Is this a word for no, also drawn out?"""
    return _kort(woord) in _KORT_NEE


def lees_ja_nee(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """True or False; the question's own words for yes and no are in `vorm.keuzes["ja"]` and `["nee"]`."""
    stukken = delen(kaal)
    woorden = van_mij(teksten(stukken))
    duim = {teken == _DUIM_OMHOOG for teken in kaal if teken in (_DUIM_OMHOOG, _DUIM_OMLAAG)}
    if len(duim) == 1 and not any(woorden):
        return Gelezen(duim.pop(), 0)
    if woorden in (["j"], ["n"]):
        return Gelezen(woorden == ["j"], 0)
    eigen, over = _eigen_woorden(vorm, _zonder_enkel(vorm, woorden))
    gebruikt = {woord for woord, rest in zip(woorden, over, strict=True) if woord and not rest}
    ja = any(zegt_ja(woord) for woord in over if woord)
    nee = any(zegt_nee(woord) for woord in over if woord)
    zwak = any(woord in _ALLEEN_JA for woord in over)
    met_niet = any(woord in _NIET for woord in over)
    bekend = _JA | _NEE | _NIET | _KORT_JA | _KORT_NEE
    lang = {woord for woord in woorden if _kort(woord) in _KORT_JA | _KORT_NEE}
    vreemd = tel_vreemd(stukken, JA_NEE | vorm.vulwoorden | bekend | lang | gebruikt)
    # "Gescheiden, maar we wonen nog samen".
    maar_nog = "maar" in over and bool({"samen", "nog"} & set(over))
    if (eigen and (maar_nog or _VOORBIJ & set(over))) or " af en toe " in f" {' '.join(over)} ":
        return _beide()
    if nee and "wel" in over and not met_niet and not vreemd:
        return _beide()
    if _HALF & set(over) or "hangt" in over or "ligt eraan" in " ".join(over):
        return _beide()
    oordelen = {uitspraak for uitspraak, _ in eigen}
    if kaal.endswith("?") and not (ja or nee or oordelen):
        # "Klopt dat?" asks something.
        return NietGelezen("geen_antwoord")
    if ja:
        oordelen.add(True)
    if nee:
        oordelen.add(False)
    if zwak or (met_niet and set(over) & ZWAK_JA):
        oordelen.add(not met_niet)
    elif met_niet and not oordelen:
        if {woord for woord in over if woord} - _NIET - _STIL or vreemd:
            return NietGelezen("geen_antwoord")
        oordelen.add(False)
    elif met_niet and ja:
        # "Ja, dat heb ik niet".
        return _beide()
    elif "wel" in over and not oordelen and not vreemd:
        # "Ik denk het wel".
        oordelen.add(True)
    if len(oordelen) > 1:
        return _beide()
    return Gelezen(oordelen.pop(), vreemd) if oordelen else NietGelezen("geen_antwoord")


def _zonder_enkel(vorm: Vraagvorm, woorden: list[str]) -> list[str]:
    """The words, with another one for each "alleen" that means "only"."""
    eigen = {woord for zinnen in vorm.keuzes.values() for zin in zinnen for woord in zin.lower().split()}
    los = JA_NEE | vorm.vulwoorden | _NA_ALLEEN | _JA | _NEE | _NIET | eigen
    over = list(woorden)
    for plaats, woord in enumerate(woorden):
        erna = next((w for w in woorden[plaats + 1 :] if w and w not in ALGEMEEN - _NA_ALLEEN), None)
        if woord == "alleen" and erna is not None and erna not in los:
            over[plaats] = "enkel"
    return over


def _beide() -> Dubbelzinnig:
    return Dubbelzinnig((Lezing(True, "Ja"), Lezing(False, "Nee")), "ja_en_nee")


def _eigen_woorden(vorm: Vraagvorm, woorden: list[str]) -> tuple[list[Uitspraak], list[str]]:
    """What the question's own words say, and the text without them. "Niet samen" is the opposite of "samen"."""
    zinnen = [
        (tuple(teksten(delen(zin.lower()))), sleutel == "ja")
        for sleutel in ("ja", "nee")
        for zin in vorm.keuzes.get(sleutel, ())
    ]
    over = list(woorden)
    eigen: list[Uitspraak] = []
    for zin, is_ja in sorted(zinnen, key=lambda paar: -len(paar[0])):
        if not zin:
            continue
        for begin in range(len(over) - len(zin) + 1):
            if tuple(over[begin : begin + len(zin)]) != zin:
                continue
            ervoor = [plaats for plaats in range(max(0, begin - 2), begin) if over[plaats] in _NIET]
            eigen.append((is_ja != bool(ervoor), begin))
            for plaats in (*ervoor, *range(begin, begin + len(zin))):
                over[plaats] = ""
    return eigen, over
