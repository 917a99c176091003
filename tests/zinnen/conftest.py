"""A gemeente that keeps sentences, and one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from actions.gesprek.bronnen import Bronnen
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.gesprek.conftest import KAALSTAD
from tests.opslag import verse_opslag

CONTENT = Path(__file__).parents[2] / "content"
VANDAAG = date(2026, 11, 20)
AAN, UIT = "leerstad", "kaalstad"


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


@pytest.fixture(scope="session")
def inhoud(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    map_ = tmp_path_factory.mktemp("content")
    for soort in SOORTEN:
        if soort != "gemeenten":
            (map_ / soort).symlink_to(CONTENT / soort)
    (map_ / "gemeenten").mkdir()
    (map_ / "gemeenten" / f"{UIT}.yml").write_text(KAALSTAD, encoding="utf-8")
    aan = KAALSTAD.replace("kaalstad", AAN).replace("Kaalstad", "Leerstad") + "zinnen_bewaren: true\n"
    (map_ / "gemeenten" / f"{AAN}.yml").write_text(aan, encoding="utf-8")
    return Inhoud(map_, parameters)


@pytest.fixture
def bronnen(tmp_path: Path, inhoud: Inhoud, parameters: Parameters) -> Iterator[Bronnen]:
    opslag = verse_opslag(tmp_path / "talk.db", lambda: datetime.now(UTC))
    yield Bronnen(opslag, inhoud, parameters, lambda: VANDAAG)
    opslag.sluit()
