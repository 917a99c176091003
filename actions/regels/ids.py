"""The ids of the schemes, as the public contract (section 3) names them."""

from __future__ import annotations

from typing import Final

REGELINGEN: Final = (
    "zorgtoeslag",
    "huurtoeslag",
    "kindgebonden-budget",
    "kinderopvangtoeslag",
    "kinderbijslag",
    "bijstand",
    "aio",
    "toeslagenwet",
    "ioaw",
    "ioaz",
    "bbz",
    "alleenverdieners",
    "individuele-inkomenstoeslag",
    "studietoeslag",
    "bijzondere-bijstand",
    "gemeentepolis",
    "kwijtschelding",
    "meedoenregeling",
    "kind-school-sport",
    "gratis-ov",
    "energiekosten",
    "chronisch-ziek",
    "voedselbank",
    "schuldhulp",
    "schuldhulp-jongeren",
)
"""All schemes of the contract, in its order. A gemeente may add its own as `<slug>:<id>`."""
