"""What was in the inbox before staff could handle it stays, with the term it had."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from actions.gesprek import database

_MIGRATIES = Path(database.__file__).parent / "migraties"


def test_requests_of_before_keep_their_content_and_their_term(tmp_path: Path) -> None:
    engine = database.maak_engine(f"sqlite:///{tmp_path / 'oud.db'}", schrijft=True)
    instelling = Config()
    instelling.set_main_option("script_location", str(_MIGRATIES))
    instelling.set_main_option("version_locations", str(_MIGRATIES / "versies"))
    instelling.set_main_option("path_separator", "newline")
    with engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        command.upgrade(instelling, "0006")
        verbinding.execute(
            text(
                "INSERT INTO overdracht (kenmerk, gemeente, kanaal, stand, code, ingediend, uiterlijk, bewaar_dagen, pogingen) "
                "VALUES ('1000000001', 'x', 'balie', 'verstuurd', 'c', '2026-11-18 10:00:00', '2026-11-21', 28, 1)"
            )
        )
        verbinding.execute(
            text(
                "INSERT INTO balie (kenmerk, gemeente, binnen, inhoud, weg_na) VALUES "
                "('1000000001', 'x', '2026-11-19 10:00:00', 'zegel een', '2026-12-17 10:00:00'), "
                "('1000000002', 'x', '2026-11-19 11:00:00', 'zegel twee', '2026-12-17 11:00:00')"
            )
        )
    for _ in range(2):
        database.migreer(engine)
    with engine.begin() as verbinding:
        kolommen = (
            "kenmerk, ingediend, inhoud, weg_na, uiterlijk, versie, pogingen, genomen_door, afgehandeld"
        )
        rijen = verbinding.execute(text(f"SELECT {kolommen} FROM balie ORDER BY kenmerk")).all()
    assert [tuple(rij) for rij in rijen] == [
        ("1000000001", "2026-11-18 10:00:00", "zegel een", *["2026-12-17 10:00:00"] * 2, 0, 0, None, None),
        ("1000000002", "2026-11-19 11:00:00", "zegel twee", *["2026-12-17 11:00:00"] * 2, 0, 0, None, None),
    ]
    engine.dispose()
