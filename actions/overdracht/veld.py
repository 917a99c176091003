"""The lines of a request, as the resident sees them and as the gemeente gets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Soort = Literal["onderwerp", "naam", "telefoon", "email", "beste_moment", "bericht", "feit", "uitkomst"]


@dataclass(frozen=True, slots=True)
class Veld:
    """One line."""

    soort: Soort
    label: str
    waarde: str
    wat: str | None = None
    """Which fact or scheme, of a line that was ticked."""


def van_soort(regels: Sequence[Veld], soort: Soort) -> str | None:
    """The value of the line of this kind, if it is there."""
    return next((veld.waarde for veld in regels if veld.soort == soort), None)


def inhoud(regels: Sequence[Veld]) -> str:
    """The question itself and the outcomes that were ticked."""
    return _tekst(regels, ("bericht", "uitkomst"))


def toelichting(regels: Sequence[Veld]) -> str:
    """When to call and the answers that were ticked."""
    return _tekst(regels, ("beste_moment", "feit"))


def _tekst(regels: Sequence[Veld], soorten: tuple[Soort, ...]) -> str:
    return "\n".join(f"{veld.label}: {veld.waarde}" for veld in regels if veld.soort in soorten)


def als_json(regels: Sequence[Veld]) -> list[list[str | None]]:
    return [[veld.soort, veld.label, veld.waarde, veld.wat] for veld in regels]


def uit_json(ruw: Sequence[Sequence[Any]]) -> tuple[Veld, ...]:
    return tuple(Veld(*rij) for rij in ruw)
