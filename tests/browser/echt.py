"""The real gateway with the real talk, and a Rasa that is away: what is clicked or typed as an answer works without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from actions.gesprek.bronnen import Bronnen
from content.herkennen.zoeken import maak_gereed
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from tests.browser.nepserver import draai
from tests.opslag import verse_opslag
from web.app import maak_app
from web.instellingen import Instellingen

CONTENT = Path(__file__).resolve().parents[2] / "content"
VANDAAG = date(2026, 11, 20)


RANGSCHIKKING = [("faq_huurtoeslag", 0.52), ("faq_huurtoeslag_kamer", 0.3), ("start", 0.08)]
"""What an editor who tries a sentence sees of the model."""


def _rasa(verzoek: httpx.Request) -> httpx.Response:
    """An empty answer is what Rasa gives when it cannot help; the talk then goes its own way."""
    proef = b'"proef"' in verzoek.content
    return httpx.Response(200, json=[{"custom": {"rangschikking": RANGSCHIKKING}}] if proef else [])


@contextmanager
def draai_echt(
    map_: Path,
    klok: Callable[[], datetime] = lambda: datetime.now(UTC),
    content: Path = CONTENT,
    **instellingen: Any,
) -> Iterator[tuple[str, Bronnen]]:
    """(address, sources) of a gateway with its record in `map_`, for which it is always the same day. Content with a history
    may be changed on screens."""
    opslag = verse_opslag(map_ / "proef.db", klok)
    parameters = laad_parameters(CONTENT / "parameters")
    bronnen = Bronnen(opslag, Inhoud(content, parameters), parameters, lambda: VANDAAG, nu=klok)
    maak_gereed()
    weg = httpx.MockTransport(_rasa)
    alles = {"content": content if (content / ".git").exists() else None, **instellingen}
    with draai(maak_app(Instellingen(_env_file=None, grenzen_lokaal="los", **alles), bronnen, weg)) as adres:
        yield adres, bronnen
    opslag.sluit()
