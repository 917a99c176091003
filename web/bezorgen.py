"""The loop that empties the outbox, beside the requests of this process."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from actions.overdracht import rijen
from actions.overdracht.bezorger import Bezorger
from web.diensten import Diensten
from web.draad import in_draad

_log = logging.getLogger(__name__)


async def bezorg_steeds(diensten: Diensten, bezorger: Bezorger) -> None:
    """Deliver until cancelled: at once when something was handed in, and every so often for what is to be tried again."""
    try:
        while True:
            diensten.bezorgen.clear()
            try:
                await in_draad(bezorger.ronde)
                await in_draad(_tel, diensten)
            except Exception as fout:
                # A round that fails must not be the last one.
                _log.error("a round of the outbox failed: %s", type(fout).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(diensten.instellingen.overdracht_elke):
                    await diensten.bezorgen.wait()
    finally:
        bezorger.stop()


def _tel(diensten: Diensten) -> None:
    bronnen = diensten.bronnen
    with bronnen.opslag.lees_naast() as verbinding:
        stand = rijen.telling(verbinding, bronnen.nu())
    for wat, hoeveel in stand.items():
        diensten.tellers.uitbak.labels(wat=wat).set(hoeveel)
