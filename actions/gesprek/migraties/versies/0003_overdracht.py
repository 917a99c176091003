"""Handing over: the outbox, our own inbox, and the proof of consent."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "overdracht",
        sa.Column("kenmerk", sa.String(10), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("gesprek", sa.String(64), nullable=True),
        sa.Column("client_id", sa.String(100), nullable=True),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("stand", sa.String(20), nullable=False),
        sa.Column("taak", sa.String(10), nullable=True),
        sa.Column("inhoud", sa.Text(), nullable=True),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("foute_codes", sa.Integer(), nullable=False),
        sa.Column("op_slot_tot", sa.DateTime(), nullable=True),
        sa.Column("ingediend", sa.DateTime(), nullable=False),
        sa.Column("uiterlijk", sa.DateTime(), nullable=False),
        sa.Column("bewaar_dagen", sa.Integer(), nullable=False),
        sa.Column("weg_na", sa.DateTime(), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("volgende", sa.DateTime(), nullable=True),
        sa.Column("reden", sa.String(40), nullable=True),
        sa.Column("bezorger", sa.String(32), nullable=True),
        sa.Column("bezet_tot", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("kenmerk", name="pk_overdracht"),
        sa.ForeignKeyConstraint(
            ["gesprek"], ["gesprek.id"], name="fk_overdracht_gesprek", ondelete="SET NULL"
        ),
        sa.UniqueConstraint("gesprek", "client_id", name="uq_overdracht_gesprek_client_id"),
    )
    op.create_index("ix_overdracht_taak", "overdracht", ["taak"])
    op.create_index("ix_overdracht_weg_na", "overdracht", ["weg_na"])
    op.create_table(
        "balie",
        sa.Column("kenmerk", sa.String(10), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("binnen", sa.DateTime(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("weg_na", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("kenmerk", name="pk_balie"),
    )
    op.create_index("ix_balie_gemeente", "balie", ["gemeente"])
    op.create_index("ix_balie_weg_na", "balie", ["weg_na"])
    op.create_table(
        "toestemmingstekst",
        sa.Column("versie", sa.String(64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("versie", name="pk_toestemmingstekst"),
    )
    op.create_table(
        "toestemming",
        sa.Column("kenmerk", sa.String(10), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("versie", sa.String(64), nullable=False),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("gegeven", sa.DateTime(), nullable=False),
        sa.Column("ingetrokken", sa.DateTime(), nullable=True),
        sa.Column("uitkomst", sa.String(20), nullable=True),
        sa.Column("weg_na", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("kenmerk", name="pk_toestemming"),
    )
    op.create_index("ix_toestemming_weg_na", "toestemming", ["weg_na"])


def downgrade() -> None:
    for tabel in ("toestemming", "toestemmingstekst", "balie", "overdracht"):
        op.drop_table(tabel)
