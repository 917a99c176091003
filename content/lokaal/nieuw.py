"""Starting the file of a gemeente from the form with explanations."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from content.fouten import Fout, InhoudFout
from content.vorm import Slug

SJABLOON = "_sjabloon.yml"
_SLUG = "VUL_IN_SLUG"
_slug: TypeAdapter[str] = TypeAdapter(Slug)


def maak_gemeente(map_: Path, slug: str) -> Path:
    """Write `gemeenten/<slug>.yml` below the content folder. Raises InhoudFout for a bad name or a file that is there."""
    naam = f"gemeenten/{slug}.yml"
    try:
        _slug.validate_python(slug)
    except ValidationError:
        melding = "gebruik alleen kleine letters, cijfers en streepjes, zoals bergen-nh"
        raise InhoudFout([Fout(naam, "", f"deze naam kan niet: {melding}")]) from None
    pad = map_ / naam
    tekst = (map_ / "gemeenten" / SJABLOON).read_text(encoding="utf-8")
    tekst = tekst.replace(_SLUG, slug)
    try:
        with pad.open("x", encoding="utf-8") as bestand:
            bestand.write(tekst)
    except FileExistsError:
        raise InhoudFout([Fout(naam, "", "dit bestand is er al; er is niets veranderd")]) from None
    return pad
