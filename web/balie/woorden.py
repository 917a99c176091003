"""Moments, terms and reasons in words, for the pages of `/balie`. The words are content (`content/teksten/balie.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from markupsafe import Markup

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht.rijen import Stand
from web.toegang.bladen import Woorden

_REDENEN: Final = ("instelling", "antwoord", "lijn", "mail")
_WEG: Final[dict[Stand, str]] = {
    "wordt_ingetrokken": "ingetrokken",
    "ingetrokken": "ingetrokken",
    "afgehandeld": "afgehandeld",
    "verlopen": "verlopen",
    "gewist": "gewist",
}


@dataclass(frozen=True, slots=True)
class Klok:
    """Says when something was or will be, as seen from now."""

    woorden: Woorden
    nu: datetime

    def moment(self, wanneer: datetime) -> Markup:
        """ "vandaag om 10.12"."""
        hier, nu = wanneer.astimezone(NEDERLAND), self.nu.astimezone(NEDERLAND)
        return self.woorden("moment", dagen=(nu.date() - hier.date()).days, dag=hier.date(), tijd=hier.time())

    def dag(self, wanneer: datetime) -> Markup:
        """ "maandag 23 november"."""
        return self.woorden("dag", dag=wanneer.astimezone(NEDERLAND).date())

    def wacht(self, sinds: datetime) -> Markup:
        """How long already: "3 uur", "2 dagen"."""
        al = max(self.nu - sinds, timedelta())
        return self.woorden("wacht", dagen=al.days, uren=al.seconds // 3600)

    def nog(self, tot: datetime) -> int:
        """Whole days until then, by the calendar."""
        return max((tot.astimezone(NEDERLAND).date() - self.nu.astimezone(NEDERLAND).date()).days, 0)


def reden(code: str | None) -> str:
    """The name of the words for why something could not be delivered."""
    soort = (code or "").partition("_")[0]
    return f"reden_{soort if soort in _REDENEN else 'anders'}"


def weg_kop(stand: Stand | None) -> str:
    """The name of the words for why a request is not in the inbox."""
    return f"weg_{_WEG.get(stand, 'hier') if stand else 'hier'}"
