"""The cookies of staff. They exist only on the pages of staff; a resident never gets one.

`__Host-` and Secure always, but for one case: plain http on the machine itself, where a browser would not keep such a cookie.
"""

from __future__ import annotations

from ipaddress import ip_address

from fastapi import Request, Response

from web.instellingen import Instellingen

_NAAM = "rechtop_medewerker"
_RONDE = "rechtop_aanmelding"


def is_veilig(request: Request, instellingen: Instellingen) -> bool:
    """Whether browsers reach us over https. Only plain http to loopback is not, unless the settings say where we are."""
    if instellingen.openbaar_adres is not None:
        return instellingen.openbaar_adres.startswith("https://")
    return request.url.scheme == "https" or not _is_lokaal(request.url.hostname or "")


def lees(request: Request, instellingen: Instellingen) -> str | None:
    """The session id of this browser."""
    return request.cookies.get(_naam(request, instellingen, _NAAM))


def zet(request: Request, antwoord: Response, instellingen: Instellingen, sleutel: str) -> None:
    """Gone when the browser closes; when the session ends is decided here, not there."""
    _zet(request, antwoord, instellingen, _NAAM, sleutel, None)


def wis(request: Request, antwoord: Response, instellingen: Instellingen) -> None:
    _zet(request, antwoord, instellingen, _NAAM, "", 0)


def lees_ronde(request: Request, instellingen: Instellingen) -> str | None:
    """What binds a round along the OpenID provider to the browser that began it."""
    return request.cookies.get(_naam(request, instellingen, _RONDE))


def zet_ronde(
    request: Request, antwoord: Response, instellingen: Instellingen, sleutel: str, duur: int
) -> None:
    _zet(request, antwoord, instellingen, _RONDE, sleutel, duur)


def wis_ronde(request: Request, antwoord: Response, instellingen: Instellingen) -> None:
    _zet(request, antwoord, instellingen, _RONDE, "", 0)


def _naam(request: Request, instellingen: Instellingen, naam: str) -> str:
    return f"__Host-{naam}" if is_veilig(request, instellingen) else naam


def _zet(
    request: Request, antwoord: Response, instellingen: Instellingen, naam: str, waarde: str, duur: int | None
) -> None:
    # Lax, not Strict: after the round along the provider the first page must see the cookie. Forms carry their own proof.
    antwoord.set_cookie(
        _naam(request, instellingen, naam),
        waarde,
        max_age=duur,
        path="/",
        secure=is_veilig(request, instellingen),
        httponly=True,
        samesite="lax",
    )


def _is_lokaal(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
