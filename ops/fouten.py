"""What can go wrong between programs of the house."""

from __future__ import annotations


class WisselMislukt(RuntimeError):
    """No other Rasa took over: the old one goes on. The message says why."""
