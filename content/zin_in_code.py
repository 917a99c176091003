"""Sentences a person could read that stand in the code instead of here: then no editor finds them and no check sees them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import fmean

from wordfreq import zipf_frequency

from content.fouten import Fout

MAPPEN = ("actions", "web", "bot")
NIET = frozenset({"actions/regels/__main__.py"})
"""A tool for who maintains the house: it speaks in a terminal, never to a resident."""
_NEDERLANDS = 0.5
"""So much more common in Dutch than in English are the words of a Dutch sentence (Zipf, on average)."""
_UIT = frozenset({".venv", ".rasa", "bouw", "modellen", "__pycache__", "node_modules"})
_WOORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_PATROON = re.compile(r"\\[bdwsWDS]|\(\?|\[\^|\.\*|\|")
_CITAAT = re.compile(r"\bart\. \d")
"""Where something stands in the law."""
_COMMENTAAR = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", re.DOTALL)
_JS = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", re.DOTALL)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INGEVULD = re.compile(r"\$\{[^}]*\}")
_STIJL = re.compile(r"content:\s*\"([^\"]*[^\W\d_]{2}[^\"]*)\"")
_GELEZEN = frozenset({"aria-label", "aria-description", "title", "alt", "placeholder", "label"})
"""Attributes that are shown or said aloud."""


def is_zin(tekst: str) -> bool:
    """Is this Dutch that speaks to somebody, and no list of words, pattern or citation?"""
    tekst = _INGEVULD.sub(" ", tekst)
    if " " not in tekst.strip() or _PATROON.search(tekst) or _CITAAT.search(tekst):
        return False
    woorden = _WOORD.findall(tekst)
    if len(woorden) < 3 or not (tekst.lstrip(' *-"')[:1].isupper() or tekst.rstrip()[-1:] in ".?!:;"):
        return False
    return fmean(zipf_frequency(w, "nl") - zipf_frequency(w, "en") for w in woorden) > _NEDERLANDS


def fouten(wortel: Path, bekend: frozenset[str] = frozenset()) -> Iterator[Fout]:
    """Everything of that kind below the folders of code. `bekend`: texts of the content, which the code may repeat where it has
    to go on when the content cannot be reached."""
    for map_ in MAPPEN:
        for pad in sorted((wortel / map_).rglob("*")):
            naam = pad.relative_to(wortel).as_posix()
            if _UIT & set(pad.parts) or naam in NIET or pad.suffix not in _LEZERS or not pad.is_file():
                continue
            for regel, tekst in _zinnen(pad.suffix, pad.read_text(encoding="utf-8")):
                if tekst not in bekend:
                    yield Fout(naam, "", f"deze zin hoort in content/ te staan: {tekst[:80]!r}", regel)


@lru_cache(maxsize=2000)
def _zinnen(achtervoegsel: str, bron: str) -> tuple[tuple[int, str], ...]:
    """(line, sentence) of one file. Kept: who checks twice has most often changed content, and no code."""
    return tuple(_LEZERS[achtervoegsel](bron))


def _python(bron: str) -> Iterator[tuple[int, str]]:
    try:
        boom = ast.parse(bron)
    except SyntaxError:  # being edited; ruff tells that
        return
    uitleg = {id(k.value) for k in ast.walk(boom) if isinstance(k, ast.Expr)}
    delen: set[int] = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.JoinedStr):
            delen |= {id(deel) for deel in knoop.values}
            tekst = "".join(str(d.value) if isinstance(d, ast.Constant) else "x" for d in knoop.values)
        elif (
            isinstance(knoop, ast.Constant)
            and isinstance(knoop.value, str)
            and id(knoop) not in uitleg | delen
        ):
            tekst = knoop.value
        else:
            continue
        if is_zin(tekst):
            yield knoop.lineno, tekst


def _script(bron: str) -> Iterator[tuple[int, str]]:
    kaal = _COMMENTAAR.sub(lambda m: "\n" * m[0].count("\n"), bron)
    for treffer in _JS.finditer(kaal):
        tekst = next(deel for deel in treffer.groups() if deel is not None)
        if is_zin(tekst):
            yield kaal.count("\n", 0, treffer.start()) + 1, tekst


def _stijl(bron: str) -> Iterator[tuple[int, str]]:
    for treffer in _STIJL.finditer(bron):
        yield bron.count("\n", 0, treffer.start()) + 1, treffer[1]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.gevonden: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser gives it)
        for naam, waarde in attrs:
            if naam in _GELEZEN and waarde:
                self.handle_data(waarde)

    def handle_data(self, data: str) -> None:
        if _WOORD.search(data):
            self.gevonden.append((self.getpos()[0], " ".join(data.split())))


def _html(bron: str) -> Iterator[tuple[int, str]]:
    """In a page every word counts: there all text is shown."""
    lezer = _Html()
    lezer.feed(_JINJA.sub(lambda m: "\n" * m[0].count("\n"), bron))
    yield from lezer.gevonden


_LEZERS = {".py": _python, ".js": _script, ".css": _stijl, ".html": _html, ".svg": _html}
