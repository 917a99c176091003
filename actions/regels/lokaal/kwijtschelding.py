"""Kwijtschelding of the taxes of a gemeente or water board (Uitvoeringsregeling Invorderingswet 1990; below: art.).

What is waived is the assessment less what somebody can pay of it (art. 11):
- wealth: money above a month's costs of living and what the gemeente adds to it (art. 12 lid 2 d), a car of more than the limit
  as a whole (Leidraad Invordering 26.2.3), and all that is left in the own home (26.2.5). Ordinary debts do not come off (art. 12
  lid 1), nor does household stuff count (26.2.2);
- 80% of what a year's income holds above the costs of living (art. 13): 90 to 100% of the norm, as the gemeente chose (art. 16).

Nobody is asked how high the assessment is, what the car is worth, or what rent and health premium cost after toeslagen, while
the last two raise the money that stays free and lower what the income holds (art. 12 lid 2 d and 15 b and c). So three
outcomes: with nothing above both lines all is waived; far above them nothing is (`RUIME_AANSLAG`, `RUIME_UITGAVEN`); in between
the gemeente works it out, and the resident reads what is at most their own to pay: what is asked above that is waived.
With a known assessment (`aanslag_bedrag`) what is surely waived is an amount.
Gaps: the net AOW as costs of living where a gemeente chose that; a car that cannot be missed; students (26.2.12); income beside
bijstand; childcare.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from actions.regels.lokaal import inkomen
from actions.regels.lokaal.toets import ALTIJD, Lezingen, Situatie, Toets, voor_huishouden
from actions.regels.participatiewet import middelen
from actions.regels.participatiewet.norm import norm as norm_van
from actions.regels.participatiewet.soort import PERSONEN, krijgt_bijstand
from actions.regels.regeling import Reden
from actions.regels.waarden import GEEN, NUL, Bereik, grootste, hoogstens, kies_uit, meer_dan, vast
from content.lokaal.geld import Kwijtschelding
from content.vorm import ONBEKEND

_EIGEN: Final = ("deel_betalingscapaciteit_pct", "norm_pct_minst", "norm_pct_meest", "auto_vrij")
PARAMETERS: Final = frozenset(f"kwijtschelding.{naam}" for naam in _EIGEN)
RUIME_AANSLAG: Final = Decimal(2_500)
"""More than a household that may get something is asked to pay in a year, euros. Ours: docs/regels.md."""
RUIME_UITGAVEN: Final = Decimal(750)
"""More than rent and health premium can come off an income or be added to the free money, euros a month. Ours as well."""
_HONDERD, _MAANDEN = Decimal(100), Decimal(12)


@dataclass(frozen=True, slots=True)
class Eigen:
    """What somebody can pay of the assessment themselves."""

    vermogen: Bereik
    inkomen: Bereik
    vrij: Bereik
    """So much money is left alone."""

    @property
    def samen(self) -> Bereik:
        return self.vermogen + self.inkomen


@dataclass(frozen=True, slots=True)
class Oordeel:
    toetsen: tuple[Toets, ...]
    bedrag: Bereik | None
    """What is surely waived, a year; None as long as the assessment is not known."""
    schatting: bool
    """More may be waived: what rent and premium do is not counted."""
    let_op: tuple[Reden, ...]


def beoordeel(s: Situatie, data: Kwijtschelding) -> Oordeel:
    meest, minst = _eigen(s, data, ruim=False), _eigen(s, data, ruim=True)
    aanslag = s.h.geld("aanslag_bedrag") if "aanslag_bedrag" in s.h.feiten else None
    bekend = aanslag is not None and aanslag.exact
    hoogste = aanslag if aanslag is not None and bekend else vast(RUIME_AANSLAG)
    zeker_iets = meer_dan(hoogste, meest.samen) if bekend else None

    def toets(code: str, deel: Bereik, minstens: Bereik, grens: Bereik | None = None) -> Toets:
        streng = hoogstens(deel, NUL)
        if zeker_iets is not None:
            streng = streng | zeker_iets
        waarden = {"grens": grens.laag} if grens is not None and grens.exact else {}
        return Toets(code, Lezingen(ruim=meer_dan(hoogste, minstens), streng=streng), waarden, _zelf(meest))

    # With a known assessment both together decide; without one a no for one of them is enough to be sure.
    toetsen = (
        toets("vermogen_te_hoog", meest.vermogen, minst.vermogen, meest.vrij),
        toets("inkomen_te_hoog", meest.inkomen, minst.samen if bekend else minst.inkomen),
    )
    bedrag = grootste(hoogste - meest.samen, NUL) if bekend else None
    auto = () if "auto_waarde" in s.h.feiten else (Reden("auto_telt_mee", {"grens": _p(s, "auto_vrij")}),)
    return Oordeel(toetsen, bedrag, bekend and meest.samen.hoog > NUL, auto)


def _zelf(meest: Eigen) -> Reden:
    """The gemeente works it out; what is at most the resident's own to pay is told when it is known."""
    samen = meest.samen
    waarden = {"zelf": samen.cent_omhoog().laag} if samen.exact and samen.laag < ALTIJD else {}
    return Reden("gemeente_rekent_kwijtschelding", waarden)


