"""Every state of the chat window, by every check: one visit per state, one test per state and check."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Keur, Widget
from tests.browser.keuringen import KEURINGEN, Fouten
from tests.browser.nepserver import Nep
from tests.browser.staten_venster import STATEN


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, _server: tuple[str, Nep]) -> Fouten:
    adres, nep = _server
    nep.leeg()
    return keur_staat(request.param, lambda page: Widget(page, adres))


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_het_venster(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []
