"""The same household through plain forms and over the API: the same outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from ops.huis import Huis
from ops.nlu.gesprekken import getypt
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import wegen_van
from tests.keten.klant import MEESTE_VRAGEN, Klant

Json = dict[str, Any]


@pytest.fixture
def telefoon(browser: Browser, huis: Huis) -> Iterator[Page]:
    """An old telephone: a small screen, and no JavaScript."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.goto(f"{huis.web_url}/zelfcheck/voorbeeldstad")
        yield page
        assert context.cookies() == []


def test_a_whole_check_without_javascript_ends_as_over_the_api(
    telefoon: Page, huis: Huis, http: httpx.Client
) -> None:
    page = telefoon
    page.get_by_role("button", name="Beginnen").click()
    page.get_by_role("button", name="Kijk waar ik recht op heb").click()
    expect(page.locator("#vraag")).to_contain_text("Hoe oud bent u?")
    token = page.url.partition("#")[0].rsplit("/", 1)[1]

    def stand(wat: str = "") -> Json:
        gelezen: Json = http.get(f"/api/v1/gesprekken/{token}{wat}").json()
        return gelezen

    beurten = 1
    while (vraag := stand()["open_vraag"]) is not None and beurten < MEESTE_VRAGEN:
        woorden = getypt(ALLEENSTAANDE_OUDER, vraag["vraag"], vraag.get("nummer"))
        knop = page.get_by_role("button", name=woorden.capitalize(), exact=True)
        gezien = page.locator("input[name=gezien]").first.get_attribute("value")
        assert gezien == vraag["id"]
        if knop.count():
            knop.first.click()
        else:
            page.get_by_role("textbox").fill(woorden)
            page.get_by_role("textbox").press("Enter")
        beurten += 1
    assert wegen_van(huis, token) == ["rasa"] * beurten

    klant = Klant(http)
    klant.klik("start")
    klant.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
    assert stand("/overzicht") == klant.overzicht()
    page.locator("summary").first.click()
    for titel in ("Zorgtoeslag", "Huurtoeslag", "Kindgebonden budget"):
        expect(page.get_by_text(titel).first).to_be_visible()
    page.get_by_role("button", name="Mijn antwoorden", exact=True).click()
    page.get_by_role("link", name="Bekijk alles op één pagina").click()
    expect(page.get_by_text("1.019 euro per maand").first).to_be_visible()
