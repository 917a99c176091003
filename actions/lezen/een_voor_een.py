"""People in the house, named one by one: "een zoon van 12 en een dochter van 15", "mijn moeder", "2, eentje van 4 eentje van 9".

Every word has to belong to it: a text with "niet", "maar" or "waarvan" says something else as well, and is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.vorm import OUDSTE, VOLWASSEN
from actions.lezen.vulwoorden import PER_JAAR, RELATIE, woordgroep
from actions.lezen.woorden import MEESTE_TEKENS, Deel, Getal, Teken, Woord, delen, is_code, schoon

_KIND = woordgroep(
    "zoon zoontje dochter dochtertje jongen jongetje meisje kind kindje stiefzoon stiefdochter stiefkind puber"
)
_NIEUW = woordgroep("baby babytje zuigeling")
_LOS = woordgroep("eentje ene ander andere oudste jongste middelste")
_VOLWASSENE: Mapping[str, str] = {
    **RELATIE,
    **dict.fromkeys(("broertje", "zusje"), "broer_zus"),
    **dict.fromkeys(("neef", "nicht", "kleinzoon", "kleindochter"), "familie"),
    **dict.fromkeys(("schoonmoeder", "schoonvader", "schoonzoon", "schoondochter"), "familie"),
    **dict.fromkeys(
        ("huisgenoot", "kamergenoot", "onderhuurder", "huurder", "kostganger", "kennis"), "ander"
    ),
}
_TWEE_MENSEN: Mapping[str, str] = {"ouders": "ouder", "schoonouders": "familie", "grootouders": "familie"}
_VAN_HEN = woordgroep("vriend vriendin man vrouw")
""" "Zijn vriendin" lives here too; "mijn vriendin" may be the partner of who types."""
_MEERVOUD = woordgroep("kinderen kids kindjes kinders mensen personen volwassenen stuks")
_JAAR = woordgroep("jaar jaren jr j oud jarige")
_VUL = woordgroep(
    "en ook nog mijn mn me m onze ons de het ik we wij heb hebben heeft is zijn haar er van met samen woon woont wonen leeft "
    "leven thuis hier in huis bij mij ja dan plus dus alleen"
)
_BIJ_LEEFTIJD = _JAAR | (PER_JAAR.keys() - {"dag"})
"""Not "dag": that is a greeting as well."""
_TUSSEN = (Teken("+"), Teken("/"), Teken(";"))
_BIJ_ONS = woordgroep("mij me m mn mijn ons onze") | {""}
KOMMA_TUSSEN = re.compile(r"(?<=\d),(?=\d)")
_OPSOMMING = re.compile(rf"\W*\w+(?: (?:{'|'.join(sorted(_MEERVOUD))}))?(?: ?\(| ?:)")
""" "2 (8 en 11)", "twee: 4 en 9": first how many."""
_EEN_VAN_HOEVEEL = re.compile(r"\W*1 van \w+\W*")
""" "1 van 4": one who is four, or one of four."""


@dataclass(frozen=True, slots=True)
class Genoemd:
    """One person. `leeftijd` in whole years, `relatie` to who types; None when it was not said."""

    leeftijd: int | None
    relatie: str | None


def kinderen_van(mensen: Sequence[Genoemd]) -> tuple[int, ...] | int | None:
    """The ages of the children under 18; of children without an age how many. None: neither can be said of these people."""
    if not mensen or not all(mens.relatie in ("kind", None) for mens in mensen):
        return None
    leeftijden = [mens.leeftijd for mens in mensen if mens.leeftijd is not None]
    if not leeftijden:
        return len(mensen)
    if len(leeftijden) < len(mensen):
        return None
    return tuple(leeftijd for leeftijd in leeftijden if leeftijd < VOLWASSEN)


def volwassenen_genoemd(tekst: str, *, geen_kinderen: bool = False) -> tuple[Genoemd, ...] | None:
    """The adults who are named. Who has no age is one, because adults were asked for; but "mijn zoon" may be the child under 18
    that was told of before, unless there are none (`geen_kinderen`). None: the text is no such list, or it is not sure who is
    grown up."""
    mensen = een_voor_een(tekst)
    if not mensen or (
        not geen_kinderen and any(mens.relatie in ("kind", None) and mens.leeftijd is None for mens in mensen)
    ):
        return None
    return tuple(mens for mens in mensen if mens.leeftijd is None or mens.leeftijd >= VOLWASSEN)


def een_voor_een(tekst: str) -> tuple[Genoemd, ...] | None:
    """Everybody who is named. Empty: the number said in front is not theirs. None: not a list of people."""
    kaal = schoon(tekst)
    if len(tekst) > MEESTE_TEKENS or is_code(kaal):
        return None
    stukken = met_getalwoorden(delen(KOMMA_TUSSEN.sub(" , ", kaal)))
    aantal, rest = _aantal_vooraf(stukken)
    lijst = _lees(rest, los=aantal is not None and _OPSOMMING.match(kaal) is not None)
    if not lijst or not all(_kan(mens) for mens in lijst) or _EEN_VAN_HOEVEEL.fullmatch(kaal):
        return None
    return tuple(lijst) if aantal in (None, len(lijst)) else ()


def _kan(mens: Genoemd) -> bool:
    """ "Moeder van 2" is a mother with two children."""
    return (
        mens.leeftijd is None
        or (0 if mens.relatie in ("kind", None) else VOLWASSEN) <= mens.leeftijd <= OUDSTE
    )


def _woord(stukken: Sequence[Deel], plaats: int) -> str:
    deel = stukken[plaats] if plaats < len(stukken) else None
    return deel.tekst if isinstance(deel, Woord) else ""


def _is_lidwoord(stukken: Sequence[Deel], plaats: int) -> bool:
    """ "Een zoon", "1 dochter", "een van 4"; "1 jaar" and "1 van de 4" are not."""
    deel, na = stukken[plaats], stukken[plaats + 1 : plaats + 2]
    if not isinstance(deel, Getal) or deel.waarde != 1 or not na:
        return False
    if _woord(stukken, plaats + 1) in _KIND | _NIEUW | _VOLWASSENE.keys() | _LOS:
        return True
    getal_volgt = any(isinstance(een, Getal) for een in stukken[plaats + 1 : plaats + 3])
    return deel.tekst in {"een", "1"} and _woord(stukken, plaats + 1) in {"van", "is"} and getal_volgt


def _aantal_vooraf(stukken: Sequence[Deel]) -> tuple[int | None, Sequence[Deel]]:
    """ "2 eentje van 4 ...", "heb 2 kids: ...": the first number, when people follow it and it is nobody's age."""
    for plaats, deel in enumerate(stukken):
        if isinstance(deel, Getal):
            volgend = _woord(stukken, plaats + 1)
            leeftijd = volgend in _JAAR or volgend in PER_JAAR or volgend in {"van", "is"}
            if leeftijd or _is_lidwoord(stukken, plaats) or plaats + 1 == len(stukken):
                return None, stukken
            rest = stukken[plaats + 1 :]
            return int(deel.waarde), rest[1:] if volgend in _MEERVOUD else rest
        if not isinstance(deel, Woord) or deel.tekst not in _VUL:
            break
    return None, stukken


