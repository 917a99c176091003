"""Passwords: which are good enough (NIST SP 800-63B: length and a list, no rules of composition), and their hashes."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import pairwise
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

KORTST = 12
LANGST = 200
"""Characters. Long enough for a sentence, short enough to hash."""
_TEGELIJK = 2
"""Hashing takes 64 MiB each time: not more at once, whoever asks."""
_VERSCHILLEND = 5
"""A password of fewer different characters is a pattern."""


class Hasser:
    """argon2id. Counts how often it worked, so that a test can see that a wrong name costs as much as a right one."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._beurt = threading.BoundedSemaphore(_TEGELIJK)
        self._niemand = self._hasher.hash("there is nobody of this name")
        self.geteld = 0

    def hash(self, wachtwoord: str) -> str:
        with self._beurt:
            self.geteld += 1
            return self._hasher.hash(_gewoon(wachtwoord))

    def klopt(self, hash_: str | None, wachtwoord: str) -> bool:
        """Is this the password? Without a hash the same work is done, and the answer is no."""
        with self._beurt:
            self.geteld += 1
            try:
                goed = self._hasher.verify(hash_ or self._niemand, _gewoon(wachtwoord)[:LANGST])
            except (VerificationError, InvalidHashError):
                return False
        return goed and hash_ is not None

    def verouderd(self, hash_: str) -> bool:
        """Made with less work than we ask now."""
        return self._hasher.check_needs_rehash(hash_)


def bezwaar(wachtwoord: str, verboden: Collection[str]) -> str | None:
    """Why this password is not good enough, as the name of a text; None when it is. `verboden`: words of this place and
    this person, that others would guess."""
    gewoon = _gewoon(wachtwoord)
    if len(gewoon) < KORTST:
        return "wachtwoord_te_kort"
    if len(gewoon) > LANGST:
        return "wachtwoord_te_lang"
    klein = gewoon.casefold()
    if klein in _bekend() or len(set(klein)) < _VERSCHILLEND or _is_reeks(klein):
        return "wachtwoord_bekend"
    rest = klein
    for woord in sorted((een.casefold() for een in verboden if een), key=len, reverse=True):
        rest = rest.replace(woord, "")
    # What is left beside a name must be hard to guess by itself.
    if rest != klein and len(rest) < KORTST // 2:
        return "wachtwoord_naam"
    return None


def _is_reeks(tekst: str) -> bool:
    return len({ord(b) - ord(a) for a, b in pairwise(tekst)}) == 1


def _gewoon(wachtwoord: str) -> str:
    # The same password can be typed in two ways on two keyboards.
    return unicodedata.normalize("NFKC", wachtwoord)


@cache
def _bekend() -> frozenset[str]:
    regels = (Path(__file__).parent / "wachtwoorden.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(regel.strip() for regel in regels if regel.strip() and not regel.startswith("#"))
