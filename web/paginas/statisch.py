"""Fixed files with an ETag, compressed once when the server starts."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

from fastapi import Request, Response

TE_KLEIN = 500
"""Bytes; below this compressing gains nothing."""
# The widget stands on pages of other origins: its files are public and hold nothing of a resident.
OPENBAAR = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as the browser gets it."""

    inhoud: bytes
    ingepakt: bytes | None
    soort: str
    etag: str

    @classmethod
    def van(cls, tekst: str, soort: str) -> Bestand:
        inhoud = tekst.encode()
        ingepakt = gzip.compress(inhoud, 9, mtime=0) if len(inhoud) >= TE_KLEIN else None
        return cls(inhoud, ingepakt, soort, f'W/"{hashlib.sha256(inhoud).hexdigest()[:24]}"')

    def antwoord(self, vraag: Request) -> Response:
        """200 with the file, or 304 when the browser has this version. Always asked again, so never stale."""
        koppen = {"ETag": self.etag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding", **OPENBAAR}
        if self.etag in (bekend.strip() for bekend in vraag.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=koppen)
        if self.ingepakt is not None and "gzip" in vraag.headers.get("accept-encoding", ""):
            return Response(
                self.ingepakt, media_type=self.soort, headers=koppen | {"Content-Encoding": "gzip"}
            )
        return Response(self.inhoud, media_type=self.soort, headers=koppen)
