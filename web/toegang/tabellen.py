"""The tables of the login of staff. Changed only together with a migration in `actions/gesprek/migraties/versies/`.

No secret stands in them as it is: passwords as argon2id, secrets of apps sealed (`kluis.py`), and everything else that opens
something as a hash.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from actions.gesprek import tabellen
from actions.gesprek.tabellen import Moment

metadata = MetaData(naming_convention=tabellen.metadata.naming_convention)


def _van_medewerker() -> Column[int]:
    return Column(
        "medewerker", Integer, ForeignKey("medewerker.id", ondelete="CASCADE"), nullable=False, index=True
    )


medewerker = Table(
    "medewerker",
    metadata,
    Column("id", Integer, primary_key=True),
    # Who vouches for this person: "lokaal" (password and app) or the issuer of the OpenID provider.
    Column("bron", String(300), nullable=False),
    # The login name; from a provider its `sub`.
    Column("login", String(200), nullable=False),
    Column("naam", String(200), nullable=False),
    Column("gemeente", String(100), nullable=False),
    Column("rollen", JSON, nullable=False),
    # Empty until the person chose one, and always for somebody from a provider.
    Column("wachtwoord", String(300), nullable=True),
    Column("totp", Text, nullable=True),
    # The last time step of which a code was used: an older or equal one opens nothing any more.
    Column("totp_stap", Integer, nullable=False),
    Column("geblokkeerd", Boolean, nullable=False),
    Column("gemaakt", Moment, nullable=False),
    Column("laatst_aangemeld", Moment, nullable=True),
    UniqueConstraint("bron", "login"),
)

herstelcode = Table(
    "herstelcode",
    metadata,
    Column("code", String(64), primary_key=True),
    _van_medewerker(),
)

instelcode = Table(
    "instelcode",
    metadata,
    Column("code", String(64), primary_key=True),
    _van_medewerker(),
    Column("totp", Text, nullable=False),
    Column("geldig_tot", Moment, nullable=False),
)

sessie = Table(
    "sessie",
    metadata,
    Column("id", String(64), primary_key=True),
    _van_medewerker(),
    Column("begonnen", Moment, nullable=False),
    Column("laatst", Moment, nullable=False),
    # The secret of a new app that is not confirmed yet, sealed.
    Column("nieuw_totp", Text, nullable=True),
    # The id token of the provider, sealed: it asks for it when somebody logs out there.
    Column("id_token", Text, nullable=True),
)

poging = Table(
    "poging",
    metadata,
    # A keyed hash of a name, an address or both: who reads this table learns neither.
    Column("sleutel", String(64), primary_key=True),
    Column("mislukt", Integer, nullable=False),
    Column("laatst", Moment, nullable=False, index=True),
    Column("wacht_tot", Moment, nullable=True),
)

oidc_ronde = Table(
    "oidc_ronde",
    metadata,
    # A hash of `state`.
    Column("state", String(64), primary_key=True),
    # A hash of the cookie of the browser that began.
    Column("browser", String(64), nullable=False),
    # Nonce, code verifier and where to go on, sealed.
    Column("inhoud", Text, nullable=False),
    Column("geldig_tot", Moment, nullable=False, index=True),
)

spoor = Table(
    "spoor",
    metadata,
    Column("nr", Integer, primary_key=True),
    Column("wanneer", Moment, nullable=False, index=True),
    Column("soort", String(40), nullable=False),
    # No foreign keys: a line outlives the account it is about.
    Column("medewerker", Integer, nullable=True),
    Column("wie", String(200), nullable=True),
    Column("gemeente", String(100), nullable=True, index=True),
    Column("kenmerk", String(100), nullable=True, index=True),
    # Before this moment, by its own clock, the database erases the line for nobody (triggers, migration 0010).
    Column("weg_na", Moment, nullable=True),
)

spoor_termijn = Table(
    "spoor_termijn",
    metadata,
    # One row: how many days a new line is kept.
    Column("nr", Integer, primary_key=True),
    Column("dagen", Integer, nullable=False),
)
