"""Looking at the house from outside: which road every turn took, and what the files on disk hold."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import httpx

from ops.huis import NAMEN, Huis

VANDAAG = "2026-11-20"
_TELLER = re.compile(r'^rechtop_beurten_total\{weg="(\w+)"\} ([0-9.]+)$', re.MULTILINE)


def huis_op(map_gegevens: Path, vandaag: str, model: Path) -> Huis:
    """A house of its own, not started, for which it is always this day."""
    omgeving = {
        "RECHTOP_DATABASE": f"sqlite:///{map_gegevens / 'rechtop.db'}",
        "RECHTOP_VANDAAG": vandaag,
        "RECHTOP_GRENZEN_LOKAAL": "los",
    }
    return Huis(map_gegevens, omgeving=omgeving, model=model)


def gemeten_wegen(huis: Huis) -> Counter[str]:
    """Answered turns by road, since web started."""
    tekst = httpx.get(f"{huis.intern_url}/metrics", trust_env=False, timeout=10).text
    tellers = Counter({weg: int(float(aantal)) for weg, aantal in _TELLER.findall(tekst)})
    assert "rasa" in tellers, "the counters are not where this looks for them"
    return tellers


@contextmanager
def bewaakt(huis: Huis, verwacht: Counter[str]) -> Iterator[None]:
    """Fails when a turn in between took another road than Rasa's, other than exactly `verwacht`.

    Web must not be started again in between: that starts its counters at nothing.
    """
    begin = gemeten_wegen(huis)
    yield
    anders = gemeten_wegen(huis) - begin
    assert anders.pop("mislukt", 0) == 0, "a turn failed"
    anders.pop("rasa", None)
    assert anders == +verwacht, f"turns went round Rasa: {dict(anders)}, expected {dict(verwacht)}"


def wegen_van(huis: Huis, token: str) -> list[str]:
    """The road of each turn of one talk, as the record has it; turn 0 (the first messages) left out."""
    with closing(sqlite3.connect(f"file:{_database(huis)}?mode=ro", uri=True)) as verbinding:
        rijen = verbinding.execute(
            "select nr, weg from beurt where gesprek = ? order by nr", (sha256(token.encode()).hexdigest(),)
        ).fetchall()
    assert [nr for nr, _ in rijen] == list(range(len(rijen)))
    return [weg for _, weg in rijen[1:]]


def laat_verlopen(huis: Huis, token: str) -> None:
    """As if the talk's time had passed."""
    with closing(sqlite3.connect(_database(huis), timeout=10)) as verbinding:
        geraakt = verbinding.execute(
            "update gesprek set verloopt = '2020-01-01 00:00:00.000000' where id = ?",
            (sha256(token.encode()).hexdigest(),),
        ).rowcount
        verbinding.commit()
    assert geraakt == 1


def in_database(huis: Huis, *zocht: str) -> list[str]:
    """Which of these stand in the bytes of the database files, the write-ahead log included."""
    paden = sorted(_database(huis).parent.glob("rechtop.db*"))
    assert paden
    return [wat for wat in zocht if any(wat.encode() in pad.read_bytes() for pad in paden)]


def in_logs(huis: Huis, *zocht: str) -> list[str]:
    """Which of these stand in what the three processes wrote."""
    logs = [huis.log(naam) for naam in NAMEN]
    assert any(logs)
    return [wat for wat in zocht if any(wat in log for log in logs)]


def _database(huis: Huis) -> Path:
    return huis.map_gegevens / "rechtop.db"
