"""Limits: how often, how much, how long. And whose address counts."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import pytest

from tests.web.conftest import Huis, Maker
from web.grenzen import adres_van

BASIS = "/api/v1/gesprekken"
LOKAAL = ("127.0.0.1", 5000)


def geweigerd(antwoord: Any, code: str) -> None:
    assert antwoord.status_code == 429
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.json()["code"] == code
    assert int(antwoord.headers["retry-after"]) >= 1


def test_messages_per_minute_of_one_talk(maak_huis: Maker) -> None:
    huis = maak_huis(berichten_per_minuut=3)
    een, twee = huis.begin(), huis.begin()
    for nr in range(3):
        assert huis.zeg(een, "hoi", id=f"m{nr}").status_code == 200
    geweigerd(huis.zeg(een, "hoi", id="m3"), "te_snel")
    assert huis.zeg(een, "hoi", id="m1").status_code == 200  # a retry is no new message
    assert huis.zeg(twee, "hoi", id="m0").status_code == 200


def test_messages_in_all_also_after_a_restart(maak_huis: Maker) -> None:
    huis = maak_huis(berichten_per_gesprek=3)
    token = huis.begin()
    for nr in range(3):
        assert huis.zeg(token, "hoi", id=f"m{nr}").status_code == 200
    geweigerd(huis.zeg(token, "hoi", id="m3"), "gesprek_vol")
    opnieuw = maak_huis(berichten_per_gesprek=3)
    geweigerd(opnieuw.zeg(token, "hoi", id="m3"), "gesprek_vol")
    assert opnieuw.zeg(token, "hoi", id="m2").status_code == 200
    assert opnieuw.client.delete(f"{BASIS}/{token}").status_code == 204


def test_new_talks_per_address(maak_huis: Maker) -> None:
    huis = maak_huis(gesprekken_per_uur=2, proxies="203.0.113.0/24")
    for _ in range(2):
        huis.begin()
    geweigerd(huis.client.post(BASIS, json={"gemeente": "voorbeeldstad"}), "te_veel_gesprekken")
    assert huis.begin(headers={"X-Forwarded-For": "198.51.100.4"})


def test_requests_per_address_before_anything_else(maak_huis: Maker) -> None:
    huis = maak_huis(verzoeken_per_minuut=2)
    for _ in range(2):
        assert huis.client.get(f"{BASIS}/{'x' * 43}").status_code == 404
    geweigerd(huis.client.get(f"{BASIS}/{'x' * 43}"), "te_veel_verzoeken")


@pytest.mark.parametrize(("client", "vrij"), [(LOKAAL, True), (("203.0.113.7", 1), False)])
def test_loose_locally_but_not_for_the_whole_talk(
    maak_huis: Maker, client: tuple[str, int], vrij: bool
) -> None:
    krap: dict[str, Any] = {"verzoeken_per_minuut": 5, "gesprekken_per_uur": 5, "berichten_per_minuut": 2}
    huis = maak_huis(client, grenzen_lokaal="los", berichten_per_gesprek=6, **krap)
    token = huis.begin()
    codes = [huis.zeg(token, "hoi", id=f"m{nr}").status_code for nr in range(7)]
    assert codes == ([200] * 6 + [429] if vrij else [200, 200, 429, 429, 429, 429, 429])


def test_a_forwarded_address_is_not_local(maak_huis: Maker) -> None:
    huis = maak_huis(LOKAAL, grenzen_lokaal="los", gesprekken_per_uur=1, proxies="127.0.0.1")
    kop = {"X-Forwarded-For": "198.51.100.4"}
    huis.begin(headers=kop)
    geweigerd(huis.client.post(BASIS, json={"gemeente": "voorbeeldstad"}, headers=kop), "te_veel_gesprekken")


@pytest.mark.parametrize(
    ("client", "doorgestuurd", "proxies", "sleutel"),
    [
        ("203.0.113.7", "1.1.1.1", (), "203.0.113.7"),
        ("10.0.0.1", "1.1.1.1", ("10.0.0.0/8",), "1.1.1.1"),
        ("10.0.0.1", "9.9.9.9, 1.1.1.1", ("10.0.0.0/8",), "1.1.1.1"),
        ("10.0.0.1", "1.1.1.1, 10.0.0.2", ("10.0.0.0/8",), "1.1.1.1"),
        ("10.0.0.1", "onzin", ("10.0.0.0/8",), "10.0.0.1"),
        ("10.0.0.1", "", ("10.0.0.0/8",), "10.0.0.1"),
        ("203.0.113.7", "1.1.1.1", ("10.0.0.0/8",), "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "", (), "2001:0db8:0001:0002/64"),
        ("::ffff:203.0.113.7", "", (), "203.0.113.7"),
    ],
)
def test_whose_address(client: str, doorgestuurd: str, proxies: tuple[str, ...], sleutel: str) -> None:
    koppen = [(b"x-forwarded-for", doorgestuurd.encode())] if doorgestuurd else []
    scope = {"type": "http", "client": (client, 1), "headers": koppen}
    assert adres_van(scope, tuple(ip_network(p) for p in proxies)).sleutel == sleutel


def test_body_too_large(huis: Huis) -> None:
    token = huis.begin()
    antwoord = huis.zeg(token, "x" * 70_000)
    assert antwoord.status_code == 413
    assert antwoord.json()["code"] == "te_groot"

    def zonder_lengte() -> Any:
        for _ in range(70):
            yield b" " * 1000

    assert huis.client.post(f"{BASIS}/{token}/berichten", content=zonder_lengte()).status_code == 413
    assert huis.zeg(token, "x" * 60_000).status_code == 200
    assert huis.rasa.verzoeken == []
