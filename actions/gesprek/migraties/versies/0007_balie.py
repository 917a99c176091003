"""The inbox of staff: who calls, how often it was tried, handled or not, and what could not be delivered."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _van_balie() -> list[sa.Column[object]]:
    return [
        sa.Column("ingediend", sa.DateTime(), nullable=True),
        sa.Column("moment", sa.Text(), nullable=True),
        sa.Column("uiterlijk", sa.DateTime(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("genomen_door", sa.Integer(), nullable=True),
        sa.Column("genomen_naam", sa.String(200), nullable=True),
        sa.Column("genomen", sa.DateTime(), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("laatste_poging", sa.DateTime(), nullable=True),
        sa.Column("afgehandeld", sa.DateTime(), nullable=True),
        sa.Column("afgehandeld_naam", sa.String(200), nullable=True),
        sa.Column("gewaarschuwd", sa.DateTime(), nullable=True),
    ]


def _van_overdracht() -> list[sa.Column[object]]:
    return [
        sa.Column("opgegeven", sa.DateTime(), nullable=True),
        sa.Column("opgegeven_reden", sa.String(40), nullable=True),
        sa.Column("gezien", sa.DateTime(), nullable=True),
    ]


def upgrade() -> None:
    for kolom in _van_overdracht():
        op.add_column("overdracht", kolom)
    for kolom in _van_balie():
        op.add_column("balie", kolom)
    balie = sa.table(
        "balie", *(sa.column(naam) for naam in ("kenmerk", "binnen", "weg_na", "ingediend", "uiterlijk"))
    )
    overdracht = sa.table("overdracht", sa.column("kenmerk"), sa.column("ingediend"))
    gestuurd = (
        sa.select(overdracht.c.ingediend).where(overdracht.c.kenmerk == balie.c.kenmerk).scalar_subquery()
    )
    # What is in the inbox already is erased when it was to be: a term only ever becomes shorter.
    op.execute(
        sa.update(balie).values(
            ingediend=sa.func.coalesce(gestuurd, balie.c.binnen), uiterlijk=balie.c.weg_na
        )
    )
    with op.batch_alter_table("balie") as tabel:
        tabel.alter_column("ingediend", existing_type=sa.DateTime(), nullable=False)
        tabel.alter_column("uiterlijk", existing_type=sa.DateTime(), nullable=False)
    op.create_index("ix_spoor_kenmerk", "spoor", ["kenmerk"])
    op.create_table(
        "baliepost",
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("gemeente", name="pk_baliepost"),
    )


def downgrade() -> None:
    op.drop_table("baliepost")
    op.drop_index("ix_spoor_kenmerk", "spoor")
    for tabel, kolommen in (("balie", _van_balie()), ("overdracht", _van_overdracht())):
        with op.batch_alter_table(tabel) as batch:
            for kolom in kolommen:
                batch.drop_column(kolom.name)
