"""Where things are. Paths of the house, in one place."""

from __future__ import annotations

from pathlib import Path

from content.inhoudmap import VAN_ONS

WORTEL = Path(__file__).resolve().parent.parent
BOT = WORTEL / "bot"
BOT_PYTHON = BOT / ".venv" / "bin" / "python"
BOUW = BOT / "bouw"
MODELLEN = BOT / "modellen"
CONTENT = VAN_ONS
GEGEVENS = WORTEL / ".gegevens"
"""Database, logs and secrets of `make start`; ignored by git."""
