"""Writing with JavaScript: saved while typing, never silently not saved, and a button of the form leaves the rest as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import delete

from tests.browser.staten_onderwerpen import TROMBONE
from tests.browser.staten_redactie import Bezoek, Huis, draai_redactie
from web.toegang.tabellen import sessie


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    with draai_redactie(tmp_path_factory.mktemp("redactie")) as huis:
        yield huis


def test_schrijven_met_javascript(page: Page, huis: Huis) -> None:
    concept = huis.concept("sam", TROMBONE)
    p = Bezoek(page, huis).als("sam").naar(f"/redactie/concept/{concept.id}")
    antwoord, stand = page.get_by_label("Het antwoord", exact=True), page.locator("#stand")
    antwoord.fill("Je kunt dat vragen.")
    expect(page.get_by_text("spreek de lezer aan met u")).to_be_visible()
    expect(stand).to_contain_text("Bewaard op")
    antwoord.fill("U kunt dat vragen.")
    expect(page.get_by_text("spreek de lezer aan met u")).to_be_hidden()

    # A choice goes down, and the cursor goes with it.
    page.get_by_role("button", name="Omlaag knop 1: Voor mijn kind").click()
    tweede = page.get_by_label("Knop 2: de woorden op de knop")
    expect(tweede).to_have_value("Voor mijn kind")
    expect(tweede).to_be_focused()
    expect(antwoord).to_have_value("U kunt dat vragen.")
    page.get_by_role("button", name="Haal deze vraag weg").click()
    expect(tweede).to_have_count(0)
    page.get_by_role("button", name="Zet terug").click()
    expect(tweede).to_have_value("Voor mijn kind")

    # An amount, where the cursor was.
    antwoord.press("Control+End")
    page.get_by_text("Bedragen en namen die de chatbot zelf invult").click()
    page.get_by_role("button", name="Zet in de tekst Telefoonnummer van de gemeente").click()
    expect(antwoord).to_have_value("U kunt dat vragen.{{ gemeente.contact.telefoon }}")
    expect(stand).to_contain_text("Bewaard op")

    # The line breaks, and comes back.
    def breek(route: Route) -> None:
        route.abort()

    page.route("**/typt", breek)
    page.get_by_label("De vraag").fill("Is er geld voor zwemmen?")
    expect(stand).to_contain_text("Er is nu geen verbinding")
    page.unroute("**/typt", breek)
    page.get_by_label("Waarom verandert u dit?").fill("Duidelijker")
    expect(stand).to_contain_text("Bewaard op")

    # Logged out on another screen: what was typed stays on this one, and is said not to be saved.
    with huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.execute(delete(sessie))
    page.get_by_label("De vraag").fill("Dit wordt niet bewaard")
    expect(stand).to_contain_text("U bent uitgelogd")
    page.get_by_role("button", name="Omhoog knop 2").click()
    expect(page.get_by_label("De vraag")).to_have_value("Dit wordt niet bewaard")
    p.als("sam")
    # The proof in the form is of the old session; the page says so, and back is what was typed.
    tekst = huis.concepten.lees(concept.id).tekst
    assert tekst is not None
    assert "titel: Is er geld voor zwemmen?" in tekst
    assert "U kunt dat vragen.{{ gemeente.contact.telefoon }}" in tekst


def test_op_de_knop_terwijl_er_nog_wordt_bewaard(page: Page, huis: Huis) -> None:
    """Both would begin from the same version: the button waits until what is under way is saved."""
    concept = huis.concept("bo", TROMBONE)
    Bezoek(page, huis).als("bo").naar(f"/redactie/concept/{concept.id}")
    vast: list[Route] = []

    def houd(route: Route) -> None:
        vast.append(route)

    page.route("**/typt", houd)
    page.get_by_label("Wie let op dit antwoord").fill("Team Bad")
    with page.expect_request("**/typt"):
        pass
    page.get_by_label("Wie let op dit antwoord").fill("Team Zwembad")
    page.get_by_role("button", name="Bewaren", exact=True).last.click()
    expect(page.get_by_label("Wie let op dit antwoord")).to_have_value("Team Zwembad")
    with page.expect_navigation():
        vast[0].continue_()
    expect(page.get_by_label("Wie let op dit antwoord")).to_have_value("Team Zwembad")
    tekst = huis.concepten.lees(concept.id).tekst
    assert tekst is not None
    assert "eigenaar: Team Zwembad" in tekst
