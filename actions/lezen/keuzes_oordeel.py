"""What a sentence says of the choices that it names: which are meant, which are denied, and when that is not clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from actions.lezen.ja_nee import zegt_nee
from actions.lezen.keuze import label
from actions.lezen.keuzes_zin import Deelzin, als_gezegd, half_ontkend, ontkent, woorden_van
from actions.lezen.vorm import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import ALLE_KEUZES, KEUZES, NAASTEN, ONZEKER, ROND_ONTKENNING, woordgroep
from actions.lezen.woorden import Getal, Woord, tel_vreemd

NIETS = woordgroep("niets niks nix noppes")
_REST = woordgroep("verder meer anders rest andere overige")
_ALLEEN = woordgroep("alleen enkel slechts")
_BETALEN = woordgroep("betalen opbrengen")
_VERGOED = woordgroep("vergoed vergoedt vergoeden")


class _Onduidelijk(Exception):
    """It cannot be told what is meant and what is denied."""


@dataclass(slots=True)
class _Uitspraak:
    """What one clause says of its choices."""

    zin: Deelzin
    wel: bool
    gezegd: bool
    """Said with "wel" or "niet", not taken over from the clause before."""
    niet_na: bool = False
    """The denial stands behind the choice, so that it may hold for the choices before it too."""


def op_volgorde(vorm: Vraagvorm, waarden: Iterable[str]) -> tuple[str, ...]:
    """In the order of the question, each once."""
    gekozen = set(waarden)
    return tuple(waarde for waarde in vorm.keuzes if waarde in gekozen)


def lees_zinnen(vorm: Vraagvorm, zinnen: Sequence[Deelzin]) -> Uitslag:
    """Read clauses of which at least one names a choice."""
    if any(NAASTEN & set(zin.woorden) for zin in zinnen):
        return Dubbelzinnig((), "wie")
    try:
        return _lees(vorm, zinnen)
    except _Onduidelijk:
        return NietGelezen("wel_of_niet")


def _lees(vorm: Vraagvorm, zinnen: Sequence[Deelzin]) -> Uitslag:
    if any(
        zin.rest and not zin.keuzes and all(isinstance(deel, Getal) for deel in zin.rest) for zin in zinnen
    ):
        # "Bril, 3": the third choice or three of something?
        return NietGelezen("welke")
    uitzondering = next((nr for nr, zin in enumerate(zinnen) if zin.voegwoord == "behalve"), None)
    if uitzondering is not None:
        return _behalve(vorm, zinnen[:uitzondering], zinnen[uitzondering:], zinnen)
    uitspraken = _uitspraken(vorm, zinnen)
    wel = {waarde for u in uitspraken if u.wel for keuze in u.zin.keuzes for waarde in keuze}
    niet = {waarde for u in uitspraken if not u.wel for keuze in u.zin.keuzes for waarde in keuze}
    if any(_is_alles(zin) for zin in zinnen):
        if wel:
            raise _Onduidelijk
        wel = set(list(vorm.keuzes)[: vorm.getoond]) - niet
    if wel & niet:
        raise _Onduidelijk
    if not wel:
        return NietGelezen("ontkenning")
    if len(wel) == 1 and any(_zegt_niet_alleen(zin) for zin in zinnen):
        return NietGelezen("welke")
    return _alternatieven(vorm, uitspraken, wel) or Gelezen(op_volgorde(vorm, wel), _vreemd(vorm, zinnen))


def _behalve(
    vorm: Vraagvorm, ervoor: Sequence[Deelzin], erna: Sequence[Deelzin], zinnen: Sequence[Deelzin]
) -> Uitslag:
    """ "Alles behalve 2" and "niets behalve de tandarts"; after anything else it is not clear."""
    genoemd = {waarde for zin in erna for keuze in zin.keuzes for waarde in keuze}
    schoon = all(
        zin.voegwoord in ("behalve", "en", ",")
        and all(len(keuze) == 1 for keuze in zin.keuzes)
        and not any(ontkent(woord) or woord in ONZEKER for woord in zin.woorden)
        for zin in erna
    )
    if not schoon or not genoemd or len(ervoor) != 1 or ervoor[0].keuzes:
        raise _Onduidelijk
    woorden = set(ervoor[0].woorden)
    if _is_alles(ervoor[0]):
        wel = set(list(vorm.keuzes)[: vorm.getoond]) - genoemd
    elif woorden & NIETS and woorden <= NIETS | ROND_ONTKENNING:
        wel = genoemd
    else:
        raise _Onduidelijk
    return Gelezen(op_volgorde(vorm, wel), _vreemd(vorm, zinnen)) if wel else NietGelezen("ontkenning")


def _uitspraken(vorm: Vraagvorm, zinnen: Sequence[Deelzin]) -> list[_Uitspraak]:
    uit: list[_Uitspraak] = []
    nee_gezegd = wel_vooraf = maar_vooraf = False
    for nummer, zin in enumerate(zinnen):
        maar_vooraf = maar_vooraf or zin.voegwoord == "maar"
        if not zin.keuzes:
            laatste = uit[-1].zin if uit else next(later for later in zinnen[nummer:] if later.keuzes)
            _los(vorm, zin, laatste)
            wel_vooraf = wel_vooraf or zin.woorden == ["wel"]
            nee_gezegd = nee_gezegd or _zegt_nee(zin)
            if nee_gezegd and any(u.wel for u in uit):
                raise _Onduidelijk
            continue
        deze = _uitspraak(vorm, zin)
        if deze is None:
            gezegd = wel_vooraf or bool(_ALLEEN & set(zin.woorden))
            deze = _Uitspraak(zin, wel_vooraf or _als_vorige(uit, zin, maar_vooraf), gezegd)
        if deze.wel and nee_gezegd and not (deze.gezegd or maar_vooraf):
            raise _Onduidelijk
        if deze.niet_na and not maar_vooraf and uit and uit[-1].wel and not uit[-1].gezegd:
            # "Bril en tandarts niet": neither, or only not the dentist?
            raise _Onduidelijk
        uit.append(deze)
        nee_gezegd = wel_vooraf = maar_vooraf = False
    return uit


def _als_vorige(uit: Sequence[_Uitspraak], zin: Deelzin, maar: bool) -> bool:
    """A choice without "wel" or "niet" of its own: "wel bril en tandarts" is clear, "geen bril en tandarts" is not."""
    if not uit or uit[-1].wel or maar:
        return True
    if zin.voegwoord == "of":
        return False
    raise _Onduidelijk


def _uitspraak(vorm: Vraagvorm, zin: Deelzin) -> _Uitspraak | None:
    """What the clause itself says; None when it only names."""
    woorden = list(enumerate(zin.woorden))
    alle = set(zin.woorden)
    if ONZEKER & alle or ALLE_KEUZES & alle:
        raise _Onduidelijk
    if NIETS & alle:
        if not (_REST | _ALLEEN) & alle:
            raise _Onduidelijk
        woorden = [(plaats, woord) for plaats, woord in woorden if woord not in NIETS]
    if any(zegt_nee(woord) for woord in alle) and not any(
        ontkent(woord) or woord in _ALLEEN for woord in alle
    ):
        raise _Onduidelijk
    woorden = _zonder_eigen(vorm, zin, zin, woorden)
    ontkend = [plaats for plaats, woord in woorden if ontkent(woord)]
    if not ontkend:
        return _Uitspraak(zin, True, True) if "wel" in alle and "maar" not in alle else None
    helder = all(ontkent(woord) or zegt_nee(woord) or woord in ROND_ONTKENNING for _, woord in woorden)
    half = half_ontkend([woord for _, woord in woorden])
    if not helder or half or "wel" in alle or len(ontkend) > 1 or len(zin.keuzes) > 1:
        raise _Onduidelijk
    return _Uitspraak(zin, False, True, niet_na=ontkend[0] >= zin.voor)


def _zonder_eigen(
    vorm: Vraagvorm, zin: Deelzin, over: Deelzin, woorden: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """Without a "niet" that denies no choice: "niet alleen", and "niet kunnen betalen" where that is what is asked.

    `over`: the clause with the choice that this one is about.
    """
    paren = list(pairwise(woorden))
    weg = {plaats for (plaats, een), (_, twee) in paren if ontkent(een) and twee in _ALLEEN}
    gevraagd = set(als_gezegd(sorted(vorm.vulwoorden)))
    for keuze in over.keuzes:
        for waarde in keuze:
            gevraagd |= woorden_van(vorm, waarde)
    if {"niet", "betalen"} <= gevraagd:
        alle = set(als_gezegd(zin.woorden))
        weg |= {plaats for (plaats, een), (_, twee) in paren if een == "geen" and twee == "geld"}
        if ("kunt" in alle and _BETALEN & alle) or _VERGOED & alle:
            ontkend = {plaats for plaats, woord in woorden if ontkent(woord)}
            if len(ontkend) != 1:
                # "Dat kan ik zelf betalen" denies, without a word for it.
                raise _Onduidelijk
            weg |= ontkend
    return [(plaats, woord) for plaats, woord in woorden if plaats not in weg]


def _los(vorm: Vraagvorm, zin: Deelzin, over: Deelzin) -> None:
    """A clause without a choice may not take back what another clause says."""
    alle = set(zin.woorden)
    if _is_alles(zin) or (_REST & alle and "wel" not in alle) or _zegt_nee(zin):
        return
    if ALLE_KEUZES & alle or any(
        ontkent(woord) for _, woord in _zonder_eigen(vorm, zin, over, list(enumerate(zin.woorden)))
    ):
        raise _Onduidelijk


def _zegt_nee(zin: Deelzin) -> bool:
    """ "Nee" or "niets" by itself; "verder niets" is no denial."""
    alle = set(zin.woorden)
    return not _REST & alle and any(zegt_nee(woord) or woord in NIETS for woord in alle)


def _zegt_niet_alleen(zin: Deelzin) -> bool:
    """ "Niet alleen een bril": what else is still to be said."""
    return any(ontkent(een) and twee in _ALLEEN for een, twee in pairwise(zin.woorden))


def _is_alles(zin: Deelzin) -> bool:
    alle = set(zin.woorden)
    return not zin.keuzes and bool(ALLE_KEUZES & alle) and alle <= ALLE_KEUZES | ROND_ONTKENNING


def _alternatieven(vorm: Vraagvorm, uitspraken: Sequence[_Uitspraak], wel: set[str]) -> Dubbelzinnig | None:
    """Choices with "of" between them, or a word that two choices share: one of them or both?"""
    dubbel = any(len(keuze) > 1 for u in uitspraken if u.wel for keuze in u.zin.keuzes)
    wel_gezegd = [u for u in uitspraken if u.wel]
    for eerder, later in pairwise(wel_gezegd):
        waarden = {waarde for u in (eerder, later) for keuze in u.zin.keuzes for waarde in keuze}
        dubbel = dubbel or (later.zin.voegwoord == "of" and len(waarden) > 1)
    if not dubbel:
        return None
    beide = op_volgorde(vorm, wel)
    lezingen = [(waarde,) for waarde in beide] + [beide] if len(beide) == 2 else []
    return Dubbelzinnig(
        tuple(Lezing(lezing, ", ".join(label(vorm, waarde) for waarde in lezing)) for lezing in lezingen),
        "een_of_meer",
    )


def _vreemd(vorm: Vraagvorm, zinnen: Sequence[Deelzin]) -> int:
    """How many words belong neither to a choice nor to an answer."""
    eigen = {
        woord
        for zin in zinnen
        for keuze in zin.keuzes
        for waarde in keuze
        for woord in woorden_van(vorm, waarde)
    }
    rest = [deel for zin in zinnen for deel in zin.rest]
    # "1 bril" is a bril; "400 euro" is something else.
    getallen = sum(isinstance(deel, Getal) and deel.waarde >= 10 for deel in rest)
    mag = KEUZES | ALLE_KEUZES | NIETS | vorm.vulwoorden | eigen
    mag |= {
        deel.tekst
        for deel in rest
        if isinstance(deel, Woord) and (ontkent(deel.tekst) or zegt_nee(deel.tekst))
    }
    return tel_vreemd(rest, mag) + getallen
