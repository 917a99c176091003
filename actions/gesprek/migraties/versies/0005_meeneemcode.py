"""Codes to go on with a talk on another device: at most one per talk, neither code nor token in the clear."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeneemcode",
        sa.Column("gesprek", sa.String(64), nullable=False),
        sa.Column("zoek", sa.String(64), nullable=False),
        sa.Column("zegel", sa.LargeBinary(), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gesprek"], ["gesprek.id"], name="fk_meeneemcode_gesprek", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("gesprek", name="pk_meeneemcode"),
        sa.UniqueConstraint("zoek", name="uq_meeneemcode_zoek"),
    )
    op.create_index("ix_meeneemcode_geldig_tot", "meeneemcode", ["geldig_tot"])


def downgrade() -> None:
    op.drop_table("meeneemcode")
