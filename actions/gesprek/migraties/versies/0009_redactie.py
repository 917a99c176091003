"""Drafts of what editors change, on their way to publication."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "concept",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pad", sa.String(200), nullable=False),
        sa.Column("basis", sa.String(40), nullable=True),
        sa.Column("tekst", sa.Text(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("stand", sa.String(20), nullable=False),
        sa.Column("auteur", sa.Integer(), nullable=False),
        sa.Column("auteur_naam", sa.String(200), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("beoordelaar", sa.Integer(), nullable=True),
        sa.Column("beoordelaar_naam", sa.String(200), nullable=True),
        sa.Column("opmerking", sa.Text(), nullable=True),
        sa.Column("uitgave", sa.String(40), nullable=True),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd", sa.DateTime(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_concept"),
    )
    for kolom in ("pad", "stand", "gemeente"):
        op.create_index(f"ix_concept_{kolom}", "concept", [kolom])


def downgrade() -> None:
    op.drop_table("concept")
