"""Every state of the chat window, by every check: one visit per state, one test per state and check."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import Widget
from tests.browser.keuringen import KEURINGEN, Fouten, Staat, keur, rust_uit
from tests.browser.nepserver import Nep
from tests.browser.staten_venster import STATEN


@pytest.fixture(scope="module")
def venster(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[BrowserContext]:
    with browser.new_context(**browser_context_args) as context:  # type: ignore[arg-type]
        rust_uit(context)
        yield context


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, venster: BrowserContext, _server: tuple[str, Nep]) -> Fouten:
    staat: Staat = request.param
    adres, nep = _server
    nep.leeg()
    page = venster.new_page()
    try:
        staat.bereik(Widget(page, adres))
        return keur(page, staat, goedkeuren=request.config.getoption("--keur-namen"))
    finally:
        page.close()


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_het_venster(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []
