"""Setting an account up, and what a person changes of their own."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from tests.web.toegang.conftest import WACHTWOORD, Kantoor, Persoon
from web.toegang import beheer, codes
from web.toegang.codes import code_op, stap_van
from web.toegang.wachtwoord import bezwaar

NIEUW = "vier koeien in de kelder"


def geheim_op(blad: str) -> str:
    """The secret as a person would type it over from the page."""
    gevonden = re.search(r'class="geheim"><code>([A-Z2-7 ]+)</code>', blad)
    assert gevonden is not None
    return gevonden[1].replace(" ", "")


def herstel_op(blad: str) -> tuple[str, ...]:
    return tuple(re.findall(r"<li><code>([A-Z0-9-]+)</code>", blad))


def test_from_the_link_to_the_first_login(kantoor: Kantoor) -> None:
    link = beheer.nieuw(kantoor.toegang, "A.Ans@voorbeeldstad.example", "Ans", "voorbeeldstad", ["balie"])
    browser = kantoor.browser()
    blad = browser.kijk(link.pad)
    assert blad.status_code == 200
    assert "<svg" in blad.text
    assert blad.text.count('autocomplete="new-password"') == 2
    geheim = geheim_op(blad.text)
    assert geheim_op(browser.kijk(link.pad).text) == geheim, "looking again changes nothing"
    code = code_op(geheim, kantoor.huis.klok())
    klaar = browser.stuur(link.pad, nieuw=WACHTWOORD, nogmaals=WACHTWOORD, code=code)
    herstel = herstel_op(klaar.text)
    assert len(set(herstel)) == codes.AANTAL_HERSTEL
    assert browser.koekjes == {}, "setting up is not logging in"
    ans = Persoon("a.ans@voorbeeldstad.example", geheim, herstel)
    assert browser.meld_aan(ans, code=code).status_code == 401, "the code of the set-up was used"
    kantoor.later(seconds=30)
    assert browser.meld_aan(ans).status_code == 303
    assert browser.kijk(link.pad).status_code == 404
    assert browser.stuur(link.pad, nieuw=NIEUW, nogmaals=NIEUW, code=code).status_code == 404


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"nieuw": "te kort"}, "te kort"),
        ({"nieuw": "wachtwoord123", "nogmaals": "wachtwoord123"}, "makkelijk te raden"),
        ({"nogmaals": "iets anders dan dit"}, "niet hetzelfde"),
        ({"code": "000000"}, "Deze code klopt niet"),
        ({"code": ""}, "Deze code klopt niet"),
    ],
)
def test_what_is_wrong_is_told_and_the_link_still_works(
    kantoor: Kantoor, velden: dict[str, str], zin: str
) -> None:
    link = beheer.nieuw(kantoor.toegang, "a.ans", "Ans", "voorbeeldstad", ["balie"])
    browser = kantoor.browser()
    code = code_op(geheim_op(browser.kijk(link.pad).text), kantoor.huis.klok())
    goed = {"nieuw": WACHTWOORD, "nogmaals": WACHTWOORD, "code": code}
    antwoord = browser.stuur(link.pad, **(goed | velden))
    assert antwoord.status_code == 422
    assert zin in html.unescape(antwoord.text)
    assert 'aria-invalid="true"' in antwoord.text
    assert WACHTWOORD not in antwoord.text
    assert browser.stuur(link.pad, **goed).status_code == 200


def test_a_link_lasts_a_day_and_a_new_one_ends_it(kantoor: Kantoor) -> None:
    link = beheer.nieuw(kantoor.toegang, "a.ans", "Ans", "voorbeeldstad", ["balie"])
    browser = kantoor.browser()
    tweede = beheer.herstel(kantoor.toegang, "a.ans")
    assert browser.kijk(link.pad).status_code == 404
    assert browser.kijk(tweede.pad).status_code == 200
    kantoor.later(hours=23, minutes=59)
    assert browser.kijk(tweede.pad).status_code == 200
    kantoor.later(minutes=1)
    assert browser.kijk(tweede.pad).status_code == 404
    assert browser.kijk("/aanmelden/instellen/geraden").status_code == 404
    assert tweede.code.encode() not in kantoor.huis.bytes()


def test_a_reset_takes_everything_away(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    browser = kantoor.binnen(jan)
    beheer.herstel(kantoor.toegang, jan.login)
    assert browser.kijk("/balie").status_code == 303
    kantoor.later(minutes=1)
    for code in (kantoor.code(jan), jan.herstel[0]):
        assert kantoor.browser().meld_aan(jan, code=code).status_code == 401


def test_another_password_ends_the_other_sessions(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    daar = kantoor.binnen(jan)
    kantoor.later(seconds=30)
    hier = kantoor.binnen(jan)
    fout = hier.formulier("/account/wachtwoord", oud="niet dit", nieuw=NIEUW, nogmaals=NIEUW)
    assert fout.status_code == 422
    assert daar.kijk("/balie").status_code == 200
    goed = hier.formulier("/account/wachtwoord", oud=WACHTWOORD, nieuw=NIEUW, nogmaals=NIEUW)
    assert goed.headers["location"] == "/account?gedaan=wachtwoord"
    assert "is veranderd" in hier.kijk(goed.headers["location"]).text
    assert daar.kijk("/balie").status_code == 303
    kantoor.later(seconds=30)
    assert kantoor.browser().meld_aan(jan).status_code == 401
    assert kantoor.browser().meld_aan(jan, wachtwoord=NIEUW).status_code == 303


def test_guessing_the_password_from_inside_waits_too(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    statussen = [
        browser.formulier("/account/herstelcodes", wachtwoord="niet dit").status_code for _ in range(4)
    ]
    assert statussen == [422, 422, 422, 429]


def test_another_app_works_only_once_it_is_confirmed(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    browser = kantoor.binnen(jan)
    assert browser.kijk("/account/app").headers["location"] == "/account"
    assert browser.formulier("/account/app", wachtwoord="niet dit").status_code == 422
    assert browser.formulier("/account/app", wachtwoord=WACHTWOORD).headers["location"] == "/account/app"
    geheim = geheim_op(browser.kijk("/account/app").text)
    assert geheim != jan.geheim
    nieuw = Persoon(jan.login, geheim, ())
    kantoor.later(seconds=30)
    assert browser.formulier("/account/app/bevestig", code=kantoor.code(jan)).status_code == 422
    assert kantoor.browser().meld_aan(nieuw).status_code == 401
    assert kantoor.browser().meld_aan(jan).status_code == 303
    assert browser.formulier("/account/app/bevestig", code=kantoor.code(nieuw)).status_code == 303
    kantoor.later(seconds=30)
    assert kantoor.browser().meld_aan(jan).status_code == 401
    assert kantoor.browser().meld_aan(nieuw).status_code == 303


def test_new_recovery_codes_end_the_old_ones(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    browser = kantoor.binnen(jan)
    nieuw = herstel_op(browser.formulier("/account/herstelcodes", wachtwoord=WACHTWOORD).text)
    assert len(nieuw) == 10
    assert kantoor.browser().meld_aan(jan, code=jan.herstel[1]).status_code == 401
    assert kantoor.browser().meld_aan(jan, code=nieuw[1]).status_code == 303
    assert "nog 9 herstelcodes" in browser.kijk("/account").text


def test_the_other_sessions_can_be_ended(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    daar = kantoor.binnen(jan)
    kantoor.later(seconds=30)
    hier = kantoor.binnen(jan)
    assert "1 andere plek" in hier.kijk("/account").text
    assert hier.formulier("/account/sessies").status_code == 303
    assert daar.kijk("/balie").status_code == 303
    assert "alleen hier" in hier.kijk("/account").text


@pytest.mark.parametrize(
    ("wachtwoord", "reden"),
    [
        ("elf tekens!", "wachtwoord_te_kort"),
        ("x" * 201, "wachtwoord_te_lang"),
        ("Wachtwoord123", "wachtwoord_bekend"),
        ("aaaaaaaaaaaaaaa", "wachtwoord_bekend"),
        ("abababababababab", "wachtwoord_bekend"),
        ("abcdefghijklmnop", "wachtwoord_bekend"),
        ("j.jansen2026", "wachtwoord_naam"),
        ("Voorbeeldstad1!", "wachtwoord_naam"),
        ("drie paarden op zolder", None),
        ("zonder hoofdletters of cijfers", None),
        ("ñandú für élève", None),
    ],
)
def test_which_passwords_are_good_enough(wachtwoord: str, reden: str | None) -> None:
    assert bezwaar(wachtwoord, {"j.jansen", "voorbeeldstad"}) == reden


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
    ],
)
def test_codes_are_those_of_rfc_6238(moment: int, code: str) -> None:
    """Appendix B, SHA-1, the last six of its eight digits."""
    geheim = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    nu = datetime.fromtimestamp(moment, UTC)
    assert stap_van(geheim, code, nu, 0) == moment // 30
    assert stap_van(geheim, f" {code[:3]} {code[3:]}", nu, 0) == moment // 30
    assert stap_van(geheim, code, nu, moment // 30) is None
    assert stap_van(geheim, "١٢٣٤٥٦", nu, 0) is None
