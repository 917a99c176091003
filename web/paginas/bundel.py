"""The widget's source modules as one small file: one request on a slow line, and compressed together.

The modules keep to a few habits (named imports from "./x.js" without renaming, names at the top that are unique over
all modules). A module that breaks a habit gives an error here or a syntax error in the browser, and every browser test fails.
"""

from __future__ import annotations

import re
from pathlib import Path

from web.paginas.verklein import MODULE, verklein

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def bundel(map: Path, begin: str) -> str:
    """Module `begin` of `map` with everything it imports, each once and before its users, made small.

    Raises ValueError when modules import each other in a circle, FileNotFoundError when one is missing.
    """
    klaar: dict[str, str] = {}
    _voeg_toe(map, begin, klaar, ())
    # In a function the names at the top are local too: half a kilobyte less.
    return verklein(f"(() => {{\n{''.join(klaar.values())}}})();", MODULE)


def _voeg_toe(map: Path, naam: str, klaar: dict[str, str], onderweg: tuple[str, ...]) -> None:
    if naam in klaar:
        return
    if naam in onderweg:
        raise ValueError(f"modules import each other in a circle: {' → '.join((*onderweg, naam))}")
    tekst = (map / f"{naam}.js").read_text(encoding="utf-8")
    for nodig in _IMPORT.findall(tekst):
        _voeg_toe(map, nodig, klaar, (*onderweg, naam))
    klaar[naam] = _EXPORT.sub("", _IMPORT.sub("", tekst))
