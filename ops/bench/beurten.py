"""What a turn costs: beside a bare Rasa, and late in a long talk."""

from __future__ import annotations

from collections.abc import Callable

from ops.bench.gegevens import zinnen
from ops.bench.klanten import BijKaal, BijOns, maak_client
from ops.bench.tabel import Meting, p50, p95

_VROEG = range(6, 16)
_LAAT = range(91, 101)
"""Numbers of the messages compared. Ninety apart, so that the round of ten sentences stands at the same point."""


def naast_kaal(web_url: str, kaal_url: str, rondes: int) -> list[Meting]:
    """Message by message in turn, the same sentences in fresh talks of 25; the first round only warms up."""
    ons: list[float] = []
    kaal: list[float] = []
    with maak_client(web_url) as naar_ons, maak_client(kaal_url) as naar_kaal:
        for ronde in range(rondes + 1):
            bij_ons, bij_kaal = BijOns(naar_ons), BijKaal(naar_kaal)
            for nr, zin in enumerate(zinnen().gesprek):
                a, b = _om_en_om(nr, lambda: bij_kaal.zeg(zin), lambda: bij_ons.zeg(zin))  # noqa: B023 - called at once
                if ronde:
                    kaal.append(a)
                    ons.append(b)
    return [
        Meting("bare Rasa, p50", p50(kaal), "ms", toelichting=f"{len(kaal)} messages"),
        Meting("bare Rasa, p95", p95(kaal), "ms"),
        Meting("web + Rasa + actions, p50", p50(ons), "ms", toelichting=f"{len(ons)} messages"),
        Meting("web + Rasa + actions, p95", p95(ons), "ms"),
        Meting("ratio of the p50s", p50(ons) / p50(kaal), "x", 1.25),
        Meting("ratio of the p95s", p95(ons) / p95(kaal), "x"),
    ]


def lang_gesprek(web_url: str, rondes: int) -> list[Meting]:
    """Messages 91-100 of one talk against messages 6-15 of another, in turn."""
    rondje = zinnen().rondje
    vroeg: list[float] = []
    laat: list[float] = []
    with maak_client(web_url) as client:
        for _ in range(rondes):
            oud, jong = BijOns(client), BijOns(client)
            for nr in range(1, _LAAT.start):
                oud.zeg(rondje[nr % len(rondje) - 1])
            for nr in range(1, _VROEG.start):
                jong.zeg(rondje[nr % len(rondje) - 1])
            for nr in _VROEG:
                zin = rondje[nr % len(rondje) - 1]
                a, b = _om_en_om(nr, lambda: jong.zeg(zin), lambda: oud.zeg(zin))  # noqa: B023 - called at once
                vroeg.append(a)
                laat.append(b)
    return [
        Meting("messages 6-15 of a talk, p50", p50(vroeg), "ms", toelichting=f"{len(vroeg)} messages"),
        Meting("messages 91-100 of a talk, p50", p50(laat), "ms"),
        Meting("ratio", p50(laat) / p50(vroeg), "x", 1.25),
    ]


def _om_en_om(nr: int, een: Callable[[], float], twee: Callable[[], float]) -> tuple[float, float]:
    """Both, in an order that changes: what went before weighs on both alike."""
    if nr % 2:
        b = twee()
        return een(), b
    return een(), twee()
