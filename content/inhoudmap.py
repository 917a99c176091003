"""Which folder the texts are read from. Every process and every command asks it here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VAN_ONS = Path(__file__).resolve().parent
"""The content that comes with a release."""


def eigen_inhoud(omgeving: Mapping[str, str]) -> Path | None:
    """RECHTOP_CONTENT, by its whole path: who gets it may stand in another folder.
    None: not set, or empty; the project's own content serves."""
    gekozen = omgeving.get("RECHTOP_CONTENT")
    return Path(gekozen).resolve() if gekozen else None


def inhoudmap(omgeving: Mapping[str, str]) -> Path:
    """The content folder: RECHTOP_CONTENT or the project's own."""
    return eigen_inhoud(omgeving) or VAN_ONS
