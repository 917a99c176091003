"""Fifty residents at once, a message every five seconds each."""

from __future__ import annotations

import asyncio
import re
import time
import uuid

import httpx

from ops.bench.gegevens import GEMEENTE, zinnen
from ops.bench.klanten import API
from ops.bench.tabel import Meting, p95

BEWONERS = 50
TUSSENPOOS = 5.0
"""Seconds between two messages of one resident."""


async def _bewoner(client: httpx.AsyncClient, nummer: int, einde: float, duren: list[float | None]) -> None:
    await asyncio.sleep(nummer * TUSSENPOOS / BEWONERS)
    begonnen = await client.post(API, json={"gemeente": GEMEENTE})
    pad = f"{API}/{begonnen.raise_for_status().json()['gesprek']}/berichten"
    berichten = [{"keuze": "start"}, *({"tekst": zin} for zin in zinnen().gesprek)]
    for bericht in berichten:
        begin = time.perf_counter()
        if begin > einde:
            return
        try:
            antwoord = await client.post(pad, json={"id": uuid.uuid4().hex, **bericht})
            duren.append(time.perf_counter() - begin if antwoord.status_code == httpx.codes.OK else None)
        except httpx.HTTPError:
            duren.append(None)
        await asyncio.sleep(max(0.0, TUSSENPOOS - (time.perf_counter() - begin)))


async def _allen(web_url: str, seconden: float) -> tuple[list[float | None], int]:
    duren: list[float | None] = []
    grenzen = httpx.Limits(max_connections=BEWONERS)
    async with httpx.AsyncClient(base_url=web_url, timeout=10, trust_env=False, limits=grenzen) as client:
        einde = time.perf_counter() + seconden
        klaar = await asyncio.gather(
            *(_bewoner(client, nummer, einde, duren) for nummer in range(BEWONERS)), return_exceptions=True
        )
    return duren, sum(isinstance(een, BaseException) for een in klaar)


def _zonder_rasa(intern_url: str) -> float:
    """How many turns so far were answered without Rasa, by the gateway's own counters."""
    tekst = httpx.get(f"{intern_url}/metrics", timeout=10, trust_env=False).raise_for_status().text
    gevonden = re.findall(r'^rechtop_beurten_total\{weg="(?:nood|mislukt)"\} (\S+)$', tekst, re.MULTILINE)
    if len(gevonden) != 2:
        raise RuntimeError("the counters of the gateway have other names now")
    return sum(map(float, gevonden))


def meet(web_url: str, intern_url: str, seconden: float = 35.0) -> list[Meting]:
    """Errors: no answer, another status than 200, a talk that did not begin. p95 over what was answered."""
    eerst = _zonder_rasa(intern_url)
    duren, niet_begonnen = asyncio.run(_allen(web_url, seconden))
    goed = [duur * 1000 for duur in duren if duur is not None]
    return [
        Meting("messages", len(duren), toelichting=f"{BEWONERS} residents in {seconden:.0f} s"),
        Meting("errors", len(duren) - len(goed) + niet_begonnen, balk=0),
        Meting("answered without Rasa", _zonder_rasa(intern_url) - eerst, balk=0),
        Meting("p95", p95(goed) if goed else None, "ms", 1000),
        Meting("slowest", max(goed, default=None), "ms"),
    ]
