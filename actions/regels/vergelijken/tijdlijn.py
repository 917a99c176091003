"""Which household holds in which month of a year in which something changes.

- A circumstance (partner, child, home, age) counts from the first of the next month; on the first of a month from that day
  (Awir art. 5).
- The income of a year counts over all its months (Awir art. 7 and 8): the year total of the new situation when it was given,
  otherwise both levels, each for its months. That of a partner counts in the months with the partner.
- Wealth is that of 1 January: a change during the year counts from the next one, unless the partner changes (Awir art. 7 lid 3).
  For what looks at the wealth of the day itself (bijstand) it counts at once.
What comes in a month goes with the circumstances, so it is kept apart before a year's income takes the place of its own.

Gaps: the wealth of a year in which a partner left is, in the months before, held against the joint limit; the income of
co-residents counts from the month of the change; the Participatiewet counts from the day itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from actions.regels.afleiden import NETTO_VAN
from actions.regels.typen import DELEN, Maand, Schatting
from actions.regels.vergelijken.situatie import Situatie
from content.parameters import Parameters

_CENT: Final = Decimal("0.01")
_MAANDEN: Final = Decimal(12)
_ACHTER: Final = ("", "_partner")
VERMOGEN: Final = ("vermogen", "vermogen_partner")


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """A year with the change: the first part and the rest. Without it the whole year is as `zonder`."""

    zonder: Situatie
    ervoor: Situatie
    erna: Situatie
    vanaf: Maand
    """First month of `erna`."""
    daarna: tuple[Maand, Situatie] | None = None
    """What holds from a later month on."""

    def op(self, dag: date) -> Situatie:
        """What holds in the month of this day, with the change."""
        maand = (dag.year, dag.month)
        if self.daarna is not None and maand >= self.daarna[0]:
            return self.daarna[1].op(dag)
        return (self.erna if maand >= self.vanaf else self.ervoor).op(dag)


def eerste_maand(ingangsdatum: date) -> Maand:
    """The first calendar month in which a changed circumstance counts (Awir art. 5)."""
    deze = Maand(ingangsdatum.year, ingangsdatum.month)
    return deze if ingangsdatum.day == 1 else later(deze, 1)


def later(maand: Maand, aantal: int) -> Maand:
    """So many months on."""
    teller = maand.jaar * 12 + maand.maand - 1 + aantal
    return Maand(teller // 12, teller % 12 + 1)


def vorige(maand: Maand) -> Maand:
    return later(maand, -1)


def zelfde_partner(voor: Situatie, na: Situatie) -> bool:
    return voor.feiten.get("partner") == na.feiten.get("partner")


def maak_tijdlijn(
    voor: Situatie,
    na: Situatie,
    jaar: int,
    ingangsdatum: date,
    parameters: Parameters,
    *,
    peiljaar: int,
    vol_jaar: Situatie,
) -> Tijdlijn:
    """The year `jaar`. `peiljaar`: the year that the incomes of both were given for; `vol_jaar`: a full year of the new one.

    In a later year than that of the reference date nothing was earned yet: each month has the level of its own situation.
    """
    vanaf = eerste_maand(ingangsdatum)
    ervoor, erna = voor, na
    if vanaf.jaar <= jaar:
        for achter in _ACHTER:
            if achter and na.feiten.get("partner") is not True:
                continue  # the income of who left counts in the months before, as it was
            naam = f"inkomen{achter}_jaar"
            gegeven = jaar == peiljaar and isinstance(na.feiten.get(naam), Decimal)
            niveau = (na if jaar == peiljaar else vol_jaar).bedrag(naam, parameters)
            oud = voor.bedrag(naam, parameters)
            jaarsom = niveau if gegeven else _gewogen(oud, niveau, _maanden_ervoor(vanaf, jaar))
            if jaarsom is not None:
                ervoor = _met_jaarsom(ervoor, voor, voor, naam, jaarsom, parameters)
                erna = _met_jaarsom(erna, na, vol_jaar, naam, jaarsom, parameters)
        erna = erna.met(_ook_anders(voor, na, vanaf, jaar))
    return Tijdlijn(voor, ervoor, erna, vanaf)


def _maanden_ervoor(vanaf: Maand, jaar: int) -> Decimal:
    """How many months of the year are before the change."""
    if vanaf.jaar < jaar:
        return Decimal(0)
    return Decimal(vanaf.maand - 1) if vanaf.jaar == jaar else _MAANDEN


_Bedrag = tuple[Decimal, Schatting | None]


def _gewogen(oud: _Bedrag | None, nieuw: _Bedrag | None, maanden_ervoor: Decimal) -> _Bedrag | None:
    """A year with both levels, each for its months: an estimate with the bounds of both."""
    if nieuw is None:
        return None
    if oud is None:
        return nieuw if not maanden_ervoor else None

    def mengen(een: Decimal, ander: Decimal) -> Decimal:
        som = een * maanden_ervoor + ander * (_MAANDEN - maanden_ervoor)
        return (som / _MAANDEN).quantize(_CENT, ROUND_HALF_UP)

    laag, hoog = (
        mengen(getattr(oud[1], kant, None) or oud[0], getattr(nieuw[1], kant, None) or nieuw[0])
        for kant in ("laag", "hoog")
    )
    bedrag = mengen(oud[0], nieuw[0])
    return bedrag, Schatting(DELEN, min(laag, bedrag), max(hoog, bedrag))


def _met_jaarsom(
    nu: Situatie, eigen: Situatie, maand_van: Situatie, naam: str, jaarsom: _Bedrag, parameters: Parameters
) -> Situatie:
    """With this income of the year. The net month that was told only by the year stays what it is in the situation `maand_van`,
    and does not follow from the total."""
    zelf = eigen.bedrag(naam, parameters)
    zelfde_jaar = zelf is not None and zelf[0] == jaarsom[0]
    netto = NETTO_VAN[naam]
    per_maand = maand_van.bedrag(netto, parameters) if eigen.feiten.get(netto) is None else None
    if zelfde_jaar and maand_van is eigen:
        return nu
    nieuw = ({} if zelfde_jaar else {naam: jaarsom}) | ({} if per_maand is None else {netto: per_maand})
    return nu.met(
        {pad: bedrag for pad, (bedrag, _) in nieuw.items()},
        {pad: hoe for pad, (_, hoe) in nieuw.items() if hoe is not None},
    )


def _ook_anders(voor: Situatie, na: Situatie, vanaf: Maand, jaar: int) -> Mapping[str, object]:
    """What the law wants otherwise in the months after than the facts of the new situation say by themselves."""
    anders: dict[str, object] = {}
    if voor.feiten.get("partner") is False and na.feiten.get("partner") is True:
        anders["partner_sinds"] = vorige(vanaf)  # counts from the month after
    elif zelfde_partner(voor, na) and vanaf.jaar == jaar and vanaf.maand > 1:
        for naam in VERMOGEN:
            if voor.feiten.get(naam) is not None and na.feiten.get(naam) != voor.feiten[naam]:
                anders[naam] = voor.feiten[naam]
                if naam == "vermogen" and na.feiten.get("vermogen_nu") is None:
                    anders["vermogen_nu"] = na.feiten.get(naam)
    return anders
