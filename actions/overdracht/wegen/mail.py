"""A mailbox of the gemeente, over SMTP with TLS. Never without: then nothing is sent.

A mail cannot be taken back and a mail server does not tell whether it has one already. So the same request always has the same
Message-ID, by which mailboxes throw away a second copy; withdrawing sends a mail that asks to erase the first.
"""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import format_datetime
from pathlib import Path

from actions.overdracht.wegen import NietGelukt, Verder, Woorden, Zending

TIJD = 20.0
"""Seconds for each answer of the mail server."""


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


class MailWeg:
    def __init__(self, kantoor: Postkantoor, adres: str, woorden: Woorden) -> None:
        self._kantoor = kantoor
        self._adres = adres
        self._woorden = woorden

    def bezorg(self, zending: Zending, verder: Verder) -> None:
        regels = "\n".join(f"{veld.label}: {veld.waarde}" for veld in zending.regels)
        tekst = self._woorden("mail.tekst", kenmerk=zending.kenmerk, regels=regels)
        onderwerp = self._woorden("mail.onderwerp", kenmerk=zending.kenmerk)
        self._stuur(self._brief(zending, "vraag", onderwerp, tekst), verder)

    def haal_terug(self, zending: Zending, verder: Verder) -> None:
        tekst = self._woorden("mail.weg_tekst", kenmerk=zending.kenmerk)
        onderwerp = self._woorden("mail.weg_onderwerp", kenmerk=zending.kenmerk)
        brief = self._brief(zending, "intrekken", onderwerp, tekst)
        brief["In-Reply-To"] = self._nummer(zending, "vraag")
        self._stuur(brief, verder)

    def _nummer(self, zending: Zending, soort: str) -> str:
        return f"<{zending.kenmerk}.{soort}@{self._kantoor.afzender.rpartition('@')[2]}>"

    def _brief(self, zending: Zending, soort: str, onderwerp: str, tekst: str) -> EmailMessage:
        brief = EmailMessage(policy=POLICY)
        brief["From"] = self._kantoor.afzender
        brief["To"] = self._adres
        brief["Subject"] = onderwerp
        brief["Date"] = format_datetime(zending.ingediend)
        brief["Message-ID"] = self._nummer(zending, soort)
        brief["Auto-Submitted"] = "auto-generated"
        brief.set_content(tekst)
        return brief

    def _stuur(self, brief: EmailMessage, verder: Verder) -> None:
        kantoor = self._kantoor
        context = ssl.create_default_context(cafile=None if kantoor.ca is None else str(kantoor.ca))
        verder()
        try:
            if kantoor.meteen_tls:
                lijn: smtplib.SMTP = smtplib.SMTP_SSL(
                    kantoor.host, kantoor.poort, timeout=TIJD, context=context
                )
            else:
                lijn = smtplib.SMTP(kantoor.host, kantoor.poort, timeout=TIJD)
            with lijn:
                if not kantoor.meteen_tls:
                    lijn.starttls(context=context)
                if kantoor.gebruiker is not None:
                    lijn.login(kantoor.gebruiker, kantoor.wachtwoord or "")
                lijn.send_message(brief)
        except (OSError, smtplib.SMTPException) as fout:
            # What a mail server says may repeat an address.
            raise NietGelukt(f"mail_{type(fout).__name__}"[:40]) from None
