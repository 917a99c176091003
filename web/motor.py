"""The talk itself, as the gateway calls it. Everything here may block; the gateway calls it in a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from actions.contract import BeurtAntwoord, GesprekStand, Overzicht
from actions.gesprek import beurt as gesprek
from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.bewijs import bewijs
from actions.gesprek.bronnen import Bronnen


@dataclass(frozen=True, slots=True)
class Motor:
    """What can be done with a talk. All but `begin` raise GesprekOnbekend for a talk that is not there."""

    begin: Callable[[str, bool], tuple[str, BeurtAntwoord, datetime]]
    """(gemeente, shared computer) → (token, first messages, moment of expiry)."""
    beurt: Callable[[str, BeurtInvoer], BeurtAntwoord]
    overzicht: Callable[[str], Overzicht]
    stand: Callable[[str], GesprekStand]
    bewijs: Callable[[str], dict[str, Any]]
    """The receipt as JSON."""


def motor_van(bronnen: Bronnen) -> Motor:
    """The real one."""
    return Motor(
        begin=partial(gesprek.begin, bronnen),
        beurt=partial(gesprek.beurt, bronnen),
        overzicht=partial(gesprek.overzicht, bronnen),
        stand=partial(gesprek.stand, bronnen),
        bewijs=partial(bewijs, bronnen),
    )
