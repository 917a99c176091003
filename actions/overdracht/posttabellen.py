"""What is kept of overviews that were mailed. Changed only together with a migration in `actions/gesprek/migraties/versies/`.

No address stands in here: of an address a hash with a key, made anew for each day, that leads to no talk.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from actions.gesprek.tabellen import Moment, metadata

overzichtmail = Table(
    "overzichtmail",
    metadata,
    Column("gesprek", String(64), ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True),
    # Of the form, so that the same form sent twice is one mail.
    Column("client_id", String(100), nullable=False),
    # Until when somebody is busy sending it; empty: it was sent.
    Column("bezig_tot", Moment, nullable=True),
)

overzichtmail_adres = Table(
    "overzichtmail_adres",
    metadata,
    Column("merk", String(64), primary_key=True),
    Column("dag", Date, nullable=False, index=True),
    Column("aantal", Integer, nullable=False),
)
