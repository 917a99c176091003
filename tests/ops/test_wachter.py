"""The watch: starts a round when an example changed, carries its question over, and ends it with the house."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.oefenen.wachter import Wachter

RONDE = """
import json, sys, time
tekst = open(sys.argv[1] + "/faq/een.md").read()
with open(sys.argv[2], "a") as uit:
    print(tekst, file=uit)
if tekst == "hangt":
    time.sleep(300)
if tekst != "niets":
    print("something that is no question", flush=True)
    print(json.dumps({"wissel": "/modellen/" + tekst}), flush=True)
    with open(sys.argv[2], "a") as uit:
        print(sys.stdin.readline().strip(), file=uit)
"""


class Proef:
    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.gewisseld: list[str] = []
        (map_ / "faq").mkdir()
        self.schrijf("niets")
        self.wachter = Wachter(map_, self._opdracht, os.environ, map_ / "log", self._wissel, elke=0.05)

    def _opdracht(self) -> list[str]:
        return [sys.executable, "-c", RONDE, str(self.map), str(self.map / "uit")]

    def _wissel(self, model: Path) -> None:
        self.gewisseld.append(model.name)
        if model.name == "slecht":
            raise RuntimeError("no port")

    def schrijf(self, tekst: str) -> None:
        half = self.map / "faq" / ".half"
        half.write_text(tekst)
        half.replace(self.map / "faq" / "een.md")

    def regels(self) -> list[str]:
        pad = self.map / "uit"
        return pad.read_text().splitlines() if pad.exists() else []


@pytest.fixture
def proef(tmp_path: Path) -> Iterator[Proef]:
    een = Proef(tmp_path)
    yield een
    een.wachter.stop()


def wacht(tot: Callable[[], bool]) -> None:
    einde = time.monotonic() + 60
    while not tot():
        assert time.monotonic() < einde
        time.sleep(0.02)


def test_een_ronde_bij_het_begin_en_bij_elke_wijziging(proef: Proef) -> None:
    proef.wachter.start()
    wacht(lambda: proef.regels() == ["niets"])
    proef.schrijf("goed")
    wacht(lambda: len(proef.regels()) == 3)
    assert json.loads(proef.regels()[2]) == {"gelukt": True}
    proef.schrijf("slecht")
    wacht(lambda: len(proef.regels()) == 5)
    assert json.loads(proef.regels()[4]) == {"gelukt": False, "reden": "RuntimeError: no port"}
    assert proef.gewisseld == ["goed", "slecht"]
    (proef.map / "teksten.yml").write_text("something else")
    proef.schrijf("niets")
    wacht(lambda: len(proef.regels()) == 6)
    assert proef.regels()[5] == "niets", "one round for that change, and none for a file without examples"


def test_stoppen_midden_in_een_ronde(proef: Proef) -> None:
    proef.schrijf("hangt")
    proef.wachter.start()
    wacht(lambda: proef.regels() == ["hangt"])
    kind = proef.wachter._kind
    assert kind is not None
    proef.wachter.stop()
    assert kind.poll() is not None
    assert not [draad for draad in threading.enumerate() if draad.name == "wachter"]
    proef.wachter.stop()
    proef.schrijf("goed")
    assert proef.regels() == ["hangt"]
