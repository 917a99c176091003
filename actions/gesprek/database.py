"""Connections to the record: how SQLite is set up so that two processes can write one file, and migrations.

Why these settings: without `BEGIN IMMEDIATE` a transaction that reads first and writes later fails with
"database is locked" when another one wrote in between; without `secure_delete` erased answers stay in the
file.
"""

from __future__ import annotations

import json
import mmap
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite

_MIGRATIES = Path(__file__).parent / "migraties"
_MIGRATIESLOT = 20261120
"""Key of the PostgreSQL advisory lock held while migrating."""
_WACHT_MS = 5000


def voeg_in(tabel: Table, dialect: str) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what to do when the row is there already (`on_conflict_…`)."""
    return postgresql.insert(tabel) if dialect == "postgresql" else sqlite.insert(tabel)


def _json(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"), default=_als_dict)


def _als_dict(waarde: object) -> dict[Any, Any]:
    if isinstance(waarde, Mapping):
        return dict(waarde)
    raise TypeError(f"{type(waarde).__name__} is not JSON")


def maak_engine(url: str, *, schrijft: bool) -> Engine:
    """An engine for writing (SQLite: every transaction begins with the write lock) or for reading.

    A relative or absolute SQLite path gets its folder made, readable by the owner only.
    """
    adres = make_url(url)
    is_sqlite = adres.get_backend_name() == "sqlite"
    if is_sqlite:
        if adres.database in (None, "", ":memory:"):
            raise ValueError("the record must be a file: two processes share it")
        Path(str(adres.database)).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(
        adres,
        json_serializer=_json,
        hide_parameters=True,  # exceptions are logged, answers of residents are not
        pool_pre_ping=not is_sqlite,
        pool_size=10,
        max_overflow=40,
    )
    if is_sqlite:
        event.listen(engine, "connect", _stel_sqlite_in)
        begin = "BEGIN IMMEDIATE" if schrijft else "BEGIN"

        def begin_zelf(verbinding: Connection) -> None:
            verbinding.exec_driver_sql(begin)

        event.listen(engine, "begin", begin_zelf)
    return engine


def _stel_sqlite_in(verbinding: sqlite3.Connection, _record: object) -> None:
    # pysqlite must not begin transactions by itself; `begin_zelf` does.
    verbinding.isolation_level = None
    verbinding.execute(f"PRAGMA busy_timeout = {_WACHT_MS}")
    _zet_wal(verbinding)
    verbinding.execute("PRAGMA synchronous = NORMAL")
    verbinding.execute("PRAGMA secure_delete = ON")
    verbinding.execute("PRAGMA foreign_keys = ON")
    verbinding.execute("PRAGMA temp_store = MEMORY")


def _zet_wal(verbinding: sqlite3.Connection) -> None:
    # Going over to WAL does not honour busy_timeout when two processes do it at the same moment.
    einde = time.monotonic() + _WACHT_MS / 1000
    while True:
        try:
            verbinding.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > einde:
                raise
            time.sleep(0.02)


def migreer(schrijver: Engine) -> None:
    """Bring the tables up to date (Alembic `head`). Processes that start at once wait for each other."""
    instelling = Config()
    instelling.set_main_option("script_location", str(_MIGRATIES).replace("%", "%%"))
    instelling.set_main_option("version_locations", str(_MIGRATIES / "versies").replace("%", "%%"))
    instelling.set_main_option("path_separator", "newline")
    with schrijver.begin() as verbinding:
        if verbinding.dialect.name == "postgresql":
            verbinding.execute(text("SELECT pg_advisory_xact_lock(:sleutel)"), {"sleutel": _MIGRATIESLOT})
        instelling.attributes["connection"] = verbinding
        command.upgrade(instelling, "head")


def staat_nog(engine: Engine, ids: Iterable[str]) -> bool:
    """Is one of these ids still somewhere in the database file?

    `secure_delete` overwrites what is deleted, but a copy may stay behind in the free space of a page when SQLite moves rows
    between pages (seen once, in a busy test). Every row of a talk holds its id, so the id tells whether such a copy is left.
    """
    pad = engine.url.database
    if engine.dialect.name != "sqlite" or not pad or pad == ":memory:":
        return False
    with Path(pad).open("rb") as bestand:
        if not os.fstat(bestand.fileno()).st_size:
            return False
        with mmap.mmap(bestand.fileno(), 0, access=mmap.ACCESS_READ) as bytes_:
            return any(bytes_.find(id_.encode()) >= 0 for id_ in ids)


def herbouw(schrijver: Engine) -> bool:
    """Write the database file anew, with only the rows that exist. False when it was too busy for that: try again later."""
    ruw = schrijver.raw_connection()
    try:
        ruw.cursor().execute("VACUUM")
    except sqlite3.OperationalError:
        return False
    finally:
        ruw.close()
    return True


def veeg(lezer: Engine, *, geduld: float = 10.0) -> bool:
    """Write the WAL into the database file and empty it, so that no byte of an erased row is left in it.

    Waits for readers up to `geduld` seconds. False when someone kept it busy that long: try again later.
    Other databases than SQLite clean up by themselves: True.
    """
    if lezer.dialect.name != "sqlite":
        return True
    einde = time.monotonic() + geduld
    ruw = lezer.raw_connection()
    try:
        cursor = ruw.cursor()
        while True:
            try:
                rij = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if rij is not None and rij[0] == 0:
                    return True
            except sqlite3.OperationalError:
                pass  # "database table is locked": the same as busy
            if time.monotonic() > einde:
                return False
            time.sleep(0.02)
    finally:
        ruw.close()
