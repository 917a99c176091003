"""Everyone can use it: what is not the same check over every state (see test_toegankelijk_venster.py)."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Widget


def test_wat_geen_nederlands_is_draagt_zijn_taal(widget: Widget) -> None:
    """WCAG 3.1.2, in the live region itself, and after the page is loaded again."""
    widget.begin()
    widget.zeg("arabisch")
    for keer in range(2):
        turks = widget.log.locator(".bericht .tekst", has_text="arayın")
        expect(turks).to_have_attribute("lang", "tr")
        expect(turks).to_have_attribute("dir", "ltr")
        arabisch = widget.log.locator(".bericht .tekst", has_text="اتصل")
        expect(arabisch).to_have_attribute("lang", "ar")
        assert arabisch.locator("p").evaluate("e => getComputedStyle(e).direction") == "rtl"
        nummer = arabisch.get_by_role("link", name="0800 2000")
        expect(nummer).to_have_attribute("href", "tel:08002000")
        assert nummer.evaluate("e => getComputedStyle(e).direction") == "ltr"
        nederlands = widget.log.locator(".bericht .tekst", has_text="Bel 113")
        assert nederlands.get_attribute("lang") is None
        voor = arabisch.locator("xpath=..").locator(".verborgen").first
        assert voor.evaluate("e => e.closest('[lang]')?.lang ?? e.getRootNode().host.lang") == "nl"
        assert widget.axe() == []
        if not keer:
            widget.page.reload()


def test_venster_zegt_wat_het_is(widget: Widget) -> None:
    widget.open()
    expect(widget.venster).to_have_accessible_name("Waar heeft u recht op?")
    expect(widget.venster).to_have_attribute("aria-modal", "false")
    expect(widget.page.locator("rechtop-chat")).to_have_attribute("lang", "nl")
    expect(widget.venster.get_by_role("link", name="14 0000")).to_have_attribute("href", "tel:140000")


def test_focusring_is_drie_pixels(widget: Widget) -> None:
    widget.begin()
    widget.page.keyboard.press("Tab")
    widget.page.keyboard.press("Shift+Tab")
    assert widget.veld.evaluate("e => getComputedStyle(e).outline").endswith("3px")


def test_focus_blijft_in_het_volle_scherm(widget: Widget) -> None:
    widget.page.set_viewport_size({"width": 320, "height": 640})
    widget.begin()
    expect(widget.venster).to_have_attribute("aria-modal", "true")
    for _ in range(12):
        widget.page.keyboard.press("Tab")
        assert widget.focus() != ""
    widget.page.keyboard.press("Escape")
    expect(
        widget.starter.or_(widget.page.get_by_role("button", name="Verder met uw gesprek"))
    ).to_be_focused()


def test_zonder_javascript_is_er_een_weg(browser: Browser, adres: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(adres + "/streng")
        expect(page.get_by_role("link", name="Doe de check")).to_be_visible()
        page.goto(adres)
        page.get_by_role("link", name="Start de check").click()
        expect(page.get_by_role("button", name="Beginnen")).to_be_visible()
        expect(page.get_by_role("link", name="14 0000").first).to_be_visible()
