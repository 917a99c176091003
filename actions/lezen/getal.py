"""Reading one whole number: how many, or an age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from actions.lezen.een_voor_een import volwassenen_genoemd
from actions.lezen.getalwoorden import half_getalwoord, met_getalwoorden
from actions.lezen.vorm import OUDSTE, Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import AANTAL, IEMAND_ANDERS, LEEFTIJD, MAANDEN, woordgroep
from actions.lezen.woorden import (
    Deel,
    Getal,
    Rommel,
    Teken,
    Woord,
    delen,
    hoort_erbij,
    is_naam,
    teksten,
    tel_vreemd,
)

_NUL = frozenset({"geen", "niks", "niets", "niemand", "nul"})
_ONGEVEER = woordgroep(
    "ongeveer circa ca zon rond rondom ongever plusminus minstens minimaal tenminste hooguit hoogstens maximaal max meer "
    "minder ruim krap paar enkele onder boven ouder jonger begin eind midden begintwintig half tussen min plus helft"
)
_BIJNA = frozenset({"bijna", "haast", "straks", "wordt", "worden", "volgende", "volgend", "binnenkort"})
_MAANDEN = frozenset({"maand", "maanden", "mnd", "weken", "week"})
_MENS_VAN = re.compile(
    r"(?:ja |ik ben |ben |als )*(?:een )?(?:vrouw|man|meid|jongen|meisje|oma|opa) van (?=\d)"
)
""" "Een vrouw van 34" tells who types; "ik ben van 80" may be a year, and "mijn vrouw is 34" is about somebody else."""
_GEBOREN = frozenset({"geboren", "geb", "bouwjaar", "uit"})
_KORT_JAAR = re.compile(r"'\d\d(?!\d)")
_OUDER = woordgroep("moeder vader mama papa ouder oma opa mam pap alleenstaande totaal samen")
_KOMST = frozenset({"komst", "zwanger", "verwacht", "verwachten"})
_JONGEN_OF_MEISJE = woordgroep(
    "jongen jongens meisje meisjes zoon zoons zonen dochter dochters zoontje dochtertje baby babytje"
)
_UREN = woordgroep("u uur uren uurtjes bso opvang gastouder creche dagopvang maand maanden")
_ANDERE_TIJD = woordgroep("week weken wekelijks wk wkn pw dag dagen jaar pj kwartaal dagdelen")
_SCHATTING = woordgroep("ongeveer ongever circa ca zon rond rondom plusminus")
_ONDER_18 = re.compile(r"\b(?:onder|jonger dan|tot) (?:de )?(?:18|achttien)\b(?: jaar)?")
_EN_HALF = re.compile(r"\ben een half(?:je)?\b")
_GELD = frozenset({"euro", "eur", "cent"})


def lees_aantal(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """A whole number of people or things. "Geen" is 0."""
    if vorm.volwassenen and (genoemd := volwassenen_genoemd(kaal)) is not None:
        return binnen(vorm, Decimal(len(genoemd)), 0)
    stukken = _meerling(met_getalwoorden(delen(_ONDER_18.sub("", kaal))))
    woorden = teksten(stukken)
    uren = "uur" in vorm.vulwoorden
    vul = AANTAL | vorm.vulwoorden | (_UREN if uren else set())
    plaatsen = _getallen(stukken)
    vreemd = tel_vreemd(stukken, vul | _NUL)
    if _rommel(stukken):
        return NietGelezen("geen_antwoord")
    if uren and plaatsen and _ANDERE_TIJD & set(woorden):
        return NietGelezen("andere_eenheid")
    if _min_ervoor(stukken, plaatsen):
        return NietGelezen("te_laag")
    if any(is_naam(woorden, plaats) for plaats in plaatsen):
        return NietGelezen("andere_eenheid")
    nul = [plaats for plaats, woord in enumerate(woorden) if woord in _NUL]
    if not plaatsen:
        if len(nul) == 1 and (nul[0] + 1 == len(woorden) or hoort_erbij(woorden[nul[0] + 1] or "?", vul)):
            return binnen(vorm, Decimal(0), vreemd)
        return NietGelezen("geen_antwoord")
    if nul or "niet" in woorden[: plaatsen[0]]:
        return NietGelezen("ontkenning")
    vaag = _ONGEVEER - _SCHATTING if uren else _ONGEVEER
    if vaag & set(woorden) or Teken("+") in stukken or _KOMST & set(woorden):
        return NietGelezen("niet_precies")
    if len(plaatsen) > 1:
        som = _jongens_en_meisjes(stukken, plaatsen)
        if som is not None:
            return binnen(vorm, som, vreemd)
        return _twee(vorm, stukken, plaatsen, "")
    na = woorden[plaatsen[0] + 1] if plaatsen[0] + 1 < len(woorden) else ""
    # "2 katten" are not two children: what is counted has to be known.
    onbekend = bool(na) and not hoort_erbij(na, vul)
    onbekend = onbekend or _is_leeftijd(woorden, plaatsen[0])
    if onbekend or (na in {"jaar", "jarige"} and "jaar" not in vorm.vulwoorden):
        return NietGelezen("andere_eenheid")
    return binnen(vorm, _waarde(stukken, plaatsen[0]), vreemd)


def lees_leeftijd(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """An age in whole years; months are rounded down to years."""
    over_mij = _MENS_VAN.match(kaal)
    kaal = _EN_HALF.sub("", kaal[over_mij.end() :] if over_mij else kaal)
    stukken = met_getalwoorden(delen(kaal))
    woorden = teksten(stukken)
    plaatsen = [p for p in _getallen(stukken) if _tekst(stukken, p) != "een"]
    if _rommel(stukken) or not plaatsen:
        return NietGelezen("geen_antwoord")
    if any(is_naam(woorden, plaats) for plaats in plaatsen):
        return NietGelezen("andere_eenheid")
    # "'90" and "ik ben van 90" are years of birth, or ages: not for us to say.
    van_jaar = (
        any(plaats and woorden[plaats - 1] == "van" for plaats in plaatsen) and "leeftijd" not in woorden
    )
    geboren = van_jaar or _GEBOREN & set(woorden) or _KORT_JAAR.search(kaal)
    if geboren or any(is_jaartal(_waarde(stukken, plaats)) for plaats in plaatsen):
        return NietGelezen("geboortejaar")
    if _min_ervoor(stukken, plaatsen):
        return NietGelezen("te_laag")
    bijna = _BIJNA & set(woorden) or ("word" in woorden and "geworden" not in woorden)
    if not MAANDEN.keys().isdisjoint(woorden):
        # "67 in mei": born then, or 67 from then on.
        return NietGelezen("bijna")
    if bijna or "net geen" in " ".join(woorden) or "nog geen" in " ".join(woorden):
        return NietGelezen("bijna")
    if "niet" in woorden or "geen" in woorden:
        return NietGelezen("ontkenning")
    if _ongeveer(woorden) or Teken("+") in stukken or "in de" in " ".join(woorden):
        return NietGelezen("niet_precies")
    if len(plaatsen) > 1:
        return _twee(vorm, stukken, plaatsen, " jaar")
    waarde = _waarde(stukken, plaatsen[0])
    na = woorden[plaatsen[0] + 1] if plaatsen[0] + 1 < len(woorden) else ""
    if (
        na in _GELD
        or na in {"kind", "kinderen", "kids", "k", "personen", "uur", "x"}
        or {"groep", "klas"} & set(woorden)
    ):
        return NietGelezen("andere_eenheid")
    if na in _MAANDEN:
        waarde = waarde / 12 if na not in {"weken", "week"} else waarde / 52
    jaren = waarde.to_integral_value(ROUND_FLOOR)
    uitslag = binnen(vorm, jaren, tel_vreemd(stukken, LEEFTIJD | vorm.vulwoorden))
    if not isinstance(uitslag, Gelezen):
        return uitslag
    if jaren > OUDSTE:
        return NietGelezen("te_hoog")
    if set(woorden) & IEMAND_ANDERS - vorm.vulwoorden:
        return Dubbelzinnig((Lezing(int(jaren), f"{int(jaren)} jaar"),), "wie")
    return uitslag


def is_jaartal(waarde: Decimal) -> bool:
    return Decimal(1900) <= waarde <= Decimal(2035)


def binnen(vorm: Vraagvorm, waarde: Decimal, vreemd: int) -> Uitslag:
    """The number when it lies within the bounds of the question, and is whole where it must be."""
    if waarde < (vorm.minimum if vorm.minimum is not None else 0):
        return NietGelezen("te_laag")
    if vorm.maximum is not None and waarde > vorm.maximum:
        return NietGelezen("te_hoog")
    if waarde != waarde.to_integral_value():
        return NietGelezen("geen_heel_getal") if vorm.heel else Gelezen(waarde, vreemd)
    return Gelezen(int(waarde), vreemd)


def _getallen(stukken: Sequence[Deel]) -> list[int]:
    return [plaats for plaats, deel in enumerate(stukken) if isinstance(deel, Getal)]


def _waarde(stukken: Sequence[Deel], plaats: int) -> Decimal:
    """With a point that can mean two things the one with decimals: it is no whole number in either case."""
    deel = stukken[plaats]
    assert isinstance(deel, Getal)
    return deel.lezingen[-1]


def _tekst(stukken: Sequence[Deel], plaats: int) -> str:
    deel = stukken[plaats]
    assert isinstance(deel, Getal)
    return deel.tekst


def _rommel(stukken: Sequence[Deel]) -> bool:
    return half_getalwoord(stukken) or any(isinstance(deel, Rommel) and deel.heeft_cijfer for deel in stukken)


_MEERLING = {"eentje": 1, "tweeling": 2, "drieling": 3}


def _meerling(stukken: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """ "Eentje" is one, "een tweeling" are two."""
    uit: list[Deel] = []
    for deel in stukken:
        if isinstance(deel, Woord) and deel.tekst in _MEERLING:
            if uit and isinstance(uit[-1], Getal) and uit[-1].tekst == "een":
                uit.pop()
            deel = Getal((Decimal(_MEERLING[deel.tekst]),), deel.tekst)
        uit.append(deel)
    return tuple(uit)


def _jongens_en_meisjes(stukken: Sequence[Deel], plaatsen: Sequence[int]) -> Decimal | None:
    """ "2 jongens en 1 meisje" are three children. None when the numbers are not said so."""
    woorden, som, eerder = teksten(stukken), Decimal(0), -1
    for plaats in plaatsen:
        na = woorden[plaats + 1] if plaats + 1 < len(woorden) else ""
        los = _tekst(stukken, plaats) in _MEERLING
        if not (los or na in _JONGEN_OF_MEISJE):
            return None
        if eerder >= 0 and set(woorden[eerder:plaats]) - {"en", "plus", "ook", "nog"}:
            return None
        som += _waarde(stukken, plaats)
        eerder = plaats + 1 if los else plaats + 2
    return som


def _is_leeftijd(woorden: Sequence[str], plaats: int) -> bool:
    """ "Een nichtje van 9" is not nine; "moeder van 2" and "1 van 2 kinderen" may well be two."""
    return (
        plaats >= 2
        and woorden[plaats - 1] == "van"
        and plaats + 1 == len(woorden)
        and woorden[plaats - 2] not in _OUDER
    )


def _min_ervoor(stukken: Sequence[Deel], plaatsen: Sequence[int]) -> bool:
    return any(
        plaats and (stukken[plaats - 1] == Teken("min") or (plaats == 1 and stukken[0] == Teken("-")))
        for plaats in plaatsen
    )


def _ongeveer(woorden: Sequence[str]) -> bool:
    return bool(_ONGEVEER & set(woorden))


def _twee(vorm: Vraagvorm, stukken: Sequence[Deel], plaatsen: Sequence[int], achter: str) -> Uitslag:
    """Which of them? Numbers that cannot be an answer here are about something else."""
    waarden = dict.fromkeys(_waarde(stukken, plaats) for plaats in plaatsen[:4])
    hele = [int(waarde) for waarde in waarden if waarde == waarde.to_integral_value()]
    if hele and not any(isinstance(binnen(vorm, Decimal(getal), 0), Gelezen) for getal in hele):
        return NietGelezen("geen_antwoord")
    return Dubbelzinnig(tuple(Lezing(getal, f"{getal}{achter}") for getal in hele), "twee_getallen")
