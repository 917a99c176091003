"""A question handed over in a browser: without JavaScript, by keyboard and by touch, in the chat window, and every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from actions.gesprek.bronnen import Bronnen
from actions.overdracht.kluis import Kluis
from tests.browser.conftest import Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, TELEFOON, Fouten
from tests.browser.nepserver import draai
from tests.browser.staten_contact import STATEN, Contact
from tests.browser.test_zelfcheck import tab_naar
from web.app import maak_app
from web.instellingen import Instellingen

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_NIET_HIER = {"sluiten"}
"""Checks about the window."""
Maak = Callable[[Page], Contact]


@pytest.fixture(scope="module")
def maak(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maak]:
    """Two gateways on one record: one with a key, and one without, that takes nothing over."""
    sleutel = Kluis.nieuwe_sleutel()
    map_ = tmp_path_factory.mktemp("contact")
    with (
        draai_echt(map_, lambda: NU, overdracht_sleutels=sleutel, overdracht_elke=0.2) as (adres, bronnen),
        draai(_zonder_sleutel(bronnen)) as dicht,
    ):
        yield lambda page: Contact(page, adres, bronnen, dicht)


def _zonder_sleutel(bronnen: Bronnen) -> Any:
    weg = httpx.MockTransport(lambda _: httpx.Response(200, json=[]))
    return maak_app(Instellingen(_env_file=None, grenzen_lokaal="los"), bronnen, weg)


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, maak: Maak) -> Fouten:
    return keur_staat(request.param, maak)


@pytest.mark.parametrize("keuring", [k for k in KEURINGEN if k not in _NIET_HIER])
def test_elke_staat_van_contact(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


@pytest.fixture(scope="module")
def telefoon(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A telephone that knows no JavaScript."""
    eigen = {
        **browser_context_args,
        "viewport": {"width": TELEFOON[0], "height": TELEFOON[1]},
        "has_touch": True,
    }
    with browser.new_context(**eigen, java_script_enabled=False) as context:
        yield context


@pytest.fixture
def contact(telefoon: BrowserContext, maak: Maak) -> Iterator[Contact]:
    """Afterwards: nothing was asked elsewhere, nothing of the form stood in an address, and there is no cookie."""
    page = telefoon.new_page()
    gevraagd: list[str] = []
    page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    gemaakt = maak(page)
    yield gemaakt
    assert telefoon.cookies() == []
    assert all(url.startswith((gemaakt.adres, gemaakt.dicht)) and "?" not in url for url in gevraagd)
    page.close()


def test_met_alleen_het_toetsenbord(contact: Contact) -> None:
    page = contact.open().page
    tab_naar(page, "Telefoonnummer", "textbox")
    page.keyboard.type("0612")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Dit telefoonnummer klopt niet.")
    tab_naar(page, "Dit telefoonnummer klopt niet. Kijk of u alle cijfers heeft ingevuld.", "link")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Telefoonnummer")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("06 12345678")
    tab_naar(page, "Maakt niet uit", "radio")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("In de middag")).to_be_checked()
    tab_naar(page, "Verder")
    page.keyboard.press("Enter")
    contact.kop("Wilt u iets meesturen?")
    page.get_by_label("Kale huur").focus()
    page.keyboard.press("Space")
    tab_naar(page, "Verder")
    page.keyboard.press("Enter")
    contact.kop("Mogen wij dit sturen?")
    expect(page.get_by_text("650 euro per maand")).to_be_visible()
    expect(page.get_by_text("op zijn vroegst maandag 23 november")).to_be_visible()
    tab_naar(page, "Ja, stuur dit")
    page.keyboard.press("Space")
    expect(page.get_by_text("Uw nummer", exact=True)).to_be_visible()
    tab_naar(page, "Stop mijn vraag")
    page.keyboard.press("Enter")
    contact.kop("Weet u het zeker?")
    tab_naar(page, "Ja, stop mijn vraag")
    page.keyboard.press("Enter")
    contact.kop("U heeft uw vraag gestopt")


