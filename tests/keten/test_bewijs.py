"""A receipt of a real talk, computed anew by the real command after the talk is erased."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ops.huis import Huis
from ops.plekken import WORTEL
from tests.keten.huishoudens import GROOT_HUIS, GROOT_HUIS_BEDRAGEN
from tests.keten.hulp import in_database, in_logs
from tests.keten.klant import Klant


def _herreken(pad: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "actions.regels", "herreken", str(pad)],
        capture_output=True,
        text=True,
        cwd=WORTEL,
        check=False,
    )


def test_a_receipt_outlives_its_talk(huis: Huis, gesprek: Callable[[], Klant], tmp_path: Path) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_het_einde(GROOT_HUIS)
    antwoord = klant.http.get(f"{klant.pad}/bewijs")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-disposition"] == 'attachment; filename="rechtop-bewijs-2026-11-20.json"'
    assert antwoord.headers["cache-control"] == "no-store"
    assert antwoord.headers["referrer-policy"] == "no-referrer"
    bewijs = antwoord.json()
    bedragen = {u["regeling"]: u["bedrag_per_maand"] for u in bewijs["uitkomsten"]}
    assert bedragen.items() >= GROOT_HUIS_BEDRAGEN.items()
    assert bewijs["feiten"].items() >= klant.feiten().items()
    assert klant.token not in antwoord.text
    assert in_database(huis, bewijs["hash"]) == []
    assert in_logs(huis, klant.token, bewijs["hash"]) == []
    assert klant.http.delete(klant.pad).status_code == 204
    assert klant.http.get(f"{klant.pad}/bewijs").status_code == 404

    pad = tmp_path / "bewijs.json"
    pad.write_bytes(antwoord.content)
    uit = _herreken(pad)
    assert (uit.returncode, uit.stderr) == (0, "")
    assert "Hetzelfde: alle uitkomsten zijn gelijk." in uit.stdout
    assert uit.stdout.count("is gelijk.") == 3

    bewijs["feiten"]["kale_huur"] = "900"
    pad.write_text(json.dumps(bewijs), encoding="utf-8")
    uit = _herreken(pad)
    assert (uit.returncode, uit.stdout) == (2, "")
    assert "is veranderd nadat het is gemaakt" in uit.stderr
