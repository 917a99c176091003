"""A tagged PDF as a screen reader takes it: the tree of tags, each with its text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_TEKEN = re.compile(rb"<([0-9a-f]+)>\s*<([0-9a-f]+)>", re.IGNORECASE)


@dataclass
class Knoop:
    """A tag. `kinderen`: what is in it, in reading order."""

    soort: str
    kinderen: list[Knoop | str] = field(default_factory=list)
    ruw: Any = None

    @property
    def tekst(self) -> str:
        return "".join(k if isinstance(k, str) else k.tekst for k in self.kinderen)

    def alle(self) -> Iterator[Knoop]:
        yield self
        for kind in self.kinderen:
            if isinstance(kind, Knoop):
                yield from kind.alle()

    def zoek(self, *soorten: str) -> list[Knoop]:
        return [een for een in self.alle() if een.soort in soorten]


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


def boom(pdf: pikepdf.Pdf) -> Knoop:
    """The tree, with the text of the pages in it."""
    per_blad = {blad.obj.objgen: _teksten(blad) for blad in pdf.pages}
    return _knoop(pdf.Root.StructTreeRoot.K[0], per_blad)


def _knoop(ruw: Any, per_blad: dict[tuple[int, int], dict[int, str]]) -> Knoop:
    knoop = Knoop(str(ruw.S)[1:], ruw=ruw)
    for kind in ruw.K if isinstance(ruw.K, pikepdf.Array) else [ruw.K]:
        if isinstance(kind, int):
            # A picture has a mark and no text of the page.
            knoop.kinderen.append(per_blad[ruw.Pg.objgen].get(kind, ""))
        elif "/S" in kind:
            knoop.kinderen.append(_knoop(kind, per_blad))
    return knoop


def _teksten(blad: pikepdf.Page) -> dict[int, str]:
    """The text of a page by its marks."""
    letters = {naam: _letters(font) for naam, font in blad.Resources.Font.items()}
    gevonden: dict[int, str] = {}
    merken: list[int | None] = []
    font = ""
    for stap in pikepdf.parse_content_stream(blad):
        operator, delen = str(stap.operator), list(stap.operands)
        if operator in ("BDC", "BMC"):
            merken.append(int(delen[1].MCID) if operator == "BDC" and "/MCID" in delen[1] else None)
        elif operator == "EMC":
            merken.pop()
        elif operator == "Tf":
            font = str(delen[0])
        elif operator in ("Tj", "TJ"):
            stukken = delen[0] if operator == "TJ" else delen
            codes = b"".join(bytes(stuk) for stuk in stukken if isinstance(stuk, pikepdf.String))
            woorden = "".join(letters[font][codes[i : i + 2]] for i in range(0, len(codes), 2))
            merk = next((m for m in reversed(merken) if m is not None), None)
            if merk is not None:
                gevonden[merk] = gevonden.get(merk, "") + woorden
    return gevonden


def _letters(font: Any) -> dict[bytes, str]:
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for code, letter in _TEKEN.findall(font.ToUnicode.read_bytes())
    }
