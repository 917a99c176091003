"""What is found of a day, and the small steps every way of naming one is made of."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from actions.lezen.vulwoorden import MAANDEN
from actions.lezen.wanneer.woorden import DEZE, EENHEDEN, GETALLEN, KORTE_MAANDEN, RANG, VOOR_MAAND, Richting

_DICHTBIJ: Final = timedelta(days=92)
_VER: Final = timedelta(days=240)
"""A day said without its year: the next one so far ahead, while the last one is so near, may be either."""
_HEEL_DICHTBIJ: Final = timedelta(days=45)
_HEEL_VER: Final = timedelta(days=270)
"""The same where nobody said whether it was or is to come."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """Words that name a day: from `van` up to `tot`. More `dagen` than one: it can be any of them."""

    van: int
    tot: int
    dagen: tuple[date, ...] = ()
    duur: int = 1
    """Days: 7 for a week, 31 for a month."""
    reden: str | None = None
    """Why it is no day that can be."""
    waarom: str = "welk_jaar"
    """Why there are more days than one."""


@dataclass(frozen=True, slots=True)
class Dagen:
    """The words, today, and whether it was or is to come."""

    woorden: tuple[str, ...]
    vandaag: date
    richting: Richting | None

    def woord(self, i: int) -> str:
        return self.woorden[i] if 0 <= i < len(self.woorden) else ""

    def na(self, i: int, *mag: str) -> int:
        """The first place from `i` that is none of these."""
        while self.woord(i) in mag:
            i += 1
        return i


def plus_maanden(dag: date, aantal: int) -> date:
    """So many months later; the last day of the month when there is no such day."""
    nr = dag.year * 12 + dag.month - 1 + aantal
    jaar, maand = divmod(nr, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def maand_hier(z: Dagen, i: int, *, los: bool = False) -> int:
    """The month that is named here, or 0. `los`: with no day or year before it, so a name that is a word of its own must be
    led in."""
    woord = z.woord(i)
    if los and woord in KORTE_MAANDEN and z.woord(i - 1) not in VOOR_MAAND and len(z.woorden) > 1:
        return 0
    return MAANDEN.get(woord, 0)


def getal_hier(woord: str, *, alleen_aantal: bool = False) -> int | None:
    """A day of the month: "1", "1e", "eerste", "vijftien"; or with `alleen_aantal` how many."""
    if alleen_aantal:
        return int(woord) if woord.isdecimal() and len(woord) <= 3 else GETALLEN.get(woord)
    kaal = woord.removesuffix("ste").removesuffix("de").removesuffix("e") if woord[:1].isdecimal() else woord
    getal = int(kaal) if kaal.isdecimal() and len(kaal) <= 2 else RANG.get(woord, GETALLEN.get(woord))
    return getal if getal is not None and 1 <= getal <= 39 else None


def jaarwoord(z: Dagen, i: int) -> tuple[int, int] | None:
    """ "volgend jaar", "2027", "'27": the year, and where the words after it begin."""
    woord = z.woord(i)
    if len(woord) == 4 and woord.isdecimal() and 2010 <= int(woord) <= 2040:
        return int(woord), i + 1
    if len(woord) == 3 and woord[0] == "'":
        return 2000 + int(woord[1:]), i + 1
    if woord in DEZE and EENHEDEN.get(z.woord(i + 1)) == "jaar":
        return z.vandaag.year + DEZE[woord], i + 2
    return None


def met_dagen(van: int, tot: int, dagen: tuple[date, ...], duur: int = 1) -> Vondst:
    return Vondst(van, tot, dagen, duur, None if dagen else "geen_dag")


def dagen_van(jaar: int, maand: int, dag: int, *, eind: bool = False) -> tuple[date, ...]:
    if not (1 <= maand <= 12 and 1 <= jaar <= 9999):
        return ()
    laatste = calendar.monthrange(jaar, maand)[1]
    if eind:
        dag = laatste
    return (date(jaar, maand, dag),) if 1 <= dag <= laatste else ()


def zonder_jaar(z: Dagen, maand: int, dag: int, *, eind: bool = False) -> tuple[date, ...]:
    """The next one or the last one, as it was said; both where it can be either."""
    alle = [d for n in (-1, 0, 1, 2) for d in dagen_van(z.vandaag.year + n, maand, dag, eind=eind)]
    return naar_richting(z, alle)


def naar_richting(z: Dagen, alle: list[date]) -> tuple[date, ...]:
    """Of the same day in several years, in order: the next, the last, or both."""
    nu = z.vandaag
    eerder, later = [d for d in alle if d <= nu], [d for d in alle if d >= nu]
    if not eerder or not later:
        return tuple(alle[:1])
    vorig, komend = eerder[-1], later[0]
    terug, vooruit = nu - vorig, komend - nu
    if z.richting == "komt":
        beide = vooruit > _VER and terug <= _DICHTBIJ
    elif z.richting == "was":
        beide = terug > _VER and vooruit <= _DICHTBIJ
    else:
        een = min(terug, vooruit) <= _HEEL_DICHTBIJ and max(terug, vooruit) >= _HEEL_VER
        return ((komend if vooruit < terug else vorig),) if een else (vorig, komend)
    if beide:
        return (vorig, komend)
    return (komend,) if z.richting == "komt" else (vorig,)


def zonder_maand(z: Dagen, van: int, tot: int, dag: int) -> Vondst:
    eerste = z.vandaag.replace(day=1)
    alle = [d for n in (-1, 0, 1) for d in _dag_of_niets(plus_maanden(eerste, n), dag)]
    eerder, later = [d for d in alle if d <= z.vandaag], [d for d in alle if d >= z.vandaag]
    if z.richting == "was" and eerder:
        return Vondst(van, tot, (eerder[-1],))
    if z.richting == "komt" and later:
        return Vondst(van, tot, (later[0],))
    dagen = tuple(dict.fromkeys((*eerder[-1:], *later[:1])))
    return Vondst(van, tot, dagen, reden=None if dagen else "geen_dag", waarom="welke_dag")


def _dag_of_niets(eerste: date, dag: int) -> tuple[date, ...]:
    return dagen_van(eerste.year, eerste.month, dag)
