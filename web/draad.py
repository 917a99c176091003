"""Calling blocking code (the record, the talk) without holding up the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import to_thread

P = ParamSpec("P")
T = TypeVar("T")


async def in_draad(functie: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Run it in a thread. Whoever stops waiting leaves it running to its end; its result is then thrown away."""
    return await to_thread.run_sync(partial(functie, *args, **kwargs), abandon_on_cancel=True)
