"""The talk's record: gesprek, feit, beurt, keuze."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _van_gesprek(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("gesprek", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["gesprek"], ["gesprek.id"], name=f"fk_{tabel}_gesprek", ondelete="CASCADE"),
    ]


def upgrade() -> None:
    op.create_table(
        "gesprek",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("gedeelde_computer", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt", sa.DateTime(), nullable=False),
        sa.Column("verloopt", sa.DateTime(), nullable=False),
        sa.Column("laatste_nr", sa.Integer(), nullable=False),
        sa.Column("geschat", sa.JSON(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("open_vraag", sa.JSON(), nullable=True),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gesprek"),
    )
    op.create_index("ix_gesprek_verloopt", "gesprek", ["verloopt"])
    op.create_table(
        "feit",
        *_van_gesprek("feit"),
        sa.Column("naam", sa.String(100), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("gesprek", "naam", name="pk_feit"),
    )
    op.create_table(
        "beurt",
        *_van_gesprek("beurt"),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(100), nullable=False),
        sa.Column("ingekomen", sa.JSON(), nullable=True),
        sa.Column("antwoord", sa.JSON(), nullable=False),
        sa.Column("weg", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("gesprek", "nr", name="pk_beurt"),
        sa.UniqueConstraint("gesprek", "client_id", name="uq_beurt_gesprek_client_id"),
    )
    op.create_table(
        "keuze",
        *_van_gesprek("keuze"),
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("bericht", sa.String(200), nullable=False),
        sa.Column("betekenis", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("gesprek", "id", name="pk_keuze"),
    )


def downgrade() -> None:
    for tabel in ("keuze", "beurt", "feit", "gesprek"):
        op.drop_table(tabel)
