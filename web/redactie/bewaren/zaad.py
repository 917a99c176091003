"""Taking up the content of a new release in the folder of the gemeente: `python -m web.redactie.bewaren.zaad <folder>`.

    python -m web.redactie.bewaren.zaad /srv/rechtop/inhoud        (make start does it by itself)

An empty folder gets everything. After that, what the release changed and the gemeente did not is taken over; what both changed is
put together where that is certain, and stays as the gemeente has it where it is not: that is told in the log and on
`/redactie/nakijken`. What the code cannot do without is always there: files and texts that are missing come back.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dulwich.errors import NotGitRepository

from content import broncode, verwijzingen
from content.fouten import InhoudFout
from content.herkennen import controle as herkennen
from content.inhoud import Inhoud
from content.opmaak import Opmaker
from content.parameterbestand import ParameterFout
from content.parameters import laad_parameters
from web.redactie.bewaren import afwijkend
from web.redactie.bewaren.afwijkend import Afwijking
from web.redactie.bewaren.bewaarplaats import RELEASE, Bewaarplaats, begin, is_zaad
from web.redactie.bewaren.drieweg import Anders, Mengsel, meng
from web.redactie.proefmap import proefmap

WORTEL = Path(__file__).resolve().parents[3]
ZAAD = WORTEL / "content"
_ALTIJD = frozenset({"gebeurtenissen", "herkennen", "parameters", "taal", "teksten", "uitkomsten", "vragen"})
"""Folders of which the code needs every file."""
_LEEG = frozenset({"lost+found"})
"""What may stand in a folder that is empty: a disk of its own."""
_VUL_AAN = "teksten"
"""In these files every name is a text that the code may ask for."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verslag:
    """What taking up did."""

    begonnen: bool = False
    genomen: tuple[str, ...] = ()
    """Files that were taken over, or put together."""
    afwijkend: tuple[Afwijking, ...] = ()
    """What stayed as the gemeente has it, this time."""
    vervangen: tuple[str, ...] = ()
    """Files of the gemeente that the code of this release cannot read: its own stand in the history."""


class GeenBewaarplaats(Exception):
    """The folder holds something, and has no history: it is left alone."""


@dataclass(slots=True)
class _Keuze:
    """What a file may become, the best first."""

    wegen: list[Mengsel | None]
    """None: no file."""

    def schrijft(self, ons: bytes | None) -> bool:
        return _ruw(self.wegen[0]) != ons


def neem_op(map_: Path, vandaag: date, zaad: Path = ZAAD) -> Verslag:
    """Begin, or take up what is new. Raises GeenBewaarplaats.

    Who is killed half-way does it over at the next start, with the same outcome.
    """
    if not map_.exists() or all(een.name in _LEEG for een in map_.iterdir()):
        begin(map_, zaad)
        return Verslag(begonnen=True)
    try:
        plaats = Bewaarplaats(map_)
    except NotGitRepository:
        raise GeenBewaarplaats(str(map_)) from None
    van_hen = {pad: (zaad / pad).read_bytes() for pad in sorted(_zaden(zaad))}
    with plaats.boek.slot():
        return _neem_op(plaats, van_hen, vandaag)


def _neem_op(plaats: Bewaarplaats, van_hen: Mapping[str, bytes], vandaag: date) -> Verslag:
    eigen_boek = plaats.boek
    laatste = eigen_boek.zaad()
    waren = set(eigen_boek.bestanden(laatste)) if laatste is not None else set()
    keuzes: dict[str, _Keuze] = {}
    for pad in sorted(waren | van_hen.keys()):
        was = eigen_boek.lees(laatste, pad) if laatste is not None and pad in waren else None
        ons = _op_schijf(plaats, pad)
        hen = van_hen.get(pad)
        keuze = _kies(pad, was, ons, hen)
        if keuze is not None and (was != hen or keuze.schrijft(ons)):
            keuzes[pad] = keuze
    vervangen = _maak_leesbaar(plaats, keuzes)
    nieuw = {pad: keuze.wegen[0] for pad, keuze in keuzes.items()}
    anders = tuple(
        Afwijking(pad, een.veld, een.eigen, een.nieuw, vandaag)
        for pad, weg in nieuw.items()
        if weg is not None
        for een in weg.anders
    )
    schrijf = {pad: _ruw(weg) for pad, weg in nieuw.items() if _ruw(weg) != _op_schijf(plaats, pad)}
    if schrijf:
        plaats.leg_huis_vast(schrijf, RELEASE)
    if anders:
        _bewaar(plaats, anders)
    eigen_boek.zet_zaad(van_hen, RELEASE)
    return Verslag(False, tuple(schrijf), anders, tuple(vervangen))


