"""What the test of a new model says. Apart, so that who only passes it on loads nothing of the talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Misser:
    """Sentences about a topic that the old model understood and the new one does not. `wordt`: what is answered instead; None:
    nothing. Without the sentences themselves: whoever could read them would make them examples, and then they measure nothing."""

    hoort: str
    wordt: str | None
    aantal: int


@dataclass(frozen=True, slots=True)
class Oordeel:
    """`reden` None: it may serve. Else `gevaar`, `gesprek` or `slechter`, and `waar` says in which figures or talks."""

    reden: str | None
    waar: tuple[str, ...]
    nieuw: Mapping[str, float]
    oud: Mapping[str, float] | None
    zinnen: int
    missers: tuple[Misser, ...]
