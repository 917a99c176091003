"""Codes of an app (TOTP, RFC 6238), recovery codes, and the picture a telephone reads the secret from."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime

import pyotp
import segno

STAP = 30
"""Seconds that one code of the app is shown."""
SPELING = 1
"""Steps before and after now that are taken too: clocks differ, and people type slowly."""
AANTAL_HERSTEL = 10
_TEKENS = "CDFHJKMNPQRTVWXY34679"
"""No two that look or sound alike, no vowels."""
_HERSTEL_LENGTE = 12
"""21 signs, 12 of them: 52 bits, stored under a keyed hash."""


def nieuw_geheim() -> str:
    """160 bits in base32, as RFC 4226 advises."""
    return pyotp.random_base32(32)


def code_op(geheim: str, moment: datetime) -> str:
    """What the app shows at this moment."""
    return str(pyotp.TOTP(geheim).at(moment))


def stap_van(geheim: str, code: str, nu: datetime, na: int) -> int | None:
    """The time step of which this is the code, or None. Only steps after `na`: a code that was used opens nothing again."""
    cijfers = "".join(code.split())
    if len(cijfers) != 6 or not cijfers.isascii() or not cijfers.isdigit():
        return None
    totp, gevonden = pyotp.TOTP(geheim), None
    huidig = int(nu.timestamp()) // STAP
    for stap in range(huidig - SPELING, huidig + SPELING + 1):
        gelijk = hmac.compare_digest(totp.generate_otp(stap), cijfers)
        if gelijk and stap > na:
            gevonden = stap
    return gevonden


def voor_app(geheim: str, login: str, dienst: str) -> str:
    """The address that an app reads from the picture."""
    return pyotp.TOTP(geheim).provisioning_uri(name=login, issuer_name=dienst)


def beeld(adres: str, titel: str) -> str:
    """A QR code as SVG to put in a page. No style in it, so that it is allowed under a strict CSP."""
    svg: str = segno.make(adres, error="m", micro=False).svg_inline(
        scale=5,
        border=4,
        dark="#000",
        light="#fff",
        title=titel,
        svgclass="qr",
        lineclass=None,
        omitsize=False,
    )
    return svg.replace("<svg ", '<svg role="img" ', 1)


def in_groepen(geheim: str) -> str:
    """Easier to type over: in groups of four."""
    return " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4))


def nieuwe_herstelcodes() -> tuple[str, ...]:
    """Ten codes, as a person writes them down: `ABCD-EFGH-JKLM`."""
    return tuple(_herstelcode() for _ in range(AANTAL_HERSTEL))


def _herstelcode() -> str:
    ruw = "".join(secrets.choice(_TEKENS) for _ in range(_HERSTEL_LENGTE))
    return "-".join(ruw[i : i + 4] for i in range(0, _HERSTEL_LENGTE, 4))


def lees_herstelcode(getypt: str) -> str | None:
    """The code in what somebody typed: case, spaces and hyphens do not matter. None when it cannot be one."""
    kaal = "".join(getypt.upper().replace("-", " ").split())
    return kaal if len(kaal) == _HERSTEL_LENGTE and set(kaal) <= set(_TEKENS) else None
