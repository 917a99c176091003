"""Sentences that come before everything else, in every state of the talk and without Rasa: someone is in danger.

A first, narrow net of phrases that leave no doubt; it errs on the side of answering. It is looked at before any reader.
"""

from __future__ import annotations

import re
from typing import Literal

Nood = Literal["crisis", "geweld"]

_CRISIS = re.compile(
    r"\b(zelfmoord|zelfdoding|su[iï]cid\w*"
    r"|(wil|wilt|wou|liever|zou|kan) (ik )?(niet meer|niet langer) (leven|verder leven|bestaan)"
    r"|(wil|wilt|wou|liever|was ik maar|waren we maar) (liever )?(gewoon )?dood( zijn| gaan)?"
    r"|dood wil\w*|niet meer wil leven"
    r"|(eind|einde) (maken )?aan (mijn|me|m\'n|mn|zijn|haar|het) leven|er een eind(e)? aan maken"
    r"|maak er een eind(e)? aan|leven heeft geen zin meer)\b"
)
_GEWELD = re.compile(
    r"\b((slaat|mishandelt|bedreigt|schopt|wurgt|misbruikt) (mij|me|mijn kind\w*|ons)"
    r"|(word|wordt|ben) (ik )?(thuis )?(geslagen|mishandeld|misbruikt)"
    r"|huiselijk geweld|bang voor mijn (man|vrouw|partner|vriend|vader|ex))\b"
)


def herken(tekst: str) -> Nood | None:
    """Danger in a typed text, or None."""
    kaal = " ".join(tekst.lower().replace("’", "'").split())
    if _CRISIS.search(kaal):
        return "crisis"
    return "geweld" if _GEWELD.search(kaal) else None
