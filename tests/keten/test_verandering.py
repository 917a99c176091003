"""A change in a life and more work, told in words to the real processes: what comes back, on screen too."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import icalendar
import pytest
from playwright.sync_api import expect

from ops.nlu.gesprekken import getypt
from tests.browser.conftest import Widget
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER
from tests.keten.klant import Json, Klant

STRAKS: dict[str, Any] = {
    **ALLEENSTAANDE_OUDER,
    "leeftijd_partner": 36,
    "inkomen_soort_partner": "loon",
    "inkomen_partner_jaar": "26000",
    "co_ouder": False,
}
BIJ_DE_VERANDERING = {
    "partner": "ja",
    "verandering.kies": "nee",
    "woont_in_gemeente": "ja",
    "werkt_partner": "ja",
}
BIJ_HET_WERK = {"loont.loon": "minimumloon", "loont.uren": "24 uur", "loont.reizen": "geen kosten"}
_MEESTE = 45


def _getypt(vraag: str, nummer: int | None, *, straks: bool) -> str:
    if straks and vraag in BIJ_DE_VERANDERING:
        return BIJ_DE_VERANDERING[vraag]
    if vraag in BIJ_HET_WERK:
        return BIJ_HET_WERK[vraag]
    return getypt(STRAKS, vraag, nummer)


def _tot(klant: Klant, veld: str) -> Json:
    """Answer until a message has this field."""
    straks = False
    for _ in range(_MEESTE):
        gevonden = [b for b in klant.berichten if veld in b]
        if gevonden:
            return gevonden[0]
        straks = straks or "hoe het daarna is" in klant.tekst
        assert klant.open is not None, klant.tekst
        klant.zeg(_getypt(*klant.open, straks=straks))
    raise AssertionError(f"no message has {veld}")


def test_a_change_told_at_the_start_ends_in_a_comparison_a_calendar_and_a_page(http: httpx.Client) -> None:
    klant = Klant(http)
    klant.zeg("ik ga per 1 februari samenwonen")
    vergelijking = _tot(klant, "vergelijking")["vergelijking"]
    totaal = vergelijking["totaal_per_maand"]
    assert Decimal(totaal["verschil"]) == Decimal(totaal["na"]) - Decimal(totaal["voor"])
    assert any("Dienst Toeslagen" in een["bij"] for een in vergelijking["melden"])
    agenda = http.get(f"{klant.pad}/agenda")
    assert agenda.headers["content-type"].startswith("text/calendar")
    gevonden = icalendar.Calendar.from_ical(agenda.text).walk("VEVENT")
    assert len(gevonden) >= 1
    pagina = http.get(f"/overzicht/{klant.token}")
    assert pagina.status_code == 200
    assert "Samenwonen" not in agenda.text
    feiten = {f["feit"]: f["waarde"] for f in klant.overzicht()["feiten"]}
    assert feiten["partner"] is False


def test_hours_of_work_end_in_a_curve_with_a_picture(http: httpx.Client) -> None:
    klant = Klant(http)
    klant.zeg("loont werken")
    klant.klik_op("Reken uit wat ik overhoud")
    bericht = _tot(klant, "werken")
    assert [p["uren"] for p in bericht["werken"]["punten"]][:2] == [0, 2]
    assert bericht["beeld"].startswith("<svg")
    pagina = http.get(f"/overzicht/{klant.token}")
    assert "<svg" in pagina.text


@pytest.mark.browser
@pytest.mark.parametrize("maat", [{"width": 360, "height": 740}, {"width": 1280, "height": 800}])
def test_a_change_on_screen(widget: Widget, maat: Any) -> None:
    widget.page.set_viewport_size(maat)
    widget.open()
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Ik ben een chatbot")
    vraag, straks = _zeg(widget, "wat als ik ga samenwonen per 1 februari"), False
    for _ in range(_MEESTE):
        if "vraag" not in vraag[-1]:
            break
        straks = straks or any("hoe het daarna is" in b["tekst"] for b in vraag)
        vraag = _zeg(widget, _getypt(vraag[-1]["vraag"], vraag[-1].get("nummer"), straks=straks))
    vergelijking = vraag[-1]["vergelijking"]
    expect(widget.log.get_by_role("table").last).to_contain_text("Samen per maand")
    for een in vergelijking["verschillen"]:
        expect(widget.log.locator(".bericht").last).to_contain_text(een["titel"])
    assert widget.axe() == []


def _zeg(widget: Widget, tekst: str) -> list[Json]:
    with widget.page.expect_response("**/berichten") as gekomen:
        widget.zeg(tekst)
    berichten: list[Json] = gekomen.value.json()["berichten"]
    expect(widget.log.locator(".bericht").last).to_be_visible()
    widget.page.wait_for_timeout(50)
    return berichten
