"""Snel weg: one button, and the talk, what this tab keeps of it and what is on screen are gone."""

from __future__ import annotations

import threading
import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep

NAAR = "https://weer.example/"


@pytest.fixture
def snel(widget: Widget) -> Widget:
    """The page it leads to never leaves this computer."""

    def teksten(route: Route) -> None:
        antwoord = route.fetch()
        inhoud = antwoord.json()
        inhoud["gemeente"]["snel_weg"] = NAAR
        route.fulfill(response=antwoord, json=inhoud)

    widget.page.route("**/widget-teksten.json*", teksten)
    widget.page.route(
        f"{NAAR}**", lambda route: route.fulfill(body="<p>Zon en wind</p>", content_type="text/html")
    )
    return widget


def _is_weg(page: Page) -> None:
    page.wait_for_url(NAAR)
    expect(page.get_by_text("Zon en wind")).to_be_visible()


def _gewist(nep: Nep) -> bool:
    """The message that erases is sent without waiting: it may come just after the page went."""
    einde = time.monotonic() + 5
    while nep.gesprekken and time.monotonic() < einde:
        threading.Event().wait(0.02)
    return not nep.gesprekken


def _blijft_staan(widget: Widget) -> None:
    """The page around the chat goes elsewhere itself, as around a frame."""
    widget.page.evaluate(
        "addEventListener('rechtop-weg', e => { window.naar = e.detail.naar; e.preventDefault(); })"
    )


def test_wist_en_gaat_weg(snel: Widget, nep: Nep) -> None:
    snel.begin()
    snel.zeg("34")
    expect(snel.knop("Ja")).to_be_visible()
    snel.page.evaluate("sessionStorage['rechtop:elders'] = 'x'; sessionStorage['van-de-pagina'] = 'blijft'")
    lengte = snel.page.evaluate("history.length")
    snel.knop("Snel weg").click()
    _is_weg(snel.page)
    assert snel.page.evaluate("history.length") == lengte, "the page with the chat is replaced"
    assert _gewist(nep)
    snel.page.goto(snel.adres)
    expect(snel.starter).to_be_visible()
    assert snel.page.evaluate("Object.keys(sessionStorage)") == ["van-de-pagina"]


def test_ook_voor_het_begin_en_met_het_menu_open(snel: Widget, nep: Nep) -> None:
    snel.open()
    snel.knop("Snel weg").click()
    _is_weg(snel.page)
    snel.begin()
    snel.knop("Menu").click()
    snel.knop("Snel weg").click()
    _is_weg(snel.page)
    assert _gewist(nep)


def test_ook_op_de_eigen_pagina(snel: Widget, nep: Nep) -> None:
    snel.page.goto(snel.adres + "/zelfcheck/voorbeeldstad")
    snel.page.locator("rechtop-chat .paneel").get_by_role("button", name="Beginnen").click()
    snel.log.get_by_text("Hoe oud bent u?").wait_for()
    snel.page.get_by_role("button", name="Snel weg").click()
    _is_weg(snel.page)
    assert _gewist(nep)


def test_zonder_verbinding_is_het_scherm_toch_leeg(snel: Widget) -> None:
    snel.begin()
    snel.page.context.set_offline(True)
    snel.knop("Snel weg").click()
    # The page itself cannot come without a line; what counts is that ours is gone.
    expect(snel.page.get_by_text("Hoe oud bent u?")).to_have_count(0)
    snel.page.context.set_offline(False)


def test_terwijl_een_antwoord_onderweg_is(snel: Widget, nep: Nep) -> None:
    snel.begin()
    _blijft_staan(snel)
    nep.storingen.append("traag")
    with snel.page.expect_response("**/berichten"):
        snel.zeg("34")
        snel.knop("Snel weg").click()
        assert snel.page.evaluate("window.naar") == NAAR
        expect(snel.venster).to_have_count(0)
        assert snel.page.evaluate("Object.keys(sessionStorage)") == []
        assert _gewist(nep)
    # The answer that came too late is kept nowhere.
    assert (
        snel.page.evaluate("new Promise(klaar => setTimeout(() => klaar(Object.keys(sessionStorage))))") == []
    )
    assert snel.page.url == snel.adres + "/"


def test_wie_eromheen_staat_gaat_zelf_weg(snel: Widget, nep: Nep) -> None:
    """In a frame: the page around it must go, not the frame."""
    snel.begin()
    _blijft_staan(snel)
    snel.knop("Snel weg").click()
    assert snel.page.evaluate("window.naar") == NAAR
    expect(snel.venster).to_have_count(0)
    assert snel.page.url == snel.adres + "/"
    assert _gewist(nep)


def test_openen_en_sluiten_wordt_gemeld(widget: Widget) -> None:
    widget.page.add_init_script(
        "window.gehoord = []; for (const n of ['rechtop-open', 'rechtop-sluit'])"
        " addEventListener(n, () => gehoord.push(n))"
    )
    widget.open()
    widget.knop("Sluiten").click()
    widget.starter.click()
    assert widget.page.evaluate("gehoord") == ["rechtop-open", "rechtop-sluit", "rechtop-open"]


def test_uitleg_zegt_wat_er_blijft(widget: Widget) -> None:
    widget.open()
    widget.knop("Wat doet Snel weg?").click()
    uitleg = widget.venster.get_by_role("group", name="Wat doet Snel weg?")
    expect(uitleg).to_contain_text("geschiedenis")
    expect(uitleg).to_contain_text("privévenster is veiliger")
    assert widget.axe() == []
    widget.knop("Terug").click()
    expect(widget.knop("Wat doet Snel weg?")).to_be_focused()
    widget.knop("Beginnen").click()
    widget.log.get_by_text("Hoe oud bent u?").wait_for()
    widget.knop("Menu").click()
    widget.knop("Wat doet Snel weg?").click()
    expect(uitleg).to_be_visible()
    widget.page.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()
    expect(widget.knop("Menu")).to_be_focused()
    expect(widget.log).to_contain_text("Hoe oud bent u?")
