"""Every text below content/, whatever folder it stands in: what an editor adds is looked at by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content import bestanden
from ops.plekken import CONTENT

NIET = ("parameters", "taal", "herkennen", "lokaal", "__pycache__")
"""Folders of which nothing is shown: amounts with their sources, word lists, patterns, Python."""
_TECHNIEK = re.compile(
    r"[a-z0-9_:.\-/]*|https?://\S+|--rechtop-\S+|[#\d][\w .,%()-]*|GM\d+|\d{4}-\d\d-\d\d|[0-9:, -]+", re.ASCII
)
_VELDEN = {
    "bronnen", "bron", "voorbeelden", "woorden", "eigenaar", "kleuren", "toegestane_herkomst", "slug", "erft", "artikel", "naam",
    "url", "provincie", "adres", "waar", "telefoon", "invoer", "toelichting", "gebied", "titel_bron", "noot",
}  # fmt: skip
"""Fields of sources, names and addresses, and of what residents say themselves."""


def teksten() -> Iterator[tuple[str, str]]:
    for map_ in sorted(pad for pad in CONTENT.iterdir() if pad.is_dir() and pad.name not in NIET):
        for pad in sorted(map_.rglob("*")):
            if (
                pad.suffix in (".yml", ".yaml", ".md")
                and not pad.name.startswith("_sjabloon")
                and pad.name != "LEESMIJ.md"
            ):
                naam = pad.relative_to(CONTENT).as_posix()
                yield from _strings(bestanden.lees(pad, naam), naam)


def _strings(waarde: object, waar: str) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        if not _TECHNIEK.fullmatch(waarde.strip()):
            yield waar, waarde.strip()
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in _VELDEN or waar.startswith("teksten/"):
                yield from _strings(deel, f"{waar}:{sleutel}")
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _strings(deel, waar)
