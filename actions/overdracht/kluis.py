"""What a resident wrote, sealed before it is stored.

Keys are Fernet keys (AES-128-CBC with HMAC-SHA256). The first one seals, all of them open: put a new key in front, and take
the old one away when everything sealed with it is gone (`docs/overdracht.md`).
"""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class KluisDicht(Exception):
    """What was sealed cannot be opened: no key of ours fits, it was changed, or it belongs to another request."""


class Kluis:
    """Raises ValueError, without the key in it, when a key is none."""

    def __init__(self, sleutels: Sequence[str]) -> None:
        if not sleutels:
            raise ValueError("there is no key")
        try:
            self._sloten = MultiFernet([Fernet(sleutel) for sleutel in sleutels])
        except ValueError:
            raise ValueError("a key must be 32 bytes in url-safe base64") from None
        self._merksleutel = hmac.digest(sleutels[0].encode(), b"rechtop merk 1", "sha256")

    @staticmethod
    def nieuwe_sleutel() -> str:
        return Fernet.generate_key().decode()

    @staticmethod
    def sleutel_uit(geheim: str) -> str:
        """A key that follows from a secret, and from which that secret does not follow."""
        stof = HKDF(hashes.SHA256(), 32, None, b"rechtop overdracht 1").derive(geheim.encode())
        return base64.urlsafe_b64encode(stof).decode()

    def verzegel(self, kenmerk: str, inhoud: Any) -> str:
        """JSON, bound to its request: a row that was moved does not open."""
        ruw = json.dumps([kenmerk, inhoud], ensure_ascii=False, separators=(",", ":"))
        return self._sloten.encrypt(ruw.encode()).decode()

    def merk(self, tekst: str) -> str:
        """64 signs, the same for the same text: to count by something that is not stored itself. Another key, another mark."""
        return hmac.digest(self._merksleutel, tekst.encode(), "sha256").hex()

    def open(self, kenmerk: str, zegel: str) -> Any:
        """Raises KluisDicht."""
        try:
            eigenaar, inhoud = json.loads(self._sloten.decrypt(zegel.encode()))
        except InvalidToken:
            raise KluisDicht from None
        if eigenaar != kenmerk:
            raise KluisDicht
        return inhoud


def herkenbaar(zegel: str) -> str:
    """A part of a seal that stands nowhere else, to look for what may be left of it on disk."""
    return zegel[:60]
