"""Yes-or-no facts that are asked together in one bubble, with a box to tick for each: up to six questions less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from actions.lezen.vorm import WEET_NIET

_VOORVOEGSEL: Final = "groep:"
GROEPEN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        f"{_VOORVOEGSEL}situatie": (
            "studeert", "belastingaanslag", "energie_hoog", "chronisch_ziek", "eigen_risico_op", "huurachterstand",
            "schulden",
        ),
    }
)  # fmt: skip
"""Group → its facts, as they stand on screen: what hurts to say comes last."""
_GROEP_VAN: Final = {feit: groep for groep, feiten in GROEPEN.items() for feit in feiten}

Vraag = tuple[str, int | None]


def is_groep(vraag: str) -> bool:
    return vraag.startswith(_VOORVOEGSEL)


def samen(vragen: Iterable[Vraag]) -> Iterator[Vraag]:
    """The same questions, those of one group put together where the last of them stood: what hurts to say comes late. One that
    is left alone is asked by itself."""
    alle = tuple(vragen)
    over = Counter(_GROEP_VAN[vraag] for vraag, _ in alle if vraag in _GROEP_VAN)
    alleen = {groep for groep, aantal in over.items() if aantal == 1}
    for vraag, nummer in alle:
        groep = _GROEP_VAN.get(vraag)
        if groep is None or groep in alleen:
            yield vraag, nummer
            continue
        over[groep] -= 1
        if not over[groep]:
            yield groep, None


def leden(groep: str, open_: Iterable[str]) -> tuple[str, ...]:
    """The facts of a group that are open, in the order of the screen."""
    nog = set(open_)
    return tuple(feit for feit in GROEPEN[groep] if feit in nog)


def per_feit(gevraagd: Iterable[str], aangekruist: object) -> dict[str, Any]:
    """The answer for each fact that was on screen: ticked is yes, not ticked is no. `aangekruist`: the facts, or "weet_niet"."""
    if aangekruist == WEET_NIET:
        return dict.fromkeys(gevraagd, WEET_NIET)
    ja = set(aangekruist) if isinstance(aangekruist, list | tuple) else set()
    return {feit: feit in ja for feit in gevraagd}
