"""What every page of ours is made with: templates, and words with simple Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from content.inhoud import Inhoud
from content.opmaak import datum, euro, getal

WEB = Path(__file__).resolve().parent.parent
_INLINE = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link", "escape"])


class MetInhoud(Protocol):
    """The part of the gateway's sources that pages with only words need."""

    @property
    def inhoud(self) -> Inhoud: ...


def maak_sjablonen(*, lstrip_blocks: bool = False) -> Environment:
    sjablonen = Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=lstrip_blocks,
    )
    sjablonen.filters.update(euro=euro, datum=datum, getal=getal, nummer=nummer)
    return sjablonen


def nummer(telefoon: str) -> str:
    """A telephone number as people write it, as it is dialled."""
    return re.sub(r"[^\d+]", "", telefoon)


def inline(tekst: str) -> Markup:
    """As inline HTML: Markdown in it works, HTML in it is shown as text."""
    return Markup(_INLINE.renderInline(tekst))  # noqa: S704 -- rendered with HTML switched off
