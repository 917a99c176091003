"""The house as the README starts it for editors: with a content folder of its own, named from where somebody stands."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ops.plekken import WORTEL
from ops.proces import vrije_poorten
from tests.keten.klant import Klant, http_client


@pytest.mark.usefixtures("model")
def test_the_line_for_editors_starts_a_chatbot_that_understands(tmp_path: Path) -> None:
    regel = re.search(r"`RECHTOP_CONTENT=(\S+) make start`", (WORTEL / "README.md").read_text("utf-8"))
    assert regel is not None
    map_ = regel[1]
    assert not Path(map_).is_absolute()
    poorten = dict(zip(("WEB", "INTERN", "ACTIONS", "RASA"), map(str, vrije_poorten(4)), strict=True))
    omgeving = {
        **os.environ,
        **{f"RECHTOP_{naam}_POORT": poort for naam, poort in poorten.items()},
        "RECHTOP_CONTENT": map_,
        "RECHTOP_GEGEVENS": "gegevens",
        "RECHTOP_OEFENEN": "uit",
        # So that the folder is no other than that of the test.
        "PYTHONPATH": str(WORTEL),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "ops.start"], cwd=tmp_path, env=omgeving, stdout=subprocess.PIPE, text=True
    ) as huis:
        try:
            assert huis.stdout is not None
            assert any("is ready" in regel for regel in huis.stdout), "it ended before it was ready"
            with http_client(f"http://127.0.0.1:{poorten['WEB']}") as http:
                klant = Klant(http)
                klant.zeg("ik heb schulden")
                assert klant.faq == "schuldhulp", klant.tekst
        finally:
            huis.send_signal(signal.SIGTERM)
            huis.wait(timeout=60)
    inhoud = tmp_path / map_
    assert (inhoud / ".git").is_dir()
    # What is changed there is what residents read: the house looks at no other folder.
    assert (inhoud / "faq" / "schuldhulp.md").is_file()
