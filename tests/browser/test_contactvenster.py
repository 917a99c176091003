"""Asking the gemeente for contact in the chat window: our own page in a frame, and what happens when that does not come.

The page in the frame is here a small one with the agreed messages (nepcontact.py). With the real one, on pages of others:
test_contactkader.py.
"""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import CONTACT, Widget
from tests.browser.keuringen import meet, rust_uit
from tests.browser.nepcontact import VERSTUURD
from tests.browser.nepserver import Nep
from tests.browser.test_voorgelezen import LUISTER, gehoord

TERUG = "Terug naar het gesprek"
HIEROVER = "Laat de gemeente hierover contact opnemen"
STIL_MS, WACHT_MS = 2_000, 10_000
"""As in contact.js."""
MELD = "wat => parent.postMessage({ rechtop: 'contact', wat }, '*')"


@pytest.fixture
def open_(widget: Widget, nep: Nep) -> Widget:
    """The form is there, in its frame."""
    return geopend(widget.vraag_contact())


def geopend(w: Widget) -> Widget:
    w.knop(CONTACT).click()
    expect(w.kader.get_by_role("heading", name="Vraag om contact")).to_be_visible()
    return w


def in_het_kader(w: Widget) -> bool:
    """Does the keyboard work in the frame?"""
    return w.focus() == "iframe" or w.page.evaluate(
        "document.querySelector('rechtop-chat').shadowRoot.activeElement?.localName === 'iframe'"
    )


def kaders(w: Widget) -> int:
    return len(w.page.frames) - 1


def is_terug(w: Widget) -> None:
    """In the talk, at the button that brought the form."""
    expect(w.log).to_be_visible()
    expect(w.page.locator("rechtop-chat iframe").filter(visible=True)).to_have_count(0)
    expect(w.knop(CONTACT).last).to_be_focused()


def mislukt(w: Widget) -> None:
    """A link to the whole page in a new tab, and words."""
    link = w.venster.get_by_role("link", name="Open het formulier (opent in een nieuw tabblad)")
    expect(link).to_be_visible()
    sleutel = w.page.evaluate("JSON.parse(sessionStorage['rechtop:voorbeeldstad']).gesprek")
    expect(link).to_have_attribute("href", f"{w.adres}/contact/{sleutel}")
    expect(link).to_have_attribute("target", "_blank")
    assert "noopener" in (link.get_attribute("rel") or "")
    expect(w.venster.get_by_role("status").filter(has_text="Dit gesprek blijft hier staan.")).to_be_visible()
    expect(w.page.locator("rechtop-chat iframe")).to_be_hidden()
    expect(w.knop(TERUG)).to_be_in_viewport(ratio=1)


def test_het_menu_vraagt_het_en_de_knop_opent_het(widget: Widget, nep: Nep) -> None:
    widget.vraag_contact()
    assert nep.ontvangen[-1]["keuze"] == "contact"
    expect(widget.log.get_by_text("Contact met de gemeente")).to_be_visible()
    assert kaders(widget) == 0, "nothing is fetched before somebody asks for it"
    geopend(widget)
    (sleutel,) = nep.gesprekken
    assert widget.page.frames[1].url == f"{widget.adres}/contact/{sleutel}?van=widget"
    kader = widget.page.locator("rechtop-chat iframe")
    expect(kader).to_have_attribute("title", "Contact met de gemeente")
    expect(kader).to_have_attribute("referrerpolicy", "no-referrer")
    # The form is nowhere in the document of the page around the chat.
    assert widget.page.get_by_label("Uw telefoonnummer").count() == 0
    expect(widget.log).to_be_hidden()
    expect(widget.veld).to_be_hidden()
    expect(widget.knop(TERUG)).to_be_in_viewport(ratio=1)
    assert in_het_kader(widget)


@pytest.mark.parametrize("hoe", ["knop", "escape ernaast", "escape erin", "knop erin"])
def test_terug_is_bij_de_knop(open_: Widget, hoe: str) -> None:
    if hoe == "knop":
        open_.knop(TERUG).click()
    elif hoe == "escape ernaast":
        open_.knop(TERUG).focus()
        open_.page.keyboard.press("Escape")
    elif hoe == "escape erin":
        open_.page.keyboard.press("Escape")
    else:
        open_.kader.get_by_role("button", name="Terug").click()
    is_terug(open_)
    expect(open_.venster).to_be_visible()


