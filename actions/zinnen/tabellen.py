"""The table of sentences that were not understood. Changed only with a migration in `actions/gesprek/migraties/versies/`.

Nothing leads from a row to a talk: no id, no moment, and the order of the rows says nothing either.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, String, Table

from actions.gesprek.tabellen import metadata

zin = Table(
    "zin",
    metadata,
    # Random. A number that counts up would say which talk came when.
    Column("id", String(32), primary_key=True),
    Column("gemeente", String(100), nullable=False, index=True),
    Column("dag", Date, nullable=False, index=True),
    Column("zin", String(200), nullable=False),
    # Put away by an editor: kept until its own day comes, so that the same kind does not come back at once.
    Column("weg", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
