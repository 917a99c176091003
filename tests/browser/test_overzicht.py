"""The page with everything of one talk, in a browser: on a telephone, without JavaScript, in forced colours and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from actions.contract import naar_json
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag, gesprek_id
from actions.gesprek.staat import Beurt, Staat
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from tests.browser.conftest import CONTENT, Widget
from tests.browser.nepserver import draai
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from web.app import maak_app
from web.instellingen import Instellingen

MATEN = [(1280, 800), (360, 740), (320, 256)]


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of a whole talk, with a change and a curve in it, on the real gateway."""
    parameters = laad_parameters(CONTENT / "parameters")
    opslag = Opslag(f"sqlite:///{tmp_path_factory.mktemp('db') / 'proef.db'}", lambda: datetime.now(UTC))
    opslag.migreer()
    bronnen = Bronnen(opslag, Inhoud(CONTENT, parameters), parameters, lambda: date(2026, 11, 20))
    token, _ = opslag.nieuw(Staat("voorbeeldstad"), {"berichten": []}, False)
    with opslag.transactie(gesprek_id(token)) as transactie:
        staat = replace(
            transactie.gesprek.staat,
            feiten=FEITEN,
            scope=tuple(bronnen.catalogus("voorbeeldstad")),
            extra={"vergelijking": naar_json(vergelijking()), "kromme": naar_json(voorbeeld())},
        )
        transactie.bewaar(staat, Beurt(transactie.volgend_nr, "m1", None, {"berichten": []}, "direct"))
    geen_rasa = httpx.MockTransport(lambda _: httpx.Response(503))
    with draai(maak_app(Instellingen(_env_file=None), bronnen, geen_rasa)) as adres:
        yield f"{adres}/overzicht/{token}"
    opslag.sluit()


def _te_breed(page: Page) -> list[str]:
    gevonden: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("main *, footer *")].filter(e => e.getBoundingClientRect().width > 1
            && !e.closest("thead") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => e.localName + " " + e.textContent)"""
    )
    return gevonden


@pytest.mark.parametrize("maat", MATEN)
def test_voor_iedereen(page: Page, pagina: str, maat: tuple[int, int]) -> None:
    fouten: list[str] = []
    page.on("console", lambda melding: fouten.append(melding.text))
    page.set_viewport_size({"width": maat[0], "height": maat[1]})
    page.goto(pagina)
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw overzicht")
    assert Widget(page, pagina).axe() == []
    assert _te_breed(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert fouten == []
    # The table stays a table, also where its rows are shown as cards.
    tabel = page.get_by_role("table", name="Alle bedragen per maand")
    expect(tabel.get_by_role("row")).to_have_count(12)
    expect(tabel.get_by_role("cell").first).to_be_visible()


def test_beeld_en_tabel_zeggen_hetzelfde(page: Page, pagina: str) -> None:
    page.goto(pagina)
    beeld = page.get_by_role("img", name=re.compile("^Wat u per maand overhoudt"))
    gezegd = beeld.locator("desc").text_content() or ""
    tabel = page.get_by_role("table", name="Alle bedragen per maand")
    for een in voorbeeld().punten:
        rij = tabel.get_by_role("row").filter(
            has=page.get_by_role("rowheader", name=re.compile(rf"^{een.uren}\b"))
        )
        totaal = f"{een.totaal_per_maand:,.0f}".replace(",", ".")
        expect(rij.get_by_role("cell").last).to_have_text(totaal)
        if een.uren in (24, 40):
            assert f"bij {een.uren} uur" in gezegd
            assert f"{totaal} euro" in gezegd


def test_zonder_javascript_en_met_het_toetsenbord(browser: Browser, pagina: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pagina)
        expect(page.get_by_text("Kies in het menu van uw browser voor Afdrukken.")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Ga naar de tekst")).to_be_focused()
        knop = page.get_by_role("link", name="Zet de datums in mijn agenda")
        knop.focus()
        with page.expect_download() as gekomen:
            page.keyboard.press("Enter")
    assert gekomen.value.suggested_filename == "rechtop.ics"


def test_agenda_is_te_lezen(pagina: str) -> None:
    html = httpx.get(pagina).text
    pad = re.search(r'href="(/api/v1/gesprekken/[^"]+/agenda)"', html)
    assert pad is not None
    dagen = Calendar.from_ical(httpx.get(httpx.URL(pagina).join(pad[1])).content).walk("VEVENT")
    assert sorted(str(een["summary"]) for een in dagen) == [
        "Laatste dag: Kinderopvangtoeslag aanvragen",
        "Laatste dag: doorgeven aan Dienst Toeslagen",
    ]


def test_op_papier(page: Page, pagina: str, tmp_path: Path) -> None:
    page.goto(pagina)
    page.set_viewport_size({"width": 670, "height": 900})
    page.emulate_media(media="print")
    for weg in ("Kies in het menu", "Terug naar het gesprek", "Zet de datums in mijn agenda"):
        expect(page.get_by_text(weg).first).to_be_hidden()
    kleuren = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *, footer *")].filter(e => !e.closest("svg")
                && e.getClientRects().length)
            .map(e => getComputedStyle(e).color))]"""
    )
    assert kleuren == ["rgb(0, 0, 0)"]
    assert _te_breed(page) == []
    # A link on paper must say where it goes.
    expect(page.get_by_text("(www.toeslagen.nl/)").first).to_be_visible()
    pdf = page.pdf(path=tmp_path / "blad.pdf", format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 12


def test_een_gesprek_dat_weg_is(page: Page, pagina: str) -> None:
    page.goto(pagina.rsplit("/", 1)[0] + "/" + "a" * 43)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet meer")
