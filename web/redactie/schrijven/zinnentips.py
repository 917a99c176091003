"""Which example sentences of a topic look so much like those of another, that the chatbot could take the one for the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from content.inhoud import Inhoud
from web.redactie.buren import Buren, Buur, buren_van

LIJKT = 0.7
"""From this likeness on an editor is warned. Of the sentences of the house one in fifty is so like one of another topic."""
_GELIJK = 0.999


@dataclass(frozen=True, slots=True)
class Zintip:
    """`nr`: which sentence, from 1. `dubbel`: it stands twice in this topic; else it looks like `ander` of topic `onderwerp`."""

    nr: int
    zin: str
    wat: Literal["dubbel", "gelijk", "lijkt"]
    onderwerp: str = ""
    titel: str = ""
    ander: str = ""


def tips_bij(inhoud: Inhoud, id_: str, zinnen: tuple[str, ...]) -> tuple[Zintip, ...]:
    """What is to be looked at, in the order of the sentences. Only of new ones: the others were looked at before."""
    faqs, uit = inhoud.faqs(), []
    er = frozenset(faqs[id_].voorbeelden) if id_ in faqs else frozenset()
    nieuw = any(zin not in er for zin in zinnen)
    buren = buren_van(inhoud) if nieuw else None
    gezien: set[str] = set()
    for nr, zin in enumerate(zinnen, start=1):
        if zin.lower() in gezien:
            uit.append(Zintip(nr, zin, "dubbel"))
            continue
        gezien.add(zin.lower())
        lijkt = None if buren is None or zin in er else _lijkt(buren, zin, id_)
        if lijkt is not None:
            titel = faqs[lijkt.onderwerp].titel if lijkt.onderwerp in faqs else lijkt.onderwerp
            wat: Literal["gelijk", "lijkt"] = "gelijk" if lijkt.gelijkenis > _GELIJK else "lijkt"
            uit.append(Zintip(nr, zin, wat, lijkt.onderwerp, titel, lijkt.zin))
    return tuple(uit)


def _lijkt(buren: Buren, zin: str, zonder: str) -> Buur | None:
    # The same sentences are looked at again with every letter that is typed.
    bekend = _bekend(buren)
    if (zin, zonder) not in bekend:
        beste = buren.bij(zin, 1, zonder)
        bekend[zin, zonder] = beste[0] if beste and beste[0].gelijkenis >= LIJKT else None
    return bekend[zin, zonder]


@lru_cache(maxsize=1)
def _bekend(_: Buren) -> dict[tuple[str, str], Buur | None]:
    """What was found among these examples; forgotten as soon as one of them changes."""
    return {}
