"""Which open facts are worth asking: only those that can still change an outcome."""

from __future__ import annotations

from dataclasses import replace

from actions.regels.huishouden import Huishouden
from actions.regels.paden import hoekwaarden, is_maand, met_waarde
from actions.regels.regeling import Beoordeling, Regeling, Waarden
from actions.regels.waarden import GEEN, Bereik, Feiten


def open_van(bereik: Bereik | None) -> Feiten:
    """What keeps an amount open; nothing when there is no such amount."""
    return GEEN if bereik is None else bereik.open


def nog_te_vragen(
    regeling: Regeling, huishouden: Huishouden, waarden: Waarden, b: Beoordeling, open_: Feiten
) -> Feiten:
    """The open facts that can still change this outcome.

    When the amount rests on something the resident does not know, it may stay unknown whatever else is answered. Then a fact
    is worth asking only when some answer to it ends the right, or frees the amount from what is not known.
    """
    te_vragen = frozenset(p for p in open_ if not huishouden.weet_niet(p))
    bedrag_open = b.jaar.open | open_van(b.maand)
    if not any(huishouden.weet_niet(p) for p in bedrag_open):
        return te_vragen
    return frozenset(p for p in te_vragen if _kan_beslissen(regeling, huishouden, waarden, p))


def _kan_beslissen(regeling: Regeling, huishouden: Huishouden, waarden: Waarden, pad: str) -> bool:
    """Would some extreme answer end the right, or leave an amount that no longer rests on what is not known?"""
    for hoek in hoekwaarden(pad):
        proef = replace(huishouden, feiten=met_waarde(huishouden.feiten, pad, hoek))
        b = regeling.beoordeel(proef, waarden)
        if any(v.oordeel.waarde is False for v in b.voorwaarden):
            return True
        if not any(proef.weet_niet(p) for p in b.jaar.open | open_van(b.maand)):
            return True
    return False


def geboortemaanden(regeling: Regeling, huishouden: Huishouden, waarden: Waarden) -> Feiten:
    """The birth months that could change the year's sum, where a limit age lies within the year and only whole years are
    known. Those the resident does not know are among them."""
    if not _bij_een_grens(huishouden, regeling.leeftijdsgrenzen(waarden)):
        return GEEN
    return frozenset(p for p in _open_met_alle_maanden(regeling, huishouden, waarden) if is_maand(p))


def _open_met_alle_maanden(regeling: Regeling, huishouden: Huishouden, waarden: Waarden) -> Feiten:
    """What could still change the outcome if every birth month that fits were possible."""
    b = regeling.beoordeel(huishouden.met_open_maanden, waarden)
    if any(v.oordeel.waarde is False for v in b.voorwaarden):
        return GEEN
    return GEEN.union(b.jaar.open, open_van(b.maand), *(v.oordeel.open for v in b.voorwaarden))


def _bij_een_grens(huishouden: Huishouden, grenzen: frozenset[int]) -> bool:
    """Somebody's age lies just at or just under a limit age: the birthday may fall within the year."""
    leeftijden: list[object] = [huishouden.feiten.get("leeftijd"), huishouden.feiten.get("leeftijd_partner")]
    for naam in ("kinderen", "medebewoners"):
        lijst = huishouden.feiten.get(naam)
        if isinstance(lijst, tuple):
            leeftijden += [getattr(item, "leeftijd", item) for item in lijst]
    return any(isinstance(jaren, int) and (jaren in grenzen or jaren + 1 in grenzen) for jaren in leeftijden)
