"""The tables of handing over. Changed only together with a migration in `actions/gesprek/migraties/versies/`.

What a resident wrote stands in them only sealed (`kluis.py`). `toestemming` and `toestemmingstekst` are the proof of consent:
nothing in them leads to a talk, and nothing of a request is in them.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from actions.gesprek.tabellen import Moment, metadata

overdracht = Table(
    "overdracht",
    metadata,
    Column("kenmerk", String(10), primary_key=True),
    Column("gemeente", String(100), nullable=False),
    # Of the talk and its message, so that the same message is one request; empty once the talk is gone.
    Column("gesprek", String(64), ForeignKey("gesprek.id", ondelete="SET NULL"), nullable=True),
    Column("client_id", String(100), nullable=True),
    Column("kanaal", String(20), nullable=False),
    Column("stand", String(20), nullable=False),
    # What is still to be done: "bezorg" or "trek_in"; empty: nothing.
    Column("taak", String(10), nullable=True, index=True),
    Column("inhoud", Text, nullable=True),
    Column("code", String(64), nullable=False),
    Column("ingediend", Moment, nullable=False),
    Column("uiterlijk", Moment, nullable=False),
    Column("bewaar_dagen", Integer, nullable=False),
    Column("weg_na", Moment, nullable=True, index=True),
    Column("pogingen", Integer, nullable=False),
    Column("volgende", Moment, nullable=True),
    Column("reden", String(40), nullable=True),
    # Who is busy with it, and until when nobody else takes it.
    Column("bezorger", String(32), nullable=True),
    Column("bezet_tot", Moment, nullable=True),
    UniqueConstraint("gesprek", "client_id"),
)

codeslot = Table(
    "codeslot",
    metadata,
    # Of a number that somebody typed, made with a key (`Kluis.merk`): whether it is one of ours does not show here either.
    Column("sleutel", String(64), primary_key=True),
    Column("fouten", Integer, nullable=False),
    Column("tot", Moment, nullable=False, index=True),
)

balie = Table(
    "balie",
    metadata,
    Column("kenmerk", String(10), primary_key=True),
    Column("gemeente", String(100), nullable=False, index=True),
    Column("binnen", Moment, nullable=False),
    Column("inhoud", Text, nullable=False),
    Column("weg_na", Moment, nullable=False, index=True),
)

toestemmingstekst = Table(
    "toestemmingstekst",
    metadata,
    Column("versie", String(64), primary_key=True),
    Column("tekst", Text, nullable=False),
)

toestemming = Table(
    "toestemming",
    metadata,
    Column("kenmerk", String(10), primary_key=True),
    Column("gemeente", String(100), nullable=False),
    Column("versie", String(64), nullable=False),
    Column("kanaal", String(20), nullable=False),
    Column("velden", JSON, nullable=False),
    Column("gegeven", Moment, nullable=False),
    Column("ingetrokken", Moment, nullable=True),
    Column("uitkomst", String(20), nullable=True),
    Column("weg_na", Date, nullable=False, index=True),
)
