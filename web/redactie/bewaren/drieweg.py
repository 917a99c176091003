"""Three versions of a file into one: what both began with, what the gemeente made of it, and what a new release has.

By lines where the two changed different lines; else by names, one by one. What cannot be decided stays as the gemeente had it,
and is named.
"""

from __future__ import annotations

from collections.abc import MutableMapping, MutableSequence, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from textwrap import dedent
from typing import Any

from content.bestanden import ontleed
from content.fouten import InhoudFout
from web.redactie.yamltekst import als_tekst, schrijver, splits, voeg_samen

_ROMP = "antwoord"
"""How the reader of content names what stands below the fields of a topic."""


@dataclass(frozen=True, slots=True)
class Anders:
    """A place where both changed something, or one took away what the other changed. `veld` "": the whole file."""

    veld: str
    eigen: str | None
    nieuw: str | None


@dataclass(frozen=True, slots=True)
class Mengsel:
    tekst: str
    anders: tuple[Anders, ...] = ()
    """What stayed as the gemeente had it, though the release has something else."""


def meng(pad: str, basis: str | None, eigen: str, nieuw: str, *, vul_aan: bool = False) -> Mengsel:
    """`basis` None: not known. `vul_aan`: a name that the release has and the gemeente has not is always put back."""
    heel = None if basis is None else regels(basis, eigen, nieuw)
    if heel is not None and _leesbaar(pad, heel) and not (vul_aan and _mist(pad, heel, nieuw)):
        return Mengsel(heel)
    gemengd = _op_naam(pad, basis, eigen, nieuw, vul_aan=vul_aan)
    return gemengd or Mengsel(eigen, (Anders("", eigen, nieuw),))


def regels(basis: str, eigen: str, nieuw: str) -> str | None:
    """Both changes, line by line. None when they touch each other and are not the same."""
    begin = basis.splitlines(keepends=True)
    links, rechts = (_stukken(begin, een.splitlines(keepends=True)) for een in (eigen, nieuw))
    uit: list[str] = []
    plek = 0
    while links or rechts:
        if links and rechts and links[0] == rechts[0]:
            van, tot, tekst = links.pop(0)
            rechts.pop(0)
        elif not rechts or (links and links[0] < rechts[0]):
            van, tot, tekst = links.pop(0)
            if rechts and rechts[0][0] <= tot:
                return None
        else:
            van, tot, tekst = rechts.pop(0)
            if links and links[0][0] <= tot:
                return None
        uit += [*begin[plek:van], *tekst]
        plek = tot
    return "".join([*uit, *begin[plek:]])


def _stukken(van: list[str], naar: list[str]) -> list[tuple[int, int, list[str]]]:
    """What changed: lines from, up to, and what stands there now."""
    stappen = SequenceMatcher(None, van, naar, autojunk=False).get_opcodes()
    return [(i1, i2, naar[j1:j2]) for soort, i1, i2, j1, j2 in stappen if soort != "equal"]


# --- by names --------------------------------------------------------------------------------------------------------


def _op_naam(pad: str, basis: str | None, eigen: str, nieuw: str, *, vul_aan: bool) -> Mengsel | None:
    """None when one of them cannot be read, or when it cannot be written as it is meant."""
    bij, van_ons, van_hen = (
        _gelezen(pad, basis) if basis is not None else None, _gelezen(pad, eigen), _gelezen(pad, nieuw),
    )  # fmt: skip
    if van_ons is None or van_hen is None or (basis is not None and bij is None):
        return None
    anders: list[Anders] = []
    romp, bedoeld = None, deepcopy(van_ons)
    if pad.endswith(".md"):
        romp = _romp(bij, van_ons, van_hen, anders)
        for velden in (bij, bedoeld, van_hen):
            if velden is not None:
                velden.pop(_ROMP, None)
    _meng(bij, bedoeld, van_hen, "", anders, vul_aan=vul_aan)
    if romp is None and bedoeld == van_ons:
        return Mengsel(eigen, tuple(anders))
    # The same once more in the file as it is written, with its comments and quotes.
    geschreven, van_hen_geschreven = (schrijver().load(_velden(pad, een)) for een in (eigen, nieuw))
    _meng(bij, geschreven, van_hen_geschreven, "", [], vul_aan=vul_aan)
    tekst = als_tekst(geschreven) if romp is None else voeg_samen(geschreven, romp)
    klopt = _gelezen(pad, tekst) == ({**bedoeld, _ROMP: romp.strip()} if romp is not None else bedoeld)
    return Mengsel(tekst, tuple(anders)) if klopt else None


