"""Long talks as data, and how to walk through one with whatever driver is at hand.

Every model is held against them before it serves (`Bewoner`), and so are the talk alone and the three processes (tests).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import yaml

from actions.contract import BeurtAntwoord
from actions.gesprek.antwoord import LIJSTEN
from actions.gesprek.beurt import BeurtInvoer, begin, beurt, overzicht
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from ops.nlu.gedrag import Ranglijst

_RUW: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
HUISHOUDENS: Mapping[str, dict[str, Any]] = _RUW["huishoudens"]
LANG: Mapping[str, Any] = _RUW["gesprekken"]
LENGTE = 30
"""Turns; a talk that is shorter is not long."""


class LooptAnders(AssertionError):
    """The talk did not go as it is written. The message says where."""


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
            _eis(_open_vraag(gesprek) == stap["open"], waar)
        if "bevat" in stap:
            _eis(stap["bevat"] in " ".join(gesprek.gezegd()), waar)
        if "faq" in stap:
            _eis(gesprek.onderwerp() == stap["faq"], waar)
        gezegd.append(gesprek.gezegd())
    _eis(all(eerst != dan for eerst, dan in pairwise(gezegd)), "twice the same in a row")
    tot_het_einde(gesprek, huishouden)
    _eis(gesprek.beurten >= LENGTE, f"only {gesprek.beurten} turns")


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
    _eis(lang.oordelen() == gewoon.oordelen(), "other outcomes than the plain talk")


def _open_vraag(gesprek: Gesprek) -> str | None:
    return None if gesprek.open is None else gesprek.open[0]


def _tot(gesprek: Gesprek, vraag: str | None, huishouden: Mapping[str, Any]) -> None:
    for _ in range(60):
        if _open_vraag(gesprek) in (vraag, None):
            break
        gesprek.antwoord(huishouden)
    _eis(_open_vraag(gesprek) == vraag, f"{gesprek.gezegd()} instead of {vraag}")


def _eis(klopt: bool, waar: str) -> None:
    if not klopt:
        raise LooptAnders(waar)


class Bewoner:
    """A resident in a talk without Rasa's process: `rang` says what the model makes of a text."""

    def __init__(self, bronnen: Bronnen, gemeente: str, rang: Callable[[str], Ranglijst]) -> None:
        self._bronnen = bronnen
        self._rang = rang
        token, self._laatste, _ = begin(bronnen, gemeente, False)
        self._id = gesprek_id(token)
        self.beurten = 0

    def typ(self, tekst: str, begrip: str | None = None) -> None:  # noqa: ARG002 - that is for talks without a model
        gezien = self._laatste.berichten[-1].id
        self._doe(BeurtInvoer(uuid.uuid4().hex, tekst, gezien=gezien, intenties=tuple(self._rang(tekst))))

    def klik(self, keuze: str) -> None:
        self._doe(BeurtInvoer(uuid.uuid4().hex, None, keuze=keuze))

    def antwoord(self, huishouden: Mapping[str, Any]) -> None:
        _eis(self.open is not None, "no question is open")
        assert self.open is not None
        self.typ(getypt(huishouden, *self.open))

    @property
    def open(self) -> tuple[str, int | None] | None:
        laatste = self._laatste.berichten[-1]
        return None if laatste.vraag is None else (laatste.vraag, laatste.nummer)

    def gezegd(self) -> list[str]:
        return [bericht.tekst for bericht in self._laatste.berichten]

    def onderwerp(self) -> str | None:
        return next((bericht.faq for bericht in self._laatste.berichten if bericht.faq), None)

    def ga_door(self) -> bool:
        verder = any(k.id == "verder" for b in self._laatste.berichten for k in b.keuzes or ())
        if verder:
            self.klik("verder")
        return verder

    def oordelen(self) -> dict[str, Any]:
        alle = overzicht(self._bronnen, self._id).uitkomsten
        return {u.regeling: (u.recht, u.bedrag_per_maand) for u in alle}

    def _doe(self, invoer: BeurtInvoer) -> BeurtAntwoord:
        self.beurten += 1
        self._laatste = beurt(self._bronnen, self._id, invoer)
        return self._laatste


def getypt(huishouden: Mapping[str, Any], vraag: str, nummer: int | None) -> str:
    """What a resident of this household types as the answer to a question."""
    feit, _, veld = vraag.partition(".")
    waarde = huishouden.get(feit, "weet_niet")
    if vraag in LIJSTEN and isinstance(waarde, list):
        return str(len(waarde))
    if vraag == "kinderen.leeftijd":
        return " en ".join(str(leeftijd) for leeftijd in waarde)
    if nummer is not None and isinstance(waarde, list):
        waarde = waarde[nummer - 1]
        waarde = waarde.get(veld, False) if veld else waarde
    if waarde == "weet_niet" or waarde is None:
        return "weet ik niet"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if vraag.endswith("jaar"):
        return f"{waarde} per jaar"
    woorden = {
        "huur_zelfstandig": "huurhuis",
        "koop": "koophuis",
        "huur_kamer": "kamer",
        "kind": "mijn zoon",
        "ander": "huisgenoot",
    }
    return woorden.get(str(waarde), str(waarde))
