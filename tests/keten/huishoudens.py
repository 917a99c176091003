"""Households with amounts worked out by hand from the law's figures of 2026 (`content/parameters`), all per month."""

from __future__ import annotations

from typing import Any

from ops.nlu.gesprekken import HUISHOUDENS

ALLEENSTAANDE_OUDER: dict[str, Any] = HUISHOUDENS["alleenstaande_ouder"]
ALLEENSTAANDE_OUDER_BEDRAGEN = {
    "zorgtoeslag": "126.00",
    "huurtoeslag": "396.00",
    "kindgebonden-budget": "497.00",
}
ALLEENSTAANDE_OUDER_SAMEN = "1019.00"

GROOT_HUIS: dict[str, Any] = HUISHOUDENS["groot_huis"]
GROOT_HUIS_BEDRAGEN = {
    # (2 x 2,119 - 4.289% of 29,736 - 13.73% of (34,000 - 29,736)) / 12 = 198.10
    "zorgtoeslag": "198.00",
    # income 34,000, nothing of the son (under the exemption) nor of the lodger: 297.49 + 172.86 + 67.52 - 45.83
    "huurtoeslag": "492.00",
    # under the limit of 39,141 for two: 2 x 2,580 / 12
    "kindgebonden-budget": "430.00",
}
GROOT_HUIS_SAMEN = "1120.00"
