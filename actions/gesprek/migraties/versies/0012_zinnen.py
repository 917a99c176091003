"""Sentences that were not understood, for editors; of no talk, and only where a gemeente wants it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "zin",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("zin", sa.String(200), nullable=False),
        sa.Column("weg", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_zin"),
        sqlite_with_rowid=False,
    )
    for kolom in ("gemeente", "dag"):
        op.create_index(f"ix_zin_{kolom}", "zin", [kolom])


def downgrade() -> None:
    op.drop_table("zin")
