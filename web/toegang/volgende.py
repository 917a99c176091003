"""Where to go on after logging in: only to a page of ours for staff, never to another site."""

from __future__ import annotations

import re

from web.toegang.accounts import Medewerker

_STUK = r"[A-Za-z0-9_-][A-Za-z0-9_.-]*"
_VEILIG = re.compile(rf"/(?:account|balie|beheer|redactie)(?:/{_STUK})*(?:\?[A-Za-z0-9_=&.-]*)?", re.ASCII)
_LANGST = 300


def veilig(gevraagd: str | None) -> str | None:
    """The path when it is one of ours for staff, else None."""
    if gevraagd is None or len(gevraagd) > _LANGST or not _VEILIG.fullmatch(gevraagd):
        return None
    return gevraagd


def begin_van(wie: Medewerker) -> str:
    """Where somebody starts who asked for nothing else."""
    if wie.mag("balie"):
        return "/balie"
    return "/redactie" if wie.mag("schrijver", "publicist") else "/account"
