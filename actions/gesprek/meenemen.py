"""Going on with a talk on another device: a short code that gives the token of the talk once, within minutes.

The record keeps no token and no code. From the code, and a key that is not in the database, comes by a slow function (scrypt)
both what the row is found by and the key under which the token is sealed (AES-GCM, bound to the talk). See
docs/besluiten/0029-meenemen.md for what that does and does not protect.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from actions.gesprek.codes import CodeBezet
from actions.gesprek.opslag import Opslag, gesprek_id

LENGTE = 8
ALFABET = "CDFHJKMNPQRTVWXY34679"
"""No two that look or sound as one when copied from a screen (0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V), and no vowels, so that
no word comes out. 21 signs, 8 of them: 35.1 bits."""

_SCRYPT_N, _SCRYPT_R = 2**14, 8
"""16 MB and some 60 ms for each guess."""
_NONCE = 12
_LANGSTE = 100
"""Characters. What is longer is no code with spaces any more."""


class CodeOnbekend(Exception):
    """The code opens nothing: wrong, used, replaced or expired. Nobody is told which."""


@dataclass(frozen=True, slots=True)
class Code:
    code: str
    """For the resident; stored nowhere."""
    geldig_tot: datetime


@dataclass(frozen=True, slots=True)
class Opgehaald:
    gesprek: str
    """The token: the same as on the first device."""
    gemeente: str
    """The slug."""
    verloopt: datetime
    """When the talk expires."""


def lees_code(getypt: str) -> str | None:
    """The code in what somebody typed, or None when it cannot be one. Case, spaces, hyphens and invisible signs do not matter."""
    if len(getypt) > _LANGSTE:
        return None
    gewoon = unicodedata.normalize("NFKC", getypt).upper()
    code = "".join(t for t in gewoon if not (t.isspace() or unicodedata.category(t) in ("Pd", "Cf", "Cc")))
    return code if len(code) == LENGTE and set(code) <= set(ALFABET) else None


def _kies() -> str:
    return "".join(secrets.choice(ALFABET) for _ in range(LENGTE))


class Meenemen:
    """Makes codes and takes talks out with them. Both block: some 60 ms of work, and the record.

    `sleutel`: the secret of the installation, the same in every process that shares the record. Without one a key is made that
    lasts as long as this object: codes of before a restart then open nothing. `termijn`: how long a code can be used.
    """

    def __init__(
        self,
        opslag: Opslag,
        sleutel: str | None,
        *,
        termijn: timedelta = timedelta(minutes=15),
        kies: Callable[[], str] = _kies,
    ) -> None:
        self._opslag = opslag
        self._termijn = termijn
        self._kies = kies
        geheim = sleutel.encode() if sleutel else secrets.token_bytes(32)
        self._zout = hmac.digest(geheim, b"rechtop meenemen 1", "sha256")

    def maak(self, token: str) -> Code:
        """A code for this talk; one of before does not work any more. The talk is not kept longer because of it.

        Raises GesprekOnbekend.
        """
        id_ = gesprek_id(token)
        while True:
            code = self._kies()
            zoek, sleutel = self._uit(code)
            nonce = secrets.token_bytes(_NONCE)
            zegel = nonce + AESGCM(sleutel).encrypt(nonce, token.encode(), id_.encode())
            try:
                return Code(code, self._opslag.leg_code(id_, zoek, zegel, self._termijn))
            except CodeBezet:
                continue

    def haal(self, getypt: str, mag: Callable[[str], object] = lambda gemeente: None) -> Opgehaald:  # noqa: ARG005
        """The talk that this code is of; the code is used with it.

        `mag` gets the slug of its gemeente, and may raise: then nothing happened. Raises CodeOnbekend.
        """
        code = lees_code(getypt)
        if code is None:
            raise CodeOnbekend
        zoek, sleutel = self._uit(code)
        with self._opslag.neem_code(zoek) as genomen:
            if genomen is None:
                raise CodeOnbekend
            mag(genomen.gemeente)
            nonce, inhoud = genomen.zegel[:_NONCE], genomen.zegel[_NONCE:]
            token = AESGCM(sleutel).decrypt(nonce, inhoud, genomen.gesprek.encode()).decode()
        return Opgehaald(token, genomen.gemeente, genomen.verloopt)

    def _uit(self, code: str) -> tuple[str, bytes]:
        """(what the row is found by, the key of the seal)."""
        stof = hashlib.scrypt(code.encode(), salt=self._zout, n=_SCRYPT_N, r=_SCRYPT_R, p=1, dklen=64)
        return stof[:32].hex(), stof[32:]
