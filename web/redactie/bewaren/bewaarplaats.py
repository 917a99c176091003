"""What editors may change: what holds now, what held before, and publishing.

What stands in the content folder is what residents read. It may be edited with any text editor or git beside us: a change by
hand is seen, is kept in the history under its own name, and is never overwritten by somebody who had not seen it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.objects import Commit

from web.redactie.bewaren import boek
from web.redactie.bewaren.boek import Boek, Ingehaald

_PAD = re.compile(
    r"(?:faq|gebeurtenissen|gemeenten|herkennen|parameters|regios|taal|teksten|uitkomsten|vragen)"
    r"/(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9_][a-z0-9_.-]*\.(?:yml|md)"
)
"""Only what is content; never code, and nothing outside the folder."""
BUITEN = "Changed by hand"
BEGIN = "Content as it comes with Rechtop"
RELEASE = "New release of Rechtop"
"""Reasons of publications that nobody wrote one for."""


@dataclass(frozen=True, slots=True)
class Versie:
    """A file as it was at some moment. `id` changes when a letter does."""

    pad: str
    tekst: str
    id: str


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A publication: one commit."""

    id: str
    wanneer: datetime
    auteur: str
    reden: str
    paden: tuple[str, ...]


class PadOnbekend(Exception):
    """No file that editors may change."""


class Botsing(Exception):
    """The file is not (any more) what its editor had before them. `nu`: what it is now; None: it is gone."""

    def __init__(self, pad: str, nu: Versie | None) -> None:
        self.pad = pad
        self.nu = nu
        super().__init__(pad)


class NietGekeurd(Exception):
    """What would be published is not what was checked: a file changed since."""


