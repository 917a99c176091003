"""Everything a person gets to see, and whether the gate on language saw it first.

`Gehoord` listens while the house talks: every text that is filled in, with what was filled in. What is sent is then covered word
by word with those texts and with plain words of the content. A word that nothing covers was written somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from content import schema, uitspraken, voor_ander
from content.inhoud import Inhoud
from content.opmaak import MAANDEN, Opmaker
from content.schema import Gemeente

_WOORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"[a-z0-9_:.-]*")
_ARTIKEL = re.compile(r"[\d.:]+[a-z]?(?: (?:lid|en|[a-z]|[\d.]+[a-z]?))*")
"""The number of an article of law: "31 lid 2 m en s"."""
_ADRES = re.compile(r"(?<=\])\([^)\s]*\)|https?://\S+")
MACHINE = {
    "onderwerp",
    "id", "van", "soort", "vraag", "feit", "feiten", "faq", "taal", "type", "eenheid", "geen", "regeling", "recht", "ritme",
    "vorm", "door", "code", "bron", "url", "uiterlijk", "bedrag", "als", "gesprek", "verloopt", "gemeente", "waarde", "hash",
    "gemaakt_op", "peildatum", "versie", "volgende_vraag", "niet_scherper", "regelingen", "artikelen", "artikel", "slug",
    "telefoon_link", "veld", "marge", "bedrag_per_maand", "bedrag_per_jaar", "bedrag_per_keer", "waarvan_al_ontvangen",
}  # fmt: skip
"""Fields that programs read and the window never shows as they are."""
_MACHINE_HEEL = {"waarden", "ontbrekende_feiten", "kleuren", "ook", "geschat", "voorwaarden_feiten"}
"""The same, with all below it."""


def woorden(tekst: str) -> list[str]:
    """The words in it; numbers and addresses of links are left out."""
    return [w.casefold() for w in _WOORD.findall(_ADRES.sub("", tekst)) if not w.isdigit()]


@dataclass
class Dekking:
    """Texts that are known, to cover others with."""

    _takken: dict[str, Any] = field(default_factory=dict)

    def voeg_toe(self, teksten: Iterable[str]) -> None:
        for tekst in teksten:
            tak = self._takken
            for woord in woorden(tekst):
                tak = tak.setdefault(woord, {})
            tak[""] = True

    def ongedekt(self, tekst: str) -> list[str]:
        """The words from the first one on that no known text covers; none when whole texts cover all of it."""
        rij = woorden(tekst)
        bereikt, verst = {0}, 0
        for plek in range(len(rij)):
            if plek not in bereikt:
                continue
            tak, eind = self._takken, plek
            while eind < len(rij) and rij[eind] in tak:
                tak, eind = tak[rij[eind]], eind + 1
                if "" in tak:
                    bereikt.add(eind)
            verst = max(bereikt)
        return [] if len(rij) in bereikt else rij[verst:]


class Gehoord:
    """What was filled in since it began to listen."""

    def __init__(self, inhoud: Inhoud) -> None:
        self.poort = {u.tekst for u in uitspraken.alle(inhoud)}
        self.gevuld: dict[tuple[str, str], Mapping[str, object]] = {}
        """(template, text) → the values of the first time."""
        self.getypt: set[str] = set()
        """What residents typed: it may come back."""
        self._vast = [
            *(regel for t in self.poort if "{" not in t for regel in t.splitlines()),
            *(naam for g in inhoud.gemeenten() for naam in _namen(inhoud, g)),
            # A number with its unit, a month, and the word for a person of whom the content names the relation.
            "euro", "jaar", *MAANDEN, "hij", "zij",
        ]  # fmt: skip

    def luister(self, monkeypatch: pytest.MonkeyPatch) -> None:
        echt = Opmaker.render

        def render(zelf: Opmaker, bron: str, op: Any, waarden: Mapping[str, object]) -> str:
            uit = echt(zelf, bron, op, waarden)
            self.gevuld.setdefault((bron, uit), waarden)
            return uit

        echt_vul = voor_ander.vul

        def vul(tekst: str, namen: Mapping[str, str]) -> str:
            over = echt_vul(tekst, namen)
            if tekst in self.poort:
                self.poort.add(over)
            return over

        monkeypatch.setattr(Opmaker, "render", render)
        monkeypatch.setattr(schema, "vul", vul)
        monkeypatch.setattr(voor_ander, "vul", vul)

    def sjablonen(self) -> set[str]:
        return {bron for bron, _ in self.gevuld}

    def dekking(self) -> Dekking:
        dekking = Dekking()
        dekking.voeg_toe(self._vast)
        dekking.voeg_toe(t for t in self.poort if "{" not in t)  # with those about somebody else
        dekking.voeg_toe(self.getypt)
        gevuld = [uit for bron, uit in self.gevuld if bron in self.poort or not _eigen_woorden(bron)]
        dekking.voeg_toe(gevuld)
        dekking.voeg_toe(regel for uit in gevuld for regel in uit.splitlines())  # a page shows them apart
        return dekking

    def niet_gezien(self) -> Iterator[str]:
        """Templates that were filled in and that the gate does not know."""
        for bron, uit in self.gevuld:
            if bron not in self.poort and _eigen_woorden(bron):
                yield f"{uit!r} ({bron!r})"

    def vreemde_waarden(self) -> Iterator[str]:
        """Words that were filled in and that stand nowhere in the content."""
        dekking = self.dekking()
        for (bron, _), waarden in self.gevuld.items():
            for naam, tekst in _teksten(waarden):
                if mis := dekking.ongedekt(tekst):
                    yield f"{naam}={tekst!r}: {' '.join(mis)} ({bron!r})"


def _namen(inhoud: Inhoud, slug: str) -> Iterator[str]:
    """Proper names and addresses of a gemeente: an editor cannot choose others."""
    lokaal = inhoud.lokaal(slug)
    assert lokaal is not None
    yield lokaal.gemeente.naam
    yield lokaal.gemeente.provincie
    yield lokaal.gemeente.contact.adres
    for hulp in lokaal.hulp_dichtbij:
        yield hulp.waar


def _eigen_woorden(bron: str) -> bool:
    return bool(woorden(_TAG.sub(" ", bron)))


def _teksten(waarde: object, naam: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value. A code that a template only compares (`soort`) is one word in small letters."""
    if isinstance(waarde, str):
        techniek = naam == "pattern" or waarde.startswith("https://")
        if not (techniek or _CODE.fullmatch(waarde) or _ARTIKEL.fullmatch(waarde)):
            yield naam, waarde
    elif isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from _teksten(deel, f"{naam}.{sleutel}" if naam else str(sleutel))
    elif isinstance(waarde, Iterable) and not isinstance(waarde, Gemeente):
        for deel in waarde:
            yield from _teksten(deel, naam)


