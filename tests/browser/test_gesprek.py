"""A talk through the widget: what is sent, what is shown, and where the focus goes."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep


def test_geen_gesprek_voor_de_bewoner_begint(widget: Widget, nep: Nep) -> None:
    widget.open()
    expect(widget.venster).to_contain_text("Dit is een chatbot. U praat met een computer.")
    assert nep.gesprekken == {}
    widget.venster.get_by_label("Ik gebruik een computer van iemand anders").check()
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    assert nep.gesprek.gedeeld is True
    assert nep.gesprek.gemeente == "voorbeeldstad"


def test_hele_check_met_alleen_het_toetsenbord(widget: Widget, nep: Nep) -> None:
    widget.page.goto(widget.adres)
    widget.starter.focus()
    toets = widget.page.keyboard.press
    toets("Enter")
    assert widget.focus() == "start-kop"
    for _ in range(2):
        toets("Tab")
    toets("Enter")
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    assert widget.focus() == "antwoord"
    widget.page.keyboard.type("34")
    toets("Enter")
    expect(widget.venster.get_by_role("group", name="Woont u samen met een partner?")).to_be_visible()
    assert widget.focus() == "antwoord", "a new message must not move the focus"
    for _ in range(3):
        toets("Shift+Tab")
    assert widget.focus() == "keuze"
    toets("Enter")  # Nee
    expect(widget.log).to_contain_text("kale huur")
    assert widget.focus() == "antwoord"
    widget.page.keyboard.type("650")
    toets("Enter")
    expect(widget.venster.get_by_role("checkbox")).to_have_count(3)
    while widget.focus() != "knop":
        toets("Shift+Tab")
    toets("Shift+Tab")
    toets("Space")
    toets("Tab")
    toets("Enter")
    expect(widget.log.get_by_role("article", name="Zorgtoeslag")).to_contain_text("129 euro per maand")
    toets("Escape")
    expect(widget.venster).to_be_hidden()
    assert "starter" in widget.focus()
    assert [b.get("tekst", b.get("keuze")) for b in nep.ontvangen] == [
        *("34", "k-nee", "650"),
        "Ik heb schulden die ik niet kan betalen",
    ]


def test_elk_bericht_zegt_van_wie_het_is(widget: Widget) -> None:
    widget.begin()
    widget.zeg("34")
    expect(widget.log).to_contain_text("partner")
    regels = widget.log.locator(".bericht").all_inner_texts()
    assert [regel.split(":")[0] for regel in regels] == ["Chatbot", "Chatbot", "U", "Chatbot"]


def test_log_staat_leeg_klaar_voor_het_eerste_bericht(widget: Widget) -> None:
    widget.open()
    log = widget.page.locator("rechtop-chat [role=log]")
    expect(log).to_have_count(1)
    expect(log).to_be_empty()


def test_bericht_draagt_id_en_wat_gezien_is(widget: Widget, nep: Nep) -> None:
    widget.begin()
    gezien = nep.gesprek.berichten[-1]["id"]
    widget.zeg("34")
    widget.knop("Ja").click()
    expect(widget.log).to_contain_text("kale huur")
    eerste, tweede = nep.ontvangen
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", eerste["id"])
    assert eerste == {"id": eerste["id"], "tekst": "34", "gezien": gezien}
    assert tweede["keuze"] == "k-ja"
    assert tweede["gezien"] not in ("", gezien)
    assert tweede["id"] != eerste["id"]


def test_oude_knoppen_verdwijnen_na_het_antwoord(widget: Widget) -> None:
    widget.begin()
    widget.zeg("34")
    widget.knop("Ja").click()
    expect(widget.log).to_contain_text("kale huur")
    expect(widget.knop("Ja")).to_have_count(0)
    expect(widget.knop("Weet ik niet")).to_have_count(1)
    assert widget.focus() == "antwoord"


def test_niet_begrepen_antwoord_laat_de_knoppen_van_de_open_vraag(widget: Widget) -> None:
    widget.begin()
    widget.zeg("34")
    expect(widget.knop("Ja")).to_be_visible()
    widget.zeg("onzin")
    expect(widget.log).to_contain_text("Dat begrijp ik niet")
    widget.knop("Nee").click()
    expect(widget.log).to_contain_text("kale huur")


def test_het_veld_past_bij_de_vraag(widget: Widget) -> None:
    widget.begin()
    expect(widget.veld).to_have_attribute("inputmode", "numeric")
    expect(widget.veld).to_have_accessible_description("Alleen uw leeftijd in jaren is genoeg.")
    widget.zeg("34")
    expect(widget.veld).to_have_attribute("inputmode", "text")
    widget.knop("Ja").click()
    expect(widget.veld).to_have_attribute("inputmode", "decimal")
    expect(widget.veld).to_have_accessible_description(
        "Vul een bedrag per maand in. Het staat in de brief over uw huur."
    )


def test_te_lange_tekst_blijft_staan_en_gaat_niet_weg(widget: Widget, nep: Nep) -> None:
    widget.begin()
    lang = "a" * 501
    widget.zeg(lang)
    expect(widget.venster.get_by_text("Uw tekst is te lang: 501 tekens.")).to_be_visible()
    expect(widget.veld).to_have_value(lang)
    assert nep.ontvangen == []
    widget.zeg("a" * 500)
    expect(widget.log.locator(".u")).to_have_count(1)
    assert len(nep.ontvangen[0]["tekst"]) == 500


def test_voortgang_en_tussenstand(widget: Widget) -> None:
    widget.begin()
    widget.zeg("34")
    stand = widget.venster.get_by_role("group", name="Hoe ver bent u?")
    expect(stand).to_have_text("Nog ongeveer 3 vragen")
    widget.knop("Ja").click()
    expect(stand).to_have_text("Nog ongeveer 2 vragenMisschien 129 euro per maand")
    assert stand.evaluate("e => !e.closest('[aria-live],[role=status],[role=log]')")


def test_uitkomst_in_woorden_met_som_en_waar_aanvragen(widget: Widget) -> None:
    widget.tot_uitkomst()
    zorg = widget.log.get_by_role("article", name="Zorgtoeslag")
    for tekst in (
        "Waarschijnlijk wel",
        "129 euro per maand",
        "Over heel 2026: 1.548 euro.",
        "Uw inkomen is laag genoeg",
        "Vraag het aan vóór of op 31 december 2027.",
        "DigiD",
    ):
        expect(zorg).to_contain_text(tekst)
    som = zorg.get_by_text("Standaardpremie")
    expect(som).to_be_hidden()
    zorg.get_by_text("Zo rekenen wij dit uit").click()
    expect(som).to_be_visible()
    expect(zorg.get_by_text("€ 2.112,00".replace(" ", "\u00a0"))).to_be_visible()
    huur = widget.log.get_by_role("article", name="Huurtoeslag")
    expect(huur).to_contain_text("ongeveer 283 euro per maand")
    expect(huur).to_contain_text("Dit weten wij nog niet")
    kind = widget.log.get_by_role("article", name="Kindgebonden budget")
    expect(kind).to_contain_text("Waarschijnlijk niet")
    expect(kind).not_to_contain_text("Aanvragen")


def test_het_veld_blijft_onderaan_bij_een_lange_uitkomst(widget: Widget) -> None:
    """Only the middle scrolls. Something hidden in it once stretched the window, and the field stood halfway."""
    widget.tot_uitkomst()
    paneel = widget.page.locator("rechtop-chat .paneel")
    hoogte = paneel.evaluate("p => [p.scrollTop, p.scrollHeight - p.clientHeight]")
    assert hoogte == [0, 0]
    veld, venster = widget.veld.bounding_box(), paneel.bounding_box()
    assert veld is not None
    assert venster is not None
    assert venster["y"] + venster["height"] - (veld["y"] + veld["height"]) < 40


def test_op_een_laag_scherm_begint_het_beeld_bij_het_antwoord(widget: Widget) -> None:
    """Where what was said and the answer do not both fit, the answer is what to read."""
    widget.page.set_viewport_size({"width": 360, "height": 480})
    widget.begin()
    widget.zeg("alles")
    eigen, uitkomst = widget.log.locator(".bericht.u").last, widget.log.locator(".bericht.u ~ .bericht").last
    expect(uitkomst).to_be_in_viewport()
    expect(eigen).not_to_be_in_viewport()


def test_wat_niet_voor_u_is_staat_niet_in_de_weg(widget: Widget) -> None:
    widget.begin()
    widget.zeg("alles")
    expect(widget.log.get_by_role("article", name="Zorgtoeslag")).to_be_visible()
    ioaw = widget.log.get_by_role("article", name="IOAW", include_hidden=True)
    expect(ioaw).to_be_hidden()
    widget.log.get_by_text("Waar u waarschijnlijk geen recht op heeft (4)").click()
    expect(ioaw).to_be_visible()
    expect(ioaw).to_contain_text("U bent te jong.")


def test_tekst_van_de_server_wordt_nooit_html(widget: Widget) -> None:
    widget.begin()
    widget.zeg("gevaar")
    bericht = widget.log.locator(".bot").filter(has_text="onerror")
    expect(bericht).to_contain_text(
        '<img src=x onerror="window.gehackt=1"> [klik](javascript:window.gehackt=1)'
    )
    expect(bericht.locator("img")).to_have_count(0)
    expect(bericht.locator("strong")).to_have_text("vet")
    wet = bericht.get_by_role("link")
    expect(wet).to_have_attribute("href", "https://wetten.overheid.nl/")
    expect(wet).to_have_attribute("rel", re.compile("noopener"))
    expect(wet).to_have_accessible_name("wet (opent in een nieuw tabblad)")
    assert widget.page.evaluate("window.gehackt") is None


def test_eigen_tekst_wordt_nooit_html(widget: Widget) -> None:
    widget.begin()
    widget.zeg("<b>34</b> **jaar**")
    expect(widget.log.locator(".u .tekst")).to_have_text("<b>34</b> **jaar**")


def test_menu_stuurt_vaste_keuzes(widget: Widget, nep: Nep) -> None:
    widget.begin()
    widget.knop("Menu").click()
    widget.knop("Vorige vraag").click()
    expect(widget.log.locator(".u .tekst")).to_have_text("Vorige vraag")
    assert nep.ontvangen[0]["keuze"] == "terug"
    expect(widget.knop("Vorige vraag")).to_be_hidden()


def test_wissen_vraagt_eerst_en_wist_dan_alles(widget: Widget, nep: Nep) -> None:
    widget.begin()
    widget.knop("Menu").click()
    widget.knop("Gesprek wissen").click()
    expect(widget.knop("Nee, ga terug")).to_be_focused()
    widget.page.keyboard.press("Escape")
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    assert len(nep.gesprekken) == 1
    widget.knop("Menu").click()
    widget.knop("Gesprek wissen").click()
    widget.knop("Ja, wis het gesprek").click()
    expect(widget.status).to_have_text("Uw gesprek is gewist. Wij hebben niets bewaard.")
    assert nep.gesprekken == {}
    assert "geheim" not in widget.page.evaluate("JSON.stringify(sessionStorage)")
    widget.knop("Beginnen").click()
    expect(widget.log.locator(".bericht")).to_have_count(2)


def test_knop_op_de_pagina_opent_het_venster(widget: Widget) -> None:
    widget.page.goto(widget.adres)
    widget.starter.wait_for()
    widget.page.get_by_role("link", name="Start de check").click()
    expect(widget.venster).to_be_visible()
    assert widget.page.url == f"{widget.adres}/"


def test_gesprek_als_pagina(widget: Widget, nep: Nep) -> None:
    widget.page.goto(widget.adres + "/zelfcheck/voorbeeldstad")
    widget.page.locator("rechtop-chat .paneel").get_by_role("button", name="Beginnen").click()
    expect(widget.log).to_contain_text("Hoe oud bent u?")  # what is typed before that stays in the field
    widget.zeg("34")
    expect(widget.log).to_contain_text("partner")
    assert widget.page.get_by_role("button", name="Sluiten").count() == 0
    assert widget.axe() == []
    assert len(nep.ontvangen) == 1
