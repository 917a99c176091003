"""Is a new model good enough to take over from the one that serves?

Both are held against the same sentences with the same texts; only what the models make of the sentences differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict

from ops.nlu.cijfers import Cijfers, Gemeten, cijfers
from ops.nlu.zinnen import GEVAAR, Zin
from ops.oefenen.oordeel import Misser, Oordeel

SPELING: Mapping[str, float] = {
    "in_een_keer": 0.01,
    "in_drie": 0.01,
    "fout_en_zeker": 0.005,
    "geweigerd": 0.02,
    "opdrachten": 0.02,
}
"""How much of each figure may be lost with one training: a new topic always takes a little from its neighbours. Only
`fout_en_zeker` is better when it is less."""
BODEM: Mapping[str, float] = {"in_een_keer": 0.85, "fout_en_zeker": 0.03, "geweigerd": 0.90}
"""Bars of the design. Whoever stands on the good side stays there, so that small losses do not add up."""
WINST = 0.05
"""Of `in_een_keer`. Who understands so much more is held to the bars alone, where there is one: a model that understands nothing
is never wrong and refuses everything, and against that every good one would be worse."""
MEESTE_MISSERS = 10


def doen_mee(zinnen: Iterable[Zin], onderwerpen: Collection[str]) -> tuple[Zin, ...]:
    """Without the sentences about topics that are no longer there. Those about danger always count."""
    return tuple(
        zin for zin in zinnen if zin.soort != "onderwerp" or zin.naam in GEVAAR or zin.naam in onderwerpen
    )


def oordeel(nieuw: Sequence[Gemeten], oud: Sequence[Gemeten] | None, stuk: Sequence[str] = ()) -> Oordeel:
    """`oud` None: there is nothing to compare with. `stuk`: the golden talks that went well and no longer do."""
    na, voor = cijfers(nieuw), None if oud is None else cijfers(oud)
    reden, waar = _waarom_niet(na, voor, stuk)
    return Oordeel(
        reden,
        waar,
        asdict(na),
        None if voor is None else asdict(voor),
        len(nieuw),
        _missers(nieuw, oud),
    )


def _waarom_niet(
    na: Cijfers, voor: Cijfers | None, stuk: Sequence[str]
) -> tuple[str | None, tuple[str, ...]]:
    if na.gevaar < 1:
        return "gevaar", ()
    if stuk:
        return "gesprek", tuple(stuk)
    if voor is None:
        return None, ()
    wint = na.in_een_keer >= max(voor.in_een_keer + WINST, BODEM["in_een_keer"])
    slechter = tuple(
        naam for naam in SPELING if _is_slechter(naam, getattr(na, naam), getattr(voor, naam), wint=wint)
    )
    return ("slechter", slechter) if slechter else (None, ())


def _is_slechter(naam: str, na: float, voor: float, *, wint: bool) -> bool:
    teken = -1 if naam == "fout_en_zeker" else 1
    bodem = BODEM.get(naam)
    if wint and bodem is not None:
        return teken * na < teken * bodem
    # A hair, because shares are not exact in floating point.
    if teken * (voor - na) > SPELING[naam] + 1e-9:
        return True
    return bodem is not None and teken * voor >= teken * bodem > teken * na


def _missers(nieuw: Sequence[Gemeten], oud: Sequence[Gemeten] | None) -> tuple[Misser, ...]:
    """Danger first, and then what is missed most often."""
    eerst_goed = [True] * len(nieuw) if oud is None else [m.goed_in_een_keer for m in oud]
    alle = Counter(
        (m.zin.naam, m.gedrag.antwoord)
        for m, goed in zip(nieuw, eerst_goed, strict=True)
        if m.zin.soort == "onderwerp" and goed and not m.goed_in_een_keer
    )
    missers = [Misser(hoort, wordt, aantal) for (hoort, wordt), aantal in alle.items()]
    missers.sort(key=lambda m: (m.hoort not in GEVAAR, -m.aantal, m.hoort))
    return tuple(missers[:MEESTE_MISSERS])
