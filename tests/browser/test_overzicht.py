"""The page with everything of one talk, in a browser: for everyone, without JavaScript, on paper and as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pikepdf
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from actions.contract import naar_json
from actions.gesprek.beurt import begin
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from actions.gesprek.staat import Beurt
from tests.browser.conftest import Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, Fouten, Staat, meet, rust_uit
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from tests.web.test_overzichtpagina import RUIM

NU = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Huis:
    """The real gateway, and talks in it."""

    adres: str
    bronnen: Bronnen

    def gesprek(
        self, feiten: dict[str, Any] | None = None, gemeente: str = "voorbeeldstad", **extra: Any
    ) -> str:
        """The address of the overview of a talk in which this was said."""
        token, antwoord, _ = begin(self.bronnen, gemeente, False)
        with self.bronnen.opslag.transactie(gesprek_id(token)) as transactie:
            staat = transactie.gesprek.staat
            if feiten:
                scope = tuple(self.bronnen.catalogus(gemeente))
                staat = replace(staat, feiten=feiten, scope=scope, extra={**staat.extra, **extra})
            transactie.bewaar(staat, Beurt(transactie.volgend_nr, "m1", None, naar_json(antwoord), "direct"))
        return f"{self.adres}/overzicht/{token}"

    def vol(self) -> str:
        """With nearly every kind of outcome, a change and a curve."""
        return self.gesprek(RUIM, vergelijking=naar_json(vergelijking()), kromme=naar_json(voorbeeld()))


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    with draai_echt(tmp_path_factory.mktemp("db"), lambda: NU) as (adres, bronnen):
        yield Huis(adres, bronnen)


@pytest.fixture(scope="module")
def pagina(huis: Huis) -> str:
    """The address of the page of a whole talk, with a change and a curve in it."""
    return huis.gesprek(FEITEN, vergelijking=naar_json(vergelijking()), kromme=naar_json(voorbeeld()))


STATEN = (
    Staat("overzicht-vol", lambda wie: wie[0].goto(wie[1].vol())),
    Staat("overzicht-begin", lambda wie: wie[0].goto(wie[1].gesprek())),
    Staat(
        "overzicht-halverwege-over-moeder",
        lambda wie: wie[0].goto(wie[1].gesprek({"leeftijd": 70, "partner": False}, voor_wie="moeder")),
    ),
    Staat("overzicht-veel-onbekend", lambda wie: wie[0].goto(wie[1].gesprek(RUIM, "amsterdam"))),
    Staat("overzicht-weg", lambda wie: wie[0].goto(f"{wie[1].adres}/overzicht/{'a' * 43}")),
)


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, huis: Huis) -> Fouten:
    fouten = keur_staat(request.param, lambda page: (page, huis))
    # The answer 404 of a talk that is gone is a line of its own.
    return {**fouten, "meldingen": [een for een in fouten["meldingen"] if "404" not in een]}


@pytest.mark.parametrize("keuring", [*KEURINGEN, "meldingen"])
def test_elke_staat_voor_iedereen(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


def test_tabel_blijft_een_tabel_op_een_telefoon(page: Page, pagina: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(pagina)
    tabel = page.get_by_role("table", name="Alle bedragen per maand")
    expect(tabel.get_by_role("row")).to_have_count(12)
    expect(tabel.get_by_role("cell").first).to_be_visible()


def test_een_antwoord_veranderen(browser: Browser, huis: Huis) -> None:
    """Without JavaScript: one button leads to that question in the talk; the page then shows what it changed."""
    pagina = huis.gesprek(FEITEN)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pagina)
        page.get_by_role("button", name="Verander Kale huur").click()
        veld = page.get_by_role("textbox")
        veld.fill("555")
        veld.press("Enter")
        expect(page.get_by_text("555").first).to_be_visible()
        page.goto(pagina)
        expect(page.get_by_role("listitem").filter(has_text="Kale huur")).to_contain_text("555 euro")


def test_als_bestand(page: Page, pagina: str) -> None:
    page.goto(pagina)
    with page.expect_download() as gekomen:
        page.get_by_role("link", name="Bewaar als PDF").click()
    assert gekomen.value.suggested_filename == "rechtop-overzicht.pdf"
    with pikepdf.open(gekomen.value.path()) as pdf:
        assert 2 <= len(pdf.pages) <= 8


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


def test_op_papier(browser: Browser, pagina: str, tmp_path: Path) -> None:
    with browser.new_context() as context:
        rust_uit(context)
        _op_papier(context.new_page(), pagina, tmp_path)


def _op_papier(page: Page, pagina: str, tmp_path: Path) -> None:
    page.goto(pagina)
    page.set_viewport_size({"width": 670, "height": 900})
    page.emulate_media(media="print")
    for weg in (
        "Kies in het menu",
        "Bewaar als PDF",
        "Zet de datums in mijn agenda",
        "Verander",
        "Ga naar de tekst",
    ):
        expect(page.get_by_text(weg, exact=weg == "Verander").first).to_be_hidden()
    kleuren = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *, footer *")].filter(e => !e.closest("svg")
                && e.getClientRects().length)
            .map(e => getComputedStyle(e).color))]"""
    )
    assert kleuren == ["rgb(0, 0, 0)"]
    assert meet(page, "past") == []
    # A link on paper must say where it goes.
    expect(page.get_by_text("(www.toeslagen.nl/)").first).to_be_visible()
    assert pagina.rsplit("/", 1)[1] not in page.locator("body").inner_text()
    page.pdf(path=tmp_path / "blad.pdf", format="A4", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "blad.pdf") as papier:
        assert 2 <= len(papier.pages) <= 8
        # A4, in points.
        assert {tuple(round(float(maat)) for maat in blad.mediabox) for blad in papier.pages} == {
            (0, 0, 595, 842)
        }


def test_een_gesprek_dat_weg_is(page: Page, pagina: str) -> None:
    page.goto(pagina.rsplit("/", 1)[0] + "/" + "a" * 43)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet meer")
