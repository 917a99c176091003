"""Browsers that are too old, and a chat that does not come: there is always a link to the plain page."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Widget

NIEUW = r"=>|`|\?\.|\?\?|\.\.\.|\*\*|\b(?:const|let|class|import|export|async|await|of|yield)\b"
"""What JavaScript got after ES5, as far as a script of ours would ever use it. Types are checked by `make check`."""
ZONDER = {
    "geen modules": "delete HTMLScriptElement.prototype.noModule",
    "geen schaduw": "delete Element.prototype.attachShadow",
    "geen eigen elementen": "delete window.customElements",
    "voor 2021": "delete Element.prototype.replaceChildren",
}


def _is_de_link(page: Page, adres: str) -> None:
    link = page.get_by_role("link", name="Waar heb ik recht op?")
    expect(link).to_have_attribute("href", f"{adres}/zelfcheck/voorbeeldstad")
    expect(link).to_be_in_viewport()
    expect(page.locator("rechtop-chat")).to_have_count(1)
    link.click()
    page.wait_for_url("**/zelfcheck/voorbeeldstad")
    expect(page.get_by_role("button", name="Beginnen")).to_be_visible()


@pytest.mark.parametrize("mist", ZONDER.values(), ids=ZONDER.keys())
def test_te_oude_browser_krijgt_de_gewone_pagina(page: Page, adres: str, mist: str) -> None:
    page.add_init_script(mist)
    verzoeken: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.goto(adres)
    _is_de_link(page, adres)
    assert not any(url.endswith("element.js") for url in verzoeken), "it is not even asked for"
    assert fouten == []


def test_de_terugval_van_de_pagina_zelf_blijft(page: Page, adres: str) -> None:
    page.add_init_script(ZONDER["voor 2021"])
    page.goto(adres + "/streng")
    expect(page.get_by_role("link", name="Doe de check")).to_be_visible()
    expect(page.get_by_role("link", name="Waar heb ik recht op?")).to_have_count(0)


@pytest.mark.parametrize("inhoud", ["class { #nee", None], ids=["niet te lezen", "niet te halen"])
def test_script_dat_niet_komt(page: Page, adres: str, inhoud: str | None) -> None:
    """Private methods are not known to Safari 14: the file comes, and nothing comes of it."""
    page.route(
        "**/widget/element.js",
        lambda route: (
            route.abort() if inhoud is None else route.fulfill(body=inhoud, content_type="text/javascript")
        ),
    )
    page.goto(adres)
    _is_de_link(page, adres)


def test_script_dat_blijft_hangen(page: Page, adres: str) -> None:
    page.clock.install()
    page.route("**/widget/element.js", lambda route: None)
    page.goto(adres, wait_until="domcontentloaded")
    expect(page.locator("script[type=module]")).to_have_count(1)
    expect(page.get_by_role("link", name="Waar heb ik recht op?")).to_have_count(0)
    page.clock.run_for(15_000)
    expect(page.get_by_role("link", name="Waar heb ik recht op?")).to_be_visible()


def test_link_gaat_weg_als_de_chat_toch_komt(page: Page, adres: str) -> None:
    page.clock.install()
    wacht: list[Route] = []
    page.route("**/widget/element.js", lambda route: wacht.append(route))
    page.goto(adres, wait_until="domcontentloaded")
    expect(page.locator("script[type=module]")).to_have_count(1)
    page.clock.run_for(15_000)
    expect(page.get_by_role("link", name="Waar heb ik recht op?")).to_be_visible()
    wacht[0].continue_()
    expect(page.get_by_role("button", name="Waar heb ik recht op?")).to_be_visible()
    expect(page.get_by_role("link", name="Waar heb ik recht op?")).to_be_hidden()


def test_zonder_wat_nieuwer_is_werkt_het_gesprek(widget: Widget) -> None:
    """What Chrome 90, Firefox 102 or Safari 15 lack, taken away."""
    widget.page.add_init_script(
        """for (const [van, wat] of [[Array.prototype, "at"], [String.prototype, "at"], [Object, "hasOwn"],
              [window, "structuredClone"], [Crypto.prototype, "randomUUID"], [Array.prototype, "findLast"],
              [Array.prototype, "toSorted"], [AbortSignal, "timeout"], [ShadowRoot.prototype, "adoptedStyleSheets"],
              [Document.prototype, "adoptedStyleSheets"], [HTMLElement.prototype, "inert"], [window, "speechSynthesis"]])
             delete van[wat];"""
    )
    fouten: list[str] = []
    widget.page.on("pageerror", lambda fout: fouten.append(str(fout)))
    widget.tot_uitkomst()
    widget.knop("Menu").click()
    expect(widget.knop("Gesprek wissen")).to_be_visible()
    assert fouten == []


def test_script_is_te_lezen_voor_oude_browsers(adres: str) -> None:
    script = httpx.get(adres + "/widget.js").text
    zonder_teksten = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'', '""', script)
    assert re.findall(NIEUW, zonder_teksten) == []
    assert not re.search(r",\s*\)", zonder_teksten), "a comma behind the last argument"
