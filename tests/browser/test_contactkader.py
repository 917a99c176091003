"""The real contact page in the chat on a page of somebody else: asked, sent, and told in the talk; with every policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import CONTACT
from tests.browser.gasten import Buurt, echte_buurt  # noqa: F401 -- fixture
from tests.browser.test_inbouwen_gasten import KNOP, PAGINA, luister

TERUG = "Terug naar het gesprek"


@pytest.fixture
def buurt(echte_buurt: Buurt) -> Buurt:  # noqa: F811
    echte_buurt.gemeente.paginas.clear()
    return echte_buurt


def tot_het_aanbod(page: Page, buurt: Buurt, naam: str, csp: str) -> Page | FrameLocator:
    """Opens the chat on a page of the gemeente and asks for contact; gives the place where the chat is."""
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=buurt.regels(naam)), csp))
    page.get_by_role("button", name=KNOP).click()
    plek = page.frame_locator("iframe[src*='/venster/']") if naam == "iframe-knop" else page
    plek.get_by_role("button", name="Beginnen").click()
    expect(plek.get_by_role("log").locator(".bericht.bot").first).to_be_visible(timeout=30_000)
    plek.get_by_role("button", name="Menu").click()
    plek.get_by_role("button", name="Contact met de gemeente").click()
    plek.get_by_role("button", name=CONTACT).click(timeout=60_000)
    return plek


def stuur(formulier: Page | FrameLocator) -> None:
    """Everything a resident does to send a question, to the page that says what becomes of it."""
    formulier.get_by_label("Telefoonnummer").fill("0612345678")
    formulier.get_by_role("button", name="Verder").click()
    # Nothing was answered in this talk, so there is nothing to send along.
    formulier.get_by_role("button", name="Ja, stuur dit").click()
    expect(formulier.get_by_text("Uw nummer", exact=True)).to_be_visible()


@pytest.mark.parametrize("naam", ["script", "iframe-knop"])
def test_op_een_pagina_van_de_gemeente(buurt: Buurt, page: Page, naam: str) -> None:
    """With nothing but the lines of the guide; in the frame of D one frame stands in the other."""
    fouten = luister(page)
    plek = tot_het_aanbod(page, buurt, naam, buurt.csp(f"csp {naam}"))
    formulier = plek.frame_locator("iframe[title='Contact met de gemeente']")
    expect(formulier.get_by_label("Telefoonnummer")).to_be_visible()
    assert page.get_by_label("Telefoonnummer").count() == 0
    stuur(formulier)
    log = plek.get_by_role("log").locator(".bericht")
    plek.get_by_role("button", name=TERUG).click()
    expect(plek.get_by_role("button", name=CONTACT)).to_be_focused()
    # Below the offer the talk says what happens next.
    expect(
        log.filter(has=page.get_by_role("button", name=CONTACT)).locator("~ .bericht.bot").first
    ).to_be_visible()
    assert fouten == []


def test_zonder_de_regel_voor_het_kader(buurt: Buurt, page: Page) -> None:
    csp = "".join(
        regel
        for regel in buurt.csp("csp script").replace("; ", ";\n").splitlines()
        if "frame-src" not in regel
    )
    assert "default-src 'none'" in csp
    tot_het_aanbod(page, buurt, "script", csp)
    with page.context.expect_page() as nieuw:
        page.get_by_role("link", name="Open het formulier").click()
    stuur(nieuw.value)
    nieuw.value.close()
    log = page.get_by_role("log").locator(".bericht")
    eerst = log.count()
    page.get_by_role("button", name=TERUG).click()
    expect(log.nth(eerst)).to_be_visible()


def test_escape_in_de_echte_bladzijde(buurt: Buurt, page: Page) -> None:
    tot_het_aanbod(page, buurt, "script", buurt.csp("csp script"))
    formulier = page.frame_locator("iframe[title='Contact met de gemeente']")
    formulier.get_by_label("Telefoonnummer").press("Escape")
    expect(page.get_by_role("button", name=CONTACT)).to_be_focused()
    page.get_by_role("button", name=CONTACT).click()
    formulier.get_by_role("link", name="Sluiten").or_(
        formulier.get_by_role("button", name="Sluiten")
    ).first.click()
    expect(page.get_by_role("button", name=CONTACT)).to_be_focused()
