"""Forms of staff: only ours, only from our pages, and after logging in only to a page of ours."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.web.toegang.conftest import ADRES, Kantoor, routes
from web.toegang.volgende import veilig
from web.toegang.wie import MetMedewerker

VREEMD = [
    {"Origin": "https://kwaad.example"},
    {"Origin": "null"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Origin": ADRES, "Sec-Fetch-Site": "cross-site"},
    {"Origin": ADRES, "Sec-Fetch-Site": "same-site"},
    {"Origin": f"{ADRES}.kwaad.example"},
    {"Origin": "https://["},
    {"Sec-Fetch-Site": "none"},
    {},
]


@pytest.mark.parametrize("koppen", VREEMD)
def test_a_form_from_elsewhere_is_refused(kantoor: Kantoor, koppen: dict[str, str]) -> None:
    jan = kantoor.persoon()
    browser = kantoor.binnen(jan)
    bewijs = browser.bewijs()
    for pad in ("/account/sessies", "/afmelden"):
        assert browser.stuur_met(koppen, pad, bewijs=bewijs).status_code == 403
    assert browser.kijk("/balie").status_code == 200
    kantoor.later(seconds=30)
    los = kantoor.browser()
    inloggen = {"login": jan.login, "wachtwoord": "drie paarden op zolder", "code": kantoor.code(jan)}
    assert los.stuur_met(koppen, "/aanmelden", **inloggen).status_code == 403
    assert los.koekjes == {}


def test_a_form_needs_the_proof_of_its_own_session(kantoor: Kantoor) -> None:
    jan, piet = kantoor.persoon(), kantoor.persoon("p.piet")
    browser, ander = kantoor.binnen(jan), kantoor.binnen(piet)
    for bewijs in ("", "x", "é", ander.bewijs(), browser.bewijs()[:-1]):
        antwoord = browser.stuur("/afmelden", bewijs=bewijs)
        assert antwoord.status_code == 403
        assert "niets veranderd" in antwoord.text
    assert browser.stuur("/afmelden", iets="anders").status_code == 403
    assert browser.kijk("/balie").status_code == 200
    assert browser.stuur("/afmelden", bewijs=browser.bewijs()).status_code == 200


def test_the_proof_is_not_the_session(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    (sleutel,) = browser.koekjes.values()
    assert sleutel not in browser.kijk("/account").text
    assert browser.bewijs() not in sleutel


def test_every_form_behind_the_door_is_guarded(kantoor: Kantoor) -> None:
    """A POST of staff has the dependency that checks it; the two before the door check for themselves."""
    gezien = set()
    for route in routes(kantoor.huis.app):
        if not route.path.startswith(
            ("/account", "/balie", "/beheer", "/redactie", "/afmelden", "/aanmelden")
        ):
            continue
        bewaakt = any(isinstance(een.call, MetMedewerker) for een in route.dependant.dependencies)
        if not bewaakt:
            gezien.add(route.path)
    assert gezien == {"/aanmelden", "/aanmelden/instellen/{code}"}


def test_no_form_without_a_session(kantoor: Kantoor) -> None:
    antwoord = kantoor.browser().stuur("/account/wachtwoord", bewijs="x")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/aanmelden")


def test_a_body_that_is_no_form(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    for pad in ("/aanmelden", "/account/sessies"):
        antwoord = browser.client.post(pad, json={"bewijs": "x"}, headers={"Origin": ADRES})
        assert antwoord.status_code == 422


def test_after_logging_in_to_the_page_that_was_asked_for(kantoor: Kantoor) -> None:
    jan, browser = kantoor.persoon("j.jansen", "balie", "beheerder"), kantoor.browser()
    eerst = browser.kijk("/beheer/spoor?voor=12")
    assert eerst.status_code == 303
    blad = browser.kijk(eerst.headers["location"]).text
    gevonden = re.search(r'name="volgende" value="([^"]*)"', blad)
    assert gevonden is not None
    antwoord = browser.meld_aan(jan, volgende=gevonden[1])
    assert antwoord.headers["location"] == "/beheer/spoor?voor=12"


@pytest.mark.parametrize(
    "kwaad",
    [
        "https://kwaad.example",
        "//kwaad.example/balie",
        "/\\kwaad.example",
        "/balie/../../kwaad",
        "/balie//kwaad.example",
        "/balie\r\nSet-Cookie: a=b",
        "/balie\n",
        "javascript:alert(1)",
        "/zelfcheck/voorbeeldstad",
        "/baliex",
        "/balie?x=//kwaad",
        "/balie#x",
        "/afmelden",
        " /balie",
        "/balie/" + "a" * 400,
        "",
    ],
)
def test_never_to_another_site(kantoor: Kantoor, kwaad: str) -> None:
    browser = kantoor.browser()
    assert 'name="volgende"' not in browser.kijk(f"/aanmelden?volgende={quote(kwaad)}").text
    jan = kantoor.persoon()
    assert browser.meld_aan(jan, volgende=kwaad).headers["location"] == "/balie"


@given(st.one_of(st.text(), st.from_regex(r"/(balie|account)[^a-z]{0,9}.*", fullmatch=True)))
@example("/balie/x.y?a=b")
@example("/account/..;/x")
def test_what_passes_stays_here(tekst: str) -> None:
    goed = veilig(tekst)
    if goed is None:
        return
    assert goed == tekst
    naar = urlsplit(urljoin(ADRES, goed))
    assert f"{naar.scheme}://{naar.netloc}" == ADRES
    assert naar.path.startswith(("/balie", "/account", "/beheer", "/redactie"))
    assert not set(goed) & set("\\\r\n\t #:@")
    assert ".." not in naar.path.split("/")


def test_pages_of_staff_are_strict(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon("j.jansen", "balie", "beheerder"))
    for pad in ("/balie", "/account", "/beheer/spoor", "/aanmelden/instellen/x"):
        antwoord = browser.kijk(pad)
        csp = antwoord.headers["content-security-policy"]
        assert "default-src 'none'" in csp
        assert "unsafe" not in csp
        assert "script-src" not in csp
        assert antwoord.headers["cache-control"] == "no-store"
        assert antwoord.headers["referrer-policy"] == "same-origin"
        assert not re.search(r"<script|\sstyle=|\son\w+=", antwoord.text)
