"""The gateway delivers by itself, beside its requests."""

from __future__ import annotations

import time

from tests.overdracht.conftest import Huis
from tests.overdracht.test_bezorger import in_de_balie

_GEDULD = 60.0
"""Seconds. Only a net for what hangs."""


def test_what_was_handed_in_is_delivered_without_anybody_asking(huis: Huis) -> None:
    with huis.client:
        uit = huis.ingediend()
        einde = time.monotonic() + _GEDULD
        while (stand := huis.status(uit).json()["status"]) != "verstuurd" and time.monotonic() < einde:
            time.sleep(0.05)
        assert stand == "verstuurd"
        assert [een.kenmerk for een in in_de_balie(huis)] == [uit["kenmerk"]]
        while "verstuurd" not in (tellers := huis.app.state.diensten.tellers.tekst().decode()):
            assert time.monotonic() < einde
            time.sleep(0.05)
        assert 'rechtop_overdracht_total{kanaal="balie",wat="verstuurd"} 1.0' in tellers
