"""The tables of the talk's record. Changed only together with a migration in `migraties/versies/`.

Nothing in here names a person. `gesprek.id` is the SHA-256 of the token; the token itself is stored nowhere, but for a few
minutes sealed under a code that is stored nowhere either (`meeneemcode`, see `meenemen`).
`onderwerp_dag` counts questions and is tied to no talk.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets time zones, so it is stored without and given back with one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _van_gesprek() -> Column[str]:
    return Column("gesprek", String(64), ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True)


gesprek = Table(
    "gesprek",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("gemeente", String(100), nullable=False),
    Column("gedeelde_computer", Boolean, nullable=False),
    Column("aangemaakt", Moment, nullable=False),
    Column("verloopt", Moment, nullable=False, index=True),
    Column("laatste_nr", Integer, nullable=False),
    Column("geschat", JSON, nullable=False),
    Column("scope", JSON, nullable=False),
    Column("open_vraag", JSON(none_as_null=True), nullable=True),
    Column("extra", JSON, nullable=False),
)

feit = Table(
    "feit",
    metadata,
    _van_gesprek(),
    Column("naam", String(100), primary_key=True),
    Column("nr", Integer, nullable=False),
    Column("waarde", JSON, nullable=False),
)

beurt = Table(
    "beurt",
    metadata,
    _van_gesprek(),
    Column("nr", Integer, primary_key=True, autoincrement=False),
    Column("client_id", String(100), nullable=False),
    Column("ingekomen", JSON(none_as_null=True), nullable=True),
    Column("antwoord", JSON, nullable=False),
    Column("weg", String(10), nullable=False),
    UniqueConstraint("gesprek", "client_id"),
)

keuze = Table(
    "keuze",
    metadata,
    _van_gesprek(),
    Column("id", String(200), primary_key=True),
    Column("nr", Integer, nullable=False),
    Column("bericht", String(200), nullable=False),
    Column("betekenis", JSON, nullable=False),
)

meeneemcode = Table(
    "meeneemcode",
    metadata,
    _van_gesprek(),
    Column("zoek", String(64), nullable=False, unique=True),
    Column("zegel", LargeBinary, nullable=False),
    Column("geldig_tot", Moment, nullable=False, index=True),
)

onderwerp_dag = Table(
    "onderwerp_dag",
    metadata,
    Column("dag", Date, primary_key=True),
    Column("gemeente", String(100), primary_key=True),
    Column("onderwerp", String(100), primary_key=True),
    Column("gevraagd", Integer, nullable=False),
    Column("hielp", Integer, nullable=False),
    Column("hielp_niet", Integer, nullable=False),
)
