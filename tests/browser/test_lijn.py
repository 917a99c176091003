"""A line that drops, a server that is busy, a page that is loaded again: nothing is lost, nothing counts twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep


@pytest.mark.parametrize("storing", ["verbreek", "weg"])
def test_verbroken_lijn_probeert_opnieuw_met_hetzelfde_id(widget: Widget, nep: Nep, storing: str) -> None:
    widget.begin()
    nep.storingen.append(storing)
    widget.zeg("34")
    expect(widget.status).to_have_text("De verbinding is even weg. Wij proberen het opnieuw.")
    expect(widget.veld).to_have_value("34")
    expect(widget.log).to_contain_text("partner")
    expect(widget.veld).to_have_value("")
    expect(widget.log.locator(".u")).to_have_count(1)
    assert len(nep.ontvangen) == 2
    assert nep.ontvangen[0] == nep.ontvangen[1]
    assert len(nep.gesprek.antwoorden) == 1
    assert nep.gesprek.plek == 1


def test_na_drie_keer_een_rustige_melding_en_zelf_opnieuw(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.extend(["weg"] * 4)
    widget.page.clock.install()
    widget.zeg("34")
    for pauze in (1, 2, 4):
        expect(widget.status).to_contain_text("De verbinding is even weg.")
        widget.page.wait_for_timeout(150)
        widget.page.clock.run_for(pauze * 1000)
    expect(widget.melding).to_contain_text("Uw bericht is niet aangekomen.")
    expect(widget.veld).to_have_value("34")
    assert len(nep.ontvangen) == 4
    widget.knop("Probeer opnieuw").click()
    expect(widget.log).to_contain_text("partner")
    expect(widget.melding).to_be_empty()
    assert widget.focus() == "antwoord"
    assert {bericht["id"] for bericht in nep.ontvangen} == set(nep.gesprek.antwoorden)
    assert nep.gesprek.plek == 1


def test_andere_tekst_na_een_antwoord_dat_nooit_kwam(widget: Widget, nep: Nep) -> None:
    """The first text did arrive. The second must not be read as an answer to a question nobody has seen."""
    widget.begin()
    nep.storingen.append("verbreek")
    nep.storingen.extend(["weg"] * 3)
    widget.page.clock.install()
    widget.zeg("34")
    for pauze in (1, 2, 4):
        expect(widget.status).to_contain_text("De verbinding is even weg.")
        widget.page.wait_for_timeout(150)
        widget.page.clock.run_for(pauze * 1000)
    expect(widget.melding).to_contain_text("Uw bericht is niet aangekomen.")
    widget.zeg("35")
    expect(widget.melding).to_contain_text("Uw vorige bericht was toch aangekomen.")
    expect(widget.log).to_contain_text("Woont u samen")
    expect(widget.veld).to_have_value("35")
    assert "35" not in [bericht.get("tekst") for bericht in nep.ontvangen]


def test_druk_wacht_zo_lang_als_de_server_vraagt(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.append("druk")
    widget.zeg("34")
    expect(widget.status).to_have_text("Het is druk. Wij proberen het over 1 seconden opnieuw.")
    expect(widget.log).to_contain_text("partner")
    assert nep.ontvangen[0]["id"] == nep.ontvangen[1]["id"]


def test_lang_wachten_doet_de_bewoner_zelf(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.append("heel_druk")
    widget.zeg("34")
    expect(widget.melding).to_have_text("U hebt veel berichten gestuurd. Wacht een kwartier.")
    expect(widget.knop("Probeer opnieuw")).to_be_visible()
    expect(widget.veld).to_have_value("34")
    assert len(nep.ontvangen) == 1


def test_een_beurt_tegelijk_en_de_tekst_blijft_van_de_bewoner(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.append("traag")
    widget.zeg("34")
    expect(widget.verstuur).to_be_disabled()
    widget.veld.press("End")
    widget.veld.type(" en mijn man is 40")
    widget.veld.press("Enter")
    expect(widget.status).to_have_text("De chatbot zoekt een antwoord.")
    expect(widget.log).to_contain_text("partner", timeout=5000)
    expect(widget.veld).to_have_value("en mijn man is 40")
    expect(widget.status).to_be_empty()
    expect(widget.verstuur).to_be_enabled()
    assert len(nep.ontvangen) == 1


def test_snel_antwoord_meldt_geen_zoeken(widget: Widget) -> None:
    widget.begin()
    widget.page.evaluate(
        """() => { window.gezegd = [];
            const s = document.querySelector("rechtop-chat").shadowRoot.querySelector(".status");
            new MutationObserver(() => s.textContent && gezegd.push(s.textContent)).observe(s, {childList: true}); }"""
    )
    widget.zeg("34")
    expect(widget.log).to_contain_text("partner")
    widget.page.wait_for_timeout(1200)
    assert widget.page.evaluate("gezegd") == []


def test_herladen_gaat_verder_waar_het_was(widget: Widget, nep: Nep) -> None:
    widget.begin()
    widget.zeg("34")
    expect(widget.knop("Ja")).to_be_visible()
    widget.veld.fill("half getypt")
    widget.page.reload()
    expect(widget.log.locator(".bericht")).to_have_count(4)
    expect(widget.veld).to_have_value("half getypt")
    expect(widget.venster.get_by_role("group", name="Hoe ver bent u?")).to_be_visible()
    assert widget.focus() == "", "loading a page must not move the focus into the chat"
    expect(widget.knop("Waarom vraagt u dit?")).to_have_count(1)
    widget.knop("Ja").click()
    expect(widget.log).to_contain_text("kale huur")
    assert len(nep.gesprekken) == 1


def test_herladen_midden_in_een_bericht_maakt_het_af(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.append("verbreek")
    widget.zeg("34")
    expect(widget.status).to_contain_text("De verbinding is even weg.")
    widget.page.reload()
    expect(widget.log).to_contain_text("partner")
    expect(widget.log.locator(".u")).to_have_count(1)
    widget.page.wait_for_timeout(300)
    assert len(nep.gesprek.antwoorden) == 1
    assert nep.gesprek.plek == 1
    expect(widget.log.locator(".bericht")).to_have_count(4)


def test_verlopen_gesprek_begint_vriendelijk_opnieuw(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.gesprekken.clear()
    widget.zeg("34")
    expect(widget.melding).to_contain_text("Dit gesprek is er niet meer. U kunt opnieuw beginnen.")
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    expect(widget.veld).to_have_value("34")
    expect(widget.melding).to_be_empty()


def test_verlopen_bij_herladen(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.gesprekken.clear()
    widget.page.reload()
    expect(widget.melding).to_contain_text("Dit gesprek is er niet meer.")
    expect(widget.knop("Beginnen")).to_be_visible()


def test_wissen_terwijl_een_antwoord_onderweg_is(widget: Widget, nep: Nep) -> None:
    widget.begin()
    nep.storingen.append("traag")
    widget.zeg("34")
    widget.knop("Menu").click()
    widget.knop("Gesprek wissen").click()
    widget.knop("Ja, wis het gesprek").click()
    expect(widget.knop("Beginnen")).to_be_visible()
    widget.page.wait_for_timeout(3000)
    expect(widget.knop("Beginnen")).to_be_enabled()
    expect(widget.page.locator("rechtop-chat .bericht")).to_have_count(0)
    expect(widget.melding).to_be_empty()
    assert nep.gesprekken == {}


def test_begin_lukt_niet_meteen(widget: Widget) -> None:
    widget.open()
    keren = 0

    def af_en_toe(route: Route) -> None:
        nonlocal keren
        keren += 1
        if keren <= 1:
            route.abort()
        else:
            route.continue_()

    widget.page.route("**/api/v1/gesprekken", af_en_toe)
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    assert keren == 2


def test_zonder_onze_teksten_blijft_er_een_weg(widget: Widget) -> None:
    widget.page.clock.install()
    widget.page.route("**/widget-teksten.json*", lambda route: route.abort())
    widget.page.goto(widget.adres)
    for _ in range(4):
        widget.page.wait_for_timeout(150)
        widget.page.clock.run_for(4000)
    weg = widget.page.get_by_role("link", name="Waar heb ik recht op?")
    expect(weg).to_have_attribute("href", f"{widget.adres}/zelfcheck/voorbeeldstad")


def test_een_keuze_uit_het_menu_wacht_op_haar_beurt(widget: Widget, nep: Nep) -> None:
    """On a slow line: what was chosen while an answer is under way is not forgotten, and is asked once."""
    widget.begin()
    nep.storingen.append("traag")
    widget.zeg("34")
    for _ in range(2):
        widget.knop("Menu").click()
        widget.knop("Contact met de gemeente").click()
    expect(widget.log).to_contain_text("partner")
    expect(widget.log.get_by_text("Contact met de gemeente")).to_have_count(1)
    assert [b.get("tekst", b.get("keuze")) for b in nep.ontvangen] == ["34", "contact"]
