"""A whole check by keyboard alone, from the page of the gemeente to the last outcome: at every step it is seen where one is.

No mouse, and no `focus()` from the test. Of the plain page: test_zelfcheck.py.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from content.lokaal.kleuren import contrast
from tests.browser.conftest import Widget
from tests.browser.keuringen import meet, rust_uit
from tests.browser.nepserver import Nep

OP_DE_PAGINA = [
    *("Ga naar de tekst", "Toeslagen", "Hulp dichtbij", "Contact", "Start de check", "Dienst Toeslagen"),
    *("14 0000", "Zo zet u de check op uw site", "Waar heb ik recht op?"),
]
"""The order in which the keyboard comes along, first to last: on the page, at the start and at a question."""
BIJ_HET_BEGIN = ["Ik gebruik een computer van iemand anders", "Beginnen"]
BIJ_EEN_VRAAG = [
    *("14 0000", "Snel weg", "Menu", "Sluiten", "Ja", "Nee", "Weet ik niet", "Waarom vraagt u dit?"),
    *("Of typ uw antwoord", "Versturen"),
]


class Toetsen:
    """A keyboard that looks, after every key, at what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, toets: str) -> str:
        self.page.keyboard.press(toets)
        return self.waar()

    def waar(self) -> str:
        """The name of what has the focus, which must be seen, uncovered, and in a ring that stands out."""
        gezien = meet(self.page, "focus")
        # The button or the window may lie over a part of the page behind it (2.4.11); inside the window nothing may,
        # but for the top on a screen so low that little is left under it.
        buiten = any(f'"{naam}"' in gezien["naam"] for naam in OP_DE_PAGINA)
        laag = (self.page.viewport_size or {"height": 0})["height"] < 300
        mag = {"it is covered in part"} if buiten or laag else set()
        assert set(gezien["fouten"]) <= mag, gezien
        naam: str = gezien["naam"].split('"')[1]
        # A heading that is read out when a part opens is nothing to operate: it needs no ring.
        if re.fullmatch(r"h\d", gezien["rol"]):
            return naam
        assert gezien["dikte"] >= 2, f"no ring: {gezien}"
        (rand,) = re.findall(r"rgb\(\d+, \d+, \d+\)(?= 0px 0px 0px 6px)", gezien["rondom"])
        assert contrast(_hex(gezien["ring"]), _hex(rand)) >= 3, gezien
        return naam

    def tot(self, naam: str, toets: str = "Tab", hoogstens: int = 30) -> list[str]:
        """Presses until this has the focus; gives everything on the way."""
        onderweg: list[str] = []
        for _ in range(hoogstens):
            onderweg.append(self(toets))
            if onderweg[-1].startswith(naam):
                return onderweg
        raise AssertionError(f"{naam} is not among {onderweg}")


@pytest.fixture
def toets(page: Page) -> Toetsen:
    rust_uit(page.context)
    return Toetsen(page)


def _hex(rgb: str) -> str:
    return "#" + "".join(f"{int(deel):02x}" for deel in re.findall(r"\d+", rgb))


