"""The receipt in the window: a file, as the server gave it, and no address with the key of the talk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Route, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import BEWIJS, Nep

BEWAAR = "Bewaar een bewijs"
ADRES = "**/gesprekken/*/bewijs"


def test_bewijs_onder_de_uitkomsten(widget: Widget) -> None:
    widget.tot_uitkomst()
    with widget.page.expect_download() as gekomen:
        widget.knop(BEWAAR).click()
    bestand = gekomen.value
    assert bestand.suggested_filename == "rechtop-bewijs-2026-11-20.json"
    assert bestand.url.startswith("blob:")
    assert Path(bestand.path()).read_text("utf-8") == BEWIJS
    expect(widget.status).to_contain_text("Uw antwoorden staan erin.")
    expect(widget.melding).to_be_empty()
    assert widget.axe() == []


def test_geen_bewijs_voor_er_een_uitkomst_is(widget: Widget) -> None:
    widget.begin()
    expect(widget.knop(BEWAAR)).to_have_count(0)


def test_bewijs_ook_na_herladen(widget: Widget) -> None:
    widget.tot_uitkomst()
    widget.page.reload()
    expect(widget.knop(BEWAAR)).to_be_visible()


def test_bewijs_als_de_lijn_even_weg_is(widget: Widget) -> None:
    widget.tot_uitkomst()
    keren = 0

    def af_en_toe(route: Route) -> None:
        nonlocal keren
        keren += 1
        if keren == 1:
            route.abort()
        else:
            route.continue_()

    widget.page.route(ADRES, af_en_toe)
    with widget.page.expect_download():
        widget.knop(BEWAAR).click()
        expect(widget.status).to_contain_text("De verbinding is even weg.")
    assert keren == 2


def test_bewijs_van_een_gesprek_dat_weg_is(widget: Widget, nep: Nep) -> None:
    widget.tot_uitkomst()
    nep.gesprekken.clear()
    widget.knop(BEWAAR).click()
    expect(widget.melding).to_contain_text("Dit gesprek is er niet meer.")
    expect(widget.knop("Beginnen")).to_be_visible()


def test_wissen_als_de_lijn_even_weg_is(widget: Widget, nep: Nep) -> None:
    widget.begin()
    keren = 0

    def af_en_toe(route: Route) -> None:
        nonlocal keren
        if route.request.method != "DELETE":
            route.continue_()
            return
        keren += 1
        if keren == 1:
            route.abort()
        else:
            route.continue_()

    widget.page.route("**/gesprekken/*", af_en_toe)
    widget.knop("Menu").click()
    widget.knop("Gesprek wissen").click()
    widget.knop("Ja, wis het gesprek").click()
    expect(widget.knop("Beginnen")).to_be_visible()
    assert keren == 2
    assert nep.gesprekken == {}
