"""Boxes to tick: what becomes a box, what is sent, and what is said when nothing is ticked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep

GAS = "Ik heb moeite om gas en stroom te betalen"
ZIEK = "Ik ben lang ziek of heb een handicap"
SCHULDEN = "Ik heb schulden die ik niet kan betalen"


@pytest.fixture
def vakjes(widget: Widget) -> Widget:
    """At the question with boxes."""
    widget.begin()
    widget.zeg("34")
    widget.knop("Nee").click()
    expect(widget.log).to_contain_text("kale huur")
    widget.zeg("650")
    expect(widget.log).to_contain_text("Wat past bij u?")
    return widget


def test_wat_achter_geen_van_deze_staat_is_geen_vakje(vakjes: Widget) -> None:
    expect(vakjes.venster.get_by_role("checkbox")).to_have_count(3)
    for naam in (GAS, ZIEK, SCHULDEN):
        expect(vakjes.venster.get_by_role("checkbox", name=naam, exact=True)).to_be_visible()
    for naam in ("Verder", "Geen van deze", "Hulp dichtbij", "Weet ik niet"):
        expect(vakjes.knop(naam)).to_be_visible()


def test_vakjes_zijn_een_groep_met_de_vraag_als_naam(vakjes: Widget) -> None:
    groep = vakjes.venster.get_by_role("group", name="Wat past bij u?", exact=True)
    expect(groep.get_by_role("checkbox")).to_have_count(3)
    expect(groep).to_have_accessible_description("Kies alleen wat u wilt zeggen.")
    assert vakjes.axe() == []


def test_aangekruist_gaat_als_tekst(vakjes: Widget, nep: Nep) -> None:
    vakjes.venster.get_by_label(GAS).check()
    vakjes.venster.get_by_label(SCHULDEN).check()
    vakjes.knop("Verder").click()
    expect(vakjes.log.get_by_role("heading", name="Zorgtoeslag")).to_be_visible()
    assert nep.ontvangen[-1]["tekst"] == f"{GAS}, {SCHULDEN}"
    assert "keuze" not in nep.ontvangen[-1]
    expect(vakjes.log.locator(".u").last).to_contain_text(f"{GAS}, {SCHULDEN}")


def test_geen_van_deze_is_een_knop_van_zichzelf(vakjes: Widget, nep: Nep) -> None:
    vakjes.knop("Geen van deze").click()
    expect(vakjes.log.get_by_role("heading", name="Zorgtoeslag")).to_be_visible()
    assert nep.ontvangen[-1]["keuze"] == "v4_4"
    expect(vakjes.log.locator(".u").last).to_contain_text("Geen van deze")


def test_niets_aangekruist_zegt_wat_er_kan(vakjes: Widget, nep: Nep) -> None:
    vakjes.knop("Verder").click()
    fout = vakjes.page.locator("rechtop-chat .vakjes [role=alert]")
    expect(fout).to_have_text('Kies eerst wat past. Past er niets? Kies dan "Geen van deze".')
    assert len(nep.ontvangen) == 3
    assert vakjes.axe() == []
    vakjes.venster.get_by_label(ZIEK).check()
    expect(fout).to_be_empty()


def test_vakjes_op_een_telefoon(vakjes: Widget) -> None:
    vakjes.page.set_viewport_size({"width": 360, "height": 740})
    regels = vakjes.page.locator("rechtop-chat .vakjes label")
    expect(regels).to_have_count(3)
    for regel in regels.all():
        kader = regel.bounding_box()
        assert kader is not None
        assert kader["height"] >= 44
        assert kader["x"] + kader["width"] <= 360
    assert vakjes.axe() == []


def test_vakjes_staan_er_nog_na_herladen(vakjes: Widget, nep: Nep) -> None:
    vakjes.page.reload()
    expect(vakjes.venster.get_by_role("checkbox")).to_have_count(3)
    vakjes.venster.get_by_label(ZIEK).check()
    vakjes.knop("Verder").click()
    expect(vakjes.log.get_by_role("heading", name="Zorgtoeslag")).to_be_visible()
    assert nep.ontvangen[-1]["tekst"] == ZIEK
