"""Rasa's REST channel, made safe: sentences stay out of the log, and typed commands are only text.

The stock channel logs the text of every message that failed, with the local variables of the traceback beside it,
and it obeys `/restart` and its like, warning with the whole text about those that it does not know.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Awaitable, Callable

from keuren import keur_schema_eenmaal
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

logger = logging.getLogger(__name__)

KLIK = "/keuze"
"""The one command: a click, whose id travels in the metadata."""


class StilleRestInput(RestInput):
    """Same address and answers as `rest`. A turn that fails still answers 200 with an empty list.

    `GET /webhooks/rest/gereed` says whether Rasa can work.
    """

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        async def veilig(bericht: UserMessage) -> None:
            if bericht.text and bericht.text != KLIK:
                bericht.text = bericht.text.lstrip("/ ")
            try:
                await on_new_message(bericht)
            except CancelledError:
                logger.error("turn cancelled, sender %s", bericht.sender_id)
            except Exception as fout:
                logger.error("turn failed: %s, sender %s", type(fout).__name__, bericht.sender_id)

        keur_schema_eenmaal()
        routes = super().blueprint(veilig)

        @routes.route("/gereed", methods=["GET"])
        async def gereed(verzoek: Request) -> HTTPResponse:
            """200 when a model is loaded: Rasa also starts without one, and then answers every message with []."""
            agent = getattr(verzoek.app.ctx, "agent", None)
            geladen = agent is not None and agent.is_ready()
            return response.json({"model": geladen}, status=200 if geladen else 503)

        return routes
