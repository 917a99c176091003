"""What a gemeente gives, on a card: help as help, a maximum as a maximum, and doubt with a number to call."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Widget


@pytest.fixture
def uitkomst(widget: Widget) -> Widget:
    widget.begin()
    widget.zeg("gemeente")
    expect(widget.log.get_by_role("article", name="Zorgtoeslag")).to_be_visible()
    return widget


def _kaart(widget: Widget, naam: str) -> Locator:
    return widget.log.get_by_role("article", name=naam, exact=True)


def test_hulp_in_natura_zegt_wat_het_is(uitkomst: Widget) -> None:
    bus = _kaart(uitkomst, "Gratis met de bus")
    expect(bus).to_contain_text("U reist gratis met de bus buiten de spits.")
    expect(bus).to_contain_text("U krijgt dit niet als geld.")
    expect(bus).to_contain_text("U vraagt het aan met DigiD.")
    assert "euro" not in bus.inner_text()
    computer = _kaart(uitkomst, "Computer voor school")
    expect(computer).to_contain_text("Uw kind krijgt een computer voor school.")
    expect(computer).to_contain_text("Dit is tot en met 350 euro waard.")
    expect(computer.locator(".bedrag")).to_have_count(0)


def test_nergens_nul_euro_en_nergens_hoogstens(uitkomst: Widget) -> None:
    # With what is folded away.
    tekst = uitkomst.log.evaluate("e => e.textContent")
    assert "450 euro" in tekst
    assert " 0 euro" not in tekst
    assert "hoogstens" not in tekst


def test_een_maximum_heet_tot_en_met(uitkomst: Widget) -> None:
    expect(_kaart(uitkomst, "Meedoenregeling").locator(".bedrag")).to_have_text(
        "tot en met 450 euro per jaar"
    )


def test_korting_is_minder_betalen(uitkomst: Widget) -> None:
    polis = _kaart(uitkomst, "Zorgverzekering van de gemeente")
    expect(polis.locator(".bedrag")).to_have_text("U betaalt tot en met 30 euro per maand minder")
    expect(polis).to_contain_text("Over heel 2026: tot en met 360 euro.")
    kwijt = _kaart(uitkomst, "Geen belasting betalen")
    expect(kwijt).to_contain_text("U betaalt minder belasting van de gemeente.")
    expect(kwijt).to_contain_text("U krijgt geen geld.")


def test_een_bedrag_in_twijfel_staat_er_nooit_kaal(uitkomst: Widget) -> None:
    kaart = _kaart(uitkomst, "Individuele inkomenstoeslag")
    expect(kaart).to_contain_text("Waarschijnlijk wel")
    kader = kaart.locator(".let-op", has_text="Vraag het na")
    expect(kader).to_contain_text("In 2025 was het 525 euro.")
    expect(kader.get_by_role("link", name="14 0000")).to_have_attribute("href", "tel:140000")
    expect(kaart.get_by_role("link", name="14 0000")).to_have_count(1)
    expect(kaart.locator(".bedrag")).to_have_count(0)
    assert "675" not in kaart.inner_text()
    # What has nothing to do with the doubt stands by itself.
    ander = kaart.locator(".let-op", has_text="Let op")
    expect(ander).to_contain_text("De gemeente kijkt of u meer kunt verdienen.")
    expect(ander).not_to_contain_text("525")


def test_bijna_is_geen_gewone_nee(uitkomst: Widget) -> None:
    kaart = _kaart(uitkomst, "Geld voor school en sport")
    expect(kaart).to_be_visible()
    expect(kaart.locator(".recht")).to_have_text("Net niet")
    expect(kaart).not_to_contain_text("Waarschijnlijk niet")
    expect(kaart).to_contain_text("Het inkomen is te hoog voor deze regeling.")
    kader = kaart.locator(".let-op", has_text="Vraag of het toch kan")
    uitkomst.klap_uit()
    expect(kader).to_contain_text("Vraag de gemeente of zij toch kan helpen.")
    expect(kader).to_contain_text("Bel: 14 0000")
    expect(kader.get_by_role("link", name="14 0000")).to_be_visible()
    expect(kaart.get_by_role("link", name="Aanvragen bij Team Inkomen")).to_be_visible()
    assert uitkomst.axe() == []


def test_wat_hier_niet_bekend_is_staat_bij_elkaar(uitkomst: Widget) -> None:
    energie = uitkomst.log.get_by_role("article", name="Hulp bij energiekosten", include_hidden=True)
    expect(energie).to_be_hidden()
    uitkomst.log.get_by_text("Vraag deze na bij Voorbeeldstad (3)").click()
    expect(energie).to_be_visible()
    expect(energie.locator(".recht")).to_have_text("Vraag dit na")
    # The year of the rules is said; that they are not known need not be said beside it.
    expect(energie).to_contain_text("De regels zijn van 2022.")
    expect(energie).not_to_contain_text("Ik ken de regels niet.")
    for naam in ("Hulp bij energiekosten", "Geld bij lange ziekte", "Voedselbank"):
        nummer = _kaart(uitkomst, naam).get_by_role("link", name="14 0000")
        expect(nummer).to_have_attribute("href", "tel:140000")
        expect(nummer).to_have_count(1)
    uitkomst.log.get_by_text("Waar u waarschijnlijk geen recht op heeft (4)").click()
    assert uitkomst.axe() == []


def test_alleen_de_eerste_kaart_staat_open(uitkomst: Widget) -> None:
    """What each one brings is on screen at once; the rest of it is a click away."""
    eerste = _kaart(uitkomst, "Zorgtoeslag")
    expect(eerste.get_by_text("Zo vraagt u het aan")).to_be_visible()
    tweede = _kaart(uitkomst, "Meedoenregeling")
    expect(tweede.locator(".bedrag")).to_be_visible()
    expect(tweede.locator(".recht")).to_be_visible()
    expect(tweede.get_by_text("Zo vraagt u het aan")).to_be_hidden()
    tweede.get_by_text("Meer over Meedoenregeling").click()
    expect(tweede.get_by_text("Zo vraagt u het aan")).to_be_visible()


def test_twee_die_niet_bekend_zijn_staan_gewoon_in_de_rij(widget: Widget) -> None:
    widget.begin()
    widget.zeg("twee onbekend")
    expect(_kaart(widget, "Hulp bij energiekosten")).to_be_visible()
    expect(_kaart(widget, "Geld bij lange ziekte")).to_be_visible()


def test_uitkomsten_van_de_gemeente_op_een_telefoon(uitkomst: Widget) -> None:
    uitkomst.page.set_viewport_size({"width": 320, "height": 640})
    uitkomst.klap_uit()
    breed = uitkomst.log.evaluate("e => e.scrollWidth - e.clientWidth")
    assert breed <= 0
    assert uitkomst.axe() == []
