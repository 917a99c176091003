"""What the code says about content. It is read as text (its syntax tree), never imported: imports run the other way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

CODE_IN = {
    "Voorwaarde": "redenen",
    "Eis": "redenen",
    "Toets": "redenen",
    "Reden": "redenen of let_op",
    "Stap": "stappen",
}
"""Class of the rules → where the text for its first argument stands."""


@dataclass(frozen=True, slots=True)
class Aanroep:
    """One `tekst("…", naam=…)` in the code."""

    id: str
    """The text id; with `begin`, only how it begins (f"fouten.{naam}")."""
    begin: bool
    waarden: frozenset[str] | None
    """Names of the values given; None when they cannot be read (`**waarden`)."""
    plek: str


@dataclass(slots=True)
class Broncode:
    """What the code says about content. Places are "actions/…/file.py:line"."""

    woorden: set[str] = field(default_factory=set)
    """Every text constant."""
    script: set[str] = field(default_factory=set)
    """Every word in the widget's scripts: they get a whole group and use it by name."""
    voorvoegsels: set[str] = field(default_factory=set)
    """Beginnings of texts that are put together: "fouten." of f"fouten.{naam}"."""
    teksten: list[Aanroep] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)
    """(where its text stands, code, place)."""
    regelingen: tuple[str, ...] = ()
    feiten: set[str] = field(default_factory=set)

    def neem_op(self, deel: Broncode) -> None:
        """Add what another file says."""
        self.woorden |= deel.woorden
        self.voorvoegsels |= deel.voorvoegsels
        self.teksten += deel.teksten
        self.codes += deel.codes
        self.regelingen = deel.regelingen or self.regelingen
        self.feiten |= deel.feiten


def lees_code(wortel: Path, mappen: Iterable[str] = ("actions", "web")) -> Broncode:
    """All Python below the folders. A file that is being edited and does not parse is skipped: ruff tells that."""
    code = Broncode()
    for map_ in mappen:
        for pad in sorted((wortel / map_).rglob("*.py")):
            code.neem_op(_lees(pad.relative_to(wortel).as_posix(), pad.read_text(encoding="utf-8")))
        for pad in sorted((wortel / map_).rglob("*.js")):
            code.script.update(re.findall(r"\w+", pad.read_text(encoding="utf-8")))
    return code


@lru_cache(maxsize=2000)
def _lees(naam: str, bron: str) -> Broncode:
    """Of one file. Kept: who checks twice has most often changed content, and no code."""
    code = Broncode()
    try:
        boom = ast.parse(bron)
    except SyntaxError:
        return code
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            code.woorden.add(knoop.value)
            if naam == "actions/regels/feiten.py":
                code.feiten.add(knoop.value)
        elif isinstance(knoop, ast.JoinedStr) and knoop.values and isinstance(knoop.values[0], ast.Constant):
            code.voorvoegsels.add(str(knoop.values[0].value))
        elif isinstance(knoop, ast.Call) and knoop.args:
            _aanroep(knoop, f"{naam}:{knoop.lineno}", code)
        elif isinstance(knoop, ast.keyword) and knoop.arg == "let_op":
            for woord in ast.walk(knoop.value):
                if isinstance(woord, ast.Constant) and isinstance(woord.value, str):
                    code.codes.append(("redenen of let_op", woord.value, f"{naam}:{woord.lineno}"))
    if naam == "actions/regels/ids.py":
        tuples = (k for k in ast.walk(boom) if isinstance(k, ast.Tuple))
        code.regelingen = tuple(str(ast.literal_eval(deel)) for t in tuples for deel in t.elts)
    return code


def _aanroep(knoop: ast.Call, plek: str, code: Broncode) -> None:
    doel, eerste = knoop.func, knoop.args[0]
    functie = doel.attr if isinstance(doel, ast.Attribute) else doel.id if isinstance(doel, ast.Name) else ""
    begin = isinstance(eerste, ast.JoinedStr)
    if isinstance(eerste, ast.JoinedStr):
        eerste = eerste.values[0]
    if not isinstance(eerste, ast.Constant) or not isinstance(eerste.value, str):
        return
    if functie in ("tekst", "_tekst") and "." in eerste.value:
        namen = {deel.arg for deel in knoop.keywords}
        waarden = None if None in namen else frozenset(naam for naam in namen if naam)
        code.teksten.append(Aanroep(eerste.value, begin, waarden, plek))
    elif functie in CODE_IN and not begin and plek.startswith("actions/regels/"):
        code.codes.append((CODE_IN[functie], eerste.value, plek))