class Bewaarplaats:
    """A content folder with its history. Every method may be called from any thread and from any process at once.

    Raises NotGitRepository when the folder has no history: see `begin`.
    """

    def __init__(self, map_: Path) -> None:
        self.boek = Boek(map_)
        """For who keeps the folder itself (`zaad.py`); editors go through the methods here."""
        self.map = self.boek.map
        with self.boek.slot():
            pass

    def lees(self, pad: str) -> Versie | None:
        """What holds now, also when it was changed by hand a moment ago. None: there is no such file. Raises PadOnbekend."""
        return _versie(pad, self._van_schijf(_keur(pad)))

    def bij(self, uitgave: str, pad: str) -> Versie | None:
        """The file as that publication left it. None: it was not there, or there was no such publication."""
        commit = self.boek.commit(uitgave)
        return None if commit is None else _versie(pad, self.boek.lees(commit, _keur(pad)))

    def met_id(self, pad: str, id_: str) -> Versie | None:
        """A version that somebody had before them, by its id. None: it is nowhere any more."""
        return _versie(pad, self.boek.stuk(id_))

    def onthoud(self, versie: Versie) -> None:
        """Keep what somebody has before them, also when it was changed by hand and stands in no publication."""
        with self.boek.slot():
            self.boek.onthoud(versie.tekst.encode())

    def paden(self) -> tuple[str, ...]:
        """Every file that editors may change, as it is on disk."""
        return _paden(self.map)

    def stand(self, wijzigingen: Mapping[str, str | None] | None = None) -> str:
        """A fingerprint of the whole folder as it is on disk, with these files in it: see `stand_van`."""
        return stand_van(self.map, wijzigingen)

    def buiten(self) -> tuple[str, ...]:
        """Files that were changed, added or removed by hand and stand in no publication yet."""
        with self.boek.slot():
            return self._buiten()

    def neem_op(self) -> Uitgave | None:
        """Put what was changed by hand into the history, as it is. None: there was nothing."""
        with self.boek.slot():
            return self._neem_op(self._buiten())

    def geef_uit(
        self,
        wijzigingen: Mapping[str, str | None],
        *,
        gezien: Mapping[str, str | None],
        auteur: str,
        reden: str,
        goed: str | None = None,
    ) -> Uitgave:
        """Publish files together: their new text, or None to take one away.

        `gezien`: of each file the id of the version that its editor had before them; None where there was none.
        `goed`: the fingerprint (`stand`) of the folder that was found good; None where the caller answers for it.
        Raises PadOnbekend; Botsing when a file is another by now; NietGekeurd when the folder as it will be is not the one
        that was found good. Then nothing is changed.
        """
        for pad in wijzigingen:
            _keur(pad)
        with self.boek.slot():
            for pad in wijzigingen:
                self._eis(pad, gezien.get(pad))
            self._eis_goed(goed, wijzigingen)
            self._neem_op([pad for pad in self._buiten() if pad in wijzigingen])
            inhoud = {pad: None if tekst is None else tekst.encode() for pad, tekst in wijzigingen.items()}
            return self._leg_vast(inhoud, boek.naam(auteur), reden)

    def uitgave(self, id_: str) -> Uitgave | None:
        commit = self.boek.commit(id_)
        return None if commit is None else self._uitgave(commit)

    def voor(self, uitgave: str) -> dict[str, str | None] | None:
        """What the files of a publication said before it: what they become when it is taken back; None: not there.

        None for no such publication, or the first.
        """
        commit = self.boek.commit(uitgave)
        eerder = None if commit is None else self.boek.voor(commit)
        if commit is None or eerder is None:
            return None
        return {
            pad: versie.tekst if (versie := _versie(pad, self.boek.lees(eerder, pad))) else None
            for pad in self._veranderd(eerder, commit)
        }

    def later_veranderd(self, uitgave: str) -> tuple[str, ...]:
        """The files of a publication that are not any more what it left: with these it cannot be taken back."""
        commit = self.boek.commit(uitgave)
        return (
            ()
            if commit is None
            else tuple(
                pad
                for pad in self._uitgave(commit).paden
                if self._van_schijf(pad) != self.boek.lees(commit, pad)
            )
        )

    def draai_terug(
        self, uitgave: str, *, auteur: str, reden: str, goed: str | None = None
    ) -> Uitgave | None:
        """Undo one publication, as a new one: its files become what they were before it. `goed` as in `geef_uit`.

        None: no such publication, or the first. Raises Botsing when one of its files was changed since; NietGekeurd.
        """
        with self.boek.slot():
            commit = self.boek.commit(uitgave)
            voor = None if commit is None else self.boek.voor(commit)
            if commit is None or voor is None:
                return None
            paden = self._veranderd(voor, commit)
            for pad in paden:
                bedoeld = self.boek.lees(commit, pad)
                self._eis(pad, None if bedoeld is None else boek.id_van(bedoeld))
            oud = {pad: self.boek.lees(voor, pad) for pad in paden}
            self._eis_goed(goed, oud)
            return self._leg_vast(oud, boek.naam(auteur), reden)

    def leg_huis_vast(self, wijzigingen: Mapping[str, bytes | None], reden: str) -> Uitgave:
        """Put files in place that come with Rechtop itself. Only with the lock of `boek` held.

        What was changed by hand in them goes into the history first. Raises Botsing.
        """
        self._neem_op([pad for pad in self._buiten() if pad in wijzigingen])
        return self._leg_vast(wijzigingen, boek.HUIS, reden)

    def geschiedenis(
        self, pad: str | None = None, *, aantal: int = 50, voor: str | None = None
    ) -> list[Uitgave]:
        """The newest publications, of one file or of all; with `voor` those before that one."""
        if pad is not None:
            _keur(pad)
        if voor is None:
            vanaf = [self.boek.hoofd().id]
        else:
            begin_ = self.boek.commit(voor)
            vanaf = [] if begin_ is None else list(begin_.parents)
        return [
            self._uitgave(commit) for commit in self.boek.loop([id_.decode() for id_ in vanaf], pad, aantal)
        ]

    # --- with the lock held ------------------------------------------------------------------------------------------

    def _eis(self, pad: str, gezien: str | None) -> None:
        nu = _versie(pad, self._van_schijf(pad))
        if (nu.id if nu else None) != gezien:
            raise Botsing(pad, nu)

    def _eis_goed(self, goed: str | None, anders: Mapping[str, str | bytes | None]) -> None:
        if goed is not None and goed != stand_van(self.map, anders):
            raise NietGekeurd

    def _buiten(self) -> tuple[str, ...]:
        bekend = self._bestanden(self.boek.hoofd())
        hier = _ids(self.map)
        return tuple(pad for pad in sorted(bekend.keys() | hier.keys()) if bekend.get(pad) != hier.get(pad))

    def _neem_op(self, paden: Sequence[str]) -> Uitgave | None:
        if not paden:
            return None
        return self._leg_vast({pad: self._van_schijf(pad) for pad in paden}, boek.HUIS, BUITEN)

    def _leg_vast(self, inhoud: Mapping[str, bytes | None], auteur: bytes, reden: str) -> Uitgave:
        try:
            return self._uitgave(self.boek.leg_vast(inhoud, auteur, reden))
        except Ingehaald:
            pad = next(iter(inhoud))
            raise Botsing(pad, _versie(pad, self._van_schijf(pad))) from None

    # --- reading -----------------------------------------------------------------------------------------------------

    def _van_schijf(self, pad: str) -> bytes | None:
        return _lees(self.map, pad)

    def _bestanden(self, commit: Commit) -> dict[str, str]:
        return {pad: id_ for pad, id_ in self.boek.bestanden(commit).items() if _PAD.fullmatch(pad)}

    def _veranderd(self, voor: Commit, na: Commit) -> list[str]:
        eerst, later = self._bestanden(voor), self._bestanden(na)
        return sorted(pad for pad in eerst.keys() | later.keys() if eerst.get(pad) != later.get(pad))

    def _uitgave(self, commit: Commit) -> Uitgave:
        voor = self.boek.voor(commit)
        paden = sorted(self._bestanden(commit)) if voor is None else self._veranderd(voor, commit)
        wanneer = datetime.fromtimestamp(commit.author_time, UTC)
        auteur = commit.author.decode(errors="replace").rpartition(" <")[0]
        reden = commit.message.decode(errors="replace").strip()
        return Uitgave(commit.id.decode(), wanneer, auteur, reden, tuple(paden))


