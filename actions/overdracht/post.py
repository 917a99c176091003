"""Sending one mail over SMTP with TLS. Without TLS, or to a server whose certificate does not fit, nothing is sent."""

from __future__ import annotations

import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import format_datetime
from pathlib import Path
from typing import Any

_BEGIN = 0.25
"""The part of the time that making the connection may take; the rest is for the talk."""
_GROET = 2.0
"""Seconds for taking leave of a server that has the mail already."""


@dataclass(frozen=True, slots=True)
class Postkantoor:
    """The mail server of the installation."""

    host: str
    poort: int
    afzender: str
    gebruiker: str | None = None
    wachtwoord: str | None = field(default=None, repr=False)
    meteen_tls: bool = False
    """TLS from the first byte (port 465) instead of STARTTLS."""
    ca: Path | None = None
    """Certificates that are trusted, instead of those of the system."""


class NietVerstuurd(Exception):
    """The server did not say that it has the mail. `reden` is a short code: what a server says may repeat an address."""

    def __init__(self, reden: str, *, adres_geweigerd: bool = False) -> None:
        self.reden = reden
        self.adres_geweigerd = adres_geweigerd
        """The server takes nothing for this address, now or later."""
        super().__init__(reden)


def maak_brief(
    kantoor: Postkantoor, aan: str, onderwerp: str, tekst: str, nummer: str, moment: datetime
) -> EmailMessage:
    """A mail of plain text. `nummer` makes its Message-ID, so nothing of a person may be in it."""
    brief = EmailMessage(policy=POLICY)
    brief["From"] = kantoor.afzender
    brief["To"] = aan
    brief["Subject"] = onderwerp
    brief["Date"] = format_datetime(moment)
    brief["Message-ID"] = message_id(kantoor, nummer)
    brief["Auto-Submitted"] = "auto-generated"
    brief["Content-Language"] = "nl"
    brief.set_content(tekst)
    return brief


def message_id(kantoor: Postkantoor, nummer: str) -> str:
    return f"<{nummer}@{kantoor.afzender.rpartition('@')[2]}>"


def verstuur(
    kantoor: Postkantoor,
    brief: EmailMessage,
    seconden: float,
    verder: Callable[[], None] = lambda: None,
) -> None:
    """Returns when the server has taken the mail over; within about this many seconds, one way or the other.

    `verder` is called before the first step outside, and again just before the mail itself goes. Raises NietVerstuurd, and
    what `verder` raises.
    """
    verder()
    try:
        lijn = _bel(kantoor, seconden)
    except (OSError, smtplib.SMTPException) as fout:
        raise _mis(fout) from None
    try:
        verder()
        lijn.send_message(brief)
    except (OSError, smtplib.SMTPException) as fout:
        raise _mis(fout) from None
    else:
        # It is there. A server that is slow or rude when we leave must not make us send it again.
        lijn.tot = time.monotonic() + _GROET
        with suppress(OSError, smtplib.SMTPException):
            lijn.quit()
    finally:
        lijn.close()


def _mis(fout: Exception) -> NietVerstuurd:
    geweigerd = isinstance(fout, smtplib.SMTPRecipientsRefused) and all(
        code >= 500 for code, _ in fout.recipients.values()
    )
    return NietVerstuurd(f"mail_{type(fout).__name__}"[:40], adres_geweigerd=geweigerd)


class _OpTijd:
    """Each step gets what is left of the time."""

    tot: float
    sock: ssl.SSLSocket | None

    def send(self, s: Any) -> None:
        nog = self.tot - time.monotonic()
        if nog <= 0:
            raise TimeoutError
        if self.sock is not None:
            self.sock.settimeout(nog)
        super().send(s)  # type: ignore[misc]


class _Starttls(_OpTijd, smtplib.SMTP):  # type: ignore[misc]
    pass


class _Meteen(_OpTijd, smtplib.SMTP_SSL):  # type: ignore[misc]
    pass


def _bel(kantoor: Postkantoor, seconden: float) -> _Starttls | _Meteen:
    """A line over which a mail may go. Raises OSError, smtplib.SMTPException."""
    context = ssl.create_default_context(cafile=None if kantoor.ca is None else str(kantoor.ca))
    tot = time.monotonic() + seconden
    begin = seconden * _BEGIN
    lijn: _Starttls | _Meteen
    if kantoor.meteen_tls:
        lijn = _Meteen(kantoor.host, kantoor.poort, timeout=begin, context=context)
    else:
        lijn = _Starttls(kantoor.host, kantoor.poort, timeout=begin)
    lijn.tot = tot
    try:
        if not kantoor.meteen_tls:
            lijn.starttls(context=context)
        if kantoor.gebruiker is not None:
            lijn.login(kantoor.gebruiker, kantoor.wachtwoord or "")
    except BaseException:
        lijn.close()
        raise
    return lijn
