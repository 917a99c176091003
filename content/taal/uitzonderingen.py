"""Where an editor overrules the language check, and why. Few, and each with its reason: otherwise the check means nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from content.fouten import Fout, InhoudFout, uit_validatie
from content.taal.regels import Bevinding

BESTAND = "taal/uitzonderingen.yml"
MEESTE = 0.02
"""Of all sentences."""
_MINSTE_REDEN = 20
"""Characters: "moet zo" is no reason."""


class Uitzondering(BaseModel):
    """One finding that may stand. `woord` when it is about a word."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    bestand: str
    veld: str
    regel: str
    woord: str | None = None
    reden: Annotated[str, Field(min_length=_MINSTE_REDEN)]


class Uitzonderingen:
    """Those of one content folder."""

    def __init__(self, alle: tuple[Uitzondering, ...]) -> None:
        self._alle = {(u.bestand, u.veld, u.regel, u.woord): u for u in alle}
        self._gebruikt: set[tuple[str, str, str, str | None]] = set()

    @classmethod
    def lees(cls, map_: Path) -> Uitzonderingen:
        """From `uitzonderingen.yml`; without the file there are none. Raises InhoudFout."""
        pad = map_ / "uitzonderingen.yml"
        if not pad.is_file():
            return cls(())
        try:
            ruw = yaml.safe_load(pad.read_text("utf-8")) or ()
            return cls(TypeAdapter(tuple[Uitzondering, ...]).validate_python(ruw))
        except ValidationError as fout:
            raise InhoudFout(uit_validatie(BESTAND, fout)) from fout

    def geldt(self, bestand: str, veld: str, bevinding: Bevinding) -> bool:
        """May this finding stand?"""
        sleutel = (bestand, veld, bevinding.regel, bevinding.woord)
        if sleutel not in self._alle:
            return False
        self._gebruikt.add(sleutel)
        return True

    def fouten(self, zinnen: int) -> Iterator[Fout]:
        """Exceptions to nothing, and too many of them. `zinnen`: how many sentences there are."""
        for sleutel in self._alle.keys() - self._gebruikt:
            waar = f"{sleutel[0]}:{sleutel[1]}"
            yield Fout(
                BESTAND, "", f"de uitzondering voor {waar} ({sleutel[2]}) is niet meer nodig; haal haar weg"
            )
        if len(self._alle) > MEESTE * zinnen:
            yield Fout(
                BESTAND, "", f"{len(self._alle)} uitzonderingen op {zinnen} zinnen; hoogstens 2 procent mag"
            )
