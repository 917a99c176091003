"""Does work pay, in the talk: at most three short questions about the work, kept apart from the facts of today.

First how it is now is asked, as far as that is not known, by the ordinary check. The questions of this are `loont.<veld>`; their
answers are no facts, and nothing of it changes any.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.loont_toon import toon
from actions.gesprek.vragen import stel_vraag
from actions.gesprek.werk import Werk

SLEUTEL: Final = "loont"
LOON, UREN, REIZEN = "loont.loon", "loont.uren", "loont.reizen"
VRAGEN: Final = (LOON, UREN, REIZEN)
RONDE: Final = 2
"""The toeslagen and the benefits must be known; the schemes of the gemeente count as far as they are."""


def is_van(vraag: str) -> bool:
    """A question about the work itself."""
    return vraag in VRAGEN


def is_open(werk: Werk) -> bool:
    return werk.staat.open_vraag is not None and is_van(werk.staat.open_vraag.vraag)


def bezig(werk: Werk) -> Mapping[str, Any] | None:
    """What was answered so far, while it is being worked out or was shown."""
    nu: Mapping[str, Any] | None = werk.staat.extra.get(SLEUTEL)
    return nu


def begin(werk: Werk, antwoorden: Mapping[str, str]) -> None:
    """From now on this is asked when nothing about the situation of now is open any more."""
    werk.onthoud(**{SLEUTEL: {"klaar": False, "antwoorden": dict(antwoorden)}})


def ga_door(werk: Werk) -> bool:
    """The next question about the work, or the answer. False when nothing of it is asked."""
    nu = bezig(werk)
    if nu is None or nu["klaar"]:
        return False
    nog = [vraag for vraag in VRAGEN if vraag not in nu["antwoorden"]]
    if nog:
        if not nu.get("begonnen"):
            werk.onthoud(**{SLEUTEL: {**nu, "begonnen": True}})
            werk.zeg("loont.begin", aantal=len(nog))
        stel_vraag(werk, nog[0])
        return True
    werk.onthoud(**{SLEUTEL: {**nu, "klaar": True}})
    if not toon(werk, nu["antwoorden"]):
        laat_los(werk)
    return True


def neem(werk: Werk, vraag: str, waarde: Any) -> None:
    """Keep an answer. A salary belongs to the hours that were said with it, also when others are looked at later."""
    nu = bezig(werk)
    if nu is None:
        return
    antwoorden = {**nu["antwoorden"], vraag: str(waarde)}
    if vraag == LOON:
        antwoorden.pop(_LOON_UREN, None)
    if _LOON_UREN not in antwoorden and antwoorden.get(UREN, WEET_NIET) != WEET_NIET and LOON in antwoorden:
        antwoorden[_LOON_UREN] = antwoorden[UREN]
    werk.onthoud(
        **{SLEUTEL: {**nu, "antwoorden": antwoorden}}, stappen=[*_zonder(werk, vraag), [vraag, None]]
    )


_LOON_UREN: Final = "loon_uren"


def neem_bij(werk: Werk, uren: Decimal) -> None:
    """The hours were said together with the wage."""
    neem(werk, UREN, str(uren))


def vergeet(werk: Werk, vraag: str) -> None:
    """Take one answer back; it will be asked again."""
    nu = bezig(werk)
    if nu is not None:
        over = {v: w for v, w in nu["antwoorden"].items() if v != vraag}
        werk.onthoud(**{SLEUTEL: {**nu, "klaar": False, "antwoorden": over}}, stappen=_zonder(werk, vraag))


def terug(werk: Werk) -> bool:
    """Before the first question there is nothing to take back: it is left, and the outcomes come. False otherwise."""
    open_ = werk.staat.open_vraag
    stappen = werk.staat.extra.get("stappen", [])
    if open_ is None or not is_van(open_.vraag) or any(is_van(str(stap[0])) for stap in stappen):
        return False
    laat_los(werk)
    return True


def laat_los(werk: Werk) -> None:
    """Nothing of it is asked any more."""
    if bezig(werk) is None:
        return
    stappen = [stap for stap in werk.staat.extra.get("stappen", []) if not is_van(str(stap[0]))]
    werk.onthoud(**{SLEUTEL: None}, stappen=stappen)


def _zonder(werk: Werk, vraag: str) -> list[Any]:
    return [stap for stap in werk.staat.extra.get("stappen", []) if stap[0] != vraag]
