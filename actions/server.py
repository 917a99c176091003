"""The action server: the app that Rasa calls once per turn, in Rasa's plain JSON contract (no SDK).

`POST /webhook` gets what Rasa understood of one message, has the turn decided and answers with the messages
for the resident. It listens on loopback only. What a resident wrote never reaches the log, not even when a
turn fails: exceptions are logged by type and place, because their messages may quote values.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import Any, Self

import uvicorn
from pydantic import BaseModel, Field, StrictBool, ValidationError, model_validator
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from actions.contract import naar_json
from actions.gesprek.beurt import BeurtInvoer, beurt
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend
from actions.zinnen import zeef
from content.fouten import InhoudFout

logger = logging.getLogger(__name__)

ACTIE = "action_beurt"
STANDAARD_POORT = 5055


class Rang(BaseModel):
    """One line of Rasa's ranking. `name` is null when Rasa recognised nothing at all."""

    name: str | None = None
    confidence: float = 0.0


class Metadata(BaseModel):
    """What the gateway sent along with the message."""

    beurt: str = ""
    """The client's id of the turn."""
    proef: StrictBool = False
    """An editor tries a sentence: only its ranking is wanted. No resident can send this (web/doorgeven.py makes the metadata)."""
    keuze: str | None = None
    wijzig: str | None = None
    gezien: str | None = None
    letterlijk: bool = False

    @model_validator(mode="after")
    def _van_een_beurt(self) -> Self:
        if not self.proef and not self.beurt:
            raise ValueError("beurt")
        return self


class LaatsteBericht(BaseModel):
    text: str | None = None
    intent_ranking: list[Rang] = []
    metadata: Metadata


class Tracker(BaseModel):
    latest_message: LaatsteBericht


class RasaVerzoek(BaseModel):
    """The part of Rasa's request that we read; the rest (an empty tracker, the version) is ignored."""

    next_action: str
    sender_id: str = Field(min_length=1)
    tracker: Tracker

    def invoer(self) -> BeurtInvoer:
        """The turn as the talk reads it. A click has no text of its own (`/keuze` is only how it travels)."""
        bericht = self.tracker.latest_message
        meta = bericht.metadata
        if meta.keuze is not None or meta.wijzig is not None:
            return BeurtInvoer(
                id=meta.beurt, tekst=None, keuze=meta.keuze, wijzig=meta.wijzig, gezien=meta.gezien
            )
        return BeurtInvoer(
            id=meta.beurt,
            tekst=bericht.text or "",
            gezien=meta.gezien,
            letterlijk=meta.letterlijk,
            intenties=self.ranglijst(),
        )

    def ranglijst(self) -> tuple[tuple[str, float], ...]:
        """What Rasa makes of the text, likeliest first."""
        alle = self.tracker.latest_message.intent_ranking
        return tuple((rang.name, rang.confidence) for rang in alle if rang.name)


def maak_app(bronnen: Bronnen) -> Starlette:
    """The app on these sources. Plain Starlette: only Rasa talks to it, and every message passes here."""

    async def gezond(_verzoek: Request) -> JSONResponse:
        return JSONResponse({"status": "ok"})

    async def webhook(request: Request) -> JSONResponse:
        try:
            verzoek = RasaVerzoek.model_validate_json(await request.body())
        except ValidationError as fout:
            # Without the input: Rasa logs answers.
            waar = sorted({".".join(str(deel) for deel in regel["loc"]) for regel in fout.errors()})
            return _fout(400, "Not a request of Rasa: " + ", ".join(waar))
        if verzoek.next_action != ACTIE:
            return _fout(404, f"No action named {verzoek.next_action!r}")
        if verzoek.tracker.latest_message.metadata.proef:
            # No talk, no turn: nothing is read, stored or logged.
            return _antwoord({"rangschikking": verzoek.ranglijst()})
        try:
            # In a thread, so that a turn that waits for the record holds up no other.
            antwoord = await run_in_threadpool(beurt, bronnen, verzoek.sender_id, verzoek.invoer())
        except GesprekOnbekend:
            return _fout(404, "No such talk")
        except Exception as fout:
            logger.error("turn failed, talk %.12s: %s", verzoek.sender_id, _zonder_waarden(fout))
            return _fout(500, type(fout).__name__)
        return _antwoord(naar_json(antwoord))

    return Starlette(
        routes=[Route("/gezond", gezond), Route("/webhook", webhook, methods=["POST"])],
    )


def _antwoord(eigen: dict[str, Any]) -> JSONResponse:
    return JSONResponse({"events": [], "responses": [{"custom": eigen}]})


def _fout(status: int, uitleg: str) -> JSONResponse:
    inhoud: dict[str, Any] = {"error": uitleg, "action_name": ACTIE}
    return JSONResponse(inhoud, status_code=status)


def _zonder_waarden(fout: Exception) -> str:
    """Type and places of an exception, innermost last, without its message."""
    plaatsen = (
        f"{regel.filename}:{regel.lineno} {regel.name}" for regel in traceback.extract_tb(fout.__traceback__)
    )
    return " > ".join([type(fout).__name__, *plaatsen])


def main() -> None:
    """Serves on loopback until it is stopped. Port: RECHTOP_ACTIONS_POORT (5055). Raises SystemExit with what is wrong when
    the content cannot be read."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    poort = int(os.environ.get("RECHTOP_ACTIONS_POORT") or STANDAARD_POORT)
    try:
        bronnen = Bronnen.uit_omgeving()
    except InhoudFout as fout:
        sys.exit(f"the content cannot be read:\n{fout}")
    if any(gemeente.zinnen_bewaren for gemeente in bronnen.inhoud.gemeenten().values()):
        zeef.maak_gereed()
    app = maak_app(bronnen)
    uvicorn.run(app, host="127.0.0.1", port=poort, access_log=False, log_config=None)


if __name__ == "__main__":
    main()
