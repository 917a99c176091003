"""What the house itself weighs: start, memory, the widget."""

from __future__ import annotations

import gzip
import time

import psutil

from ops.bench.klanten import BijOns, maak_client
from ops.bench.tabel import Meting
from ops.huis import NAMEN, Huis

_WIDGET = ("/widget.js", "/widget/element.js", "/widget.css")
"""All that a page loads for the widget, but its words."""


def start(huis: Huis) -> Meting:
    """Starts the house. The model must be there already: training is measured apart."""
    begin = time.perf_counter()
    huis.start()
    with maak_client(huis.web_url) as client:
        BijOns(client).zeg("34")
    return Meting("start to the first answer", time.perf_counter() - begin, "s", 30)


def geheugen(huis: Huis) -> list[Meting]:
    """Resident memory of each process with its children."""
    per_naam = {naam: _rss(huis.pid(naam)) for naam in NAMEN}
    return [
        *(Meting(f"memory of {naam}", megabytes, "MB") for naam, megabytes in per_naam.items()),
        Meting("memory of the three together", sum(per_naam.values()), "MB", 900),
    ]


def widget(huis: Huis) -> Meting:
    """Compressed size as sent, over all files."""
    totaal = 0
    with maak_client(huis.web_url) as client:
        for pad in _WIDGET:
            totaal += len(gzip.compress(client.get(pad).raise_for_status().content))
    return Meting("widget, gzip", totaal / 1000, "kB", 20)


def _rss(pid: int | None) -> float:
    if pid is None:
        raise RuntimeError("a process of the house is not running")
    proces = psutil.Process(pid)
    return sum(float(een.memory_info().rss) for een in (proces, *proces.children(recursive=True))) / 1e6
