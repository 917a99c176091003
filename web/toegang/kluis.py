"""Keys of this room, made from the key of the house: one to seal secrets with, one for hashes that nobody else can make."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from actions.overdracht import kluis

KluisDicht = kluis.KluisDicht


class Kluis(kluis.Kluis):
    """`geheimen`: the key of the house (RECHTOP_SLEUTEL), then the one before it. The first seals, all of them open.

    Keyed hashes use the first only: after a change of keys recovery codes and set-up links have to be made anew.
    """

    def __init__(self, geheimen: Sequence[str]) -> None:
        super().__init__([urlsafe_b64encode(_afgeleid(een, "verzegelen")).decode() for een in geheimen])
        self._merk = _afgeleid(geheimen[0], "merken")

    def merk(self, *delen: str) -> str:
        """A keyed hash (HMAC-SHA256, in hex) of these texts together."""
        return hmac.new(self._merk, json.dumps(delen).encode(), hashlib.sha256).hexdigest()


def _afgeleid(geheim: str, doel: str) -> bytes:
    afleiding = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"rechtop toegang {doel} 1".encode())
    return afleiding.derive(geheim.encode())
