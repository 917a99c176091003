"""A change before and after, and the curve of work, in the window: on paper-thin telephones, without a mouse, without trust."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import AGENDA, Nep
from tests.gesprek.krommen import vergelijking, voorbeeld

MATEN = [(1280, 800), (360, 740), (320, 256)]
AGENDAKNOP = "Zet de datums in mijn agenda"
TABEL = "Alle bedragen in een tabel"


def _te_breed(widget: Widget) -> list[str]:
    """What sticks out of the window, or is cut off at its side."""
    gevonden: list[str] = widget.page.evaluate(
        """() => { const wortel = document.querySelector("rechtop-chat").shadowRoot;
            const kader = wortel.querySelector(".midden").getBoundingClientRect();
            return [...wortel.querySelectorAll(".kaart *")].filter(e => e.getBoundingClientRect().width > 0
                && !e.closest(".verborgen") && (e.getBoundingClientRect().right > kader.right + 1
                || e.getBoundingClientRect().left < kader.left - 1)).map(e => e.localName + " " + e.textContent); }"""
    )
    return gevonden


@pytest.mark.parametrize("maat", MATEN)
def test_voor_en_na(widget: Widget, maat: tuple[int, int]) -> None:
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    widget.begin()
    widget.zeg("samenwonen")
    tabel = widget.log.get_by_role("table")
    expect(tabel.get_by_role("columnheader")).to_have_text(["Nu", "Straks", "Verschil"])
    zorg = tabel.get_by_role("rowgroup").filter(has_text="Zorgtoeslag")
    expect(zorg.get_by_role("cell").first).to_have_text("€ 129,00")
    expect(zorg).to_contain_text("€ 129,00 minder")
    expect(zorg).to_contain_text("Vanaf 1 januari 2027.")
    huur = tabel.get_by_role("rowgroup").filter(has_text="Huurtoeslag")
    expect(huur).to_contain_text("Dit telt over het hele jaar, vanaf 1 januari 2026.")
    expect(huur).to_contain_text("al 1.369,50 euro te veel")
    budget = tabel.get_by_role("rowgroup").filter(has_text="Kindgebonden budget")
    expect(budget).to_contain_text("€ 84,00 meer")
    # What is not known is never shown as nothing.
    opvang = tabel.get_by_role("rowgroup").filter(has_text="Kinderopvangtoeslag")
    expect(opvang.get_by_role("cell").nth(0)).to_have_text("Niet")
    expect(opvang.get_by_role("cell").nth(1)).to_have_text("Niet bekend")
    expect(tabel.get_by_role("rowgroup").filter(has_text="Voedselbank")).to_contain_text("Wel")
    expect(tabel.get_by_role("rowgroup").filter(has_text="Samen per maand")).to_contain_text(
        "€ 169,50 minder"
    )
    kaart = widget.log.locator(".kaart")
    expect(kaart).to_contain_text("Dit blijft hetzelfde: Kinderbijslag.")
    expect(kaart).to_contain_text("Tot en met 31 december 2026 krijgt u: 1.369,50 euro minder.")
    expect(kaart).to_contain_text("In een heel jaar krijgt u straks: 2.034 euro minder.")
    expect(kaart).to_contain_text("Geef door dat u samenwoont. Dienst Toeslagen. Doe dit binnen 4 weken.")
    expect(kaart).to_contain_text("De laatste dag is 12 januari 2027.")
    expect(kaart.get_by_role("link", name="Aanvragen bij Dienst Toeslagen")).to_be_visible()
    assert "undefined" not in kaart.inner_text()
    assert "{" not in kaart.inner_text()
    assert widget.axe() == []
    assert _te_breed(widget) == []


@pytest.mark.parametrize("maat", MATEN)
def test_beeld_en_tabel_zeggen_hetzelfde(widget: Widget, maat: tuple[int, int]) -> None:
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    widget.begin()
    widget.zeg("werken")
    beeld = widget.log.get_by_role("img")
    expect(beeld).to_have_accessible_name("Wat u per maand overhoudt, van 0 tot en met 40 uur werk per week")
    expect(beeld).to_be_visible()
    assert beeld.evaluate("e => e.namespaceURI") == "http://www.w3.org/2000/svg"
    # Letters in the picture as a resident sees them.
    letter = beeld.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize) * e.getBoundingClientRect().width / 320"
    )
    assert letter >= 10.5, letter
    gezegd = beeld.locator("desc").text_content() or ""
    widget.log.get_by_text(TABEL).click()
    rijen = widget.log.get_by_role("row")
    expect(rijen).to_have_count(1 + len(voorbeeld().punten))
    for een in voorbeeld().punten:
        rij = rijen.filter(has=widget.page.get_by_role("rowheader", name=re.compile(rf"^{een.uren}\b")))
        totaal = f"{een.totaal_per_maand:,.0f}".replace(",", ".")
        expect(rij.locator("strong")).to_have_text(f"{totaal} euro")
        if een.netto_loon:
            expect(rij).to_contain_text(f"Loon {een.netto_loon:,.0f}".replace(",", "."))
    for uren, woord in ((40, "meest"), (24, "minst")):
        rij = rijen.filter(has=widget.page.get_by_role("rowheader", name=re.compile(rf"^{uren}\b")))
        assert f"{woord} over bij {uren} uur" in gezegd
        assert rij.locator("strong").inner_text() in gezegd
    expect(widget.log.get_by_role("rowheader", name="8 Nu")).to_be_visible()
    nummers = beeld.locator("text[font-weight]").all_text_contents()
    assert nummers == ["Nu", "1", "2", "3"]
    expect(widget.log.locator("ol > li")).to_have_count(3)
    # What is not known has no number, and what is left out is said in words.
    expect(widget.log.get_by_text("Van deze regeling ken ik de grens niet.")).to_be_visible()
    expect(widget.log.get_by_text("Niet meegerekend: pensioenpremie.")).to_be_visible()
    assert widget.axe() == []
    assert _te_breed(widget) == []


def test_datums_in_de_agenda_zonder_muis(widget: Widget) -> None:
    widget.begin()
    widget.zeg("samenwonen")
    knop = widget.knop(AGENDAKNOP)
    expect(knop).to_be_visible()
    widget.veld.focus()
    for _ in range(12):
        widget.page.keyboard.press("Shift+Tab")
        if knop.evaluate("e => e === e.getRootNode().activeElement"):
            break
    expect(knop).to_be_focused()
    with widget.page.expect_download() as gekomen:
        widget.page.keyboard.press("Enter")
    assert gekomen.value.suggested_filename == "rechtop.ics"
    assert gekomen.value.url.startswith("blob:"), "no address with the key of the talk"
    assert Path(gekomen.value.path()).read_bytes() == AGENDA.encode()
    expect(widget.status).to_contain_text("Het bestand voor uw agenda staat klaar.")
    expect(knop).to_be_focused()


def test_tabel_open_zonder_muis(widget: Widget) -> None:
    widget.begin()
    widget.zeg("werken")
    samenvatting = widget.log.locator("summary", has_text=TABEL)
    samenvatting.focus()
    widget.page.keyboard.press("Enter")
    expect(widget.log.get_by_role("table")).to_be_visible()


def test_agenda_van_een_gesprek_dat_weg_is(widget: Widget, nep: Nep) -> None:
    widget.begin()
    widget.zeg("samenwonen")
    knop = widget.knop(AGENDAKNOP)
    expect(knop).to_be_visible()
    nep.gesprekken.clear()
    knop.click()
    expect(widget.melding).to_contain_text("Dit gesprek is er niet meer.")


def test_ook_na_herladen(widget: Widget) -> None:
    widget.begin()
    for tekst in ("samenwonen", "werken"):
        widget.zeg(tekst)
        expect(widget.log.locator(".kaart")).to_have_count(1 if tekst == "samenwonen" else 2)
    widget.page.reload()
    expect(widget.log.get_by_role("img")).to_be_visible()
    expect(widget.log.get_by_role("table").first).to_contain_text("Zorgtoeslag")
    assert widget.axe() == []


def test_geen_datum_geen_knop(widget: Widget) -> None:
    zonder = vergelijking()
    assert any(een.uiterlijk is None for een in zonder.melden)
    widget.begin()
    widget.zeg("werken")
    expect(widget.log.get_by_role("img")).to_be_visible()
    expect(widget.knop(AGENDAKNOP)).to_have_count(0)


def test_beeld_dat_niet_te_vertrouwen_is(widget: Widget) -> None:
    widget.begin()
    widget.zeg("vals beeld")
    beeld = widget.log.get_by_role("img", name="Vals")
    expect(beeld).to_have_count(1)
    assert beeld.evaluate("e => e.outerHTML") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img"><title>Vals</title>'
        '<rect width="9" height="9"></rect></svg>'
    )
    beeld.locator("rect").dispatch_event("click")
    assert widget.page.evaluate("window.gehackt") is None


def test_gedwongen_kleuren(browser: Browser, adres: str, nep: Nep) -> None:
    with browser.new_context(
        forced_colors="active", color_scheme="dark", reduced_motion="reduce", locale="nl-NL"
    ) as context:
        widget = Widget(context.new_page(), adres).begin()
        widget.zeg("werken")
        beeld = widget.log.get_by_role("img")
        expect(beeld).to_be_visible()
        kleuren = beeld.evaluate(
            """e => [getComputedStyle(e.querySelector(".k-totaal")).stroke, getComputedStyle(e.querySelector("text")).fill,
                     getComputedStyle(e.closest(".kaart")).color]"""
        )
        assert len(set(kleuren)) == 1, "the picture has the ink of the text around it"
