"""Every page in every state, by every check: one visit per state, one test per state and check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.browser.conftest import Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, Fouten
from tests.browser.staten_pagina import STATEN, Proef

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def echt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with draai_echt(tmp_path_factory.mktemp("echt"), lambda: NU) as (adres, _):
        yield adres


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, echt: str) -> Fouten:
    return keur_staat(request.param, lambda page: Proef(page, echt))


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_elke_pagina(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []
