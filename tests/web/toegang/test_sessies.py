"""Sessions: the cookie, how long it lasts, and that a resident never gets one."""

from __future__ import annotations

import pytest

from tests.web.toegang.conftest import ADRES, THUIS, Kantoor, KantoorMaker, routes
from web.toegang.sessies import sessie_id

KOEKJE = "__Host-rechtop_medewerker"
VAN_MEDEWERKERS = ("/aanmelden", "/afmelden", "/account", "/balie", "/beheer", "/redactie")


def test_the_cookie_is_as_closed_as_cookies_get(kantoor: Kantoor) -> None:
    gezet = kantoor.browser().meld_aan(kantoor.persoon()).headers["set-cookie"]
    naam, _, rest = gezet.partition("=")
    delen = {deel.strip().lower() for deel in rest.split(";")[1:]}
    assert naam == KOEKJE
    assert delen == {"secure", "httponly", "samesite=lax", "path=/"}


def test_on_plain_http_on_the_machine_itself_it_is_another_cookie(kantoor: Kantoor) -> None:
    gezet = kantoor.browser(adres=THUIS).meld_aan(kantoor.persoon()).headers["set-cookie"]
    assert gezet.startswith("rechtop_medewerker=")
    assert "secure" not in gezet.lower()
    assert "httponly" in gezet.lower()


@pytest.mark.parametrize("adres", ["http://chat.voorbeeldstad.example", "http://192.0.2.1:8000", ADRES])
def test_elsewhere_it_is_always_secure(kantoor: Kantoor, adres: str) -> None:
    # Before a proxy that ends TLS, http here is https there.
    assert kantoor.browser(adres=adres).meld_aan(kantoor.persoon()).headers["set-cookie"].startswith(KOEKJE)


def test_the_settings_know_better_than_the_request(maak_kantoor: KantoorMaker) -> None:
    kantoor = maak_kantoor(openbaar_adres=ADRES)
    assert kantoor.browser(adres=THUIS).meld_aan(kantoor.persoon()).headers["set-cookie"].startswith(KOEKJE)


