"""What a talk remembers. The record is ours (`opslag.py`); Rasa keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Weg = Literal["rasa", "direct", "nood"]
"""Which road a turn took: through Rasa; refused before Rasa (empty, too long, BSN); or without Rasa because it is down."""

Weigering = Literal["leeg", "te_lang", "bsn", "iban"]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """One offered button: what it means when it is clicked. `id` is opaque, bound to the message `bericht`."""

    id: str
    bericht: str
    betekenis: Mapping[str, Any]
    """JSON: e.g. {"vraag": "partner", "waarde": true} or {"doe": "opnieuw"}."""


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """The question that waits for an answer."""

    bericht: str
    """Id of the Bericht that asked it last."""
    vraag: str
    """A fact id, "groep:<id>", "<fact>.<field>", or "bevestig:<what>" for a yes/no of the talk itself."""
    nummer: int | None = None
    mislukt: int = 0
    """How often in a row an answer to it was not understood."""


@dataclass(frozen=True, slots=True)
class Staat:
    """All of a talk but its turns."""

    gemeente: str
    feiten: Mapping[str, Any] = field(default_factory=dict)
    """Fact → JSON value, in the order in which they were answered."""
    geschat: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Path of an amount that was converted from what the resident said → how, as JSON of `typen.Schatting`."""
    scope: tuple[str, ...] = ()
    """Schemes being checked; empty until the check starts."""
    open_vraag: OpenVraag | None = None
    aanbod: tuple[Aanbod, ...] = ()
    """Buttons that can be clicked, old ones included (so that an old click can be named as such)."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Small things of the talk's own: rounds shown, last message id, counters. JSON."""


@dataclass(frozen=True, slots=True)
class Beurt:
    """One stored turn: what came in (None when it may not be kept, as a BSN) and the answer that went out (JSON)."""

    nr: int
    client_id: str
    ingekomen: Mapping[str, Any] | None
    """The resident's own message as a Bericht (JSON), or None."""
    antwoord: Mapping[str, Any]
    """The BeurtAntwoord that was sent (JSON)."""
    weg: Weg


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A talk as read from the record."""

    id: str
    """SHA-256 (hex) of the token. Never the token."""
    staat: Staat
    beurten: tuple[Beurt, ...]
    aangemaakt: datetime
    verloopt: datetime
