"""Wrong codes are counted by the number that was typed, known or not, and no longer in the request itself."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "codeslot",
        sa.Column("sleutel", sa.String(64), nullable=False),
        sa.Column("fouten", sa.Integer(), nullable=False),
        sa.Column("tot", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_codeslot"),
    )
    op.create_index("ix_codeslot_tot", "codeslot", ["tot"])
    op.drop_column("overdracht", "foute_codes")
    op.drop_column("overdracht", "op_slot_tot")


def downgrade() -> None:
    op.add_column("overdracht", sa.Column("op_slot_tot", sa.DateTime(), nullable=True))
    op.add_column("overdracht", sa.Column("foute_codes", sa.Integer(), nullable=False, server_default="0"))
    op.drop_table("codeslot")
