"""The curve: what is left at every number of hours asked for, what is temporary, and what to look out for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actions.regels.catalogus import REGELINGEN
from actions.regels.inkomen.belasting import inkomensafhankelijke_combinatiekorting
from actions.regels.opgave import Opgave
from actions.regels.participatiewet import balans
from actions.regels.regeling import Regeling
from actions.regels.waarden import NUL
from actions.regels.werken import opletten
from actions.regels.werken.gezin import Gezin, maak_gezin
from actions.regels.werken.inkomen_nu import TELT_NIET
from actions.regels.werken.loon import Kosten, Loon, cent
from actions.regels.werken.opletten import LetOp
from actions.regels.werken.punt import Punt, reken_punt, tijdelijk_erbij
from content.parameters import Parameters

Later = Literal["vakantiegeld", "combinatiekorting", "per_jaar"]
_KIND_JONGER_DAN = 12
"""For the combination credit (IB art. 8.14a)."""


@dataclass(frozen=True, slots=True)
class Tijdelijk:
    """More for a while, as a part of the wage may be left out of account beside bijstand."""

    uren: Decimal
    tot_en_met_maand: int
    """Counted from the first month of work beside bijstand."""
    extra: Decimal
    """Euros a month."""


@dataclass(frozen=True, slots=True)
class StraksErbij:
    """What does not come by the month."""

    code: Later
    bedrag: Decimal | None
    """Euros a year; of the combination credit at the most hours asked for."""


@dataclass(frozen=True, slots=True)
class Kromme:
    punten: tuple[Punt, ...]
    """In the order asked for."""
    tijdelijk: tuple[Tijdelijk, ...]
    let_op: tuple[LetOp, ...]
    niet_meegerekend: tuple[str, ...]
    """Codes of what is left out."""
    nu: Punt | None
    """As it is now; the hours follow from the wage. Travel is not counted in it. None when the wage of now is not known."""
    later: tuple[StraksErbij, ...]


def werken(
    opgave: Opgave,
    loon: Loon,
    uren: Sequence[Decimal],
    *,
    kosten: Kosten,
    parameters: Parameters,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    intern: bool = True,
) -> Kromme:
    """`intern`: see `lees_feiten`. Raises OngeldigeFeiten when the facts cannot be right, GeenLoonregels when a wage cannot be
    told net."""
    gezin = maak_gezin(opgave, kosten, parameters, catalogus, intern=intern)
    lijn = Lijn(gezin, loon)
    punten = tuple(lijn.bij(uur) for uur in uren)
    return Kromme(
        punten=punten,
        tijdelijk=tuple(_tijdelijk(gezin, lijn, uren)),
        let_op=opletten.let_op(gezin, lijn.bij),
        niet_meegerekend=tuple(_niet_meegerekend(gezin)),
        nu=_nu(gezin, loon),
        later=tuple(_later(gezin, lijn, punten)),
    )


class Lijn:
    """The points of one wage, each worked out once."""

    def __init__(self, gezin: Gezin, loon: Loon) -> None:
        self._gezin, self._loon = gezin, loon
        self._punten: dict[Decimal, Punt] = {}

    def jaar(self, uren: Decimal) -> Decimal:
        return self._loon.per_jaar(uren, self._gezin.vakantiebijslag_pct)

    def bij(self, uren: Decimal) -> Punt:
        if uren not in self._punten:
            self._punten[uren] = reken_punt(self._gezin, uren, self.jaar(uren))
        return self._punten[uren]


def alleen_punten(
    opgave: Opgave,
    loon: Loon,
    uren: Sequence[Decimal],
    *,
    kosten: Kosten,
    parameters: Parameters,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
) -> tuple[Punt, ...]:
    """Only the points of `werken`."""
    lijn = Lijn(maak_gezin(opgave, kosten, parameters, catalogus), loon)
    return tuple(lijn.bij(uur) for uur in uren)


def _nu(gezin: Gezin, loon: Loon) -> Punt | None:
    jaar = gezin.nu.loon_jaar
    if jaar is None or (jaar and not loon.bedrag):
        return None
    uren = loon.uren_bij(jaar, gezin.vakantiebijslag_pct) if jaar else NUL
    return reken_punt(gezin.zonder_reizen(), uren, jaar)


def _tijdelijk(gezin: Gezin, lijn: Lijn, uren: Sequence[Decimal]) -> Iterator[Tijdelijk]:
    """The schemes say themselves what may be left out in which month; here only where a stretch of months can end."""
    gezegd = gezin.zoals_nu.get("bijverdienen_maanden")
    al = int(gezegd) if isinstance(gezegd, Decimal) else 0
    for uur in uren:
        if not (uur and lijn.bij(uur).uitkering):
            continue
        begin, extra = al, NUL
        stukken: list[Tijdelijk] = []
        for einde in _einden(gezin):
            if einde <= begin:
                continue
            extra = tijdelijk_erbij(gezin, lijn.jaar(uur), Decimal(begin))
            if stukken and stukken[-1].extra == extra:
                stukken.pop()
            if extra > NUL:
                stukken.append(Tijdelijk(uur, einde, extra))
            begin = einde
        yield from stukken


def _einden(gezin: Gezin) -> list[int]:
    """Months after which an exemption can end."""
    p = gezin.parameters.op("bijstand", gezin.afleider.parameters.tijdvak(gezin.peildatum))
    nieuw = gezin.parameters.op("participatiewet-in-balans", balans.VANAF)
    eerste = p.get("vrijlating_arbeid_maanden")
    ouder = p.get("vrijlating_alleenstaande_ouder_maanden")
    einden = {int(m) for m in (eerste, nieuw.get("vrijlating_maanden")) if m is not None}
    if eerste is not None and ouder is not None:
        einden.add(int(eerste + ouder))
    return sorted(einden)


def _niet_meegerekend(gezin: Gezin) -> Iterator[str]:
    yield "pensioenpremie"
    yield "premie_gemeente"
    if _combinatiekorting_mogelijk(gezin):
        yield "combinatiekorting"
    if gezin.nu.vervalt and gezin.nu.soort is not None:
        yield gezin.nu.soort
    if gezin.nu.soort in TELT_NIET and gezin.nu.soort is not None:
        yield gezin.nu.soort
    if gezin.partner_netto:
        yield "inkomen_partner"
    if gezin.zoals_nu.get("schulden") is True:
        yield "beslag"


def _combinatiekorting_mogelijk(gezin: Gezin) -> bool:
    kinderen = gezin.zoals_nu.get("kinderen")
    return isinstance(kinderen, tuple) and any(isinstance(k, int) and k < _KIND_JONGER_DAN for k in kinderen)


def _later(gezin: Gezin, lijn: Lijn, punten: Sequence[Punt]) -> Iterator[StraksErbij]:
    meeste = max((punt.uren for punt in punten), default=NUL)
    if meeste:
        yield StraksErbij("vakantiegeld", None)
        if _combinatiekorting_mogelijk(gezin):
            yield from _combinatiekorting(gezin, lijn.jaar(meeste))
    per_jaar = max((punt.gemeente for punt in punten), default=NUL)
    if per_jaar:
        yield StraksErbij("per_jaar", None)


def _combinatiekorting(gezin: Gezin, loon: Decimal) -> Iterator[StraksErbij]:
    """Who is alone, or has less from work than the partner; never more than there is tax left to take it from."""
    jaar = gezin.feiten.get("inkomen_partner_jaar")
    if gezin.partner_profiel is None or not isinstance(jaar, Decimal):
        alleen = gezin.zoals_nu.get("partner") is False
    else:
        alleen = gezin.partner_profiel.arbeid(jaar) > loon
    if not alleen:
        return
    profiel = gezin.afleider.profiel("loon", loon)
    korting = inkomensafhankelijke_combinatiekorting(loon, gezin.regels, aow=profiel.aow_leeftijd)
    erbij = cent(min(korting, loon - gezin.netto(profiel, loon)))
    if erbij > NUL:
        yield StraksErbij("combinatiekorting", erbij)
