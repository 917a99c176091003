"""The same household in three gemeenten, each check finished in Chromium on the page of that gemeente: other help in each."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, expect

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from ops.plekken import CONTENT
from tests.browser.conftest import Widget
from tests.keten.klant import Json

pytestmark = pytest.mark.browser

# A lone parent who has had no income for years, with children of 7 and 13 and costs for glasses.
GEKLIKT: Mapping[str, str] = {
    "partner": "Nee",
    "inkomen_soort": "Geen inkomen",
    "kinderen": "2",
    "woonsituatie": "Ik huur een huis of appartement",
    "medebewoners": "Niemand",
    "opvang": "Geen",
    "studeert": "Nee",
    "groep:situatie": "Geen van deze",
}
GETYPT: Mapping[str, str] = {
    "leeftijd": "34",
    "kinderen.leeftijd": "7 en 13",
    "kale_huur": "650",
    "vermogen": "1000",
    "jaren_laag_inkomen": "6",
}
AANGEKRUIST: Mapping[str, str] = {"bijzondere_kosten": "Bril"}
IIT = "Individuele inkomenstoeslag"
HUUR = "396 euro per maand"
"""Of the law, so the same everywhere."""


def _na_klik(widget: Widget, naam: str) -> Json:
    with widget.page.expect_response("**/berichten") as gekomen:
        widget.page.get_by_role("button", name=naam, exact=True).click()
    antwoord: Json = gekomen.value.json()
    return antwoord


def _na_typen(widget: Widget, tekst: str) -> Json:
    with widget.page.expect_response("**/berichten") as gekomen:
        widget.zeg(tekst)
    antwoord: Json = gekomen.value.json()
    return antwoord


def _antwoord(widget: Widget, vraag: str) -> Json:
    if vraag in GETYPT:
        return _na_typen(widget, GETYPT[vraag])
    if vraag in AANGEKRUIST:
        widget.page.get_by_label(AANGEKRUIST[vraag], exact=True).check()
        return _na_klik(widget, "Verder")
    return _na_klik(widget, GEKLIKT[vraag])


def _doe_de_check(widget: Widget, gemeente: str) -> set[str]:
    """The whole check, all rounds of it. Gives what was asked."""
    widget.page.goto(f"{widget.adres}/zelfcheck/{gemeente}")
    # Not that of the plain form, which stands there until the chat takes its place.
    widget.page.locator("rechtop-chat .paneel").get_by_role("button", name="Beginnen").click()
    gekomen = _na_klik(widget, "Kijk waar ik recht op heb")
    gevraagd: set[str] = set()
    while True:
        *_, laatste = gekomen["berichten"]
        vraag = laatste.get("vraag")
        knoppen = {keuze["id"]: keuze["label"] for keuze in laatste.get("keuzes", ())}
        if vraag and not vraag.startswith("was_vorig_jaar_zelfde"):
            assert vraag not in gevraagd, f"{vraag} is asked twice"
            gevraagd.add(vraag)
            gekomen = _antwoord(widget, vraag)
        elif "verder" in knoppen:
            gekomen = _na_klik(widget, knoppen["verder"])
        else:
            return gevraagd


def _kaart(widget: Widget, naam: str) -> Locator:
    """A card of the last outcomes."""
    laatste = widget.log.locator(".bericht.uitkomst").filter(has=widget.page.locator(".kaart")).last
    return laatste.get_by_role("article", name=naam, exact=True)


def test_the_same_household_in_three_gemeenten(widget: Widget) -> None:
    gevraagd = _doe_de_check(widget, "voorbeeldstad")
    assert "bijzondere_kosten" in gevraagd
    expect(widget.page.get_by_text("De gemeente Voorbeeldstad bestaat niet echt.")).to_be_visible()
    expect(_kaart(widget, "Huurtoeslag")).to_contain_text(HUUR)
    expect(_kaart(widget, IIT)).to_contain_text("640 euro per jaar")
    expect(_kaart(widget, "Meedoenregeling")).to_contain_text("tot en met 450 euro per jaar")
    expect(_kaart(widget, "Bijzondere bijstand")).to_contain_text("Waarschijnlijk wel")
    bus = _kaart(widget, "Gratis met de bus")
    expect(bus).to_contain_text("Met deze pas reist u gratis met de bus in Voorbeeldland.")
    assert "euro" not in bus.inner_text()

    gevraagd = _doe_de_check(widget, "amersfoort")
    assert "bijzondere_kosten" not in gevraagd, "Amersfoort says nothing about it, so it is not asked there"
    expect(widget.page.get_by_text("bestaat niet echt")).to_have_count(0)
    expect(_kaart(widget, "Huurtoeslag")).to_contain_text(HUUR)
    expect(_kaart(widget, IIT)).to_contain_text(f"{_alleenstaande_ouder('amersfoort')} euro per jaar")
    expect(_kaart(widget, "Meedoenregeling")).to_have_count(0)

    _doe_de_check(widget, "tilburg")
    expect(_kaart(widget, "Huurtoeslag")).to_contain_text(HUUR)
    # The amount in the file is of an earlier year: never bare, and with the number to call.
    inkomen = _kaart(widget, IIT)
    expect(inkomen).to_contain_text("Waarschijnlijk wel")
    expect(inkomen.locator(".bedrag")).to_have_count(0)
    expect(inkomen).to_contain_text(f"In 2025 was het {_alleenstaande_ouder('tilburg')} euro.")
    expect(inkomen.get_by_role("link", name="14 013", exact=True)).to_have_attribute("href", "tel:14013")
    expect(_kaart(widget, "Meedoenregeling")).to_contain_text("U krijgt een budget voor dingen die leuk")
    expect(_kaart(widget, "Stichting Leergeld Tilburg")).to_contain_text("Vraag dit na")
    assert widget.axe() == []


def _alleenstaande_ouder(gemeente: str) -> str:
    """The individuele inkomenstoeslag of a lone parent, as the file of the gemeente has it."""
    lokaal = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters")).lokaal(gemeente)
    assert lokaal is not None
    rijen = lokaal.regelingen["individuele-inkomenstoeslag"].data.bedragen
    (bedrag,) = [rij.bedrag for rij in rijen if rij.huishouden == "alleenstaande_ouder" and not rij.met_kind]
    return str(bedrag).removesuffix(".00")
