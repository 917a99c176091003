"""Ways out to the gemeente: one small port, and what is behind it.

A way may be used again and again for the same request: each step first looks whether it was done already, so that after any
failure everything can be tried anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from actions.overdracht.veld import Veld

Verder = Callable[[], None]
"""To be called before every step outside. Raises Gestopt when nothing more may be done."""


Woorden = Callable[..., str]
"""From the name of a text ("mail.onderwerp") and values to its words, for one gemeente."""


@dataclass(frozen=True, slots=True)
class Zending:
    kenmerk: str
    gemeente: str
    """The slug."""
    ingediend: datetime
    bewaar_dagen: int
    regels: tuple[Veld, ...]
    """Empty when it is only to be taken back."""


class NietGelukt(Exception):
    """It did not work now, and may later. `reden` is a short code without anything of the request in it."""

    def __init__(self, reden: str) -> None:
        self.reden = reden
        super().__init__(reden)


class Gestopt(Exception):
    """The request was withdrawn, or somebody else is delivering it: go no further."""


class Weg(Protocol):
    def bezorg(self, zending: Zending, verder: Verder) -> None:
        """Returns when the whole request is there, once. Raises NietGelukt."""

    def haal_terug(self, zending: Zending, verder: Verder) -> None:
        """Returns when nothing of it is there any more (or that was asked, where it can only be asked). Raises NietGelukt."""
