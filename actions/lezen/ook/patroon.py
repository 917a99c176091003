"""Pieces that the patterns for facts told in passing share."""

from __future__ import annotations

VUL = (
    r"(?:(?:nu|nog|al|ook|momenteel|gewoon|zelf|hier|wel|net|inmiddels|pas|helaas|even|dus|namelijk|thans|tegenwoordig"
    r"|gelukkig|trouwens|eigenlijk|al \d+ (?:jaar|jr|maanden|weken)|sinds \d+(?: jaar)?|sinds kort) )*"
)
"""Words that change nothing."""
IK = r"^ (?:(?:(?:mijn|mn) (?:man|vrouw|partner) en ik|ik en (?:mijn|mn) (?:man|vrouw|partner)|ik|we|wij) )?"
