"""Every page in every state, by every check: one visit per state, one test per state and check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, Fouten, Staat, keur, rust_uit
from tests.browser.staten_pagina import STATEN, Proef

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def echt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with draai_echt(tmp_path_factory.mktemp("echt"), lambda: NU) as (adres, _):
        yield adres


@pytest.fixture(scope="module")
def pagina(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[BrowserContext]:
    with browser.new_context(**browser_context_args) as context:  # type: ignore[arg-type]
        rust_uit(context)
        yield context


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, pagina: BrowserContext, echt: str) -> Fouten:
    staat: Staat = request.param
    page = pagina.new_page()
    try:
        staat.bereik(Proef(page, echt))
        return keur(page, staat, goedkeuren=request.config.getoption("--keur-namen"))
    finally:
        page.close()


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_elke_pagina(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []
