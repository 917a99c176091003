"""The changes in life, as the public contract (section 3) names them."""

from __future__ import annotations

from typing import Final

VERANDERINGEN: Final = (
    "kind-geboren",
    "samenwonen",
    "uit-elkaar",
    "verhuizen",
    "baan-kwijt",
    "meer-verdienen",
    "minder-verdienen",
    "kind-wordt-18",
    "zelf-18",
    "met-pensioen",
    "partner-overleden",
    "arbeidsongeschikt",
    "ww-loopt-af",
    "mantelzorg",
    "nieuw-in-nederland",
    "vermogen-erbij",
)
"""In the order of the contract."""
OM_LEEFTIJD: Final = frozenset({"kind-wordt-18", "zelf-18", "met-pensioen"})
"""Changes that are a birthday: without them nobody grows older."""
