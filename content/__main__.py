"""`python -m content`: check all content.

Exit status 1 when something must be mended; warnings do not fail, unless `--streng`.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from content.controle import controleer


def main(argumenten: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m content", description="Controleer alle teksten en bedragen."
    )
    parser.add_argument("map", nargs="?", type=Path, default=Path(__file__).parent, help="de map met inhoud")
    parser.add_argument("--streng", action="store_true", help="ook waarschuwingen tellen als fout")
    parser.add_argument("--alleen-fouten", action="store_true", help="toon geen waarschuwingen")
    keuze = parser.parse_args(argumenten)
    meldingen = controleer(keuze.map, datetime.now(UTC).date())
    fouten = [m for m in meldingen if m.ernst == "fout"]
    for melding in meldingen:
        if melding.ernst == "fout":
            print(f"fout: {melding}")
        elif not keuze.alleen_fouten:
            print(f"let op: {melding}")
    print(f"{len(fouten)} fouten, {len(meldingen) - len(fouten)} waarschuwingen")
    return 1 if fouten or (keuze.streng and meldingen) else 0


if __name__ == "__main__":
    sys.exit(main())
