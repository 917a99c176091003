"""Scripts and styles made small on the way out, by a library: no build step, and no node on the server."""

from __future__ import annotations

from typing import Final, Literal

import minify

MODULE: Final = 2021
"""What the oldest browsers that get the chat can read (Chrome 90, Firefox 102, Safari 15)."""
KLASSIEK: Final = 5
"""What every browser can read: the script on the page of a gemeente decides itself who gets the chat."""


def verklein(tekst: str, taal: Literal[5, 2021] = KLASSIEK) -> str:
    """The same JavaScript, smaller: local names become short, comments and white space go.

    `taal`: the version of ECMAScript to stay within. Raises ValueError for what is no JavaScript.
    """
    minify.config({"js-version": taal})
    klein: str = minify.string("text/javascript", tekst)
    return klein


def kale_css(tekst: str) -> str:
    """The same CSS without comments and without white space that means nothing."""
    klein: str = minify.string("text/css", tekst)
    return klein
