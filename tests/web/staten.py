"""Talks that remember something, without the turns that led to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.contract import naar_json
from actions.gesprek.opslag import gesprek_id
from actions.gesprek.staat import Beurt
from tests.web.conftest import Huis, een_antwoord


def met_extra(huis: Huis, token: str | None = None, **extra: Any) -> str:
    """A talk that remembers these things; `feiten` go to its facts, and then the whole check has begun."""
    token = token or huis.begin()
    with huis.bronnen.opslag.transactie(gesprek_id(token)) as transactie:
        eerst = transactie.gesprek.staat
        feiten = {**eerst.feiten, **extra.pop("feiten", {})}
        scope = tuple(huis.bronnen.catalogus(eerst.gemeente)) if feiten else eerst.scope
        staat = replace(eerst, feiten=feiten, scope=scope, extra={**eerst.extra, **extra})
        nr = transactie.volgend_nr
        transactie.bewaar(staat, Beurt(nr, f"x{nr}", None, naar_json(een_antwoord(f"x{nr}", "")), "direct"))
    return token
