"""The history of the content folder: git, read and written without the program git.

A commit is made first and the files after it; who is killed in between is finished by the next one that opens the folder.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from dulwich.index import commit_tree
from dulwich.object_store import commit_tree_changes, iter_tree_contents, tree_lookup_path
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

HUIS = b"Rechtop <rechtop@localhost>"
_TAK = Ref(b"refs/heads/main")
_ZAAD = Ref(b"refs/rechtop/zaad")


class Ingehaald(Exception):
    """Somebody committed beside us, with git itself."""


class Boek:
    """Raises NotGitRepository when the folder has no history."""

    def __init__(self, map_: Path) -> None:
        self.map = map_.resolve()
        self._repo = Repo(str(self.map))
        self.beheer = Path(self._repo.controldir())
        """Where git keeps its own; what stands here is in no publication."""
        self._bezig = self.beheer / "rechtop-bezig"

    @contextmanager
    def slot(self) -> Iterator[None]:
        """One at a time, over all threads and processes."""
        with (self.beheer / "rechtop-slot").open("w") as bestand:
            fcntl.flock(bestand, fcntl.LOCK_EX)
            self._herstel()
            yield

    def hoofd(self) -> Commit:
        return cast(Commit, self._repo[self._repo.head()])

    def commit(self, id_: str) -> Commit | None:
        if not re.fullmatch("[0-9a-f]{40}", id_):  # git takes names such as HEAD as well
            return None
        try:
            gevonden = self._repo[ObjectID(id_.encode())]
        except KeyError:
            return None
        return gevonden if isinstance(gevonden, Commit) else None

    def voor(self, commit: Commit) -> Commit | None:
        """The one it was made after; None: it is the first."""
        return cast(Commit, self._repo[commit.parents[0]]) if commit.parents else None

    def lees(self, commit: Commit, pad: str) -> bytes | None:
        try:
            _, id_ = tree_lookup_path(self._repo.__getitem__, commit.tree, pad.encode())
        except KeyError:
            return None
        return cast(Blob, self._repo[id_]).data

    def stuk(self, id_: str) -> bytes | None:
        """What a file with this id says, of whatever file and time. None: it was never kept."""
        if not re.fullmatch("[0-9a-f]{40}", id_):
            return None
        try:
            gevonden = self._repo[ObjectID(id_.encode())]
        except KeyError:
            return None
        return gevonden.data if isinstance(gevonden, Blob) else None

    def onthoud(self, inhoud: bytes) -> None:
        """Keep what a file says, so that `stuk` finds it, also when it is in no publication."""
        self._repo.object_store.add_object(Blob.from_string(inhoud))

    def bestanden(self, commit: Commit) -> dict[str, str]:
        """Every file of that commit, with the id of what it says."""
        alle = iter_tree_contents(self._repo.object_store, commit.tree)
        return {een.path.decode(): een.sha.decode() for een in alle if een.path and een.sha}

    def loop(self, vanaf: Sequence[str], pad: str | None, aantal: int) -> Iterator[Commit]:
        """Newest first; with `pad` only those that changed it."""
        begin = [ObjectID(id_.encode()) for id_ in vanaf]
        if begin:
            paden = None if pad is None else [pad.encode()]
            for stap in self._repo.get_walker(include=begin, paths=paden, max_entries=aantal):
                yield stap.commit

    def leg_vast(self, inhoud: Mapping[str, bytes | None], auteur: bytes, reden: str) -> Commit:
        """Commit these files, on disk too; None takes one away. Only with the lock held. Raises Ingehaald."""
        voor = self.hoofd()
        commit = self._maak(voor, inhoud, auteur, reden)
        self._bezig.write_text(json.dumps({"commit": commit.id.decode(), "paden": sorted(inhoud)}))
        tak = self._repo.refs.follow(Ref(b"HEAD"))[0][-1]
        if not self._repo.refs.set_if_equals(tak, voor.id, commit.id):
            self._bezig.unlink()
            raise Ingehaald
        self._zet_neer(commit, sorted(inhoud))
        return commit

    def zaad(self) -> Commit | None:
        """The content of Rechtop as it was taken over last, on a line of its own. None: that is not known."""
        try:
            return cast(Commit, self._repo[self._repo.refs[_ZAAD]])
        except KeyError:
            return None

    def zet_zaad(self, inhoud: Mapping[str, bytes], reden: str) -> Commit:
        """Remember this as taken over. Only with the lock held."""
        opslag = self._repo.object_store
        rijen: list[tuple[bytes, ObjectID, int]] = []
        for pad, tekst in inhoud.items():
            blob = Blob.from_string(tekst)
            if blob.id not in opslag:
                opslag.add_object(blob)
            rijen.append((pad.encode(), blob.id, 0o100644))
        voor = self.zaad()
        boom = commit_tree(opslag, rijen)
        if voor is not None and voor.tree == boom:
            return voor
        commit = self._commit(boom, [] if voor is None else [voor.id], HUIS, reden)
        self._repo.refs[_ZAAD] = commit.id
        return commit

    def _maak(self, voor: Commit, inhoud: Mapping[str, bytes | None], auteur: bytes, reden: str) -> Commit:
        opslag = self._repo.object_store
        anders: list[tuple[bytes, int | None, ObjectID | None]] = []
        for pad, tekst in inhoud.items():
            if tekst is None:
                anders.append((pad.encode(), None, None))
                continue
            blob = Blob.from_string(tekst)
            opslag.add_object(blob)
            anders.append((pad.encode(), 0o100644, blob.id))
        boom = commit_tree_changes(opslag, cast(Tree, self._repo[voor.tree]), anders)
        return self._commit(boom, [voor.id], auteur, reden)

    def _commit(self, boom: ObjectID, ouders: list[ObjectID], auteur: bytes, reden: str) -> Commit:
        commit = Commit()
        commit.tree = boom
        commit.parents = ouders
        commit.author, commit.committer = auteur, HUIS
        commit.author_time = commit.commit_time = int(datetime.now(UTC).timestamp())
        commit.author_timezone = commit.commit_timezone = 0
        commit.encoding = b"UTF-8"
        commit.message = reden.strip().encode() + b"\n"
        self._repo.object_store.add_object(commit)
        return commit

    def _herstel(self) -> None:
        """Finish what somebody began who was killed."""
        if not self._bezig.exists():
            return
        try:
            begonnen = json.loads(self._bezig.read_text())
        except ValueError:
            begonnen = {"commit": "", "paden": []}
        hoofd = self.hoofd()
        if begonnen["commit"] == hoofd.id.decode():
            self._zet_neer(hoofd, begonnen["paden"])
        else:
            self._bezig.unlink()

    def _zet_neer(self, commit: Commit, paden: Sequence[str]) -> None:
        for pad in paden:
            tekst = self.lees(commit, pad)
            if tekst is None:
                (self.map / pad).unlink(missing_ok=True)
            else:
                schrijf(self.map / pad, tekst)
        self._repo.get_worktree().stage([pad.encode() for pad in paden])
        self._bezig.unlink()


def maak(map_: Path, paden: Sequence[str], reden: str) -> None:
    """Begin the history of a folder with these files, that stand in it."""
    werk = Repo.init(str(map_), default_branch=b"main").get_worktree()
    werk.stage([pad.encode() for pad in paden])
    werk.commit(message=reden.encode(), author=HUIS, committer=HUIS, ref=_TAK)


def naam(auteur: str) -> bytes:
    """As git writes an author; signs that it would read as something else fall away."""
    kaal = "".join(teken for teken in auteur if teken.isprintable() and teken not in "<>")
    return f"{kaal.strip()} <redactie@localhost>".encode()


def id_van(inhoud: bytes) -> str:
    """Of what a file says, as git names it."""
    return Blob.from_string(inhoud).id.decode()


def schrijf(doel: Path, inhoud: bytes) -> None:
    """All of it or nothing: the texts are read while we write."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("wb", dir=doel.parent, prefix=".", delete=False) as half:
        half.write(inhoud)
        half.flush()
        os.fsync(half.fileno())
    os.chmod(half.name, 0o644)  # noqa: PTH101
    os.replace(half.name, doel)  # noqa: PTH105
