"""From Rasa's ranking to what a sentence is about. The thresholds live here: tested code, changed without training."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actions.gesprek.nood import Nood, Zorg

ZEKER = 0.6
"""From here one topic is answered at once."""
VOORSPRONG = 2.0
"""So many times as likely as the next it must be for that."""
MISSCHIEN = 0.03
"""From here a topic is worth offering ("bedoelt u …?"), likeliest first."""
ONDERWERP = 0.1
"""From here what lies on top, a topic, is believed enough to offer any."""
NIETS_VOOR_ONS = 0.2
"""From here what lies on top, and is no topic (an answer, a command, not ours), is believed enough to offer none."""
MEESTE_KEUZES = 3
GEVAAR_MISSCHIEN = 0.1
GEVAAR = 0.2
"""From here, all kinds of danger in the ranking together and nothing else certain, danger is asked about softly; and is danger.
Lower than for other topics: a number to call too often is better than once too little."""
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
_KAN_ANTWOORD = frozenset({None, "ja", "nee", "weet_niet", "start"})
_FAQ = "faq_"


@dataclass(frozen=True, slots=True)
class Begrip:
    """What a sentence seems to be about: one thing for certain, or topics worth offering."""

    opdracht: str | None = None
    faq: str | None = None
    misschien: tuple[str, ...] = ()
    """FAQ ids, likeliest first."""

    @property
    def iets_anders(self) -> bool:
        """Something of the resident's own: a topic, or a command that is no answer."""
        return self.faq is not None or self.opdracht not in _KAN_ANTWOORD


def faq_id(intent: str) -> str | None:
    """The topic behind an intent of Rasa ("faq_toeslag_terugbetalen"), or None when it is no topic."""
    return intent.removeprefix(_FAQ).replace("_", "-") if intent.startswith(_FAQ) else None


def gevaar(gehoord: Nood | Zorg | None, intenties: Iterable[tuple[str, float]]) -> Nood | Zorg | None:
    """Danger that the patterns of `nood` did not hear, or only doubted (`gehoord`), and Rasa did: a second net, for words nobody
    thought of. What the patterns know to be a saying or a loss stays that."""
    ranglijst = tuple(intenties)
    zeker_anders = any(kans >= ZEKER and faq_id(naam) not in _GEVAAR for naam, kans in ranglijst)
    kansen = {faq: kans for naam, kans in ranglijst if (faq := faq_id(naam) or "") in _GEVAAR}
    samen = sum(kansen.values())
    if zeker_anders or samen < GEVAAR_MISSCHIEN or gehoord not in (None, "twijfel", "zorg_thuis"):
        return gehoord
    soort = _GEVAAR[max(kansen, key=lambda faq: kansen[faq])]
    if samen >= GEVAAR:
        return soort[0]
    return gehoord or soort[1]


def noemt_gevaar(intenties: Iterable[tuple[str, float]]) -> bool:
    """Is danger among what a model thinks of, however little?"""
    return any(faq_id(naam) in _GEVAAR for naam, _ in intenties)


def zonder_gevaar(intenties: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The ranking without danger: for a text of which it is known that there is none in it."""
    return tuple((naam, kans) for naam, kans in intenties if faq_id(naam) not in _GEVAAR)


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
    if kans >= NIETS_VOOR_ONS if faq_id(naam) is None else kans < ONDERWERP:
        misschien = ()
    if kans < ZEKER or any(kans < VOORSPRONG * ander for _, ander in ranglijst[1:2]):
        return Begrip(misschien=misschien)
    if naam in OPDRACHTEN:
        return Begrip(opdracht=naam, misschien=misschien)
    faq = faq_id(naam)
    return Begrip(faq=faq if faq in bekend else None, misschien=misschien)
