"""Rasa remembers nothing: every message is the first of a fresh talk. The record is ours (`actions`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


class VergeetTrackerStore(TrackerStore):
    """A tracker store that forgets. Nothing to erase, nothing that grows, nothing to lose."""

    def __init__(
        self,
        domain: Domain | None,
        host: str | None = None,  # noqa: ARG002 - Rasa always passes it
        event_broker: EventBroker | None = None,
        **kwargs: Any,  # noqa: ARG002
    ) -> None:
        super().__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps nothing."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:  # noqa: ARG002
        """Never finds an earlier talk."""
        return None

    async def keys(self) -> Iterable[str]:
        """Knows no senders."""
        return []
