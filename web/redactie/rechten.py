"""Who may change and publish what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from web.toegang.accounts import Medewerker

SCHRIJVERS = ("schrijver", "publicist", "beheerder")
_GETALLEN = frozenset({"gemeenten", "regios"})
"""Folders with amounts and local rules: only for whoever answers for them."""
_LANDELIJK = "parameters"
"""The amounts of the law come with a release, and are the same everywhere: nobody changes them here."""


@dataclass(frozen=True, slots=True)
class Regels:
    """How this house works."""

    vier_ogen: bool = True
    """A publication needs somebody else than its writer."""


def mag_wijzigen(wie: Medewerker, pad: str) -> bool:
    """Writers change texts; a manager also amounts and local rules. What is of one gemeente is changed only there."""
    if not wie.mag(*SCHRIJVERS) or pad.partition("/")[0] == _LANDELIJK:
        return False
    van = gemeente_van(pad)
    if van is not None and van != wie.gemeente:
        return False
    return wie.mag("beheerder") or not is_lokaal(pad)


def mag_publiceren(wie: Medewerker, pad: str, auteur: int, regels: Regels) -> bool:
    """A second pair of eyes, with the right to publish."""
    if not wie.mag("publicist", "beheerder") or not mag_wijzigen(wie, pad):
        return False
    return not regels.vier_ogen or wie.id != auteur


def mag_zien(wie: Medewerker, pad: str) -> bool:
    """What another gemeente is working on is not for us."""
    return wie.mag(*SCHRIJVERS) and gemeente_van(pad) in (None, wie.gemeente)


def mag_terugdraaien(wie: Medewerker, paden: Iterable[str]) -> bool:
    """What was good before comes back, so one person is enough: it may have to be fast."""
    return wie.mag("publicist", "beheerder") and all(mag_wijzigen(wie, pad) for pad in paden)


def is_lokaal(pad: str) -> bool:
    """Amounts and rules of a gemeente or region."""
    return pad.partition("/")[0] in _GETALLEN


def onderwerp_van(pad: str) -> str:
    """The topic that a file in `faq/` answers, for all or for one gemeente."""
    return pad.rpartition("/")[2].removesuffix(".md")


def gemeente_van(pad: str) -> str | None:
    """The gemeente whose own file this is; None: it is of all."""
    map_, _, rest = pad.partition("/")
    if map_ == "gemeenten" and not rest.startswith("_"):
        return rest.removesuffix(".yml")
    if map_ == "faq" and "/" in rest:
        return rest.partition("/")[0]
    return None
