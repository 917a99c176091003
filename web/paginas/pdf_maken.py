"""Makes a tagged PDF (PDF/UA-1) of a page: `python -m web.paginas.pdf_maken`, HTML in and PDF out. With `--proef` only: can it?

Nothing is fetched from anywhere: the styles are given along, and every address is refused.
"""

from __future__ import annotations

import sys
from typing import Any

import weasyprint
from weasyprint.urls import URLFetcher

from web.paginas.sjablonen import WEB

VARIANT = "pdf/ua-1"
STIJLEN = ("demo.css", "sommen.css", "overzicht.css")
"""Those of the page on the screen: their rules for paper make the PDF."""


def maak(html: str) -> bytes:
    geen_adres = URLFetcher(allowed_protocols=())
    stijlen = [
        weasyprint.CSS(string=(WEB / "static" / naam).read_text(encoding="utf-8"), url_fetcher=geen_adres)
        for naam in STIJLEN
    ]
    blad = weasyprint.HTML(string=html, url_fetcher=geen_adres)
    return bytes(blad.write_pdf(stylesheets=stijlen, pdf_variant=VARIANT, finisher=_maak_af))


def _maak_af(_document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out: for what the heads of a table count, and that links are printed as they are shown."""
    objecten: list[Any] = [een for een in pdf.objects if isinstance(een, dict)]
    per_nummer = {een.reference: een for een in objecten}
    for een in objecten:
        if een.get("S") == "/TH":
            rij = per_nummer[een["P"]]
            groep = per_nummer[rij["P"]]
            een["A"]["Scope"] = "/Column" if groep["S"] == "/THead" else "/Row"
        elif een.get("Subtype") == "/Link":
            een["F"] = _PRINT


_PRINT = 4
"""Flag of an annotation (ISO 32000-1, table 165)."""


if __name__ == "__main__" and "--proef" not in sys.argv:
    sys.stdout.buffer.write(maak(sys.stdin.buffer.read().decode()))
