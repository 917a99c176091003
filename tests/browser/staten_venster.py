"""Every state of the chat window, each reached from a fresh page with the scripted server."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import CONTACT, Widget
from tests.browser.keuringen import Staat


def dicht(w: Widget) -> None:
    w.page.goto(w.adres)
    w.starter.wait_for()


def start(w: Widget) -> None:
    w.open()


def veld(w: Widget) -> None:
    w.begin()


def keuzes(w: Widget) -> None:
    w.begin()
    w.zeg("34")
    w.knop("Nee").wait_for()


def bedrag(w: Widget) -> None:
    keuzes(w)
    w.knop("Nee").click()
    w.log.get_by_text("kale huur").wait_for()


def vakjes(w: Widget) -> None:
    bedrag(w)
    w.zeg("650")
    w.venster.get_by_label("Ik heb schulden").check()


def vakjes_fout(w: Widget) -> None:
    bedrag(w)
    w.zeg("650")
    w.knop("Verder").click()
    w.venster.get_by_role("alert").filter(has_text="Kies").wait_for()


def veld_leeg(w: Widget) -> None:
    w.begin()
    w.zeg("")
    w.venster.get_by_text("Typ eerst uw antwoord.").wait_for()


def veld_te_lang(w: Widget) -> None:
    w.begin()
    w.zeg("a" * 501)
    w.venster.get_by_text("Uw tekst is te lang: 501 tekens.").wait_for()


def niet_begrepen(w: Widget) -> None:
    keuzes(w)
    w.zeg("onzin")
    w.log.get_by_text("Dat begrijp ik niet").wait_for()


def zoekt(w: Widget) -> None:
    w.begin()
    w.page.route("**/berichten", lambda _: None)
    w.zeg("34")
    expect(w.status).to_have_text("De chatbot zoekt een antwoord.")


def lijn_weg(w: Widget) -> None:
    w.begin()
    w.page.route("**/berichten", lambda route: route.fulfill(status=503, headers={"Retry-After": "50"}))
    w.zeg("34")
    expect(w.status).to_contain_text("over 50 seconden")


def opgegeven(w: Widget) -> None:
    w.begin()
    w.page.route("**/berichten", lambda route: route.fulfill(status=429, headers={"Retry-After": "999"}))
    w.zeg("34")
    w.knop("Probeer opnieuw").wait_for()


def uitkomst(w: Widget) -> None:
    w.tot_uitkomst()


def uitkomst_open(w: Widget) -> None:
    w.tot_uitkomst()
    _vouw_open(w)


def alle_kaarten_open(w: Widget) -> None:
    w.begin()
    w.zeg("gemeente")
    w.log.get_by_role("heading", name="Zorgtoeslag").wait_for()
    _vouw_open(w)


def voor_en_na(w: Widget) -> None:
    w.begin()
    w.zeg("samenwonen")
    w.log.get_by_role("table").first.wait_for()


def bij_meer_werk(w: Widget) -> None:
    w.begin()
    w.zeg("werken")
    w.log.get_by_role("img").first.wait_for()
    _vouw_open(w)


def menu(w: Widget) -> None:
    keuzes(w)
    w.knop("Menu").click()


def wissen(w: Widget) -> None:
    menu(w)
    w.knop("Gesprek wissen").click()
    w.knop("Ja, wis het gesprek").wait_for()


def uitleg_snel_weg(w: Widget) -> None:
    menu(w)
    w.knop("Wat doet Snel weg?").click()


def meenemen(w: Widget) -> None:
    menu(w)
    w.knop("Verder op een ander apparaat").click()
    w.venster.get_by_text("K7PM 4XQ").wait_for()
    # That time is the one of the clock of this computer.
    w.page.evaluate(
        """() => { const uit = document.querySelector("rechtop-chat").shadowRoot.querySelector(".uit");
                   uit.lastElementChild.textContent = "De code werkt tot 14:35 uur."; }"""
    )


def code_fout(w: Widget) -> None:
    w.open()
    w.knop("Ik heb een code").click()
    w.venster.get_by_label("Uw code").fill("fout")
    w.knop("Verder").click()
    w.venster.get_by_text("Deze code werkt niet.").wait_for()


def contact_bericht(w: Widget) -> None:
    w.vraag_contact()


def contact(w: Widget) -> None:
    w.vraag_contact()
    w.knop(CONTACT).click()
    w.kader.get_by_role("button", name="Ja, stuur dit").wait_for()
    # What stands in the frame is a page by itself, and is checked there.
    w.page.locator("rechtop-chat").get_by_role("button", name="Terug naar het gesprek").focus()


def contact_laadt(w: Widget) -> None:
    w.vraag_contact()
    w.page.route("**/contact/**", lambda _: None)
    w.knop(CONTACT).click()
    w.venster.get_by_text("Een ogenblik.").wait_for()


def contact_mislukt(w: Widget) -> None:
    w.vraag_contact()
    w.page.route("**/contact/**", lambda route: route.abort())
    w.knop(CONTACT).click()
    w.venster.get_by_role("link", name="Open het formulier").wait_for()


def met_stem(w: Widget) -> None:
    w.page.add_init_script(
        """Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(),
             { getVoices: () => [{ lang: "nl-NL", localService: true }], speak() {}, cancel() {} }) });
           window.SpeechSynthesisUtterance = class {};"""
    )
    w.tot_uitkomst()
    w.knop("Lees voor").last.click()
    w.knop("Stop met voorlezen").wait_for()


def gewist(w: Widget) -> None:
    wissen(w)
    w.knop("Ja, wis het gesprek").click()
    expect(w.status).to_contain_text("is gewist")


def andere_taal(w: Widget) -> None:
    w.begin()
    w.zeg("arabisch")
    w.log.get_by_text("arayın").wait_for()


def verlopen(w: Widget) -> None:
    w.begin()
    w.page.route("**/berichten", lambda route: route.fulfill(status=404, json={"detail": "weg"}))
    w.zeg("34")
    expect(w.melding).to_contain_text("Dit gesprek is er niet meer.")


def herladen(w: Widget) -> None:
    keuzes(w)
    w.page.reload()
    w.knop("Nee").wait_for()


def als_pagina(w: Widget) -> None:
    w.page.goto(w.adres + "/zelfcheck/voorbeeldstad")
    w.page.locator("rechtop-chat .paneel").get_by_role("button", name="Beginnen").click()
    w.log.get_by_text("Hoe oud bent u?").wait_for()
    w.zeg("34")
    w.log.get_by_text("partner").wait_for()


def _vouw_open(w: Widget) -> None:
    w.klap_uit()


_ZONDER_SLUITEN = (dicht, als_pagina)
STATEN = tuple(
    Staat(
        f"venster-{bereik.__name__.replace('_', '-')}",
        bereik,
        sluiten=bereik not in _ZONDER_SLUITEN,
        deel="rechtop-chat",
    )
    for bereik in (
        *(dicht, start, veld, keuzes, bedrag, vakjes, vakjes_fout, veld_leeg, veld_te_lang, niet_begrepen),
        *(zoekt, lijn_weg, opgegeven, uitkomst, uitkomst_open, alle_kaarten_open, voor_en_na, bij_meer_werk),
        *(uitleg_snel_weg, meenemen, code_fout, met_stem),
        *(contact_bericht, contact, contact_laadt, contact_mislukt),
        *(menu, wissen, gewist, andere_taal, verlopen, herladen, als_pagina),
    )
)
