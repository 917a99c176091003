"""Which version of a gemeente's own rules something was computed with."""

from __future__ import annotations

import hashlib
import json

from content.lokaal.erven import Lokaal


def versie(lokaal: Lokaal) -> str:
    """Twelve hexadecimal digits over everything the gemeente and its regions wrote about schemes."""
    alles = {
        "past_toe": sorted(lokaal.gemeente.past_toe),
        **{id_: een.data.model_dump(mode="json") for id_, een in lokaal.regelingen.items()},
    }
    return hashlib.sha256(json.dumps(alles, sort_keys=True).encode()).hexdigest()[:12]
