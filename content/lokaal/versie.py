"""Which version of a gemeente's own rules something was computed with."""

from __future__ import annotations

import hashlib
import json

from content.lokaal.erven import Lokaal


def versie(lokaal: Lokaal) -> str:
    """Twelve hexadecimal digits over everything the gemeente and its regions wrote about schemes."""
    alles = {
        "past_toe": sorted(lokaal.gemeente.past_toe),
        # What is not prepared changes no version: receipts name the version they were made with.
        **{
            id_: een.data.model_dump(mode="json", exclude=None if een.data.straks else {"straks"})
            for id_, een in lokaal.regelingen.items()
        },
    }
    return hashlib.sha256(json.dumps(alles, sort_keys=True).encode()).hexdigest()[:12]
