"""Which of the answers that were given a sentence takes back, and whether its new value can be read there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from actions.gesprek import vorig_jaar
from actions.gesprek.antwoord import LIJSTEN, WEET_NIET, feit_van, pad_van
from actions.gesprek.groepen import GROEPEN, is_groep
from actions.gesprek.noemen import genoemd
from actions.gesprek.vragen import definitie_van, vorm_van
from actions.gesprek.werk import Werk
from actions.lezen import Dubbelzinnig, Gelezen, Vraagvorm, lees, lees_ook
from actions.lezen.correctie import Correctie, enig_getal

LEEFTIJDEN = "kinderen.leeftijd"
JA_NEE = frozenset({"ja", "nee", "neen", "jawel", "ja wel", "wel", "niet", "toch wel", "toch niet"})
_BIJ_JA_NEE = frozenset(
    {
        "ik",
        "heb",
        "hebben",
        "heeft",
        "we",
        "wij",
        "ben",
        "een",
        "geen",
        "wel",
        "niet",
        "nu",
        "ook",
        "al",
        "dus",
        "mijn",
        "de",
        "het",
    }
)
"""Besides its name, all that may stand in a yes or no to a question."""
_RUIM = Decimal("1.12")
"""A year that was made of a month may hold the holiday pay as well."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer that was given: the question, which of a list, and its value as the record keeps it."""

    vraag: str
    nummer: int | None
    waarde: Any

    @property
    def feit(self) -> str:
        return feit_van(self.vraag)


def gegeven_antwoorden(werk: Werk) -> tuple[Antwoord, ...]:
    """The answers that can be changed, the last one given at the end."""
    feiten = werk.staat.feiten
    stappen: dict[tuple[str, int | None], None] = {}
    for vraag, nummer in werk.staat.extra.get("stappen", ()):
        for een in GROEPEN[vraag] if is_groep(vraag) else (vraag,):
            stappen[(een, nummer)] = None
    gegeven = []
    for vraag, nummer in stappen:
        if vraag.endswith("_partner") and feiten.get("partner") is False:
            continue
        waarde = waarde_van(werk, vraag, nummer)
        if waarde is not None:
            gegeven.append(Antwoord(vraag, nummer, waarde))
    return tuple(gegeven)


def waarde_van(werk: Werk, vraag: str, nummer: int | None) -> Any:
    if vorig_jaar.is_van(vraag) and vraag != vorig_jaar.FEIT:
        veld = vraag.partition(".")[2]
        return werk.staat.extra.get(vorig_jaar.FEIT, {}).get(veld, {}).get("waarde")
    waarde = werk.staat.feiten.get(feit_van(vraag))
    if vraag in LIJSTEN:
        return len(waarde) if isinstance(waarde, list) else None
    veld = vraag.partition(".")[2]
    if vraag != LEEFTIJDEN and nummer is not None and isinstance(waarde, list):
        item = waarde[nummer - 1] if nummer <= len(waarde) else None
        return item.get(veld) if isinstance(item, Mapping) else item
    return waarde


def kies(
    werk: Werk, correctie: Correctie, gegeven: Sequence[Antwoord], genoemd_: Sequence[Antwoord]
) -> list[Antwoord]:
    """By its name, by the value that was wrong, by words that only fit there, or else the one given last."""
    bedoeld = list(genoemd_)
    if correctie.in_woorden:  # "geen loon maar bijstand": what was wrong may be named after something else
        bedoeld = verteld_in(werk, correctie, gegeven) or bedoeld
    if correctie.oud is not None:
        met_oud = [a for a in bedoeld or gegeven if had(werk, a, correctie.oud)]
        bedoeld = met_oud or bedoeld
    elif not bedoeld and correctie.nieuw not in JA_NEE:
        bedoeld = verteld_in(werk, correctie, gegeven)
    if len(bedoeld) > 1 and correctie.met_waarde:
        bedoeld = [a for a in bedoeld if leest(werk, a, correctie)] or bedoeld
    if not bedoeld and correctie.oud is None and correctie.soort != "wens":
        bedoeld = [gegeven[-1]] if correctie.met_waarde else []
    return bedoeld


