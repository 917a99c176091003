"""Reading one content file from disk. YAML that would silently lose something (a name twice) is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import frontmatter
import yaml

from content.fouten import Fout, InhoudFout

SOORTEN = {
    "teksten": ".yml", "vragen": ".yml", "uitkomsten": ".yml", "faq": ".md", "gemeenten": ".yml", "regios": ".yml",
    "gebeurtenissen": ".yml",
}  # fmt: skip
"""Folder → suffix of its files."""
MET_NAAM = ("gemeenten", "regios")
"""Folders in which every file is a thing of its own; one whose name begins with "_" is for editors (the form to fill in)."""
MET_EIGEN = "faq"
"""The folder in which a gemeente has a folder of its own, for answers that differ there."""
Stempel = tuple[int, int]
"""Modification time in ns and size: changes when the file does."""


if TYPE_CHECKING:
    YamlLader = yaml.SafeLoader
else:
    # Written in C where PyYAML has it: ten times as fast, which counts with a file for every gemeente.
    YamlLader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Lader(YamlLader):
    pass


def _mapping(lader: _Lader, knoop: yaml.MappingNode) -> dict[Any, Any]:
    gezien: set[Any] = set()
    for sleutel_knoop, _ in knoop.value:
        sleutel = lader.construct_object(sleutel_knoop)
        if sleutel in gezien:
            raise yaml.constructor.ConstructorError(
                None, None, f"'{sleutel}' staat er twee keer", sleutel_knoop.start_mark
            )
        gezien.add(sleutel)
    return lader.construct_mapping(knoop, deep=True)


_Lader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


class _Voorblad(frontmatter.default_handlers.YAMLHandler):
    def load(self, fm: str, **_: object) -> Any:
        return yaml.load(fm, Loader=_Lader)  # noqa: S506 (a SafeLoader)


def alle(map_: Path) -> Iterator[tuple[str, Path, Stempel]]:
    """Every content file below the folder: (kind, path, stamp)."""
    for soort, achtervoegsel in SOORTEN.items():
        geen = (".", "_") if soort in MET_NAAM else (".",)
        for pad in _paden(map_ / soort, dieper=soort == MET_EIGEN):
            if pad.suffix == achtervoegsel and not pad.name.startswith(geen):
                try:
                    stand = pad.stat()
                except FileNotFoundError:  # an editor replacing the file at this moment
                    continue
                yield soort, pad, (stand.st_mtime_ns, stand.st_size)


def _paden(map_: Path, *, dieper: bool) -> Iterator[Path]:
    if map_.is_dir():
        for pad in sorted(map_.iterdir()):
            if not pad.is_dir():
                yield pad
            elif dieper:
                yield from _paden(pad, dieper=False)


def lees(pad: Path, naam: str) -> Any:
    """The raw contents: a mapping, for Markdown with the body as `antwoord`. Raises InhoudFout."""
    return ontleed(lees_tekst(pad, naam), pad, naam)


def lees_tekst(pad: Path, naam: str) -> str:
    """The text of a file. Raises InhoudFout."""
    try:
        return pad.read_text(encoding="utf-8")
    except UnicodeDecodeError as fout:
        raise InhoudFout([Fout(naam, "", "dit bestand is geen UTF-8-tekst")]) from fout
    except OSError as fout:
        raise InhoudFout([Fout(naam, "", f"dit bestand kan niet worden gelezen ({fout.strerror})")]) from fout


def ontleed(tekst: str, pad: Path, naam: str) -> Any:
    """As `lees`, of a text that was read already."""
    try:
        if pad.suffix == ".md":
            velden, romp = frontmatter.parse(tekst, handler=_Voorblad())
            if not velden:
                raise InhoudFout([Fout(naam, "", "boven de tekst ontbreken de velden tussen --- en ---")])
            return {**velden, "antwoord": romp}
        return yaml.load(tekst, Loader=_Lader)  # noqa: S506 (a SafeLoader)
    except yaml.MarkedYAMLError as fout:
        regel = f"regel {fout.problem_mark.line + 1}: " if fout.problem_mark else ""
        raise InhoudFout([Fout(naam, "", f"geen goede YAML: {regel}{fout.problem}")]) from fout
    except yaml.YAMLError as fout:
        raise InhoudFout([Fout(naam, "", f"geen goede YAML: {fout}")]) from fout
