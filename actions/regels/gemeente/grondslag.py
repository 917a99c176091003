"""What IOAW and IOAZ hold an income against: net euros a month, holiday pay included (IOAW and IOAZ art. 5)."""

from __future__ import annotations

from typing import Final

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet import middelen, norm
from actions.regels.personen import hoofdinkomen_is
from actions.regels.regeling import Waarden
from actions.regels.waarden import NUL, Bereik, kies, minstens, vast

NODIG: Final = frozenset(
    {
        "grondslag_alleenstaande_netto",
        "grondslag_per_partner_netto",
        "grondslag_woningdeler_netto",
        "woningdeler_vanaf_leeftijd",
        norm.AOW_LEEFTIJD,
    }
)


def grondslag(h: Huishouden, nu: Maandstand, p: Waarden) -> Bereik:
    """For two together twice the amount of each; alone less when others from the limit age share the home.

    Who shares is as in Pw art. 22a: no students, nobody who rents by contract unless family of the second degree.
    """
    delers = norm.kostendelers(h, nu, {"kostendeler_vanaf_leeftijd": p["woningdeler_vanaf_leeftijd"]})
    alleen = kies(
        minstens(delers, norm.EEN),
        vast(p["grondslag_woningdeler_netto"]),
        p["grondslag_alleenstaande_netto"],
    )
    return kies(norm.samen(h), p["grondslag_per_partner_netto"] * norm.TWEE, alleen)


def blijvend_inkomen(h: Huishouden, valt_weg: str) -> Bereik:
    """Net income a month of both, but for what stops before the right begins: the kind `valt_weg`."""

    def van(achter: str) -> Bereik:
        return kies(hoofdinkomen_is(h, achter, valt_weg), NUL, middelen.netto_inkomen(h, achter))

    return van("") + middelen.van_partner(h, lambda: van("_partner"))
