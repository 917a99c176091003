"""Which week a team of editors had its mail of what is to be looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nakijkpost",
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("team", sa.String(200), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("gemeente", "team", name="pk_nakijkpost"),
    )


def downgrade() -> None:
    op.drop_table("nakijkpost")
