"""What somebody lives on now, and what becomes of it when they work more or fewer hours.

- Wages are replaced by the new wage. Bijstand is worked out anew at every number of hours, by the scheme itself.
- AOW, a pension, alimony and an own business stay as they are: they do not depend on the hours.
- Of WW, illness or disability, Wajong and Anw the rules for work beside it have no source here (and need what only the payer
  knows, such as the dagloon). So what would be left of them is not counted, and that is said.
- Student finance is no income for the law; it stays, and the wage comes on top.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from actions.regels.afleiden import Afleider
from actions.regels.waarden import NUL

BLIJFT: Final = frozenset({"aow", "pensioen", "alimentatie", "eigen_bedrijf", "studiefinanciering"})
TELT_NIET: Final = frozenset({"alimentatie", "eigen_bedrijf", "studiefinanciering"})
"""No benefit, and the same at every number of hours: left out of what is left, as the partner's income is."""
ONBEKEND: Final = frozenset({"ww", "ziekte_arbeidsongeschikt", "wajong", "anw"})
_OPNIEUW: Final = frozenset({"loon", "bijstand", "geen"})


@dataclass(frozen=True, slots=True)
class InkomenNu:
    """The applicant's own income."""

    soort: str | None
    """Of what there is besides wages and bijstand; None when there is nothing else."""
    jaar: Decimal
    """Of that income, gross euros a year."""
    netto: Decimal | None
    """The same per month, net, as it comes in; None when only the year is known."""
    loon_jaar: Decimal | None
    """From wages, gross euros a year; None when it cannot be told."""

    @property
    def blijft(self) -> bool:
        return self.soort in BLIJFT

    @property
    def vervalt(self) -> bool:
        """What is left of it beside work is not known."""
        return self.soort in ONBEKEND


def inkomen_nu(feiten: Mapping[str, object], afleider: Afleider) -> InkomenNu:
    soort = feiten.get("inkomen_soort")
    meer = feiten.get("inkomen_soorten")
    soorten = (soort, *(meer if isinstance(meer, tuple) else ()))
    ander = next((s for s in soorten if isinstance(s, str) and s not in _OPNIEUW), None)
    jaar = geld(feiten, afleider, "inkomen_jaar")
    arbeid = feiten.get("arbeidsinkomen_jaar")
    if soort in ("bijstand", "geen"):
        # Then the income of the year is the bijstand itself.
        loon: Decimal | None = arbeid if isinstance(arbeid, Decimal) else NUL
    elif isinstance(arbeid, Decimal) and soort != "eigen_bedrijf":
        loon = arbeid
    else:
        # Student finance is no income for the law, so a year's income beside it is from work.
        loon = NUL if soort in BLIJFT | ONBEKEND and soort != "studiefinanciering" else jaar
    if ander is None:
        return InkomenNu(None, NUL, NUL, loon)
    rest = NUL if soort in ("bijstand", "geen") else max((jaar or NUL) - (loon or NUL), NUL)
    return InkomenNu(ander, rest, None if loon else geld(feiten, afleider, "netto_inkomen_maand"), loon)


def geld(feiten: Mapping[str, object], afleider: Afleider, naam: str) -> Decimal | None:
    """An amount that was given, or that follows from another; None when neither."""
    waarde = feiten.get(naam)
    if isinstance(waarde, Decimal):
        return waarde
    afgeleid = afleider.van(naam) if waarde is None else None
    return None if afgeleid is None or afgeleid.open else afgeleid.waarde