def test_wat_is_ingevuld_blijft_tot_het_gesprek_verdergaat(open_: Widget) -> None:
    veld = open_.kader.get_by_label("Uw telefoonnummer")
    veld.fill("0612345678")
    open_.knop(TERUG).click()
    open_.knop(CONTACT).click()
    expect(veld).to_have_value("0612345678")
    assert in_het_kader(open_)
    open_.page.keyboard.press("Escape")
    open_.zeg("34")
    open_.knop("Nee").wait_for()
    open_.knop(CONTACT).click()
    expect(veld).to_have_value("")
    assert kaders(open_) == 1


def test_verstuurd_staat_daarna_in_het_gesprek_en_klinkt_een_keer(widget: Widget) -> None:
    widget.page.add_init_script(LUISTER)
    geopend(widget.vraag_contact())
    eerder = len(gehoord(widget))
    widget.kader.get_by_role("button", name="Ja, stuur dit").click()
    # First what came of it, with the number: nothing closes by itself.
    expect(widget.kader.get_by_text("Uw nummer is 1234567890.")).to_be_visible()
    widget.knop(TERUG).click()
    expect(widget.log.get_by_text(VERSTUURD)).to_have_count(1)
    is_terug(widget)
    assert gehoord(widget)[eerder:] == [("log", f"Chatbot: {VERSTUURD}")]
    # The question is as open as it was.
    widget.zeg("34")
    widget.knop("Nee").wait_for()
    expect(widget.log.get_by_text(VERSTUURD)).to_have_count(1)
    assert kaders(widget) == 1
    geopend(widget)


def test_wie_terug_is_voor_de_pagina_het_zegt_leest_het_ook(widget: Widget) -> None:
    """On a slow telephone the number stands there before the script of that page has told."""
    geopend(widget.vraag_contact())
    widget.page.route("**/nep/contact.js", lambda route: route.abort())
    widget.kader.get_by_role("button", name="Ja, stuur dit").click()
    expect(widget.kader.get_by_text("Uw nummer is 1234567890.")).to_be_visible()
    widget.knop(TERUG).click()
    is_terug(widget)
    expect(widget.log.get_by_text(VERSTUURD)).to_have_count(0)
    (kader,) = (frame for frame in widget.page.frames if "/contact/" in frame.url)
    kader.evaluate(MELD, "verstuurd")
    expect(widget.log.get_by_text(VERSTUURD)).to_have_count(1)


def test_niets_verstuurd_haalt_niets(open_: Widget) -> None:
    gehaald: list[str] = []
    open_.page.on("request", lambda verzoek: gehaald.append(verzoek.url))
    open_.knop(TERUG).click()
    is_terug(open_)
    assert gehaald == []


def test_berichten_van_anderen_doen_niets(open_: Widget) -> None:
    """The page itself, and another frame of our own address on it."""
    page = open_.page
    page.evaluate(
        """async () => { const frame = document.createElement("iframe"); frame.src = "/static/wapen.svg";
           document.body.append(frame); await new Promise(klaar => frame.onload = klaar); }"""
    )
    ander = next(frame for frame in page.frames if frame.url.endswith("wapen.svg"))
    for wat in ("verstuurd", "dicht", "klaar"):
        page.evaluate(f"({MELD.replace('parent', 'window')})('{wat}')")
        ander.evaluate(MELD, wat)
    for vorm in (
        None,
        "dicht",
        {"wat": "dicht"},
        {"rechtop": "elders", "wat": "dicht"},
        {"rechtop": "contact"},
    ):
        page.frames[1].evaluate("vorm => parent.postMessage(vorm, '*')", vorm)
    # Messages come in order: when this one has arrived, so have all the others.
    page.evaluate("new Promise(klaar => { addEventListener('message', klaar); postMessage('laatste', '*') })")
    expect(open_.kader.get_by_role("heading", name="Vraag om contact")).to_be_visible()
    expect(open_.log).to_be_hidden()
    open_.knop(TERUG).click()
    is_terug(open_)
    expect(open_.log.get_by_text(VERSTUURD)).to_have_count(0)


