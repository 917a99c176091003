"""Reading an income said in parts: of more than one source, or what was earned so far and what is still to come.

It only takes a sentence apart. Whether the parts may be added is decided where the question is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actions.lezen.bedrag import PERIODE_WOORD, SPATIE_GROEP, zegt_tot_nu
from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.samenvoegen import zonder_vier_weken
from actions.lezen.vorm import Periode
from actions.lezen.vulwoorden import BEDRAG_PER_EENHEID, IEMAND_ANDERS, woordgroep
from actions.lezen.woorden import (
    MEESTE_TEKENS,
    Deel,
    Getal,
    Rommel,
    Teken,
    Woord,
    delen,
    is_code,
    is_naam,
    schoon,
    teksten,
    tel_vreemd,
)

_KOMMA = re.compile(r"[,;]\s+")
_VOEGT_TOE = woordgroep("en plus daarnaast daarbij ook dan daarna verder nog")
_TELT = woordgroep("maanden maand mnd weken wk week keer x maal")
"""After a number: how often, not how much."""
_MEESTE_KEER = 53
_NOG = woordgroep("nog verwacht verwachten komt december daarna straks rest")
_VAAG = woordgroep("of tussen niet geen minder meer samen vorig afgelopen volgend")
"""With one of these the amounts are no parts of a sum."""
_BRON = woordgroep(
    "loon salaris baan bijbaan baantje werk ziektewet ziekte ww wia wao wajong anw aow bijstand pensioen uwv uitkering winst "
    "alimentatie netto bruto gehad toe verwacht verwachten december rest daarna daarnaast daarbij plus straks"
)
_MEESTE_VREEMD = 2

Tijd = Literal["tot_nu", "nog"]


@dataclass(frozen=True, slots=True)
class Deelbedrag:
    """One part, with what was said about that part itself."""

    bedrag: Decimal
    keer: int | None
    """ "2 maanden 1.800": how often."""
    periode: Periode | None
    netto: bool | None
    """None: neither net nor gross was said."""
    tijd: Tijd | None


def lees_delen(tekst: str, *, partner: bool = False) -> tuple[Deelbedrag, ...] | None:
    """The parts of an income, in the order in which they were said; None when the text is no such sum.

    `partner`: the question is about the partner, so the partner's words are no one else's.
    """
    kaal = schoon(tekst)
    if not kaal or len(kaal) > MEESTE_TEKENS or is_code(kaal) or kaal.endswith("?"):
        return None
    kaal = SPATIE_GROEP.sub(lambda m: m[0].replace(" ", ""), _KOMMA.sub(" en ", kaal))
    stukken = zonder_vier_weken(met_getalwoorden(delen(kaal)))
    woorden = set(teksten(stukken))
    anderen = woordgroep("ik mijn") if partner else IEMAND_ANDERS
    if woorden & (_VAAG | anderen) or any(_bederft(deel) for deel in stukken):
        return None
    vul = BEDRAG_PER_EENHEID["euro_per_jaar"] | _BRON | (IEMAND_ANDERS | {"verdient"} if partner else set())
    if tel_vreemd(stukken, vul) > _MEESTE_VREEMD:
        return None
    gevonden = [_lees(stuk) for stuk in _stukken(stukken)]
    alle = [deel for deel in gevonden if deel is not None]
    return tuple(alle) if alle and len(alle) == len(gevonden) else None


def _bederft(deel: Deel) -> bool:
    return (isinstance(deel, Rommel) and deel.heeft_cijfer) or deel in (Teken("min"), Teken("-"), Teken("/"))


def _stukken(alles: Sequence[Deel]) -> Iterator[list[Deel]]:
    """The text cut where something is added. A piece without an amount goes with the next one."""
    stuk: list[Deel] = []
    for deel in alles:
        voegt_toe = deel == Teken("+") or (isinstance(deel, Woord) and deel.tekst in _VOEGT_TOE)
        if voegt_toe and any(_is_bedrag(stuk, plaats) for plaats in range(len(stuk))):
            yield stuk
            stuk = []
        stuk.append(deel)
    if any(isinstance(deel, Getal) for deel in stuk) or not alles:
        yield stuk


def _is_bedrag(stuk: Sequence[Deel], plaats: int) -> bool:
    deel = stuk[plaats]
    return isinstance(deel, Getal) and deel.tekst != "een" and not _is_keer(stuk, plaats)


def _is_keer(stuk: Sequence[Deel], plaats: int) -> bool:
    deel, na = stuk[plaats], stuk[plaats + 1] if plaats + 1 < len(stuk) else None
    telt = na == Teken("x") or (isinstance(na, Woord) and na.tekst in _TELT)
    return isinstance(deel, Getal) and telt and 0 < deel.waarde <= _MEESTE_KEER


def _lees(stuk: Sequence[Deel]) -> Deelbedrag | None:
    """One piece: exactly one amount that can be read in one way, at most one count and one period."""
    bedragen = [deel for i, deel in enumerate(stuk) if isinstance(deel, Getal) and _is_bedrag(stuk, i)]
    tellers = [i for i in range(len(stuk)) if _is_keer(stuk, i)]
    woorden = teksten(stuk)
    if len(bedragen) != 1 or len(bedragen[0].lezingen) != 1 or len(tellers) > 1:
        return None
    if any(is_naam(woorden, i) for i, deel in enumerate(stuk) if isinstance(deel, Getal)):
        return None
    geteld = {i + 1 for i in tellers}
    periodes = {PERIODE_WOORD[w] for i, w in enumerate(woorden) if w in PERIODE_WOORD and i not in geteld}
    if len(periodes) > 1 or {"netto", "bruto"} <= set(woorden):
        return None
    teller = stuk[tellers[0]] if tellers else None
    keer = teller.waarde if isinstance(teller, Getal) else None
    if keer is not None and keer != keer.to_integral_value():
        return None
    return Deelbedrag(
        bedrag=bedragen[0].waarde.quantize(Decimal("0.01")),
        keer=None if keer is None else int(keer),
        periode=next(iter(periodes), None),
        netto=True if "netto" in woorden else False if "bruto" in woorden else None,
        tijd="tot_nu" if zegt_tot_nu(woorden) else "nog" if _NOG & set(woorden) else None,
    )
