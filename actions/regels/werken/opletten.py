"""Where more hours of work leave less, or no more: looked for at every hour, then to a tenth of an hour.

A fall is only told when it is more than an amount in whole euros makes by rounding down. Falls in hours that follow each other
are told as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Final, Literal

from actions.regels.ids import REGELINGEN
from actions.regels.waarden import NUL
from actions.regels.werken.gezin import BIJSTAND, Gezin
from actions.regels.werken.punt import Punt

Code = Literal[
    "daling",
    "kosten",
    "vlak",
    "stopt",
    "lokale_regel_onbekend",
    "onbekend",
    "uitkering_onbekend",
    "inkomen_onbekend",
]
TOT_UREN: Final = 40
KOSTEN: Final = "kosten"
_AFRONDING = Decimal(1)
"""Euros a month: a toeslag is paid in whole euros, rounded down."""
_VLAK_PER_UUR = Decimal(2)
"""Less than this for an hour more is "no more": ours."""
_VLAK_MINSTENS = 3
"""Hours a flat stretch has at least, to be worth telling."""
_TIENDE = Decimal("0.1")
_TIENDEN = 10
_HANGT_NIET_AF_VAN_INKOMEN = frozenset({"schuldhulp", "schuldhulp-jongeren", "voedselbank", "studietoeslag"})
"""Not known or known, more work does not end these at a limit."""
_ONTBREEKT = frozenset({"feit_ontbreekt", "weet_niet"})
_VOLGORDE = {id_: plaats for plaats, id_ in enumerate(REGELINGEN)}


@dataclass(frozen=True, slots=True)
class LetOp:
    code: Code
    bij_uren: Decimal
    tot_uren: Decimal | None = None
    """Of a stretch: up to and including."""
    regeling: str | None = None
    """The scheme that causes it."""
    bedrag: Decimal | None = None
    """Euros a month: less in all (`daling`, `kosten`)."""
    deel: Decimal | None = None
    """Euros a month that the scheme itself falls or ends with."""


def let_op(gezin: Gezin, punt_bij: Callable[[Decimal], Punt]) -> tuple[LetOp, ...]:
    """`punt_bij` gives the point at a number of hours; it is asked for the same more than once."""
    uren = [Decimal(uur) for uur in range(TOT_UREN + 1)]
    punten = [punt_bij(uur) for uur in uren]
    # From a benefit of which nothing is known beside work no fall can be told.
    dalingen = list(_dalingen(punten[1:] if gezin.nu.vervalt else punten, punt_bij))
    al_genoemd = {(daling.regeling, daling.bij_uren) for daling in dalingen}
    stopt = [een for een in _stopt(punten, punt_bij) if (een.regeling, een.bij_uren) not in al_genoemd]
    gevonden = [*_vlak(punten), *dalingen, *stopt]
    gevonden.sort(key=lambda een: een.bij_uren)
    return (*gevonden, *_niet_te_zeggen(gezin, punten))


def _dalingen(punten: Sequence[Punt], punt_bij: Callable[[Decimal], Punt]) -> Iterator[LetOp]:
    for van, tot in _stukken(punten, lambda a, b: a.totaal - b.totaal > _AFRONDING):
        voor, na = punten[van], punten[tot]
        if tot == van + 1:
            voor, na = _sprong(voor, na, punt_bij, lambda punt: punt.totaal)
        oorzaak, deel = _oorzaak(voor, na)
        yield LetOp(
            "kosten" if oorzaak == KOSTEN and deel else "daling",
            na.uren if tot == van + 1 else voor.uren,
            None if tot == van + 1 else na.uren,
            None if oorzaak == KOSTEN else oorzaak,
            voor.totaal - na.totaal,
            deel,
        )


def _vlak(punten: Sequence[Punt]) -> Iterator[LetOp]:
    def vlak(a: Punt, b: Punt) -> bool:
        return -_AFRONDING <= b.totaal - a.totaal < _VLAK_PER_UUR

    for van, tot in _stukken(punten, vlak):
        if tot - van >= _VLAK_MINSTENS:
            yield LetOp("vlak", punten[van].uren, punten[tot].uren)


def _stukken(punten: Sequence[Punt], hoort_erbij: Callable[[Punt, Punt], bool]) -> Iterator[tuple[int, int]]:
    """Runs of hours that follow each other of which this holds, from the first point to the last."""
    begin: int | None = None
    for plaats, (a, b) in enumerate(pairwise(punten)):
        if hoort_erbij(a, b):
            begin = plaats if begin is None else begin
        elif begin is not None:
            yield begin, plaats
            begin = None
    if begin is not None:
        yield begin, len(punten) - 1


def _sprong(
    voor: Punt, na: Punt, punt_bij: Callable[[Decimal], Punt], waarde: Callable[[Punt], Decimal]
) -> tuple[Punt, Punt]:
    """The tenth of an hour within an hour in which the value falls most."""
    laag, hoog = 0, _TIENDEN
    begin = voor.uren
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        punt = punt_bij(begin + midden * _TIENDE)
        if waarde(voor) - waarde(punt) >= waarde(punt) - waarde(na):
            hoog, na = midden, punt
        else:
            laag, voor = midden, punt
    return voor, na


def _oorzaak(voor: Punt, na: Punt) -> tuple[str, Decimal]:
    """What takes most of it, and how much. Bijstand only when it falls by more than the wage brings."""
    minder = {id_: bedrag - na.per_regeling.get(id_, NUL) for id_, bedrag in voor.per_regeling.items()}
    minder[KOSTEN] = na.kosten - voor.kosten
    loon_erbij = na.netto_loon - voor.netto_loon
    for id_ in BIJSTAND:
        if id_ in minder:
            minder[id_] -= loon_erbij
    oorzaak = max(minder, key=lambda id_: minder[id_])
    return oorzaak, minder[oorzaak]


def _stopt(punten: Sequence[Punt], punt_bij: Callable[[Decimal], Punt]) -> Iterator[LetOp]:
    """From which hours on there is no bijstand, or a scheme of the gemeente ends."""
    schemas = {id_ for punt in punten for id_ in punt.wel if id_ in BIJSTAND or _lokaal(id_)}
    for id_ in sorted(schemas, key=_rang):
        for a, b in pairwise(punten):
            if id_ in a.wel and id_ not in b.wel and id_ not in b.onbekend:
                voor, na = _sprong(a, b, punt_bij, partial(_heeft, id_))
                yield LetOp("stopt", na.uren, regeling=id_, deel=voor.per_regeling.get(id_))


def _heeft(id_: str, punt: Punt) -> Decimal:
    return Decimal(id_ in punt.wel)


def _lokaal(id_: str) -> bool:
    return ":" in id_ or _VOLGORDE[id_] > _VOLGORDE["alleenverdieners"]


def _rang(id_: str) -> tuple[int, str]:
    return _VOLGORDE.get(id_, len(_VOLGORDE)), id_


def _niet_te_zeggen(gezin: Gezin, punten: Sequence[Punt]) -> Iterator[LetOp]:
    """What cannot be said, from the first hours on at which that is so."""
    if gezin.nu.vervalt:
        yield LetOp("uitkering_onbekend", next(punt.uren for punt in punten if punt.uren), regeling=None)
    eerste: dict[str, tuple[Decimal, str]] = {}
    for punt in punten:
        for id_, waarom in punt.onbekend.items():
            eerste.setdefault(id_, (punt.uren, waarom))
    for id_ in sorted(eerste.keys() - _HANGT_NIET_AF_VAN_INKOMEN, key=_rang):
        uren, waarom = eerste[id_]
        van_hier = _lokaal(id_) and waarom not in _ONTBREEKT
        yield LetOp("lokale_regel_onbekend" if van_hier else "onbekend", uren, regeling=id_)
