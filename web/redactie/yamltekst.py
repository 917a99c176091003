"""Writing in a file as somebody wrote it: comments, quotes and the order stay."""

from __future__ import annotations

import io
import re
from typing import Any

_STREEP = "---\n"
_GRENS = re.compile(r"^-{3,}\s*?\n", re.MULTILINE)
"""As the reader of content finds it."""


def schrijver() -> Any:
    """Loads and dumps YAML without losing how it was written."""
    # Some megabytes: only for who edits.
    from ruamel.yaml import YAML

    een = YAML()
    een.indent(mapping=2, sequence=4, offset=2)
    een.width = 10_000
    een.preserve_quotes = True
    return een


def als_tekst(velden: Any) -> str:
    uit = io.StringIO()
    schrijver().dump(velden, uit)
    return uit.getvalue()


def splits(blad: str) -> tuple[str, str]:
    """A Markdown file with fields above it: the fields as YAML, and what stands below them."""
    _, velden, romp = _GRENS.split(blad, 2)
    return velden, romp


def voeg_samen(velden: Any, romp: str) -> str:
    """Such a file."""
    return f"{_STREEP}{als_tekst(velden)}{_STREEP}{romp}"
