"""The version of the rules that run: twelve hexadecimal digits over their sources.

A hash and no number that someone must remember to raise: no change of the rules can keep the old version. The price: a
change of only a comment gives a new version too. Whether outcomes changed is for `python -m actions.regels herreken` to say.
The sources are read where the package is, so it works without git.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_NIET = frozenset({"__main__.py"})
"""Decides no outcome."""


@cache
def regelversie() -> str:
    """Of the rules as they were when this process first asked. Raises RuntimeError when their sources are not there."""
    return versie_van(files("actions.regels"))


def versie_van(map_: Traversable) -> str:
    """Over the name and the text of every module, the end of a line always the same."""
    samenvatting, aantal = sha256(), 0
    for naam, bron in sorted(_bronnen(map_, "")):
        tekst = bron.replace(b"\r\n", b"\n")
        samenvatting.update(f"{naam}\n{len(tekst)}\n".encode() + tekst)
        aantal += 1
    if not aantal:
        raise RuntimeError("the sources of the rules are not installed")
    return samenvatting.hexdigest()[:12]


def _bronnen(map_: Traversable, voor: str) -> Iterator[tuple[str, bytes]]:
    for deel in map_.iterdir():
        if deel.is_dir():
            yield from _bronnen(deel, f"{voor}{deel.name}/")
        elif deel.name.endswith(".py") and deel.name not in _NIET:
            yield f"{voor}{deel.name}", deel.read_bytes()
