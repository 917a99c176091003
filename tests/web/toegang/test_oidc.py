"""Logging in at the provider of the gemeente, against a real one on loopback, honest and dishonest."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from pydantic import ValidationError

from tests.web.toegang.aanbieder import CLIENT, GEHEIM, NepAanbieder, draai
from tests.web.toegang.conftest import ADRES, Browser, Kantoor, KantoorMaker
from web.toegang import beheer
from web.toegang.oidc_instellingen import Oidc

ROLLEN = {
    "vst-balie": "voorbeeldstad:balie",
    "vst-baas": "voorbeeldstad:beheerder",
    "ander": "anderstad:balie",
    "weg": "bestaat-niet:balie",
}


@pytest.fixture(scope="module")
def _draaiend() -> Iterator[NepAanbieder]:
    with draai() as nep:
        yield nep


@pytest.fixture
def nep(_draaiend: NepAanbieder, kantoor: Kantoor) -> NepAanbieder:
    schoon = NepAanbieder(_draaiend.poort, sleutel=_draaiend.sleutel)
    vars(_draaiend).update(vars(schoon), nu=lambda: kantoor.huis.klok.nu.timestamp())
    return _draaiend


@pytest.fixture
def kantoor(maak_kantoor: KantoorMaker, _draaiend: NepAanbieder) -> Kantoor:
    oidc = Oidc(aanbieder=_draaiend.issuer, client=CLIENT, geheim=GEHEIM, rollen=ROLLEN)
    return maak_kantoor(oidc=oidc, openbaar_adres=ADRES)


def heen(browser: Browser, vraag: str = "") -> str:
    antwoord = browser.kijk(f"/aanmelden/oidc{vraag}")
    assert antwoord.status_code == 303
    return antwoord.headers["location"]


def rond(browser: Browser, nep: NepAanbieder, vraag: str = "") -> httpx.Response:
    return browser.kijk(nep.ga(heen(browser, vraag)))


def test_who_has_a_role_comes_in(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    assert 'href="/aanmelden/oidc?volgende=/account"' in browser.kijk("/aanmelden?volgende=/account").text
    antwoord = rond(browser, nep, "?volgende=/account")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/account")
    assert set(browser.koekjes) == {"__Host-rechtop_medewerker"}
    blad = browser.kijk("/account").text
    assert "Ans de Vries" in blad
    assert "wachtwoord-nieuw" not in blad
    assert browser.kijk("/balie").status_code == 200
    assert [(r.soort, r.wie) for r in kantoor.spoor()] == [
        ("account_gemaakt", "Ans de Vries"),
        ("aangemeld", "Ans de Vries"),
    ]
    (wie,) = beheer.alle(kantoor.toegang)
    assert (wie.bron, wie.login, wie.gemeente) == (nep.issuer, "abc-123", "voorbeeldstad")


def test_the_claims_of_now_decide(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    nep.claims["roles"] = "vst-baas"
    assert rond(browser, nep).headers["location"] == "/account"
    assert browser.kijk("/balie").status_code == 403
    assert browser.kijk("/beheer/spoor").status_code == 200
    assert "account_veranderd" in kantoor.soorten()
    assert len(beheer.alle(kantoor.toegang)) == 1


def _werkt(kantoor: Kantoor, browser: Browser, minuten: int) -> None:
    """Somebody uses it all the time, for so long."""
    while minuten > 0:
        kantoor.later(minutes=min(minuten, 20))
        assert browser.kijk("/account").status_code == 200
        minuten -= 20


def test_after_an_hour_the_provider_is_asked_again(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    eerste = browser.koekjes
    _werkt(kantoor, browser, 59)
    assert "Ans de Vries" in browser.kijk("/account").text
    bewijs = browser.bewijs("/account")
    kantoor.later(minutes=1)
    tussen = browser.kijk("/account?gedaan=app")
    assert "Ans de Vries" not in tussen.text
    naar = "/aanmelden/oidc?volgende=/account%3Fgedaan%3Dapp"
    assert f'content="0;url={naar}"' in tussen.text
    assert f'href="{naar}"' in tussen.text
    # What was being typed is not lost.
    assert browser.stuur("/account/sessies", bewijs=bewijs).status_code == 303
    terug = browser.kijk(nep.ga(browser.kijk(naar).headers["location"]))
    assert terug.headers["location"] == "/account?gedaan=app"
    assert browser.koekjes != eerste
    assert "Ans de Vries" in browser.kijk("/account").text
    oud = kantoor.browser()
    oud.client.cookies.update(eerste)
    assert oud.kijk("/account").status_code == 303  # the session of before is over


@pytest.mark.parametrize("hoe", ["rol", "nee"])
def test_whom_the_provider_lets_in_no_more_is_out(kantoor: Kantoor, nep: NepAanbieder, hoe: str) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    kantoor.later(minutes=20)
    bewijs = browser.bewijs("/account")
    kantoor.later(minutes=29)
    browser.kijk("/account")
    kantoor.later(minutes=12)
    assert "/aanmelden/oidc" in browser.kijk("/account").text
    if hoe == "rol":
        nep.claims["roles"] = []
        assert rond(browser, nep).status_code == 403
    else:
        vraag = parse_qs(urlsplit(heen(browser)).query)
        pad = f"/aanmelden/oidc/terug?error=access_denied&state={vraag['state'][0]}"
        assert browser.kijk(pad).status_code == 401
    assert browser.kijk("/account").headers["location"].startswith("/aanmelden?")
    assert browser.stuur("/account/sessies", bewijs=bewijs).headers["location"] == "/aanmelden"


def test_without_the_provider_a_form_is_taken_a_quarter_longer_and_no_more(
    kantoor: Kantoor, nep: NepAanbieder
) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    _werkt(kantoor, browser, 59)
    bewijs = browser.bewijs("/account")
    kantoor.later(minutes=15)
    assert browser.stuur("/account/sessies", bewijs=bewijs).headers["location"] == "/account?gedaan=sessies"
    kantoor.later(minutes=1)
    assert browser.stuur("/account/sessies", bewijs=bewijs).headers["location"] == "/aanmelden"


def test_an_account_of_our_own_is_not_sent_along(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    _werkt(kantoor, browser, 90)
    assert "Proef j.jansen" in browser.kijk("/account").text


@pytest.mark.parametrize(
    "rollen", [[], None, ["iets-anders"], {"vst-balie": 1}, ["vst-balie", "ander"], ["weg"], [["vst-balie"]]]
)
def test_without_one_clear_role_nobody_comes_in(kantoor: Kantoor, nep: NepAanbieder, rollen: object) -> None:
    nep.claims["roles"] = rollen
    browser = kantoor.browser()
    antwoord = rond(browser, nep)
    assert antwoord.status_code == 403
    assert "mag hier nog niet werken" in antwoord.text
    assert browser.koekjes == {}
    assert beheer.alle(kantoor.toegang) == ()


def _geen(claims: dict[str, Any]) -> str:
    kop, lichaam = (
        urlsafe_b64encode(json.dumps(deel).encode()).rstrip(b"=").decode()
        for deel in ({"alg": "none"}, claims)
    )
    return f"{kop}.{lichaam}."


def _met_geheim(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(GEHEIM), algorithms=["HS256"])


def _andere_sleutel(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "een"}, claims, RSAKey.generate_key(2048))


@pytest.mark.parametrize(
    "fout",
    [
        {"nonce": "een-andere"},
        {"nonce": None},
        {"aud": "een-ander"},
        {"aud": [CLIENT, "een-ander"]},
        {"aud": None},
        {"iss": "https://kwaad.example"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"sub": ""},
        {"sub": None},
        {"azp": "een-ander"},
        {"at_hash": "x"},
        _geen,
        _met_geheim,
        _andere_sleutel,
    ],
)
def test_a_token_that_is_not_ours_opens_nothing(kantoor: Kantoor, nep: NepAanbieder, fout: Any) -> None:
    def verander(claims: dict[str, Any]) -> None:
        claims.update(fout)
        for naam, waarde in fout.items():
            if waarde is None:
                del claims[naam]

    if isinstance(fout, dict):
        nep.verander = verander
    else:
        nep.teken = fout
    browser = kantoor.browser()
    antwoord = rond(browser, nep)
    assert antwoord.status_code == 401
    assert "niet goed gegaan" in antwoord.text
    assert browser.koekjes == {}
    assert beheer.alle(kantoor.toegang) == ()
    assert kantoor.soorten() == ["mislukt"]


def test_a_round_is_of_one_browser_and_works_once(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    terug = nep.ga(heen(browser))
    # Somebody else with the same address: it opens nothing there, and nothing any more.
    assert kantoor.browser().kijk(terug).status_code == 401
    assert browser.kijk(terug).status_code == 401
    eigen = nep.ga(heen(browser))
    koekje = {"Cookie": f"__Host-rechtop_aanmelding={_ronde_koekje(browser)}"}
    assert browser.kijk(eigen).status_code == 303
    assert kantoor.browser().kijk(eigen, headers=koekje).status_code == 401


def _ronde_koekje(browser: Browser) -> str:
    return browser.koekjes.get("__Host-rechtop_aanmelding", "")


def test_a_round_does_not_wait_for_ever(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    terug = nep.ga(heen(browser))
    kantoor.later(minutes=11)
    assert browser.kijk(terug).status_code == 401


@pytest.mark.parametrize("extra", ["&iss=https://kwaad.example", ""])
def test_an_answer_of_another_provider_or_a_refusal(kantoor: Kantoor, nep: NepAanbieder, extra: str) -> None:
    browser = kantoor.browser()
    terug = nep.ga(heen(browser))
    vraag = parse_qs(urlsplit(terug).query)
    wat = f"code={vraag['code'][0]}{extra}" if extra else "error=access_denied"
    assert browser.kijk(f"/aanmelden/oidc/terug?state={vraag['state'][0]}&{wat}").status_code == 401


def test_a_code_that_was_used_or_guessed(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    terug = nep.ga(heen(browser))
    nep.codes.clear()
    assert browser.kijk(terug).status_code == 401


def test_a_new_key_of_the_provider_is_looked_up(kantoor: Kantoor, nep: NepAanbieder) -> None:
    assert rond(kantoor.browser(), nep).status_code == 303
    oud, nep.sleutel = nep.sleutel, RSAKey.generate_key(2048, {"kid": "twee"})
    assert rond(kantoor.browser(), nep).status_code == 303
    nep.sleutel = oud


def test_a_provider_that_is_away(kantoor: Kantoor, nep: NepAanbieder) -> None:
    nep.status = 503
    antwoord = kantoor.browser().kijk("/aanmelden/oidc")
    assert antwoord.status_code == 503
    assert "niet te bereiken" in antwoord.text
    assert 'name="wachtwoord"' in antwoord.text, "accounts of our own still work"


def test_a_block_holds_for_somebody_from_a_provider(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    beheer.blokkeer(kantoor.toegang, "abc-123", ja=True, bron=nep.issuer)
    assert browser.kijk("/balie").status_code == 303
    assert rond(browser, nep).status_code == 401


def test_nobody_from_a_provider_comes_in_with_a_password(kantoor: Kantoor, nep: NepAanbieder) -> None:
    rond(kantoor.browser(), nep)
    antwoord = kantoor.browser().stuur("/aanmelden", login="abc-123", wachtwoord="", code="000000")
    assert antwoord.status_code == 401


def test_logging_out_offers_to_log_out_there_too(kantoor: Kantoor, nep: NepAanbieder) -> None:
    browser = kantoor.browser()
    rond(browser, nep)
    blad = browser.formulier("/afmelden").text
    adres = blad.split(f'href="{nep.issuer}/uit?')[1].split('"')[0].replace("&amp;", "&")
    vraag = parse_qs(adres)
    assert vraag["post_logout_redirect_uri"] == [f"{ADRES}/aanmelden"]
    assert vraag["client_id"] == [CLIENT]
    assert jwt.decode(vraag["id_token_hint"][0], nep.sleutel).claims["sub"] == "abc-123"
    assert browser.kijk("/balie").status_code == 303


@pytest.mark.parametrize(
    "anders",
    [
        {"client": ""},
        {"geheim": ""},
        {"rollen": {}},
        {"aanbieder": "http://login.voorbeeldstad.example"},
        {"rollen": {"x": "voorbeeldstad:baas"}},
        {"rollen": {"x": "voorbeeldstad"}},
    ],
)
def test_half_a_provider_does_not_start(anders: dict[str, Any]) -> None:
    goed: dict[str, Any] = {
        "aanbieder": "https://login.voorbeeldstad.example",
        "client": "x",
        "geheim": "y",
        "rollen": ROLLEN,
    }
    Oidc(**goed)
    with pytest.raises(ValidationError):
        Oidc(**{**goed, **anders})


def test_the_secret_is_in_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_OIDC_AANBIEDER", "https://login.voorbeeldstad.example")
    monkeypatch.setenv("RECHTOP_OIDC_CLIENT", "x")
    monkeypatch.setenv("RECHTOP_OIDC_GEHEIM", "heel-geheim")
    monkeypatch.setenv("RECHTOP_OIDC_ROLLEN", json.dumps(ROLLEN))
    oidc = Oidc()
    assert oidc.rollen == ROLLEN
    assert "heel-geheim" not in repr(oidc)
