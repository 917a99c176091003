"""A small content folder with a history."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.web.redactie.kantoor import (
    inhoudmap,  # noqa: F401 -- a fixture
    kantoor,  # noqa: F401 -- a fixture
    maak_redactie,  # noqa: F401 -- a fixture
)
from web.redactie.bewaren.bewaarplaats import Bewaarplaats, begin

FAQ, TEKST = "faq/huurtoeslag.md", "teksten/knop.yml"
ZAAD = {
    FAQ: "huurtoeslag\n",
    "faq/voorbeeldstad/huurtoeslag.md": "in voorbeeldstad\n",
    TEKST: "ja: Ja\n",
    "gemeenten/LEESMIJ.md": "# Een gemeente toevoegen\n",
    "gemeenten/_sjabloon.yml": "slug: VUL_IN\n",
    "controle.py": "code\n",
    "taal/regels.py": "code\n",
}


@pytest.fixture
def zaad(tmp_path: Path) -> Path:
    for pad, tekst in ZAAD.items():
        (tmp_path / "zaad" / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "zaad" / pad).write_text(tekst)
    return tmp_path / "zaad"


@pytest.fixture
def plaats(zaad: Path, tmp_path: Path) -> Bewaarplaats:
    return begin(tmp_path / "inhoud", zaad)


def git(map_: Path, *opdracht: str) -> str:
    """What the real git says; the folder is to be one that everybody can work in."""
    klaar = subprocess.run(["git", "-C", str(map_), *opdracht], capture_output=True, text=True, check=True)
    return klaar.stdout
