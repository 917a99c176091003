"""The overview as a file: a tagged PDF (PDF/UA-1), made by WeasyPrint where its system libraries (Pango) are present.

It takes up to a second of computing, so only a few are made at once, and who waits too long is told so. Nothing is fetched from
anywhere: the styles are given along, and every address is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter, move_on_after, to_thread

from web.paginas.sjablonen import WEB

_log = logging.getLogger("rechtop.web")

TEGELIJK = 2
"""As many as a small server has cores."""
WACHT_SECONDEN = 8.0
"""For a turn to make one; then it is too busy."""
VARIANT = "pdf/ua-1"
STIJLEN = ("demo.css", "sommen.css", "overzicht.css")
"""Those of the page on the screen: their rules for paper make the PDF."""


class TeDruk(Exception):
    """Too many are being made already."""


@dataclass(frozen=True, slots=True)
class Drukker:
    """Makes PDFs, a few at a time."""

    maak_pdf: Callable[[str], bytes]
    """From a page (HTML) to a PDF."""
    plaatsen: CapacityLimiter
    wacht: float = WACHT_SECONDEN

    async def druk(self, html: str) -> bytes:
        """Raises TeDruk when no place comes free in time."""
        with move_on_after(self.wacht) as gewacht:
            await self.plaatsen.acquire()
        if gewacht.cancelled_caught:
            raise TeDruk
        try:
            # Not left behind when the resident goes away: the place is taken for as long as it computes.
            return await to_thread.run_sync(self.maak_pdf, html)
        finally:
            self.plaatsen.release()


def maak_drukker() -> Drukker | None:
    """None where WeasyPrint or a library of the system is missing: then there is no PDF, and printing still works."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        _log.warning("no PDF of the overview: WeasyPrint or Pango is not installed")
        return None
    geen_adres = URLFetcher(allowed_protocols=())
    stijlen = [
        weasyprint.CSS(string=(WEB / "static" / naam).read_text(encoding="utf-8"), url_fetcher=geen_adres)
        for naam in STIJLEN
    ]

    def maak_pdf(html: str) -> bytes:
        blad = weasyprint.HTML(string=html, url_fetcher=geen_adres)
        return bytes(blad.write_pdf(stylesheets=stijlen, pdf_variant=VARIANT, finisher=_maak_af))

    return Drukker(maak_pdf, CapacityLimiter(TEGELIJK))


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
