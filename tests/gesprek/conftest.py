from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.gesprek.praat import Praat

CONTENT = Path(__file__).parents[2] / "content"
VANDAAG = date(2026, 11, 20)


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


@pytest.fixture(scope="session")
def inhoud(parameters: Parameters) -> Inhoud:
    return Inhoud(CONTENT, parameters)


@pytest.fixture
def bronnen(tmp_path: Path, inhoud: Inhoud, parameters: Parameters) -> Iterator[Bronnen]:
    opslag = Opslag(f"sqlite:///{tmp_path / 'talk.db'}", lambda: datetime.now(UTC))
    opslag.migreer()
    yield Bronnen(opslag, inhoud, parameters, lambda: VANDAAG)
    opslag.sluit()


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    return Praat(bronnen)