def _p(s: Situatie, naam: str) -> Decimal:
    return s.p[f"kwijtschelding.{naam}"]


def _eigen(s: Situatie, data: Kwijtschelding, *, ruim: bool) -> Eigen:
    """The most somebody can be asked to pay or, with `ruim`, the least: with the best reading of what the gemeente chose, and
    with all that rent and premium may do."""
    deel = _norm_procent(s, data, ruim=ruim) / _HONDERD
    norm = norm_van(s.h, s.stand, s.n)
    uitgaven = RUIME_UITGAVEN if ruim else NUL
    vrij = norm * deel + _extra(s, data, ruim=ruim) + uitgaven
    return Eigen(
        vrij=vrij,
        vermogen=_vermogen(s, vrij),
        inkomen=_capaciteit(s, norm, deel, uitgaven) * (_p(s, "deel_betalingscapaciteit_pct") / _HONDERD),
    )


def _norm_procent(s: Situatie, data: Kwijtschelding, *, ruim: bool) -> Decimal:
    if data.norm_procent == ONBEKEND:
        return _p(s, "norm_pct_meest" if ruim else "norm_pct_minst")
    return data.norm_procent


def _extra(s: Situatie, data: Kwijtschelding, *, ruim: bool) -> Bereik:
    onbekend = ALTIJD if ruim else NUL
    if data.extra_vermogen_vrij is None:
        return vast(NUL)
    if data.extra_vermogen_vrij == ONBEKEND:
        return vast(onbekend)
    return voor_huishouden(s, data.extra_vermogen_vrij, onbekend)


def _vermogen(s: Situatie, vrij: Bereik) -> Bereik:
    """Money above what is free, a car that counts, and what the own home is worth."""
    geld = grootste(middelen.vermogen(s.h) - vrij, NUL)
    huis = kies_uit(
        s.h.is_een_van("woonsituatie", "koop"),
        lambda: s.h.geld("overwaarde_woning"),
        lambda: vast(NUL),
    )
    return geld + huis + _auto(s)


def _auto(s: Situatie) -> Bereik:
    """The whole of a car above the limit; none as long as nothing was said."""
    waarde = s.h.feiten.get("auto_waarde")
    if not isinstance(waarde, Decimal):
        return vast(NUL)
    telt = waarde if waarde > _p(s, "auto_vrij") else NUL
    return Bereik(telt, telt, GEEN, frozenset({"auto_waarde"}))


def _capaciteit(s: Situatie, norm: Bereik, deel: Decimal, uitgaven: Decimal) -> Bereik:
    """What the income of a year holds above the costs of living. Bijstand brings it up to the norm, and no further."""
    if any(krijgt_bijstand(s.h.feiten, achter) for achter in PERSONEN):
        boven = norm * max(1 - deel, NUL) - uitgaven
    else:
        boven = inkomen.netto(s) - norm * deel - uitgaven
    return grootste(boven, NUL) * _MAANDEN
