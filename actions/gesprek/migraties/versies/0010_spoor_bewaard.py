"""A line of the trail carries until when it is kept, and the database erases none before."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TERMIJN = 365
"""Days: what was kept until now, where nobody set another term."""
_BLIJFT = "a line of the trail cannot be changed"
_BEWAARD = "a line of the trail is kept until its term"


def upgrade() -> None:
    termijn = op.create_table(
        "spoor_termijn",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("dagen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_spoor_termijn"),
    )
    op.bulk_insert(termijn, [{"nr": 1, "dagen": _TERMIJN}])
    op.add_column("spoor", sa.Column("weg_na", sa.DateTime(), nullable=True))
    _vul()
    (_postgresql if op.get_bind().dialect.name == "postgresql" else _sqlite)()


def _vul() -> None:
    """The lines that are there. What keeps a line from being changed is away for as long as this lasts."""
    verbinding = op.get_bind()
    spoor = sa.table(
        "spoor", sa.column("nr"), sa.column("wanneer", sa.DateTime), sa.column("weg_na", sa.DateTime)
    )
    postgresql = verbinding.dialect.name == "postgresql"
    op.execute("drop trigger spoor_blijft" + (" on spoor" if postgresql else ""))
    for nr, wanneer in verbinding.execute(sa.select(spoor.c.nr, spoor.c.wanneer)).all():
        weg_na = wanneer + timedelta(days=_TERMIJN)
        verbinding.execute(spoor.update().where(spoor.c.nr == nr).values(weg_na=weg_na))
    if postgresql:
        op.execute(
            "CREATE TRIGGER spoor_blijft BEFORE UPDATE ON spoor FOR EACH ROW EXECUTE FUNCTION spoor_blijft()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER spoor_blijft BEFORE UPDATE ON spoor BEGIN SELECT RAISE(ABORT, '{_BLIJFT}'); END"
        )


def _sqlite() -> None:
    op.execute(
        "CREATE TRIGGER spoor_bewaard BEFORE DELETE ON spoor "
        "WHEN OLD.weg_na IS NULL OR OLD.weg_na > strftime('%Y-%m-%d %H:%M:%f', 'now') "
        f"BEGIN SELECT RAISE(ABORT, '{_BEWAARD}'); END"
    )
    # INSERT OR REPLACE takes a line away without asking the triggers above.
    op.execute(
        "CREATE TRIGGER spoor_nieuw BEFORE INSERT ON spoor WHEN EXISTS (SELECT 1 FROM spoor WHERE nr = NEW.nr) "
        "BEGIN SELECT RAISE(ABORT, 'a line of the trail cannot be changed'); END"
    )


def _postgresql() -> None:
    op.execute(
        "CREATE FUNCTION spoor_bewaard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'TRUNCATE' OR OLD.weg_na IS NULL OR OLD.weg_na > (now() AT TIME ZONE 'utc') THEN "
        f"RAISE EXCEPTION '{_BEWAARD}'; END IF; RETURN OLD; END $$"
    )
    op.execute(
        "CREATE TRIGGER spoor_bewaard BEFORE DELETE ON spoor FOR EACH ROW EXECUTE FUNCTION spoor_bewaard()"
    )
    op.execute(
        "CREATE TRIGGER spoor_geleegd BEFORE TRUNCATE ON spoor FOR EACH STATEMENT EXECUTE FUNCTION spoor_bewaard()"
    )


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for naam in ("spoor_bewaard", "spoor_geleegd" if postgresql else "spoor_nieuw"):
        op.execute(f"drop trigger {naam}" + (" on spoor" if postgresql else ""))
    if postgresql:
        op.execute("drop function spoor_bewaard()")
    op.drop_column("spoor", "weg_na")
    op.drop_table("spoor_termijn")
