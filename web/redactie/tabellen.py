"""The tables of drafts and of trainings. Changed only together with a migration in `actions/gesprek/migraties/versies/`.

What is published stands in git (`bewaarplaats.py`); here stands only what is on its way there.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, Text

from actions.gesprek import tabellen
from actions.gesprek.tabellen import Moment

metadata = MetaData(naming_convention=tabellen.metadata.naming_convention)

concept = Table(
    "concept",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pad", String(200), nullable=False, index=True),
    # The version its writer had before them; empty: there was no such file.
    Column("basis", String(40), nullable=True),
    # Empty: the file is to go.
    Column("tekst", Text, nullable=True),
    Column("reden", Text, nullable=False),
    Column("stand", String(20), nullable=False, index=True),
    # No foreign keys: a draft outlives the account of its writer.
    Column("auteur", Integer, nullable=False),
    Column("auteur_naam", String(200), nullable=False),
    Column("gemeente", String(100), nullable=False, index=True),
    Column("beoordelaar", Integer, nullable=True),
    Column("beoordelaar_naam", String(200), nullable=True),
    Column("opmerking", Text, nullable=True),
    Column("uitgave", String(40), nullable=True),
    Column("gemaakt", Moment, nullable=False),
    Column("gewijzigd", Moment, nullable=False),
    # Counts up with every change, so that two screens never overwrite each other.
    Column("versie", Integer, nullable=False),
)

nakijkpost = Table(
    "nakijkpost",
    metadata,
    Column("gemeente", String(100), primary_key=True),
    # Empty: whoever looks after all that has no team of its own.
    Column("team", String(200), primary_key=True),
    # The Monday of the last week in which a reminder went.
    Column("week", Date, nullable=False),
)

oefening = Table(
    "oefening",
    metadata,
    Column("nr", Integer, primary_key=True),
    Column("begonnen", Moment, nullable=False),
    Column("gewijzigd", Moment, nullable=False),
    Column("stap", String(20), nullable=False, index=True),
    Column("deel", Integer, nullable=False),
    Column("reden", String(20), nullable=True),
    # The publication that was newest when it began; empty: content has no history.
    Column("uitgave", String(40), nullable=True),
    # The fingerprint of the examples; empty while it waits, and when there were mistakes in them.
    Column("model", String(16), nullable=True),
    # JSON, see `oefeningen.Oefening.cijfers`.
    Column("cijfers", Text, nullable=True),
)
