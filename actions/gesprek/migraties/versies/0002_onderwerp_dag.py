"""How often a topic was asked about, and whether the answer helped: per gemeente and day, tied to no talk."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "onderwerp_dag",
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("onderwerp", sa.String(100), nullable=False),
        sa.Column("gevraagd", sa.Integer(), nullable=False),
        sa.Column("hielp", sa.Integer(), nullable=False),
        sa.Column("hielp_niet", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dag", "gemeente", "onderwerp", name="pk_onderwerp_dag"),
    )


def downgrade() -> None:
    op.drop_table("onderwerp_dag")
