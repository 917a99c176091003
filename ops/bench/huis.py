"""What the house itself weighs: start, memory, the widget."""

from __future__ import annotations

import gzip
import time
import uuid

import psutil

from ops.bench.gegevens import GEMEENTE
from ops.bench.klanten import API, BijOns, maak_client
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


def draag_over(huis: Huis) -> str:
    """One resident opens the contact page and the overview and hands a question over: what is only loaded then is loaded.

    Gives the number of the request. Raises httpx.HTTPStatusError.
    """
    with maak_client(huis.web_url) as client:
        gesprek = client.post(API, json={"gemeente": GEMEENTE}).raise_for_status().json()["gesprek"]
        for pad in (f"/contact/{gesprek}", f"/overzicht/{gesprek}", f"/zelfcheck/{GEMEENTE}/{gesprek}"):
            client.get(pad).raise_for_status()
        vraag = {"id": uuid.uuid4().hex, "onderwerp": "huurtoeslag", "telefoon": "0612345678"}
        pad = f"{API}/{gesprek}/overdracht"
        getoond = client.post(f"{pad}/voorbeeld", json=vraag).raise_for_status().json()
        ja = {"versie": getoond["toestemming"]["versie"], "gegeven": True}
        kenmerk = client.post(pad, json={**vraag, "toestemming": ja}).raise_for_status().json()["kenmerk"]
        return str(kenmerk)


def geheugen(huis: Huis) -> list[Meting]:
    """Resident memory of each process with its children, after somebody also handed a question over."""
    draag_over(huis)
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
