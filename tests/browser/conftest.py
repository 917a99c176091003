"""Chromium of the system, the scripted server, and a page object that finds the widget."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from ops.browser import vind_browser
from tests.browser.gasten import _buurt, buurt  # noqa: F401 -- fixtures
from tests.browser.keuringen import Fouten, Staat, keur, rust_uit
from tests.browser.nepserver import Nep, draai, maak_app

CONTENT = Path(__file__).resolve().parents[2] / "content"
AXE_REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

CONTACT = "Vraag de gemeente om contact"

ECHTSTAD = """\
slug: echtstad
naam: Echtstad
cbs_code: GM9999
provincie: Verzonnen
contact: {telefoon: 14 099, openingstijden: elke werkdag, adres: Plein 1, website: "https://echtstad.example"}
"""
"""For the pages it exists: it has a code."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    pad = vind_browser()
    assert pad is not None, "no Chromium: run python -m ops.browser"
    # Without a sandbox only because tests may run as root in a container.
    vlaggen = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
    return {**browser_type_launch_args, "executable_path": str(pad), "headless": True, "args": vlaggen}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    # Reduced motion: otherwise contrast is measured in the middle of a change of colour.
    return {
        **browser_context_args,
        "locale": "nl-NL",
        "viewport": {"width": 1280, "height": 800},
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Nep]]:
    # Only what the pages need, so that an unfinished text elsewhere does not stop these tests.
    map = tmp_path_factory.mktemp("content")
    bestanden = (
        "teksten/widget.yml",
        "teksten/demo.yml",
        "teksten/insluiten.yml",
        "teksten/kromme.yml",
        "teksten/zelfcheck.yml",
        "gemeenten/voorbeeldstad.yml",
    )
    for bestand in (*bestanden, "regios/regio-voorbeeldland.yml"):
        (map / bestand).parent.mkdir(exist_ok=True)
        shutil.copy(CONTENT / bestand, map / bestand)
    (map / "gemeenten" / "echtstad.yml").write_text(ECHTSTAD, encoding="utf-8")
    nep = Nep()
    inhoud = Inhoud(map, laad_parameters(CONTENT / "parameters"))
    with draai(maak_app(nep, inhoud)) as adres:
        yield adres, nep


@pytest.fixture
def nep(_server: tuple[str, Nep]) -> Nep:
    _server[1].leeg()
    return _server[1]


@pytest.fixture
def adres(_server: tuple[str, Nep], nep: Nep) -> str:
    return _server[0]


class Widget:
    """The widget as a resident finds it: by role and name."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page = page
        self.adres = adres
        self.venster = page.get_by_role("dialog")
        self.starter = page.get_by_role("button", name="Waar heb ik recht op?")
        self.log = page.get_by_role("log")
        self.veld = page.locator("rechtop-chat textarea")
        self.verstuur = page.get_by_role("button", name="Versturen")
        self.melding = page.locator("rechtop-chat .melding p")
        self.status = page.locator("rechtop-chat .status")
        self.kader = page.frame_locator("rechtop-chat iframe")

    def open(self, pad: str = "/") -> Widget:
        self.page.goto(self.adres + pad)
        self.starter.click()
        return self

    def begin(self) -> Widget:
        self.open()
        self.knop("Beginnen").click()
        self.log.get_by_text("Hoe oud bent u?").wait_for()
        return self

    def knop(self, naam: str) -> Locator:
        return self.venster.get_by_role("button", name=naam, exact=True)

    def zeg(self, tekst: str) -> None:
        self.veld.fill(tekst)
        self.veld.press("Enter")

    def tot_uitkomst(self) -> Widget:
        self.begin()
        self.zeg("34")
        self.knop("Nee").click()
        self.log.get_by_text("kale huur").wait_for()
        self.zeg("650")
        self.venster.get_by_label("Ik heb moeite om gas en stroom te betalen").check()
        self.knop("Verder").click()
        self.log.get_by_role("heading", name="Zorgtoeslag").wait_for()
        return self

    def vraag_contact(self) -> Widget:
        """To the bubble that offers the contact form, by the menu."""
        self.begin()
        self.knop("Menu").click()
        self.knop("Contact met de gemeente").click()
        self.knop(CONTACT).wait_for()
        return self

    def klap_uit(self) -> None:
        """Opens all that is folded away."""
        self.log.evaluate("e => { for (const d of e.querySelectorAll('details')) d.open = true; }")

    def focus(self) -> str:
        """id, class or text of what has the focus inside the widget; "" when that is elsewhere."""
        gevonden: str = self.page.evaluate(
            """() => { const e = document.querySelector("rechtop-chat")?.shadowRoot?.activeElement;
                       return e ? e.id || e.className || e.textContent : ""; }"""
        )
        return gevonden

    def axe(self) -> list[str]:
        """Violations as "rule: element", nothing when all is well."""
        self.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
        uitslag: dict[str, Any] = self.page.evaluate(
            "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}})", AXE_REGELS
        )
        assert len(uitslag["passes"]) > 20, "axe looked at nothing"
        return [
            f"{f['id']}: {n['target']} {n['failureSummary']}"
            for f in uitslag["violations"]
            for n in f["nodes"]
        ]


@pytest.fixture
def widget(page: Page, adres: str) -> Widget:
    return Widget(page, adres)


@pytest.fixture(scope="module")
def keurkamer(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser of its own, with what the checks need on every page."""
    with browser.new_context(**browser_context_args) as context:
        rust_uit(context)
        yield context


Keur = Callable[[Staat, Callable[[Page], Any]], Fouten]


@pytest.fixture(scope="module")
def keur_staat(request: pytest.FixtureRequest, keurkamer: BrowserContext) -> Keur:
    """All checks of one state, in one visit: `keur_staat(staat, wie)`; `wie` makes of a fresh page what the state starts
    from. Beside the checks of keuringen.py, "meldingen" holds what the console said.

    For a fixture with the states of a file as parameters and scope "module", named `gekeurd`: then one visit serves all tests
    of a state, and `make test` divides the states over its workers (tests/conftest.py).
    """

    def visite(staat: Staat, wie: Callable[[Page], Any]) -> Fouten:
        page = keurkamer.new_page()
        meldingen: list[str] = []

        def hoor(melding: ConsoleMessage) -> None:
            meldingen.append(melding.text)

        page.on("console", hoor)
        try:
            staat.bereik(wie(page))
            fouten = keur(page, staat, goedkeuren=request.config.getoption("--keur-namen"))
        finally:
            page.close()
        return {**fouten, "meldingen": meldingen}

    return visite
