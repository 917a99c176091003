"""Trying a sentence on the real Rasa, and a sentence that was not understood on its whole way."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any, TypeVar

import httpx

from actions.gesprek.begrip import ZEKER
from ops.huis import Huis
from tests.keten.hulp import in_database, in_logs
from tests.keten.klant import Klant
from web.rasa import Rasa

T = TypeVar("T")
ZIN = "hoeveel huurtoeslag krijg ik met mijn zebrapadhuisje"
ALLEEN_TYPEN = '/proef{"proef": true}'


def draai(werk: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: a test in a browser before this one left a loop running in ours."""
    with ThreadPoolExecutor(1) as draad:
        return draad.submit(asyncio.run, werk).result()


def proef(huis: Huis, zin: str) -> list[tuple[str, float]] | None:
    async def vraag() -> list[tuple[str, float]] | None:
        async with httpx.AsyncHTTPTransport() as transport:
            return await Rasa(transport, huis.rasa_url, rust=0).proef(zin, 20)

    return draai(vraag())


def gesprekken(huis: Huis) -> int:
    with closing(sqlite3.connect(f"file:{huis.map_gegevens / 'rechtop.db'}?mode=ro", uri=True)) as verbinding:
        return int(verbinding.execute("select count(*) from beurt").fetchone()[0])


def test_the_model_ranks_a_sentence_that_belongs_to_no_talk(huis: Huis) -> None:
    """The ranking and nothing else: no turn, nothing stored, nothing logged."""
    voor = gesprekken(huis)
    rangen = proef(huis, ZIN)
    assert rangen is not None
    assert rangen[0][0].startswith("faq_huurtoeslag")
    assert [kans for _, kans in rangen] == sorted((kans for _, kans in rangen), reverse=True)
    assert len(rangen) > 3
    zeker = proef(huis, "hoe zit het met mijn privacy")
    assert zeker is not None
    assert zeker[0][0] == "faq_privacy"
    assert zeker[0][1] >= ZEKER
    assert gesprekken(huis) == voor
    assert in_logs(huis, "zebrapad", "proef-") == []
    assert in_database(huis, "zebrapad") == []


def test_two_editors_at_once_do_not_wait_for_one_talk(huis: Huis) -> None:
    async def samen() -> list[list[tuple[str, float]] | None]:
        async with httpx.AsyncHTTPTransport() as transport:
            rasa = Rasa(transport, huis.rasa_url, rust=0)
            zinnen = ("waar is de voedselbank", "wat is digid", "ik heb schulden")
            return list(await asyncio.gather(*(rasa.proef(zin, 30) for zin in zinnen)))

    eersten = [rangen[0][0] for rangen in draai(samen()) if rangen]
    assert eersten == ["faq_voedselbank", "faq_digid", "faq_schuldhulp"]


def test_a_resident_gets_no_ranking(gesprek: Callable[[], Klant]) -> None:
    klant = gesprek()
    antwoord = klant.stuur(tekst="hallo", proef=True)
    assert antwoord.status_code == 422
    assert "rangschikking" not in klant.stuur(tekst=ALLEEN_TYPEN).text
    assert "rangschikking" not in klant.stuur(tekst="hallo").text