def test_het_kader_met_een_ander_adres_doet_niets(widget: Widget) -> None:
    """The right window, and not our origin: what came there is not our page."""
    html = f"<!doctype html><script>for (const wat of ['klaar', 'verstuurd', 'dicht']) ({MELD})(wat)</script>"
    widget.page.route(
        "**/contact/**",
        lambda route: route.fulfill(
            body=html,
            content_type="text/html",
            headers={"Content-Security-Policy": "sandbox allow-scripts"},
        ),
    )
    widget.vraag_contact()
    widget.knop(CONTACT).click()
    mislukt(widget)


def verbied(route: Route) -> None:
    """The page of the gemeente, with a policy that allows no frames."""
    antwoord = route.fetch()
    csp = antwoord.headers["content-security-policy"].replace("frame-src 'self'", "frame-src 'none'")
    assert "'none'" in csp.split("frame-src")[1]
    route.fulfill(response=antwoord, headers={**antwoord.headers, "content-security-policy": csp})


def test_een_csp_zonder_kaders(widget: Widget, nep: Nep) -> None:
    page = widget.page
    page.route(f"{widget.adres}/", verbied)
    widget.vraag_contact()
    widget.knop(CONTACT).click()
    expect(widget.venster.get_by_role("heading", name="Contact met de gemeente")).to_be_focused()
    mislukt(widget)
    expect(widget.venster.get_by_role("heading", name="Contact met de gemeente")).to_be_focused()
    with page.context.expect_page() as nieuw:
        widget.venster.get_by_role("link", name="Open het formulier").click()
    nieuw.value.get_by_role("button", name="Ja, stuur dit").click()
    nieuw.value.get_by_text("Uw nummer is").wait_for()
    assert nieuw.value.evaluate("window.opener") is None
    nieuw.value.close()
    # What was sent there is in this talk too.
    widget.knop(TERUG).click()
    is_terug(widget)
    expect(widget.log.get_by_text(VERSTUURD)).to_have_count(1)
    assert len(nep.gesprekken) == 1


@pytest.mark.parametrize("storing", ["stil", "weg"])
def test_een_pagina_die_niet_antwoordt(widget: Widget, nep: Nep, storing: str) -> None:
    nep.contact = storing
    if storing == "weg":
        widget.page.route("**/contact/**", lambda route: route.abort())
    widget.vraag_contact()
    widget.knop(CONTACT).click()
    expect(widget.venster.get_by_text("Een ogenblik. Het formulier komt eraan.")).to_be_visible()
    mislukt(widget)
    # Trying again is asking again.
    nep.contact = ""
    widget.page.unroute("**/contact/**")
    widget.knop(TERUG).click()
    is_terug(widget)
    geopend(widget)


def test_een_pagina_die_te_laat_komt_komt_toch(widget: Widget) -> None:
    page = widget.page
    page.clock.install()
    wacht: list[Route] = []
    page.route("**/contact/**", lambda route: wacht.append(route))
    widget.vraag_contact()
    widget.knop(CONTACT).click()
    expect(widget.venster.get_by_text("Een ogenblik.")).to_be_visible()
    page.clock.run_for(WACHT_MS - 1_000)
    expect(widget.venster.get_by_text("Een ogenblik.")).to_be_visible()
    page.clock.run_for(1_000)
    mislukt(widget)
    wacht[0].continue_()
    expect(widget.kader.get_by_role("heading", name="Vraag om contact")).to_be_visible()
    assert in_het_kader(widget)
    expect(widget.venster.get_by_role("link", name="Open het formulier")).to_have_count(0)


@pytest.mark.parametrize("storing", ["breekt", "lijn weg"])
def test_versturen_dat_mislukt_laat_geen_leeg_kader(open_: Widget, nep: Nep, storing: str) -> None:
    """What the browser shows then says nothing to a resident."""
    nep.contact = storing
    if storing == "lijn weg":
        open_.page.route("**/contact/**", lambda route: route.abort())
    open_.kader.get_by_role("button", name="Ja, stuur dit").click()
    mislukt(open_)
    expect(open_.venster.get_by_role("heading", name="Contact met de gemeente")).to_be_focused()


