"""From Rasa's ranking to what a sentence is about. The thresholds live here: tested code, changed without training."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.gesprek.nood import Nood, Zorg

ZEKER = 0.6
"""From here one topic is answered at once."""
VOORSPRONG = 1.5
"""So many times as likely as the next it must be for that."""
MISSCHIEN = 0.05
"""From here a topic is worth offering ("bedoelt u …?"), likeliest first."""
NIETS_VOOR_ONS = 0.12
"""From here what is no topic (an answer, a command, something that is not ours) is believed enough to offer no topics; and a
topic enough to offer any."""
MEESTE_KEUZES = 3
GEVAAR_MISSCHIEN = 0.15
GEVAAR = 0.3
"""From here on top of the ranking danger is asked about softly; and is danger. Lower than for other topics: a number to call too
often is better than once too little (of 930 sentences about something else, 2 got it)."""
_GEVAAR: Mapping[str, tuple[Nood, Zorg]] = {
    "crisis": ("crisis", "twijfel"),
    "huiselijk-geweld": ("geweld", "zorg_thuis"),
}
"""Topics that are danger: what they are for certain, and perhaps."""

OPDRACHTEN = frozenset(
    {
        "begroeting", "bedankt", "start", "stop", "opnieuw", "terug", "weet_niet", "ja", "nee", "overzicht", "wijzig",
        "waarom", "herhaal", "frustratie", "buiten_bereik",
    }
)  # fmt: skip
_FAQ = "faq_"


@dataclass(frozen=True, slots=True)
class Begrip:
    """What a sentence seems to be about: one thing for certain, or topics worth offering."""

    opdracht: str | None = None
    faq: str | None = None
    misschien: tuple[str, ...] = ()
    """FAQ ids, likeliest first."""


def faq_id(intent: str) -> str | None:
    """The topic behind an intent of Rasa ("faq_toeslag_terugbetalen"), or None when it is no topic."""
    return intent.removeprefix(_FAQ).replace("_", "-") if intent.startswith(_FAQ) else None


def gevaar(gehoord: Nood | Zorg | None, intenties: Iterable[tuple[str, float]]) -> Nood | Zorg | None:
    """Danger that the patterns of `nood` did not hear, or only doubted (`gehoord`), and Rasa did: a second net, for words nobody
    thought of. What the patterns know to be a saying or a loss stays that."""
    naam, kans = max(intenties, key=lambda paar: paar[1], default=("", 0.0))
    soort = _GEVAAR.get(faq_id(naam) or "")
    if soort is None or kans < GEVAAR_MISSCHIEN or gehoord not in (None, "twijfel", "zorg_thuis"):
        return gehoord
    if kans >= GEVAAR:
        return soort[0]
    return gehoord or soort[1]


def begrijp(intenties: Iterable[tuple[str, float]], bekende_faqs: Iterable[str]) -> Begrip:
    """The meaning of a ranking (intent, confidence), likeliest first."""
    bekend = set(bekende_faqs)
    ranglijst = sorted(intenties, key=lambda paar: -paar[1])
    faqs = [(faq, kans) for naam, kans in ranglijst if (faq := faq_id(naam)) in bekend and faq is not None]
    # Danger is heard or it is not (`gevaar`): as a guess beside other topics it would frighten.
    misschien = tuple(faq for faq, kans in faqs if kans >= MISSCHIEN and faq not in _GEVAAR)[:MEESTE_KEUZES]
    if not ranglijst:
        return Begrip()
    naam, kans = ranglijst[0]
    if (faq_id(naam) is None) == (kans >= NIETS_VOOR_ONS):
        misschien = ()
    if kans < ZEKER or any(kans < VOORSPRONG * ander for _, ander in ranglijst[1:2]):
        return Begrip(misschien=misschien)
    if naam in OPDRACHTEN:
        return Begrip(opdracht=naam, misschien=misschien)
    faq = faq_id(naam)
    return Begrip(faq=faq if faq in bekend else None, misschien=misschien)
