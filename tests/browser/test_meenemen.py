"""A talk goes on on another device: a code that can be read and heard, and a field that takes it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Gesprek, Nep


@pytest.fixture
def code(widget: Widget) -> Locator:
    """The sheet with the code."""
    widget.begin()
    widget.veld.fill("half getypt")
    widget.knop("Menu").click()
    widget.knop("Verder op een ander apparaat").click()
    return widget.venster.get_by_role("group", name="Verder op een ander apparaat")


def test_code_is_groot_en_te_horen(widget: Widget, code: Locator) -> None:
    expect(code).to_contain_text(f"{widget.adres.removeprefix('http://')}/verder")
    expect(code.get_by_text("K7PM 4XQ2")).to_have_css("font-size", "32px")
    expect(code.get_by_role("status")).to_contain_text("K, 7, P, M. 4, X, Q, 2")
    expect(code.get_by_role("status")).to_contain_text(re.compile(r"De code werkt tot \d\d:35 uur."))
    assert widget.axe() == []
    assert widget.focus() == "meenemen-kop"
    widget.knop("Maak een nieuwe code").click()
    expect(code.get_by_text("K7PM 4XQ3")).to_be_visible()
    widget.knop("Terug naar het gesprek").click()
    expect(widget.knop("Menu")).to_be_focused()
    expect(widget.veld).to_have_value("half getypt")


def test_code_lukt_niet_meteen(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.geen_codes = 429
    widget.knop("Menu").click()
    widget.knop("Verder op een ander apparaat").click()
    expect(widget.venster.get_by_role("alert").filter(has_text="Het is druk.")).to_be_visible()
    nep.geen_codes = 0
    widget.knop("Maak een nieuwe code").click()
    expect(widget.venster.get_by_text("K7PM 4XQ2")).to_be_visible()
    expect(widget.venster.get_by_text("Het is druk.")).to_have_count(0)


def test_code_van_een_gesprek_dat_weg_is(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.gesprekken.clear()
    widget.knop("Menu").click()
    widget.knop("Verder op een ander apparaat").click()
    expect(widget.melding).to_contain_text("Dit gesprek is er niet meer.")
    expect(widget.knop("Beginnen")).to_be_visible()


def test_ander_apparaat_gaat_verder(widget: Widget, code: Locator, browser: Browser, nep: Nep) -> None:
    expect(code.get_by_text("K7PM 4XQ2")).to_be_visible()
    widget.knop("Terug naar het gesprek").click()
    widget.zeg("34")
    expect(widget.knop("Ja")).to_be_visible()
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="nl-NL") as ander:
        telefoon = Widget(ander.new_page(), widget.adres).open()
        telefoon.knop("Ik heb een code").click()
        veld = telefoon.venster.get_by_label("Uw code")
        expect(veld).to_be_focused()
        veld.press("Enter")
        expect(telefoon.venster.get_by_text("Typ eerst uw code.")).to_be_visible()
        assert telefoon.axe() == []
        veld.fill("k7pm-4xq2")
        veld.press("Enter")
        expect(telefoon.log).to_contain_text("Woont u samen")
        expect(telefoon.log.locator(".u")).to_have_text("U: 34")
        telefoon.knop("Nee").click()
        expect(telefoon.log).to_contain_text("kale huur")
        telefoon.page.reload()
        expect(telefoon.log).to_contain_text("kale huur")
    assert len(nep.gesprekken) == 1


def test_verkeerde_code_blijft_staan(widget: Widget, nep: Nep) -> None:
    widget.open()
    widget.knop("Ik heb een code").click()
    veld = widget.venster.get_by_label("Uw code")
    veld.fill("fout fout")
    widget.knop("Verder").click()
    expect(widget.venster.get_by_text("Deze code werkt niet.")).to_be_visible()
    expect(veld).to_have_value("fout fout")
    expect(veld).to_be_focused()
    nep.geen_codes = 429
    widget.knop("Verder").click()
    expect(widget.venster.get_by_text("U heeft te vaak een code geprobeerd.")).to_be_visible()
    widget.page.context.set_offline(True)
    widget.knop("Verder").click()
    expect(widget.venster.get_by_text("De verbinding werkt niet.")).to_be_visible()
    expect(veld).to_have_value("fout fout")
    widget.page.context.set_offline(False)
    assert widget.axe() == []
    widget.page.keyboard.press("Escape")
    expect(widget.knop("Ik heb een code")).to_be_focused()


def test_gesprek_van_een_andere_gemeente(widget: Widget, nep: Nep) -> None:
    nep.gesprekken["geheim-ver"] = Gesprek("echtstad", False)
    nep.codes["ABCD2345"] = "geheim-ver"
    widget.open()
    widget.knop("Ik heb een code").click()
    widget.venster.get_by_label("Uw code").fill("abcd 2345")
    widget.knop("Verder").click()
    expect(widget.venster.get_by_text("hoort bij een andere gemeente")).to_be_visible()
    weg = widget.venster.get_by_role("link", name="Ga verder met uw gesprek")
    expect(weg).to_have_attribute("href", f"{widget.adres}/zelfcheck/echtstad/geheim-ver")
    assert widget.page.evaluate("sessionStorage['rechtop:voorbeeldstad']").find("geheim-ver") == -1


def test_overzicht_in_een_nieuw_tabblad(widget: Widget) -> None:
    widget.tot_uitkomst()
    naar = f"{widget.adres}/overzicht/geheim-0"
    overzicht = widget.venster.get_by_role("link", name=re.compile("Bekijk of print uw overzicht"))
    expect(overzicht).to_have_count(1)
    widget.knop("Menu").click()
    expect(overzicht).to_have_count(2)
    for een in overzicht.all():
        expect(een).to_have_attribute("href", naar)
        expect(een).to_have_attribute("target", "_blank")
        expect(een).to_have_attribute("rel", "noopener noreferrer")