def test_sluiten_en_weer_openen(open_: Widget) -> None:
    open_.kader.get_by_label("Uw telefoonnummer").fill("0612345678")
    open_.knop("Sluiten").click()
    starter = open_.page.get_by_role("button", name="Verder met uw gesprek")
    expect(starter).to_be_focused()
    starter.click()
    expect(open_.log).to_be_visible()
    expect(open_.veld).to_be_focused()
    open_.knop(CONTACT).click()
    expect(open_.kader.get_by_label("Uw telefoonnummer")).to_have_value("0612345678")


def test_herladen_terwijl_het_open_stond(open_: Widget) -> None:
    open_.page.reload()
    expect(open_.log.get_by_text("De gemeente kan u ook bellen.")).to_be_visible()
    expect(open_.veld).to_be_visible()
    assert kaders(open_) == 0
    geopend(open_)
    # Sent, and gone before the window could say so: the talk has it.
    open_.kader.get_by_role("button", name="Ja, stuur dit").click()
    expect(open_.kader.get_by_text("Uw nummer is")).to_be_visible()
    open_.page.reload()
    expect(open_.log.get_by_text(VERSTUURD)).to_have_count(1)


def test_wissen_neemt_het_kader_mee(open_: Widget) -> None:
    open_.knop(TERUG).click()
    assert kaders(open_) == 1, "kept, so that nothing typed is lost"
    open_.knop("Menu").click()
    open_.knop("Gesprek wissen").click()
    open_.knop("Ja, wis het gesprek").click()
    expect(open_.status).to_contain_text("is gewist")
    assert kaders(open_) == 0


def test_een_gesprek_dat_er_niet_meer_is(open_: Widget, nep: Nep) -> None:
    open_.kader.get_by_role("button", name="Ja, stuur dit").click()
    expect(open_.kader.get_by_text("Uw nummer is")).to_be_visible()
    nep.gesprekken.clear()
    open_.knop(TERUG).click()
    expect(open_.melding).to_contain_text("Dit gesprek is er niet meer.")
    expect(open_.knop("Beginnen")).to_be_visible()
    assert kaders(open_) == 0


def test_snel_weg_met_het_formulier_open(open_: Widget, nep: Nep) -> None:
    page = open_.page
    page.evaluate(
        "addEventListener('rechtop-weg', e => { window.naar = e.detail.naar; e.preventDefault(); })"
    )
    open_.kader.get_by_label("Uw telefoonnummer").fill("0612345678")
    with page.expect_response("**/weg"):
        open_.knop("Snel weg").click()
        assert kaders(open_) == 0
    expect(open_.venster).to_have_count(0)
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("window.naar").startswith("https://")
    assert not nep.gesprekken


def test_na_snel_weg_brengt_terug_niets_terug(open_: Widget) -> None:
    """Every step of the form is a step of the tab's history."""
    naar = "https://weer.example/"
    page = open_.page
    page.route(f"{naar}**", lambda route: route.fulfill(body="<p>Zon</p>", content_type="text/html"))
    page.evaluate(
        f"addEventListener('rechtop-weg', e => {{ e.preventDefault(); location.replace('{naar}'); }})"
    )
    open_.kader.get_by_role("button", name="Ja, stuur dit").click()
    expect(open_.kader.get_by_text("Uw nummer is")).to_be_visible()
    open_.knop("Snel weg").click()
    page.wait_for_url(naar)
    page.go_back()
    expect(open_.starter).to_be_visible()
    expect(page.get_by_text("Hoe oud bent u?")).to_have_count(0)
    assert kaders(open_) == 0
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_een_kaart_biedt_het_aan_waar_het_zin_heeft(widget: Widget, nep: Nep) -> None:
    widget.begin()
    widget.zeg("gemeente")
    widget.log.get_by_role("heading", name="Zorgtoeslag").wait_for()
    huurtoeslag = widget.log.get_by_role("article", name="Huurtoeslag")
    expect(huurtoeslag.get_by_role("button", name=HIEROVER)).to_be_hidden()
    huurtoeslag.get_by_text("Meer over Huurtoeslag").click()
    expect(huurtoeslag.get_by_role("button", name=re.compile(f"^{HIEROVER} ?: Huurtoeslag$"))).to_be_visible()
    widget.klap_uit()
    for kaart in widget.log.get_by_role("article").all():
        niet = "waarschijnlijk_niet" in (klasse := kaart.get_attribute("class") or "") or "bijna" in klasse
        expect(kaart.get_by_role("button", name=HIEROVER)).to_have_count(0 if niet else 1)
    huurtoeslag.get_by_role("button", name=HIEROVER).click()
    expect(widget.knop(CONTACT)).to_be_in_viewport(ratio=1)
    assert nep.ontvangen[-1]["keuze"] == "contact:huurtoeslag"
    expect(widget.log.get_by_text(f"{HIEROVER}: Huurtoeslag").last).to_be_visible()
    # Not left behind on the card, far above what it brought.
    expect(widget.veld).to_be_focused()


