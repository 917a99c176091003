"""Trainings in the background, and what came of them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "oefening",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("begonnen", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd", sa.DateTime(), nullable=False),
        sa.Column("stap", sa.String(20), nullable=False),
        sa.Column("deel", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(20), nullable=True),
        sa.Column("uitgave", sa.String(40), nullable=True),
        sa.Column("model", sa.String(16), nullable=True),
        sa.Column("cijfers", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("nr", name="pk_oefening"),
    )
    op.create_index("ix_oefening_stap", "oefening", ["stap"])


def downgrade() -> None:
    op.drop_table("oefening")
