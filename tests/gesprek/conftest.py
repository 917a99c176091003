from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from actions.gesprek.bronnen import Bronnen
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.gesprek.praat import Praat
from tests.opslag import verse_opslag

CONTENT = Path(__file__).parents[2] / "content"
VANDAAG = date(2026, 11, 20)


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


KAALSTAD = """\
slug: kaalstad
naam: Kaalstad
cbs_code: null
provincie: Verzonnen
contact: {telefoon: "14 0000", openingstijden: maandag tot en met vrijdag, adres: Plein 1, website: "https://kaalstad.example"}
"""
"""A gemeente of which no scheme is known: a talk there is about the national ones."""


@pytest.fixture(scope="session")
def inhoud(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Inhoud:
    """The real texts, and one gemeente more."""
    map_ = tmp_path_factory.mktemp("content")
    for soort in SOORTEN:
        if soort != "gemeenten":
            (map_ / soort).symlink_to(CONTENT / soort)
    (map_ / "gemeenten").mkdir()
    for bestand in (CONTENT / "gemeenten").glob("*.yml"):
        (map_ / "gemeenten" / bestand.name).symlink_to(bestand)
    (map_ / "gemeenten" / "kaalstad.yml").write_text(KAALSTAD, encoding="utf-8")
    return Inhoud(map_, parameters)


@pytest.fixture
def bronnen(tmp_path: Path, inhoud: Inhoud, parameters: Parameters) -> Iterator[Bronnen]:
    opslag = verse_opslag(tmp_path / "talk.db", lambda: datetime.now(UTC))
    yield Bronnen(opslag, inhoud, parameters, lambda: VANDAAG)
    opslag.sluit()


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    return Praat(bronnen)
