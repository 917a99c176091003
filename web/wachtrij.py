"""One thing at a time per talk, in the order of arrival. In the memory of this process; the record has its own lock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from web.fouten import Probleem


class Wachtrij:
    """`geduld`: how many seconds someone waits for the others of the same talk."""

    def __init__(self, geduld: float) -> None:
        self._geduld = geduld
        # A lock disappears with the last one who holds or awaits it.
        self._sloten: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def beurt(self, gesprek: str) -> AsyncIterator[bool]:
        """Gives whether there was waiting. Raises Probleem (503, with Retry-After) when it takes too long."""
        slot = self._sloten.get(gesprek)
        if slot is None:
            slot = self._sloten[gesprek] = asyncio.Lock()
        gewacht = slot.locked()
        try:
            async with asyncio.timeout(self._geduld):
                await slot.acquire()
        except TimeoutError:
            raise Probleem(503, "bezig", later=2) from None
        try:
            yield gewacht
        finally:
            slot.release()
