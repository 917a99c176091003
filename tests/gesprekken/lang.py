"""Long talks as data, and how to walk through one with whatever driver is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import yaml

from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, GROOT_HUIS

HUISHOUDENS: Mapping[str, dict[str, Any]] = {
    "alleenstaande_ouder": ALLEENSTAANDE_OUDER,
    "groot_huis": GROOT_HUIS,
}
LANG: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("lang.yml").read_text(encoding="utf-8"))
LENGTE = 30
"""Turns; a talk that is shorter is not long."""


class Gesprek(Protocol):
    """A resident in a talk, over HTTP or without."""

    beurten: int

    def typ(self, tekst: str, begrip: str | None) -> None: ...
    def klik(self, keuze: str) -> Any: ...
    def antwoord(self, huishouden: Mapping[str, Any]) -> Any: ...
    @property
    def open(self) -> tuple[str, int | None] | None: ...
    def gezegd(self) -> list[str]: ...
    def onderwerp(self) -> str | None: ...
    def ga_door(self) -> bool: ...
    def oordelen(self) -> dict[str, Any]: ...


def loop(gesprek: Gesprek, naam: str) -> None:
    """Take every step of a talk and check what is said of it, and then go on to the end."""
    huishouden = HUISHOUDENS[LANG[naam]["huishouden"]]
    gezegd = [gesprek.gezegd()]
    for stap in LANG[naam]["stappen"]:
        if "tot" in stap:
            _tot(gesprek, stap["tot"], huishouden)
        elif "klik" in stap:
            gesprek.klik(stap["klik"])
        else:
            gesprek.typ(stap["zeg"], stap.get("begrip"))
        waar = f"{stap}: {gesprek.gezegd()}"
        if "open" in stap:
            assert _open_vraag(gesprek) == stap["open"], waar
        if "bevat" in stap:
            assert stap["bevat"] in " ".join(gesprek.gezegd()), waar
        if "faq" in stap:
            assert gesprek.onderwerp() == stap["faq"], waar
        gezegd.append(gesprek.gezegd())
    assert all(eerst != dan for eerst, dan in pairwise(gezegd)), "twice the same in a row"
    tot_het_einde(gesprek, huishouden)
    assert gesprek.beurten >= LENGTE


def tot_het_einde(gesprek: Gesprek, huishouden: Mapping[str, Any]) -> None:
    """Answer through every round."""
    _tot(gesprek, None, huishouden)
    while gesprek.ga_door():
        _tot(gesprek, None, huishouden)


def eindigt_als_gewoon(gewoon: Gesprek, lang: Gesprek, naam: str) -> None:
    """Walk the long talk, and the plain one of the same household: both must come to the same."""
    gewoon.klik("start")
    tot_het_einde(gewoon, HUISHOUDENS[LANG[naam]["huishouden"]])
    loop(lang, naam)
    assert lang.oordelen() == gewoon.oordelen()


def _open_vraag(gesprek: Gesprek) -> str | None:
    return None if gesprek.open is None else gesprek.open[0]


def _tot(gesprek: Gesprek, vraag: str | None, huishouden: Mapping[str, Any]) -> None:
    for _ in range(60):
        if _open_vraag(gesprek) in (vraag, None):
            break
        gesprek.antwoord(huishouden)
    assert _open_vraag(gesprek) == vraag, gesprek.gezegd()
