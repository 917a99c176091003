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
    # When it could not be delivered and why, for the staff; and when they put that message away.
    Column("opgegeven", Moment, nullable=True),
    Column("opgegeven_reden", String(40), nullable=True),
    Column("gezien", Moment, nullable=True),
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
    # When the resident sent it, and when it came in here.
    Column("ingediend", Moment, nullable=False),
    Column("binnen", Moment, nullable=False),
    Column("inhoud", Text, nullable=False),
    # At what part of the day the resident likes to be called, under a seal of its own: a list opens nothing else.
    Column("moment", Text, nullable=True),
    # When it is erased; and when at the latest, as the resident agreed.
    Column("weg_na", Moment, nullable=False, index=True),
    Column("uiterlijk", Moment, nullable=False),
    # One higher after everything that staff do with it: who saw an older one, changes nothing.
    Column("versie", Integer, nullable=False),
    # Who calls. The name is kept beside the number: an account may be gone.
    Column("genomen_door", Integer, nullable=True),
    Column("genomen_naam", String(200), nullable=True),
    Column("genomen", Moment, nullable=True),
    # How often the resident did not answer, and when last.
    Column("pogingen", Integer, nullable=False),
    Column("laatste_poging", Moment, nullable=True),
    Column("afgehandeld", Moment, nullable=True),
    Column("afgehandeld_naam", String(200), nullable=True),
    # When the staff were told that it is about to be erased while nobody handled it.
    Column("gewaarschuwd", Moment, nullable=True),
)

baliepost = Table(
    "baliepost",
    metadata,
    Column("gemeente", String(100), primary_key=True),
    # The last day on which the staff got a mail that something waits too long.
    Column("dag", Date, nullable=False),
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
