"""Which open facts are worth asking: only those that can still change an outcome."""

from __future__ import annotations

from collections.abc import Iterator

from actions.regels.afleiden import AFGELEID
from actions.regels.huishouden import Huishouden
from actions.regels.jaar import Jaarregels
from actions.regels.paden import basisfeiten, hoekwaarden
from actions.regels.regeling import Beoordeling, Regeling, Waarden
from actions.regels.typen import Maand
from actions.regels.waarden import GEEN, Bereik, Feiten

_GEBOORTEMAAND = {
    "leeftijd": "geboortemaand",
    "leeftijd_partner": "geboortemaand_partner",
    "kinderen": "kinderen_geboortemaand",
}
"""Whose age → where the birth month stands; a co-resident holds it."""


def open_van(bereik: Bereik | None) -> Feiten:
    """What keeps an amount open; nothing when there is no such amount."""
    return GEEN if bereik is None else bereik.open


def bedrag_open(b: Beoordeling) -> Feiten:
    """What keeps any of its amounts open."""
    return open_van(b.jaar) | open_van(b.maand) | open_van(b.keer)


def nog_te_vragen(
    regeling: Regeling, huishouden: Huishouden, waarden: Waarden, b: Beoordeling, open_: Feiten
) -> Feiten:
    """The open facts that can still change this outcome.

    When the amount rests on something the resident does not know, it may stay unknown whatever else is answered. Then a fact
    is worth asking only when some answer to it ends the right, or frees the amount from what is not known.
    """
    te_vragen = frozenset(p for p in open_ if not huishouden.weet_niet(p))
    if b.niet_te_bepalen:
        return te_vragen - _hopeloos(regeling, huishouden, waarden, b)
    if not any(huishouden.weet_niet(p) for p in bedrag_open(b)):
        return te_vragen
    return frozenset(p for p in te_vragen if _kan_beslissen(regeling, huishouden, waarden, p))


def _hopeloos(regeling: Regeling, huishouden: Huishouden, waarden: Waarden, b: Beoordeling) -> Feiten:
    """Where no amount follows anyhow: the facts that only matter in conditions that rest on something the resident does not know
    too, and that cannot settle those alone. What only two answers together could settle stays open: the payer finds out. A fact
    without extreme answers (a month) is left to be asked."""
    vast = [v.oordeel.open for v in b.voorwaarden if any(huishouden.weet_niet(p) for p in v.oordeel.open)]
    los = [v.oordeel.open for v in b.voorwaarden if v.oordeel.open not in vast]
    return frozenset(
        p
        for p in GEEN.union(*vast) - GEEN.union(*los)
        if hoekwaarden(p) and not any(_mislukt(m) for _, m in _bij_hoeken(regeling, huishouden, waarden, p))
    )


def _kan_beslissen(regeling: Regeling, huishouden: Huishouden, waarden: Waarden, pad: str) -> bool:
    """Would some extreme answer end the right, or leave an amount that no longer rests on what is not known?"""
    return any(
        _mislukt(b) or not any(proef.weet_niet(p) for p in bedrag_open(b))
        for proef, b in _bij_hoeken(regeling, huishouden, waarden, pad)
    )


def _bij_hoeken(
    regeling: Regeling, huishouden: Huishouden, waarden: Waarden, pad: str
) -> Iterator[tuple[Huishouden, Beoordeling]]:
    """The household with each extreme answer to a question, and the verdict on it."""
    for hoek in hoekwaarden(pad):
        proef = huishouden.met_antwoord(pad, hoek)
        yield proef, regeling.beoordeel(proef, waarden)


def _mislukt(b: Beoordeling) -> bool:
    return any(v.oordeel.waarde is False for v in b.voorwaarden)


def ruimte(
    regeling: Regeling, huishouden: Huishouden, regels: Jaarregels, feiten: Feiten
) -> Beoordeling | None:
    """The verdict with every estimate as wide as it honestly is; None when nothing in it is an estimate.

    `feiten` are those the ordinary verdict rests on.
    """
    bij_een_grens = [
        wie for wie, grenzen in regels.leeftijdsgrenzen.items() if _bij_een_grens(huishouden, wie, grenzen)
    ]
    if bij_een_grens and not basisfeiten(feiten).isdisjoint(bij_een_grens):
        return regeling.beoordeel(huishouden.ruimer, regels.waarden)
    if any(
        huishouden.afgeleid(f) is not None for f in feiten & AFGELEID if f not in huishouden.feiten
    ) or any(huishouden.geschat[f].laag is not None for f in feiten & huishouden.geschat.keys()):
        return regeling.beoordeel(huishouden.met_marges, regels.waarden)
    return None


def open_in(b: Beoordeling) -> Feiten:
    """Everything that could still change this verdict; nothing when a condition fails for certain."""
    if _mislukt(b):
        return GEEN
    voorwaarden = GEEN.union(*(v.oordeel.open for v in b.voorwaarden))
    return voorwaarden if b.niet_te_bepalen else voorwaarden | bedrag_open(b)


def _bij_een_grens(huishouden: Huishouden, feit: str, grenzen: frozenset[int]) -> bool:
    """Somebody's age lies just at or just under a limit age that counts for them, and the birth month is not known: the birthday
    may fall within the year."""
    waarde = huishouden.feiten.get(feit)
    maanden = huishouden.feiten.get(_GEBOORTEMAAND.get(feit, ""))
    for plaats, item in enumerate(waarde if isinstance(waarde, tuple) else (waarde,)):
        maand = maanden[plaats] if isinstance(maanden, tuple) and not isinstance(maanden, Maand) else maanden
        jaren = getattr(item, "leeftijd", item)
        if isinstance(getattr(item, "geboortemaand", maand), Maand):
            continue
        if isinstance(jaren, int) and (jaren in grenzen or jaren + 1 in grenzen):
            return True
    return False
