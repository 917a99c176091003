"""The talk as plain forms in a browser: without JavaScript, with the keyboard, and every state by every check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import BUREAU, KEURINGEN, TELEFOON, Fouten
from tests.browser.staten_zelfcheck import STATEN, Plat

Instellingen = dict[str, Any]
_NIET_HIER = {"sluiten"}
"""Checks about the window."""


@pytest.fixture(scope="module")
def adres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with draai_echt(tmp_path_factory.mktemp("zelfcheck")) as (adres, _):
        yield adres


@pytest.fixture(scope="module")
def zonder(browser: Browser, browser_context_args: Instellingen) -> Iterator[BrowserContext]:
    with browser.new_context(**browser_context_args, java_script_enabled=False) as context:
        yield context


@pytest.fixture
def plat(zonder: BrowserContext, adres: str) -> Iterator[Plat]:
    """A telephone that knows no JavaScript. Afterwards: nothing was asked elsewhere, and there is no cookie."""
    page = zonder.new_page()
    page.set_viewport_size({"width": TELEFOON[0], "height": TELEFOON[1]})
    gevraagd: list[str] = []
    page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    yield Plat(page, adres)
    assert zonder.cookies() == []
    assert all(url.startswith((adres, "https://www.knmi.nl/")) for url in gevraagd)
    page.close()


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, adres: str) -> Fouten:
    return keur_staat(request.param, lambda page: Plat(page, adres))


@pytest.mark.parametrize("keuring", [k for k in KEURINGEN if k not in _NIET_HIER])
def test_elke_staat_van_de_pagina(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


def tab_naar(page: Page, naam: str, rol: str = "button") -> None:
    """Press Tab until this has the focus."""
    doel = page.get_by_role(rol, name=naam, exact=True).first  # type: ignore[arg-type]
    for _ in range(60):
        page.keyboard.press("Tab")
        # Without JavaScript the page cannot be asked; the browser's own idea of the focus can.
        if page.locator(":focus").count() and doel.and_(page.locator(":focus")).count():
            return
    raise AssertionError(f"Tab never came to {naam}")


def test_een_hele_check_met_alleen_het_toetsenbord(plat: Plat) -> None:
    page = plat.start().page
    tab_naar(page, "Beginnen")
    page.keyboard.press("Enter")
    plat.bij("Waar wilt u mee beginnen?")
    tab_naar(page, "Alleen zorgtoeslag")
    page.keyboard.press("Enter")
    plat.bij("Hoe oud bent u?")
    tab_naar(page, "Uw antwoord", "textbox")
    page.keyboard.type("34")
    page.keyboard.press("Enter")
    plat.bij("getrouwd")
    tab_naar(page, "Nee")
    page.keyboard.press("Space")
    plat.bij("inkomen")
    tab_naar(page, "Uw antwoord", "textbox")
    page.keyboard.type("22000 per jaar")
    page.keyboard.press("Enter")
    plat.bij("spaargeld")
    tab_naar(page, "Of typ uw antwoord", "textbox")
    page.keyboard.type("1000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Zorgtoeslag", exact=True)).to_be_visible()
    expect(page.get_by_text("129 euro per maand").first).to_be_visible()


def test_na_een_antwoord_begint_men_bij_wat_nieuw_is(plat: Plat) -> None:
    plat.tot_leeftijd().typ("34").bij("getrouwd")
    balk, nieuw = plat.page.locator(".balk").bounding_box(), plat.nieuw.bounding_box()
    assert balk is not None
    assert nieuw is not None
    assert plat.page.url.endswith("#nieuw")
    assert balk["y"] + balk["height"] <= nieuw["y"] + 1, "the bar does not cover it"
    assert nieuw["y"] < 200
    expect(plat.page.get_by_role("button", name="Ja", exact=True)).to_be_in_viewport()


def test_het_nummer_en_snel_weg_staan_op_elke_pagina_op_dezelfde_plek(plat: Plat) -> None:
    plekken = set()
    plat.begin()
    for pad in ("", "/wissen", "/weg"):
        plat.page.goto(plat.gesprek.removesuffix("/wissen") + pad)
        nummer = plat.page.locator(".balk a").bounding_box()
        weg = plat.page.get_by_role("button", name="Snel weg").first.bounding_box()
        assert nummer is not None
        assert weg is not None
        plekken.add((nummer["x"], nummer["y"], weg["x"], weg["y"]))
    assert len(plekken) == 1


def test_snel_weg_komt_bij_de_andere_pagina(plat: Plat) -> None:
    """Through the policy of the page, which a browser holds the answer to as well."""
    page = plat.tot_leeftijd().page
    gesprek = plat.gesprek

    def elders(route: Route) -> None:
        route.fulfill(
            body="<!doctype html><title>Weer</title><p>Het wordt mooi weer.</p>", content_type="text/html"
        )

    page.route("https://www.knmi.nl/**", elders)
    plat.druk("Snel weg")
    expect(page.get_by_text("Het wordt mooi weer.")).to_be_visible()
    page.goto(gesprek)
    expect(page.get_by_role("heading", name="Dit gesprek is er niet meer")).to_be_visible()


def test_wat_niet_goed_is_blijft_staan(plat: Plat) -> None:
    plat.tot_leeftijd().typ("x" * 501)
    expect(plat.page).to_have_title("Fout: Hoe oud bent u? - Gemeente Voorbeeldstad")
    expect(plat.veld).to_have_value("x" * 501)
    expect(plat.veld).to_have_accessible_description(
        "Uw tekst is te lang: 501 tekens. Kunt u het korter zeggen? Hoogstens 500 tekens. Uw tekst blijft staan."
    )
    plat.page.locator(".foutmelding a").click()
    plat.typ("34").bij("getrouwd")


def test_terug_in_de_browser_toont_het_gesprek_van_nu(plat: Plat) -> None:
    plat.tot_leeftijd().typ("34").bij("getrouwd").druk("Nee").bij("inkomen")
    plat.page.go_back()
    plat.bij("inkomen")


def test_met_javascript_neemt_de_chat_de_plaats_in(
    browser: Browser, browser_context_args: Instellingen, adres: str
) -> None:
    with browser.new_context(**browser_context_args) as context:
        page = context.new_page()
        page.set_viewport_size({"width": BUREAU[0], "height": BUREAU[1]})
        page.goto(f"{adres}/zelfcheck/voorbeeldstad")
        expect(page.get_by_role("region", name="Waar heeft u recht op?")).to_be_visible()
        expect(page.get_by_role("button", name="Beginnen")).to_have_count(1)
        link = page.get_by_role("link", name="Gebruik de eenvoudige pagina")
        link.click()
        expect(page.locator("form").get_by_role("button", name="Beginnen")).to_be_visible()
        expect(page.locator("rechtop-chat")).to_have_count(0)


def test_de_links_eronder_blijven_staan_als_de_chat_komt(
    browser: Browser, browser_context_args: Instellingen, adres: str
) -> None:
    with browser.new_context(**browser_context_args) as context:
        page = context.new_page()
        wacht: list[Route] = []
        page.route("**/widget.js", lambda route: wacht.append(route))
        link = page.get_by_role("link", name="Gebruik de eenvoudige pagina")
        with page.expect_request("**/widget.js"):
            page.goto(f"{adres}/zelfcheck/voorbeeldstad", wait_until="commit")
        # The first thing a person sees: in the tree the link stands there before the styles do.
        page.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
        eerst = link.bounding_box()
        wacht[0].continue_()
        expect(page.get_by_role("region", name="Waar heeft u recht op?")).to_be_visible()
        assert link.bounding_box() == eerst


def test_verder_op_een_tweede_apparaat(
    plat: Plat, browser: Browser, browser_context_args: Instellingen
) -> None:
    plat.tot_leeftijd().typ("34").bij("getrouwd")
    gesprek = plat.gesprek
    plat.druk("Verder op een ander apparaat")
    code = plat.page.locator(".code").inner_text()
    assert len(code.split()) == 2
    with browser.new_context(**browser_context_args, java_script_enabled=False) as ander:
        tweede = Plat(ander.new_page(), plat.adres)
        tweede.page.goto(f"{plat.adres}/verder")
        tweede.typ(code.lower().replace(" ", "-")).bij("getrouwd")
        assert tweede.gesprek == gesprek
        tweede.druk("Nee").bij("inkomen")
    plat.page.get_by_role("link", name="Terug naar het gesprek").click()
    plat.bij("inkomen")


def test_op_papier_staat_alleen_wat_men_wil_houden(plat: Plat) -> None:
    page = plat.tot_uitkomst().page
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Zorgtoeslag", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Snel weg")).to_be_hidden()
    expect(plat.veld).to_be_hidden()
