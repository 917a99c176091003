"""The empty action server that a bare Rasa is measured with: `python -m ops.bench.lege_acties <port>`."""

from __future__ import annotations

import sys

import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse


def maak_app() -> FastAPI:
    app = FastAPI()

    @app.get("/gezond")
    async def gezond() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook() -> JSONResponse:
        return JSONResponse({"events": [], "responses": []})

    return app


if __name__ == "__main__":
    uvicorn.run(maak_app(), host="127.0.0.1", port=int(sys.argv[1]), access_log=False, log_level="warning")
