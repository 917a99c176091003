"""Overviews by e-mail: that a talk had one, and how often an address of which only a hash is kept got one today."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overzichtmail",
        sa.Column("gesprek", sa.String(64), nullable=False),
        sa.Column("client_id", sa.String(100), nullable=False),
        sa.Column("bezig_tot", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gesprek"], ["gesprek.id"], name="fk_overzichtmail_gesprek", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("gesprek", name="pk_overzichtmail"),
    )
    op.create_table(
        "overzichtmail_adres",
        sa.Column("merk", sa.String(64), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("merk", name="pk_overzichtmail_adres"),
    )
    op.create_index("ix_overzichtmail_adres_dag", "overzichtmail_adres", ["dag"])


def downgrade() -> None:
    for tabel in ("overzichtmail_adres", "overzichtmail"):
        op.drop_table(tabel)
