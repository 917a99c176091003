"""The overview as a file: a tagged PDF (PDF/UA-1), where WeasyPrint and its system libraries (Pango) are present.

It takes a second or two of computing, so it is made in a process of its own (the talks of others go on, and the memory comes
back), only a few at once, and who waits too long is told so.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from anyio import CapacityLimiter, move_on_after, to_thread

from web.paginas.sjablonen import WEB

_log = logging.getLogger("rechtop.web")

TEGELIJK = 2
"""As many as a small server has cores."""
WACHT_SECONDEN = 8.0
"""For a turn to make one; then it is too busy."""
MAAK_SECONDEN = 60.0
"""No page of ours takes so long; what does is ended."""
_MAKER = (sys.executable, "-m", "web.paginas.pdf_maken")


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
    return Drukker(maak_pdf, CapacityLimiter(TEGELIJK)) if kan_pdf() else None


class Drukkerij:
    """The printer, looked for when the first overview is asked for: a child process, and a second or two."""

    def __init__(self, zoek: Callable[[], Drukker | None]) -> None:
        self._zoek = zoek
        self._gezocht = False
        self._drukker: Drukker | None = None

    async def drukker(self) -> Drukker | None:
        """Always the same one."""
        if not self._gezocht:
            gevonden = await to_thread.run_sync(self._zoek)
            # Two may have looked at once; one of them is kept, so that its places are all there are.
            if not self._gezocht:
                self._gezocht, self._drukker = True, gevonden
        return self._drukker


@cache
def kan_pdf() -> bool:
    """Looked at once: Python does not look again for a library that it did not find either."""
    kan = _maker("--proef").returncode == 0
    if not kan:
        _log.warning("no PDF of the overview: WeasyPrint or Pango is not installed")
    return kan


def maak_pdf(html: str) -> bytes:
    """From a page to a PDF. Raises subprocess.SubprocessError."""
    klaar = _maker(tekst=html)
    klaar.check_returncode()
    return klaar.stdout


def _maker(*opties: str, tekst: str = "") -> subprocess.CompletedProcess[bytes]:
    # What it says on the way would name what is on the page.
    return subprocess.run(  # noqa: S603 - all of it is ours; what is on the page goes in as text
        (*_MAKER, *opties),
        input=tekst.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=WEB.parent,
        timeout=MAAK_SECONDEN,
        check=False,
    )
