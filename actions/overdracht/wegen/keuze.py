"""Which way a request goes: the gemeente's file says it, the environment holds the secrets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

import httpx

from actions.gesprek.bronnen import Bronnen
from actions.overdracht.kluis import Kluis
from actions.overdracht.post import Postkantoor
from actions.overdracht.wegen import NietGelukt, Weg
from actions.overdracht.wegen.balie import BalieWeg
from actions.overdracht.wegen.mail import MailWeg
from actions.overdracht.wegen.openklant import OpenKlantWeg
from content.schema import Gemeente

POST_INSTELLINGEN = ("RECHTOP_SMTP_HOST", "RECHTOP_SMTP_AFZENDER")
"""The settings without which no mail is sent."""


def tokennaam(slug: str) -> str:
    """The setting with the token of a gemeente: its slug in capitals, with `_` for `-`."""
    return f"RECHTOP_OPENKLANT_TOKEN_{slug.upper().replace('-', '_')}"


def ontbreekt(
    gemeente: Gemeente, kantoor: Postkantoor | None, omgeving: Mapping[str, str]
) -> tuple[str, ...]:
    """What the way out of this gemeente cannot do without and is not set up: settings, or a field of its file."""
    hier = gemeente.overdracht
    if hier is None:
        return ()
    if hier.mist is not None:
        return (f"overdracht.{hier.mist}",)
    if hier.kanaal == "open_klant" and not omgeving.get(tokennaam(gemeente.slug)):
        return (tokennaam(gemeente.slug),)
    if hier.kanaal == "e-mail" and kantoor is None:
        return POST_INSTELLINGEN
    return ()


class Wegen:
    """`omgeving` holds the tokens. `transport` replaces the line to Open Klant, for tests."""

    def __init__(
        self,
        bronnen: Bronnen,
        kluis: Kluis,
        klok: Callable[[], datetime],
        kantoor: Postkantoor | None,
        omgeving: Mapping[str, str],
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._bronnen = bronnen
        self._kluis = kluis
        self._klok = klok
        self._kantoor = kantoor
        self._omgeving = omgeving
        self._transport = transport

    def weg(self, slug: str, kanaal: str) -> Weg:
        """Raises NietGelukt("instelling") when it is not (or no longer) set up."""
        gemeente = self._bronnen.inhoud.gemeente(slug)
        if kanaal == "balie":
            return BalieWeg(self._bronnen.opslag, self._kluis, self._klok)
        hier = None if gemeente is None else gemeente.overdracht
        if gemeente is None or hier is None:
            raise NietGelukt("instelling")
        token = self._omgeving.get(tokennaam(slug))
        if kanaal == "open_klant" and hier.open_klant is not None and token:
            return OpenKlantWeg(hier.open_klant, token, partial(self._woorden, gemeente), self._transport)
        if kanaal == "e-mail" and hier.e_mail is not None and self._kantoor is not None:
            return MailWeg(self._kantoor, hier.e_mail, partial(self._woorden, gemeente))
        raise NietGelukt("instelling")

    def klaar(self, slug: str) -> bool:
        """Can a request of this gemeente be sent at all?"""
        gemeente = self._bronnen.inhoud.gemeente(slug)
        hier = None if gemeente is None else gemeente.overdracht
        if hier is None or hier.kanaal is None:
            return False
        try:
            self.weg(slug, hier.kanaal)
        except NietGelukt:
            return False
        return True

    def _woorden(self, gemeente: Gemeente, naam: str, **waarden: Any) -> str:
        return self._bronnen.inhoud.tekst(f"overdracht.{naam}", gemeente=gemeente, **waarden)
