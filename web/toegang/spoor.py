"""The trail: who did what, and when. Lines are added and, after their term, erased; none is ever changed, and none is erased
before (triggers see to it). The term that holds when a line is written is that line's for good.

It holds no content: of a request of a resident only its `kenmerk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from web.toegang.accounts import Medewerker
from web.toegang.tabellen import medewerker, spoor, spoor_termijn

_SPELING = timedelta(hours=1)
"""The clock of the database may be behind ours."""


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
    AANVRAAG_GENOMEN = "aanvraag_genomen"
    AANVRAAG_TERUGGEGEVEN = "aanvraag_teruggegeven"
    AANVRAAG_NIET_BEREIKT = "aanvraag_niet_bereikt"
    AANVRAAG_AFGEHANDELD = "aanvraag_afgehandeld"
    AANVRAAG_TERUGGEZET = "aanvraag_teruggezet"
    AANVRAAG_GEWIST = "aanvraag_gewist"
    MELDING_WEGGELEGD = "melding_weggelegd"
    CONCEPT_BEGONNEN = "concept_begonnen"
    CONCEPT_VOORGELEGD = "concept_voorgelegd"
    CONCEPT_TERUGGESTUURD = "concept_teruggestuurd"
    CONCEPT_INGETROKKEN = "concept_ingetrokken"
    CONCEPT_GEPUBLICEERD = "concept_gepubliceerd"
    UITGAVE_TERUGGEDRAAID = "uitgave_teruggedraaid"
    INHOUD_OPGENOMEN = "inhoud_opgenomen"


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


_REGEL = [kolom for kolom in spoor.c if kolom is not spoor.c.weg_na]


def noteer(
    verbinding: Connection,
    nu: datetime,
    soort: Soort,
    wie: Medewerker | None,
    kenmerk: str | None = None,
) -> None:
    """Add a line, in the transaction of what it is about. Never with what somebody typed: that can be a password."""
    dagen = verbinding.scalar(select(spoor_termijn.c.dagen)) or 0
    weg_na = nu + timedelta(days=dagen)
    rij: dict[str, object] = {"wanneer": nu, "soort": soort.value, "kenmerk": kenmerk, "weg_na": weg_na}
    if wie is not None:
        rij |= {"medewerker": wie.id, "wie": wie.login if wie.lokaal else wie.naam, "gemeente": wie.gemeente}
    verbinding.execute(insert(spoor).values(rij))


def lees(
    verbinding: Connection, gemeente: str | None, *, voor: int | None = None, aantal: int = 100
) -> tuple[Regel, ...]:
    """The newest lines of a gemeente (None: of all, and those of nobody), those before line `voor` when given."""
    vraag = select(*_REGEL).order_by(spoor.c.nr.desc()).limit(aantal)
    if gemeente is not None:
        vraag = vraag.where(spoor.c.gemeente == gemeente)
    if voor is not None:
        vraag = vraag.where(spoor.c.nr < voor)
    return tuple(Regel(**rij._mapping) for rij in verbinding.execute(vraag))


def van_aanvraag(verbinding: Connection, kenmerk: str) -> tuple[Regel, ...]:
    """What was done with a request of a resident, oldest first. People by name, while they have an account."""
    return _met_namen(verbinding, select(*_REGEL).where(spoor.c.kenmerk == kenmerk))


def net_geopend(
    verbinding: Connection, gemeente: str, kenmerken: Iterable[str], sinds: datetime
) -> tuple[Regel, ...]:
    """Who opened these requests since then, oldest first, as `van_aanvraag` names people."""
    waar = (
        spoor.c.gemeente == gemeente,
        spoor.c.soort == Soort.AANVRAAG_GEOPEND.value,
        spoor.c.wanneer >= sinds,
        spoor.c.kenmerk.in_(list(kenmerken)),
    )
    return _met_namen(verbinding, select(*_REGEL).where(*waar))


def _met_namen(verbinding: Connection, vraag: Select[Any]) -> tuple[Regel, ...]:
    mensen = verbinding.execute(select(medewerker.c.id, medewerker.c.naam))
    namen = {mens.id: mens.naam for mens in mensen}
    regels = (Regel(**rij._mapping) for rij in verbinding.execute(vraag.order_by(spoor.c.nr)))
    return tuple(replace(regel, wie=namen.get(regel.medewerker or 0, regel.wie)) for regel in regels)


def zet_termijn(verbinding: Connection, dagen: int) -> None:
    """How long a line that is written from now on is kept."""
    anders = update(spoor_termijn).where(spoor_termijn.c.dagen != dagen)
    verbinding.execute(anders.values(dagen=dagen))


def vergeet(verbinding: Connection, nu: datetime) -> None:
    """Erase the lines whose term is over."""
    verbinding.execute(delete(spoor).where(spoor.c.weg_na <= nu - _SPELING))
