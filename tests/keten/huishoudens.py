"""Households with amounts worked out by hand from the law's figures of 2026 (`content/parameters`), all per month."""

from __future__ import annotations

from typing import Any

ALLEENSTAANDE_OUDER: dict[str, Any] = {
    "leeftijd": 34,
    "partner": False,
    "kinderen": [8],
    "opvang": [],
    "inkomen_soort": "loon",
    "inkomen_jaar": "30000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650",
    "medebewoners": [],
    "vermogen": "1000",
}
ALLEENSTAANDE_OUDER_BEDRAGEN = {
    "zorgtoeslag": "126.00",
    "huurtoeslag": "396.00",
    "kindgebonden-budget": "497.00",
}
ALLEENSTAANDE_OUDER_SAMEN = "1019.00"

# A couple with two children, a grown-up son who earns a little, and a lodger with a contract of his own.
GROOT_HUIS: dict[str, Any] = {
    "leeftijd": 41,
    "leeftijd_partner": 40,
    "partner": True,
    "kinderen": [4, 9],
    "opvang": [],
    "inkomen_soort": "loon",
    "inkomen_soort_partner": "loon",
    "inkomen_jaar": "24000",
    "inkomen_partner_jaar": "10000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "1200",
    "medebewoners": [
        {"relatie": "kind", "leeftijd": 20, "inkomen_jaar": "5000"},
        {"relatie": "ander", "leeftijd": 30, "huurcontract": True},
    ],
    "vermogen": "500",
}
GROOT_HUIS_BEDRAGEN = {
    # (2 x 2,119 - 4.289% of 29,736 - 13.73% of (34,000 - 29,736)) / 12 = 198.10
    "zorgtoeslag": "198.00",
    # income 34,000, nothing of the son (under the exemption) nor of the lodger: 297.49 + 172.86 + 67.52 - 45.83
    "huurtoeslag": "492.00",
    # under the limit of 39,141 for two: 2 x 2,580 / 12
    "kindgebonden-budget": "430.00",
}
GROOT_HUIS_SAMEN = "1120.00"
