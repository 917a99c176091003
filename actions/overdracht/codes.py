"""The number of a request and the code to withdraw it with.

The code follows from the token of the talk, which only the resident's browser has: the same message gives the same code again,
and it stands nowhere. Stored is what a slow function (scrypt) makes of it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from actions.gesprek.meenemen import ALFABET, LENGTE, lees_code

_SCRYPT_N, _SCRYPT_R = 2**14, 8


def nieuw_kenmerk() -> str:
    """Ten digits, the first no nought: what Open Klant takes as `referentienummer`."""
    return str(10**9 + secrets.randbelow(9 * 10**9))


def is_kenmerk(tekst: str) -> bool:
    return len(tekst) == 10 and tekst.isascii() and tekst.isdigit()


def intrekcode(token: str, client_id: str) -> str:
    """The code of the request that this message of this talk makes."""
    getal = int.from_bytes(
        hmac.digest(token.encode(), b"rechtop intrekken 1 " + client_id.encode(), "sha256")
    )
    code = ""
    for _ in range(LENGTE):
        getal, teken = divmod(getal, len(ALFABET))
        code += ALFABET[teken]
    return code


def bewaarvorm(kenmerk: str, code: str) -> str:
    """What is stored of a code; some 60 ms of work for each guess."""
    return hashlib.scrypt(code.encode(), salt=kenmerk.encode(), n=_SCRYPT_N, r=_SCRYPT_R, p=1, dklen=32).hex()


def getypte_vorm(kenmerk: str, getypt: str) -> str:
    """The same of what somebody typed; of what can be no code something that fits none."""
    code = lees_code(getypt)
    return "" if code is None else bewaarvorm(kenmerk, code)
