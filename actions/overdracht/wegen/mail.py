"""A mailbox of the gemeente, over SMTP with TLS. Never without: then nothing is sent.

A mail cannot be taken back and a mail server does not tell whether it has one already. So the same request always makes the
same mail, with the same Message-ID, by which mailboxes throw away a second copy; withdrawing sends a mail that asks to erase
the first.
"""

from __future__ import annotations

from email.message import EmailMessage

from actions.overdracht.post import NietVerstuurd, Postkantoor, maak_brief, message_id, verstuur
from actions.overdracht.wegen import NietGelukt, Verder, Woorden, Zending

SECONDEN = 60.0
"""For one mail; much shorter than a row of the outbox is held (`bezorger.py`)."""


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
        brief["In-Reply-To"] = message_id(self._kantoor, f"{zending.kenmerk}.vraag")
        self._stuur(brief, verder)

    def _brief(self, zending: Zending, soort: str, onderwerp: str, tekst: str) -> EmailMessage:
        nummer = f"{zending.kenmerk}.{soort}"
        return maak_brief(self._kantoor, self._adres, onderwerp, tekst, nummer, zending.ingediend)

    def _stuur(self, brief: EmailMessage, verder: Verder) -> None:
        try:
            verstuur(self._kantoor, brief, SECONDEN, verder)
        except NietVerstuurd as fout:
            raise NietGelukt(fout.reden) from None