def test_the_plain_cookie_opens_nothing_over_https(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    sleutel = kantoor.binnen(jan).koekjes[KOEKJE]
    assert kantoor.browser().kijk("/balie", headers={"Cookie": f"{KOEKJE}={sleutel}"}).status_code == 200
    kaal = {"Cookie": f"rechtop_medewerker={sleutel}"}
    assert kantoor.browser().kijk("/balie", headers=kaal).status_code == 303


def test_only_its_hash_is_kept(kantoor: Kantoor) -> None:
    sleutel = kantoor.binnen(kantoor.persoon()).koekjes[KOEKJE]
    assert len(sleutel) >= 43
    assert sleutel.encode() not in kantoor.huis.bytes()
    assert sessie_id(sleutel).encode() in kantoor.huis.bytes()


def test_it_ends_after_rest_and_lives_on_with_use(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    for _ in range(4):
        kantoor.later(minutes=29)
        assert browser.kijk("/balie").status_code == 200
    kantoor.later(minutes=30)
    antwoord = browser.kijk("/balie")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/aanmelden?volgende=/balie")
    assert browser.koekjes == {}


def test_it_ends_after_ten_hours_of_use(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    for _ in range(29):
        kantoor.later(minutes=20)
        assert browser.kijk("/balie").status_code == 200
    kantoor.later(minutes=20)
    assert browser.kijk("/balie").status_code == 303


def test_both_are_settings(maak_kantoor: KantoorMaker) -> None:
    kantoor = maak_kantoor(sessie_rust_minuten=5, sessie_uren=0.1)
    browser = kantoor.binnen(kantoor.persoon())
    kantoor.later(minutes=4)
    assert browser.kijk("/balie").status_code == 200
    kantoor.later(minutes=3)
    assert browser.kijk("/balie").status_code == 303


def test_logging_in_makes_a_new_session_and_ends_the_one_before(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon(), kantoor.browser()
    # What somebody else put there opens nothing, before or after.
    ondergeschoven = {"Cookie": f"{KOEKJE}=van-een-ander"}
    antwoord = browser.client.post(
        "/aanmelden",
        data={"login": jan.login, "wachtwoord": "drie paarden op zolder", "code": kantoor.code(jan)},
        headers={"Origin": ADRES, **ondergeschoven},
    )
    eerste = antwoord.headers["set-cookie"].split(";")[0].partition("=")[2]
    assert eerste != "van-een-ander"
    assert kantoor.browser().kijk("/balie", headers=ondergeschoven).status_code == 303
    kantoor.later(seconds=30)
    browser.meld_aan(jan)
    tweede = browser.koekjes[KOEKJE]
    assert tweede != eerste
    assert kantoor.browser().kijk("/balie", headers={"Cookie": f"{KOEKJE}={eerste}"}).status_code == 303
    assert browser.kijk("/balie").status_code == 200


def test_logging_out_ends_it_here_and_not_elsewhere(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    hier = kantoor.binnen(jan)
    kantoor.later(seconds=30)
    daar = kantoor.binnen(jan)
    sleutel = hier.koekjes[KOEKJE]
    antwoord = hier.formulier("/afmelden")
    assert antwoord.status_code == 200
    assert hier.koekjes == {}
    assert kantoor.browser().kijk("/balie", headers={"Cookie": f"{KOEKJE}={sleutel}"}).status_code == 303
    assert daar.kijk("/balie").status_code == 200


def test_logging_out_is_a_form_and_no_link(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    assert browser.kijk("/afmelden").status_code == 405
    assert browser.kijk("/balie").status_code == 200


def test_what_ended_is_erased(kantoor: Kantoor) -> None:
    sleutel = kantoor.binnen(kantoor.persoon()).koekjes[KOEKJE]
    kantoor.later(minutes=31)
    kantoor.toegang.ruim_op()
    kantoor.huis.bronnen.opslag.wis_verlopen()
    with kantoor.huis.bronnen.opslag.lees_naast() as verbinding:
        over = verbinding.exec_driver_sql("SELECT id FROM sessie").all()
    assert (over, len(sleutel) > 0) == ([], True)


def test_no_page_of_a_resident_sets_or_needs_a_cookie(kantoor: Kantoor) -> None:
    huis, browser = kantoor.huis, kantoor.binnen(kantoor.persoon())
    token = huis.begin()
    met = {"Cookie": f"{KOEKJE}={browser.koekjes[KOEKJE]}", "Host": "chat.voorbeeldstad.example"}
    bekeken = 0
    for route in routes(huis.app):
        if route.path.startswith(VAN_MEDEWERKERS):
            continue
        pad = route.path.replace("{slug}", "voorbeeldstad").replace("{gemeente}", "voorbeeldstad")
        pad = pad.replace("{gesprek}", token)
        for methode in sorted((route.methods or set()) - {"DELETE"}):
            lichaam: dict[str, str] | None = None if methode in ("GET", "HEAD") else {}
            antwoord = huis.client.request(methode, pad, headers=met, json=lichaam)
            assert "set-cookie" not in antwoord.headers, (methode, pad)
            assert "cookie" not in antwoord.headers.get("vary", "").lower(), (methode, pad)
            bekeken += 1
    assert bekeken > 15


def test_no_page_of_a_resident_reads_a_cookie(kantoor: Kantoor) -> None:
    def leest(afhankelijk: object) -> bool:
        naam = type(getattr(afhankelijk, "call", None)).__name__
        return naam == "MetMedewerker" or any(map(leest, getattr(afhankelijk, "dependencies", ())))

    alle = list(routes(kantoor.huis.app))
    bewoners = [route for route in alle if not route.path.startswith(VAN_MEDEWERKERS)]
    assert len(bewoners) > 15
    assert not [route.path for route in bewoners if leest(route.dependant) or route.dependant.cookie_params]
    assert [route.path for route in alle if leest(route.dependant)]