def verteld_in(werk: Werk, correctie: Correctie, gegeven: Sequence[Antwoord]) -> list[Antwoord]:
    """The answers that the new words say by themselves: "ik ben 43", "ik ben getrouwd"."""
    verteld = lees_ook(correctie.nieuw)
    return [a for a in gegeven if a.vraag in verteld] or [
        a for a in gegeven if past_in_woorden(werk, a, correctie.nieuw)
    ]


def had(werk: Werk, antwoord: Antwoord, oud: Decimal) -> bool:
    """Was this number said there?"""
    waarde = antwoord.waarde
    if antwoord.vraag == LEEFTIJDEN:
        return isinstance(waarde, list) and oud in waarde
    try:
        bedrag = Decimal(str(waarde))
    except ArithmeticError:
        return False
    if isinstance(waarde, bool):
        return False
    if pad_van(antwoord.vraag, antwoord.nummer) in werk.staat.geschat:
        return oud * 12 <= bedrag <= oud * 12 * _RUIM or bedrag == oud
    return bedrag == oud


def past_in_woorden(werk: Werk, antwoord: Antwoord, nieuw: str) -> bool:
    """A choice said in its own words ("ik ben getrouwd") names its question."""
    if definitie_van(antwoord.vraag).type not in ("ja_nee", "keuze"):
        return False
    vorm = vorm_van(werk, antwoord.vraag, antwoord.nummer)
    eigen = {woord.lower() for woorden in vorm.keuzes.values() for woord in woorden} - {"ja", "nee"}
    raakt = any(f" {woord} " in f" {nieuw} " for woord in eigen)
    return raakt and schoon_gelezen(lees(vorm, nieuw))


def schoon_gelezen(gelezen: object) -> bool:
    return isinstance(gelezen, Gelezen) and gelezen.vreemd <= 1 and gelezen.waarde != WEET_NIET


def leest(werk: Werk, antwoord: Antwoord, correctie: Correctie) -> bool:
    """Can the question of this answer read the new value?"""
    if antwoord.vraag == LEEFTIJDEN:
        return nieuwe_leeftijden(antwoord, correctie) is not None
    gelezen = lees_nieuw(werk, antwoord, correctie)
    return schoon_gelezen(gelezen) or isinstance(gelezen, Dubbelzinnig)


def lees_nieuw(werk: Werk, antwoord: Antwoord, correctie: Correctie) -> object:
    """The new value by the question's own reader; of a yes or no also "ik heb toch schulden"."""
    vorm = vorm_van(werk, antwoord.vraag, antwoord.nummer)
    gelezen = lees(vorm, correctie.nieuw)
    if schoon_gelezen(gelezen) or definitie_van(antwoord.vraag).type != "ja_nee":
        los = None if schoon_gelezen(gelezen) or correctie.oud is None else enig_getal(correctie.nieuw)
        anders = not isinstance(gelezen, Dubbelzinnig) or gelezen.reden == "wie"
        return gelezen if los is None or not anders else lees(vorm, str(los))
    woorden = set(correctie.nieuw.split())
    over = " ".join(woorden - _BIJ_JA_NEE)
    plat_gezegd = len(over.split()) == 1 and woorden & {"heb", "hebben", "ben"}
    if plat_gezegd and antwoord.vraag in genoemd(werk, over, [antwoord.vraag]):
        return Gelezen(not woorden & {"geen", "niet"}, 0)
    return gelezen


def nieuwe_leeftijden(antwoord: Antwoord, correctie: Correctie) -> list[int] | None:
    """The ages of the children with the new one in its place; None when it is not plain whose age it is."""
    gezegd = antwoord.waarde
    if not isinstance(gezegd, list):
        return None
    grens = definitie_van(LEEFTIJDEN).maximum
    nieuw = enig_getal(correctie.nieuw)
    if nieuw is not None and correctie.oud is not None and gezegd.count(int(correctie.oud)) == 1:
        past = grens is not None and nieuw == nieuw.to_integral_value() and nieuw <= grens
        plek = gezegd.index(int(correctie.oud))
        return [*gezegd[:plek], int(nieuw), *gezegd[plek + 1 :]] if past else None
    if nieuw is not None and len(gezegd) == 1 and grens is not None and nieuw <= grens:
        return [int(nieuw)]
    gelezen = lees(Vraagvorm("leeftijden", maximum=grens, aantal=len(gezegd)), correctie.nieuw)
    return list(gelezen.waarde) if isinstance(gelezen, Gelezen) and gelezen.waarde != WEET_NIET else None
