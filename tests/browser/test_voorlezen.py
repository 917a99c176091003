"""Reading aloud: only with a voice of the device itself, one message at a time, and what is on screen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep

NL = {"lang": "nl-NL", "localService": True, "name": "Nederlands"}
AR = {"lang": "ar_EG", "localService": True, "name": "Arabisch"}
VER = {"lang": "nl-NL", "localService": False, "name": "Van elders"}
EN = {"lang": "en-GB", "localService": True, "name": "Engels"}
LEES = "Lees voor"
STOP = "Stop met voorlezen"


def _stemmen(widget: Widget, *stemmen: dict[str, Any]) -> None:
    """A device with these voices. `gezegd` is what it said; it goes on to the next when the test says `klaar()`."""
    widget.page.add_init_script(
        f"window.stemmen = {json.dumps(stemmen)};"
        + """
        window.gezegd = []; window.afgebroken = 0; let nu = null;
        window.klaar = () => { const was = nu; nu = null; was?.onend?.(); return nu !== null; };
        const synth = Object.assign(new EventTarget(), {
          getVoices: () => window.stemmen,
          speak: uiting => { gezegd.push([uiting.text, uiting.lang, uiting.voice?.name]); nu = uiting; },
          cancel: () => { afgebroken += 1; const was = nu; nu = null; was?.onend?.(); },
        });
        Object.defineProperty(window, "speechSynthesis", { value: synth });
        window.SpeechSynthesisUtterance = class { constructor(tekst) { this.text = tekst; } };"""
    )


def _gezegd(widget: Widget) -> list[str]:
    """All of it, to the end."""
    widget.page.evaluate("() => { while (klaar()); }")
    return [tekst.strip() for tekst, *_ in widget.page.evaluate("gezegd")]


def _knop(widget: Widget, tekst: str, naam: str = LEES) -> Locator:
    return widget.log.locator(".bericht", has_text=tekst).get_by_role("button", name=naam)


@pytest.mark.parametrize("stemmen", [[], [VER, EN]], ids=["geen", "geen van hier in het Nederlands"])
def test_geen_stem_geen_knop(widget: Widget, stemmen: list[dict[str, Any]]) -> None:
    _stemmen(widget, *stemmen)
    widget.begin()
    expect(widget.knop(LEES)).to_have_count(0)


def test_stem_die_later_komt(widget: Widget) -> None:
    _stemmen(widget)
    widget.begin()
    expect(widget.knop(LEES)).to_have_count(0)
    widget.page.evaluate(
        "s => { stemmen.push(s); speechSynthesis.dispatchEvent(new Event('voiceschanged')); }", NL
    )
    expect(widget.knop(LEES)).to_have_count(2)
    widget.zeg("34")
    expect(widget.knop(LEES)).to_have_count(3)
    assert widget.axe() == []
    kader = widget.knop(LEES).first.bounding_box()
    assert kader is not None
    assert min(kader["width"], kader["height"]) >= 44


def test_leest_wat_er_staat_en_een_tegelijk(widget: Widget) -> None:
    _stemmen(widget, EN, VER, NL)
    widget.begin()
    _knop(widget, "Hoe oud bent u?").click()
    assert widget.page.evaluate("gezegd") == [["Hoe oud bent u?", "nl-NL", "Nederlands"]]
    expect(widget.knop(STOP)).to_have_count(1)
    expect(widget.knop(STOP)).to_be_focused()
    _knop(widget, "Ik ben een chatbot").click()
    expect(widget.knop(STOP)).to_have_count(1)
    expect(_knop(widget, "Hoe oud bent u?")).to_be_visible()
    assert widget.page.evaluate("afgebroken") == 1
    assert _gezegd(widget)[1:] == [
        "Goedendag!",
        "Ik ben een chatbot.",
        "U praat met een computer.",
        "U hoeft niet te zeggen wie u bent.",
    ]
    expect(widget.knop(STOP)).to_have_count(0)


def test_stop(widget: Widget) -> None:
    _stemmen(widget, NL)
    widget.begin()
    _knop(widget, "Ik ben een chatbot").click()
    widget.knop(STOP).click()
    expect(widget.knop(STOP)).to_have_count(0)
    assert _gezegd(widget) == ["Goedendag!"]


def test_uitkomst_met_bedragen_zoals_men_ze_zegt(widget: Widget) -> None:
    _stemmen(widget, NL)
    widget.tot_uitkomst()
    kaart = widget.log.get_by_role("article", name="Zorgtoeslag")
    _knop(widget, "U krijgt waarschijnlijk 2 toeslagen").click()
    gezegd = _gezegd(widget)
    assert "Zorgtoeslag" in gezegd
    assert "129 euro per maand" in gezegd
    assert not any("opent in een nieuw tabblad" in zin or "Lees voor" in zin for zin in gezegd)
    assert not any("€" in zin for zin in gezegd), "the sum is folded away"
    kaart.get_by_text("Zo rekenen wij dit uit").click()
    widget.page.evaluate("gezegd = []")
    _knop(widget, "U krijgt waarschijnlijk 2 toeslagen").click()
    alles = " ".join(_gezegd(widget))
    assert "€" not in alles
    assert "2112 euro" in alles, "no dot in a thousand"
    assert "min 564 euro" in alles


def test_lang_bericht_gaat_in_stukken(widget: Widget) -> None:
    _stemmen(widget, NL)
    widget.begin()
    widget.zeg("alles")
    _knop(widget, "Dit is alles.").click()
    gezegd = _gezegd(widget)
    assert len(gezegd) > 5
    assert max(map(len, gezegd)) <= 180
    assert not any("\n" in zin for zin in gezegd)


def test_andere_taal_alleen_met_een_stem_daarvoor(widget: Widget) -> None:
    _stemmen(widget, NL, AR)
    widget.begin()
    widget.zeg("arabisch")
    expect(_knop(widget, "اتصل")).to_be_visible()
    expect(_knop(widget, "arayın")).to_have_count(0)
    _knop(widget, "اتصل").click()
    assert widget.page.evaluate("gezegd[0][1]") == "ar_EG"


@pytest.mark.parametrize("einde", ["sluiten", "antwoord", "wissen", "snel weg", "pagina"])
def test_zwijgt_als_het_gesprek_weg_is(widget: Widget, nep: Nep, einde: str) -> None:
    _stemmen(widget, NL)
    widget.begin()
    widget.page.evaluate("addEventListener('rechtop-weg', e => e.preventDefault())")
    _knop(widget, "Ik ben een chatbot").click()
    match einde:
        case "sluiten":
            widget.knop("Sluiten").click()
        case "antwoord":
            widget.zeg("34")
        case "wissen":
            widget.knop("Menu").click()
            widget.knop("Gesprek wissen").click()
        case "snel weg":
            widget.knop("Snel weg").click()
        case _:
            widget.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert widget.page.evaluate("afgebroken") == 1
    assert _gezegd(widget) == ["Goedendag!"]