def _lees(stukken: Sequence[Deel], *, los: bool) -> list[Genoemd] | None:
    """`los`: ages may stand there bare, after how many they are."""
    lijst: list[Genoemd] = []
    for plaats, deel in enumerate(stukken):
        woord = _woord(stukken, plaats)
        if deel in _TUSSEN and plaats + 1 < len(stukken):
            continue
        if isinstance(deel, Getal):
            if _is_lidwoord(stukken, plaats) and not _is_leeftijd_van(stukken, plaats, lijst):
                if _woord(stukken, plaats + 1) in {"van", "is"}:
                    lijst.append(Genoemd(None, None))
                continue
            jaren = _jaren(deel, _woord(stukken, plaats + 1))
            if jaren is None:
                return None
            if lijst and lijst[-1].leeftijd is None:
                lijst[-1] = replace(lijst[-1], leeftijd=jaren)
            elif los:
                lijst.append(Genoemd(jaren, None))
            else:
                return None
        elif woord in _KIND | _LOS:
            # "De oudste zoon" is one person.
            if not (woord in _KIND and plaats and _woord(stukken, plaats - 1) in _LOS):
                lijst.append(Genoemd(None, "kind" if woord in _KIND else None))
            else:
                lijst[-1] = replace(lijst[-1], relatie="kind")
        elif woord in _NIEUW:
            lijst.append(Genoemd(None if _noemt_getal(stukken, plaats + 1) else 0, "kind"))
        elif woord in _VOLWASSENE:
            lijst.append(Genoemd(None, _VOLWASSENE[woord]))
        elif woord in _VAN_HEN and plaats and _woord(stukken, plaats - 1) in {"zijn", "haar"}:
            lijst.append(Genoemd(None, "ander"))
        elif woord in _TWEE_MENSEN:
            lijst.extend([Genoemd(None, _TWEE_MENSEN[woord])] * 2)
        elif _is_elders(stukken, plaats) or woord not in _VUL | _BIJ_LEEFTIJD:
            return None
    return lijst


def _is_leeftijd_van(stukken: Sequence[Deel], plaats: int, lijst: Sequence[Genoemd]) -> bool:
    """In "dochter 1 zoon 2" the 1 is an age; in "1 dochter 1 zoon" it is not."""
    wie_ervoor = plaats > 0 and _woord(stukken, plaats - 1) in _KIND
    return (
        wie_ervoor and lijst[-1].leeftijd is None and (plaats == 1 or not _is_lidwoord(stukken, plaats - 2))
    )


def _is_elders(stukken: Sequence[Deel], plaats: int) -> bool:
    """ "Bij zijn vader" is somewhere else."""
    return _woord(stukken, plaats) == "bij" and _woord(stukken, plaats + 1) not in _BIJ_ONS


def _noemt_getal(stukken: Sequence[Deel], plaats: int) -> bool:
    """ "Een baby van 3 maanden": its age follows."""
    return any(
        isinstance(deel, Getal) and deel.tekst != "een"
        for deel in stukken[plaats : plaats + (2 if _woord(stukken, plaats) in {"van", "is"} else 1)]
    )


def _jaren(getal: Getal, eenheid: str) -> int | None:
    if getal.tekst == "een" and eenheid not in _JAAR | PER_JAAR.keys():
        return None
    jaren = getal.lezingen[-1] / Decimal(PER_JAAR.get(eenheid, 1))
    return int(jaren.to_integral_value(ROUND_FLOOR))
