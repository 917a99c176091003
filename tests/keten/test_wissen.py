"""DELETE leaves nothing, also while others talk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Event

import httpx

from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import in_database, in_logs
from tests.keten.klant import Klant, http_client

Nieuw = Callable[[], Klant]


def _praat_door(url: str, klaar: Event) -> int:
    """Others, busy until told otherwise: whole checks one after another. Gives how many were right."""
    goed = 0
    with http_client(url) as http:
        while not klaar.is_set():
            klant = Klant(http)
            klant.klik("start")
            klant.tot_het_einde(ALLEENSTAANDE_OUDER)
            assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
            goed += 1
    return goed


def test_deleting_leaves_no_byte_while_other_talks_go_on(huis: Huis, http: httpx.Client) -> None:
    klaar = Event()
    with ThreadPoolExecutor(2) as pool:
        anderen = [pool.submit(_praat_door, huis.web_url, klaar) for _ in range(2)]
        try:
            gewist = []
            for nr in range(5):
                klant = Klant(http)
                merk = f"zebrapad-{nr}-{klant.token[:6]}"
                klant.klik("start")
                klant.tot_vraag("vermogen", ALLEENSTAANDE_OUDER)
                klant.zeg(f"{merk} is geen antwoord")
                klant.tot_het_einde(ALLEENSTAANDE_OUDER)
                hash_ = sha256(klant.token.encode()).hexdigest()
                assert in_database(huis, merk, hash_, klant.token) == [merk, hash_], "the test looks amiss"
                assert http.delete(klant.pad).status_code == 204
                assert http.delete(klant.pad).status_code == 404
                assert http.get(klant.pad).status_code == 404
                assert klant.stuur(tekst="34").status_code == 404
                gewist += [merk, hash_, klant.token]
                assert in_database(huis, *gewist) == []
        finally:
            klaar.set()
        assert all(ander.result() >= 1 for ander in anderen)
    assert in_database(huis, *gewist) == []
    tokens_en_merken = [wat for nr, wat in enumerate(gewist) if nr % 3 != 1]
    assert in_logs(huis, *tokens_en_merken) == []


def test_nothing_typed_and_no_token_in_any_log(huis: Huis, gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.zeg("zebrastreep 1234567 kwartje")
    klant.http.get(f"{klant.pad}/overzicht")
    klant.stuur(id="zebraclient-77", wijzig={"feit": "bestaat-niet"})
    assert in_logs(huis, klant.token, "zebrastreep", "1234567") == []


def test_a_talk_deleted_while_its_turn_is_under_way_is_gone(huis: Huis, gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    with ThreadPoolExecutor(2) as pool:
        bericht = pool.submit(klant.stuur, tekst="zebrahoef 34")
        assert klant.http.delete(klant.pad).status_code == 204
        assert bericht.result().status_code in (200, 404)
    assert klant.http.get(klant.pad).status_code == 404
    assert in_database(huis, "zebrahoef", sha256(klant.token.encode()).hexdigest()) == []