def bladen(json: Any, naam: str = "") -> Iterator[str]:
    """Every text in an answer that a window shows."""
    if isinstance(json, str):
        if naam not in MACHINE:
            yield json
    elif isinstance(json, dict):
        if json.get("soort") == "rechtop-bewijs":
            yield from json["uitleg"]  # the rest of a receipt is for programs
        elif json.get("van") != "u":
            for sleutel, deel in json.items():
                if sleutel not in _MACHINE_HEEL:
                    yield from bladen(deel, sleutel)
    elif isinstance(json, list):
        for deel in json:
            yield from bladen(deel, naam)


def anderstalig(json: Any) -> Iterator[str]:
    """The texts of messages in another language."""
    if isinstance(json, dict):
        if json.get("taal"):
            yield from bladen(json)
        for deel in json.values():
            yield from anderstalig(deel)
    elif isinstance(json, list):
        for deel in json:
            yield from anderstalig(deel)


class _Pagina(HTMLParser):
    """A text is everything between two tags that begin a new block."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien: list[str] = [""]
        self._stil = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._stil = tag in ("script", "style")
        self.handle_endtag(tag, blijf_stil=True)
        for naam, waarde in attrs:
            technisch = tag == "meta" and "=" in (waarde or "")
            if waarde and naam in _ZICHTBAAR and not technisch:
                self.gezien += [waarde, ""]

    def handle_endtag(self, tag: str, *, blijf_stil: bool = False) -> None:
        self._stil = self._stil and blijf_stil
        if tag not in _IN_DE_REGEL:
            self.gezien.append("")

    def handle_data(self, data: str) -> None:
        if not self._stil:
            self.gezien[-1] += data


_ZICHTBAAR = ("aria-label", "aria-description", "title", "alt", "placeholder", "content", "value", "label")
_IN_DE_REGEL = ("strong", "em", "a", "b", "i", "span", "abbr", "code", "small")


def op_pagina(html: str) -> list[str]:
    """Every text on a page, and what only a screen reader says."""
    lezer = _Pagina()
    lezer.feed(html)
    return [" ".join(tekst.split()) for tekst in lezer.gezien if tekst.strip()]