def _romp(bij: Any, eigen: Any, nieuw: Any, anders: list[Anders]) -> str:
    begin, ons, hen = (str((een or {}).get(_ROMP, "")).strip() + "\n" for een in (bij, eigen, nieuw))
    if ons == hen or hen == begin:
        return ons
    if ons == begin:
        return hen
    samen = regels(begin, ons, hen) if bij is not None else None
    if samen is None:
        anders.append(Anders(_ROMP, ons, hen))
    return samen or ons


def _meng(basis: Any, eigen: Any, nieuw: Any, plek: str, anders: list[Anders], *, vul_aan: bool) -> None:
    """`eigen` becomes what is meant. `basis` is a mapping, or None where it is not known."""
    vorige: str | None = None
    for naam, van_hen in nieuw.items():
        veld = f"{plek}.{naam}" if plek else str(naam)
        bekend = basis is not None and naam in basis
        was = basis[naam] if bekend else None
        if naam not in eigen:
            if vul_aan or (basis is not None and not bekend):
                _voeg_in(eigen, naam, van_hen, vorige)
            elif basis is None or was != van_hen:
                anders.append(Anders(veld, None, _kort(van_hen)))
        elif eigen[naam] != van_hen:
            ons = eigen[naam]
            if bekend and ons == was:
                eigen[naam] = van_hen
            elif isinstance(ons, MutableMapping) and isinstance(van_hen, MutableMapping):
                _meng(was if isinstance(was, MutableMapping) else ({} if bekend else None),
                      ons, van_hen, veld, anders, vul_aan=vul_aan)  # fmt: skip
            elif was is not None and _zijn_zinnen(was, ons, van_hen):
                _meng_zinnen(was, ons, van_hen)
            elif not bekend or van_hen != was:
                anders.append(Anders(veld, _kort(ons), _kort(van_hen)))
                if vul_aan and isinstance(van_hen, MutableMapping) != isinstance(ons, MutableMapping):
                    eigen[naam] = van_hen  # what the code asks for is one text, or has names in it
        if naam in eigen:
            vorige = naam
    for naam in [naam for naam in eigen if naam not in nieuw and basis is not None and naam in basis]:
        if eigen[naam] == basis[naam]:
            del eigen[naam]
        else:
            veld = f"{plek}.{naam}" if plek else str(naam)
            anders.append(Anders(veld, _kort(eigen[naam]), None))


def _voeg_in(velden: Any, naam: str, waarde: Any, na: str | None) -> None:
    if hasattr(velden, "insert"):  # as ruamel has it: where it stands in the release
        velden.insert(0 if na is None else list(velden).index(na) + 1, naam, waarde)
    else:
        velden[naam] = waarde


def _zijn_zinnen(*alle: Any) -> bool:
    return all(
        isinstance(een, MutableSequence) and all(isinstance(deel, str) for deel in een) for een in alle
    )


def _meng_zinnen(was: Sequence[str], ons: MutableSequence[str], hen: Sequence[str]) -> None:
    """Example sentences: of no weight in which order. What the release took away goes, what is new comes at the end."""
    for nr in range(len(ons) - 1, -1, -1):
        if ons[nr] in was and ons[nr] not in hen:
            del ons[nr]
    for zin in hen:
        if zin not in was and zin not in ons:
            ons.append(zin)


def _kort(waarde: Any) -> str:
    if isinstance(waarde, str):
        return str(waarde)
    return dedent(als_tekst(waarde).removesuffix("...\n")).strip()


def _mist(pad: str, tekst: str, nieuw: str) -> bool:
    """A name of the release is not in the text, at any depth."""

    def mist(ons: Any, hen: Any) -> bool:
        if not isinstance(hen, dict):
            return False
        return not isinstance(ons, dict) or any(naam not in ons or mist(ons[naam], hen[naam]) for naam in hen)

    return mist(_gelezen(pad, tekst), _gelezen(pad, nieuw))


def _leesbaar(pad: str, tekst: str) -> bool:
    return _gelezen(pad, tekst) is not None


def _gelezen(pad: str, tekst: str) -> dict[str, Any] | None:
    try:
        ruw = ontleed(tekst, Path(pad), pad)
    except InhoudFout:
        return None
    return ruw if isinstance(ruw, dict) else None


def _velden(pad: str, tekst: str) -> str:
    return splits(tekst)[0] if pad.endswith(".md") else tekst
