"""Watching over the inbox, every so often: figures for the one who runs the house, a word in the log, a mail to the staff."""

from __future__ import annotations

import logging

from actions.gesprek.bronnen import Bronnen
from actions.overdracht import zorgen
from actions.overdracht.post import Postkantoor
from content.lokaal.instelling import Overdracht
from web.balie.post import mail
from web.tellers import Tellers

_log = logging.getLogger(__name__)


def waak(bronnen: Bronnen, tellers: Tellers, kantoor: Postkantoor | None, adres: str | None) -> None:
    """One look. `adres`: how staff reach this house, for in a mail. Blocks."""
    nu = bronnen.nu()

    def hoe(slug: str) -> Overdracht | None:
        gemeente = bronnen.inhoud.gemeente(slug)
        return None if gemeente is None else gemeente.overdracht

    with bronnen.opslag.lees_naast() as verbinding:
        per_gemeente = zorgen.per_gemeente(verbinding, hoe, nu)
    for wat in ("wacht", "te_laat", "bijna_gewist"):
        tellers.balie.labels(wat=wat).set(sum(getattr(een, wat) for een in per_gemeente.values()))
    if any(een.bijna_gewist for een in per_gemeente.values()):
        with bronnen.opslag.schrijf() as verbinding:
            nieuw = zorgen.waarschuw(verbinding, nu)
        for kenmerk, slug, wanneer in nieuw:
            _log.error(
                "handoff %s for %s waits in the inbox, and nobody handled it; it is erased on %s",
                kenmerk,
                slug,
                wanneer.date(),
            )
    for slug, een in per_gemeente.items():
        gekozen = hoe(slug)
        if een.ernstig and kantoor is not None and gekozen is not None and gekozen.waarschuw is not None:
            mail(bronnen, kantoor, slug, gekozen.waarschuw, een, adres)
