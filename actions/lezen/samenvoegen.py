"""Parts of a text that are one thing though they are said in several: "4 weken" as a period, "712 euro en 50 cent"."""

from __future__ import annotations

from itertools import pairwise

from actions.lezen.woorden import Deel, Getal, Woord

_VIER_WEKEN = tuple(Woord(woord) for woord in ("weken", "wekelijks", "wk", "wkn", "week"))
"""After a 4: together one period."""

_CIJFERS_CENTEN = 2


def _zijn_centen(getal: Getal) -> bool:
    return len(getal.tekst) == _CIJFERS_CENTEN and getal.tekst.isdecimal()


def met_centen(stukken: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """ "712 euro en 50 cent" is one amount, and so is "11 euro 20" when nothing follows."""
    uit = list(stukken)
    match uit:
        case [*ervoor, Getal() as euros, Woord("euro"), Getal() as los] if _zijn_centen(los):
            som = Getal((euros.waarde + los.waarde / 100,), f"{euros.tekst},{los.tekst}")
            return (*ervoor, som, Woord("euro"))
    for plaats, deel in enumerate(uit):
        rest = [stuk for stuk in uit[plaats + 1 : plaats + 5] if stuk != Woord("en")][:3]
        if not isinstance(deel, Getal) or len(rest) < 3 or rest[0] != Woord("euro"):
            continue
        centen = rest[1]
        if (
            isinstance(centen, Getal)
            and rest[2] in (Woord("cent"), Woord("centen"))
            and 0 < centen.waarde < 100
        ):
            som = Getal((deel.waarde + centen.waarde / 100,), f"{deel.tekst} {centen.tekst}")
            einde = plaats + 4 + (Woord("en") in uit[plaats + 1 : plaats + 4])
            return (*uit[:plaats], som, Woord("euro"), *uit[einde:])
    return stukken


def zonder_vier_weken(stukken: tuple[Deel, ...]) -> tuple[Deel, ...]:
    for plaats, (getal, woord) in enumerate(pairwise(stukken)):
        if isinstance(getal, Getal) and getal.waarde == 4 and woord in _VIER_WEKEN:
            rest = zonder_vier_weken(stukken[plaats + 2 :])
            return (*stukken[:plaats], Woord("vierwekelijks"), *rest)
    return stukken
