"""Hearing that something changes in a life, and what: "ik ga samenwonen per 1 december", "wat als ik meer ga verdienen".

A change is to come or has just happened. A plain fact ("ik woon samen") is an answer, and a question about the rules ("moet ik
dat doorgeven") has an answer of its own; neither is heard here. How people say it: `content/herkennen/gebeurtenissen.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from actions.lezen.vorm import Dubbelzinnig, Gelezen
from actions.lezen.wanneer import zoek_wanneer
from content.herkennen.zoeken import Zinnen, soorten

BESTAND: Final = "gebeurtenissen"
_AL, _FEIT = ".al", ".feit"
_NET: Final = timedelta(days=92)
"""A fact that began so short ago is a change."""
_MEESTE_WOORDEN: Final = 60
"""A longer text is a story, and more than one thing at a time."""
_DELEN: Final = re.compile(r"[.;!?\n]+|,|\b(?:maar|want|dus|en)\b", re.IGNORECASE)
_VAN_KIND: Final = frozenset({"kind-wordt-18", "kind-wordt-18.al", "kind-wordt-18.feit", "kind-geboren.al"})
"""Kinds of sentence that may be about a child; who moves out has a life of their own."""
_HULPSOORTEN: Final = frozenset(
    {"vraag", "lijst", "als", "pas", "ontkend", "van_een_ander", "van_een_kind", "van_partner"}
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
        return Verandering(eerste, al, van, zoek_wanneer(tekst, vandaag, al=al), ids)
    return Verandering(None) if heel.zoek(per_soort["lijst"]) else None


def _gehoord(tekst: str, vandaag: date) -> list[tuple[str, bool | None]]:
    """The changes in the order of the file, each with whether it has happened."""
    per_soort, schat = soorten(BESTAND)
    heel = Zinnen(tekst, schat)
    als, pas = heel.zoek(per_soort["als"]) is not None, heel.zoek(per_soort["pas"]) is not None
    dag = _dag(tekst, vandaag)
    delen = [Zinnen(deel, schat) for deel in _DELEN.split(tekst) if deel.strip()]
    zinnen = [zin for zin in (*delen, heel) if not zin.zoek(per_soort["van_een_ander"])]
    van_ons = [zin for zin in zinnen if not zin.zoek(per_soort["van_een_kind"])]
    gevonden: dict[str, bool | None] = {}
    for id_ in dict.fromkeys(soort.partition(".")[0] for soort in per_soort if soort not in _HULPSOORTEN):
        for soort in (id_ + _AL, id_, id_ + _FEIT):
            if soort == id_ + _FEIT and not (als or pas or dag is not None):
                continue
            waar = zinnen if soort in _VAN_KIND else van_ons
            if soort == id_ + _FEIT:
                waar = [zin for zin in waar if not zin.zoek(per_soort["ontkend"])]
            if soort in per_soort and any(zin.zoek(per_soort[soort]) for zin in waar):
                gevonden[id_] = _is_al(soort, als=als, pas=pas, dag=dag, vandaag=vandaag)
                break
    return list(gevonden.items())


def _is_al(soort: str, *, als: bool, pas: bool, dag: date | None, vandaag: date) -> bool | None:
    if soort.endswith(_AL):
        return True
    if dag is not None:
        return dag <= vandaag
    if soort.endswith(_FEIT):
        return None if als else pas
    return None if als else False


def _dag(tekst: str, vandaag: date) -> date | None:
    """The day that makes a fact a change: one to come, or of the last months; of two the one that is nearest."""
    gevonden = zoek_wanneer(tekst, vandaag)
    if isinstance(gevonden, Dubbelzinnig):
        dagen = [lezing.waarde for lezing in gevonden.lezingen]
    else:
        dagen = [gevonden.waarde] if isinstance(gevonden, Gelezen) else []
    goed = [d for d in dagen if isinstance(d, date) and d >= vandaag - _NET]
    return min(goed, key=lambda d: abs(d - vandaag), default=None)
