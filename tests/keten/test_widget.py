"""A whole check in Chromium, on the demo page, against the real processes: typed, not clicked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ops.nlu.gesprekken import getypt
from tests.browser.conftest import Widget
from tests.keten.huishoudens import GROOT_HUIS, GROOT_HUIS_BEDRAGEN
from tests.keten.klant import Json

pytestmark = pytest.mark.browser


def _zeg(widget: Widget, tekst: str) -> Json | None:
    """Type it; gives the question that is open then."""
    with widget.page.expect_response("**/berichten") as gekomen:
        widget.zeg(tekst)
    antwoord: Json = gekomen.value.json()
    laatste: Json = antwoord["berichten"][-1]
    if "vraag" not in laatste:
        return None
    expect(widget.log.locator(".bericht").last).to_contain_text(laatste["tekst"])
    return laatste


def test_a_whole_check_typed_with_a_reload_on_the_way(widget: Widget) -> None:
    widget.open()
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Ik ben een chatbot, een computer.")
    vraag = _zeg(widget, "waar heb ik recht op?")
    beurten = 1
    while vraag is not None:
        if beurten == 6:
            teksten = widget.log.locator(".bericht .tekst")
            voor = teksten.all_inner_texts()
            widget.page.reload()
            expect(teksten).to_have_text(voor)
        vraag = _zeg(widget, getypt(GROOT_HUIS, vraag["vraag"], vraag.get("nummer")))
        beurten += 1
        assert beurten < 30, "the talk does not end"
    assert beurten >= 15
    expect(widget.log).to_contain_text("U krijgt waarschijnlijk 1.120 euro per maand.")
    for naam, bedrag in zip(
        ("Zorgtoeslag", "Huurtoeslag", "Kindgebonden budget"), GROOT_HUIS_BEDRAGEN.values(), strict=True
    ):
        expect(widget.log.get_by_role("article", name=naam)).to_contain_text(
            f"{bedrag.removesuffix('.00')} euro per maand"
        )
    assert widget.axe() == []
    # The whole outcome is still there after another reload.
    widget.page.reload()
    expect(widget.log).to_contain_text("U krijgt waarschijnlijk 1.120 euro per maand.")


def test_what_a_resident_types_is_never_run_as_html(widget: Widget) -> None:
    widget.open()
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Ik ben een chatbot")
    _zeg(widget, "start")
    vraag = _zeg(widget, "<img src=x onerror=\"document.title='kapot'\"> **vet**")
    assert vraag is not None
    assert vraag["vraag"] == "leeftijd"
    expect(widget.log.locator(".u").last).to_contain_text("<img src=x")
    assert widget.page.title() != "kapot"
    assert widget.log.locator("img").count() == 0
