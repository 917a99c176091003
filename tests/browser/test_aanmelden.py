"""Staff set an account up, log in and out, and see what goes wrong: in a real browser, on the real pages, with every check in
every state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Keur
from tests.browser.keuringen import KEURINGEN, Fouten
from tests.browser.staten_toegang import (
    GEHEIM,
    HERSTEL,
    NIEUW,
    STATEN,
    WACHTWOORD,
    Huis,
    Medewerker,
    draai_huis,
)
from web.toegang.codes import in_groepen


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    with draai_huis(tmp_path_factory.mktemp("toegang")) as een:
        yield een


@pytest.fixture
def mens(page: Page, huis: Huis) -> Medewerker:
    return Medewerker(page, huis)


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, huis: Huis) -> Fouten:
    return keur_staat(request.param, lambda page: Medewerker(page, huis))


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_voor_medewerkers(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


def test_van_link_tot_uitloggen(mens: Medewerker) -> None:
    page = mens.page
    link = mens.link("van-link", "balie", "beheerder")
    mens.naar(link)
    expect(page.get_by_role("img", name="Plaatje om te scannen")).to_be_visible()
    expect(page.get_by_text(in_groepen(GEHEIM), exact=True)).to_be_visible()
    # What is wrong is told, and the link still works.
    mens.vul(nieuw=WACHTWOORD, nogmaals=WACHTWOORD, code="000000").druk("Account klaarmaken")
    expect(page.get_by_label("Code uit de app")).to_have_attribute("aria-invalid", "true")
    mens.vul(nieuw=WACHTWOORD, nogmaals=WACHTWOORD, code=mens.code()).druk("Account klaarmaken")
    expect(page.get_by_role("listitem")).to_have_text(HERSTEL)
    page.get_by_role("link", name="Ik heb ze bewaard, naar inloggen").click()
    mens.kop("Inloggen")
    # The codes were shown once: not by going back with the link, nor by using it again.
    mens.naar(link).kop("Deze link werkt niet meer")
    assert HERSTEL[0] not in page.content()

    mens.meld_aan()
    mens.naar("/account").kop("Mijn account")
    expect(page.get_by_text("U heeft nog 10 herstelcodes.")).to_be_visible()
    page.get_by_role("link", name="Wie deed wat").click()
    expect(page.get_by_role("cell", name="account klaargemaakt").first).to_be_visible()
    mens.druk("Uitloggen").kop("U bent uitgelogd")
    mens.naar("/account").kop("Inloggen")
    assert page.context.cookies() == []

    # With a recovery code, once; and on to the page that was asked for.
    herstel = HERSTEL[0].lower().replace("-", " ")
    for keer in range(2):
        mens.naar("/account").vul(login="van-link", wachtwoord=WACHTWOORD, code=herstel).druk("Inloggen")
        if not keer:
            mens.kop("Mijn account")
            expect(page.get_by_text("U heeft nog 9 herstelcodes.")).to_be_visible()
            mens.druk("Uitloggen")
    expect(page.get_by_role("alert")).to_contain_text("Elke code werkt maar één keer.")


def test_te_vaak_mis_is_wachten_en_dat_gaat_over(mens: Medewerker) -> None:
    mens.heeft_account("te-vaak")
    melding = mens.page.get_by_role("alert")
    for _ in range(3):
        mens.naar("/aanmelden").vul(login="te-vaak", wachtwoord="mis", code="123456").druk("Inloggen")
        expect(melding).to_contain_text("Inloggen is niet gelukt")
        expect(mens.page.get_by_label("Inlognaam")).to_have_value("te-vaak")
        expect(mens.page.get_by_label("Wachtwoord")).to_have_value("")
    mens.huis.klok.later(minutes=-1)
    mens.meld_aan()  # the right one, too soon
    expect(melding).to_contain_text("Probeer het over een minuut opnieuw.")
    mens.meld_aan().naar("/account").kop("Mijn account")


def test_ander_wachtwoord_en_overal_uitgelogd(mens: Medewerker, huis: Huis) -> None:
    mens.heeft_account("wissel").meld_aan()
    browser = mens.page.context.browser
    assert browser is not None
    with browser.new_context() as elders:
        ander = elders.new_page()
        ander.goto(huis.adres + "/aanmelden")
        velden = (("login", "wissel"), ("wachtwoord", WACHTWOORD), ("code", mens.code()))
        for naam, waarde in velden:
            ander.locator(f"input[name={naam}]").fill(waarde)
        ander.get_by_role("button", name="Inloggen").click()
        mens.naar("/account")
        expect(mens.page.get_by_text("U bent nog op 1 andere plek ingelogd.")).to_be_visible()
        mens.verander(WACHTWOORD, NIEUW, NIEUW)
        expect(mens.page.get_by_role("status")).to_contain_text("Op andere plekken bent u uitgelogd.")
        ander.goto(huis.adres + "/account")
        expect(ander.get_by_role("heading", level=1)).to_have_text("Inloggen")
    mens.druk("Uitloggen")
    mens.meld_aan(NIEUW).naar("/account").kop("Mijn account")


def test_met_alleen_het_toetsenbord(mens: Medewerker) -> None:
    """From an empty page to logged out, without a mouse; a wrong field is one key away from its message."""
    mens.heeft_account("toetsen", "beheerder")
    toets = mens.page.keyboard

    def tik(*toetsen: str) -> None:
        for een in toetsen:
            toets.press(een)

    def met(naam: str) -> str:
        mens.page.wait_for_function("naam => document.activeElement?.name === naam", arg=naam)
        return naam

    mens.naar("/aanmelden")
    tik("Tab")
    expect(mens.page.get_by_role("link", name="Ga naar de tekst")).to_be_focused()
    tik("Enter", "Tab")
    for naam, waarde in (("login", "toetsen"), ("wachtwoord", WACHTWOORD), ("code", mens.code())):
        met(naam)
        toets.type(waarde)
        tik("Tab")
    expect(mens.page.get_by_role("button", name="Inloggen")).to_be_focused()
    with mens.page.expect_navigation():
        tik("Enter")
    mens.kop("Mijn account")

    # The skip link, then straight through the menu.
    tik("Tab", "Tab", "Tab")
    expect(mens.page.get_by_role("link", name="Wie deed wat")).to_be_focused()
    with mens.page.expect_navigation():
        tik("Enter")
    mens.kop("Wie deed wat")
    tik("Tab", "Tab", "Tab", "Tab")
    with mens.page.expect_navigation():
        tik("Enter")
    mens.kop("Mijn account")
    tik("Tab", "Enter")  # past the menu
    tik("Tab")
    for naam, waarde in (("oud", WACHTWOORD), ("nieuw", "kort"), ("nogmaals", "kort")):
        met(naam)
        toets.type(waarde)
        tik("Tab")
    with mens.page.expect_navigation():
        tik("Enter")
    tik("Tab", "Enter", "Tab", "Enter")  # past the menu, and the message is a link to the field
    expect(mens.page.get_by_label("Nieuw wachtwoord", exact=True)).to_be_focused()

    mens.page.locator("nav").get_by_role("link").last.focus()
    tik("Tab")
    with mens.page.expect_navigation():
        tik("Enter")
    mens.kop("U bent uitgelogd")
