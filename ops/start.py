"""`make start`: trains when needed, starts the three processes, stays until Ctrl-C: `python -m ops.start`."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from ops.huis import Huis, Poorten
from ops.plekken import GEGEVENS
from ops.proces import StartMislukt
from ops.train import TrainenMislukt


def _poort(naam: str, standaard: int) -> int:
    waarde = os.environ.get(naam, "")
    if waarde and not waarde.isdecimal():
        raise StartMislukt(f"{naam} must be a port number, not {waarde!r}.")
    return int(waarde or standaard)


def maak_huis() -> Huis:
    """The house with the ports and folders that the environment asks for."""
    poorten = Poorten(
        web=_poort("RECHTOP_WEB_POORT", 8000),
        intern=_poort("RECHTOP_INTERN_POORT", 8001),
        actions=_poort("RECHTOP_ACTIONS_POORT", 5055),
        rasa=_poort("RECHTOP_RASA_POORT", 5005),
    )
    # One person trying things out on their own machine should not run into the limits meant for the street.
    grenzen = os.environ.get("RECHTOP_GRENZEN_LOKAAL", "los")
    return Huis(
        Path(os.environ.get("RECHTOP_GEGEVENS") or GEGEVENS),
        poorten,
        {"RECHTOP_GRENZEN_LOKAAL": grenzen},
        oefenen=os.environ.get("RECHTOP_OEFENEN", "aan") != "uit",
    )


def _onderbreek(_sein: int, _beeld: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    """0 after Ctrl-C or SIGTERM; 1 when something did not start or one of the three ended by itself."""
    signal.signal(signal.SIGTERM, _onderbreek)
    begin = time.monotonic()
    huis: Huis | None = None
    try:
        huis = maak_huis()
        print("Starting Rechtop (web, actions, Rasa) ...", flush=True)
        huis.start()
        print(f"Rechtop is ready after {time.monotonic() - begin:.0f} s: {huis.web_url}/", flush=True)
        print("Ctrl-C stops it.", flush=True)
        while not (gevallen := huis.gevallen()):
            time.sleep(0.5)
        print("\n\n".join(gevallen), "\nStopping the others.", file=sys.stderr)
        return 1
    except (StartMislukt, TrainenMislukt) as fout:
        print(f"Rechtop did not start. {fout}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopping ...", flush=True)
        return 0
    finally:
        # From here on a second Ctrl-C would only leave processes behind.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if huis is not None:
            huis.stop()


if __name__ == "__main__":
    sys.exit(main())
