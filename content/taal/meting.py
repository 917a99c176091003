"""The figures of a text: how long its sentences are, and how common its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from content.taal.lijsten import Lijsten
from content.taal.ontleden import Zin
from content.taal.sjablonen import BLANCO
from content.taal.woordkeus import FUNCTIEWOORDEN, ZELDZAAM, bekendheid, lettergrepen, zipf


@dataclass(frozen=True, slots=True)
class Meting:
    zinnen: int
    woorden: int
    per_zin: float
    """Words per sentence, on average."""
    leesbaar: float
    """Flesch-Douma: 0 is very hard, 60 ordinary, 80 and more easy."""
    zipf: float | None
    """How common the content words are that a writer could choose, on average; None when there are none."""
    zeldzaam: float
    """Per cent of the content words that are rare."""


def meet(alle: Sequence[Zin], lijst: Lijsten) -> Meting | None:
    """The figures; None for a text without words. Under some sixty words they swing too much to say anything."""
    lengtes = [len(zin.woorden) for zin in alle]
    if not lengtes:
        return None
    per_zin = fmean(lengtes)
    te_wegen = [w for zin in alle for w in zin.woorden if w != BLANCO and not w[0].isdigit()]
    per_woord = fmean(lettergrepen(w) for w in te_wegen) if te_wegen else 1.0
    inhoud = [w for zin in alle for w in zin.gewone_woorden() if w not in FUNCTIEWOORDEN]
    # Names of schemes cannot be chosen otherwise: they do not weigh on the choice of words.
    gekozen = [w for w in inhoud if w not in lijst.bekend]
    zeldzaam = sum(bekendheid(w, lijst.bekend) < ZELDZAAM for w in inhoud)
    return Meting(
        zinnen=len(lengtes),
        woorden=sum(lengtes),
        per_zin=per_zin,
        leesbaar=206.835 - 0.93 * per_zin - 77 * per_woord,
        zipf=fmean(map(zipf, gekozen)) if gekozen else None,
        zeldzaam=100 * zeldzaam / len(inhoud) if inhoud else 0.0,
    )
