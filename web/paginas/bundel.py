"""The widget's source modules as one file: one request on a slow line, and compressed together.

No build step and no tool: the modules keep to a few habits (named imports from "./x.js" without renaming, names at
the top that are unique over all modules, comments on lines of their own). A module that breaks a habit gives a
syntax error in the browser, and every browser test fails.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_BLOK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_REGEL = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
_INSPRING = re.compile(r"^[ \t]+|[ \t]*// prettier-ignore$", re.MULTILINE)
_LEEG = re.compile(r"\n{2,}")
_NA_OPENEN = re.compile(r"(?<=[(\[{,])\n")
_CSS_TEKENS = re.compile(r"\s*([{};,])\s*")
_CSS_WAARDE = re.compile(r":\s+")


def bundel(map: Path, begin: str) -> str:
    """Module `begin` of `map` with everything it imports, each once and before its users, without comments.

    Raises ValueError when modules import each other in a circle, FileNotFoundError when one is missing.
    """
    klaar: dict[str, str] = {}
    _voeg_toe(map, begin, klaar, ())
    return _NA_OPENEN.sub("", "".join(klaar.values()))


def kale_css(tekst: str) -> str:
    """CSS without comments and without white space that means nothing."""
    zonder = _CSS_TEKENS.sub(r"\1", zonder_commentaar(tekst))
    return _CSS_WAARDE.sub(":", zonder).replace(";}", "}")


def zonder_commentaar(tekst: str) -> str:
    """JavaScript or CSS without comments on lines of their own, type casts, indentation and empty lines."""
    for patroon in (_BLOK, _REGEL, _CAST, _INSPRING):
        tekst = patroon.sub("", tekst)
    return _LEEG.sub("\n", tekst).lstrip("\n")


def _voeg_toe(map: Path, naam: str, klaar: dict[str, str], onderweg: tuple[str, ...]) -> None:
    if naam in klaar:
        return
    if naam in onderweg:
        raise ValueError(f"modules import each other in a circle: {' → '.join((*onderweg, naam))}")
    tekst = (map / f"{naam}.js").read_text(encoding="utf-8")
    for nodig in _IMPORT.findall(tekst):
        _voeg_toe(map, nodig, klaar, (*onderweg, naam))
    klaar[naam] = zonder_commentaar(_EXPORT.sub("", _IMPORT.sub("", tekst)))
