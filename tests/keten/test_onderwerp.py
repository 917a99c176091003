"""A question of the resident's own in the window, on a phone: the answer, its follow-up, whether it helped, and each step usable
by everyone. The processes are the real ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import ViewportSize, expect

from ops.huis import Huis
from tests.browser.conftest import Widget

pytestmark = pytest.mark.browser
TELEFOON: ViewportSize = {"width": 390, "height": 844}


def geteld(huis: Huis, onderwerp: str) -> tuple[int, int, int]:
    """Asked, helped and did not help, over all days."""
    pad = huis.map_gegevens / "rechtop.db"
    with closing(sqlite3.connect(f"file:{pad}?mode=ro", uri=True)) as verbinding:
        rij = verbinding.execute(
            "select coalesce(sum(gevraagd), 0), coalesce(sum(hielp), 0), coalesce(sum(hielp_niet), 0)"
            " from onderwerp_dag where onderwerp = ?",
            (onderwerp,),
        ).fetchone()
    return int(rij[0]), int(rij[1]), int(rij[2])


def vraag(widget: Widget, tekst: str) -> None:
    """Ask it as the first thing in a new talk."""
    widget.page.set_viewport_size(TELEFOON)
    widget.open()
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Ik ben een chatbot")
    with widget.page.expect_response("**/berichten"):
        widget.zeg(tekst)


def kies(widget: Widget, knop: str) -> None:
    with widget.page.expect_response("**/berichten"):
        widget.knop(knop).last.click()


def in_beeld(widget: Widget) -> None:
    """Nothing sticks out sideways, and axe finds nothing."""
    breedte = widget.page.evaluate("document.documentElement.scrollWidth")
    assert breedte <= TELEFOON["width"]
    for knop in widget.log.get_by_role("button").all():
        vak = knop.bounding_box()
        assert vak is None or (vak["x"] >= 0 and vak["x"] + vak["width"] <= TELEFOON["width"])
    assert widget.axe() == []


@pytest.mark.parametrize(
    ("oordeel", "dank"), [("Ja, dit helpt mij", "Fijn"), ("Nee, dit helpt mij niet", "jammer")]
)
def test_ask_follow_up_and_say_whether_it_helped(widget: Widget, huis: Huis, oordeel: str, dank: str) -> None:
    voor = geteld(huis, "kwijtschelding")
    vraag(widget, "moet ik de belasting van de gemeente betalen, kan ik kwijtschelding krijgen?")
    expect(widget.log).to_contain_text("Dat heet kwijtschelding.")
    in_beeld(widget)
    kies(widget, "Ik heb al betaald")
    expect(widget.log.locator(".bericht").last).to_contain_text("Misschien krijgt u het geld terug.")
    in_beeld(widget)
    kies(widget, oordeel)
    expect(widget.log).to_contain_text(dank)
    in_beeld(widget)
    ja = oordeel.startswith("Ja")
    eens = (voor[0] + 1, voor[1] + ja, voor[2] + (not ja))
    assert geteld(huis, "kwijtschelding") == eens
    # Once is once: the buttons are gone.
    for knop in ("Ja, dit helpt mij", "Nee, dit helpt mij niet"):
        expect(widget.knop(knop)).to_have_count(0)


def test_a_gemeente_with_an_answer_of_its_own(widget: Widget) -> None:
    vraag(widget, "wie kan mij helpen met het invullen van een formulier?")
    expect(widget.log).to_contain_text("In Voorbeeldstad hoeft u het niet alleen te doen.")
    expect(widget.log).to_contain_text("Bibliotheek Voorbeeldstad, Marktplein 3")
    in_beeld(widget)
    kies(widget, "Bij een formulier of brief")
    expect(widget.log.locator(".bericht").last).to_contain_text("Dat kan op dinsdag en donderdag")
    in_beeld(widget)
