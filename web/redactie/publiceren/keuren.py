"""The gate before a publication: everything that `python -m content` looks at, with the change in its place.

It runs in a process of its own: it takes some ten seconds of computing, and talks go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from content.controle import Melding
from web.redactie import kind
from web.redactie.bewaren.bewaarplaats import stand_van
from web.redactie.kind import Begonnen
from web.redactie.lokaal import rekenproef
from web.redactie.proefmap import proefmap

_RAAKT = frozenset({"gemeenten", "parameters", "regios"})
"""Folders of which a change may change what somebody gets: then the example households are worked out too."""


@dataclass(frozen=True, slots=True)
class Keuring:
    fouten: tuple[Melding, ...]
    """These have to be mended first, wherever they are: a change in one file can break another."""
    waarschuwingen: tuple[Melding, ...]
    """Those of the files that were changed can be told apart with `van`."""
    stand: str
    """The fingerprint of the folder that was looked at, with the changes in it (`bewaarplaats.stand_van`)."""

    @property
    def goed(self) -> bool:
        return not self.fouten

    def van(self, paden: Iterable[str]) -> tuple[Melding, ...]:
        """What might be better in these files."""
        return tuple(m for m in self.waarschuwingen if m.bestand in set(paden))


def keur(map_: Path, wijzigingen: Mapping[str, str | None], begonnen: Begonnen | None = None) -> Keuring:
    """What the check says of the content folder with these files in it; None is a file that goes. Raises KeurenMislukt.

    The folder itself is only read. `begonnen` gets the process, for who may have to end it.
    """
    with proefmap(map_, wijzigingen) as proef:
        # Of the copy: whatever happens to the folder meanwhile, this is what was looked at.
        stand = stand_van(proef)
        meldingen = [Melding(**een) for een in kind.vraag("content", "--json", str(proef), begonnen=begonnen)]
        # Households are worked out only with content that can be read.
        if _RAAKT & {pad.partition("/")[0] for pad in wijzigingen} and not any(
            m.ernst == "fout" and m.regel == "schema" for m in meldingen
        ):
            meldingen += rekenproef.fouten(proef, begonnen)
    fouten = tuple(m for m in meldingen if m.ernst == "fout")
    return Keuring(fouten, tuple(m for m in meldingen if m.ernst != "fout"), stand)
