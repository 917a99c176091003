"""Reading the ages of children: "4 en 7", "een baby en een van 3", "tweeling van 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from actions.lezen.een_voor_een import KOMMA_TUSSEN, een_voor_een, kinderen_van
from actions.lezen.getal import is_jaartal
from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.vorm import (
    OUDSTE,
    VOLWASSEN,
    Dubbelzinnig,
    Gelezen,
    Lezing,
    NietGelezen,
    Uitslag,
    Vraagvorm,
)
from actions.lezen.vulwoorden import LEEFTIJDEN, PER_JAAR, woordgroep
from actions.lezen.woorden import (
    MEESTE_TEKENS,
    Deel,
    Getal,
    Rommel,
    Teken,
    Woord,
    delen,
    is_code,
    is_naam,
    schoon,
    teksten,
    tel_vreemd,
)

_OUDSTE_KIND = Decimal(VOLWASSEN - 1)
MEESTE_KINDEREN = 20
"""Also keeps "een miljard van 3" from becoming a list of that length."""
_BABY = frozenset({"baby", "babytje", "zuigeling", "pasgeboren", "pasgeborene", "newborn"})
_TWEELING = {"tweeling": 2, "drieling": 3}
_KINDEREN = woordgroep(
    "kind kinderen kids kindjes zoons zonen dochters jongens meisjes zoon dochter jongen meisje kleintjes"
)
_EEN_GESLACHT = woordgroep("zoons zonen dochters jongens meisjes")
_KEER = frozenset({"van", "x", "keer", "maal"})
_ONZEKER = woordgroep("ongeveer circa ca rond ouder jonger onder boven tussen tot minder zon")
_BIJNA = frozenset({"bijna", "haast", "wordt", "worden"})
_ALLEBEI = {"allebei": 2, "beide": 2, "beiden": 2}
_NOG_GEEN_JAAR = re.compile(r"\bnog geen (?:1 |een )?jaar\b")
_PLUS = re.compile(r"(?<=\d) ?\+ ?(?=\d)")
_ALLE = re.compile(r"\balle (\d|twee|drie|vier|vijf)\b")
_HOEVEEL = {2: ("2", "twee"), 3: ("3", "drie"), 4: ("4", "vier"), 5: ("5", "vijf")}
_AANTAL_VOORAF = re.compile(r"\W*(\d{1,2}|[a-z]{3,9}) ?: ?(.*\d.*)")
""" "3: 2, 5 en 8": first how many."""


@dataclass(slots=True)
class _Groep:
    """Ages that were said together: "2 jongens van 4" is a group of two with one age."""

    aantal: int | None = None
    leeftijden: list[int] = field(default_factory=list)
    een_leeftijd: bool = False
    """Twins have one age: what comes after it is another child."""
    een_geslacht: bool = False
    """ "2 jongens": a baby named after them is no one of these."""

    een_voor_een: bool = False
    """ "2 kinderen, een van 4 en ...": they are named one by one."""

    @property
    def vol(self) -> bool:
        return self.een_leeftijd and bool(self.leeftijden)

    def voluit(self) -> list[int] | None:
        if self.aantal is None or len(self.leeftijden) == self.aantal:
            return self.leeftijden
        return self.leeftijden * self.aantal if len(self.leeftijden) == 1 else None


def lees_leeftijden(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """The ages in the order they were said. The number has to be the number asked for."""
    if m := _AANTAL_VOORAF.match(kaal):
        aantal = met_getalwoorden(delen(m[1]))[0]
        if isinstance(aantal, Getal) and vorm.aantal in (None, aantal.waarde):
            kaal, vorm = m[2], replace(vorm, aantal=int(aantal.waarde))
    kaal = _NOG_GEEN_JAAR.sub("0 jaar", _PLUS.sub(" en ", kaal))
    if vorm.aantal is not None:
        kaal = _ALLE.sub(lambda m: "alle" if m[1] in _HOEVEEL.get(vorm.aantal or 0, ()) else m[0], kaal)
    los = _lees(vorm, KOMMA_TUSSEN.sub(" , ", kaal))
    if not KOMMA_TUSSEN.search(kaal):
        return los
    # "4,7" can be two ages or one with a decimal; the number of children may settle it.
    met_komma = _lees(vorm, kaal)
    if isinstance(los, Gelezen) and isinstance(met_komma, Gelezen):
        return Dubbelzinnig((_lezing(los.waarde), _lezing(met_komma.waarde)), "punt_of_komma")
    return met_komma if isinstance(met_komma, Gelezen) else los


def _lezing(leeftijden: tuple[int, ...]) -> Lezing:
    return Lezing(leeftijden, " en ".join(f"{jaar} jaar" for jaar in leeftijden))


def _lees(vorm: Vraagvorm, kaal: str) -> Uitslag:
    stukken = met_getalwoorden(delen(kaal))
    woorden = teksten(stukken)
    if any(isinstance(deel, Rommel) and deel.heeft_cijfer for deel in stukken):
        return NietGelezen("geen_antwoord")
    getallen = [deel for deel in stukken if isinstance(deel, Getal)]
    if any(is_jaartal(getal.waarde) for getal in getallen):
        return NietGelezen("geboortejaar")
    if Teken("min") in stukken or (len(stukken) > 1 and stukken[0] == Teken("-")):
        return NietGelezen("te_laag")
    if _BIJNA & set(woorden):
        return NietGelezen("bijna")
    if _ONZEKER & set(woorden) or Teken("+") in stukken:
        return NietGelezen("niet_precies")
    namen = any(isinstance(deel, Getal) and is_naam(woorden, plaats) for plaats, deel in enumerate(stukken))
    if namen or {"groep", "klas"} & set(woorden):
        return NietGelezen("andere_eenheid")
    if {"tweelingen", "drielingen"} & set(woorden):
        return NietGelezen("geen_antwoord")
    if _maanden_onzeker(stukken):
        return NietGelezen("niet_precies")
    if "niet" in woorden:
        return NietGelezen("ontkenning")
    vreemd = tel_vreemd(stukken, LEEFTIJDEN | vorm.vulwoorden | {"geen"})
    if "geen" in woorden:
        if getallen or vorm.aantal:
            return NietGelezen("aantal_klopt_niet")
        return Gelezen((), vreemd) if vreemd == 0 else NietGelezen("geen_antwoord")
    uitslagen = []
    for apart in (False, True) if _BABY & set(woorden) else (False,):
        groepen = _groepen(stukken, "van" in woorden, baby_apart=apart)
        if isinstance(groepen, NietGelezen):
            return groepen
        uitslagen.append(_klaar(vorm, groepen, _allebei(vorm, woorden), vreemd))
    goed = {uitslag.waarde: uitslag for uitslag in uitslagen if isinstance(uitslag, Gelezen)}
    if len(goed) > 1:
        # "2 kinderen van 4 en een baby": is the baby one of the two?
        return Dubbelzinnig(tuple(_lezing(leeftijden) for leeftijden in goed), "een_of_meer")
    return next(iter(goed.values()), uitslagen[0])


def _allebei(vorm: Vraagvorm, woorden: Sequence[str]) -> int | None:
    for woord, aantal in _ALLEBEI.items():
        if woord in woorden:
            return aantal
    return vorm.aantal if "alle" in woorden or "allemaal" in woorden else None


def _groepen(stukken: Sequence[Deel], met_van: bool, *, baby_apart: bool) -> list[_Groep] | NietGelezen:
    """`baby_apart`: a baby named after "2 kinderen van 4" is a third child."""
    groepen = [_Groep()]
    for plaats, deel in enumerate(stukken):
        na = stukken[plaats + 1] if plaats + 1 < len(stukken) else None
        volgend = na.tekst if isinstance(na, Woord) else ""
        if isinstance(deel, Woord):
            if deel.tekst in _BABY:
                groep = groepen[-1]
                apart = (groep.aantal or 1) > 1 and len(groep.leeftijden) == 1 and not groep.een_voor_een
                een = groep.aantal == 1 and bool(groep.leeftijden)
                if groep.vol or een or (apart and (baby_apart or groep.een_geslacht)):
                    groepen.append(_Groep())
                groepen[-1].leeftijden.append(0)
            elif deel.tekst in _TWEELING:
                groepen.append(_Groep(_TWEELING[deel.tekst], een_leeftijd=True))
            elif deel.tekst == "half" and volgend in {"jaar", "jaartje"}:
                groepen[-1].leeftijden.append(0)
            elif deel.tekst in {"half", "halve"} and not groepen[-1].leeftijden:
                return NietGelezen("niet_precies")
        elif isinstance(deel, Getal):
            if volgend in _KINDEREN or (volgend in _KEER and deel.tekst != "een"):
                aantal = 1 if deel.tekst == "een" else int(deel.waarde) or None
                groepen.append(_Groep(aantal, een_geslacht=volgend in _EEN_GESLACHT))
            elif deel.tekst == "een":
                # "een van 4", "een baby", "2 en een half": the article, not the age 1.
                lidwoord = volgend in {"van", "is", "half", "tweeling", "drieling", "andere"} | _BABY
                if not lidwoord and met_van:
                    return NietGelezen("geen_antwoord")
                if (
                    lidwoord
                    and volgend in {"van", "is"}
                    and groepen[-1].aantal is not None
                    and _compleet(groepen[-1])
                ):
                    groepen.append(_Groep())
                groepen[-1].een_voor_een |= lidwoord and volgend in {"van", "is"}
                if not lidwoord:
                    groepen[-1].leeftijden.append(1)
            elif volgend in PER_JAAR and _van_een_baby(stukken, plaats):
                continue  # "een baby van 3 maanden" is one child
            else:
                jaren = deel.lezingen[-1] / PER_JAAR.get(volgend, 1)
                if jaren > OUDSTE:
                    return NietGelezen("te_hoog")
                if groepen[-1].vol:
                    groepen.append(_Groep())
                groepen[-1].leeftijden.append(int(jaren.to_integral_value(ROUND_FLOOR)))
    return groepen


def _van_een_baby(stukken: Sequence[Deel], plaats: int) -> bool:
    ervoor = (
        stukken[plaats - 2 : plaats] if plaats >= 2 and stukken[plaats - 1] == Woord("van") else stukken[:0]
    )
    los = plaats >= 1 and isinstance(stukken[plaats - 1], Woord) and stukken[plaats - 1].tekst in _BABY
    return los or (bool(ervoor) and isinstance(ervoor[0], Woord) and ervoor[0].tekst in _BABY)


def _maanden_onzeker(stukken: Sequence[Deel]) -> bool:
    """ "4 en 7 maanden": the 4 may be years or months. "4 jaar en 7 maanden" and "3 kinderen van 7 maanden" are clear."""
    eenheidloos = False
    for deel, na in pairwise((*stukken, Teken("einde"))):
        if not isinstance(deel, Getal) or deel.tekst == "een":
            continue
        volgend = na.tekst if isinstance(na, Woord) else ""
        if volgend in PER_JAAR and eenheidloos:
            return True
        eenheidloos = volgend not in PER_JAAR | {"jaar": 1, "jr": 1} and volgend not in _KINDEREN | _KEER
    return False


def _compleet(groep: _Groep) -> bool:
    return bool(groep.leeftijden)


def _klaar(vorm: Vraagvorm, groepen: list[_Groep], allebei: int | None, vreemd: int) -> Uitslag:
    # "2 kinderen, een jongen van 4 en een meisje van 7": the first count is that of all.
    if len(groepen) > 2 and not groepen[1].leeftijden and groepen[1].aantal == _som(groepen[2:]):
        groepen = [groepen[0], *groepen[2:]]
    leeftijden: list[int] = []
    if any((groep.aantal or 0) > MEESTE_KINDEREN for groep in groepen):
        return NietGelezen("aantal_klopt_niet")
    for groep in groepen:
        voluit = groep.voluit()
        if groep.aantal is not None and not groep.leeftijden:
            return NietGelezen("geen_antwoord")
        if voluit is None:
            return NietGelezen("aantal_klopt_niet")
        leeftijden.extend(voluit)
    if allebei is not None and len(leeftijden) == 1:
        leeftijden *= allebei
    if not leeftijden:
        return NietGelezen("geen_antwoord")
    if vorm.minimum is not None and min(leeftijden) < vorm.minimum:
        return NietGelezen("te_laag")
    if vorm.maximum is not None and max(leeftijden) > vorm.maximum:
        return NietGelezen("te_hoog")
    if vorm.aantal is not None and len(leeftijden) != vorm.aantal:
        return NietGelezen("aantal_klopt_niet")
    return Gelezen(tuple(leeftijden), vreemd)


def _som(groepen: Sequence[_Groep]) -> int:
    return sum(groep.aantal or len(groep.leeftijden) for groep in groepen)


_SIGNAAL = re.compile(
    r"(?:\b|(?<=\d))(?:van|jaar|jr|oud|oudste|jongste|maanden|mnd|weken|tweeling|drieling|baby|babytje|allebei|zoon\w*|dochter\w*)\b"
)
_VAN_HOEVEEL = re.compile(r"\D*\d+ van (?:de |mijn |mn )?\d+\D*")
_ALLEMAAL = re.compile(
    r"(?:ja\W*)?(?:alle(?:maal|n)?(?: (?:\d+|[a-z]+))?|allebei|beide|ze allemaal|ja(?: hoor)?)\W*"
)
_LIJST = re.compile(r"(?:\d{1,2}(?:, ?| en |,? en ))+\d{1,2}")


def aantal_kinderen(tekst: str, genoemd: int | None = None) -> tuple[int, ...] | int | None:
    """Asked how many children under 18 live at home, people tell how old they are: "2 van 7 en 11". Then the ages.

    `genoemd`: how many children the resident has, when the question names that number: "ja, allemaal" is all of them.
    None: to be read as a number, like any other answer.
    """
    kaal = schoon(tekst)
    if len(tekst) > MEESTE_TEKENS or is_code(kaal):
        return None
    if genoemd is not None and _ALLEMAAL.fullmatch(kaal):
        return genoemd
    # "2 van 4" may be two of the four.
    if _VAN_HOEVEEL.fullmatch(kaal):
        return None
    mensen = een_voor_een(tekst)
    if mensen == ():
        return None
    if mensen is not None and (genoemd_als := kinderen_van(mensen)) is not None:
        return genoemd_als
    # "1 en 4" may be one child, who is 4.
    los = [int(getal) for getal in re.findall(r"\d+", kaal)] if _LIJST.fullmatch(kaal) else []
    if not _SIGNAAL.search(kaal) and (not los or los[0] == len(los) - 1):
        return None
    gelezen = lees_leeftijden(Vraagvorm("leeftijden", minimum=Decimal(0), maximum=_OUDSTE_KIND), kaal)
    if not isinstance(gelezen, Gelezen) or gelezen.vreemd > 1 or not gelezen.waarde:
        return None
    leeftijden: tuple[int, ...] = gelezen.waarde
    een = {"een", "eentje", "1", *_KINDEREN, *_BABY} & set(kaal.replace(",", " ").split())
    return leeftijden if len(leeftijden) > 1 or een else None
