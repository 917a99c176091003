"""Reading the day on which something changes: `lees_wanneer` an answer, `zoek_wanneer` a day in a sentence that says more."""

from actions.lezen.wanneer.lezer import (
    MAANDEN_TERUG,
    MAANDEN_VOORUIT,
    REDENEN_DUBBELZINNIG,
    REDENEN_NIET_GELEZEN,
    lees_wanneer,
    zoek_wanneer,
)
from actions.lezen.wanneer.vondst import plus_maanden

__all__ = [
    "MAANDEN_TERUG",
    "MAANDEN_VOORUIT",
    "REDENEN_DUBBELZINNIG",
    "REDENEN_NIET_GELEZEN",
    "lees_wanneer",
    "plus_maanden",
    "zoek_wanneer",
]