def test_een_gemeente_die_niets_overneemt(widget: Widget) -> None:
    def teksten(route: Route) -> None:
        antwoord = route.fetch()
        inhoud = antwoord.json()
        assert inhoud["gemeente"]["neemt_over"] is True
        inhoud["gemeente"]["neemt_over"] = False
        route.fulfill(response=antwoord, body=json.dumps(inhoud))

    widget.page.route("**/widget-teksten.json*", teksten)
    widget.tot_uitkomst()
    widget.klap_uit()
    expect(widget.log.get_by_role("button", name=HIEROVER)).to_have_count(0)
    widget.knop("Menu").click()
    expect(widget.knop("Contact met de gemeente")).to_be_visible()


@pytest.mark.parametrize("maat", [(360, 740), (320, 256)])
def test_op_een_telefoon_met_het_toetsenbord(widget: Widget, nep: Nep, maat: tuple[int, int]) -> None:
    """The window is all there is: from the form the focus comes round in it, and never behind it."""
    assert nep.contact == ""
    widget.page.set_viewport_size({"width": maat[0], "height": maat[1]})
    geopend(widget.vraag_contact())
    expect(widget.knop(TERUG)).to_be_in_viewport(ratio=1)
    expect(widget.knop("Sluiten")).to_be_in_viewport(ratio=1)
    kader = widget.page.locator("rechtop-chat iframe").bounding_box()
    assert kader is not None
    assert kader["width"] == maat[0]
    assert kader["height"] >= min(96, maat[1] / 3)
    langs: list[str] = []
    for toets in (*["Tab"] * 12, *["Shift+Tab"] * 12):
        widget.page.keyboard.press(toets)
        assert widget.page.evaluate("document.activeElement.localName") == "rechtop-chat"
        langs.append("kader" if in_het_kader(widget) else widget.focus())
    assert "kader" in langs[:4]
    assert "kader" in langs[-12:]
    assert {"kader", "knop licht", "kopknop"} <= set(langs)


def test_met_alleen_het_toetsenbord(widget: Widget, page: Page) -> None:
    rust_uit(page.context)
    widget.vraag_contact()
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        if CONTACT in meet(page, "focus")["naam"]:
            break
    assert meet(page, "focus")["fouten"] == []
    page.keyboard.press("Enter")
    expect(widget.kader.get_by_role("heading", name="Vraag om contact")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("0612345678")
    expect(widget.kader.get_by_label("Uw telefoonnummer")).to_have_value("0612345678")
    page.keyboard.press("Enter")
    expect(widget.kader.get_by_text("Uw nummer is")).to_be_visible()
    page.keyboard.press("Escape")
    expect(widget.log.get_by_text(VERSTUURD)).to_be_visible()
    is_terug(widget)


def test_op_de_eigen_pagina(widget: Widget) -> None:
    widget.page.goto(widget.adres + "/zelfcheck/voorbeeldstad")
    paneel = widget.page.locator("rechtop-chat .paneel")
    paneel.get_by_role("button", name="Beginnen").click()
    widget.log.get_by_text("Hoe oud bent u?").wait_for()
    paneel.get_by_role("button", name="Menu").click()
    paneel.get_by_role("button", name="Contact met de gemeente").click()
    paneel.get_by_role("button", name=CONTACT).click()
    expect(widget.kader.get_by_role("heading", name="Vraag om contact")).to_be_visible()
    paneel.get_by_role("button", name=TERUG).click()
    expect(paneel.get_by_role("button", name=CONTACT)).to_be_focused()