def _kies(pad: str, was: bytes | None, ons: bytes | None, hen: bytes | None) -> _Keuze | None:
    """None: it stays as it is, and nothing is to be told."""
    map_ = pad.partition("/")[0]
    if ons == hen:
        return None
    if hen is None:
        if ons == was:
            return _Keuze([None])
        anders = Anders("", None if ons is None else _tekst(ons), None)
        return None if ons is None else _Keuze([Mengsel(_tekst(ons), (anders,))])
    nieuw = Mengsel(_tekst(hen))
    if ons is None:
        if was is None or map_ in _ALTIJD:
            return _Keuze([nieuw])
        return None  # the gemeente took it away
    if ons == was:
        return _Keuze([nieuw])
    if was == hen and map_ != _VUL_AAN:
        return None  # the release changed nothing here
    mengsel = meng(
        pad, None if was is None else _tekst(was), _tekst(ons), _tekst(hen), vul_aan=map_ == _VUL_AAN
    )
    eigen = Mengsel(_tekst(ons), (Anders("", _tekst(ons), _tekst(hen)),))
    return _Keuze([mengsel, eigen, nieuw])


def _maak_leesbaar(plaats: Bewaarplaats, keuzes: dict[str, _Keuze]) -> list[str]:
    """Choose so that the code of this release can read every file that was put together. Gives those in which nothing of the
    gemeente could stay."""
    vervangen: list[str] = []
    while any(len(keuze.wegen) > 1 for keuze in keuzes.values()):
        proef = {pad: None if (weg := een.wegen[0]) is None else weg.tekst for pad, een in keuzes.items()}
        fout = {
            pad for pad in _onleesbaar(plaats.map, proef) if len(keuzes.get(pad, _Keuze([None])).wegen) > 1
        }
        if not fout:
            break
        for pad in fout:
            keuze = keuzes[pad]
            keuze.wegen.pop(0)
            if len(keuze.wegen) == 1:
                vervangen.append(pad)
    return vervangen


def _onleesbaar(map_: Path, wijzigingen: Mapping[str, str | None]) -> Iterator[str]:
    """Files with which the code cannot work: of a wrong form, or that ask for a value the code does not give."""
    with proefmap(map_, wijzigingen) as proef:
        try:
            parameters = laad_parameters(proef / "parameters")
        except ParameterFout as fout:
            yield from {f"parameters/{een.partition(':')[0]}" for een in fout.fouten}
            return
        yield from {fout.bestand for fout in herkennen.fouten(proef)}
        try:
            inhoud = Inhoud(proef, parameters)
            inhoud.teksten()
        except InhoudFout as fout:
            yield from {een.bestand for een in fout.fouten}
            return
        code = broncode.lees_code(WORTEL)
        yield from {fout.bestand for fout in verwijzingen.waarden(inhoud, code, Opmaker(parameters))}


def _bewaar(plaats: Bewaarplaats, anders: tuple[Afwijking, ...]) -> None:
    """What stands deviating from before stays, unless its file was touched by this release."""
    geraakt = {een.pad for een in anders}
    oud = [een for een in afwijkend.lees(plaats.boek.beheer) if een.pad not in geraakt]
    afwijkend.bewaar(plaats.boek.beheer, [*oud, *anders])


def _zaden(zaad: Path) -> Iterator[str]:
    for bron in zaad.glob("*/**/*"):
        pad = bron.relative_to(zaad).as_posix()
        if bron.is_file() and is_zaad(pad):
            yield pad


def _op_schijf(plaats: Bewaarplaats, pad: str) -> bytes | None:
    return (plaats.map / pad).read_bytes() if (plaats.map / pad).is_file() else None


def _ruw(weg: Mengsel | None) -> bytes | None:
    return None if weg is None else weg.tekst.encode()


def _tekst(ruw: bytes) -> str:
    return ruw.decode(errors="replace")


def main(argumenten: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m web.redactie.bewaren.zaad",
        description="Take up the content of this release in a content folder.",
    )
    parser.add_argument("map", type=Path)
    keuze = parser.parse_args(argumenten)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if keuze.map.resolve() == ZAAD:
        return 0
    try:
        verslag = neem_op(keuze.map, datetime.now(UTC).date())
    except GeenBewaarplaats:
        _log.warning(
            "%s holds files and has no history of its own: it is left as it is, and /redactie stays closed",
            keuze.map,
        )
        return 0
    meld(verslag)
    return 0


def meld(verslag: Verslag) -> None:
    """Tell what was done."""
    if verslag.begonnen:
        _log.info("the content of Rechtop stands in its own folder now, with its history")
    if verslag.genomen:
        _log.info("new release: %d files of content taken up", len(verslag.genomen))
    for een in verslag.afwijkend:
        plek = f"{een.pad}: {een.veld}" if een.veld else een.pad
        _log.warning("not taken up, because the gemeente has its own here: %s", plek)
    for pad in verslag.vervangen:
        _log.error("taken from the new release, because this version cannot read what stood there: %s", pad)


if __name__ == "__main__":
    sys.exit(main())