def begin(map_: Path, zaad: Path) -> Bewaarplaats:
    """The repository in `map_`; made from the files of `zaad` when there is none yet. What stands in `map_` already stays."""
    map_.mkdir(parents=True, exist_ok=True)
    try:
        return Bewaarplaats(map_)
    except NotGitRepository:
        pass
    van_zaad: dict[str, bytes] = {}
    for bron in sorted(zaad.glob("*/**/*")):
        pad = bron.relative_to(zaad).as_posix()
        if bron.is_file() and is_zaad(pad):
            van_zaad[pad] = bron.read_bytes()
            if not (map_ / pad).exists():
                boek.schrijf(map_ / pad, van_zaad[pad])
    alle = (
        bestand.relative_to(map_).as_posix() for bestand in sorted(map_.glob("*/**/*")) if bestand.is_file()
    )
    boek.maak(map_, [pad for pad in alle if is_zaad(pad)], BEGIN)
    plaats = Bewaarplaats(map_)
    with plaats.boek.slot():
        plaats.boek.zet_zaad(van_zaad, BEGIN)
    return plaats


def stand_van(map_: Path, anders: Mapping[str, str | bytes | None] | None = None) -> str:
    """A fingerprint of every file that editors may change in this folder, with other contents for some (None: gone).

    Another text when a letter differs: what was found good is this, and nothing else.
    """
    ids = _ids(map_.resolve())
    for pad, inhoud in (anders or {}).items():
        if inhoud is None:
            ids.pop(pad, None)
        else:
            ids[pad] = boek.id_van(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    som = hashlib.sha256("".join(f"{pad} {id_}\n" for pad, id_ in sorted(ids.items())).encode())
    return som.hexdigest()


def _paden(map_: Path) -> tuple[str, ...]:
    """`map_`, here and below, is where the folder really is."""
    return tuple(sorted(pad for pad in _alle(str(map_)) if _PAD.fullmatch(pad)))


def _alle(map_: str, voor: str = "", *, via_link: bool = False) -> Iterator[str]:
    """Files in folders of the folder, two deep. Looks where a link leads only where there is one: there are many files."""
    with os.scandir(f"{map_}/{voor}") as hier:
        for een in hier:
            pad, link = f"{voor}{een.name}", via_link or een.is_symlink()
            if een.is_dir():
                if voor.count("/") < 2:
                    yield from _alle(map_, f"{pad}/", via_link=link)
            elif voor and (_van_ons(Path(map_), pad) if link else een.is_file()):
                yield pad


def _ids(map_: Path) -> dict[str, str]:
    """What each file says, as git names it."""
    uit = {}
    for pad in _paden(map_):
        with suppress(FileNotFoundError):  # taken away at this moment
            uit[pad] = boek.id_van((map_ / pad).read_bytes())
    return uit


def _lees(map_: Path, pad: str) -> bytes | None:
    return (map_ / pad).read_bytes() if _van_ons(map_, pad) else None


def _van_ons(map_: Path, pad: str) -> bool:
    """A file inside the folder, also after following what links there may be."""
    echt = (map_ / pad).resolve()
    return echt.is_file() and echt.is_relative_to(map_)


def is_zaad(pad: str) -> bool:
    """Comes with Rechtop, and goes into the folder."""
    return pad == "gemeenten/LEESMIJ.md" or _PAD.fullmatch(pad) is not None


def _keur(pad: str) -> str:
    if not _PAD.fullmatch(pad):
        raise PadOnbekend(pad)
    return pad


def _versie(pad: str, inhoud: bytes | None) -> Versie | None:
    return None if inhoud is None else Versie(pad, inhoud.decode(errors="replace"), boek.id_van(inhoud))
