"""Failed tries wait longer and longer, over all processes, and nobody can shut somebody else out."""

from __future__ import annotations

from tests.web.toegang.conftest import Browser, Kantoor, KantoorMaker, Persoon
from web.toegang.toegang import maak_toegang

FOUT = "dit is het niet"


def mislukt(browser: Browser, wie: Persoon, keer: int) -> list[int]:
    return [browser.meld_aan(wie, wachtwoord=FOUT).status_code for _ in range(keer)]


def test_after_three_failures_each_wait_is_twice_the_one_before(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    assert mislukt(browser, jan, 4) == [401, 401, 401, 429]
    for wacht in (30, 60, 120, 240, 480, 900, 900):
        kantoor.later(seconds=wacht - 1)
        assert mislukt(browser, jan, 1) == [429], wacht
        kantoor.later(seconds=1)
        assert mislukt(browser, jan, 1) == [401], wacht


def test_a_wait_refuses_the_right_password_too_and_says_how_long(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    mislukt(browser, jan, 3)
    gehasht = kantoor.gehasht
    antwoord = browser.meld_aan(jan)
    assert (antwoord.status_code, antwoord.headers["retry-after"]) == (429, "60")
    assert "over een minuut" in antwoord.text
    assert kantoor.gehasht == gehasht, "no work for who has to wait"
    kantoor.later(seconds=30)
    assert browser.meld_aan(jan).status_code == 303
    assert kantoor.soorten().count("wachten") == 1


def test_a_name_that_nobody_has_waits_just_as_long(kantoor: Kantoor) -> None:
    browser, niemand = kantoor.browser(), Persoon("bestaat.niet", "A" * 32, ())
    assert mislukt(browser, niemand, 4) == [401, 401, 401, 429]


def test_coming_in_starts_counting_anew(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    for _ in range(3):
        assert mislukt(browser, jan, 2) == [401, 401]
        kantoor.later(seconds=30)
        assert browser.meld_aan(jan).status_code == 303


def test_after_a_day_it_is_forgotten(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    mislukt(browser, jan, 3)
    kantoor.later(days=1, seconds=1)
    assert mislukt(browser, jan, 4) == [401, 401, 401, 429]


def test_many_addresses_against_one_name_wait_as_well(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    statussen = [mislukt(kantoor.browser(ip=f"192.0.2.{nr}"), jan, 1)[0] for nr in range(12)]
    assert statussen == [401] * 10 + [429] * 2


def test_nobody_can_shut_somebody_out_of_a_place_they_know(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    kantoor.binnen(jan, ip="203.0.113.50")
    for nr in range(200):
        mislukt(kantoor.browser(ip=f"192.0.2.{nr}"), jan, 1)
        kantoor.later(seconds=5)
    assert mislukt(kantoor.browser(ip="192.0.2.201"), jan, 1) == [429]
    assert kantoor.browser(ip="203.0.113.50").meld_aan(jan).status_code == 303


def test_one_address_against_many_names_waits(kantoor: Kantoor) -> None:
    browser = kantoor.browser()
    namen = [Persoon(f"naam{nr}", "A" * 32, ()) for nr in range(21)]
    assert [mislukt(browser, wie, 1)[0] for wie in namen] == [401] * 20 + [429]


def test_an_account_of_ones_own_does_not_clear_an_address(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    for nr in range(20):
        mislukt(browser, Persoon(f"naam{nr}", "A" * 32, ()), 1)
        if nr % 5 == 4 and nr < 19:
            kantoor.later(seconds=30)
            assert browser.meld_aan(jan).status_code == 303
    assert mislukt(browser, Persoon("nog.een", "A" * 32, ()), 1) == [429]


def test_it_holds_over_processes(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    mislukt(kantoor.browser(), jan, 3)
    huis = kantoor.huis
    huis.app.state.toegang = maak_toegang(
        huis.app.state.diensten.instellingen, huis.bronnen.opslag, huis.klok
    )
    assert kantoor.browser().meld_aan(jan).status_code == 429


def test_the_numbers_are_settings(maak_kantoor: KantoorMaker) -> None:
    kantoor = maak_kantoor(toegang_vrij=1, toegang_wacht=5, toegang_wacht_max=8)
    jan, browser = kantoor.persoon(), kantoor.browser()
    assert mislukt(browser, jan, 2) == [401, 429]
    for wacht in (5, 8, 8):
        kantoor.later(seconds=wacht)
        assert mislukt(browser, jan, 2) == [401, 429]
