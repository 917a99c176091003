"""What a screen reader is told by itself: every message once, in the log, and nothing else that is live says it again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Widget
from tests.browser.nepserver import Nep

LUISTER = """
window.gehoord = [];
const maak = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (...wat) {
  const wortel = maak.apply(this, wat);
  new MutationObserver((wijzigingen) => {
    for (const { target, addedNodes, type } of wijzigingen) {
      const begin = target instanceof Element ? target : target.parentElement;
      const streek = begin?.closest("[role=log], [role=status], [role=alert], [aria-live]");
      if (!streek || streek.getAttribute("aria-live") === "off" || !streek.checkVisibility()) continue;
      const stukken = type === "characterData" ? [target] : addedNodes;
      for (const stuk of stukken) {
        const tekst = stuk.textContent.trim().replace(/\\s+/g, " ");
        if (tekst) gehoord.push([streek.getAttribute("role") ?? streek.getAttribute("aria-live"), tekst]);
      }
    }
  }).observe(wortel, { subtree: true, childList: true, characterData: true });
  return wortel;
};
"""


@pytest.fixture
def luister(widget: Widget) -> Widget:
    widget.page.add_init_script(LUISTER)
    return widget


def gehoord(widget: Widget) -> list[tuple[str, str]]:
    """(role of the live region, what was added to it), in order."""
    return [(rol, tekst) for rol, tekst in widget.page.evaluate("gehoord")]


def _elk_een_keer(widget: Widget, vanaf: int = 0) -> list[str]:
    """What was heard in the log: exactly the messages on screen, in their order, and not one of them elsewhere."""
    alles = gehoord(widget)[vanaf:]
    log = [tekst for rol, tekst in alles if rol == "log"]
    assert log == [" ".join(tekst.split()) for tekst in widget.log.locator(".bericht").all_text_contents()]
    elders = [tekst for rol, tekst in alles if rol != "log"]
    assert not [tekst for tekst in elders if any(tekst in bericht for bericht in log)]
    return log


def test_een_heel_gesprek(luister: Widget) -> None:
    luister.tot_uitkomst()
    log = _elk_een_keer(luister)
    assert len(log) == luister.log.locator(".bericht").count() == 10
    assert {rol for rol, _ in gehoord(luister)} == {"log"}


def test_herladen_leest_niets_opnieuw(luister: Widget) -> None:
    luister.begin()
    luister.zeg("34")
    luister.knop("Ja").wait_for()
    luister.page.reload()
    luister.knop("Ja").wait_for()
    assert gehoord(luister) == []
    # From then on new messages are heard again.
    luister.page.wait_for_function(
        "() => !document.querySelector('rechtop-chat').shadowRoot.querySelector('[role=log]').hasAttribute('aria-live')"
    )
    luister.knop("Nee").click()
    luister.log.get_by_text("kale huur").wait_for()
    nieuw = [tekst for rol, tekst in gehoord(luister) if rol == "log"]
    assert len(nieuw) == 2, nieuw
    assert "kale huur" in nieuw[1]


@pytest.mark.parametrize("storing", ["verbreek", "weg"])
def test_opnieuw_geprobeerd_klinkt_een_keer(luister: Widget, nep: Nep, storing: str) -> None:
    luister.begin()
    nep.storingen.append(storing)
    luister.zeg("34")
    luister.knop("Ja").wait_for()
    assert len(_elk_een_keer(luister)) == 4
    assert [tekst for rol, tekst in gehoord(luister) if rol != "log"] == [
        "De verbinding is even weg. Wij proberen het opnieuw."
    ]


def test_een_fout_bij_het_veld_klinkt_een_keer(luister: Widget) -> None:
    luister.begin()
    luister.zeg("")
    luister.venster.get_by_text("Typ eerst uw antwoord.").wait_for()
    (melding,) = [een for een in gehoord(luister) if een[0] != "log"]
    assert melding[0] == "alert"
    assert melding[1].startswith("Typ eerst uw antwoord.")


def test_wissen_klinkt_en_daarna_is_het_stil(luister: Widget) -> None:
    luister.begin()
    eerst = len(gehoord(luister))
    luister.knop("Menu").click()
    luister.knop("Gesprek wissen").click()
    luister.knop("Ja, wis het gesprek").click()
    expect(luister.status).to_contain_text("is gewist")
    assert gehoord(luister)[eerst:] == [("status", "Uw gesprek is gewist. Wij hebben niets bewaard.")]
    daarna = len(gehoord(luister))
    luister.knop("Beginnen").click()
    luister.log.get_by_text("Hoe oud bent u?").wait_for()
    assert len(_elk_een_keer(luister, daarna)) == 2
