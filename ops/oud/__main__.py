"""`python -m ops.oud`: looks up what the browser code uses in MDN's data. `--alles` shows every use.

The types of the source modules say which parts of the library are used; scripts are also read as the gateway serves
them, without comments and as one file. Needs node, and the packages of package-lock.json (`make check` sees to both).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from web.paginas.bundel import bundel
from web.paginas.verklein import verklein

WORTEL = Path(__file__).resolve().parents[2]
STATISCH = WORTEL / "web" / "static"


def scripts() -> dict[str, str]:
    """As served, by a name that says which edition of the language it may use.

    Every browser must be able to read the one script on the page of a gemeente: it says who gets the chat. Only browsers
    that have modules read those. Of what is new in 2022 our oldest know fields and private methods; the check knows which.
    """
    return {
        **{f"{pad.stem}.5.js": verklein(pad.read_text("utf-8")) for pad in STATISCH.glob("*.js")},
        **{
            f"{pad.stem}.2021.js": verklein(pad.read_text("utf-8"), 2021)
            for pad in STATISCH.glob("venster/*.js")
        },
        "element.2022.mjs": bundel(STATISCH / "widget", "element"),
    }


def main() -> int:
    with TemporaryDirectory() as tijdelijk:
        paden = [str(pad.relative_to(WORTEL)) for pad in sorted(STATISCH.rglob("*.css"))]
        for naam, tekst in scripts().items():
            pad = Path(tijdelijk) / naam
            pad.write_text(tekst, encoding="utf-8")
            paden.append(str(pad))
        keur = ["node", "ops/oud/keur.mjs", *sys.argv[1:], "tsconfig.json", *paden]
        return subprocess.run(keur, cwd=WORTEL, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