def test_hele_check_met_het_toetsenbord(widget: Widget, nep: Nep, toets: Toetsen) -> None:
    page = widget.page
    page.goto(widget.adres)
    widget.starter.wait_for()
    assert toets.tot("Waar heb ik recht op?") == OP_DE_PAGINA

    toets("Enter")
    expect(widget.venster).to_be_visible()
    assert toets.waar() == "Krijgt u alles waar u recht op heeft?"
    assert toets.tot("Beginnen") == BIJ_HET_BEGIN
    page.keyboard.press("Enter")
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    expect(widget.veld).to_be_focused()

    page.keyboard.type("34")
    page.keyboard.press("Enter")
    expect(widget.knop("Nee")).to_be_visible()
    expect(widget.veld).to_be_focused()
    toets.tot("Nee", "Shift+Tab")
    page.keyboard.press("Space")
    expect(widget.log).to_contain_text("kale huur")
    expect(widget.veld).to_be_focused()

    page.keyboard.type("650")
    page.keyboard.press("Enter")
    expect(widget.venster.get_by_role("checkbox")).to_have_count(3)
    toets.tot("Verder", "Shift+Tab")
    toets("Shift+Tab")
    page.keyboard.press("Space")
    expect(widget.venster.get_by_role("checkbox", checked=True)).to_have_count(1)
    toets.tot("Verder")
    page.keyboard.press("Enter")
    expect(widget.log.get_by_role("heading", name="Zorgtoeslag")).to_be_visible()
    expect(widget.veld).to_be_focused()

    toets.tot("Zo rekenen wij dit uit", "Shift+Tab", 40)
    page.keyboard.press("Enter")
    expect(widget.log.get_by_text("Standaardpremie")).to_be_visible()
    assert toets.waar() == "Zo rekenen wij dit uit"
    assert [b.get("tekst", b.get("keuze")) for b in nep.ontvangen] == [
        *("34", "k-nee", "650"),
        "Ik heb schulden die ik niet kan betalen",
    ]


def test_volgorde_bij_een_vraag_en_geen_val(widget: Widget, toets: Toetsen) -> None:
    """2.1.2: beside a window that does not fill the screen the keyboard goes on to the page."""
    _tot_een_vraag(widget, toets)
    terug = [toets.waar()]
    while terug[-1] != "14 0000" and len(terug) < 20:
        terug.append(toets("Shift+Tab"))
    assert terug[::-1] + toets.tot("Versturen")[-1:] == BIJ_EEN_VRAAG
    # Behind the last of the window stands nothing: round to the first of the page.
    toets.page.keyboard.press("Tab")
    verder = [toets("Tab") for _ in range(2)]
    assert set(verder) & set(OP_DE_PAGINA), verder


def test_escape_gaat_stap_voor_stap_terug(widget: Widget, toets: Toetsen) -> None:
    _tot_een_vraag(widget, toets)
    toets.tot("Menu", "Shift+Tab")
    page = widget.page
    page.keyboard.press("Enter")
    assert toets("Tab") != "Menu"
    assert toets("Escape") == "Menu"
    expect(widget.knop("Gesprek wissen")).to_be_hidden()
    page.keyboard.press("Enter")
    toets.tot("Gesprek wissen")
    page.keyboard.press("Enter")
    expect(widget.knop("Nee, ga terug")).to_be_focused()
    page.keyboard.press("Escape")
    expect(widget.log).to_contain_text("partner")
    page.keyboard.press("Escape")
    expect(widget.venster).to_be_hidden()
    assert toets.waar() == "Verder met uw gesprek"
    page.keyboard.press("Space")
    expect(widget.venster).to_be_visible()


@pytest.mark.parametrize("maat", [(360, 740), (320, 256)])
def test_rond_in_het_volle_scherm(widget: Widget, toets: Toetsen, maat: tuple[int, int]) -> None:
    """Behind the window nobody would see the focus: it goes round, both ways, and everything in it comes along."""
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    _tot_een_vraag(widget, toets)
    expect(widget.venster).to_have_attribute("aria-modal", "true")
    for richting in ("Tab", "Shift+Tab"):
        rond = [toets(richting) for _ in range(2 * len(BIJ_EEN_VRAAG))]
        assert set(rond) == set(BIJ_EEN_VRAAG), richting
        assert all(rond.count(naam) == 2 for naam in rond), richting
    widget.page.keyboard.press("Escape")
    expect(widget.venster).to_be_hidden()


def _tot_een_vraag(widget: Widget, toets: Toetsen) -> None:
    page = widget.page
    page.goto(widget.adres)
    widget.starter.wait_for()
    toets.tot("Waar heb ik recht op?")
    page.keyboard.press("Enter")
    expect(widget.venster).to_be_visible()
    toets.tot("Beginnen")
    page.keyboard.press("Enter")
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    page.keyboard.type("34")
    page.keyboard.press("Enter")
    expect(widget.knop("Nee")).to_be_visible()
