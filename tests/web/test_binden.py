"""The socket that residents connect to."""

from __future__ import annotations

import socket

from web.__main__ import _bind


def test_een_antwoord_wacht_niet_op_een_bevestiging() -> None:
    """Headers and body are two writes; without TCP_NODELAY the second waits 40 ms for the first to be acknowledged."""
    with _bind("127.0.0.1", 0) as poort, socket.create_connection(poort.getsockname()) as bezoeker:
        verbinding, _ = poort.accept()
        with verbinding, bezoeker:
            assert verbinding.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
