"""`python -m web`: the public and the internal app in one process, until SIGINT or SIGTERM."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import Iterator, Sequence

import httpx
import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from actions.gesprek.bronnen import Bronnen
from content.fouten import InhoudFout
from web.app import maak_app, maak_intern
from web.instellingen import Instellingen

_VERBINDINGEN = httpx.Limits(max_connections=100, max_keepalive_connections=50, keepalive_expiry=30)
_LANGST = 30.0
"""Seconds. Only a net: how long a message may take is decided in `web.doorgeven`."""


class _Server(uvicorn.Server):
    """Two servers share one process, so neither may take the signals for itself."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server(app: FastAPI) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            access_log=False,  # it would log paths, and a path holds the token
            log_config=None,
            proxy_headers=False,  # whom to believe is decided in `web.grenzen`
            server_header=False,
            timeout_graceful_shutdown=10,
        )
    )


async def _draai(instellingen: Instellingen, bronnen: Bronnen, poorten: Sequence[socket.socket]) -> None:
    async with (
        httpx.AsyncHTTPTransport(limits=_VERBINDINGEN, trust_env=False) as rasa,
        httpx.AsyncClient(base_url=instellingen.actions_url, timeout=_LANGST, trust_env=False) as actions,
    ):
        openbaar = maak_app(instellingen, bronnen, rasa)
        servers = [_server(app) for app in (openbaar, maak_intern(openbaar, actions))]

        def stop() -> None:
            for server in servers:
                server.should_exit = True

        async def dien(server: _Server, poort: socket.socket) -> None:
            try:
                await server.serve(sockets=[poort])
            finally:
                stop()  # one without the other is of no use

        for sein in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sein, stop)
        await asyncio.gather(*map(dien, servers, poorten))


def _bind(adres: str, poort: int) -> socket.socket:
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    try:
        gebonden = socket.create_server((adres, poort), family=familie, backlog=2048)
    except OSError as fout:
        sys.exit(f"cannot listen on {adres}:{poort}: {fout.strerror or fout}")
    # asyncio does this only for sockets that it binds itself. Without it every answer waits 40 ms for an acknowledgement.
    gebonden.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return gebonden


def main() -> None:
    """Serve. Raises SystemExit with a reason when a setting is wrong, the content cannot be read, or a port is taken."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        instellingen = Instellingen()
    except ValidationError as fout:
        # Without the values: one of them is a secret.
        redenen = "; ".join(
            f"{'.'.join(map(str, f['loc'])) or 'instellingen'}: {f['msg']}" for f in fout.errors()
        )
        sys.exit(f"wrong settings: {redenen}")
    # Both ports first: when one is taken, nothing starts at all.
    poorten = [
        _bind(instellingen.web_adres, instellingen.web_poort),
        _bind(instellingen.intern_adres, instellingen.intern_poort),
    ]
    try:
        bronnen = Bronnen.uit_omgeving()
    except InhoudFout as fout:
        sys.exit(f"the content cannot be read:\n{fout}")
    asyncio.run(_draai(instellingen, bronnen, poorten))


if __name__ == "__main__":
    main()
