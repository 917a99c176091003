"""Hearing that something changes in a life, and what: "ik ga samenwonen per 1 december", "wat als ik meer ga verdienen".

A change is to come or has just happened. A plain fact ("ik woon samen") is an answer, and a question about the rules ("moet ik
dat doorgeven") has an answer of its own; neither is heard here. How people say it: `content/herkennen/gebeurtenissen.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from actions.lezen.vorm import Dubbelzinnig, Gelezen
from actions.lezen.wanneer import zoek_wanneer
from content.herkennen.zoeken import Zinnen, soorten

BESTAND: Final = "gebeurtenissen"
_AL, _FEIT = ".al", ".feit"
_NET: Final = timedelta(days=92)
"""A fact that began so short ago is a change."""
_KORT: Final = 10
_TWEE: Final = 2
_MEESTE_WOORDEN: Final = 60
"""A longer text is a story, and more than one thing at a time."""
_DELEN: Final = re.compile(r"[.;!?\n]+|,|\b(?:maar|want|dus|en)\b", re.IGNORECASE)
_VAN_KIND: Final = frozenset({"kind-wordt-18", "kind-wordt-18.al", "kind-wordt-18.feit", "kind-geboren.al"})
"""Kinds of sentence that may be about a child; who moves out has a life of their own."""
_ACHTTIEN: Final = re.compile(
    r"\b(?:18|achttien)\b(?!\s*(?:[-/.]\s*\d|(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)))", re.I
)
"""The age, not a day: "wordt in mei 18"."""
_UREN: Final = re.compile(r"\bvan\s+(\d{1,2})\s*(?:uur|u)?\s+naar\s+(\d{1,2})\s*(?:uur|u|uren)\b", re.I)
_HULPSOORTEN: Final = frozenset(
    {"vraag", "lijst", "als", "pas", "ontkend", "voltooid", "van_een_ander", "van_een_kind", "van_partner"}
)


@dataclass(frozen=True, slots=True)
class Verandering:
    """What was heard."""

    id: str | None
    """The change of the contract; None: something changes, but what was not said."""
    al: bool | None = None
    """It has happened (True) or is to come (False); None: "wat als"."""
    van: Literal["u", "partner"] | None = None
    """Whose, where it was said."""
    wanneer: Gelezen | Dubbelzinnig | None = None
    """The day, where one was said."""
    ook: tuple[str, ...] = ()
    """Other changes in the same message, in the order of the file."""


def hoor_verandering(tekst: str, vandaag: date) -> Verandering | None:
    """The change a message tells of, or asks to work out; None when it tells of none."""
    if len(tekst.split()) > _MEESTE_WOORDEN:
        return None
    per_soort, schat = soorten(BESTAND)
    heel = Zinnen(tekst, schat)
    if heel.zoek(per_soort["vraag"]):
        return None
    gehoord = _gehoord(tekst, vandaag)
    if gehoord:
        eerste, al = gehoord[0]
        ids = tuple(dict.fromkeys(id_ for id_, _ in gehoord if id_ != eerste))
        van: Literal["u", "partner"] = "partner" if heel.zoek(per_soort["van_partner"]) else "u"
        return Verandering(eerste, al, van, zoek_wanneer(_ACHTTIEN.sub("", tekst), vandaag, al=al), ids)
    return Verandering(None) if heel.zoek(per_soort["lijst"]) else None


def delen_van(tekst: str) -> list[str]:
    """What can be said apart in one message."""
    return [deel for deel in _DELEN.split(tekst) if deel.strip()]


def partner_is_overleden(tekst: str) -> bool:
    """Is it the partner who has died? Long ago too: for who tells it, that is the same."""
    per_soort, schat = soorten(BESTAND)
    zin = Zinnen(tekst, schat)
    return any(zin.zoek(per_soort[f"partner-overleden{wanneer}"]) is not None for wanneer in (_AL, _FEIT))


def _gehoord(tekst: str, vandaag: date) -> list[tuple[str, bool | None]]:
    """The changes in the order of the file, each with whether it has happened."""
    per_soort, schat = soorten(BESTAND)
    stukken = delen_van(tekst)
    als = Zinnen(tekst, schat).zoek(per_soort["als"]) is not None
    heel = _deel(tekst, vandaag)
    # What says when may stand beside it in a short message; in a longer one it is of something else.
    delen = [heel] if len(stukken) < _TWEE else [_deel(stuk, vandaag) for stuk in stukken]
    if len(tekst.split()) <= _KORT:
        delen = [replace(deel, pas=heel.pas, dagen=heel.dagen, straks=heel.straks) for deel in delen]
    gevonden: dict[str, bool | None] = {}
    if uren := _UREN.search(tekst):
        anders = "meer" if int(uren[2]) > int(uren[1]) else "minder"
        gevonden[f"{anders}-verdienen"] = _is_al("", als, heel, vandaag)
    for id_ in dict.fromkeys(soort.partition(".")[0] for soort in per_soort if soort not in _HULPSOORTEN):
        if id_ in gevonden:
            continue
        for soort in (s for s in (id_ + _AL, id_, id_ + _FEIT) if s in per_soort):
            feit = soort == id_ + _FEIT
            waar = [
                deel
                for deel in (delen if feit else [*delen, heel])
                if not deel.van_een_ander
                and (soort in _VAN_KIND or not deel.van_een_kind)
                and (not feit or ((als or deel.pas or deel.dagen) and not deel.ontkend))
            ]
            deel = next((deel for deel in waar if deel.zin.zoek(per_soort[soort])), None)
            if deel is not None:
                gevonden[id_] = _is_al(soort, als, deel if feit else heel, vandaag)
                break
    return list(gevonden.items())


@dataclass(frozen=True, slots=True)
class _Deel:
    """Part of a message, and what makes a fact in it a change, or none of ours."""

    zin: Zinnen
    pas: bool
    dagen: tuple[date, ...]
    """Those that make a fact a change: to come, or of the last months. More than one: it can be either."""
    straks: bool
    """A day is named, and it is to come."""
    ontkend: bool
    van_een_ander: bool
    van_een_kind: bool


def _deel(tekst: str, vandaag: date) -> _Deel:
    per_soort, schat = soorten(BESTAND)
    zin = Zinnen(tekst, schat)
    pas, ontkend, ander, kind, voltooid = (
        zin.zoek(per_soort[soort]) is not None
        for soort in ("pas", "ontkend", "van_een_ander", "van_een_kind", "voltooid")
    )
    gevonden = zoek_wanneer(_ACHTTIEN.sub("", tekst), vandaag, al=True if voltooid else None)
    straks = isinstance(gevonden, Gelezen) and isinstance(gevonden.waarde, date) and gevonden.waarde > vandaag
    return _Deel(zin, pas, _dagen(gevonden, vandaag), straks, ontkend, ander, kind)


def _is_al(soort: str, als: bool, deel: _Deel, vandaag: date) -> bool | None:
    if soort.endswith(_AL):
        return not deel.straks  # "ik heb een nieuwe baan per 1 december"
    if soort.endswith(_FEIT):
        if deel.dagen:
            return min(deel.dagen, key=lambda dag: abs(dag - vandaag)) <= vandaag
        return None if als else deel.pas
    if deel.dagen:
        return all(dag <= vandaag for dag in deel.dagen)
    return None if als else False


def _dagen(gevonden: Gelezen | Dubbelzinnig | None, vandaag: date) -> tuple[date, ...]:
    if isinstance(gevonden, Dubbelzinnig):
        dagen = [lezing.waarde for lezing in gevonden.lezingen]
    else:
        dagen = [gevonden.waarde] if isinstance(gevonden, Gelezen) else []
    return tuple(d for d in dagen if isinstance(d, date) and d >= vandaag - _NET)
