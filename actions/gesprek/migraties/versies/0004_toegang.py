"""The login of staff: accounts, sessions, failed tries, and the trail, in which no line can be changed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BLIJFT = "a line of the trail cannot be changed"


def _van_medewerker(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("medewerker", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker"], ["medewerker.id"], name=f"fk_{tabel}_medewerker", ondelete="CASCADE"
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "medewerker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bron", sa.String(300), nullable=False),
        sa.Column("login", sa.String(200), nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("gemeente", sa.String(100), nullable=False),
        sa.Column("rollen", sa.JSON(), nullable=False),
        sa.Column("wachtwoord", sa.String(300), nullable=True),
        sa.Column("totp", sa.Text(), nullable=True),
        sa.Column("totp_stap", sa.Integer(), nullable=False),
        sa.Column("geblokkeerd", sa.Boolean(), nullable=False),
        sa.Column("gemaakt", sa.DateTime(), nullable=False),
        sa.Column("laatst_aangemeld", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_medewerker"),
        sa.UniqueConstraint("bron", "login", name="uq_medewerker_bron_login"),
    )
    op.create_table(
        "herstelcode",
        sa.Column("code", sa.String(64), nullable=False),
        *_van_medewerker("herstelcode"),
        sa.PrimaryKeyConstraint("code", name="pk_herstelcode"),
    )
    op.create_table(
        "instelcode",
        sa.Column("code", sa.String(64), nullable=False),
        *_van_medewerker("instelcode"),
        sa.Column("totp", sa.Text(), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_instelcode"),
    )
    op.create_table(
        "sessie",
        sa.Column("id", sa.String(64), nullable=False),
        *_van_medewerker("sessie"),
        sa.Column("begonnen", sa.DateTime(), nullable=False),
        sa.Column("laatst", sa.DateTime(), nullable=False),
        sa.Column("nieuw_totp", sa.Text(), nullable=True),
        sa.Column("id_token", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sessie"),
    )
    for tabel in ("herstelcode", "instelcode", "sessie"):
        op.create_index(f"ix_{tabel}_medewerker", tabel, ["medewerker"])
    op.create_table(
        "poging",
        sa.Column("sleutel", sa.String(64), nullable=False),
        sa.Column("mislukt", sa.Integer(), nullable=False),
        sa.Column("laatst", sa.DateTime(), nullable=False),
        sa.Column("wacht_tot", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("sleutel", name="pk_poging"),
    )
    op.create_index("ix_poging_laatst", "poging", ["laatst"])
    op.create_table(
        "oidc_ronde",
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("browser", sa.String(64), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("state", name="pk_oidc_ronde"),
    )
    op.create_index("ix_oidc_ronde_geldig_tot", "oidc_ronde", ["geldig_tot"])
    op.create_table(
        "spoor",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("wanneer", sa.DateTime(), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("medewerker", sa.Integer(), nullable=True),
        sa.Column("wie", sa.String(200), nullable=True),
        sa.Column("gemeente", sa.String(100), nullable=True),
        sa.Column("kenmerk", sa.String(100), nullable=True),
        sa.PrimaryKeyConstraint("nr", name="pk_spoor"),
    )
    op.create_index("ix_spoor_wanneer", "spoor", ["wanneer"])
    op.create_index("ix_spoor_gemeente", "spoor", ["gemeente"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION spoor_blijft() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_BLIJFT}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER spoor_blijft BEFORE UPDATE ON spoor FOR EACH ROW EXECUTE FUNCTION spoor_blijft()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER spoor_blijft BEFORE UPDATE ON spoor BEGIN SELECT RAISE(ABORT, '{_BLIJFT}'); END"
        )


def downgrade() -> None:
    for tabel in ("spoor", "oidc_ronde", "poging", "sessie", "instelcode", "herstelcode", "medewerker"):
        op.drop_table(tabel)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("drop function spoor_blijft()")
