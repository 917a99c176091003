"""The pages around the talk: whether the gemeente exists, and the way back to it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

VERZONNEN = "De gemeente Voorbeeldstad bestaat niet echt. Haar regels en bedragen zijn verzonnen."


def test_een_verzonnen_gemeente_zegt_dat_zelf(page: Page, adres: str) -> None:
    for pad in ("/", "/zelfcheck/voorbeeldstad"):
        page.goto(adres + pad)
        melding = page.get_by_text(VERZONNEN)
        expect(melding).to_be_visible()
        kader = melding.bounding_box()
        assert kader is not None
        assert kader["y"] < 100, "above everything else"


def test_een_echte_gemeente_heet_niet_verzonnen(page: Page, adres: str) -> None:
    page.goto(adres + "/zelfcheck/echtstad")
    expect(page.get_by_role("heading", name="Waar heeft u recht op?").first).to_be_visible()
    expect(page.get_by_text("bestaat niet echt")).to_have_count(0)
    expect(page.get_by_text("Open: elke werkdag.")).to_be_visible()
    # The demo page is of another gemeente.
    website = page.get_by_role("link", name="Naar de website van Echtstad")
    expect(website).to_have_attribute("href", "https://echtstad.example")
    expect(page.get_by_role("link", name="Terug naar Hulp bij geld")).to_have_count(0)
