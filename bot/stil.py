"""Rasa's REST channel, with one difference: what a resident writes never reaches the log.

The stock channel logs the text of every message that failed, and a traceback with local variables beside it.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Awaitable, Callable

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint

logger = logging.getLogger(__name__)


class StilleRestInput(RestInput):
    """Same address and answers as `rest`. A turn that fails still answers 200 with an empty list."""

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        async def zonder_zinnen(bericht: UserMessage) -> None:
            try:
                await on_new_message(bericht)
            except CancelledError:
                logger.error("turn cancelled, sender %s", bericht.sender_id)
            except Exception as fout:
                logger.error("turn failed: %s, sender %s", type(fout).__name__, bericht.sender_id)

        return super().blueprint(zonder_zinnen)
