"""AOW age in one month: by the birth month when it is known, otherwise by the age in whole years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.regels.afleiden import Afleider
from actions.regels.aow import heeft_aow_leeftijd
from actions.regels.participatiewet import norm
from actions.regels.typen import WEET_NIET, Maand
from tests.regels.hulp import parameters

HEEL, DEEL = Decimal(804), Decimal(807)
"""67 years; 67 years and 3 months."""
MEI = Maand(2028, 5)


@pytest.mark.parametrize(
    ("leeftijd", "geboren", "grens", "verwacht"),
    [
        (67, None, HEEL, True),
        (66, None, HEEL, False),
        (67, None, DEEL, None),
        (66, None, DEEL, False),
        (68, None, DEEL, True),
        (WEET_NIET, None, HEEL, None),
        (None, Maand(1961, 4), HEEL, True),
        (None, Maand(1961, 5), HEEL, None),
        (66, Maand(1961, 5), HEEL, False),
        (67, Maand(1961, 5), HEEL, True),
        (None, Maand(1961, 6), HEEL, False),
        (67, Maand(1961, 1), DEEL, True),
        (67, Maand(1961, 2), DEEL, None),
        (67, Maand(1961, 3), DEEL, False),
        (67, WEET_NIET, HEEL, True),
    ],
)
def test_aow_leeftijd(leeftijd: object, geboren: object, grens: Decimal, verwacht: bool | None) -> None:
    assert heeft_aow_leeftijd(leeftijd, geboren, MEI, grens) is verwacht


def test_de_geboortemaand_alleen_zegt_ook_dat_iemand_aow_leeftijd_heeft() -> None:
    """Who has AOW age pays less tax, so the same net income is a lower gross one."""

    def bruto(**feiten: object) -> Decimal:
        bekend = {
            "netto_inkomen_maand": Decimal(1900),
            "inkomen_soort": "pensioen",
            "partner": False,
            **feiten,
        }
        gevonden = Afleider(bekend, parameters(), date(2026, 6, 15)).van("inkomen_jaar")
        assert gevonden is not None
        return gevonden.waarde

    assert bruto(geboortemaand=Maand(1950, 3)) == bruto(leeftijd=76) < bruto(leeftijd=60)
    assert bruto(geboortemaand=Maand(1966, 3)) == bruto(leeftijd=60)


def test_de_norm_kent_alleen_hele_jaren() -> None:
    """`norm.aow_leeftijd` compares ages in whole years. Once there are amounts of the bijstand for a year in which the AOW age
    has a fraction (67 years and 3 months from 2028), it must go by the birth month, as `heeft_aow_leeftijd` does."""
    gezien = 0
    for jaar in range(2020, 2041):
        n = norm.bedragen(parameters(), date(jaar, 12, 31))
        if norm.nodig(jaar) | {norm.AOW_LEEFTIJD} <= n.keys():
            gezien += 1
            assert n[norm.AOW_LEEFTIJD] % 12 == 0, jaar
    assert gezien