def test_met_de_vinger(contact: Contact) -> None:
    page = contact.open().page
    page.get_by_label("E-mailadres").tap()
    page.keyboard.type("noor@verzonnen.example")
    page.get_by_role("button", name="Verder").tap()
    contact.kop("Wilt u iets meesturen?")
    page.get_by_role("button", name="Alles aanvinken").tap()
    expect(page.get_by_role("checkbox", name="Kale huur")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Schulden die u niet kunt betalen")).not_to_be_checked()
    page.get_by_role("button", name="Verder").first.tap()
    contact.kop("Mogen wij dit sturen?")
    ja, nee = (page.get_by_role("button", name=naam) for naam in ("Ja, stuur dit", "Nee, stuur niets"))
    dozen = [knop.bounding_box() for knop in (ja, nee)]
    assert dozen[0] is not None
    assert dozen[1] is not None
    assert (dozen[0]["width"], dozen[0]["height"]) == (dozen[1]["width"], dozen[1]["height"])
    nee.tap()
    contact.kop("Er is niets verstuurd")
    page.get_by_role("link", name="Terug naar het gesprek").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar heeft u recht op?")


def test_terug_naar_het_begin_en_herladen_verliezen_niets(contact: Contact) -> None:
    page = contact.tot_meesturen().page
    page.reload()
    contact.kop("Wilt u iets meesturen?")
    page.go_back()
    expect(page.get_by_label("Telefoonnummer")).to_have_value("06 12345678")
    expect(page.get_by_label("Uw vraag in het kort")).to_have_value(
        "Kan iemand mij helpen met de brief over mijn huur?"
    )


def test_nummer_en_snel_weg_staan_op_dezelfde_plek(contact: Contact) -> None:
    page = contact.open().page
    plekken = set()

    def onthoud() -> None:
        nummer = page.locator(".balk a").bounding_box()
        weg = page.get_by_role("button", name="Snel weg").bounding_box()
        assert nummer is not None
        assert weg is not None
        plekken.add((nummer["x"], nummer["y"], weg["x"], weg["y"]))

    onthoud()
    contact.tot_voorbeeld()
    page.keyboard.press("Home")
    onthoud()
    contact.druk("Nee, stuur niets").kop("Er is niets verstuurd")
    onthoud()
    assert len(plekken) == 1


def test_in_het_venster_hoort_de_pagina_eromheen_wat_er_gebeurt(
    browser: Browser, browser_context_args: dict[str, Any], maak: Maak
) -> None:
    """Our own origin frames it, as the chat on a page of ours does; the page around it keeps what it hears."""
    with browser.new_context(**browser_context_args) as context:
        page = context.new_page()
        contact = maak(page)
        token = contact.gesprek()
        page.route(
            "**/gast",
            lambda route: route.fulfill(
                content_type="text/html",
                body=f"""<!doctype html><title>Gast</title><script>
                  window.gehoord = [];
                  addEventListener("message", (e) => gehoord.push([e.data.rechtop, e.data.wat]));
                </script><iframe title="Contact" width="400" height="700" src="/contact/{token}?van=widget"></iframe>""",
            ),
        )
        page.goto(f"{contact.adres}/gast")
        kader = page.frame_locator("iframe")
        kader.get_by_label("Telefoonnummer").fill("0612345678")
        kader.get_by_role("button", name="Verder").click()
        kader.get_by_role("heading", name="Wilt u iets meesturen?").wait_for()
        kader.get_by_role("button", name="Verder").first.click()
        kader.get_by_role("button", name="Ja, stuur dit").click()
        expect(kader.get_by_text("Uw nummer", exact=True)).to_be_visible()
        page.wait_for_function("gehoord.some(([_, wat]) => wat === 'verstuurd')")
        kader.get_by_role("link", name="Sluiten").click()
        page.wait_for_function("gehoord.some(([_, wat]) => wat === 'dicht')")
        gehoord = page.evaluate("gehoord")
        assert {bron for bron, _ in gehoord} == {"contact"}
        assert [wat for _, wat in gehoord if wat != "klaar"] == ["verstuurd", "dicht"]
        expect(kader.get_by_text("Uw nummer", exact=True)).to_be_visible()
