"""The trail: who did what, and when. Lines are added and, after their term, erased; none is ever changed (a trigger sees to it).

It holds no content: of a request of a resident only its `kenmerk`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from web.toegang.accounts import Medewerker
from web.toegang.tabellen import spoor


class Soort(StrEnum):
    """What happened. Words for people: `content/teksten/toegang.yml`, `spoor_<value>`."""

    AANGEMELD = "aangemeld"
    MISLUKT = "mislukt"
    WACHTEN = "wachten"
    AFGEMELD = "afgemeld"
    GEWEIGERD = "geweigerd"
    ACCOUNT_GEMAAKT = "account_gemaakt"
    ACCOUNT_INGESTELD = "account_ingesteld"
    ACCOUNT_VERANDERD = "account_veranderd"
    ACCOUNT_GEBLOKKEERD = "account_geblokkeerd"
    ACCOUNT_VRIJGEGEVEN = "account_vrijgegeven"
    ACCOUNT_HERSTELD = "account_hersteld"
    ACCOUNT_VERWIJDERD = "account_verwijderd"
    WACHTWOORD_GEWIJZIGD = "wachtwoord_gewijzigd"
    APP_GEWIJZIGD = "app_gewijzigd"
    HERSTELCODES_GEMAAKT = "herstelcodes_gemaakt"
    HERSTELCODE_GEBRUIKT = "herstelcode_gebruikt"
    SESSIES_BEEINDIGD = "sessies_beeindigd"
    SPOOR_BEKEKEN = "spoor_bekeken"
    AANVRAAG_GEOPEND = "aanvraag_geopend"
    AANVRAAG_AFGEHANDELD = "aanvraag_afgehandeld"
    AANVRAAG_GEWIST = "aanvraag_gewist"


@dataclass(frozen=True, slots=True)
class Regel:
    """One line, newest first in lists."""

    nr: int
    wanneer: datetime
    soort: str
    medewerker: int | None
    wie: str | None
    """The login name as it was then; of somebody from a provider the name."""
    gemeente: str | None
    kenmerk: str | None


def noteer(
    verbinding: Connection,
    nu: datetime,
    soort: Soort,
    wie: Medewerker | None,
    kenmerk: str | None = None,
) -> None:
    """Add a line, in the transaction of what it is about. Never with what somebody typed: that can be a password."""
    rij: dict[str, object] = {"wanneer": nu, "soort": soort.value, "kenmerk": kenmerk}
    if wie is not None:
        rij |= {"medewerker": wie.id, "wie": wie.login if wie.lokaal else wie.naam, "gemeente": wie.gemeente}
    verbinding.execute(insert(spoor).values(rij))


def lees(
    verbinding: Connection, gemeente: str | None, *, voor: int | None = None, aantal: int = 100
) -> tuple[Regel, ...]:
    """The newest lines of a gemeente (None: of all, and those of nobody), those before line `voor` when given."""
    vraag = select(spoor).order_by(spoor.c.nr.desc()).limit(aantal)
    if gemeente is not None:
        vraag = vraag.where(spoor.c.gemeente == gemeente)
    if voor is not None:
        vraag = vraag.where(spoor.c.nr < voor)
    return tuple(Regel(**rij._mapping) for rij in verbinding.execute(vraag))


def vergeet(verbinding: Connection, tot: datetime) -> None:
    """Erase the lines from before this moment."""
    verbinding.execute(delete(spoor).where(spoor.c.wanneer < tot))
