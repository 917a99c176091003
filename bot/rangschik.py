"""What a model makes of sentences: a JSON list of sentences on stdin, a JSON list of rankings in a file.

    bot/.venv/bin/python bot/rangschik.py bot/modellen/<model>.tar.gz rankings.json < sentences.json

A ranking is a list of [intent, confidence], likeliest first, as the action server gets it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from pathlib import Path

from licht import zonder_tensorflow


async def rangschik(model: Path, zinnen: list[str]) -> list[list[tuple[str, float]]]:
    """The ranking of each sentence."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    uit = []
    for zin in zinnen:
        begrepen = await agent.parse_message(zin)
        uit.append([(een["name"], een["confidence"]) for een in begrepen["intent_ranking"] if een["name"]])
    return uit


def main() -> None:
    logging.disable(logging.WARNING)
    zonder_tensorflow()
    # Not on stdout: Rasa itself prints there.
    Path(sys.argv[2]).write_text(json.dumps(asyncio.run(rangschik(Path(sys.argv[1]), json.load(sys.stdin)))))


if __name__ == "__main__":
    main()
