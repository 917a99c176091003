"""How common a word is in Dutch: a common word is meant as it stands and is no typing error of another."""

from __future__ import annotations

from typing import Final

from wordfreq import zipf_frequency

_GEWOON: Final = 3.0
"""Zipf frequency of a word that is used once in a million words."""
_BEKEND: Final = 3.2


def is_gewoon(woord: str) -> bool:
    """ "buren" is not "huren" with a typing error."""
    return _zipf(woord) >= _GEWOON


def is_bekend(woord: str) -> bool:
    """A little more common than that: so much a word of its own that no other is looked for behind it."""
    return _zipf(woord) >= _BEKEND


def _zipf(woord: str) -> float:
    """0 for what is rarer than `_GEWOON`: the small list leaves out only those words, and takes a tenth of the memory."""
    return zipf_frequency(woord, "nl", wordlist="small")
