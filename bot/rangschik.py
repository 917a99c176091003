"""What a model makes of sentences: a JSON list of sentences on stdin, a JSON list of rankings in a file.

    bot/.venv/bin/python bot/rangschik.py bot/modellen/<model>.tar.gz rankings.json < sentences.json

    bot/.venv/bin/python bot/rangschik.py --regels bot/modellen/<model>.tar.gz rankings < sentences

Or one by one: on each line of stdin a sentence as JSON, on each line of the file (a pipe) its ranking, as soon as it is there.

A ranking is a list of [intent, confidence], likeliest first, as the action server gets it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from licht import zonder_tensorflow

Ranglijst = list[tuple[str, float]]


async def rangschik(model: Path, zinnen: Iterable[str]) -> AsyncIterator[Ranglijst]:
    """The ranking of each sentence."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    for zin in zinnen:
        begrepen = await agent.parse_message(zin)
        yield [(een["name"], een["confidence"]) for een in begrepen["intent_ranking"] if een["name"]]


async def _alle(model: Path, uit: Path) -> None:
    uit.write_text(json.dumps([een async for een in rangschik(model, json.load(sys.stdin))]))


async def _per_regel(model: Path, uit: Path) -> None:
    with uit.open("w") as pijp:
        async for een in rangschik(model, map(json.loads, sys.stdin)):
            print(json.dumps(een), file=pijp, flush=True)


def main() -> None:
    logging.disable(logging.WARNING)
    zonder_tensorflow()
    *hoe, model, uit = sys.argv[1:]
    # Not on stdout: Rasa itself prints there.
    asyncio.run((_per_regel if hoe == ["--regels"] else _alle)(Path(model), Path(uit)))


if __name__ == "__main__":
    main()
