"""Reading the day on which something changes: "1 december", "per 1-12", "vanaf volgende maand", "sinds vorige week".

A month is its first day. Where a day can honestly be read as one that is past and as one to come, both are offered. Today is
given by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from actions.lezen.vorm import WEET_NIET, Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag
from actions.lezen.vulwoorden import ALGEMEEN
from actions.lezen.wanneer import kalender, vanaf_nu
from actions.lezen.wanneer.vondst import Dagen, Vondst, plus_maanden
from actions.lezen.wanneer.woorden import KOMT, NU, ONBEKEND, VAAG, VOORAAN, VULLING, WAS, Richting, recht
from actions.lezen.woorden import MEESTE_TEKENS, MEESTE_VREEMD, delen, heeft_reeks, is_code, weet_niet_vreemd
from content.herkennen.letters import schoon
from content.opmaak import datum

REDENEN_DUBBELZINNIG: Final = frozenset(
    {
        "welk_jaar",  # the one that was, or the next one
        "welke_dag",  # "volgende maandag": this week's or the week after
        "twee_dagen",  # two days are named
    }
)
REDENEN_NIET_GELEZEN: Final = frozenset(
    {
        "leeg",
        "te_lang",
        "geen_antwoord",
        "geen_dag",  # 31 februari
        "alleen_jaar",  # "in 2027", "volgend jaar"
        "vaag",  # "binnenkort", "na de zomer"
        "ontkenning",  # "niet 1 december"
        "te_lang_geleden",
        "te_ver",
    }
)
MAANDEN_TERUG: Final = 12
MAANDEN_VOORUIT: Final = 18

_AFKORTINGEN: Final = (
    (re.compile(r"\ba\. ?s\b\.?|(?<=[a-z0-9] )as\b(?=\.|$|,)"), " aanstaande "),
    (re.compile(r"\bj\. ?l\b\.?|\bjl\b\.?"), " jongstleden "),
    (re.compile(r"\bm\.? ?i\.? ?v\b\.?|\bv\.a\b\.?|\bp/"), " vanaf "),
    (re.compile(r"\bt/m\b"), " tot "),
    (re.compile(r"\bv/?d\b"), " van de "),
    (re.compile(r"\b1[,.]5\b(?= ?[a-z])"), "anderhalve"),
    (re.compile(r"\b(?:de )?laatste (?:dag|week|dagen) (?:van|in)\b"), "eind van"),
    (re.compile(r"\b(?:de )?eerste helft\b"), "begin"),
    (re.compile(r"\b(?:de )?tweede helft\b"), "half"),
    (re.compile(r"^(\d{1,2})[ .](\d{1,2})(?:[ .]((?:20)?\d\d))?$"), r"\1-\2-\3"),
    (re.compile(r"^(\d\d)(\d\d)(20\d\d)$"), r"\1-\2-\3"),
    (re.compile(r"(?<=\d)-$"), ""),
    (re.compile(r"(?<=\d)\s*([-/])\s*(?=\d)|(?<=\d)(\.)\s+(?=\d)"), r"\1\2"),
)
_ZOEKERS: Final[tuple[Callable[[Dagen, int], Vondst | None], ...]] = (
    kalender.in_cijfers,
    kalender.dag_van_maand,
    kalender.maand_alleen,
    vanaf_nu.gewone_tijd,
    vanaf_nu.deze_of_volgende,
    vanaf_nu.over_of_geleden,
    vanaf_nu.weekdag,
    kalender.dag_alleen,
    kalender.jaar_alleen,
    kalender.feestdag,
    kalender.weeknummer,
)
"""All ways of naming a day; where more than one fits, the longest is meant."""
_WOORD: Final = re.compile(r"\d+(?:[-/.]\d+)+|'?\d+(?:ste|de|e)?(?!\w)|\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Zin:
    woorden: list[str]
    """As typed."""
    recht: list[str]
    """Typing errors made good."""


def lees_wanneer(tekst: str, vandaag: date, *, al: bool | None = None) -> Uitslag:
    """The day an answer names: `waarde` is a date, or "weet_niet". `al`: it has happened (True) or is to come (False), where
    that is known. Never raises."""
    if len(tekst) > MEESTE_TEKENS:
        return NietGelezen("te_lang")
    kaal = schoon(tekst)
    if not kaal:
        return NietGelezen("leeg")
    if is_code(kaal):
        return NietGelezen("geen_antwoord")
    zin = _zin(kaal)
    vondsten = _zoek(zin, vandaag, al)
    weet_niet = _weet_niet(kaal, zin)
    if not vondsten and weet_niet is not None:
        return Gelezen(WEET_NIET, weet_niet)
    if vondsten and not (vondsten := [v for v in vondsten if not _ontkend(zin, v)]):
        return NietGelezen("ontkenning")
    if vondsten:
        uitslag = _uitslag(vondsten, vandaag, _vreemd(zin, vondsten))
        over_lang = isinstance(uitslag, Gelezen) and uitslag.vreemd > MEESTE_VREEMD
        return NietGelezen("geen_antwoord") if over_lang else uitslag
    return NietGelezen("vaag" if VAAG & set(zin.recht) else "geen_antwoord")


def zoek_wanneer(tekst: str, vandaag: date, *, al: bool | None = None) -> Gelezen | Dubbelzinnig | None:
    """The day in a sentence that says more: "ik ga per 1 december samenwonen". None when there is none that can be."""
    if len(tekst) > MEESTE_TEKENS:
        return None
    zin = _zin(schoon(tekst))
    vondsten = [
        v for v in _zoek(zin, vandaag, al) if v.reden is None and not _ontkend(zin, v) and not _los_nu(zin, v)
    ]
    goed = [v for v in vondsten if _binnen(v.dagen, vandaag)]
    if al is not None:
        # "al drie maanden verkering, per 1 december samen": what fits how the change was told.
        goed = [v for v in goed if any((d <= vandaag) if al else (d >= vandaag) for d in v.dagen)] or goed
    uitslag = _uitslag(goed, vandaag, _vreemd(zin, goed)) if goed else None
    return None if isinstance(uitslag, NietGelezen) else uitslag


def _zin(kaal: str) -> _Zin:
    for patroon, door in _AFKORTINGEN:
        kaal = patroon.sub(door, kaal)
    woorden = _WOORD.findall(kaal)
    return _Zin(woorden, [recht(woord) for woord in woorden])


def _zoek(zin: _Zin, vandaag: date, al: bool | None) -> list[Vondst]:
    return _zoek_dagen(Dagen(tuple(zin.recht), vandaag, _richting(zin.recht, al)))


def _ontkend(zin: _Zin, vondst: Vondst) -> bool:
    """ "Niet per 1 december"."""
    i = vondst.van - 1
    while i >= 0 and zin.recht[i] in VOORAAN:
        i -= 1
    return i >= 0 and zin.recht[i] in ("niet", "geen")


def _zoek_dagen(z: Dagen) -> list[Vondst]:
    """All that name a day, in order."""
    vondsten: list[Vondst] = []
    i = 0
    while i < len(z.woorden):
        gevonden = [v for zoek in _ZOEKERS if (v := zoek(z, i)) is not None]
        if gevonden:
            beste = max(gevonden, key=lambda v: (v.tot, v.reden is None))
            vondsten.append(beste)
            i = beste.tot
        else:
            i += 1
    return vondsten


def _los_nu(zin: _Zin, vondst: Vondst) -> bool:
    """ "Nu", "meteen", with nothing before it that makes it a day."""
    voor = zin.recht[vondst.van - 1] if vondst.van else ""
    return vondst.tot - vondst.van == 1 and zin.recht[vondst.van] in NU and voor not in VOORAAN


def _richting(woorden: Iterable[str], al: bool | None) -> Richting | None:
    """What the words say goes over what was known."""
    was, komt = bool(WAS & set(woorden)), bool(KOMT & set(woorden))
    if was != komt:
        return "was" if was else "komt"
    return None if al is None else "was" if al else "komt"


def _weet_niet(kaal: str, zin: _Zin) -> int | None:
    """ "Weet ik nog niet": the words that do not belong to it; None when it is not said."""
    vreemd = weet_niet_vreemd(delen(kaal))
    if vreemd is None and any(heeft_reeks(zin.recht, reeks) for reeks in ONBEKEND):
        return 0
    return vreemd


def _vreemd(zin: _Zin, vondsten: Iterable[Vondst]) -> int:
    gelezen = {i for v in vondsten for i in range(v.van, v.tot)}
    return sum(
        i not in gelezen and woord not in VULLING and woord not in ALGEMEEN
        for i, woord in enumerate(zin.recht)
    )


def _binnen(dagen: Iterable[date], vandaag: date) -> tuple[date, ...]:
    eerste, laatste = plus_maanden(vandaag, -MAANDEN_TERUG), plus_maanden(vandaag, MAANDEN_VOORUIT)
    return tuple(d for d in dagen if eerste <= d <= laatste)


def _uitslag(vondsten: list[Vondst], vandaag: date, vreemd: int) -> Uitslag:
    """One day, or what to ask."""
    vondsten = [v for v in vondsten if not any(_is_nader(ander, v) for ander in vondsten)]
    mis = next((v.reden for v in vondsten if v.reden is not None), None)
    if mis is not None:
        return NietGelezen(mis) if mis in REDENEN_NIET_GELEZEN else Dubbelzinnig((), mis)
    alle = tuple(dict.fromkeys(d for v in vondsten for d in v.dagen))
    dagen = _binnen(alle, vandaag)
    if not dagen:
        return NietGelezen("te_lang_geleden" if alle[0] < vandaag else "te_ver")
    if len(dagen) == 1:
        return Gelezen(dagen[0], vreemd)
    een = len({v.dagen for v in vondsten}) == 1
    lezingen = tuple(Lezing(dag, datum(dag)) for dag in sorted(dagen))
    return Dubbelzinnig(lezingen, vondsten[0].waarom if een else "twee_dagen")


def _is_nader(dag: Vondst, ruim: Vondst) -> bool:
    """Does one say more precisely what the other says: "in december, de 15e"?"""
    if dag is ruim or dag.reden is not None or ruim.reden is not None or dag.duur >= ruim.duur:
        return False
    return any(
        d <= een and een + timedelta(days=dag.duur) <= d + timedelta(days=ruim.duur)
        for een in dag.dagen
        for d in ruim.dagen
    )
