"""Everyone can use it: axe, small screens, big letters, forced colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Widget

MATEN = [(1280, 800), (390, 844), (320, 256)]
RUIM = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"


@pytest.mark.parametrize("maat", MATEN)
def test_axe_vindt_niets(widget: Widget, maat: tuple[int, int]) -> None:
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    widget.page.goto(widget.adres)
    widget.starter.wait_for()
    assert widget.axe() == [], "closed"
    widget.starter.click()
    assert widget.axe() == [], "start"
    widget.knop("Beginnen").click()
    widget.log.get_by_text("Hoe oud bent u?").wait_for()
    widget.zeg("34")
    expect(widget.knop("Nee")).to_be_visible()
    assert widget.axe() == [], "question"
    widget.knop("Menu").click()
    assert widget.axe() == [], "menu"
    widget.knop("Gesprek wissen").click()
    assert widget.axe() == [], "erasing"
    widget.knop("Nee, ga terug").click()
    widget.zeg("")
    expect(widget.venster.get_by_text("Typ eerst uw antwoord.")).to_be_visible()
    assert widget.axe() == [], "mistake"


def test_axe_vindt_niets_in_de_uitkomst(widget: Widget) -> None:
    widget.tot_uitkomst()
    for som in widget.log.locator("summary").all():
        som.click()
    assert widget.axe() == []


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


def test_axe_vindt_niets_met_een_melding(widget: Widget) -> None:
    widget.begin()
    widget.page.route("**/berichten", lambda route: route.fulfill(status=429, headers={"Retry-After": "999"}))
    widget.zeg("34")
    expect(widget.knop("Probeer opnieuw")).to_be_visible()
    assert widget.axe() == []


def test_venster_zegt_wat_het_is(widget: Widget) -> None:
    widget.open()
    expect(widget.venster).to_have_accessible_name("Waar heeft u recht op?")
    expect(widget.venster).to_have_attribute("aria-modal", "false")
    expect(widget.page.locator("rechtop-chat")).to_have_attribute("lang", "nl")
    expect(widget.venster.get_by_role("link", name="14 0000")).to_have_attribute("href", "tel:140000")


@pytest.mark.parametrize("maat", [(320, 256), (256, 320), (390, 844)])
def test_sluiten_blijft_in_beeld(widget: Widget, maat: tuple[int, int]) -> None:
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    widget.begin()
    widget.zeg("34")
    expect(widget.knop("Ja")).to_be_visible()
    for plek in ("0", "9999"):
        widget.page.evaluate(
            """plek => { for (const e of document.querySelector("rechtop-chat").shadowRoot.querySelectorAll("*"))
                           e.scrollTop = plek; }""",
            plek,
        )
        kader = widget.knop("Sluiten").bounding_box()
        assert kader is not None
        assert kader["x"] >= 0
        assert kader["y"] >= 0
        assert kader["x"] + kader["width"] <= maat[0]
        assert kader["y"] + kader["height"] <= maat[1]
        raak = widget.page.evaluate(
            """([x, y]) => document.querySelector("rechtop-chat").shadowRoot.elementFromPoint(x, y)
                            .closest("button")?.textContent""",
            [kader["x"] + kader["width"] / 2, kader["y"] + kader["height"] / 2],
        )
        assert raak == "Sluiten"
    widget.knop("Sluiten").click()
    expect(widget.venster).to_be_hidden()


@pytest.mark.parametrize("maat", [(320, 256), (320, 640), (1280, 800)])
def test_niets_steekt_uit_ook_met_ruime_letters(widget: Widget, maat: tuple[int, int]) -> None:
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    widget.page.emulate_media(reduced_motion="reduce")
    widget.tot_uitkomst()
    # As a resident's own style sheet would: it reaches the element and is inherited inside.
    widget.page.evaluate(
        "css => { const b = new CSSStyleSheet(); b.replaceSync(css); document.adoptedStyleSheets = [b]; }",
        RUIM,
    )
    for som in widget.log.locator("summary").all():
        som.click()
    te_breed = widget.page.evaluate(
        """() => [...document.querySelector("rechtop-chat").shadowRoot.querySelectorAll(".paneel, .paneel *")]
            .filter(e => e.offsetParent && !e.matches(".verborgen, textarea") && e.scrollWidth > e.clientWidth + 1
                         && getComputedStyle(e).display !== "inline")
            .map(e => e.className || e.localName)"""
    )
    assert te_breed == []
    assert widget.log.evaluate("e => getComputedStyle(e).letterSpacing") != "normal"


def test_alles_om_op_te_tikken_is_groot_genoeg(widget: Widget) -> None:
    widget.begin()
    widget.zeg("34")
    expect(widget.knop("Ja")).to_be_visible()
    widget.knop("Menu").click()
    klein = widget.page.evaluate(
        """() => [...document.querySelector("rechtop-chat").shadowRoot.querySelectorAll("button, textarea, summary")]
            .filter(e => e.offsetParent).map(e => [e.textContent, e.getBoundingClientRect()])
            .filter(([, r]) => r.width < 44 || r.height < 44).map(([t]) => t)"""
    )
    assert klein == []


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


def test_gedwongen_kleuren_houden_randen(browser: Browser, adres: str) -> None:
    with browser.new_context(forced_colors="active", reduced_motion="reduce", locale="nl-NL") as context:
        widget = Widget(context.new_page(), adres).tot_uitkomst()
        for deel in (".u .tekst", ".bot .tekst", ".kaart", "textarea", ".verstuur", ".kopknop"):
            stijl = widget.page.locator(f"rechtop-chat {deel}").first.evaluate(
                "e => { const s = getComputedStyle(e); return [s.borderTopStyle, parseFloat(s.borderTopWidth)]; }"
            )
            assert stijl == ["solid", 2], deel
        assert widget.axe() == []


def test_rustig_als_iemand_dat_vraagt(widget: Widget) -> None:
    widget.begin()
    beweegt = widget.page.evaluate(
        """() => document.getAnimations().length + [...document.querySelector("rechtop-chat").shadowRoot
            .querySelectorAll("*")].filter(e => getComputedStyle(e).transitionDuration !== "0s").length"""
    )
    assert beweegt == 0


def test_zonder_javascript_is_er_een_weg(browser: Browser, adres: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(adres + "/streng")
        expect(page.get_by_role("link", name="Doe de check")).to_be_visible()
        page.goto(adres)
        page.get_by_role("link", name="Start de check").click()
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_role("link", name="14 0000")).to_be_visible()
